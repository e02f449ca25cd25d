import Reports
import ScheduleModel

/// Reports at the edges: empty, unsigned, of one line, and with a hostile title.
extension SampleTally {
  static let empty = TallyReport.Input(
    plan: EmptyPlan.plan, tally: tally(hasLog: false, lines: []), coverage: nil, findings: [])

  /// Lines whose figures are a draft's, a result report's, and none; the last is published as "no data".
  static let unsigned: TallyReport.Input = {
    let lines = [
      SamplePlan.line(
        "nhap", "Bản nháp", "kỳ", SamplePlan.each("truyen-hinh"), quota("24 kỳ"), basis: .draft, number: 1),
      SamplePlan.line(
        "ket-qua", "Kết quả", "bài", SamplePlan.each("bao"), quota("1.500 bài"), basis: .result, number: 2),
      SamplePlan.line("xa", "Loa xã", "tin", SamplePlan.each("loa"), nil, number: 3),
    ]
    let plan = Plan(
      id: "nhap", title: "Kế hoạch chưa ký", year: 2018, days: CivilDay.year(2018), revised: day(1, 1),
      documents: [
        PlanDocument(
          number: nil, date: nil, issuer: "Sở Nội vụ", subject: "dự thảo", role: .plan,
          place: SamplePlan.place(1))
      ], units: [], outlets: [], blackouts: [], topics: [], lines: lines, totals: [],
      matching: MatchingTolerance(), remarks: [])
    let noData = PublishedFigure(
      id: "xa", title: "Loa xã", line: "xa", level: nil, quantity: nil, mayInclude: [], says: nil,
      place: SamplePlan.place(1))
    let tallies = lines.map { line in
      LineTally(
        line: line.id, planned: nil, published: line.id == "xa" ? noData : nil, counts: Counts(),
        airedInYear: 0, months: Array(repeating: Counts(), count: 12), placementsAired: 0, rows: [])
    }
    return TallyReport.Input(
      plan: plan, tally: tally(hasLog: true, lines: tallies), coverage: nil, findings: [])
  }()

  /// A tally of these lines alone, for the first quarter by another rule of periods.
  static func tally(hasLog: Bool, lines: [LineTally]) -> Tally {
    Tally(
      period: quarter, asOf: hasLog ? day(3, 14) : nil, hasLog: hasLog, lines: lines, versions: [],
      totals: [],
      groups: [], rowsLeftOut: 0, uncounted: [])
  }

  /// One line with its rows and one month: enough for every part of a page.
  static let onePage = TallyReport.Input(
    plan: SamplePlan.plan,
    tally: Tally(
      period: quarter, asOf: day(3, 14), hasLog: true, lines: [input.tally.lines[0]], versions: [],
      totals: input.tally.totals, groups: [input.tally.groups[0]], rowsLeftOut: 0, uncounted: []),
    coverage: nil, findings: [])

  /// A report with this title wherever a user may write one.
  static func input(titled title: String) -> TallyReport.Input {
    let line = SamplePlan.line(
      "chuyen-muc", title, "kỳ", SamplePlan.each("truyen-hinh"), quota("4 kỳ"), placing: SamplePlan.free,
      note: title, number: 1)
    let document = PlanDocument(
      number: title, date: nil, issuer: title, subject: title, role: .plan, place: SamplePlan.place(1))
    let plan = Plan(
      id: "mau", title: title, year: 2018, days: CivilDay.year(2018), revised: day(1, 1),
      documents: [document], units: [], outlets: [], blackouts: [], topics: [], lines: [line], totals: [],
      matching: MatchingTolerance(), remarks: [Remark(part: .next, text: [title])])
    return TallyReport.Input(
      plan: plan, tally: tally(titled: title, of: line),
      coverage: Coverage(
        forms: [title], topics: [TopicCoverage(topic: title, lines: [[title]], quarters: nil)]),
      findings: [Finding(.badDate, .error, at: SourcePlace(file: title, line: 1), Words(title))])
  }

  private static func tally(titled title: String, of line: PlanLine) -> Tally {
    var counts = Counts()
    counts.aired = 1
    let tally = LineTally(
      line: line.id, planned: line.quota, published: nil, counts: counts, airedInYear: 1,
      months: Array(repeating: Counts(), count: 12), placementsAired: 1,
      rows: [SourcePlace(file: title, line: 2)])
    let total = TotalTally(
      id: "tong", title: title, counted: [line.id], inside: [title], planned: nil, published: nil,
      counts: counts)
    return Tally(
      period: quarter, asOf: day(3, 14), hasLog: true, lines: [tally], versions: [], totals: [total],
      groups: [
        GroupTally(dimension: .month, key: title, title: Words(title), counts: counts, published: nil)
      ], rowsLeftOut: 0, uncounted: [SampleSchedule.entry(3, day(1, 1), nil, title, title)])
  }

  private static let quarter: ReportingPeriod = {
    guard let period = ReportingPeriod("2018-Q1", profile: .decree09) else {
      preconditionFailure("2018 has a first quarter")
    }
    return period
  }()
}
