import ScheduleModel
import Testing

@testable import PlanFiles

/// The same value in the forms in which people write it.
struct PlanFormsTests {
  private func gridLine(_ grid: String) throws -> GridLine {
    let reading = Reading.of(SmallPlan.text(grid: grid))
    let errors = reading.findings.filter { $0.severity == .error }
    try #require(Reading.listing(errors, in: .english) == "")
    return try #require(reading.plan?.outlets.first?.grid.first)
  }

  private func line(_ line: String) throws -> PlanLine {
    let reading = Reading.of(SmallPlan.text(line: line))
    let errors = reading.findings.filter { $0.severity == .error }
    try #require(Reading.listing(errors, in: .english) == "")
    return try #require(reading.plan?.lines.first)
  }

  @Test("the small plan has no findings")
  func smallPlan_isRight() {
    #expect(Reading.findings(of: SmallPlan.text()) == "")
  }

  @Test(
    "hours", arguments: ["18:45", "\"18:45\"", "18h45", "18 giờ 45", "18 giờ 45 phút", "18g45", "18:45:00"])
  func hours(_ text: String) throws {
    #expect(try gridLine("rule: FREQ=DAILY, at: \(text), length: 15m").at == TimeOfDay(seconds: 67_500))
  }

  @Test("24 giờ is the end of the day, 0h its beginning")
  func hours_atTheEnds() throws {
    #expect(try gridLine("rule: FREQ=DAILY, at: 24 giờ, length: 15m").at == TimeOfDay(seconds: 86_400))
    #expect(try gridLine("rule: FREQ=DAILY, at: 0h, length: 15m").at == .midnight)
  }

  @Test(
    "lengths of an hour and a half",
    arguments: [
      "90", "90m", "1h 30m", "một giờ ba mươi phút", "90 min", "90 phút", "90p", "1h30", "1h30m", "1 giờ 30",
      "1 GIỜ 30 PHÚT", "01h30",
    ])
  func lengths(_ text: String) throws {
    #expect(try gridLine("rule: FREQ=DAILY, at: 8h, length: \(text)").minutes == 90)
    #expect(try line("quota: 1, length: \(text)").placing?.minutes == 90)
  }

  @Test("lengths reach from a minute to a day")
  func lengths_atTheEnds() {
    #expect(PlanValue.minutes("1") == 1)
    #expect(PlanValue.minutes("24h") == 1_440)
    #expect(PlanValue.minutes("1,5 giờ") == 90)
    let wrong = [
      "", "0", "0m", "24h01", "1441", "-15m", "15 m 3", "m15", "h1 30", "1 30h", "1h60", "1h30h",
      "30 phút 1 giờ",
      "1.5h", "15s", "10 - 15m", "hơn 15m", "15m/tuần", "0,33 giờ", "99999999999999999999m", "١٥m", "1\n5m",
    ]
    #expect(wrong.filter { PlanValue.minutes($0) != nil } == [])
  }

  @Test("days", arguments: ["7", "7d", "7 d", "7 days", "7 ngày", "07 Ngày"])
  func days(_ text: String) throws {
    let plan = SmallPlan.text(line: "quota: 1, versions: { into: [Mông], after: \(text) }")
    #expect(Reading.of(plan).plan?.lines.first?.versions?.leadDays == 7)
  }

  @Test("days reach from none to a leap year")
  func days_atTheEnds() {
    #expect(PlanValue.days("0") == 0)
    #expect(PlanValue.days("366 ngày") == 366)
    let wrong = ["", "367", "-7d", "+7d", "7 tuần", "d7", "7d7", "7.0", "1e2", "99999999999999999999"]
    #expect(wrong.filter { PlanValue.days($0) != nil } == [])
  }

  @Test(
    "figures with their qualifier, in Vietnamese and English",
    arguments: [
      ("23", Quantity.Qualifier.exact, 23, ["tin"]), ("23 kỳ", .exact, 23, ["kỳ"]),
      ("\"hơn 600 tin, bài, ảnh\"", .moreThan, 600, ["tin", "bài", "ảnh"]),
      ("trên 600 tin", .moreThan, 600, ["tin"]), ("more than 600 tin", .moreThan, 600, ["tin"]),
      ("ít nhất 12 số", .atLeast, 12, ["số"]), ("at least 12 số", .atLeast, 12, ["số"]),
      ("≥ 12 số", .atLeast, 12, ["số"]), ("gần 2.199 lượt", .nearly, 2_199, ["lượt"]),
      ("nearly 2.199 lượt", .nearly, 2_199, ["lượt"]), ("khoảng 50", .about, 50, ["tin"]),
      ("about 50", .about, 50, ["tin"]),
    ])
  func figures(_ text: String, _ qualifier: Quantity.Qualifier, _ value: Int, _ unit: [String]) throws {
    #expect(try line("quota: \(text)").quota == Quantity(value, qualifier, CountingUnit(unit)))
  }

  @Test(
    "languages by tag, name or other spelling",
    arguments: ["hmn", "HMN", "Mông", "mông", "tiếng Mông", "H'Mông"])
  func languages(_ text: String) throws {
    let tags = try gridLine("rule: FREQ=DAILY, languages: [\"\(text)\"]").languages
    #expect(tags.map(\.tag) == ["hmn"])
  }

  @Test("a language that the register lacks is taken by its tag")
  func languages_unknownTag() throws {
    #expect(
      try gridLine("rule: FREQ=DAILY, languages: [tag:kdt, vi-VN]").languages.map(\.tag) == ["kdt", "vi-vn"])
  }

  @Test("one value stands for a list of one")
  func lists_ofOne() throws {
    #expect(try gridLine("rule: FREQ=DAILY, languages: Mông").languages.map(\.tag) == ["hmn"])
    #expect(try gridLine("dates: 2026-03-01").recurrence == .dates([try day("2026-03-01")]))
    #expect(
      try line("quota: 1, grid: ngay, pins: 2026-03-01").placing?.pins.map(\.day) == [try day("2026-03-01")])
  }

  @Test(
    "how many in a month",
    arguments: [
      ("2", 2...2), ("0", 0...0), ("1..3", 1...3), ("1 .. 3", 1...3), ("2..", 2...Quantity.largest),
      ("..3", 0...3),
    ])
  func months(_ text: String, _ range: ClosedRange<Int>) throws {
    let months = try #require(try line("quota: 500, months: { 5: \(text) }").placing?.months)
    #expect(months[4] == range)
    #expect(months.enumerated().filter { $0.offset != 4 }.allSatisfy { $0.element == Placing.anyCount })
  }

  @Test("months by their numbers, plain or in quotes")
  func months_inQuotes() throws {
    #expect(try line("quota: 9, months: { \"5\": 2, 06: 3 }").placing?.months[4...5] == [2...2, 3...3])
  }

  @Test("weights of some months, or of all twelve")
  func weights() throws {
    let some = try line("quota: 1, weights: { 1: 0, 12: 1000 }").placing?.weights
    #expect(some == [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1000])
    let all = try line("quota: 1, weights: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]").placing?.weights
    #expect(all == Array(0...11))
  }

  @Test(
    "weekdays by BYDAY, name or number, in the order of the week",
    arguments: [
      "[SU, TU, MO]", "[Sunday, tuesday, Monday]", "[Chủ nhật, thứ Ba, THỨ HAI]", "[CN, T3, thứ 2]",
    ])
  func weekdays(_ text: String) throws {
    #expect(try line("quota: 1, days: \(text)").placing?.weekdays == [.monday, .tuesday, .sunday])
  }

  @Test("one weekday, peak or repeat stands for a list of one")
  func spreading_ofOne() throws {
    let text =
      "quota: 1, days: FR, peaks: { from: 2026-03-01, to: 2026-03-01, weight: 2 }, repeats: { after: 0 }"
    let line = try line(text)
    #expect(line.placing?.weekdays == [.friday])
    #expect(line.placing?.peaks.map(\.days) == [try day("2026-03-01")..<(try day("2026-03-02"))])
    #expect(line.repeats.map(\.afterDays) == [0])
    #expect(line.repeats.map(\.times) == [1])
  }

  @Test("a line that is not scheduled is not repeated")
  func repeats_ofAnUnscheduledLine() throws {
    #expect(try line("quota: 1, scheduled: no, repeats: { after: 1d }").repeats == [])
  }

  @Test("what an outlet takes in a month: one number, some months, or a list of twelve")
  func perMonth() throws {
    func most(_ text: String) throws -> [Int]? {
      let plan = SmallPlan.text().replacing(
        "kind: newspaper", with: "kind: newspaper\n    per-month: \(text)")
      try #require(Reading.findings(of: plan) == "")
      return Reading.of(plan).plan?.outlets.first?.perMonth
    }
    let any = Quantity.largest
    #expect(try most("40") == Array(repeating: 40, count: 12))
    #expect(try most("{ 2: 20, 12: 0 }") == [any, 20, any, any, any, any, any, any, any, any, any, 0])
    #expect(try most("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]") == Array(1...12))
    #expect(try most("1000000") == nil)
  }

  @Test("one translator for all languages, or one for each, by the language's name or tag")
  func translators() throws {
    func translators(_ text: String) throws -> [String] {
      let plan = SmallPlan.text(
        top: "translators: { a: { name: A, per-week: 1 }, b: { name: B, per-week: 1 } }",
        line: "quota: 1, versions: { into: [Mông, Thái], translator: \(text) }")
      let versions = try #require(Reading.of(plan).plan?.lines.first?.versions)
      return versions.into.map { versions.translators[$0] ?? "–" }
    }
    #expect(try translators("a") == ["a", "a"])
    #expect(try translators("{ tai: a, tiếng Mông: b }") == ["b", "a"])
    #expect(try translators("{ Thái: b }") == ["–", "b"])
  }

  @Test(
    "what a blackout does",
    arguments: [
      ("drop", GridLine.InBlackout.drop), ("keep", .keep), ("-7d", .shift(days: -7)), ("+1", .shift(days: 1)),
      ("-2 ngày", .shift(days: -2)),
    ])
  func inBlackout(_ text: String, _ value: GridLine.InBlackout) throws {
    #expect(try gridLine("rule: FREQ=DAILY, in-blackout: \(text)").inBlackout == value)
  }

  @Test(
    "scheduled, yes or no",
    arguments: [("true", true), ("yes", true), ("Có", true), ("no", false), ("KHÔNG", false)])
  func scheduled(_ text: String, _ isScheduled: Bool) throws {
    #expect(try (line("quota: 1, scheduled: \(text)").placing != nil) == isScheduled)
  }

  @Test("without a date of revision, the newest plan document's; without one, the first day")
  func revised_followsTheDocuments() throws {
    let documents = """
      documents:
        - { number: 1/KH, date: 2026-01-05 }
        - { number: 2/KH, date: 2026-03-05 }
        - { number: 3/NQ, date: 2026-06-05, role: basis }
      """
    #expect(Reading.of(SmallPlan.text(top: documents)).plan?.revised == (try day("2026-03-05")))
    #expect(Reading.of(SmallPlan.text()).plan?.revised == (try day("2026-01-01")))
  }

  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(iso: text)) }

  @Test("a line without a title has its form's")
  func titleLeftOut() {
    let text = SmallPlan.text().replacing("title: Tin trên báo, form: tin", with: "form: \"tin, bài,ảnh\"")
    #expect(Reading.findings(of: text) == "")
    #expect(Reading.of(text).plan?.lines.map(\.title) == ["tin, bài, ảnh"])
  }
}
