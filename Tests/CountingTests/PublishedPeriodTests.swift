import Counting
import ScheduleModel
import TestSupport
import Testing

/// Figures of an invented report, in the tallies of several periods.
@Suite("Published figures in the report of their period")
struct PublishedPeriodTests {
  private let plan = Plan.sample(
    [
      .sample("tin", "Tin", form: "tin", level: .province),
      .sample("hop", "Hội nghị", form: "hội nghị", level: .province),
    ], totals: [.sample(["tin", "hop"])])

  private func published(_ figures: [PublishedFigure], in period: String) -> Tally {
    tally(plan, [], nil, published: .sample(figures), .of(period))
  }

  @Test("a figure of the first half stands in no other report")
  func half() {
    let figures: [PublishedFigure] = [
      .sample("a", "40 tin", line: "tin", level: .province, period: .named("2018-H1")),
      .sample("b", "90 tin", line: "tin", level: .province),
    ]
    let stated = ["2018", "2018-H1", "2018-Q1"].map {
      published(figures, in: $0).line("tin")?.published?.quantity?.text(in: .vietnamese)
    }
    #expect(stated == ["90 tin", "40 tin", nil])
  }

  @Test("from a day to a day means the period with exactly these days")
  func days() {
    let figure = PublishedFigure.sample(
      "a", "40 tin", line: "tin", period: .days(CivilDay.of("2018-04-01")..<CivilDay.of("2018-07-01")))
    #expect(published([figure], in: "2018-Q2").line("tin")?.published != nil)
    #expect(published([figure], in: "2018").line("tin")?.published == nil)
  }

  @Test("a level's published output has its works; who came, and conferences, stand apart and are told")
  func level() {
    let figures: [PublishedFigure] = [
      .sample("Tin", "90 tin", line: "tin", level: .province), .sample("Bài", "10 bài", level: .province),
      .sample("Hội nghị", "3 hội nghị", line: "hop", level: .province),
      .sample("Người dự", "1.200 lượt người", level: .province),
      .sample("Bài thi", "700 bài dự thi", level: .province),
    ]
    let counted = published(figures, in: "2018")
    #expect(counted.group(.level, "province")?.published?.text(in: .vietnamese) == "100 tin, bài")
    let findings = TallyBuilder.findings(plan: plan, tally: counted, published: .sample(figures))
      .filter { $0.code == .unlikeFigures }
    #expect(
      findings.map(\.message.en) == [
        "The total “Tổng số” cannot be added: “90 tin” (works) and “3 hội nghị” (events) do not count the same thing.",
        "Province: not added to the published output: “Hội nghị” 3 hội nghị; “Người dự” 1,200 lượt người; "
          + "“Bài thi” 700 bài dự thi.",
      ])
    #expect(
      findings.map(\.message.vi) == [
        "Tổng “Tổng số” không cộng được: “90 tin” (tác phẩm báo chí) và “3 hội nghị” (sự kiện) không cùng đơn vị tính.",
        "Cấp tỉnh: không cộng vào số tác phẩm đã công bố: “Hội nghị” 3 hội nghị; “Người dự” 1.200 lượt người; "
          + "“Bài thi” 700 bài dự thi.",
      ])
    #expect(counted.totals.first?.published == nil)
  }

  @Test("a quota in time is a rule of minutes, and has no percentage of works")
  func quotaInTime() {
    let unit = CountingUnit.time(.hours)
    let line = PlanLine(
      id: "song", title: "Giờ phát", form: unit, outlets: .each(["truyen-hinh"]),
      quota: Quantity(2_400, unit), basis: .plan, placing: nil, versions: nil,
      responsibility: Responsibility(),
      topics: [], tone: nil, overlap: .unsaid, note: nil, place: .plan(10))
    let tallied = tally(.sample([line]), [], []).line("song")
    #expect(tallied?.rules.map(\.rule.measure) == [.minutes])
    #expect(tallied?.rules.map(\.rule.floor) == [2_400])
    #expect(tallied?.percent(hasLog: true) == nil)
  }
}
