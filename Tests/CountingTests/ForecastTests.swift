import Counting
import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("Forecast, tasks, amended plans and the year before")
struct ForecastTests {
  /// A work on the 10th of every month; the first so many of those months went out.
  private func year(aired months: [Int], asOf: String, quota: String = "12") -> Tally {
    let plan = Plan.sample([.sample("a", "A", quota: quota)])
    return tally(plan, Self.placements, entries(months), asOf: asOf)
  }

  private static let placements = (1...12).map { month in
    Placement.sample("a", month, at: "2018-\(month < 10 ? "0" : "")\(month)-10T20:15")
  }

  private func entries(_ months: [Int]) -> [AsRunEntry] {
    months.map { month in
      .sample(month + 1, at: "2018-\(month < 10 ? "0" : "")\(month)-10T20:15", line: "a", edition: month)
    }
  }

  @Test("what is still scheduled and the pace so far are two forecasts")
  func twoForecasts() throws {
    let forecast = try #require(year(aired: [1, 2, 4, 5], asOf: "2018-06-30").lines[0].forecast)
    #expect(forecast.quota == 12)
    #expect(forecast.asOf == .of("2018-06-30"))
    #expect(forecast.aired == 4)
    #expect(forecast.due == 6)
    #expect(forecast.scheduled == 10)
    // 4 works in 181 days make 8.06 in 365.
    #expect(forecast.paced == 8)
    #expect(forecast.shortFrom == 7)
    #expect(forecast.months.map(\.scheduled) == Array(1...12))
    #expect(forecast.months.map(\.aired) == [1, 2, 2, 3, 4, 4, nil, nil, nil, nil, nil, nil])
    #expect(forecast.months.map(\.paced) == [nil, nil, nil, nil, nil, nil, 4, 5, 6, 6, 7, 8])
    #expect(forecast.months.map(\.expected) == [nil, nil, nil, nil, nil, nil, 5, 6, 7, 8, 9, 10])
  }

  @Test("a work of March that went out in April is none that the first quarter's report misses")
  func airedAfterThePeriod() throws {
    var late = entries(Array(1...2))
    late.append(.sample(4, at: "2018-04-02T20:15", line: "a", edition: 3))
    var placements = Self.placements
    placements[2] = .sample("a", 3, at: "2018-03-28T20:15")
    let plan = Plan.sample([.sample("a", "A", quota: "12")])
    let tally = tally(plan, placements, late, .of("2018-Q1"))
    let forecast = try #require(tally.lines[0].forecast)
    #expect(forecast.asOf == .of("2018-03-31"))
    #expect(forecast.aired == 2 && forecast.due == 3 && forecast.scheduled == 12)
    #expect(forecast.months[3].expected == 4)
    #expect(!forecast.isOutOfReach)
  }

  @Test("a pace that fulfils the year is short in no month, though rounded down it is behind in some")
  func pacedInFull() throws {
    let forecast = try #require(year(aired: Array(1...8), asOf: "2018-08-31").lines[0].forecast)
    #expect(forecast.paced == 12)
    #expect(forecast.months[8].paced == 8 && forecast.months[8].scheduled == 9)
    #expect(forecast.shortFrom == nil)
  }

  @Test("there is none when the year is over, when no log tells, and when nothing exact is planned")
  func noForecast() {
    #expect(year(aired: Array(1...12), asOf: "2018-12-31").lines[0].forecast == nil)
    #expect(year(aired: [1], asOf: "2018-06-30", quota: "khoảng 12").lines[0].forecast == nil)
    let plan = Plan.sample([.sample("a", "A", quota: "12")])
    #expect(tally(plan, Self.placements, nil).lines[0].forecast == nil)
  }

  @Test("a pace is told once a twelfth of the line's days has passed")
  func earlyPace() {
    #expect(year(aired: [1], asOf: "2018-01-30").lines[0].forecast?.paced == nil)
    #expect(year(aired: [1], asOf: "2018-01-31").lines[0].forecast?.paced == 11)
  }

  @Test(
    "the pace is taken over the days on which the outlet exists, from its first one or up to its last one")
  func pace_whileTheOutletExists() throws {
    func paced(_ validity: Validity, aired: [Int], asOf: String) throws -> Int? {
      let usual = Plan.sample([.sample("a", "A", quota: "12")])
      let outlet = Outlet(
        id: "truyen-hinh", name: "Truyền hình", kind: .television, level: nil, owner: nil,
        zone: "Asia/Ho_Chi_Minh", validity: validity, grid: [], place: .plan(1))
      let plan = Plan(
        id: usual.id, title: usual.title, year: usual.year, days: usual.days, revised: usual.revised,
        documents: [], units: [], outlets: [outlet], blackouts: [], topics: [], lines: usual.lines,
        totals: [], matching: usual.matching, remarks: [])
      return try #require(tally(plan, Self.placements, entries(aired), asOf: asOf).lines[0].forecast).paced
    }
    let fromMay = try paced(
      Validity(from: .of("2018-05-01"), through: nil), aired: [5, 6, 7, 8], asOf: "2018-08-31")
    // 4 works in 123 of 245 days.
    #expect(fromMay == 7)
    let untilJune = try paced(
      Validity(from: nil, through: .of("2018-06-30")), aired: [1, 2, 3, 4, 5, 6], asOf: "2018-08-31")
    #expect(untilJune == 6)
  }

  @Test(
    "a quota in time is forecast in minutes, by those of the logs and the longest that works to come may have"
  )
  func timeForecast() throws {
    let usual = PlanLine.sample("a", "A", quota: nil, minutes: 30)
    let line = PlanLine(
      id: "a", title: "Dạy học", form: usual.form, outlets: usual.outlets, quota: .of("6 giờ"), basis: .plan,
      placing: usual.placing, versions: nil, responsibility: usual.responsibility, topics: [], tone: nil,
      overlap: .unsaid, note: nil, place: usual.place)
    let plan = Plan.sample([line])
    let rows = entries([1, 2, 3]).map { $0.with(minutes: 10, trust: nil) }
    let counted = tally(plan, Self.placements, rows, asOf: "2018-06-30")
    let forecast = try #require(counted.lines[0].forecast)
    #expect(forecast.time?.time == .hours)
    #expect([forecast.quota, forecast.aired, forecast.due, forecast.scheduled] == [360, 30, 180, 210])
    #expect(forecast.months.map(\.aired).prefix(4) == [10, 20, 30, 30])
    let told = TallyBuilder.findings(plan: plan, tally: counted, published: nil).filter {
      $0.code == .forecastShort
    }
    #expect(
      told.map(\.message.vi) == [
        "“Dạy học”: dù phát hết những gì còn trong lịch cũng chỉ được nhiều nhất 3 giờ 30 phút trên 6 giờ."
      ])
    #expect(
      told.map(\.message.en) == [
        "“Dạy học”: even if all that is still scheduled airs, it comes to 3 hours 30 minutes of 6 hours at most."
      ])
  }

  @Test("a report on a past quarter forecasts from its last day, whatever later logs say")
  func pastQuarter() {
    let plan = Plan.sample([.sample("a", "A", quota: "12")])
    let counted = tally(plan, Self.placements, entries(Array(1...12)), .of("2018-Q1"), asOf: "2018-12-31")
    #expect(counted.lines[0].forecast?.asOf == .of("2018-03-31"))
    #expect(counted.lines[0].forecast?.aired == 3)
    #expect(counted.lines[0].forecast?.scheduled == 12)
  }

  @Test("a line whose schedule no longer makes the figure is told early; being behind alone is not")
  func warning() {
    func findings(_ tally: Tally, _ quota: String) -> [String] {
      let plan = Plan.sample([.sample("a", "A", quota: quota)])
      return TallyBuilder.findings(plan: plan, tally: tally, published: nil).flatMap {
        [told($0, in: .vietnamese), told($0)]
      }
    }
    #expect(
      findings(year(aired: [1, 2, 4, 5], asOf: "2018-06-30"), "12") == [
        "plan.yaml:10:1 ^1 warning FORECAST_SHORT: “A”: dù phát hết những gì còn trong lịch cũng chỉ được 10 trên 12. "
          + "→ Tìm chỗ cho 2 nữa; nếu hết chỗ, mở thêm khung giờ (grid) hoặc tăng số tác phẩm một khung (pieces) trước: lichsong allocate plan.yaml --from 2018-07-01",
        "plan.yaml:10:1 ^1 warning FORECAST_SHORT: “A”: even if all that is still scheduled airs, it comes to 10 of "
          + "12. → Look for 2 more places; where none is left, open more slots (grid) or raise the works of a slot (pieces) first: lichsong allocate plan.yaml --from 2018-07-01",
      ])
    // Behind its schedule, which still makes the figure: the status tells it, not a warning.
    #expect(findings(year(aired: [1, 2, 4, 5], asOf: "2018-06-30", quota: "9"), "9") == [])
    #expect(findings(year(aired: Array(1...6), asOf: "2018-06-30"), "12") == [])
  }

  @Test("what the plan's own year schedules after the cut-off of the reporting year is still to come")
  func afterTheCutOff() throws {
    let plan = Plan.sample([.sample("a", "A", quota: "2")])
    let placements = [
      Placement.sample("a", 1, at: "2018-11-05T20:15"), .sample("a", 2, at: "2018-12-24T20:15"),
    ]
    let aired: [AsRunEntry] = [.sample(2, at: "2018-11-05T20:15", line: "a", edition: 1)]
    func findings(_ placements: [Placement], asOf: String) -> [String] {
      let counted = tally(plan, placements, aired, .of("2018", .decree09), asOf: asOf)
      return TallyBuilder.findings(plan: plan, tally: counted, published: nil).flatMap {
        [told($0, in: .vietnamese), told($0)]
      }
    }
    let forecast = try #require(
      tally(plan, placements, aired, .of("2018", .decree09), asOf: "2018-11-30").lines[0].forecast)
    #expect(forecast.scheduled == 2 && forecast.aired == 1 && forecast.due == 1)
    #expect(findings(placements, asOf: "2018-11-30") == [])
    #expect(
      findings([placements[0]], asOf: "2018-11-30") == [
        "plan.yaml:10:1 ^1 warning FORECAST_SHORT: “A”: dù phát hết những gì còn trong lịch cũng chỉ được 1 trên 2. "
          + "→ Tìm chỗ cho 1 nữa; nếu hết chỗ, mở thêm khung giờ (grid) hoặc tăng số tác phẩm một khung (pieces) trước: lichsong allocate plan.yaml --from 2018-12-01",
        "plan.yaml:10:1 ^1 warning FORECAST_SHORT: “A”: even if all that is still scheduled airs, it comes to 1 of 2. "
          + "→ Look for 1 more place; where none is left, open more slots (grid) or raise the works of a slot (pieces) first: lichsong allocate plan.yaml --from 2018-12-01",
      ])
    // The reporting year is over, and its report will have one of two.
    #expect(
      findings(placements, asOf: "2018-12-14") == [
        "plan.yaml:10:1 ^1 warning FLOOR_MISSED: “A”: đến ngày chốt số liệu 14/12/2018 của năm báo cáo mới thực hiện "
          + "1 trên 2, thiếu 1; phần xếp sau ngày đó không tính vào báo cáo năm này. → Xem từng dòng: lichsong report … "
          + "--explain a",
        "plan.yaml:10:1 ^1 warning FLOOR_MISSED: “A”: the reporting year is over (cut-off 14/12/2018) with 1 of 2, 1 "
          + "short; what is scheduled later does not count in this year's report. → See every row: lichsong report … "
          + "--explain a",
      ])
  }

  @Test("a work of whose outlet no log tells yet may still have gone out: it is neither due nor lost")
  func noLogYet() throws {
    let plan = Plan.sample([
      .sample("a", "A", on: .each(["phat-thanh"]), quota: "1"), .sample("b", "B", quota: "1", at: 11),
    ])
    let placements = [
      Placement.sample("a", 1, at: "2018-02-10T06:00", on: "phat-thanh"),
      .sample("b", 1, at: "2018-03-10T20:15"),
    ]
    let entries: [AsRunEntry] = [.sample(2, at: "2018-03-10T20:15", line: "b", edition: 1)]
    let counted = tally(plan, placements, entries)
    // What went out on it is not known, which is not 0.
    #expect(counted.lines[0].forecast == nil && counted.lines[1].forecast != nil)
    #expect(TallyBuilder.findings(plan: plan, tally: counted, published: nil) == [])
    let last: AsRunEntry = .sample(3, at: "2018-12-31T20:15", line: "b", edition: 2)
    let over = tally(plan, placements, entries + [last])
    #expect(over.lines[0].pendingInYear == 1)
    #expect(
      !TallyBuilder.findings(plan: plan, tally: over, published: nil).map(\.code).contains(.floorMissed))
  }

  @Test("a figure missed when the year is over is told, unless a rule of the line tells it already")
  func missedQuota() {
    func findings(_ aired: [Int], asOf: String, _ period: String = "2018", rule: CountingRule? = nil)
      -> [String]
    {
      let rules = LineCounting(rules: [rule].compactMap(\.self))
      let plan = Plan.sample([PlanLine.sample("a", "A", quota: "12").with(rules)])
      let counted = tally(plan, Self.placements, entries(aired), .of(period), asOf: asOf)
      return TallyBuilder.findings(plan: plan, tally: counted, published: nil).flatMap {
        [told($0, in: .vietnamese), told($0)]
      }
    }
    let missed = [
      "plan.yaml:10:1 ^1 warning FLOOR_MISSED: “A”: hết năm mới thực hiện 10 trên 12, thiếu 2. → Xem từng dòng: "
        + "lichsong report … --explain a",
      "plan.yaml:10:1 ^1 warning FLOOR_MISSED: “A”: the year is over with 10 of 12, 2 short. → See every row: "
        + "lichsong report … --explain a",
    ]
    #expect(findings(Array(1...10), asOf: "2018-12-31") == missed)
    #expect(findings(Array(1...10), asOf: "2018-12-31", "2018-Q4") == missed)
    #expect(findings(Array(1...12), asOf: "2018-12-31") == [])
    // The logs must tell of the whole year, and the period must reach its end.
    #expect(findings(Array(1...10), asOf: "2018-12-30").allSatisfy { $0.contains("FORECAST_SHORT") })
    #expect(findings(Array(1...3), asOf: "2018-12-31", "2018-Q1") == [])
    let yearly = CountingRule(.works, floor: 12, place: .plan(20))
    #expect(
      findings(Array(1...10), asOf: "2018-12-31", rule: yearly).filter { $0.contains("FLOOR") }.count == 2)
  }

  @Test(
    "tasks done of tasks planned are one rate, output of quota another; points follow the plan's own table")
  func completion() {
    let lines = [
      PlanLine.sample("a", "A", quota: "2"), .sample("b", "B", quota: "5"),
      .sample("c", "C", quota: "5").with(LineCounting(done: .share(40))),
      .sample("d", "D").with(LineCounting(done: .aired)), .sample("e", "E"),
      .sample("f", "F", isPlaced: false).with(LineCounting(done: .on(.of("2018-06-01")))),
      .sample("g", "G", isPlaced: false).with(LineCounting(done: .on(.of("2019-01-01")))),
      .sample("h", "H", quota: "1").with(LineCounting(done: .never)),
      .sample("i", "I", quota: "1").with(
        LineCounting(rules: [CountingRule(.works, floor: 2, place: .plan(20))])),
    ]
    let entries = ["a", "a", "a", "a", "b", "b", "c", "c", "d", "i"].enumerated().map { index, line in
      AsRunEntry.sample(index + 2, at: "2018-04-\(10 + index)", line: line)
    }
    let table = ScoreRule(
      version: "thử", full: 150, fullAt: 100, partialFrom: 50, partial: .linear, below: 0, place: .plan(30))
    let counted = tally(Plan.sample(lines).with(score: table), [], entries, asOf: "2018-12-31")
    #expect(
      counted.completion.tasks.map { "\($0.line) \($0.state)" } == [
        "a done", "b open", "c done", "d done", "e unknown", "f done", "g open", "i open",
      ])
    #expect(counted.completion.planned == 8)
    #expect(counted.completion.done == 4)
    #expect(counted.completion.unknown == 1)
    // 4 of 8 if the one that cannot be judged is not done, 5 of 8 if it is.
    #expect(counted.completion.rates == 5000...6250)
    #expect(counted.completion.scores == 75...94)
    #expect(counted.line("a")?.percent(hasLog: true) == 20_000)
  }

  @Test(
    "five tasks of which one cannot be judged are five, whether scheduled or not, and a day may lie in another year"
  )
  func unscheduledTasks() {
    let lines = [
      PlanLine.sample("tin", "Tin", quota: "1"),
      .sample("hoi-nghi", "Hội nghị", isPlaced: false).with(LineCounting(done: .on(.of("2017-12-20")))),
      .sample("to-gap", "Tờ gấp", isPlaced: false).with(LineCounting(done: .on(.of("2019-02-01")))),
      .sample("to-roi", "Tờ rơi", quota: "500", isPlaced: false),
      .sample("doi-thoai", "Đối thoại", isPlaced: false, overlap: .embedded(in: "hoi-nghi"))
        .with(LineCounting(done: .on(.of("2018-03-01")))),
      .sample("le-phat-dong", "Lễ phát động", isPlaced: false, overlap: .embedded(in: "hoi-nghi")),
    ]
    let counted = tally(
      Plan.sample(lines), [], [.sample(2, at: "2018-04-10", line: "tin")], asOf: "2018-12-31"
    ).completion
    #expect(
      counted.tasks.map { "\($0.line) \($0.state)" } == [
        "tin done", "hoi-nghi done", "to-gap open", "to-roi unknown", "doi-thoai done",
      ])
    #expect(counted.planned == 5 && counted.done == 3 && counted.unknown == 1)
    #expect(counted.rates == 6000...8000)
  }

  @Test("of tasks none of which can be judged there is no rate")
  func unknownTasks() {
    let plan = Plan.sample([.sample("a", "A", quota: "12", isPlaced: false)])
    let counted = tally(plan, [], [.sample(2, at: "2018-04-10")], asOf: "2018-12-31").completion
    #expect(counted.planned == 1 && counted.unknown == 1 && counted.rates == nil)
  }

  @Test("a figure amended in the year is reported as in force on the period's last day, or as first signed")
  func amended() {
    let amended = AmendedQuota(
      original: .of("12 kỳ"),
      changes: [
        .init(from: .of("2018-07-01"), quota: .of("30 kỳ"), document: "9/QĐ-UBND", place: .plan(11)),
        .init(from: .of("2018-10-01"), quota: .of("20 kỳ"), document: nil, place: .plan(12)),
      ])
    let line = PlanLine.sample("a", "A").with(LineCounting(amended: amended), quota: .of("20 kỳ"))
    let plan = Plan.sample([line])
    func planned(_ period: String, _ against: PlanVersion) -> Int? {
      let log = AsRunLog.sample([.sample(2, at: "2018-04-01", line: "a")])
      let reconciled = Matcher.match(plan: plan, schedule: .sample([]), log: log)
      return TallyBuilder.tally(
        plan: plan, schedule: .sample([]), reconciled: reconciled, log: log, published: nil,
        period: .of(period), against: against
      ).lines[0].planned?.value
    }
    #expect(["2018-H1", "2018-Q3", "2018"].map { planned($0, .inForce) } == [12, 30, 20])
    #expect(["2018-H1", "2018-Q3", "2018"].map { planned($0, .original) } == [12, 12, 12])
  }

  @Test("the year before has the same lines by id; what it has no data on is not 0")
  func yearBefore() throws {
    let old = Plan.sample([.sample("a", "A"), .sample("c", "C", isPlaced: false)], year: 2017)
    let log: [AsRunEntry] = [
      .sample(2, at: "2017-02-01", line: "a"), .sample(3, at: "2017-05-01", line: "a"),
    ]
    let before = YearBefore(plan: old, tally: tally(old, [], log, .of("2017-H1"), asOf: "2017-12-31"))
    #expect(before["a"]?.aired == 2)
    #expect(before["b"] == nil)
    #expect(before["c"] == nil)
    let plan = Plan.sample([.sample("a", "A"), .sample("b", "B")])
    let now = tally(plan, [], [.sample(2, at: "2018-02-01", line: "a")], .of("2018-H1"))
    let beside = Tally(
      period: now.period, asOf: now.asOf, hasLog: true, lines: now.lines, versions: [], totals: [],
      groups: [],
      rowsLeftOut: 0, uncounted: [], yearBefore: before)
    #expect(
      TallyBuilder.findings(plan: plan, tally: beside, published: nil).flatMap {
        [told($0, in: .vietnamese), told($0)]
      }
        == [
          "plan.yaml:10:1 ^1 info NO_FIGURE_BEFORE: “B”: kế hoạch “lai-chau” không có số liệu 6 tháng đầu năm 2017 của "
            + "chỉ tiêu b; không so sánh được, đây không phải là 0.",
          "plan.yaml:10:1 ^1 info NO_FIGURE_BEFORE: “B”: the plan “lai-chau” has no data on the line b for the first "
            + "half of 2017, which is not 0.",
        ])
    let period = try #require(ReportingPeriod("2018-H1", profile: .calendarYear)?.yearBefore)
    #expect(period == before.period)
  }
}
