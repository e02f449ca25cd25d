import HTTPTypes
import Hummingbird
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// Tokens for programs: what there is, and another, which is shown once.
struct TokensPage {
  let title: String
  let head: String
  let message: String?
  let made: String?
  let tokens: [Row]
  let scopes: [Choice]
  let form: String
  let words: PageWords

  /// A token that is good.
  struct Row {
    let name: String
    let scopes: String
    let until: String
    let used: String
    let id: String
  }

  /// What a token may do.
  struct Choice {
    let scope: String
    let name: String
  }

  /// The words of the page.
  struct PageWords {
    let mine, none, name, scopes, until, used, revoke, another, always, days, make, once, description: String
  }

  static let path = "/tokens"
  static let title = Words(vi: "Mã truy cập cho chương trình", en: "Tokens for programs")

  static func answer(_ visit: Visit) async throws -> Response {
    if let elsewhere = visit.confirmation(next: path) { return elsewhere }
    return try await page(visit)
  }

  static func make(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    if let elsewhere = visit.confirmation(next: path) { return elsewhere }
    let scopes = Set(Desk.tokenScopes.filter { form["scope-\($0.rawValue)"] == "yes" })
    do {
      let made = try await visit.station.desk.makeToken(
        visitor, name: form["name"], scopes: scopes, days: Int(form["days"]) ?? 0)
      return try await page(visit, made: made.token)
    } catch let refusal as DeskRefusal {
      return try await page(visit, refusal: Refusal(refusal))
    }
  }

  static func revoke(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    try await visit.station.desk.revokeToken(try visit.part("id"), by: visitor)
    return .seeOther(path)
  }

  private static func page(
    _ visit: Visit, made: String? = nil, refusal: Refusal? = nil
  ) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let tokens = try await visit.station.desk.tokens(of: visitor)
    let page = TokensPage(
      title: title[language],
      head: Words(
        vi:
          "Chương trình dùng mã truy cập để hỏi máy chủ thay bạn; mã chỉ làm được điều chính bạn được làm và điều đánh dấu dưới đây.",
        en:
          "A program asks the server in your name by a token; it may do what you may, and of that only what is marked here."
      )[language],
      message: refusal?.words[language], made: made,
      tokens: tokens.map { token in
        Row(
          name: token.name.visible(),
          scopes: token.scopes.compactMap { Right(rawValue: $0).map { RoleWords.name($0)[language] } }.joined(
            separator: "; "), until: PageTime.text(token.expiresAt),
          used: token.usedAt.map { PageTime.text($0) } ?? Words(vi: "chưa dùng", en: "never")[language],
          id: token.id)
      },
      scopes: Desk.tokenScopes.filter { $0 != .read && visitor.may($0) }.map {
        Choice(scope: $0.rawValue, name: RoleWords.name($0)[language])
      }, form: visitor.formToken, words: words(language))
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.tokens, page))
    if let refusal { response.status = refusal.status }
    return response
  }

  private static func words(_ language: ReaderLanguage) -> PageWords {
    PageWords(
      mine: Words(vi: "Mã đang có", en: "Tokens that are good")[language],
      none: Words(vi: "Chưa có mã nào.", en: "There is none.")[language],
      name: Words(vi: "Tên", en: "Name")[language], scopes: Words(vi: "Được làm", en: "May")[language],
      until: Words(vi: "Có hiệu lực đến", en: "Good until")[language],
      used: Words(vi: "Dùng lần cuối", en: "Last used")[language],
      revoke: Words(vi: "Hủy mã", en: "Revoke")[language],
      another: Words(vi: "Tạo mã", en: "Make a token")[language],
      always: Words(
        vi: "Mã nào cũng đọc được những gì bạn đọc được. Ngoài ra:",
        en: "Every token reads what you may read. Besides:")[language],
      days: Words(vi: "Số ngày có hiệu lực (1–366)", en: "For how many days (1–366)")[language],
      make: Words(vi: "Tạo mã", en: "Make it")[language],
      once: Words(
        vi: "Mã mới; chỉ hiện lần này, hãy chép ngay:",
        en: "The new token; it is shown this once, so copy it now:")[
          language],
      description: Words(vi: "Mô tả giao diện (OpenAPI)", en: "Description of the API (OpenAPI)")[language])
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    {{#made}}<p class="note address" role="status">{{words.once}} <code>{{.}}</code></p>
    {{/made}}
    <p class="soft">{{head}} <a href="/api/v1/openapi.json">{{words.description}}</a></p>
    <h2>{{words.mine}}</h2>
    {{^tokens}}<p>{{words.none}}</p>{{/tokens}}
    {{#tokens}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.mine}}"><table><thead><tr>\
    <th scope="col">{{words.name}}</th><th scope="col">{{words.scopes}}</th><th scope="col">{{words.until}}</th>\
    <th scope="col">{{words.used}}</th><td></td></tr></thead><tbody>{{/first()}}
    <tr><th scope="row" class="name">{{name}}</th><td>{{scopes}}</td><td>{{until}}</td><td>{{used}}</td><td>\
    <form method="post" action="/tokens/{{id}}/revoke"><input type="hidden" name="token" value="{{form}}">\
    <button class="plain">{{words.revoke}}</button></form></td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/tokens}}
    <h2>{{words.another}}</h2>
    <form method="post" action="/tokens" class="fields"><input type="hidden" name="token" value="{{form}}">
    <p><label for="name">{{words.name}}</label><input id="name" name="name" required maxlength="100"></p>
    <p>{{words.always}}</p>
    {{#scopes}}
    <p class="check"><input type="checkbox" id="scope-{{scope}}" name="scope-{{scope}}" value="yes"> <label for="scope-{{scope}}">{{name}}</label></p>
    {{/scopes}}
    <p><label for="days">{{words.days}}</label><input id="days" name="days" type="number" min="1" max="366" value="90" required></p>
    <p><button>{{words.make}}</button></p></form>

    """
}
