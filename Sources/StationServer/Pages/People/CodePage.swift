import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk
import StationStore

/// Where somebody gives what the sign-in still needs: the code of the second factor, or the password once more before rights
/// are changed.
struct CodePage {
  let title: String
  let head: String
  let action: String
  let token: String
  let next: String
  let label: String
  let type: String
  let complete: String
  let go: String
  let message: String?
  /// By which a password keeper knows the account.
  let login: String?

  static let path = "/code"
  static let confirmPath = "/confirm"

  /// The routes of somebody who has not given the code yet.
  static let paths: Set<String> = [path, "/sign-out"]

  static let title = Words(vi: "Mã xác thực", en: "Code")
  static let confirmTitle = Words(vi: "Nhập lại mật khẩu", en: "Give your password again")

  static func answer(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    guard visitor.awaitsCode else { return .seeOther("/") }
    return page(visit, isCode: true, next: visit.asked("next"), message: nil, status: .ok)
  }

  static func enter(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form, visitor.awaitsCode else {
      throw Refusal.unreadable
    }
    return try await going(on: visit, isCode: true) {
      try await visit.station.factors.enter(visitor, code: form["given"])
    }
  }

  static func answerConfirm(_ visit: Visit) async throws -> Response {
    page(visit, isCode: false, next: visit.asked("next"), message: nil, status: .ok)
  }

  static func confirm(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    return try await going(on: visit, isCode: false) {
      try await visit.station.desk.confirm(visitor, password: form["given"])
    }
  }

  private static func going(
    on visit: Visit, isCode: Bool, _ give: () async throws -> SignIn
  ) async throws -> Response {
    let next = visit.form?["next"]
    do {
      var response = Response.seeOther(SignInPage.own(next))
      response.headers[.setCookie] = visit.station.cookie(try await give().cookie)
      return response
    } catch let refusal as DeskRefusal {
      // The name is known here; only the password can be wrong.
      let refusal =
        refusal == .wrongPassword
        ? Refusal(
          status: .unauthorized, words: Words(vi: "Mật khẩu không đúng.", en: "The password is wrong."))
        : Refusal(refusal)
      var response = page(visit, isCode: isCode, next: next, message: refusal.words, status: refusal.status)
      if let seconds = refusal.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
      return response
    }
  }

  private static func page(
    _ visit: Visit, isCode: Bool, next: String?, message: Words?, status: HTTPResponse.Status
  ) -> Response {
    let language = visit.language
    let title = isCode ? title : confirmTitle
    let head =
      isCode
      ? Words(
        vi:
          "Mở ứng dụng xác thực trên điện thoại và nhập sáu chữ số; mất điện thoại thì nhập một mã dự phòng.",
        en:
          "Open the authenticator on your telephone and give its six digits; without it, one of your recovery codes."
      )
      : Words(
        vi: "Việc này liên quan đến quyền và mật khẩu nên cần mật khẩu vừa nhập trong mười phút.",
        en: "This concerns rights and secrets, so the password must have been given in the last ten minutes.")
    let page = CodePage(
      title: title[language], head: head[language], action: isCode ? path : confirmPath,
      token: visit.visitor?.formToken ?? "", next: SignInPage.own(next),
      label: (isCode ? title : Words(vi: "Mật khẩu", en: "Password"))[language],
      type: isCode ? "text" : "password", complete: isCode ? "one-time-code" : "current-password",
      go: Words(vi: "Tiếp tục", en: "Continue")[language], message: message?[language],
      login: isCode ? nil : visit.visitor?.person.login)
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.code, page))
    response.status = status
    return response
  }

  static let template = """
    <div class="narrow">
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    <p class="soft">{{head}}</p>
    <form method="post" action="{{action}}" class="fields">
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="next" value="{{next}}">
    {{#login}}<input type="text" name="login" value="{{.}}" autocomplete="username" readonly hidden>{{/login}}
    <p><label for="given">{{label}}</label>
    <input id="given" name="given" type="{{type}}" autocomplete="{{complete}}" required maxlength="256"></p>
    <p><button>{{go}}</button></p>
    </form>
    </div>

    """
}

extension Visit {
  /// Where somebody has to go who did not give the password in the last ten minutes; `nil` for one who did.
  ///
  /// - Parameter next: The page to come back to.
  func confirmation(next: String) -> Response? {
    guard let visitor, !visitor.isConfirmed else { return nil }
    return .seeOther("\(CodePage.confirmPath)?next=\(next)")
  }
}
