import Foundation
public import ScheduleModel

extension AllocationReport {
  /// The placements as a table for spreadsheets, in time order, with stable English headings.
  ///
  /// `start` and `end` are local wall time of the outlet, ISO 8601; the end is not part of it. UTF-8 with a
  /// byte order mark; a cell that a spreadsheet would run as a formula gets an apostrophe in front.
  public static func csv(plan: Plan, schedule: Schedule) -> String {
    var table = CSVTable(heading: [
      "uid", "line", "edition", "language", "run", "outlet", "slot", "start", "end", "title",
    ])
    for placement in schedule.placements {
      table.rows.append([
        placement.uid, placement.line, "\(placement.edition)", placement.language.tag, placement.run.rawValue,
        placement.outlet, placement.slot, placement.timing.startText, placement.timing.endText,
        plan.line(placement.line)?.title,
      ])
    }
    return table.text()
  }

  /// The months of each scheduled line, the placements, the proof, what found no slot, and the findings.
  ///
  /// `months` counts first runs of originals. Intervals are half-open, in local wall time of the outlet.
  public static func json(
    plan: Plan, schedule: Schedule, findings: [Finding], language: ReaderLanguage
  ) -> String {
    let lines = plan.lines.filter { $0.placing != nil }
    return JSONText.of(
      Page(
        months: lines.map { Months(line: $0.id, counts: schedule.months(of: $0.id, year: plan.year)) },
        placements: schedule.placements.map(PlacementRow.init),
        proof: Proof(
          demanded: schedule.proof.demanded, placed: schedule.proof.placed, short: schedule.proof.short,
          levels: schedule.proof.levels.map(Level.init)),
        unplaced: schedule.unplaced.map {
          UnplacedRow(
            line: $0.line, language: $0.language.tag, count: $0.count, reason: $0.reason[language])
        },
        findings: FindingRow.rows(findings, language)))
  }

  private struct Page: Encodable {
    let months: [Months]
    let placements: [PlacementRow]
    let proof: Proof
    let unplaced: [UnplacedRow]
    let findings: [FindingRow]
  }

  private struct Months: Encodable {
    let line: String
    let counts: [Int]
  }

  private struct PlacementRow: Encodable {
    let uid: String
    let line: String
    let edition: Int
    let language: String
    let run: String
    let outlet: String
    let slot: String
    let start: String
    let end: String

    init(_ placement: Placement) {
      uid = placement.uid
      line = placement.line
      edition = placement.edition
      language = placement.language.tag
      run = placement.run.rawValue
      outlet = placement.outlet
      slot = placement.slot
      start = placement.timing.startText
      end = placement.timing.endText
    }
  }

  private struct Proof: Encodable {
    let demanded: Int
    let placed: Int
    let short: Int
    let levels: [Level]
  }

  /// An objective, in the engine's unit: pieces, or thousandths and millionths of them.
  private struct Level: Encodable {
    let objective: String
    let value: Decimal?
    let bound: Decimal?
    let optimal: Bool

    init(_ level: Schedule.Level) {
      objective = level.objective.rawValue
      value = Decimal(string: "\(level.value)")
      bound = Decimal(string: "\(level.bound)")
      optimal = level.isOptimal
    }
  }

  private struct UnplacedRow: Encodable {
    let line: String
    let language: String
    let count: Int
    let reason: String
  }
}
