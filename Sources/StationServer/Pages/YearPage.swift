import Counting
import Hummingbird
import Planning
import Reports
import ScheduleModel

/// The year on one page: a row for each line, a column for each month, and in each cell what was scheduled and what went
/// out.
struct YearPage {
  let title: String
  let head: [String]
  let tiles: [Tile]
  let months: [String]
  let groups: [Group]
  let pictures: [PictureView]
  let words: HeadWords

  /// A total, large.
  struct Tile {
    let label: String
    let value: String
    let detail: String
  }

  /// The lines of a level.
  struct Group {
    let level: String?
    let rows: [Row]
  }

  /// A line.
  struct Row {
    let title: String
    let form: String
    let leads: String
    let planned: String
    let cells: [Cell]
    let scheduled: String
    let aired: String
    /// What lower units report on it, with the rows behind; empty where none does.
    let declared: [PageFrame.Link]
    let short: String
    let shortKind: String
  }

  /// A line in a month.
  struct Cell {
    /// `done`, `short`, `ahead`, `open` or `none`.
    let kind: String
    let text: String
    /// What the figures mean, for who cannot see the table.
    let label: String
    /// The page of the cell; `nil` where there is nothing.
    let opens: String?
  }

  /// The words of the table's head and of its key.
  struct HeadWords {
    let table, line, planned, scheduled, aired, short, key, keyDone, keyShort, keyAhead, keyOpen,
      pictures: String
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let language = visit.language
    let body = try await visit.body(of: year) {
      Template.render(.year, YearPage(year, known, language))
    }
    return visit.page(Words("\(known.plan.title)"), of: year, here: "", body: body)
  }

  init(_ year: YearReading, _ known: YearReading.Known, _ language: ReaderLanguage) {
    let (plan, tally) = (known.plan, known.tally)
    title = plan.title.visible()
    head = [
      ([Self.stage(known), Self.reach(known.asOf)]
        + [known.held?.reconciled.coverage.differences(in: known.plan)].compactMap(\.self))
        .map { $0[language] }.joined(separator: " ")
    ]
    months = monthHeadings(of: plan.months, language)
    let declared = known.declared(tally.period.description)
    tiles = tally.totals.map { total in
      let whole = declared?.consolidation.totals.first { $0.id == total.id }?.quantity
      let withUnits = whole.map {
        Words(
          vi: ", cùng số kê khai: \($0.text(in: .vietnamese))",
          en: ", with what units report: \($0.text(in: .english))")
      }
      let planned = total.planned.map { $0.text(in: language, unit: false) } ?? "–"
      let scheduled = plan.unlikeLines(total.counted) == nil ? total.counts.scheduled : nil
      return Tile(
        label: total.title.visible(),
        value: Self.aired(total, of: tally, plan, language),
        detail: Words(
          vi: "kế hoạch \(planned), xếp lịch \(scheduled.map { grouped($0, in: .vietnamese) } ?? "–")"
            + (withUnits?.vi ?? ""),
          en: "planned \(planned), scheduled \(scheduled.map { grouped($0, in: .english) } ?? "–")"
            + (withUnits?.en ?? ""))[language])
    }
    let rows = tally.lines.compactMap { line -> (level: AdminLevel?, row: Row)? in
      guard let own = plan.line(line.line), !own.isEmbedded else { return nil }
      return (own.responsibility.level, Self.row(line, own, year, known, language))
    }
    let levels = AdminLevel.allCases.map(Optional.some) + [nil]
    let present = levels.filter { level in rows.contains { $0.level == level } }
    groups = present.map { level in
      Group(
        level: present.count > 1
          ? (level?.name ?? Words(vi: "Không nêu cấp", en: "Level not stated"))[language] : nil,
        rows: rows.filter { $0.level == level }.map(\.row))
    }
    pictures = TallyReport.pictures(known.report, language: language).map(PictureView.init)
    words = Self.words(knowsOutput: tally.knowsOutput, language)
  }

  /// What went out of a total: the least where no log tells of one of its lines, “–” where none tells of any.
  private static func aired(_ total: TotalTally, of tally: Tally, _ plan: Plan, _ language: ReaderLanguage)
    -> String
  {
    guard tally.isCounted(total, in: plan), plan.unlikeLines(total.counted) == nil else { return "–" }
    let logged = Set(tally.lines.filter { tally.isCounted($0, in: plan) }.map(\.line))
    let least =
      logged.isSuperset(of: total.counted) ? "" : "\(Quantity.Qualifier.atLeast.word(in: language)) "
    return least + grouped(total.counts.aired, in: language)
  }

  private static func row(
    _ line: LineTally, _ own: PlanLine, _ year: YearReading, _ known: YearReading.Known,
    _ language: ReaderLanguage
  ) -> Row {
    let plan = known.plan
    let names = monthHeadings(of: plan.months, language)
    let whole = line.months.reduce(Counts(), +)
    let knows = known.tally.isCounted(line, in: plan)
    // What went out and what is still to come; what is over and did not go out is lacking.
    let expected = knows ? whole.aired + whole.pending : whole.scheduled
    let wanted = line.planned?.unit.time == nil ? line.planned?.floor : own.works
    let declared = declared(line.line, known, language)
    // Of a line that nobody schedules and no log tells of, only what units report is known.
    let isUnknown = !knows && own.placing == nil
    let short = isUnknown ? nil : wanted.map { max(0, $0 - expected) }
    return Row(
      title: own.title.visible(), form: own.form.description.visible(),
      leads: "/p/\(year.address)/counts/\(line.line)",
      planned: line.planned?.text(in: language, unit: false) ?? "–",
      cells: line.months.enumerated().map { index, counts in
        cell(
          counts, named: names[index], isOver: isOver(plan.months.days(of: index), known), knows: knows,
          opens: "/p/\(year.address)/cells/\(line.line)/\(plan.months.name(of: index))", language)
      },
      scheduled: grouped(whole.scheduled, in: language),
      aired: knows ? grouped(whole.aired, in: language) : "–",
      declared: declared.map {
        PageFrame.Link(address: "/p/\(year.address)/counts/\(line.line)", name: $0.visible())
      },
      short: short.map { $0 == 0 ? "0" : "−\(grouped($0, in: language))" } ?? "–",
      shortKind: (short ?? 0) > 0 ? "short" : "")
  }

  /// What lower units report on a line: of the year where that is known, else of each period.
  private static func declared(_ line: String, _ known: YearReading.Known, _ language: ReaderLanguage)
    -> [String]
  {
    guard let year = known.declared.last else { return [] }
    let sum = year.consolidation.lines.first { $0.line == line }?.sum
    let inputs = sum?.reported.isEmpty == false ? [year] : known.declared.dropLast().map(\.self)
    return inputs.compactMap { input in
      ConsolidationReport.declared(line, input, language: language).map { figure in
        let period = input.consolidation.period.name
        return Words(vi: "kê khai \(period.vi): \(figure)", en: "reported, \(period.en): \(figure)")[language]
      }
    }
  }

  private static func isOver(_ days: Range<CivilDay>, _ known: YearReading.Known) -> Bool {
    known.asOf.map { days.upperBound <= $0.advanced(by: 1) } ?? false
  }

  private static func cell(
    _ counts: Counts, named month: String, isOver: Bool, knows: Bool, opens: String,
    _ language: ReaderLanguage
  ) -> Cell {
    guard counts.scheduled > 0 || counts.aired > 0 else {
      return Cell(kind: "none", text: "·", label: "", opens: nil)
    }
    let lacking = max(0, counts.scheduled - counts.beyondLogs - counts.aired)
    let kind =
      !knows || counts.beyondLogs == counts.scheduled && counts.aired == 0
      ? "ahead" : lacking > 0 ? "short" : counts.beyondLogs > 0 || !isOver ? "open" : "done"
    var label = Words(
      vi: "\(month): xếp lịch \(counts.scheduled)", en: "\(month): \(counts.scheduled) scheduled")
    if knows, kind != "ahead" {
      label = Words(
        vi: "\(label.vi), thực hiện \(counts.aired)" + (lacking > 0 ? ", thiếu \(lacking)" : ""),
        en: "\(label.en), \(counts.aired) aired" + (lacking > 0 ? ", \(lacking) short" : ""))
    }
    let text = kind == "ahead" ? "\(counts.scheduled)" : "\(counts.aired)/\(counts.scheduled)"
    return Cell(kind: kind, text: text, label: label[language], opens: opens)
  }

  /// How far the schedule has come.
  static func stage(_ known: YearReading.Known) -> Words {
    switch known.planned.origin {
    case .published: Words(vi: "Lịch đã phát hành.", en: "The schedule is published.")
    case .draft:
      Words(
        vi: "Chưa phát hành: trang này cho thấy dự thảo lịch.",
        en: "Not published yet: this page shows the draft of the schedule.")
    case .named, .plan:
      Words(
        vi: "Chưa phát hành: trang này cho thấy lịch mà kế hoạch tự cho ra.",
        en: "Not published yet: this page shows the schedule that the plan gives by itself.")
    }
  }

  /// How far the logs reach.
  static func reach(_ day: CivilDay?) -> Words {
    day.map {
      Words(
        vi: "Nhật ký phát sóng có đến hết ngày \($0.forPeople).",
        en: "The as-run logs tell of days up to \($0.forPeople), included.")
    }
      ?? Words(
        vi: "Chưa có nhật ký phát sóng: chưa biết tác phẩm nào đã phát.",
        en: "There is no as-run log yet: nothing is known to have aired.")
  }

  private static func words(knowsOutput: Bool, _ language: ReaderLanguage) -> HeadWords {
    HeadWords(
      table: Words(vi: "Từng chỉ tiêu theo tháng", en: "Lines by month")[language],
      line: Words(vi: "Chỉ tiêu", en: "Line")[language],
      planned: Words(vi: "Kế hoạch", en: "Planned")[language],
      scheduled: Words(vi: "Xếp lịch", en: "Scheduled")[language],
      aired: Words(vi: "Thực hiện", en: "Aired")[language], short: Words(vi: "Thiếu", en: "Short")[language],
      key: Words(
        vi: "Trong ô: đã thực hiện / đã xếp lịch; mở ô để xem từng lượt và lý do.",
        en: "In a cell: aired / scheduled; open it for each broadcast and the reasons.")[language],
      keyDone: Words(vi: "đủ", en: "complete")[language], keyShort: Words(vi: "thiếu", en: "short")[language],
      keyAhead: Words(vi: "chưa có nhật ký", en: "no log yet")[language],
      keyOpen: Words(vi: "đang thực hiện", en: "under way")[language],
      pictures: Words(vi: "Trong năm", en: "Over the year")[language])
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#head}}
    <p class="soft">{{.}}</p>
    {{/head}}
    <div class="tiles">
    {{#tiles}}
    <div class="tile"><p class="label">{{label}}</p><p class="value">{{value}} <small>{{words.aired}}</small></p>\
    <p class="soft">{{detail}}</p></div>
    {{/tiles}}
    </div>
    <p class="key">{{words.key}} <span class="swatch done">{{words.keyDone}}</span>
    <span class="swatch short">{{words.keyShort}}</span> <span class="swatch open">{{words.keyOpen}}</span>
    <span class="swatch ahead">{{words.keyAhead}}</span></p>
    <div class="table" tabindex="0" role="region" aria-label="{{words.table}}">
    <table class="months">
    <thead><tr><th scope="col" class="name">{{words.line}}</th><th scope="col" class="number">{{words.planned}}</th>
    {{#months}}
    <th scope="col" class="month">{{.}}</th>
    {{/months}}
    <th scope="col" class="number">{{words.scheduled}}</th><th scope="col" class="number">{{words.aired}}</th>\
    <th scope="col" class="number">{{words.short}}</th></tr></thead>
    {{#groups}}
    <tbody>
    {{#level}}<tr class="group"><th scope="rowgroup" colspan="2">{{.}}</th><td colspan="20"></td></tr>
    {{/level}}
    {{#rows}}
    <tr><th scope="row" class="name"><a href="{{leads}}">{{title}}</a> <span class="soft">{{form}}</span></th>
    <td class="number">{{planned}}</td>
    {{#cells}}
    <td class="month {{kind}}">{{#opens}}<a href="{{.}}" aria-label="{{label}}" title="{{label}}">{{text}}</a>{{/opens}}\
    {{^opens}}<span aria-hidden="true">{{text}}</span>{{/opens}}</td>
    {{/cells}}
    <td class="number">{{scheduled}}</td><td class="number">{{aired}}{{#declared}}<br><a class="soft" href="{{address}}">{{name}}</a>{{/declared}}</td><td class="number {{shortKind}}">{{short}}</td></tr>
    {{/rows}}
    </tbody>
    {{/groups}}
    </table>
    </div>
    {{#pictures}}{{#first()}}<h2>{{words.pictures}}</h2>{{/first()}}
    {{> picture}}
    {{/pictures}}

    """
}
