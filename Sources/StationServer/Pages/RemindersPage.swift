import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// The letters to the units that have not reported for a period, each to be copied or printed.
struct RemindersPage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let none: String?
  let letters: [Letter]

  /// A letter.
  struct Letter {
    let unit: String
    let text: String
    let form: PageFrame.Link
  }

  static let title = Words(vi: "Thư nhắc báo cáo", en: "Letters to those who have not reported")

  static func answer(_ visit: Visit) async throws -> Response {
    let (year, language) = (try await visit.year(), visit.language)
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let text = try visit.part("period")
    guard let period = DeclaredForm.periods(of: known.plan).first(where: { "\($0)" == text }) else {
      throw Refusal.notFound
    }
    let body = try await visit.station.years.work.run {
      Template.render(.reminders, RemindersPage(year, known, period, language))
    }
    return visit.page(title, of: year, here: "/logs", body: body)
  }

  private init(
    _ year: YearReading, _ known: YearReading.Known, _ period: ReportingPeriod, _ language: ReaderLanguage
  ) {
    let all = "/p/\(year.address)/logs/declare"
    title = "\(Self.title[language]): \(period.name[language])"
    back = PageFrame.Link(
      address: all, name: Words(vi: "Về bảng ai đã báo cáo", en: "Back to who has reported")[language])
    head =
      Words(
        vi: "Máy chủ không gửi thư; hãy chép từng thư để gửi, hoặc in trang này.",
        en: "The server sends nothing; copy each letter and send it, or print this page.")[language]
    letters = known.reminders(in: period).map { reminder in
      Letter(
        unit: reminder.unit.name.visible(),
        text: reminder.text(of: known.plan, on: year.today, in: language).visibleLines(),
        form: PageFrame.Link(
          address: "\(all)/\(reminder.unit.id)/\(period)",
          name: Words(vi: "Biểu của đơn vị", en: "The unit's form")[language]))
    }
    none =
      letters.isEmpty
      ? Words(vi: "Mọi đơn vị đã báo cáo kỳ này.", en: "Every unit has reported for this period.")[language]
      : nil
  }

  /// What to do about units that have not reported, for periods that were due or are within a week: a step for each, with the
  /// letters.
  static func steps(_ year: YearReading, _ known: YearReading.Known, _ language: ReaderLanguage) -> [TodayPage
    .Step]
  {
    DeclaredForm.periods(of: known.plan).compactMap { period in
      let late = known.reminders(in: period).filter { reminder in
        reminder.due.map { $0 <= year.today.advanced(by: 7) } ?? (period.days.upperBound <= year.today)
      }
      guard let first = late.first else { return nil }
      let names = late.prefix(3).map(\.unit.name).joined(separator: ", ") + (late.count > 3 ? ", …" : "")
      let due = first.due
      let words = Words(
        vi:
          "\(late.count) đơn vị chưa báo cáo đủ \(period.name.vi)\(due.map { " (hạn \($0.forPeople))" } ?? ""): \(names).",
        en:
          "\(counted(late.count, "unit")) \(late.count == 1 ? "has" : "have") not reported all of \(period.name.en)\(due.map { ", due \($0.forPeople)" } ?? ""): \(names)."
      )
      return TodayPage.Step(
        text: words[language].visible(),
        way: PageFrame.Link(
          address: "/p/\(year.address)/logs/reminders/\(period)", name: title[language]))
    }
  }

  static let template = """
    <p class="back noprint">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#none}}<p>{{.}}</p>{{/none}}
    {{#letters}}{{#first()}}<p class="soft noprint">{{head}}</p>{{/first()}}
    <section><h2>{{unit}}</h2>
    <pre>{{text}}</pre>
    <p class="noprint">{{#form}}<a href="{{address}}">{{name}}</a>{{/form}}</p></section>
    {{/letters}}

    """
}

extension YearReading.Known {
  /// The letters to units that have not reported on all of their lines for a period. Nobody is asked for what the logs count.
  func reminders(in period: ReportingPeriod) -> [ReportReminder] {
    ReportReminder.reminders(of: plan, in: period) {
      !declared(of: $0, $1, in: period).isEmpty || isLogged($1, in: period)
    }
  }

  /// Whether the logs count a line in a period, so that what units report of it would not be added.
  func isLogged(_ line: String, in period: ReportingPeriod) -> Bool {
    tally.lines.contains { $0.line == line && tally.counts($0, over: period.days, in: plan) }
  }
}
