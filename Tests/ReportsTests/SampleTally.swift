import Reports
import ScheduleModel

/// The sample plan counted for the year 2018.
enum SampleTally {
  static let findings = [
    Finding(
      .quotaNotMet, .warning, at: SourcePlace(file: "plan.yaml", line: 10, column: 5),
      Words(vi: "chỉ tiêu chuyen-muc mới đạt 2/4 kỳ", en: "line chuyen-muc has reached 2 of 4"))
  ]

  static let input = TallyReport.Input(
    plan: SamplePlan.plan, tally: tally(hasLog: true), coverage: coverage, findings: findings)

  static let withoutLog = TallyReport.Input(
    plan: SamplePlan.plan, tally: tally(hasLog: false), coverage: nil, findings: [])

  static let coverage = Coverage(
    forms: ["chuyên mục", "tin, bài, ảnh"],
    topics: [
      TopicCoverage(topic: "tthc", lines: [["chuyen-muc"], ["bai-bao"]], quarters: [0, 6, 0, 1]),
      TopicCoverage(topic: "cong-vu", lines: [[], []], quarters: nil),
    ])

  static func tally(hasLog: Bool) -> Tally {
    guard let period = ReportingPeriod("2018", profile: .calendarYear) else {
      preconditionFailure("2018 is a year")
    }
    return Tally(
      period: period, asOf: hasLog ? day(6, 30) : nil, hasLog: hasLog, lines: lines(hasLog),
      versions: [
        version("hmn", counts(2, moved: 1, preempted: 1), hasLog ? [4] : []),
        version("tai", counts(1, missed: 1), []),
      ],
      totals: [
        TotalTally(
          id: "tong", title: "Tổng cấp tỉnh", counted: ["chuyen-muc", "bai-bao", "trang-huyen"],
          inside: ["phong-su"],
          planned: nil, published: quota("hơn 603 tin, bài, ảnh"),
          counts: hasLog ? counts(7, aired: 1, late: 1, unplanned: 1, missed: 3, pending: 1) : counts(7))
      ], groups: groups(hasLog), rowsLeftOut: hasLog ? 2 : 0,
      uncounted: hasLog
        ? [SampleSchedule.entry(10, day(5, 21), "06:00", "vtv5", "Gửi phát", status: .sent)] : [])
  }

  private static func lines(_ hasLog: Bool) -> [LineTally] {
    [
      line(
        "chuyen-muc", "4 kỳ", nil, hasLog ? counts(4, aired: 1, late: 1, missed: 1, pending: 1) : counts(4),
        [4: (2, 2), 5: (1, 0), 12: (1, 0)], hasLog ? [2, 3] : []),
      line(
        "bai-bao", nil, "3 tin, bài, ảnh",
        hasLog ? counts(3, aired: 1, unplanned: 1, missed: 2) : counts(3),
        [4: (1, 1), 5: (1, 1), 6: (1, 0)], hasLog ? [6, 9] : []),
      line(
        "khau-hieu", "ít nhất 2 khẩu hiệu", nil, hasLog ? counts(2, aired: 1, missed: 1) : counts(2),
        [4: (1, 1), 5: (1, 0)], hasLog ? [7] : [], placements: 2),
      line("phong-su", "2 phóng sự", nil, Counts(), [:], []),
      line("trang-huyen", nil, "hơn 600 tin, bài, ảnh", Counts(), [:], []),
      line("hoi-thi", "1 hội thi", nil, Counts(), [:], []),
    ]
  }

  private static func line(
    _ id: String, _ planned: String?, _ published: String?, _ counts: Counts,
    _ months: [Int: (scheduled: Int, aired: Int)], _ rows: [Int], placements: Int? = nil
  ) -> LineTally {
    LineTally(
      line: id, planned: planned.flatMap(quota),
      published: published.map { text in
        PublishedFigure(
          id: id, title: id, line: id, level: nil, quantity: quota(text), mayInclude: [], says: nil,
          place: SamplePlan.place(3, "published.yaml"))
      }, counts: counts, airedInYear: counts.aired,
      months: (1...12).map { month in
        var counts = Counts()
        counts.scheduled = months[month]?.scheduled ?? 0
        counts.aired = rows.isEmpty ? 0 : months[month]?.aired ?? 0
        return counts
      }, placementsAired: placements ?? counts.aired, rows: rows.map { SamplePlan.place($0, "nhat-ky.csv") })
  }

  private static func version(_ tag: String, _ counts: Counts, _ rows: [Int]) -> VersionTally {
    VersionTally(
      line: "chuyen-muc", language: language(tag), counts: counts, sent: 0,
      rows: rows.map { SamplePlan.place($0, "nhat-ky.csv") })
  }

  private static func groups(_ hasLog: Bool) -> [GroupTally] {
    let months = [(4, counts(4, aired: 3, late: 1)), (5, counts(3, aired: 0, unplanned: 1, missed: 3))]
    return months.map { number, counts in
      GroupTally(
        dimension: .month, key: "2018-0\(number)",
        title: Words(vi: "tháng \(number) năm 2018", en: "month \(number) of 2018"), counts: counts,
        published: nil)
    } + [
      GroupTally(
        dimension: .level, key: "province", title: AdminLevel.province.name,
        counts: counts(7, aired: 1, late: 1, unplanned: 1, missed: 3, pending: 1),
        published: quota("3 tin, bài, ảnh")),
      GroupTally(
        dimension: .outlet, key: "trang-tin", title: Words("Trang tin các sở"), counts: Counts(),
        published: quota("hơn 600 tin, bài, ảnh")),
      GroupTally(
        dimension: .level, key: "commune", title: AdminLevel.commune.name, counts: nil, published: nil),
      GroupTally(
        dimension: .language, key: "hmn", title: Words(vi: "Mông", en: "Hmong"),
        counts: counts(2, moved: 1, preempted: 1), published: nil),
    ]
  }

  /// Counts in which those late, moved and unplanned are among the aired.
  private static func counts(
    _ scheduled: Int, aired plain: Int = 0, late: Int = 0, moved: Int = 0, unplanned: Int = 0,
    missed: Int = 0, preempted: Int = 0, pending: Int = 0
  ) -> Counts {
    var counts = Counts()
    counts.scheduled = scheduled
    counts.aired = plain + late + moved + unplanned
    counts.late = late
    counts.moved = moved
    counts.unplanned = unplanned
    counts.missed = missed
    counts.preempted = preempted
    counts.pending = pending
    counts.beyondLogs = pending
    return counts
  }
}
