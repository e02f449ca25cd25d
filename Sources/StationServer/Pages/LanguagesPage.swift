import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// The language versions of a month: a row for each work, a column for each language, with the deadline of the
/// translation and what became of the version.
struct LanguagesPage {
  let title: String
  let month: String
  let before: PageFrame.Link
  let after: PageFrame.Link
  let head: String
  /// Where it is said how far each is; `nil` for whoever may not see that.
  let board: PageFrame.Link?
  let nothing: String
  let table: String
  let work: String
  let languages: [String]
  let rows: [Row]

  /// A work.
  struct Row {
    let title: String
    let details: String
    let cells: [Cell]
  }

  /// A work in a language.
  struct Cell {
    /// `done`, `shifted`, `missed`, `late` or `open`; `none` where there is no version.
    let kind: String
    let airs: String?
    let due: String?
    let who: String?
    let state: String?
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let day = try DayChoice(visit, of: year).day
    let language = visit.language
    let readsBoard = visit.plan?.allows(.readDraft) ?? false
    let body = try await visit.body(of: year, readsBoard ? "board" : "") {
      Template.render(
        .languages, LanguagesPage(year, known, inMonthOf: day, language, readsBoard: readsBoard))
    }
    return visit.page(Words(vi: "Ngôn ngữ", en: "Languages"), of: year, here: "/languages", body: body)
  }

  init(
    _ year: YearReading, _ known: YearReading.Known, inMonthOf day: CivilDay, _ language: ReaderLanguage,
    readsBoard: Bool
  ) {
    board =
      readsBoard
      ? PageFrame.Link(
        address: "/p/\(year.address)/desk/languages?day=\(day)", name: LanguageBoardPage.title[language])
      : nil
    let plan = known.plan
    let (number, ofYear) = (day.month, day.year)
    let days = CivilDay.month(number, of: ofYear)
    title = LanguageVersions.name(in: plan)[language].capitalizedFirst
    month =
      Words(vi: "Tháng \(number)/\(ofYear)", en: "\(CivilDay.englishMonths[number - 1]) \(ofYear)")[language]
    func link(_ day: CivilDay, _ name: Words) -> PageFrame.Link {
      PageFrame.Link(address: "/p/\(year.address)/languages?day=\(day)", name: name[language])
    }
    before = link(days.lowerBound.advanced(by: -1), Words(vi: "Tháng trước", en: "Month before"))
    after = link(days.upperBound, Words(vi: "Tháng sau", en: "Month after"))
    let versions = known.planned.schedule.placements.filter {
      plan.isVersionFirstRun($0) && known.days.days(of: $0).overlaps(days)
    }
    let tags = Self.inPlanOrder(Set(versions.map(\.language)), plan)
    languages = tags.map { BroadcastLanguage.name(of: $0, in: language) }
    var works: [Work: [LanguageTag: Placement]] = [:]
    var order: [Work] = []
    for version in versions {
      let work = Work(line: version.line, edition: version.edition)
      if works[work] == nil { order.append(work) }
      works[work, default: [:]][version.language] = version
    }
    rows = order.map { work in
      Row(
        title: plan.title(ofLine: work.line, in: language).visible(),
        details: PageWords.edition(work.edition)[language],
        cells: tags.map { Self.cell(works[work]?[$0], year, known, language) })
    }
    head =
      Words(
        vi: "Mỗi ô: ngày phát, hạn dịch, người dịch và kết quả.",
        en:
          "In each cell: the day on the air, the deadline of the translation, the translator and the outcome."
      )[
        language]
    nothing =
      Words(
        vi: "Tháng này không có bản nào phát.", en: "No version is on the air in this month.")[language]
    table = Words(vi: "Tác phẩm và ngôn ngữ", en: "Works and languages")[language]
    work = Words(vi: "Tác phẩm", en: "Work")[language]
  }

  private struct Work: Hashable {
    let line: String
    let edition: Int
  }

  private static func inPlanOrder(_ tags: Set<LanguageTag>, _ plan: Plan) -> [LanguageTag] {
    var order: [LanguageTag] = []
    for tag in plan.lines.flatMap({ $0.versions?.into ?? [] })
    where tags.contains(tag) && !order.contains(tag) {
      order.append(tag)
    }
    return order + tags.subtracting(order).sorted { $0.tag < $1.tag }
  }

  private static func cell(
    _ version: Placement?, _ year: YearReading, _ known: YearReading.Known, _ language: ReaderLanguage
  ) -> Cell {
    guard let version else { return Cell(kind: "none", airs: nil, due: nil, who: nil, state: nil) }
    let plan = known.plan
    let view = PlacementView(version, in: year, known, language)
    let due = plan.deadlines(of: version).first { $0.work == .translation }?.day(before: version)
    let isLate =
      view.state == nil && due.map { $0 < year.today } ?? false && version.timing.days.upperBound > year.today
    let who = plan.line(version.line)?.versions?.translators[version.language].map {
      plan.translator($0)?.name ?? $0
    }
    return Cell(
      kind: isLate ? "late" : view.kind, airs: version.timing.text(in: language),
      due: due.map { Words(vi: "hạn dịch \($0.forPeople)", en: "translation due \($0.forPeople)")[language] },
      who: who?.visible(),
      state: isLate ? Words(vi: "quá hạn dịch", en: "translation overdue")[language] : view.state)
  }

  static let template = """
    <h1>{{title}} <span class="soft">{{month}}</span></h1>
    <p class="soft">{{head}}</p>
    {{#board}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/board}}
    <p class="steps noprint">{{#before}}<a href="{{address}}" rel="prev">← {{name}}</a>{{/before}} {{#after}}<a href="{{address}}" rel="next">{{name}} →</a>{{/after}}</p>
    {{^rows}}<p>{{nothing}}</p>{{/rows}}
    {{#rows}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{table}}">
    <table><thead><tr><th scope="col" class="name">{{work}}</th>{{#languages}}<th scope="col">{{.}}</th>{{/languages}}</tr></thead>
    <tbody>{{/first()}}
    <tr><th scope="row" class="name">{{title}} <span class="soft">{{details}}</span></th>
    {{#cells}}
    <td class="version {{kind}}">{{#airs}}<strong>{{.}}</strong>{{/airs}}{{^airs}}–{{/airs}}{{#due}}<br>{{.}}{{/due}}\
    {{#who}}, {{.}}{{/who}}{{#state}}<br><span class="state">{{.}}</span>{{/state}}</td>
    {{/cells}}
    </tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}

    """
}

extension String {
  /// The text with its first letter large, as a heading begins.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
