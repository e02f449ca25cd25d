import HTTPTypes
import Hummingbird
import Reports
import ScheduleModel

/// Why there is no page: a sentence, or a number and nothing else where the program itself failed.
struct ErrorPage {
  let lang: String
  let title: String
  let message: String
  let number: String?
  let back: PageFrame.Link?
  let findings: [Row]
  let home: String
  let style = StationStyle.path
  let icon = StationStyle.iconPath
  private let status: HTTPResponse.Status

  /// What is wrong with something that was sent.
  struct Row {
    let kind: String
    let place: String?
    let message: String
    let remedy: String?
  }

  /// The page of a refusal.
  ///
  /// - Parameter back: The address of the page from which the reader comes; `nil` when it is not known.
  init(_ refusal: Refusal, back: String?, language: ReaderLanguage) {
    lang = language.rawValue
    status = refusal.status
    title = "\(refusal.status.code) · \(Self.heading(refusal.status)[language])"
    message = refusal.words[language]
    number = nil
    self.back = back.map {
      PageFrame.Link(
        address: $0, name: Words(vi: "Quay lại trang trước", en: "Back to the page before")[language])
    }
    findings = refusal.findings.map { finding in
      Row(
        kind: finding.severity.rawValue,
        place: finding.place.map { "\($0.file):\($0.line)".visible() },
        message: finding.message[language].visibleLines(),
        remedy: finding.deskRemedy?[language].visibleLines())
    }
    home = Self.home[language]
  }

  /// The page of a failure, which the log knows by its number.
  init(number: String, language: ReaderLanguage) {
    lang = language.rawValue
    status = .internalServerError
    title = "500 · \(Self.heading(status)[language])"
    back = nil
    message =
      Words(
        vi: "Máy chủ gặp lỗi. Hãy báo cho người quản trị số này:",
        en: "The server failed. Please tell its administrator this number:")[language]
    self.number = number
    findings = []
    home = Self.home[language]
  }

  /// What a status means, in a few words.
  private static func heading(_ status: HTTPResponse.Status) -> Words {
    switch status.code {
    case 401: Words(vi: "Chưa đăng nhập", en: "Not signed in")
    case 403: Words(vi: "Không được phép", en: "Not allowed")
    case 404: Words(vi: "Không tìm thấy", en: "Not found")
    case 405: Words(vi: "Không nhận yêu cầu này", en: "Not possible at this address")
    case 408: Words(vi: "Quá thời gian", en: "It took too long")
    case 409: Words(vi: "Hiện chưa làm được", en: "Not possible as things are")
    case 412: Words(vi: "Đã có người sửa trước", en: "Somebody changed it first")
    case 413: Words(vi: "Dữ liệu quá lớn", en: "Too large")
    case 421: Words(vi: "Sai địa chỉ máy chủ", en: "Another server's address")
    case 422: Words(vi: "Chưa ghi được", en: "Not stored")
    case 429: Words(vi: "Hãy đợi một lát", en: "Wait a while")
    case 503: Words(vi: "Máy chủ đang bận", en: "The server is busy")
    case 507: Words(vi: "Hết chỗ lưu", en: "No room left")
    case 500...: Words(vi: "Máy chủ gặp lỗi", en: "The server failed")
    default: Words(vi: "Yêu cầu không đúng", en: "Not understood")
    }
  }

  private static let home = Words(vi: "Về trang đầu", en: "To the first page")

  /// The page as an answer.
  func response() -> Response { .html(Template.render(.error, self), status: status) }

  static let template = """
    \(PageFrame.documentHead)
    <body>
    <main id="main" class="narrow">
    <h1>{{title}}</h1>
    <p>{{message}}{{#number}} <b>{{.}}</b>{{/number}}</p>
    {{#findings}}{{#first()}}<ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{#place}}<b>{{.}}</b>: {{/place}}{{message}}</p>{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    <p>{{#back}}<a href="{{address}}">{{name}}</a> · {{/back}}<a href="/">{{home}}</a></p>
    </main>
    </body>
    </html>

    """
}
