import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk

/// Where people sign in and out.
struct SignInPage {
  let title: String
  let login: String
  let password: String
  let signIn: String
  let next: String
  let message: String?
  let name: String

  static let title = Words(vi: "Đăng nhập", en: "Sign in")

  /// The page that asks for name and password and goes on to an address.
  static func address(for next: String) -> String {
    let kept = next.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x26 && $0 != 0x23 && $0 != 0x2B }
    return next == "/" || !kept ? "/sign-in" : "/sign-in?next=\(next.replacing("?", with: "%3F"))"
  }

  static func answer(_ visit: Visit) async throws -> Response {
    if visit.visitor != nil { return .seeOther("/") }
    return page(visit, next: visit.asked("next"), name: "", message: nil, status: .ok)
  }

  private static func page(
    _ visit: Visit, next: String?, name: String, message: Words?, status: HTTPResponse.Status
  ) -> Response {
    let language = visit.language
    let page = SignInPage(
      title: title[language], login: Words(vi: "Tên đăng nhập", en: "Name")[language],
      password: Words(vi: "Mật khẩu", en: "Password")[language], signIn: title[language], next: own(next),
      message: message?[language], name: name)
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.signIn, page))
    response.status = status
    return response
  }

  /// An address of this server alone: a path, and no name of another host before it.
  static func own(_ next: String?) -> String {
    guard let next, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\") else { return "/" }
    return next
  }

  static func signIn(_ visit: Visit) async throws -> Response {
    guard let form = visit.form else { throw Refusal.unreadable }
    do {
      let signIn = try await visit.station.desk.signIn(
        login: form["login"], password: form["password"], visit.caller)
      var response = Response.seeOther(own(form["next"]))
      response.headers[.setCookie] = visit.station.cookie(signIn.cookie)
      return response
    } catch let refusal as DeskRefusal {
      let refusal = Refusal(refusal)
      var response = page(
        visit, next: form["next"], name: form["login"], message: refusal.words, status: refusal.status)
      if let seconds = refusal.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
      return response
    }
  }

  static func signOut(_ visit: Visit) async throws -> Response {
    if let visitor = visit.visitor { try await visit.station.desk.signOut(visitor) }
    var response = Response.seeOther("/sign-in")
    response.headers[.setCookie] = visit.station.cookie(nil)
    return response
  }

  static let template = """
    <div class="narrow">
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    <form method="post" action="/sign-in" class="fields">
    <input type="hidden" name="next" value="{{next}}">
    <p><label for="login">{{login}}</label>
    <input id="login" name="login" value="{{name}}" autocomplete="username" required maxlength="200"></p>
    <p><label for="password">{{password}}</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256"></p>
    <p><button>{{signIn}}</button></p>
    </form>
    </div>

    """
}
