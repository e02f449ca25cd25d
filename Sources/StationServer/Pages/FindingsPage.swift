import Hummingbird
import Reports
import ScheduleModel
import StationDesk

/// What is wrong or doubtful, each with its place, its line and what to do about it.
struct FindingsPage {
  let title: String
  let summary: String
  let note: String?
  let groups: [Group]

  /// The findings of a severity.
  struct Group {
    let name: String
    let kind: String
    let findings: [Row]
  }

  /// A finding.
  struct Row {
    let place: String?
    /// The line of the plan's text; `nil` for one of another file.
    let opens: String?
    let code: String
    let message: String
    let excerpt: String?
    let remedy: String?
    let remedyName: String
    /// The pages that do what the remedy names a command for.
    let ways: [PageFrame.Link]
  }

  static let title = Words(vi: "Những điểm cần xem lại", en: "What needs a look")

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    let language = visit.language
    let ways = FindingWays(visit.plan, language)
    let key = "\(language.rawValue) \(visit.request.uri.string) \(ways.rights.map(\.rawValue))"
    let body = try await visit.station.years.body(of: year, key) {
      Template.render(.findings, FindingsPage(year, note: nil, ways, language))
    }
    return visit.page(title, of: year, here: "/findings", body: body)
  }

  /// What stands in place of a page that needs a plan, when the plan has errors: the errors.
  static func brokenPlan(_ visit: Visit, _ year: YearReading) async throws -> Response {
    let language = visit.language
    let note = Words(
      vi: "Kế hoạch còn lỗi nên trang này chưa có gì để hiện; hãy sửa các lỗi sau.",
      en: "The plan has errors, so there is nothing to show here yet; put these right first.")
    let body = Template.render(
      .findings, FindingsPage(year, note: note[language], FindingWays(visit.plan, language), language))
    return visit.page(title, of: year, here: nil, body: body)
  }

  private init(_ year: YearReading, note: String?, _ ways: FindingWays, _ language: ReaderLanguage) {
    title = Self.title[language]
    self.note = note
    summary = FindingReport.summary(year.findings, language)
    let names: [(Finding.Severity, Words)] = [
      (.error, Words(vi: "Lỗi", en: "Errors")), (.warning, Words(vi: "Cảnh báo", en: "Warnings")),
      (.info, Words(vi: "Lưu ý", en: "Notes")),
    ]
    let plan = year.known?.plan
    let remedyName = Words(vi: "Cách sửa", en: "Remedy")[language]
    groups = names.compactMap { severity, name in
      let found = year.findings.filter { $0.severity == severity }
      guard !found.isEmpty else { return nil }
      return Group(
        name: "\(name[language]) (\(found.count))", kind: severity.rawValue,
        findings: found.map { finding in
          let (remedy, links) = ways.remedy(of: finding)
          return Row(
            place: finding.place.map { "\($0.file):\($0.line)".visible() },
            opens: finding.place.flatMap { place in
              place.file == year.text.name ? "/p/\(year.address)/text#L\(place.line)" : nil
            }, code: finding.code.rawValue, message: finding.message[language].visible(),
            excerpt: finding.excerpt?.visible(keepingTabs: true),
            remedy: remedy,
            remedyName: remedyName, ways: links + ways.form(of: finding, plan))
        })
    }
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#note}}<p class="note">{{.}}</p>
    {{/note}}
    <p class="soft">{{summary}}</p>
    {{#groups}}
    <section>
    <h2>{{name}}</h2>
    <ul class="findings">
    {{#findings}}
    <li class="{{kind}}"><p>{{#place}}{{#opens}}<a href="{{.}}">{{place}}</a>{{/opens}}{{^opens}}<b>{{place}}</b>{{/opens}}: {{/place}}\
    {{message}} <span class="soft code">{{code}}</span></p>
    {{#excerpt}}<pre>{{.}}</pre>
    {{/excerpt}}
    {{#remedy}}<p class="remedy"><b>{{remedyName}}:</b> <span>{{.}}</span>{{#ways}} <a class="file" href="{{address}}">{{name}}</a>{{/ways}}</p>
    {{/remedy}}
    </li>
    {{/findings}}
    </ul>
    </section>
    {{/groups}}

    """
}
