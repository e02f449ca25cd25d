import Hummingbird
import Planning
import Reports
import ScheduleModel

/// The schedule of a week in columns, of a month on a sheet, or as a list: for each day what belongs to its broadcast day,
/// so that what passes midnight stays one block.
struct SchedulePage {
  let title: String
  let span: String
  let before: PageFrame.Link
  let after: PageFrame.Link
  let views: [PageFrame.Link]
  let outlets: [PageFrame.Link]
  let viewsName: String
  let outletsName: String
  let form: String
  let floating: [PlacementView]
  let floatingHeading: String
  let nothing: String
  let words: ListWords
  /// Only one of them is there.
  let week: [Day]?
  let month: [Week]?
  let list: [Day]?

  /// A day with what is on it.
  struct Day {
    let name: String
    let short: String
    /// `day`, `today` or `outside` the month.
    let kind: String
    let leads: String
    let blocks: [PlacementView]
    let more: String?
  }

  /// Seven days from Monday.
  struct Week {
    let cells: [Day]
  }

  /// The heads of the list.
  struct ListWords {
    let time, work, outlet, outcome, table: String
    let weekdays: [String]
  }

  /// The forms of the page.
  enum View: String, CaseIterable {
    case week, month, list

    var name: Words {
      switch self {
      case .week: Words(vi: "Tuần", en: "Week")
      case .month: Words(vi: "Tháng", en: "Month")
      case .list: Words(vi: "Danh sách tháng", en: "List of the month")
      }
    }
  }

  /// What the address asks for.
  struct Choice {
    let view: View
    let day: CivilDay
    /// The only outlet; `nil` for all.
    let outlet: String?

    /// The address of the same page with something else.
    func address(_ year: YearReading, view: View? = nil, day: CivilDay? = nil, outlet: String?? = nil)
      -> String
    {
      let outlet = outlet ?? self.outlet
      return "/p/\(year.address)/schedule?view=\((view ?? self.view).rawValue)&day=\(day ?? self.day)"
        + (outlet.map { "&outlet=\($0)" } ?? "")
    }
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let asked = visit.asked("view")
    guard let view = asked.map(View.init(rawValue:)) ?? .week else {
      throw Refusal.unknown(
        asked ?? "", Words(vi: "view là week, month hoặc list", en: "view is week, month or list"))
    }
    let outlet = visit.asked("outlet")
    if let outlet, known.plan.outlet(outlet) == nil {
      let ids = known.plan.outlets.map(\.id).joined(separator: ", ")
      throw Refusal.unknown(outlet, Words(vi: "các kênh: \(ids)", en: "the outlets are \(ids)"))
    }
    let choice = Choice(view: view, day: try DayChoice(visit, of: year).day, outlet: outlet)
    let language = visit.language
    let body = try await visit.body(of: year) {
      Template.render(.schedule, SchedulePage(choice, year, known, language))
    }
    return visit.page(Words(vi: "Lịch phát", en: "Schedule"), of: year, here: "/schedule", body: body)
  }

  init(_ choice: Choice, _ year: YearReading, _ known: YearReading.Known, _ language: ReaderLanguage) {
    let plan = known.plan
    title = Words(vi: "Lịch phát", en: "Schedule")[language]
    let monday = choice.day.advanced(by: 1 - choice.day.weekday)
    let (number, ofYear) = (choice.day.month, choice.day.year)
    let wholeMonth = CivilDay.month(number, of: ofYear)
    let shown = choice.view == .week ? monday..<monday.advanced(by: 7) : wholeMonth
    let (earlier, later) =
      choice.view == .week
      ? (monday.advanced(by: -7), monday.advanced(by: 7))
      : (
        CivilDay.month(
          wholeMonth.lowerBound.advanced(by: -1).month, of: wholeMonth.lowerBound.advanced(by: -1).year
        )
        .lowerBound, wholeMonth.upperBound
      )
    span =
      choice.view == .week
      ? "\(shown.lowerBound.forPeople)–\(shown.upperBound.advanced(by: -1).forPeople)"
      : Words(vi: "Tháng \(number)/\(ofYear)", en: "\(CivilDay.englishMonths[number - 1]) \(ofYear)")[
        language]
    before = PageFrame.Link(
      address: choice.address(year, day: earlier),
      name: (choice.view == .week
        ? Words(vi: "Tuần trước", en: "Week before") : Words(vi: "Tháng trước", en: "Month before"))[language]
    )
    after = PageFrame.Link(
      address: choice.address(year, day: later),
      name: (choice.view == .week
        ? Words(vi: "Tuần sau", en: "Week after") : Words(vi: "Tháng sau", en: "Month after"))[
          language])
    views = View.allCases.map {
      PageFrame.Link(
        address: choice.address(year, view: $0), name: $0.name[language], isHere: $0 == choice.view)
    }
    let used = Set(known.planned.schedule.placements.lazy.map(\.outlet))
    outlets =
      [
        PageFrame.Link(
          address: choice.address(year, outlet: .some(nil)), name: Words(vi: "Tất cả", en: "All")[language],
          isHere: choice.outlet == nil)
      ]
      + plan.outlets.filter { used.contains($0.id) }.map {
        PageFrame.Link(
          address: choice.address(year, outlet: $0.id), name: $0.name.visible(),
          isHere: $0.id == choice.outlet)
      }
    viewsName = Words(vi: "Dạng xem", en: "Views")[language]
    outletsName = Words(vi: "Kênh", en: "Outlets")[language]
    form = choice.view.rawValue

    // The sheet of a month begins on a Monday and ends on a Sunday.
    let first = shown.lowerBound.advanced(by: 1 - shown.lowerBound.weekday)
    let last = shown.upperBound.advanced(by: (8 - shown.upperBound.weekday) % 7)
    let drawn = choice.view == .list ? shown : first..<last
    var byDay: [CivilDay: [Placement]] = [:]
    var floating: [Placement] = []
    for placement in known.planned.schedule.placements
    where choice.outlet.map({ $0 == placement.outlet }) ?? true {
      let days = known.days.days(of: placement)
      guard days.overlaps(drawn) else { continue }
      if case .inMonth = placement.timing {
        if days.overlaps(shown) { floating.append(placement) }
        continue
      }
      // An exhibition of several days stands on each of them.
      for day in days.clamped(to: drawn) { byDay[day, default: []].append(placement) }
    }
    func day(_ day: CivilDay, most: Int = .max) -> Day {
      // What goes out after midnight and belongs to this day comes last: it is later than all of it.
      let placements = byDay[day] ?? []
      let blocks = placements.prefix(most).map { PlacementView($0, in: year, known, language) }
      let left = placements.count - blocks.count
      return Day(
        name: PageWords.day(day, language), short: "\(day.components.day)",
        kind: day == year.today ? "today" : shown.contains(day) ? "day" : "outside",
        leads: "/p/\(year.address)/today?day=\(day)", blocks: blocks,
        more: left > 0 ? Words(vi: "và \(left) nữa", en: "and \(left) more")[language] : nil)
    }
    self.floating = floating.map { PlacementView($0, in: year, known, language) }
    floatingHeading = Words(vi: "Trong tháng, chưa định ngày", en: "In the month, on no fixed day")[language]
    nothing = Words(vi: "Không có lượt phát nào.", en: "There are no broadcasts.")[language]
    week = choice.view == .week ? drawn.map { day($0) } : nil
    month =
      choice.view == .month
      ? stride(from: 0, to: drawn.count, by: 7).map { start in
        Week(cells: (start..<start + 7).map { day(first.advanced(by: $0), most: 4) })
      } : nil
    list = choice.view == .list ? drawn.map { day($0) }.filter { !$0.blocks.isEmpty } : nil
    words = ListWords(
      time: Words(vi: "Giờ", en: "Time")[language], work: Words(vi: "Tác phẩm", en: "Work")[language],
      outlet: Words(vi: "Kênh", en: "Outlet")[language],
      outcome: Words(vi: "Kết quả", en: "Outcome")[language],
      table: Words(vi: "Lịch theo ngày", en: "Schedule by day")[language],
      weekdays: (1...7).map { weekdayName($0, language) })
  }

  static let template = """
    <h1>{{title}} <span class="soft">{{span}}</span></h1>
    <div class="choices noprint">
    <nav aria-label="{{viewsName}}"><ul class="tabs">{{#views}}<li><a href="{{address}}"{{#isHere}} aria-current="true"{{/isHere}}>{{name}}</a></li>{{/views}}</ul></nav>
    <nav aria-label="{{outletsName}}"><ul class="tabs">{{#outlets}}<li><a href="{{address}}"{{#isHere}} aria-current="true"{{/isHere}}>{{name}}</a></li>{{/outlets}}</ul></nav>
    <p class="steps">{{#before}}<a href="{{address}}" rel="prev">← {{name}}</a>{{/before}} {{#after}}<a href="{{address}}" rel="next">{{name}} →</a>{{/after}}</p>
    </div>
    {{#floating}}{{#first()}}<section class="floating"><h2>{{floatingHeading}}</h2><ul class="blocks">{{/first()}}
    <li><a class="block {{kind}}" href="{{leads}}"><strong>{{title}}</strong> <span class="soft">{{details}} · {{outlet}}</span>\
    {{#state}} <span class="state">{{.}}</span>{{/state}}</a></li>
    {{#last()}}</ul></section>{{/last()}}{{/floating}}
    {{#week}}{{#first()}}<div class="week">{{/first()}}
    <section class="{{kind}}"><h2><a href="{{leads}}">{{name}}</a></h2>
    {{^blocks}}<p class="soft none">–</p>{{/blocks}}
    <ol class="blocks">
    {{#blocks}}
    <li><a class="block {{kind}}" href="{{leads}}"><span class="time">{{time}}</span> <strong>{{title}}</strong> \
    <span class="soft">{{details}} · {{outlet}}</span>{{#state}} <span class="state">{{.}}</span>{{/state}}</a></li>
    {{/blocks}}
    </ol></section>
    {{#last()}}</div>{{/last()}}{{/week}}
    {{#month}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}">
    <table class="sheet"><thead><tr>{{#words.weekdays}}<th scope="col">{{.}}</th>{{/words.weekdays}}</tr></thead><tbody>{{/first()}}
    <tr>
    {{#cells}}
    <td class="{{kind}}"><a class="date" href="{{leads}}" aria-label="{{name}}">{{short}}</a><ul class="small">
    {{#blocks}}
    <li class="{{kind}}"><span class="time">{{time}}</span> {{title}}, {{details}}</li>
    {{/blocks}}
    {{#more}}<li class="soft">{{.}}</li>{{/more}}
    </ul></td>
    {{/cells}}
    </tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/month}}
    {{#list}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}">
    <table class="list"><thead><tr><th scope="col">{{words.time}}</th><th scope="col">{{words.work}}</th>\
    <th scope="col">{{words.outlet}}</th><th scope="col">{{words.outcome}}</th></tr></thead>{{/first()}}
    <tbody><tr class="group"><th scope="rowgroup" colspan="4">{{name}}</th></tr>
    {{#blocks}}
    <tr class="{{kind}}"><td class="time">{{time}}</td><th scope="row" class="name"><a href="{{leads}}">{{title}}</a> \
    <span class="soft">{{details}}</span></th><td class="words">{{outlet}}</td><td class="words"><span class="state">{{state}}</span></td></tr>
    {{/blocks}}
    </tbody>
    {{#last()}}</table></div>{{/last()}}{{/list}}

    """
}
