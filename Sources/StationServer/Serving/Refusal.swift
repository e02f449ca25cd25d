import Hummingbird
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// Why a request gets no page: a status and a sentence for its sender.
struct Refusal: Error {
  /// The status of the answer.
  let status: HTTPResponse.Status
  /// What is wrong, and what to do.
  let words: Words
  /// After how many seconds to try again; `nil` when that does not help.
  var retryAfter: Int?
  /// The methods that the address takes; `nil` where that is not what is wrong.
  var allowed: String?
  /// What is wrong with what was sent, each with its place and remedy.
  var findings: [Finding] = []
  /// The field of the form that is asked for once more, with all others as they were sent; `nil` where that does not help.
  var field: String?
  /// What else a program is told.
  var more: [String: JSONValue] = [:]

  /// Nothing is known of what was asked for, or nothing may be.
  static let notFound = Refusal(
    status: .notFound,
    words: Words(vi: "Không có trang này.", en: "There is no such page."))

  /// The address is there, and takes other methods.
  static func otherMethod(_ allowed: String) -> Refusal {
    Refusal(
      status: .methodNotAllowed,
      words: Words(vi: "Địa chỉ này chỉ nhận \(allowed).", en: "This address takes \(allowed) alone."),
      allowed: allowed)
  }

  /// The form was not sent by a page of this server.
  static let foreign = Refusal(
    status: .forbidden,
    words: Words(
      vi: "Yêu cầu không đến từ trang của máy chủ này; hãy mở lại trang rồi gửi lần nữa.",
      en: "The request did not come from a page of this server; open the page again and send it once more."))

  /// The reader may know of it and may not do it.
  static let notAllowed = Refusal(
    status: .forbidden,
    words: Words(
      vi: "Tài khoản của bạn không có quyền này; hãy hỏi người quản trị của đài.",
      en: "Your account does not have this right; ask the station's administrator."))

  /// A program brought no token, or none that is good.
  static let noToken = Refusal(
    status: .unauthorized,
    words: Words(
      vi: "Cần mã truy cập còn hiệu lực: Authorization: Bearer ls_….",
      en: "A token that is good is needed: Authorization: Bearer ls_…."))

  /// There is no room to record anything.
  static let diskFull = Refusal(
    status: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
    words: StoreRefusal.full.words)

  /// Somebody else holds the store.
  static let storeBusy = Refusal(status: .serviceUnavailable, words: StoreRefusal.busy.words, retryAfter: 30)

  /// The body is larger than the form can be.
  static func tooLarge(_ limit: Int) -> Refusal {
    Refusal(
      status: .contentTooLarge,
      words: Words(
        vi: "Dữ liệu gửi lên lớn hơn \(size(limit)).", en: "What was sent is larger than \(size(limit))."))
  }

  private static func size(_ octets: Int) -> String {
    octets < 1 << 20 ? "\(octets >> 10) KiB" : "\(octets >> 20) MB"
  }

  /// The body broke off, or is no form.
  static let unreadable = Refusal(
    status: .badRequest,
    words: Words(vi: "Không đọc được dữ liệu gửi lên.", en: "What was sent cannot be read."))

  /// A word of the address is none that the page knows.
  static func unknown(_ word: String, _ known: Words) -> Refusal {
    Refusal(
      status: .badRequest,
      words: Words(
        vi: "“\(cut(word))” không đúng; \(known.vi).", en: "“\(cut(word))” is not understood; \(known.en)."))
  }

  /// The server was called by a name that is not its own.
  static let otherHost = Refusal(
    status: .misdirectedRequest,
    words: Words(
      vi:
        "Máy chủ này chưa được đặt địa chỉ công khai (--public-address), nên chỉ trả lời trên chính máy này.",
      en: "This server has no public address (--public-address), so it answers on this very machine alone."))
}

extension Refusal {
  /// What the desk refuses, as a status and a sentence.
  init(_ refusal: DeskRefusal) {
    switch refusal {
    case .notFound: self = .notFound
    case .forbidden: self = .notAllowed
    case .notSignedIn:
      self.init(
        status: .unauthorized, words: Words(vi: "Bạn chưa đăng nhập.", en: "You have not signed in."))
    case .wrongPassword:
      self.init(
        status: .unauthorized,
        words: Words(
          vi: "Tên đăng nhập hoặc mật khẩu không đúng.", en: "The name or the password is wrong."))
    case .tooManyAttempts(let seconds):
      self.init(
        status: .tooManyRequests,
        words: Words(
          vi: "Đã thử quá nhiều lần; hãy đợi \(seconds) giây rồi thử lại.",
          en: "Too many attempts; wait \(seconds) seconds and try again."), retryAfter: seconds)
    case .busy(let seconds):
      self.init(
        status: .serviceUnavailable,
        words: Words(
          vi: "Đang có quá nhiều người đăng nhập; hãy thử lại sau \(seconds) giây.",
          en: "Too many people are signing in; try again in \(seconds) seconds."), retryAfter: seconds)
    case .confirmationNeeded:
      self.init(
        status: .forbidden,
        words: Words(vi: "Hãy nhập lại mật khẩu trước.", en: "Give your password again first."))
    case .password(let rule): self.init(status: .unprocessableContent, words: rule.words)
    case .wrongCode:
      self.init(
        status: .unauthorized,
        words: Words(
          vi: "Mã không đúng hoặc đã dùng rồi; hãy đợi mã tiếp theo trên điện thoại.",
          en: "The code is wrong or was used already; wait for the next one on your telephone."))
    case .token:
      self.init(
        status: .unprocessableContent,
        words: Words(
          vi: "Mã truy cập cần một tên và thời hạn từ 1 đến 366 ngày.",
          en: "A token needs a name, and is good for 1 to 366 days."))
    case .linkUsed:
      self.init(
        status: .notFound,
        words: Words(
          vi: "Liên kết này đã dùng rồi hoặc quá một ngày; hãy xin người quản trị liên kết mới.",
          en: "This link was used already or is older than a day; ask the administrator for another."))
    case .loginTaken(let login):
      self.init(
        status: .unprocessableContent,
        words: Words(
          vi: "Đã có người dùng tên đăng nhập “\(login.visible())”; hãy chọn tên khác.",
          en: "Somebody signs in as “\(login.visible())” already; choose another name to sign in with."))
    case .login(let login):
      self.init(
        status: .unprocessableContent,
        words: Words(
          vi:
            "“\(cut(login))” không làm tên đăng nhập được: cần 2–100 ký tự, không có khoảng trắng và không có / < > & \" '.",
          en:
            "“\(cut(login))” cannot be a name to sign in with: it has 2 to 100 characters, no blanks, and none of / < > & \" '."
        ))
    case .planTaken(let slug):
      self.init(
        status: .unprocessableContent,
        words: Words(
          vi:
            "Đã có kế hoạch mang tên ngắn “\(slug)”; hãy chọn tên khác, hoặc đưa thư mục lên ở trang của kế hoạch ấy.",
          en:
            "A plan has the short name “\(slug)” already; choose another, or send the folder in on that plan's own page."
        ))
    case .planName(let slug):
      self.init(
        status: .unprocessableContent,
        words: Words(
          vi:
            "“\(cut(slug))” không làm tên ngắn được: dùng chữ thường không dấu, số và dấu gạch ngang, nhiều nhất 63 ký tự.",
          en:
            "“\(cut(slug))” cannot be a short name: use small letters without marks, digits and hyphens, 63 at the most."
        ))
    case .uploadsFull:
      self.init(
        status: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
        words: Words(
          vi: "Kế hoạch này đang có quá nhiều tệp chờ ghi; hãy ghi hoặc bỏ bớt rồi gửi lại.",
          en: "Too many files of this plan wait to be recorded; record or remove some, then send it again."))
    case .lastAdministrator:
      self.init(
        status: .unprocessableContent,
        words: Words(
          vi: "Phải còn ít nhất một người quản trị.", en: "At least one administrator must be left."))
    }
  }
}

extension PasswordRule {
  /// What a password must be.
  var words: Words {
    switch self {
    case .tooShort:
      Words(vi: "Mật khẩu phải có ít nhất 12 ký tự.", en: "A password has at least 12 characters.")
    case .tooLong: Words(vi: "Mật khẩu quá dài.", en: "The password is too long.")
    case .tooUniform:
      Words(
        vi: "Mật khẩu phải có ít nhất năm ký tự khác nhau.",
        en: "A password has at least five different characters.")
    case .containsLogin:
      Words(
        vi: "Mật khẩu không được chứa tên đăng nhập.",
        en: "A password does not contain the name that one signs in with.")
    case .tooCommon:
      Words(
        vi: "Mật khẩu này gồm những từ ai cũng thử trước tiên; hãy dùng một câu của riêng bạn.",
        en: "This password is made of words that anybody would try first; use a sentence of your own.")
    }
  }
}
