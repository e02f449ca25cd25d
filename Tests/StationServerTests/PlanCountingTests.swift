import Planning
import ScheduleModel
import StationStore
import Testing

@testable import StationWork

/// A plan becomes small rows that can be added; the plans are made up.
struct PlanCountingTests {
  private static func rows(_ lines: String) throws -> [String] {
    let text = """
      plan: thu
      title: Kế hoạch thử
      year: 2027
      outlets:
        tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: FREQ=DAILY, at: "20:00", length: 30m, pieces: 9 }] }
        radio: { name: Phát thanh, kind: radio, grid: [{ id: sang, rule: FREQ=DAILY, at: "06:00", length: 30m, pieces: 9 }] }
        loa: { name: Loa, kind: loudspeakers }
      lines:
      \(lines)
      """
    let (book, files) = StationFiles.contents(of: [InputFile(name: "plan.yaml", bytes: Array(text.utf8))])
    let counted = PlanCounting.counted(StationYear(book, files), slug: "thu")
    #expect(counted.year == 2027 && counted.stage == "plan" && counted.logsUpTo == nil)
    return counted.figures.filter { $0.section == .kind }.map { figure in
      let counts = figure.counts
      return "\(figure.name) \(figure.measure.isEmpty ? "works" : figure.measure): "
        + (counts.isLeast ? "at least " : "") + (counts.planned.map { "\($0)" } ?? "–")
        + " planned, \(counts.scheduled) scheduled, \(counts.aired.map { "\($0)" } ?? "–") aired, \(counts.pending) open, "
        + "\(counts.unlogged) unlogged"
    }
  }

  @Test("works of any form are added, and what is counted in another unit has a row of its own")
  func measures_areApart() throws {
    let rows = try Self.rows(
      """
        - { id: a, title: A, form: tin, outlet: tv, quota: 12 tin }
        - { id: b, title: B, form: phóng sự, outlet: tv, quota: 10 phóng sự }
        - { id: c, title: C, form: hội nghị, outlet: loa, quota: 3 hội nghị, scheduled: false }
      """)
    #expect(
      rows == [
        "loudspeakers hội nghị: 3 planned, 0 scheduled, – aired, 0 open, 1 unlogged",
        "television works: 22 planned, 22 scheduled, – aired, 22 open, 2 unlogged",
      ])
  }

  @Test(
    "a work on two outlets counts once, where it is first; one figure for outlets of two kinds is not split")
  func works_countOnce() throws {
    let rows = try Self.rows(
      """
        - { id: a, title: A, form: tin, outlet: radio, also-on: [tv], quota: 12 tin }
        - { id: b, title: B, form: tin, outlets: [tv, loa], quota: 7 tin, scheduled: false }
      """)
    #expect(
      rows == [
        "radio works: 12 planned, 12 scheduled, – aired, 12 open, 1 unlogged",
        "several works: 7 planned, 0 scheduled, – aired, 0 open, 1 unlogged",
      ])
  }

  @Test(
    "works of a line inside another are added once, and what happens inside another activity is not added")
  func parts_areNotAddedAgain() throws {
    let rows = try Self.rows(
      """
        - { id: a, title: A, form: tin, outlet: tv, quota: 12 tin }
        - { id: b, title: B, form: tin, outlet: tv, quota: 5 tin, part-of: a }
        - { id: c, title: C, form: tin, outlet: tv, quota: 4 tin, embedded-in: a }
      """)
    #expect(rows == ["television works: 12 planned, 12 scheduled, – aired, 12 open, 1 unlogged"])
  }

  @Test("what is not stated exactly makes the sum the least, and hours add nothing to works")
  func inexactFigures_areTheLeast() throws {
    let rows = try Self.rows(
      """
        - { id: a, title: A, form: tin, outlet: tv, quota: 12 tin }
        - { id: b, title: B, form: tin, outlet: tv, quota: 10 - 15 tin }
        - { id: c, title: C, form: chương trình, outlet: radio, quota: 10 giờ, length: 30m }
      """)
    #expect(rows.last?.hasPrefix("television works: at least 22 planned, 2") == true)
    #expect(rows.first == "radio works: at least – planned, 20 scheduled, – aired, 20 open, 1 unlogged")
  }

  @Test("a plan with errors has no figures")
  func brokenPlan_hasNone() {
    let (book, files) = StationFiles.contents(of: [InputFile(name: "plan.yaml", bytes: Array("plan: [".utf8))]
    )
    let counted = PlanCounting.counted(StationYear(book, files), slug: "hong")
    #expect(counted.year == nil && counted.title == "hong" && counted.figures.isEmpty)
  }
}
