import Counting
import Hummingbird
import Planning
import Reports
import ScheduleModel

/// One line in one month: each broadcast with what became of it, and why there are so many.
struct CellPage {
  let line: String
  let month: String
  let back: PageFrame.Link
  let before: PageFrame.Link?
  let after: PageFrame.Link?
  let figures: String
  let reasons: [String]
  let reasonsHeading: String
  let nothing: String
  let rows: [Row]
  let columns: [String]
  let table: String

  /// A broadcast.
  struct Row {
    let placement: PlacementView
    let when: String
    let aired: String
    let proof: String
    let state: String
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    guard let line = known.plan.line(try visit.part("line")), !line.isEmbedded,
      let month = known.plan.months.index(named: try visit.part("month"))
    else { throw Refusal.notFound }
    let language = visit.language
    let body = try await visit.body(of: year) {
      Template.render(.cell, CellPage(line, month, year, known, language))
    }
    return visit.page(Words(line.title), of: year, here: nil, body: body)
  }

  init(
    _ line: PlanLine, _ month: Int, _ year: YearReading, _ known: YearReading.Known,
    _ language: ReaderLanguage
  ) {
    let plan = known.plan
    self.line = line.title.visible()
    let (number, ofYear) = (plan.months.month(of: month), plan.months.year(of: month))
    self.month =
      Words(
        vi: "Tháng \(number)/\(ofYear)", en: "\(CivilDay.englishMonths[number - 1]) \(ofYear)")[language]
    back = PageFrame.Link(address: "/p/\(year.address)", name: Words(vi: "Cả năm", en: "Year")[language])
    func link(_ index: Int) -> PageFrame.Link? {
      guard plan.months.indices.contains(index) else { return nil }
      return PageFrame.Link(
        address: "/p/\(year.address)/cells/\(line.id)/\(plan.months.name(of: index))",
        name: monthHeadings(of: plan.months, language)[index])
    }
    (before, after) = (link(month - 1), link(month + 1))
    let days = plan.months.days(of: month)
    let placements = known.planned.schedule.placements.filter { placement in
      guard placement.line == line.id else { return false }
      let airing = known.outcomes[placement.uid]?.airing?.broadcastDay
      return days.contains(known.days.days(of: placement).lowerBound) || airing.map(days.contains) ?? false
    }
    let tally = known.tally.lines.first { $0.line == line.id }
    let counts = tally?.months[month] ?? Counts()
    let knows = tally.map { known.tally.isCounted($0, in: plan) } ?? false
    figures = Self.figures(counts, knows: knows, language)
    reasons = CellReasons(line: line, month: month, counts: counts, known: known).words.map { $0[language] }
    reasonsHeading = Words(vi: "Vì sao có con số này", en: "Why the figures are what they are")[language]
    nothing =
      Words(vi: "Không có lượt phát nào trong tháng.", en: "There is no broadcast in this month.")[language]
    rows = placements.map { placement in
      let result = known.outcomes[placement.uid]
      let entry = result?.makeGood ?? result?.entry ?? result?.substitute?.entry
      let view = PlacementView(placement, in: year, known, language)
      return Row(
        placement: view, when: placement.timing.text(in: language),
        aired: entry.map { $0.day.forPeople + ($0.time.map { " \($0)" } ?? "") } ?? "–",
        proof: entry.map { "\($0.place.file):\($0.place.line)".visible() } ?? "–",
        state: view.state ?? Words(vi: "chưa có nhật ký", en: "no log yet")[language])
    }
    columns = [
      Words(vi: "Tác phẩm", en: "Work"), Words(vi: "Kênh", en: "Outlet"), Words(vi: "Lịch", en: "Scheduled"),
      Words(vi: "Kết quả", en: "Outcome"), Words(vi: "Thực tế", en: "Aired"),
      Words(vi: "Dòng nhật ký", en: "Row of the log"),
    ].map { $0[language] }
    table = Words(vi: "Từng lượt phát", en: "Each broadcast")[language]
  }

  private static func figures(_ counts: Counts, knows: Bool, _ language: ReaderLanguage) -> String {
    var parts = [Words(vi: "Xếp lịch \(counts.scheduled)", en: "\(counts.scheduled) scheduled")]
    if knows {
      parts.append(Words(vi: "thực hiện \(counts.aired)", en: "\(counts.aired) aired"))
      let others: [(Int, Words)] = [
        (counts.moved, Words(vi: "khác ngày", en: "of them on another day")),
        (counts.unplanned, Words(vi: "ngoài lịch", en: "of them not in the schedule")),
        (counts.missed, Words(vi: "chưa thực hiện", en: "missed")),
        (counts.preempted, Words(vi: "nhường sóng", en: "pre-empted")),
        (counts.unclear, Words(vi: "chưa rõ đã phát hay chưa", en: "not clear whether they aired")),
        (counts.pending - counts.unclear, Words(vi: "chưa có nhật ký", en: "without a log yet")),
      ]
      for (count, name) in others where count > 0 {
        parts.append(Words(vi: "\(name.vi) \(count)", en: "\(count) \(name.en)"))
      }
    }
    return parts.map { $0[language] }.joined(separator: ", ") + "."
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{line}} <span class="soft">{{month}}</span></h1>
    <p class="steps">{{#before}}<a href="{{address}}" rel="prev">← {{name}}</a>{{/before}}
    {{#after}}<a href="{{address}}" rel="next">{{name}} →</a>{{/after}}</p>
    <p>{{figures}}</p>
    <h2>{{reasonsHeading}}</h2>
    <ul>
    {{#reasons}}
    <li>{{.}}</li>
    {{/reasons}}
    </ul>
    {{^rows}}<p>{{nothing}}</p>{{/rows}}
    {{#rows}}{{#first()}}
    <div class="table" tabindex="0" role="region" aria-label="{{table}}">
    <table>
    <caption>{{table}}</caption>
    <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{/first()}}
    <tr class="{{placement.kind}}"><th scope="row" class="name">{{placement.title}} <span class="soft">{{placement.details}}</span></th>\
    <td class="words">{{placement.outlet}}</td><td class="words">{{when}}</td><td class="words"><span class="state">{{state}}</span></td>\
    <td class="words">{{aired}}</td><td class="words">{{proof}}</td></tr>
    {{#last()}}
    </tbody>
    </table>
    </div>
    {{/last()}}{{/rows}}

    """
}
