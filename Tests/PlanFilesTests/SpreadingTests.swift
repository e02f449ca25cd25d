import ScheduleModel
import Testing

@testable import PlanFiles

/// What just fits has no finding, and what does not is told of each in its own right.
struct SpreadingTests {
  private func findings(_ text: String) -> [String] {
    Reading.of(text).findings.map { "\($0.place?.line ?? 0) \($0.code.rawValue)" }
  }

  private func outlet(_ says: String, lines: String...) -> String {
    let more = lines.enumerated().map { number, line in
      "  - { id: l\(number), title: L, form: tin, quota: 100, \(line) }\n"
    }
    return SmallPlan.text().replacing("kind: newspaper", with: "kind: newspaper\n    \(says)") + more.joined()
  }

  private func grid(_ lines: String..., line: String) -> String {
    let grid = lines.map { "      - { rule: FREQ=DAILY, \($0) }\n" }.joined()
    return SmallPlan.text(grid: "dates: []", line: line).replacing("lines:", with: grid + "lines:")
  }

  @Test(
    "a gap that just fits, pins that keep it, and repeats on one day or of all works are right",
    arguments: [
      "quota: 12, gap: 33d", "quota: 365, gap: 1d", "quota: 1000, gap: 0", "quota: 0, gap: 366d",
      "quota: 2, gap: 30d, from: 2026-03-01, to: 2026-03-31, pins: [2026-03-31, 2026-03-01]",
      "quota: 5, repeats: { after: 3d, within: 3d, works: 5 }",
      "quota: 5, repeats: [{ after: 0, within: 0 }]",
      "quota: 5, to: 2026-05-01, peaks: { from: 2026-05-01, to: 2026-05-09, weight: 1000 }",
    ])
  func whatFits_hasNoFinding(_ line: String) {
    #expect(findings(SmallPlan.text(line: line)) == [])
  }

  @Test("a gap counts the works that the line places itself, not those of its parts")
  func gap_ofAHost() {
    func plan(_ quota: Int) -> String {
      SmallPlan.text(line: "quota: \(quota), gap: 90d")
        + "  - { id: a, form: tin, outlet: bao, quota: 7, part-of: tin }\n"
    }
    #expect(findings(plan(12)) == [])
    #expect(findings(plan(13)) == ["11 GAP_NOT_KEPT"])
  }

  @Test(
    "a work as long as one of the openings fits, and one without a length, or in a day as a whole, always")
  func length_thatFits() {
    let two = ["id: a, at: 5h, length: 10m", "id: b, at: 6h, length: 20m"]
    #expect(findings(grid(two[0], two[1], line: "quota: 5, grid: [a, b], length: 20m")) == [])
    #expect(
      findings(grid(two[0], two[1], line: "quota: 5, grid: [a, b], length: 21m"))
        == ["13 WORK_LONGER_THAN_SLOT"])
    #expect(findings(grid(two[0], line: "quota: 5, grid: a, length: 21m")) == ["12 WORK_LONGER_THAN_SLOT"])
    #expect(findings(grid(two[0], "id: c", line: "quota: 5, length: 21m")) == [])
    #expect(findings(grid(two[0], line: "quota: 5, grid: a")) == [])
  }

  @Test("a repeat and a version need an opening that is long enough as well")
  func length_ofRepeatsAndVersions() {
    let two = ["id: a, at: 5h, length: 20m", "id: b, at: 6h, length: 10m"]
    let repeats = "quota: 5, grid: a, length: 20m, repeats: [{ after: 1d, grid: a }, { after: 1d, grid: b }]"
    #expect(findings(grid(two[0], two[1], line: repeats)) == ["13 WORK_LONGER_THAN_SLOT"])
    let mong = "id: c, at: 7h, length: 15m, languages: Mông"
    let versions = "quota: 5, grid: a, length: 20m, versions: { into: Mông }"
    #expect(findings(grid(two[0], mong, line: versions)) == ["13 WORK_LONGER_THAN_SLOT"])
  }

  @Test("what lines must have on an outlet in a month may be just what it takes")
  func perMonth_holdsTheLeast() {
    let lines = ["outlet: bao, months: { 3: 2.., 4: 1 }", "outlet: bao, months: { 3: 3..9 }"]
    #expect(findings(outlet("per-month: 5", lines: lines[0], lines[1])) == [])
    #expect(findings(outlet("per-month: 4", lines: lines[0], lines[1])) == ["5 MINIMUM_ABOVE_MAXIMUM"])
    #expect(findings(outlet("per-month: { 4: 4 }", lines: lines[0], lines[1])) == [])
    #expect(findings(outlet("per-month: 4", lines: lines[0], "\(lines[1]), scheduled: no")) == [])
    #expect(findings(outlet("per-month: 4", lines: lines[0], "\(lines[1]), part-of: l0")) == [])
  }

  @Test("languages go out together where one grid line carries them all")
  func together_onOneGridLine() {
    let versions = "versions: { into: [Mông, Thái], together: true }"
    let both = "id: hai, languages: [Thái, Mông, Dao]"
    #expect(findings(grid("id: a", both, line: "quota: 5, \(versions)")) == [])
    let apart = ["id: b, languages: Mông", "id: c, languages: Thái"]
    #expect(
      findings(grid("id: a", apart[0], apart[1], line: "quota: 5, \(versions)")) == [
        "14 LANGUAGE_WITHOUT_GRID"
      ])
    // A language without any grid line is one finding, not two.
    #expect(findings(grid("id: a", apart[0], line: "quota: 5, \(versions)")) == ["13 LANGUAGE_WITHOUT_GRID"])
  }

  @Test("a translator whom a line may name that could not be read is not called unused")
  func translator_namedInABrokenLine() {
    let top = "translators: { a: { name: A, per-week: 6 } }"
    #expect(findings(SmallPlan.text(top: top)) == ["4 UNUSED_KEY"])
    #expect(
      findings(SmallPlan.text(top: top, line: "quota: 5, verions: { into: vi, translator: a }")) == [
        "12 UNKNOWN_KEY"
      ])
  }

  @Test("days off that overlap, and the days of a translator, lie within the year of the plan")
  func translator_daysOff() {
    let off = "off: [{ from: 2026-01-01, to: 2026-02-01 }, { from: 2026-01-15, to: 2027-01-01 }]"
    let text = SmallPlan.text(
      top: "translators: { a: { name: A, per-week: 6, \(off) } }",
      grid: "rule: FREQ=DAILY, languages: [vi, km]", line: "quota: 5, versions: { into: km, translator: a }")
    #expect(findings(text) == ["4 DATE_OUTSIDE_YEAR"])
    let days = Reading.of(text).plan?.translators.first?.off.map(\.count)
    #expect(days == [32])
  }
}
