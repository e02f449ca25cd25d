import ScheduleModel

/// Knows whether a whole log belongs elsewhere: to another station, or another year.
struct ForeignLogDetector {
  /// How many findings there were before the log.
  let findings: Int
  private var ofStation = 0
  private var ofYear = 0
  private var name: String?
  private var year: Int?

  /// The fewest rows that are judged together; of fewer, each is told.
  private static let fewest = 3

  /// Nothing seen yet.
  init(findings: Int) { self.findings = findings }

  /// Takes a row into account.
  mutating func note(_ reading: RowReader.Reading, in row: LogRow, days: Range<CivilDay>, outletColumn: Int?)
  {
    switch reading {
    case .faults(let faults):
      guard faults.contains(where: { if case .unknownOutlet = $0.fault { true } else { false } }) else {
        return
      }
      ofStation += 1
      if name == nil, let outletColumn { name = row.text(at: outletColumn) }
    case .record(let record):
      guard !days.contains(record.entry.day) else { return }
      ofYear += 1
      year = year ?? record.entry.day.year
    default: break
    }
  }

  /// One finding in place of one for each row; `nil` when some rows do belong to the plan.
  func finding(rows: Int, plan: Plan, file: String) -> Finding? {
    guard rows >= Self.fewest else { return nil }
    if ofStation == rows { return .otherStation(name ?? "", rows: rows, file: file) }
    if ofYear == rows, let year { return .wholeOtherYear(year, rows: rows, of: plan, file: file) }
    return nil
  }
}
