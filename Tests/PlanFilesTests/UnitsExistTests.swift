import PlanFiles
import ScheduleModel
import Testing

@Suite("Units exist on the days on which the plan needs them")
struct UnitsExistTests {
  /// A plan of 2025 with a district that ends on 30 June and the commune that follows it.
  private static func findings(lines: String..., extra: String = "") -> String {
    let units = """
      units:
        huyen: { name: Huyện, level: district, valid: { to: 2025-06-30, successor: xa } }
        xa: { name: Xã, level: commune, valid: { from: 2025-07-01 } }
      """
    let text = SmallPlan.text(top: units + extra).replacing("year: 2026", with: "year: 2025")
    let more = lines.enumerated().map { number, line in
      "  - { id: l\(number), title: Tin, form: tin, outlet: bao, quota: 1, part-of: none, \(line) }\n"
    }
    return Reading.of(text + more.joined()).findings.map { "\($0.place?.line ?? 0) \($0.code.rawValue)" }
      .joined(separator: ", ")
  }

  @Test("a unit that only follows another need not exist from the first day on; the one before it must")
  func successorAlone() {
    #expect(Self.findings() == "5 UNIT_NOT_VALID_ON_DATE")
  }

  @Test("two lines, one for each unit while it exists, leave nothing to tell")
  func aLineEach() {
    let findings = Self.findings(
      lines: "producer: huyen, to: 2025-06-30", "lead: xa, from: 2025-07-01",
      "support: [xa], from: 2025-09-01")
    #expect(findings == "")
  }

  @Test("a unit that a line needs before it begins or after it ends is told")
  func aLineTooLong() {
    #expect(
      Self.findings(lines: "producer: huyen", "producer: xa, from: 2025-06-30")
        == "5 UNIT_NOT_VALID_ON_DATE, 6 UNIT_NOT_VALID_ON_DATE")
  }

  @Test("a district whose lines end before July 2025 has no finding")
  func districtInTime() {
    let extra = "\n  cu: { name: Huyện cũ, level: district }"
    #expect(
      Self.findings(lines: "lead: huyen, to: 2025-06-01", "lead: cu, to: 2025-06-30", extra: extra) == "")
    #expect(
      Self.findings(lines: "lead: huyen, to: 2025-06-01", "lead: cu, to: 2025-07-01", extra: extra)
        == "7 UNIT_NOT_VALID_ON_DATE")
  }
}
