import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk

/// Where a person sets up the second factor: a code that a telephone shows.
struct FactorPage {
  let title: String
  let head: String
  let message: String?
  let token: String
  let offer: Offer?
  /// What is told to somebody who has it: how many recovery codes are left.
  let state: String?
  let codes: [String]
  let words: PageWords

  /// What a telephone has to know.
  struct Offer {
    let key: String
    let size: Int
    let path: String
  }

  /// The words of the page.
  struct PageWords {
    let picture, key, code, save, keep, renew, remove, home: String
  }

  static let path = "/second-factor"
  static let title = Words(vi: "Xác thực hai bước", en: "Second factor")

  /// The routes of somebody who has to set it up first.
  static let pathsOfBeginning: Set<String> = [path, "/sign-out", PasswordPage.path, CodePage.confirmPath]

  static func answer(_ visit: Visit) async throws -> Response {
    if let elsewhere = visit.confirmation(next: path) { return elsewhere }
    return try await page(visit)
  }

  /// One form, by what its button says: the first code, other recovery codes, or away with it.
  static func change(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    if let elsewhere = visit.confirmation(next: path) { return elsewhere }
    let factors = visit.station.factors
    switch form["do"] {
    case "confirm":
      do {
        return try await page(visit, codes: try await factors.confirm(visitor, code: form["code"]))
      } catch let refusal as DeskRefusal {
        return try await page(visit, refusal: Refusal(refusal))
      }
    case "renew": return try await page(visit, codes: try await factors.renewCodes(visitor))
    case "remove":
      try await factors.remove(visitor)
      return .seeOther(AccountPage.path)
    default: throw Refusal.unreadable
    }
  }

  private static func page(
    _ visit: Visit, codes: [String] = [], refusal: Refusal? = nil
  ) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let offer = codes.isEmpty ? visit.station.factors.offer(visitor) : nil
    let left = try await visit.station.factors.codesLeft(visitor)
    let isDemanded = visit.station.factors.isMissing(visitor)
    let head =
      if offer == nil, codes.isEmpty {
        Words(
          vi: "Mỗi lần đăng nhập cần mật khẩu và một mã trên điện thoại.",
          en: "Each sign-in takes the password and a code of your telephone.")
      } else if !codes.isEmpty {
        Words(
          vi:
            "Đây là mười mã dự phòng, mỗi mã dùng một lần khi không có điện thoại. Chúng không hiện lại: hãy in hoặc chép ra.",
          en:
            "These are ten recovery codes, each good once when the telephone is not at hand. They are not shown again: print them or write them down."
        )
      } else if isDemanded {
        Words(
          vi: "Tài khoản quản trị, phát hành hoặc chốt số liệu phải có bước này trước khi làm việc khác.",
          en: "An account that manages people, publishes or closes needs this before anything else.")
      } else {
        Words(
          vi:
            "Ngoài mật khẩu, mỗi lần đăng nhập sẽ cần một mã trên điện thoại (FreeOTP, Google Authenticator…).",
          en:
            "Besides the password, each sign-in will take a code of your telephone (FreeOTP, Google Authenticator …)."
        )
      }
    let shown = offer.flatMap { offer in
      QRPicture(offer.address).map { Offer(key: Self.grouped(offer.key), size: $0.size, path: $0.path) }
    }
    let page = FactorPage(
      title: title[language], head: head[language], message: refusal?.words[language],
      token: visitor.formToken,
      offer: shown,
      state: offer == nil && codes.isEmpty
        ? Words(vi: "Còn \(left) mã dự phòng chưa dùng.", en: "\(left) recovery codes are left.")[language]
        : nil,
      codes: codes, words: words(language))
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.factor, page))
    if let refusal { response.status = refusal.status }
    return response
  }

  /// In groups of four, to type.
  private static func grouped(_ key: String) -> String {
    stride(from: 0, to: key.count, by: 4).map { key.dropFirst($0).prefix(4) }.joined(separator: " ")
  }

  private static func words(_ language: ReaderLanguage) -> PageWords {
    PageWords(
      picture: Words(vi: "Mã QR cho ứng dụng xác thực", en: "QR code for the authenticator")[language],
      key: Words(vi: "Hoặc gõ khóa này vào ứng dụng", en: "Or type this key into it")[language],
      code: Words(vi: "Sáu chữ số mà ứng dụng hiện", en: "The six digits that it shows")[language],
      save: Words(vi: "Bật xác thực hai bước", en: "Turn it on")[language],
      keep: Words(vi: "Mã dự phòng", en: "Recovery codes")[language],
      renew: Words(vi: "Tạo mười mã dự phòng mới", en: "Make ten new recovery codes")[language],
      remove: Words(vi: "Tắt xác thực hai bước", en: "Turn it off")[language],
      home: Words(vi: "Đã cất các mã, tiếp tục", en: "I have kept the codes, continue")[language])
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    <p>{{head}}</p>
    {{#offer}}
    <svg class="code" viewBox="0 0 {{size}} {{size}}" width="220" height="220" role="img" aria-label="{{words.picture}}">\
    <rect width="{{size}}" height="{{size}}" fill="#fff"/><path d="{{path}}" fill="#000"/></svg>
    <p class="address">{{words.key}}: <code>{{key}}</code></p>
    <form method="post" action="/second-factor" class="fields">
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="do" value="confirm">
    <p><label for="code">{{words.code}}</label>
    <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required maxlength="16"></p>
    <p><button>{{words.save}}</button></p>
    </form>
    {{/offer}}
    {{#codes}}{{#first()}}<h2>{{words.keep}}</h2><ul class="codes">{{/first()}}<li><code>{{.}}</code></li>{{#last()}}</ul>
    <p><a class="file" href="/">{{words.home}}</a></p>{{/last()}}{{/codes}}
    {{#state}}
    <p>{{.}}</p>
    <form method="post" action="/second-factor"><input type="hidden" name="token" value="{{token}}">\
    <p><button name="do" value="renew">{{words.renew}}</button> <button name="do" value="remove" class="plain">{{words.remove}}</button></p></form>
    {{/state}}

    """
}
