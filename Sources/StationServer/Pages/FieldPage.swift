import HTTPTypes
import Hummingbird
import Reports
import ScheduleModel

/// A form of which one field was missing or too long: the field once more, and everything else as it was sent.
struct FieldPage {
  let title: String
  let message: String
  let kept: String
  let action: String
  let hidden: [Hidden]
  let id: String
  let value: String
  let label: String
  let send: String

  /// What was sent.
  struct Hidden {
    let name: String
    let value: String
  }

  private static let title = Words(vi: "Còn thiếu một ô", en: "One field is missing")

  /// - Returns: `nil` for a refusal that no field mends, and for a form with files, which a browser sends only once.
  static func answer(_ visit: Visit, _ refusal: Refusal) -> Response? {
    guard let field = refusal.field, let form = visit.form, form.files.isEmpty else { return nil }
    let language = visit.language
    let page = FieldPage(
      title: title[language], message: refusal.words[language],
      kept: Words(
        vi: "Chưa ghi gì. Mọi điều khác bạn đã chọn và đã ghi được giữ nguyên; chỉ cần điền ô này.",
        en: "Nothing was stored. All else that you chose and wrote is kept; only this field is needed.")[
          language], action: visit.request.uri.string,
      hidden: form.others(than: field).map { Hidden(name: $0.name, value: $0.value) }, id: field,
      value: form[field], label: Words(vi: "Căn cứ, lý do", en: "Evidence, reason")[language],
      send: Words(vi: "Gửi lại", en: "Send again")[language])
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.field, page))
    response.status = refusal.status
    return response
  }

  static let template = """
    <h1>{{title}}</h1>
    <p>{{kept}}</p>
    <form method="post" action="{{action}}" class="fields">{{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
    <p><label for="{{id}}">{{label}}</label><textarea id="{{id}}" name="{{id}}" rows="3" required autofocus aria-invalid="true" aria-describedby="{{id}}-error">{{value}}</textarea>\
    <span class="wrong" id="{{id}}-error" role="alert">{{message}}</span></p>
    <p><button>{{send}}</button></p></form>

    """
}
