import Hummingbird
import Reports
import ScheduleModel
import StationDesk

/// The plan as it is written, its lines numbered, with the findings below the lines that they name.
struct PlanTextPage {
  let title: String
  let file: String
  let lines: [Line]
  let nothing: String

  /// A line.
  struct Line {
    let number: Int
    let text: String
    let notes: [Note]
  }

  /// A finding about a line.
  struct Note {
    let kind: String
    let message: String
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    let language = visit.language
    // Who sees what is published alone reads the text of the Book, without what is wrong with the one that is worked on.
    let readsDraft = visit.plan?.allows(.readDraft) ?? false
    let body = try await visit.body(of: year, readsDraft ? "" : "published") {
      Template.render(
        .text,
        readsDraft
          ? PlanTextPage(year.text, year.findings, language)
          : PlanTextPage(year.publishedText ?? ("plan.yaml", ""), [], language))
    }
    let ways =
      readsDraft
      ? Template.render(
        .ways,
        LogsPage.Ways(links: [
          PageFrame.Link(
            address: "/p/\(year.address)/text/versions", name: TextVersionsPage.title[language])
        ])) : ""
    return visit.page(Words(vi: "Kế hoạch", en: "Plan text"), of: year, here: "/text", body: ways + body)
  }

  private init(_ source: (name: String, text: String), _ findings: [Finding], _ language: ReaderLanguage) {
    title = Words(vi: "Văn bản kế hoạch", en: "The plan's text")[language]
    file = source.name.visible()
    let notes = Dictionary(grouping: findings.filter { $0.place?.file == source.name }) {
      $0.place?.line ?? 0
    }
    let rows = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let ended = rows.last?.isEmpty == true ? rows.dropLast() : rows[...]
    lines = ended.enumerated().map { index, text in
      Line(
        number: index + 1, text: text.visible(keepingTabs: true),
        notes: (notes[index + 1] ?? []).map {
          Note(kind: $0.severity.rawValue, message: $0.message[language].visible())
        })
    }
    nothing = Words(vi: "Chưa có văn bản kế hoạch.", en: "There is no text of the plan yet.")[language]
  }

  static let template = """
    <h1>{{title}} <span class="soft">{{file}}</span></h1>
    {{^lines}}<p>{{nothing}}</p>{{/lines}}
    <ol class="source">
    {{#lines}}
    <li id="L{{number}}"><code>{{text}}</code>{{#notes}}<p class="{{kind}}">{{message}}</p>{{/notes}}</li>
    {{/lines}}
    </ol>

    """
}
