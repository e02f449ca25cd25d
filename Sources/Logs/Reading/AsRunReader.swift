public import ScheduleModel

/// Reads the logs in which stations and newspapers note what went out.
///
/// A log is CSV by RFC 4180 in any dialect of Excel: UTF-8 with or without byte order mark, comma, semicolon
/// or tab, CRLF, LF or CR. Its first line names the columns, in Vietnamese or English: the day and the
/// outlet must be there; time, line, edition, language, title, minutes, status, UID and evidence may be.
/// A row that cannot be read never keeps the others from being read.
public enum AsRunReader {
  /// Reads the logs of one plan.
  ///
  /// Every row that is left out has a finding with its file and line, and is counted in `rowsLeftOut`: it
  /// cannot be read, it repeats another row in all fields (of whichever file), or its day lies further
  /// outside the plan's year than the plan lets a work move. Rows of days after `asOf` are left out as well,
  /// with one finding for each file. Texts are stored in composed form (NFC).
  ///
  /// - Parameters:
  ///   - files: The logs, each with the name that findings shall show.
  ///   - plan: The plan, whose outlets and lines the rows name.
  ///   - asOf: The last day whose rows are read; `nil` for all.
  ///   - laterRows: How much it matters that there are later ones.
  ///   - untimed: What the schedule airs several times on a day without an hour, so that as many equal rows are airings
  ///     of their own.
  /// - Returns: The entries in the order of files and rows, and the findings in the same order.
  /// - Complexity: Linear in the bytes.
  public static func read(
    _ files: [(name: String, bytes: [UInt8])], plan: Plan, asOf: CivilDay? = nil,
    laterRows: Finding.Severity = .info, untimed: UntimedAirings? = nil
  ) -> (log: AsRunLog, findings: [Finding]) {
    var reader = LogReader(plan: plan, asOf: asOf, laterRows: laterRows)
    reader.options.untimed = untimed
    for file in files { reader.read(file.bytes, file: file.name) }
    return (AsRunLog(entries: reader.entries, rowsLeftOut: reader.rowsLeftOut), reader.findings)
  }

  /// Reads what recorded logs have in force: rows that were replaced or withdrawn are left out.
  ///
  /// A row is named after the station's own file and its place there; ``AsRunEntry/id`` names the entry.
  /// - Parameters:
  ///   - logs: The logs in the order in which they were recorded.
  ///   - asOf: The last day whose rows are read; `nil` for all.
  ///   - laterRows: How much it matters that there are later ones.
  public static func read(
    recorded logs: [RecordedLog], plan: Plan, asOf: CivilDay? = nil, laterRows: Finding.Severity = .info
  ) -> (log: AsRunLog, findings: [Finding]) {
    let (ledger, counted, unclear, doubts) = Ledger.counted(logs, plan: plan)
    var reader = LogReader(
      plan: plan, asOf: asOf, laterRows: laterRows, vocabulary: ledger.vocabulary)
    reader.take(counted)
    return (
      AsRunLog(
        entries: reader.entries, rowsLeftOut: reader.rowsLeftOut + ledger.rowsLeftOut, doubts: unclear),
      doubts + reader.findings
    )
  }
}
