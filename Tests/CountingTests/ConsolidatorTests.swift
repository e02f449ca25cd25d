import ScheduleModel
import TestSupport
import Testing

@testable import Counting
@testable import Logs
@testable import Matching
@testable import Spreadsheets

@Suite("What lower units declare is added once")
struct ConsolidatorTests {
  private static let units = [
    AdminUnit.sample("tinh", .province), .sample("huyen", .district, in: "tinh", through: "2025-06-30"),
    .sample("xa-a", .commune, in: "huyen", through: "2025-06-30", successor: "xa-ab"),
    .sample("xa-b", .commune, in: "huyen", through: "2025-06-30", successor: "xa-ab"),
    .sample("xa-ab", .commune, in: "tinh", from: "2025-07-01"), .sample("xa-c", .commune, in: "tinh"),
  ]

  private func consolidate(_ text: String, period: String = "2025") throws -> (
    result: Consolidation, findings: [Finding]
  ) {
    let plan = Plan.reporting(
      Self.units,
      [
        .declared("loa", .commune), .declared("dai", .district),
        .sample("luot", "Lượt tuyên truyền", form: "lượt", quota: "2.000", isPlaced: false),
      ], totals: [.sample(["loa", "dai"])])
    let profile = ReportingProfile.calendarYear
    let (figures, faults) = DeclaredReader.read(
      Array(text.utf8), file: "declared/a.csv", plan: plan, profile: profile)
    let period = try #require(ReportingPeriod(period, profile: profile))
    let (result, findings) = Consolidator.consolidate(
      plan: plan, declared: figures, tally: plan.unlogged(period))
    return (result, faults + findings)
  }

  private func sum(_ result: Consolidation, _ line: String) -> String? {
    result.lines.first { $0.line == line }.map { Self.text($0.sum) }
  }

  private static func text(_ sum: ConsolidatedSum) -> String {
    let figures = sum.quantities.map { $0.text(in: .english) }.joined(separator: "; ")
    return "\(figures.isEmpty ? "no data" : figures) \(sum.reported.count)/\(sum.due)"
  }

  @Test("exact figures and lower bounds add up, and a unit without data makes the sum a lower bound")
  func sums() throws {
    let all = try consolidate(
      """
      unit,period,line,value
      xa-a,2025-H1,loa,20
      xa-b,2025-H1,loa,hơn 15
      xa-ab,2025,loa,7
      xa-c,2025,loa,5
      """)
    #expect(sum(all.result, "loa") == "more than 47 bản tin 4/4")
    let less = try consolidate(
      "unit,period,line,value\nxa-c,2025-Q4,loa,5\nxa-ab,2025-Q4,loa,no data\n", period: "2025-Q4")
    #expect(sum(less.result, "loa") == "at least 5 bản tin 1/2")
    let rough = try consolidate(
      "unit,period,line,value\nxa-c,2025-Q4,loa,khoảng 20\nxa-ab,2025-Q4,loa,no data\n", period: "2025-Q4")
    #expect(sum(rough.result, "loa") == "at least about 20 bản tin 1/2")
    let open = try consolidate(
      "unit,period,line,value\nxa-c,2025-Q4,loa,khoảng 20\nxa-ab,2025-Q4,loa,hơn 30\n", period: "2025-Q4")
    #expect(sum(open.result, "loa") == "at least about 50 bản tin 2/2")
    let none = try consolidate("unit,period,line,value\nxa-ab,2025-Q4,loa,no data\n", period: "2025-Q4")
    #expect(sum(none.result, "loa") == "no data 0/2")
    #expect(none.result.lines.first?.sum.missing == ["xa-c"])
  }

  @Test("nobody is asked for a period in which it did not exist, and who reports on one is told")
  func validity() throws {
    let (result, findings) = try consolidate(
      """
      unit,period,line,value
      xa-a,2025-Q4,loa,20
      xa-ab,2025-Q1,loa,3
      xa-ab,2025-Q4,loa,9
      xa-c,2025-Q4,loa,1
      """, period: "2025-Q4")
    #expect(sum(result, "loa") == "10 bản tin 2/2")
    #expect(findings.map(\.code) == [.unitNotValidOnDate, .unitNotValidOnDate])
    #expect(
      findings.map(\.message.en) == [
        "“xa-a” ended on 2025-06-30, so it did not exist in quarter 4 of 2025; its figure is not added.",
        "“xa-ab” began on 2025-07-01, so it did not exist in quarter 1 of 2025; its figure is not added.",
      ])
    #expect(result.rows.map(\.fate.key) == ["not-valid", "not-valid", "counted", "counted"])
    #expect(result.changing == [])
    #expect(try consolidate("unit,period,line,value\n", period: "2025-H1").result.changing == [])
    #expect(
      try consolidate("unit,period,line,value\n").result.changing == ["huyen", "xa-a", "xa-b", "xa-ab"])
  }

  @Test("the later report takes the place of the earlier one; two of one day that differ count neither")
  func corrections() throws {
    let later = try consolidate(
      """
      unit,period,line,value,received
      xa-c,2025,loa,8,2025-12-20
      xa-c,2025,loa,6,2025-12-10
      xa-c,2025,loa,6,
      """)
    #expect(later.result.rows.map(\.fate.key) == ["counted", "replaced", "replaced"])
    #expect(later.findings.map(\.code) == [.declaredAgain, .declaredAgain])
    let twice = try consolidate(
      "unit,period,line,value,received\nxa-c,2025,loa,8,2025-12-20\nxa-c,2025,loa,6,2025-12-20\n")
    #expect(twice.result.rows.map(\.fate.key) == ["contradicted", "contradicted"])
    #expect(twice.findings.map(\.code) == [.declaredTwice])
    let same = try consolidate("unit,period,line,value\nxa-c,2025,loa,8\nxa-c,2025,loa,8 bản tin\n")
    #expect(
      same.result.rows.map(\.fate.key) == ["replaced", "counted"]
        || same.result.rows.map(\.fate.key) == ["counted", "replaced"])
    #expect(same.findings == [])
    let kinds = try consolidate("unit,period,line,value\nxa-c,2025,loa,8\nxa-c,2025,loa,2 tin\n")
    #expect(sum(kinds.result, "loa")?.hasPrefix("at least 8 bản tin; at least 2 tin") == true)
    let withdrawn = try consolidate(
      "unit,period,line,value,received\nxa-c,2025,loa,8,2025-12-01\nxa-c,2025,loa,không có số liệu,2025-12-20\n"
    )
    #expect(withdrawn.result.rows.map(\.fate.key) == ["replaced", "no-data"])
  }

  @Test("shorter periods count for a longer one, for a part of it when they do not make it up")
  func pieces() throws {
    let quarters = ["Q1", "Q2", "Q3", "Q4"].map { "xa-c,2025-\($0),loa,2\n" }
    func fates(_ rows: [String]) throws -> [String] {
      try consolidate("unit,period,line,value\n" + rows.joined()).result.rows.map(\.fate.key)
    }
    #expect(try fates(quarters) == ["counted", "counted", "counted", "counted"])
    #expect(try fates(Array(quarters.dropLast())) == ["partial", "partial", "partial"])
    #expect(
      try fates(["xa-c,2025-H1,loa,5\n"] + quarters) == [
        "counted", "other-period", "other-period", "counted", "counted",
      ])
    #expect(
      try fates(["xa-c,2025,loa,9\n"] + quarters) == [
        "counted", "other-period", "other-period", "other-period", "other-period",
      ])
  }

  @Test(
    "a unit that reported for a part of a period is neither dropped nor taken for one that reported it all")
  func parts() throws {
    func sum(_ rows: String, period: String = "2025-H1") throws -> (ConsolidatedSum, [String]) {
      let all = try consolidate("unit,period,line,value,includes\n" + rows, period: period).result
      return (try #require(all.lines.first { $0.line == "loa" }).sum, all.rows.map(\.fate.key))
    }
    func told(_ report: PartialReport?, in period: String = "2025-H1") throws -> String {
      let report = try #require(report)
      let period = try #require(ReportingPeriod(period, profile: .calendarYear))
      func list(_ periods: [ReportingPeriod]) -> String { periods.map(\.description).joined(separator: ",") }
      let missing = report.missing.flatMap { period.names(of: $0) }.map(\.vi).joined(separator: ",")
      return [
        list(report.reported), list(report.withoutData), list(report.contradicted), missing,
      ].joined(separator: "|")
    }
    let one = try sum("xa-a,2025-Q1,loa,12,\nxa-b,2025-H1,loa,5,\nxa-c,2025-H1,loa,1,\n")
    #expect(Self.text(one.0) == "at least 18 bản tin 2/3" && one.0.missing == [] && !one.0.isComplete)
    #expect(
      try told(one.0.partial.first) == "2025-Q1|||quý II" && one.1 == ["partial", "counted", "counted"])
    let none = try sum("xa-a,2025-Q1,loa,12,\nxa-a,2025-Q2,loa,no data,\n")
    #expect(try told(none.0.partial.first) == "2025-Q1|2025-Q2||" && none.1 == ["partial", "no-data"])
    #expect(none.0.withoutData == [] && none.0.missing == ["xa-b", "xa-c"])
    let silent = try sum("xa-a,2025-Q1,loa,no data,\n")
    #expect(try told(silent.0.partial.first) == "|2025-Q1||quý II" && silent.0.quantities == [])
    let nothing = try sum("xa-a,2025-Q1,loa,no data,\nxa-a,2025-Q2,loa,no data,\n")
    #expect(nothing.0.withoutData == ["xa-a"] && nothing.0.partial == [])
    let whole = try sum("xa-a,2025-H1,loa,no data,\nxa-a,2025-Q2,loa,7,\n")
    #expect(try told(whole.0.partial.first) == "2025-Q2|2025-H1||" && whole.1 == ["no-data", "partial"])
    let twice = try sum("xa-a,2025-Q1,loa,3,\nxa-a,2025-Q1,loa,4,\nxa-a,2025-Q2,loa,7,\n")
    #expect(try told(twice.0.partial.first) == "2025-Q2||2025-Q1|" && twice.0.contradicted == [])
    let year = try sum("xa-c,2025-Q2,loa,7,\nxa-c,2025-04,loa,2,\n", period: "2025")
    #expect(
      try told(year.0.partial.first { $0.unit == "xa-c" }, in: "2025") == "2025-Q2|||quý I,6 tháng cuối năm")
    #expect(year.1 == ["partial", "other-period"])
    // The days after a unit's end are nobody's to report.
    let ended = try sum("xa-a,2025-Q1,loa,3,\nxa-a,2025-Q2,loa,4,\n", period: "2025")
    #expect(ended.0.reported == ["xa-a"] && ended.1 == ["counted", "counted"])
    // What lies in the figure of another for all of the period is known.
    let inside = try sum(
      "huyen,2025-H1,loa,40,xa-a\nxa-a,2025-Q1,loa,12,\nxa-b,2025-H1,loa,1,\nxa-c,2025-H1,loa,1,\n")
    #expect(Self.text(inside.0) == "42 bản tin 4/4" && inside.1[1] == "included")
  }

  @Test("what a figure of a quarter has in it, it does not have of another quarter")
  func inclusionByPeriod() throws {
    let (result, findings) = try consolidate(
      """
      unit,period,line,value,includes
      huyen,2025-Q1,loa,40,xa-a
      huyen,2025-Q2,loa,30,none
      xa-a,2025-Q1,loa,20,
      xa-a,2025-Q2,loa,15,
      xa-b,2025-H1,loa,1,
      xa-c,2025-H1,loa,1,
      """, period: "2025-H1")
    #expect(findings == [])
    #expect(
      result.rows.map(\.fate.key) == ["counted", "counted", "included"]
        + Array(repeating: "counted", count: 3))
    #expect(sum(result, "loa") == "87 bản tin 4/4")
    let (mixed, doubts) = try consolidate(
      """
      unit,period,line,value,includes
      huyen,2025-Q1,loa,40,xa-a
      huyen,2025-Q2,loa,30,none
      xa-a,2025-H1,loa,35,
      xa-b,2025-H1,loa,1,
      xa-c,2025-H1,loa,1,
      """, period: "2025-H1")
    #expect(sum(mixed, "loa") == "at least 72 bản tin 3/4")
    #expect(doubts.map(\.code) == [.possibleDoubleCount])
  }

  @Test("what another figure has already counts once, in its own territory and level too")
  func inclusion() throws {
    let (result, findings) = try consolidate(
      """
      unit;period;line;value;includes
      huyen;2025-H1;loa;40;"xa-a; xa-b"
      xa-a;2025-H1;loa;20;
      xa-b;2025-H1;loa;15;
      xa-c;2025-H1;loa;1;
      """, period: "2025-H1")
    #expect(findings == [])
    #expect(result.rows.map(\.fate.key) == ["counted", "included", "included", "counted"])
    let line = try #require(result.lines.first)
    #expect(Self.text(line.sum) == "41 bản tin 4/4")
    #expect(line.levels.map { Self.text($0.sum) } == ["40 bản tin 1/1", "36 bản tin 3/3"])
    let huyen = try #require(result.territories.first { $0.unit == "huyen" })
    #expect(huyen.members == ["huyen", "xa-a", "xa-b"] && Self.text(huyen.lines[0].sum) == "40 bản tin 3/3")
  }

  @Test("a unit whose figure lies in another's owes none of its own, except for sums without that other")
  func silentInside() throws {
    func line(_ period: String) throws -> ConsolidatedLine {
      try #require(
        consolidate(
          """
          unit,period,line,value,includes
          huyen,\(period),loa,40,xa-a
          xa-b,2025-H1,loa,15,
          xa-c,2025-H1,loa,1,
          """, period: "2025-H1"
        ).result.lines.first)
    }
    let whole = try line("2025-H1")
    #expect(Self.text(whole.sum) == "56 bản tin 3/3")
    #expect(whole.levels.map { Self.text($0.sum) } == ["40 bản tin 1/1", "at least 16 bản tin 2/3"])
    #expect(try line("2025-Q1").sum.missing == ["xa-a"])
  }

  @Test("Nghệ An's 2,199 is 998 of the province and 1,201 of the districts: 45.38 and 54.62 per cent")
  func shares() throws {
    let both = try consolidate("unit,period,line,value\ntinh,2025,luot,998\nhuyen,2025-H1,luot,1.201\n")
    let line = try #require(both.result.lines.first { $0.line == "luot" })
    #expect(Self.text(line.sum) == "2,199 lượt 2/2")
    #expect(line.levels.map { line.share(of: $0)?.text(in: .vietnamese) } == ["45,38%", "54,62%"])
    #expect(line.planned?.value == 2000 && line.percent?.text(in: .vietnamese) == "109,95%")
    // What bounds nothing has no share, and what lies in another figure is no part beside it.
    let bound = try consolidate(
      "unit,period,line,value\ntinh,2025,luot,998\nhuyen,2025-H1,luot,hơn 1.200\n")
    let bounded = try #require(bound.result.lines.first { $0.line == "luot" })
    #expect(bounded.levels.allSatisfy { bounded.share(of: $0) == nil } && bounded.percent == nil)
    let inside = try consolidate(
      "unit,period,line,value,includes\ntinh,2025,luot,2199,huyen\nhuyen,2025-H1,luot,1201,\n")
    let whole = try #require(inside.result.lines.first { $0.line == "luot" })
    #expect(Self.text(whole.sum) == "2,199 lượt 2/2")
    #expect(whole.levels.allSatisfy { whole.share(of: $0) == nil })
    // A later quarter alone is no part of what the year promised.
    let quarter = try consolidate("unit,period,line,value\ntinh,2025-Q3,luot,500\n", period: "2025-Q3")
    #expect(quarter.result.lines.first { $0.line == "luot" }?.sum.exact?.value == 500)
    #expect(quarter.result.lines.first { $0.line == "luot" }?.percent == nil)
  }

  @Test("the plan's own totals add its lines over all units, and are lower bounds while one has no figure")
  func totals() throws {
    let all = try consolidate(
      """
      unit,period,line,value
      xa-a,2025-H1,loa,20
      xa-b,2025-H1,loa,15
      xa-ab,2025,loa,7
      xa-c,2025,loa,5
      huyen,2025-H1,dai,45
      """)
    let total = try #require(all.result.totals.first)
    #expect(total.counted == ["loa", "dai"] && total.quantity?.text(in: .english) == "92 bản tin")
    let less = try consolidate("unit,period,line,value\nhuyen,2025-H1,dai,45\n")
    #expect(less.result.totals.first?.quantity?.text(in: .english) == "at least 45 bản tin")
    #expect(try consolidate("unit,period,line,value\n").result.totals.first?.quantity == nil)
  }

  @Test(
    "doubtful inclusions are told: a circle, a whole smaller than its parts, a successor that says nothing")
  func doubts() throws {
    let circle = try consolidate(
      "unit,period,line,value,includes\nxa-c,2025,loa,6,xa-ab\nxa-ab,2025,loa,6,xa-c\n")
    #expect(circle.findings.map(\.code) == [.circularOverlap, .circularOverlap])
    #expect(circle.result.rows.map(\.fate.key) == ["counted", "counted"])
    let small = try consolidate(
      "unit,period,line,value,includes\nhuyen,2025-H1,loa,10,xa-a\nxa-a,2025-H1,loa,20,\n", period: "2025-H1")
    #expect(small.findings.map(\.code) == [.sumMismatch])
    func successor(_ includes: String) throws -> [FindingCode] {
      try consolidate(
        "unit,period,line,value,includes\nxa-a,2025-H1,loa,20,\nxa-ab,2025,loa,30,\(includes)\n"
      ).findings.map(\.code)
    }
    #expect(try successor("") == [.possibleDoubleCount])
    #expect(try successor("none") == [] && successor("xa-a") == [])
  }

  @Test("what communes report is read as a plan's quota is: ranges, words and times, and no rate for a total")
  func phrases() throws {
    let (result, findings) = try consolidate(
      """
      unit,period,line,value,received
      xa-c,2025,loa,12 - 15,2025-12-01
      xa-ab,2025,loa,hàng chục,2025-12-01
      xa-b,2025,loa,3 bản tin/tuần,2025-12-01
      """)
    #expect(
      result.rows.map { $0.figure.quantity?.text(in: .vietnamese, unit: false) } == ["12 - 15", "hàng chục"])
    #expect(findings.filter { $0.code == .declaredRowBroken }.map { $0.place?.line } == [4])
    let broken = findings.first { $0.code == .declaredRowBroken }
    #expect(broken?.message.en.contains("“3 bản tin/tuần” is a rate, not a total") == true)
    #expect(broken?.message.vi.contains("“3 bản tin/tuần” là tần suất, không phải tổng số") == true)
    let sum = result.lines.first { $0.line == "loa" }?.sum.quantities.map {
      $0.text(in: .vietnamese, unit: false)
    }
    #expect(sum == ["ít nhất 12"])
  }

  @Test("every mistake of a row is told, with its line and what to write")
  func brokenRows() throws {
    let (result, findings) = try consolidate(
      """
      đơn vị,kỳ,chỉ tiêu,số liệu,độ tin cậy,ngày nhận,gồm cả
      xa-x,2025-13,lao,chưa rõ,chắc chắn,hôm qua,xa-zz
      ,,,,,,
      xa-c,2025,loa,,,,
      """)
    #expect(result.rows == [])
    #expect(findings.map(\.code) == [.declaredRowBroken, .declaredNotFilled])
    #expect(findings.map { $0.place?.line } == [2, 4])
    #expect(
      findings[0].message.en
        == "This row cannot be read and is not added: the plan has no unit “xa-x” (did you mean “xa-a”?); “2025-13” is "
        + "no period of CALENDAR_YEAR (write it like 2025, 2025-H1, 2025-Q3, 2025-04); the plan has no line “lao” (did you mean "
        + "“loa”?); “chưa rõ” is no figure: “chưa rõ” does not begin with a number, nor with words for one ("
        + QuantityRefusal.forms.en.dropLast() + "; or: no data); the level of trust “chắc chắn” is "
        + "not known; “hôm qua” is not a date; the plan has no unit “xa-zz”.")
    #expect(
      findings[1].message.vi
        == "Các dòng chưa điền số liệu, chưa tính là đã báo cáo: 4.")
    let header = try consolidate("unit,value\nxa-c,5\n")
    #expect(
      header.findings.map(\.message.en) == [
        "The header lacks “period”, “line”; no figure of this file is read."
      ])
  }

  @Test(
    "a report after its due date says by how many days", arguments: [("2026-01-10", nil), ("2026-01-13", 3)])
  func late(received: String, days: Int?) throws {
    let profile = ReportingProfile(code: "SO", due: DueRule(.next(day: 20), earlier: [.commune: 10]))
    let plan = Plan.reporting(Self.units, [.declared("loa", .commune)])
    let figures = DeclaredReader.read(
      Array("unit,period,line,value,received\nxa-c,2025,loa,5,\(received)\n".utf8), file: "a.csv", plan: plan,
      profile: profile
    ).figures
    let period = try #require(ReportingPeriod("2025", profile: profile))
    let rows = Consolidator.consolidate(plan: plan, declared: figures, tally: plan.unlogged(period))
      .consolidation.rows
    #expect(rows.map(\.daysLate) == [days])
  }
}

extension AdminUnit {
  static func sample(
    _ id: String, _ level: AdminLevel, in parent: String? = nil, from: String? = nil, through: String? = nil,
    successor: String? = nil
  ) -> AdminUnit {
    AdminUnit(
      id: id, name: id, level: level, parent: parent,
      validity: Validity(
        from: from.map { .of($0) }, through: through.map { .of($0) }, successor: successor),
      planMode: nil, place: .plan(1))
  }
}

extension PlanLine {
  /// A line on which units of a level report.
  static func declared(_ id: String, _ level: AdminLevel) -> PlanLine {
    .sample(id, "Chỉ tiêu \(id)", form: "bản tin", isPlaced: false, level: level)
  }
}

extension Plan {
  /// A plan of 2025 on which units report.
  static func reporting(_ units: [AdminUnit], _ lines: [PlanLine], totals: [PlanTotal] = []) -> Plan {
    Plan.sample(lines, units: units, year: 2025, totals: totals)
  }

  /// What is counted without a log: nothing is known.
  func unlogged(_ period: ReportingPeriod) -> Tally {
    let schedule = Schedule(slots: [], placements: [], unplaced: [], proof: .init(demanded: 0, placed: 0))
    let reconciled = Matcher.match(
      plan: self, schedule: schedule, log: AsRunLog(entries: [], rowsLeftOut: 0), asOf: nil)
    return TallyBuilder.tally(
      plan: self, schedule: schedule, reconciled: reconciled, log: nil, published: nil, period: period)
  }
}
