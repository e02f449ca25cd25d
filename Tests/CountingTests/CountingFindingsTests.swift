import Counting
import Logs
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("What a reader of the tally has to know")
struct CountingFindingsTests {
  private func findings(_ plan: Plan, _ published: PublishedFigures? = nil) -> [Finding] {
    TallyBuilder.findings(plan: plan, tally: tally(plan, [], nil, published: published), published: published)
  }

  private func both(_ findings: [Finding]) -> [String] {
    findings.flatMap { [told($0, in: .vietnamese), told($0)] }
  }

  @Test("a figure that comes from a result is no planned figure")
  func planFigureMissing() {
    let plan = Plan.sample([
      .sample("a", "A", quota: "23", basis: .result), .sample("b", "B", quota: "23"),
      .sample("c", "C", quota: "23", basis: .draft), .sample("d", "D"),
    ])
    #expect(
      both(findings(plan)) == [
        "plan.yaml:10:1 ^1 info PLAN_FIGURE_MISSING: Kế hoạch không nêu số cho “A”; cột kế hoạch ghi “–”, "
          + "không tính tỷ lệ. → Nếu kế hoạch đã ký có số, ghi số đó vào quota và basis: plan.",
        "plan.yaml:10:1 ^1 info PLAN_FIGURE_MISSING: The plan states no figure for “A”; it is shown as “–”, "
          + "without a percentage. → If the signed plan has a figure, write it as the quota, with basis: plan.",
      ])
    #expect(tally(plan, [], nil).lines.map { $0.planned?.value } == [nil, 23, nil, nil])
  }

  @Test("the figures of a plan are no plan for a period of another year")
  func periodOfOtherYear() {
    let plan = Plan.sample([.sample("a", "A", quota: "4")], totals: [.sample(["a"])])
    func counted(_ period: ReportingPeriod) -> Tally {
      tally(
        plan, [.sample("a", 1, at: "2018-12-20T20:15")],
        [.sample(2, at: "2018-12-20T20:15", line: "a", edition: 1)], period, asOf: "2018-12-31")
    }
    let next = counted(.of("2019", .decree09))
    #expect(next.line("a")?.counts == .of(scheduled: 1, aired: 1))
    #expect(next.line("a")?.planned == nil)
    #expect(next.line("a")?.percent(hasLog: true) == nil)
    #expect(next.totals.map(\.planned) == [nil])
    #expect(
      both(TallyBuilder.findings(plan: plan, tally: next, published: nil)) == [
        "warning PERIOD_OF_OTHER_YEAR: Kỳ báo cáo thuộc năm 2019, kế hoạch là của năm 2018: cột kế hoạch ghi “–”, "
          + "không tính tỷ lệ. → Muốn có tỷ lệ thì chọn kỳ của năm 2018, hoặc dùng kế hoạch của năm 2019.",
        "warning PERIOD_OF_OTHER_YEAR: The period belongs to 2019, the plan is for 2018: planned figures are "
          + "shown as “–”, without a percentage. → For percentages take a period of 2018, or the plan for 2019.",
      ])
    let own = counted(.of("2018"))
    #expect(own.line("a")?.percent(hasLog: true) == 2500)
    #expect(own.totals.map(\.planned?.value) == [4])
    #expect(TallyBuilder.findings(plan: plan, tally: own, published: nil).map(\.code) == [.floorMissed])
  }

  @Test("quotas that are not exact or lump forms together are told")
  func quotas() {
    let plan = Plan.sample([.sample("a", "A", form: "tin, bài", quota: "ít nhất 600")])
    #expect(
      both(findings(plan)) == [
        "plan.yaml:10:1 ^1 info APPROXIMATE: “A”: “ít nhất 600 tin, bài” không phải là số chính xác; "
          + "tổng có số này cũng không chính xác.",
        "plan.yaml:10:1 ^1 info APPROXIMATE: “A”: “at least 600 tin, bài” is no exact figure, and no sum with it is.",
        "plan.yaml:10:1 ^1 info COMPOUND_UNIT: “A”: “ít nhất 600 tin, bài” là một số chung cho nhiều hình thức, "
          + "không tách được.",
        "plan.yaml:10:1 ^1 info COMPOUND_UNIT: “A”: “at least 600 tin, bài” is one count over several forms "
          + "and cannot be split.",
      ])
  }

  @Test("versions of which a report gives no count are told, and only beside a report")
  func versionsUncounted() {
    let plan = Plan.sample([.sample("a", "A", versions: .sample(["hmn", "tai"]))])
    #expect(findings(plan) == [])
    #expect(
      both(findings(plan, .sample([]))) == [
        "plan.yaml:10:1 ^1 info LANG_VERSION_UNCOUNTED: “A” có bản tiếng Mông, Thái, nhưng báo cáo không nêu số "
          + "bản tiếng dân tộc; số này được đếm riêng, không cộng vào tác phẩm.",
        "plan.yaml:10:1 ^1 info LANG_VERSION_UNCOUNTED: “A” has versions in Hmong, Tai, but the report counts none; "
          + "they are counted apart and never added to the works.",
      ])
  }

  @Test("a level without data is told where the report says so")
  func levelMissing() {
    let published = PublishedFigures.sample([.sample("xa", nil, level: .commune, at: 12)])
    #expect(
      both(findings(.sample([]), published)) == [
        "published.yaml:12:1 ^1 info LEVEL_MISSING: Cấp xã: không có số liệu; đây không phải là 0.",
        "published.yaml:12:1 ^1 info LEVEL_MISSING: Commune: no data, which is not 0.",
      ])
  }

  @Test("a figure that may include others is told, and no sum adds them to it")
  func mayInclude() {
    let plan = Plan.sample(
      [.sample("a", "A"), .sample("b", "B", on: .each(["bao"]))], totals: [.sample(["a", "b"])])
    let published = PublishedFigures.sample([
      .sample("Lượt", "2.199 lượt", line: "a", mayInclude: ["Diễn đàn"]),
      .sample("Diễn đàn", "131 diễn đàn", line: "b"),
    ])
    #expect(
      findings(plan, published).map(\.message.en) == [
        "“Lượt” may include “Diễn đàn”; they are not added to each other."
      ])
    #expect(tally(plan, [], nil, published: published).totals.map(\.published) == [.of("2.199 lượt")])
  }

  @Test("two lines of one outlet in a total are doubtful as long as neither word settles it")
  func doubtful() {
    func doubts(
      _ small: PlanLine.Overlap, _ large: PlanLine.Overlap = .unsaid,
      outlets: PlanLine.OutletUse = .each(["bao"]),
      quota: String? = "12"
    ) -> [String] {
      let plan = Plan.sample(
        [
          .sample("large", "Large", on: .each(["bao"]), quota: "52", overlap: large),
          .sample("small", "Small", on: outlets, quota: quota, overlap: small),
        ], totals: [.sample(["large", "small"])])
      return findings(plan).map(\.message.en)
    }
    let doubt =
      "The total “Tổng số” adds “Large” and “Small” of the same outlet; whether “Small” lies inside is not said"
    #expect(doubts(.unsaid) == [doubt + ": 52 or 64."])
    #expect(doubts(.unsaid, outlets: .together(["cong", "bao"])) == [doubt + ": 52 or 64."])
    #expect(doubts(.unsaid, quota: nil) == [doubt + "."])
    #expect(doubts(.disjoint) == [])
    #expect(doubts(.unsaid, .disjoint) == [])
    #expect(doubts(.partOf("large")) == [])
    #expect(doubts(.unsaid, outlets: .each(["cong"])) == [])
    #expect(doubts(.unsaid, quota: "52") == [doubt + ": 52 or 104."], "of two of one size the later one")
  }
}
