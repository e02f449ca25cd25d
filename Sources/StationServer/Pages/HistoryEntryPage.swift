import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// One entry of the Book: who recorded it, when and why, and what it says.
struct HistoryEntryPage {
  let title: String
  let back: PageFrame.Link
  let facts: [Fact]
  let said: [Said]
  let differences: [Difference]
  /// What a publication changed; `nil` for another entry.
  let publication: PublicationChanges?
  /// Above the rows that are for programs more than for people; `nil` where they stand open.
  let folded: String?
  let table: PreviewPage.PreviewTable?
  let rest: String?
  let ways: LogsPage.Ways
  let words: PageWords

  /// A note of its head.
  struct Fact {
    let name: String
    let value: String
  }

  /// What it says by hand about a row.
  struct Said {
    let what: String
    let about: String
    let state: String
  }

  /// Lines of the plan's text that differ from the version before.
  struct Difference {
    let line: String
    let old: String
    let new: String
  }

  struct PageWords {
    let said, differences: String
  }

  /// So many rows are shown.
  private static let most = 300

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known, let history = year.history else {
      return try await FindingsPage.brokenPlan(visit, year)
    }
    let id = try visit.part("entry")
    guard let entry = year.entry(id), let listed = history.entries.first(where: { $0.id == entry.shortID })
    else { throw Refusal.notFound }
    let language = visit.language
    let slug = year.address
    let against = visit.asked("against")
    let body = try await visit.body(of: year) {
      let changes =
        entry.head.kind == .publication
        ? PublicationChanges(entry, against: against, in: year, known, slug, language) : nil
      return Template.render(
        .historyEntry, HistoryEntryPage(entry, listed, changes, year, known, slug, language))
    }
    let name = HistoryReport.name(of: listed)
    return visit.page(
      Words(vi: "Mục \(listed.number): \(name.vi)", en: "Entry \(listed.number): \(name.en)"), of: year,
      here: "/history", body: body)
  }

  private init(
    _ entry: BookEntry, _ listed: BookHistory.Entry, _ changes: PublicationChanges?, _ year: YearReading,
    _ known: YearReading.Known, _ slug: String, _ language: ReaderLanguage
  ) {
    publication = changes
    folded = changes == nil ? nil : Words(vi: "Như trong sổ", en: "As the Book has it")[language]
    let name = HistoryReport.name(of: listed)
    title = Words(vi: "Mục \(listed.number): \(name.vi)", en: "Entry \(listed.number): \(name.en)")[language]
    back = PageFrame.Link(address: "/p/\(slug)/history", name: HistoryPage.title[language])
    var facts: [(Words, String?)] = [
      (Words(vi: "Lúc", en: "When"), HistoryPage.time(listed.time)),
      (Words(vi: "Ai ghi", en: "By whom"), entry.head.author),
      (Words(vi: "Ghi chú", en: "Note"), entry.head.comment),
      (Words(vi: "Tệp", en: "File"), entry.head.notes["source"]),
      (
        Words(vi: "Kỳ", en: "Period"),
        entry.head.notes["period"].map { Self.period($0, of: known.plan)[language] }
      ),
      (Words(vi: "Dòng để lại", en: "Rows left out"), entry.head.notes["left-out"]),
    ]
    facts.append((Words(vi: "Mã mục", en: "Id"), entry.id))
    self.facts = facts.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : Fact(name: name[language], value: $0.visible()) }
    }
    let hand = HandWords(known, language)
    said = year.handStatements().filter { $0.entry == entry.id }.reversed().map {
      Said(what: hand.what($0.subject), about: hand.about($0.subject), state: hand.state($0))
    }
    words = PageWords(
      said: Words(vi: "Điều đã nói bằng tay", en: "What was said by hand")[language],
      differences: Words(vi: "Khác bản trước ở đâu", en: "What differs from the version before")[language])
    var links: [PageFrame.Link] = []
    switch entry.head.kind {
    case .close:
      links = [PageFrame.Link(address: "/p/\(slug)/desk/closes", name: ClosesPage.title[language])]
      if let number = year.closeNumber(of: entry) {
        links.insert(
          PageFrame.Link(
            address: "/p/\(slug)/desk/closes/\(number).html?lang=\(language.rawValue)",
            name: Words(vi: "Biên bản của lần chốt này", en: "The certificate of this close")[language]),
          at: 0)
      }
    case .link, .log:
      links = [PageFrame.Link(address: "/p/\(slug)/logs/by-hand", name: HandStatementsPage.title[language])]
    case .plan:
      links = [
        PageFrame.Link(
          address: "/p/\(slug)/text", name: Words(vi: "Văn bản kế hoạch", en: "Plan text")[language])
      ]
    case .publication, .declared: break
    }
    ways = LogsPage.Ways(links: links)
    guard entry.head.kind != .plan else {
      let text = String(decoding: entry.body, as: UTF8.self)
      let changes = year.planText(before: entry).map {
        TextDifference(from: String(decoding: $0, as: UTF8.self), to: text).changes
      }
      differences = (changes ?? []).prefix(Self.most).map { change in
        Difference(
          line: Words(vi: "Dòng \(change.line)", en: "Line \(change.line)")[language],
          old: change.old.map { "− \($0.visible())" }.joined(separator: "\n"),
          new: change.new.map { "+ \($0.visible())" }.joined(separator: "\n"))
      }
      table = nil
      rest =
        changes == nil
        ? Words(vi: "Bản kế hoạch đầu tiên của sổ.", en: "The first version of the plan in the Book.")[
          language]
        : changes?.isEmpty == true
          ? Words(vi: "Không khác bản trước.", en: "The same as the version before.")[language] : nil
      return
    }
    differences = []
    // The rows of a close are for programs; what they say stands in its certificate.
    guard entry.head.kind != .close else {
      table = nil
      rest =
        Words(
          vi: "Các số đã chốt và mọi dòng làm căn cứ nằm trong biên bản.",
          en: "The figures that were closed and every row that they rest on are in the certificate.")[
          language]
      return
    }
    let read = entry.table(most: Self.most)
    // Columns without a single cell tell nothing.
    let kept = read.names.indices.filter { column in read.rows.contains { !$0[column].isEmpty } }
    table =
      read.rows.isEmpty
      ? nil
      : PreviewPage.PreviewTable(
        caption: Words(vi: "Như trong sổ", en: "As the Book has it")[language],
        columns: kept.map { .init(heading: read.names[$0].visible(), kind: "words") },
        rows: read.rows.map { row in kept.map { .init(text: row[$0].visible(), kind: "words") } })
    let more = read.count - read.rows.count
    rest =
      more > 0
      ? Words(
        vi: "và \(grouped(more, in: .vietnamese)) dòng nữa trong sổ.",
        en: "and \(counted(more, "row")) more in the Book.")[language] : nil
  }

  /// A period as people name it; the text itself for one that the plan does not know any more.
  private static func period(_ text: String, of plan: Plan) -> Words {
    let periods = plan.profiles.lazy.compactMap { ReportingPeriod(text, profile: $0) }
    return periods.first?.name ?? Words(text)
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    <dl class="facts">{{#facts}}<dt>{{name}}</dt><dd>{{value}}</dd>{{/facts}}</dl>
    {{#said}}{{#first()}}<h2>{{words.said}}</h2><ul>{{/first()}}<li>{{what}}<br><span class="soft">{{about}}</span><br>{{state}}</li>{{#last()}}</ul>{{/last()}}{{/said}}
    {{#differences}}{{#first()}}<h2>{{words.differences}}</h2>{{/first()}}<pre>{{line}}
    {{old}}
    {{new}}</pre>{{/differences}}
    {{#publication}}<h2>{{words.title}}</h2>
    <p class="soft">{{head}}</p><p><b>{{counts}}</b></p>
    {{#changes}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.title}}">
    <table><thead><tr><th scope="col">{{words.change}}</th><th scope="col" class="name">{{words.work}}</th><th scope="col">{{words.before}}</th><th scope="col">{{words.after}}</th></tr></thead><tbody>{{/first()}}
    <tr><td>{{kind}}</td><th scope="row" class="name">{{name}}</th><td>{{before}}</td><td>{{after}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/changes}}
    {{#more}}<p>{{.}}</p>{{/more}}
    {{#others}}{{#first()}}<form method="get" action="{{action}}" class="choices noprint"><p><label for="against">{{words.against}}</label><select id="against" name="against">{{/first()}}\
    <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{#last()}}</select></p><p><button>{{words.compare}}</button></p></form>{{/last()}}{{/others}}
    {{/publication}}
    {{#folded}}<details><summary>{{.}}</summary>{{/folded}}
    {{#table}}{{> texts}}{{/table}}
    {{#rest}}<p class="soft">{{.}}</p>{{/rest}}
    {{#folded}}</details>{{/folded}}
    {{#ways}}{{> ways}}{{/ways}}

    """
}
