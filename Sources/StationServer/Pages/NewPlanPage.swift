import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// Where whoever manages a unit begins a plan, or brings in one that the server does not have yet: its folder as a ZIP file.
struct NewPlanPage {
  let title: String
  let ways: [Way]
  let head: String
  let message: String?
  let token: String
  let name: String
  let units: [Unit]
  let words: FormWords

  /// A way to begin a plan here.
  struct Way {
    let address, name, head: String
  }

  /// A unit that may have the plan.
  struct Unit {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// The words of the form.
  struct FormWords {
    let heading, file, name, nameHelp, unit, send: String
  }

  static let path = "/new-plan"
  static let title = Words(vi: "Kế hoạch mới", en: "A new plan")

  static func answer(_ visit: Visit) async throws -> Response { try await page(visit) }

  static func send(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    guard let unit = Int(form["unit"]) else { throw Refusal.unreadable }
    do {
      guard let archive = form.files["file"], !archive.octets.isEmpty else { throw Refusal.noFile }
      let files = try await visit.station.years.work.run { try ArchivePage.unpacked(archive.octets) }
      let slug = form["name"].filter { !$0.isWhitespace }
      let plan = try await visit.station.desk.bringIn(files, as: slug, of: unit, by: visitor)
      let mayRead = try await visit.station.desk.plans(visitor).contains { $0.plan == plan }
      return .seeOther(mayRead ? "/p/\(plan.slug)/findings" : "/")
    } catch let refusal as Refusal {
      return try await page(visit, refusal)
    } catch let refusal as DeskRefusal {
      return try await page(visit, Refusal(refusal))
    } catch let refusal as StoreRefusal where refusal != .full && refusal != .busy {
      return try await page(visit, Refusal(status: .unprocessableContent, words: refusal.words))
    }
  }

  private static func page(_ visit: Visit, _ refusal: Refusal? = nil) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let units = try await visit.station.desk.units(visitor, .administer)
    let page = NewPlanPage(
      title: title[language],
      ways: StartWay.allCases.map { Way(address: $0.path, name: $0.name[language], head: $0.head[language]) },
      head: Words(
        vi:
          "Nén thư mục của kế hoạch (có plan.yaml, và nếu có thì sổ, dự thảo, nhật ký) thành một tệp ZIP, lớn nhất 25 MB. Kế hoạch còn lỗi cũng đưa vào được; "
          + "lỗi hiện ở trang Cần xem lại.",
        en:
          "Pack the plan's folder (plan.yaml, and the Book, the draft and the logs where there are any) as one ZIP file of 25 MB at the most. A plan with errors "
          + "can be brought in, too; they are shown on its page of findings.")[language],
      message: refusal?.words[language], token: visitor.formToken, name: visit.form?["name"] ?? "",
      units: units.map {
        Unit(
          value: "\($0.number)", name: "\($0.name) (\($0.code))".visibleLines(),
          isChosen: "\($0.number)" == visit.form?["unit"])
      },
      words: FormWords(
        heading: Words(vi: "Đưa thư mục kế hoạch có sẵn vào", en: "Bring in a plan's folder")[language],
        file: Words(vi: "Tệp ZIP", en: "ZIP file")[language],
        name: Words(vi: "Tên ngắn trong địa chỉ", en: "Short name in addresses")[language],
        nameHelp: Words(
          vi: "Chữ thường không dấu, số và dấu gạch ngang; ví dụ: lai-chau-2027.",
          en: "Small letters without marks, digits and hyphens, such as lai-chau-2027.")[language],
        unit: Words(vi: "Đơn vị", en: "Unit")[language],
        send: Words(vi: "Đưa vào", en: "Bring it in")[language]))
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.newPlan, page))
    if let refusal { response.status = refusal.status }
    return response
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    <dl class="ways">{{#ways}}<dt><a href="{{address}}">{{name}}</a></dt><dd class="soft">{{head}}</dd>{{/ways}}</dl>
    <h2>{{words.heading}}</h2>
    <p class="soft">{{head}}</p>
    <form method="post" action="/new-plan" enctype="multipart/form-data" class="fields">\
    <input type="hidden" name="token" value="{{token}}">
    <p><label for="file">{{words.file}}</label><input id="file" name="file" type="file" accept=".zip" required></p>
    <p><label for="name">{{words.name}}</label><input id="name" name="name" value="{{name}}" required maxlength="63" \
    pattern="[a-z0-9][a-z0-9\\-]*" autocomplete="off" aria-describedby="namehelp"></p>
    <p class="soft" id="namehelp">{{words.nameHelp}}</p>
    <p><label for="unit">{{words.unit}}</label><select id="unit" name="unit">\
    {{#units}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/units}}</select></p>
    <p><button>{{words.send}}</button></p></form>

    """
}
