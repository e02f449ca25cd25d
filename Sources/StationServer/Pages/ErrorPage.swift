import Hummingbird
import Reports
import ScheduleModel

/// Why there is no page: a sentence, or a number and nothing else where the program itself failed.
struct ErrorPage {
  let lang: String
  let title: String
  let message: String
  let number: String?
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
  init(_ refusal: Refusal, language: ReaderLanguage) {
    lang = language.rawValue
    status = refusal.status
    title = "\(refusal.status.code)"
    message = refusal.words[language]
    number = nil
    findings = refusal.findings.map { finding in
      Row(
        kind: finding.severity.rawValue,
        place: finding.place.map { "\($0.file):\($0.line)".visible() },
        message: finding.message[language].visible(), remedy: finding.remedy?[language].visible())
    }
    home = Self.home[language]
  }

  /// The page of a failure, which the log knows by its number.
  init(number: String, language: ReaderLanguage) {
    lang = language.rawValue
    status = .internalServerError
    title = "500"
    message =
      Words(
        vi: "Máy chủ gặp lỗi. Hãy báo cho người quản trị số này:",
        en: "The server failed. Please tell its administrator this number:")[language]
    self.number = number
    findings = []
    home = Self.home[language]
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
    <p><a href="/">{{home}}</a></p>
    </main>
    </body>
    </html>

    """
}
