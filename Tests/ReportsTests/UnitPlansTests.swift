import Reports
import ScheduleModel
import Testing

@Test("The head says how the units plan, names up to three of each, and counts those of which nobody said")
func unit_plans() {
  let units = [
    unit("Sở Nội vụ", .standalone), unit("Sở Y tế", .merged), unit("Đài PT-TH tỉnh", nil),
    unit("Huyện A", .standalone), unit("Huyện B", .standalone), unit("Huyện C", .standalone),
    unit("Huyện D", AdminUnit.PlanMode.none),
  ]
  let vietnamese =
    "Kế hoạch tuyên truyền của các đơn vị (một mục có thể gồm nhiều đơn vị): "
    + "kế hoạch riêng: 4 (Sở Nội vụ; Huyện A; Huyện B; …), "
    + "lồng ghép trong kế hoạch cải cách hành chính: 1 (Sở Y tế), không có kế hoạch: 1 (Huyện D), chưa nêu: 1"
  let english =
    "Communication plans of the units (one entry may be several units): "
    + "a plan of their own: 4 (Sở Nội vụ; Huyện A; Huyện B; …), "
    + "merged into the reform plan: 1 (Sở Y tế), no plan: 1 (Huyện D), not stated: 1"
  let input = report(units)
  #expect(head(of: input, .vietnamese) == vietnamese)
  #expect(head(of: input, .english) == english)
  #expect(TallyReport.html(input, language: .vietnamese).contains("<p>\(vietnamese)</p>"))
  #expect(TallyReport.html(input, language: .english).contains("<p>\(english)</p>"))
  #expect(
    section("units", of: TallyReport.json(input, language: .english))
      == #"{"merged":1,"none":1,"standalone":4,"unstated":1}"#)
}

@Test("A plan in which no unit says how it plans has no such line, and null in data")
func unit_plans_unsaid() {
  let said = report([unit("Sở Nội vụ", nil)])
  #expect(TallyReport.text(said, language: .english) == TallyReport.text(report([]), language: .english))
  #expect(section("units", of: TallyReport.json(said, language: .english)) == "null")
}

/// The paragraph between the period and how far the logs reach.
private func head(of input: TallyReport.Input, _ language: ReaderLanguage) -> String {
  TallyReport.text(input, language: language).split(separator: "\n").dropFirst(3)
    .prefix { !$0.hasPrefix("There is no") && !$0.hasPrefix("Không có nhật ký") }.joined(separator: " ")
}

private func unit(_ name: String, _ mode: AdminUnit.PlanMode?) -> AdminUnit {
  AdminUnit(id: name, name: name, level: nil, validity: .always, planMode: mode, place: SamplePlan.place(1))
}

private func report(_ units: [AdminUnit]) -> TallyReport.Input {
  let plan = Plan(
    id: "don-vi", title: "Kế hoạch", year: 2018, days: CivilDay.year(2018), revised: day(1, 1), documents: [],
    units: units, outlets: [], blackouts: [], topics: [], lines: [], totals: [],
    matching: MatchingTolerance(), remarks: [])
  return TallyReport.Input(
    plan: plan, tally: SampleTally.tally(hasLog: false, lines: []), coverage: nil, findings: [])
}
