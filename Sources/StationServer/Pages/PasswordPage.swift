import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk
import StationStore

/// Where a person chooses a password: in place of the one that was given for one time, by the link of an invitation, or
/// because they want to.
struct PasswordPage {
  let title: String
  let head: String
  let action: String
  let token: String?
  let login: String?
  /// Whose password it is, where somebody comes by a link.
  let person: String?
  let old: String?
  let new: String
  let again: String
  let save: String
  let message: String?

  static let path = "/password"
  static let linkPath = "/link/{secret}"

  /// The routes that a person whose password is for one time may use.
  static let paths: Set<String> = [path, "/sign-out"]

  static let title = Words(vi: "Chọn mật khẩu", en: "Choose a password")

  static func answer(_ visit: Visit) async throws -> Response { try await page(visit) }

  static func change(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    guard form["new"] == form["again"] else { return try await page(visit, .unlikePasswords) }
    return try await chosen(visit) {
      try await visit.station.desk.changePassword(visitor, from: form["old"], to: form["new"])
    }
  }

  static func answerLink(_ visit: Visit) async throws -> Response {
    try await page(visit)
  }

  static func changeByLink(_ visit: Visit) async throws -> Response {
    guard let form = visit.form else { throw Refusal.unreadable }
    let secret = try visit.part("secret")
    guard form["new"] == form["again"] else { return try await page(visit, .unlikePasswords) }
    return try await chosen(visit) {
      try await visit.station.desk.usePasswordLink(secret, password: form["new"], visit.caller)
    }
  }

  private static func chosen(_ visit: Visit, _ choose: () async throws -> SignIn) async throws -> Response {
    do {
      var response = Response.seeOther("/")
      response.headers[.setCookie] = visit.station.cookie(try await choose().cookie)
      return response
    } catch let refusal as DeskRefusal where refusal != .linkUsed {
      var told = Refusal(refusal)
      if refusal == .wrongPassword {
        told = Refusal(
          status: told.status,
          words: Words(vi: "Mật khẩu hiện nay không đúng.", en: "Your password now is another one."))
      }
      return try await page(visit, told)
    }
  }

  private static func page(_ visit: Visit, _ refusal: Refusal? = nil) async throws -> Response {
    let language = visit.language
    let isLink = visit.context.parameters.get("secret") != nil
    var invited: Person?
    if isLink {
      invited = try await visit.station.desk.personOfLink(try visit.part("secret"), visit.caller)
      guard invited != nil else { throw DeskRefusal.linkUsed }
    }
    let page = PasswordPage(
      title: title[language],
      head: Words(
        vi: "Ít nhất 12 ký tự, gõ gì cũng được; một câu dễ nhớ là tốt nhất.",
        en: "At least 12 characters of any kind; a sentence that you remember is best.")[language],
      action: visit.request.uri.path, token: visit.visitor?.formToken,
      login: (invited ?? visit.visitor?.person)?.login,
      person: invited.map { person in
        Words(
          vi: "\(person.name), tên đăng nhập: \(person.login)",
          en: "\(person.name), who signs in as: \(person.login)")[language].visibleLines()
      },
      old: isLink ? nil : Words(vi: "Mật khẩu hiện nay", en: "Your password now")[language],
      new: Words(vi: "Mật khẩu mới", en: "New password")[language],
      again: Words(vi: "Gõ lại lần nữa", en: "The same once more")[language],
      save: Words(vi: "Lưu", en: "Save")[language],
      message: refusal?.words[language])
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.password, page))
    if let refusal { response.status = refusal.status }
    return response
  }

  static let template = """
    <div class="narrow">
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    {{#person}}<p><b>{{.}}</b></p>
    {{/person}}
    <p class="soft">{{head}}</p>
    <form method="post" action="{{action}}" class="fields">
    {{#token}}<input type="hidden" name="token" value="{{.}}">{{/token}}
    {{#login}}<input type="text" name="login" value="{{.}}" autocomplete="username" readonly hidden>{{/login}}
    {{#old}}<p><label for="old">{{.}}</label>
    <input id="old" name="old" type="password" autocomplete="current-password" required maxlength="256"></p>{{/old}}
    <p><label for="new">{{new}}</label>
    <input id="new" name="new" type="password" autocomplete="new-password" required minlength="12" maxlength="256"></p>
    <p><label for="again">{{again}}</label>
    <input id="again" name="again" type="password" autocomplete="new-password" required minlength="12" maxlength="256"></p>
    <p><button>{{save}}</button></p>
    </form>
    </div>

    """
}

extension Refusal {
  /// The new password and what was typed once more differ.
  static let unlikePasswords = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi: "Hai lần gõ mật khẩu mới không giống nhau; hãy gõ lại.",
      en: "The new password was not typed the same twice; type it again."))
}
