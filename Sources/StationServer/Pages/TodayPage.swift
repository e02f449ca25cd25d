import Hummingbird
import Planning
import Reports
import ScheduleModel

/// What is on the air on a day, what is due in the days after it, and what is late.
struct TodayPage {
  let title: String
  let note: String?
  let before: PageFrame.Link
  let after: PageFrame.Link
  let air: [PlacementView]
  let late: [TableView]
  let steps: [String]
  let due: [TableView]
  let words: PlainWords

  /// Its headings.
  struct PlainWords {
    let air, late, steps, due, nothing, nothingLate, nothingDue: String
  }

  /// How many days ahead deadlines are listed.
  private static let daysAhead = 7

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let day = try DayChoice(visit, of: year).day
    let language = visit.language
    let body = try await visit.body(of: year) {
      Template.render(.today, TodayPage(year, known, on: day, language))
    }
    return visit.page(Words(vi: "Hôm nay", en: "Today"), of: year, here: "/today", body: body)
  }

  init(_ year: YearReading, _ known: YearReading.Known, on day: CivilDay, _ language: ReaderLanguage) {
    let plan = known.plan
    title = PageWords.day(day, language)
    note =
      day == year.today
      ? nil
      : Words(
        vi: "Trang này đang xem ngày \(day.forPeople); hôm nay là \(year.today.forPeople).",
        en: "This page shows \(day.forPeople); today is \(year.today.forPeople).")[language]
    func link(_ step: Int, _ name: Words) -> PageFrame.Link {
      PageFrame.Link(address: "/p/\(year.address)/today?day=\(day.advanced(by: step))", name: name[language])
    }
    before = link(-1, Words(vi: "Ngày trước", en: "Day before"))
    after = link(1, Words(vi: "Ngày sau", en: "Day after"))
    let placements = known.planned.schedule.placements
    air = placements.filter { placement in
      if case .inMonth = placement.timing { return false }
      return known.days.days(of: placement).contains(day)
    }.map { PlacementView($0, in: year, known, language) }
    let status = year.status()
    let report = StatusReport(status, plan: plan, folder: "", language: language)
    func view(_ table: TextTable?, _ name: Words) -> TableView? {
      table.map { table in
        var named = table
        named.caption = name[language]
        return TableView(named, name: name[language])
      }
    }
    late = [
      view(report.lateLines(), Words(vi: "Chỉ tiêu chậm so với lịch", en: "Lines behind their schedule")),
      view(report.missedPlacements(), Words(vi: "Chưa phát, cần phát bù", en: "Missed, to be made good")),
      view(
        report.overdueWork(),
        Words(
          vi: "Đã quá hạn, chưa phát; sổ không ghi việc đã xong hay chưa",
          en: "Past its deadline, not on the air yet; the Book does not tell what is done")),
    ].compactMap(\.self)
    steps = report.nextSteps
    let work = StatusReport.work(
      Self.due(placements, known, from: day).map { ($0.deadline.work, $0.day, $0.placement, $0.who) },
      of: plan,
      in: language)
    due =
      work.rows.isEmpty
      ? [] : [TableView(work, name: Words(vi: "Việc đến hạn", en: "Work that is due")[language])]
    words = PlainWords(
      air: Words(vi: "Lên sóng, lên trang", en: "On the air and in print")[language],
      late: Words(vi: "Chậm, thiếu đến nay", en: "Late or missing so far")[language],
      steps: Words(vi: "Việc tiếp theo", en: "Next")[language],
      due: Words(
        vi: "Đến hạn trong \(Self.daysAhead) ngày tới", en: "Due within \(Self.daysAhead) days")[language],
      nothing: Words(vi: "Không có lượt phát nào trong ngày.", en: "Nothing is on the air on this day.")[
        language],
      nothingLate: Words(vi: "Không có gì chậm.", en: "Nothing is late.")[language],
      nothingDue: Words(vi: "Không có việc nào đến hạn.", en: "No work is due.")[language])
  }

  /// Work that is due from a day on, for what is not on the air yet, in the order of the deadlines.
  private static func due(_ placements: [Placement], _ known: YearReading.Known, from day: CivilDay)
    -> [(deadline: Deadline, day: CivilDay, placement: Placement, who: String?)]
  {
    let plan = known.plan
    let days = day..<day.advanced(by: daysAhead + 1)
    var rows: [(deadline: Deadline, day: CivilDay, placement: Placement, who: String?)] = []
    for placement in placements where placement.timing.days.upperBound > day {
      for deadline in plan.deadlines(of: placement) where days.contains(deadline.day(before: placement)) {
        let translator = plan.line(placement.line)?.versions?.translators[placement.language]
        let who =
          deadline.work == .translation
          ? translator.map { plan.translator($0)?.name ?? $0 }
          : plan.line(placement.line)?.responsibility.person
        rows.append((deadline, deadline.day(before: placement), placement, who))
      }
    }
    return rows.sorted { ($0.day, $0.placement.uid) < ($1.day, $1.placement.uid) }
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#note}}<p class="note">{{.}}</p>
    {{/note}}
    <p class="steps">{{#before}}<a href="{{address}}" rel="prev">← {{name}}</a>{{/before}}
    {{#after}}<a href="{{address}}" rel="next">{{name}} →</a>{{/after}}</p>
    <div class="columns">
    <section>
    <h2>{{words.air}}</h2>
    {{^air}}<p>{{words.nothing}}</p>{{/air}}
    <ol class="blocks">
    {{#air}}
    <li><a class="block {{kind}}" href="{{leads}}"><span class="time">{{time}}</span> <strong>{{title}}</strong> \
    <span class="soft">{{details}} · {{outlet}}</span>{{#state}} <span class="state">{{.}}</span>{{/state}}</a></li>
    {{/air}}
    </ol>
    </section>
    <section>
    <h2>{{words.steps}}</h2>
    <ul>
    {{#steps}}
    <li>{{.}}</li>
    {{/steps}}
    </ul>
    {{^steps}}<p>{{words.nothingLate}}</p>{{/steps}}
    </section>
    </div>
    <section>
    <h2>{{words.late}}</h2>
    {{^late}}<p>{{words.nothingLate}}</p>{{/late}}
    {{#late}}
    {{> table}}
    {{/late}}
    </section>
    <section>
    <h2>{{words.due}}</h2>
    {{^due}}<p>{{words.nothingDue}}</p>{{/due}}
    {{#due}}
    {{> table}}
    {{/due}}
    </section>

    """
}
