import ScheduleModel
import Testing

struct PlanTests {
  private let place = SourcePlace(file: "plan.yaml", line: 1)

  private func line(
    _ id: String, quota: Quantity? = nil, basis: PlanLine.QuotaBasis = .plan,
    overlap: PlanLine.Overlap = .unsaid
  ) -> PlanLine {
    PlanLine(
      id: id, title: id, form: CountingUnit(["kỳ"]), outlets: .each(["dai"]), quota: quota, basis: basis,
      placing: nil, versions: nil, responsibility: Responsibility(), topics: [], tone: nil, overlap: overlap,
      note: nil, place: place)
  }

  private func plan(_ lines: [PlanLine]) -> Plan {
    let dai = Outlet(
      id: "dai", name: "Đài", kind: .radio, level: nil, owner: "huyen", zone: "Asia/Ho_Chi_Minh",
      validity: .always, grid: [], place: place)
    let huyen = AdminUnit(
      id: "huyen", name: "Huyện", level: .district, validity: .always, planMode: nil, place: place)
    return Plan(
      id: "tan-hong-2020", title: "", year: 2020, days: CivilDay.year(2020),
      revised: CivilDay.year(2020).lowerBound, documents: [], units: [huyen], outlets: [dai], blackouts: [],
      topics: [], lines: lines, totals: [], matching: MatchingTolerance(), remarks: [])
  }

  @Test("lines, outlets and units are found by their id, and nothing by another")
  func ids_findTheirOwn() {
    let plan = plan([line("a"), line("b")])
    #expect(plan.line("b") == line("b"))
    #expect(plan.line("c") == nil)
    #expect(plan.outlet("dai")?.name == "Đài")
    #expect(plan.outlet("huyen") == nil)
    #expect(plan.unit("huyen")?.level == .district)
    #expect(plan.unit("dai") == nil)
  }

  @Test("the parts of a line are those that say so; what is embedded in it is none")
  func parts_areDeclared() {
    let whole = line("tuan")
    let part = line("thang", overlap: .partOf("tuan"))
    let embedded = line("hoi-thi", overlap: .embedded(in: "tuan"))
    let plan = plan([
      whole, part, embedded, line("khac", overlap: .disjoint), line("le", overlap: .partOf("khac")),
    ])
    #expect(plan.parts(of: whole) == [part])
    #expect(plan.parts(of: part) == [])
    #expect(plan.lines.filter(\.isEmbedded) == [embedded])
  }

  @Test("only what the signed plan states is planned: a result or a draft is not")
  func plannedQuantity_isThePlans() {
    let quota = Quantity(23, CountingUnit(["kỳ"]))
    let planned = PlanLine.QuotaBasis.allCases.map { line("a", quota: quota, basis: $0).plannedQuantity }
    #expect(planned == [quota, nil, nil])
    #expect(line("a").plannedQuantity == nil)
  }

  @Test("the main outlet of a line comes first, whatever several of them mean")
  func outlets_keepTheirOrder() {
    #expect(PlanLine.OutletUse.each(["loa", "trang"]).ids == ["loa", "trang"])
    #expect(PlanLine.OutletUse.together(["trang", "loa"]).ids == ["trang", "loa"])
  }
}
