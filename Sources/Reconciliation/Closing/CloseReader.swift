import Digests
public import ScheduleModel

/// Reads the closes of a plan, and whether each follows on the one before.
public enum CloseReader {
  /// Reads the files of the folder of closes.
  ///
  /// A file that is not to the octet what ``CloseText`` writes, or whose name is not that of its hash, is damaged and
  /// left out. A close whose predecessor is not the one that it names breaks the chain, and so does one that is
  /// missing between two others; that the last ones are gone only the certificates can tell.
  /// - Parameter files: The files, each with the name that findings shall show.
  /// - Returns: The closes in the order in which they were made, and what is wrong with them.
  public static func read(_ files: [(name: String, bytes: [UInt8])]) -> (
    records: [CloseRecord], findings: [Finding]
  ) {
    var records: [CloseRecord] = []
    var findings: [Finding] = []
    for file in files {
      let digest = Digest.sha256(file.bytes)
      let named = LedgerKey(inName: file.name)
      guard let close = close(in: file.bytes), named == LedgerKey(hash: digest) else {
        findings.append(.closeDamaged(file: file.name))
        continue
      }
      records.append(CloseRecord(file: file.name, digest: digest, close: close))
    }
    records.sort { ($0.close.stamp.sequence, $0.file) < ($1.close.stamp.sequence, $1.file) }
    for (index, record) in records.enumerated() {
      let stamp = record.close.stamp
      let before = index > 0 ? records[index - 1] : nil
      if stamp.sequence != index + 1 || stamp.previous != before?.digest {
        findings.append(.closeChainBroken(record, after: before))
      }
    }
    return (records, findings)
  }

  /// The close that these octets are; `nil` when they are none.
  static func close(in bytes: [UInt8]) -> PeriodClose? {
    guard bytes.starts(with: CloseText.signature.utf8) else { return nil }
    var scanner = RecordScanner(bytes, separator: .comma, position: CloseText.signature.utf8.count, line: 2)
    let head = section(&scanner)
    let figures = section(&scanner).dropFirst().map(figure)
    let rows = section(&scanner).dropFirst().map(row)
    guard let close = close(head, figures.compactMap(\.self), rows.compactMap(\.self)) else { return nil }
    return CloseText.bytes(of: close) == bytes ? close : nil
  }

  /// The records up to the next blank line, or the end.
  private static func section(_ scanner: inout RecordScanner) -> [[String]] {
    var lines: [[String]] = []
    while let record = scanner.next(), !record.range.isEmpty {
      lines.append(scanner.fields.map(scanner.text))
    }
    return lines
  }

  private static func close(_ head: [[String]], _ figures: [ClosedFigure], _ rows: [ClosedRow])
    -> PeriodClose?
  {
    var values: [CloseText.Key: String] = [:]
    var inputs: [PeriodClose.Input] = []
    for cells in head {
      guard let key = cells.first.flatMap(CloseText.Key.init) else { return nil }
      if key == .input {
        guard cells.count == 4, let role = PeriodClose.Input.Role(rawValue: cells[1]) else { return nil }
        inputs.append(PeriodClose.Input(role: role, name: cells[2], digest: cells[3]))
      } else if cells.count == 2 {
        values[key] = cells[1]
      }
    }
    guard let plan = values[.plan], let period = values[.period], let profile = values[.profile],
      let against = values[.against].flatMap(PlanVersion.init), let days = days(values[.from], values[.to]),
      let asOf = values[.asOf].flatMap(CivilDay.init(iso:)), let leftOut = number(values[.leftOut]),
      let sequence = number(values[.sequence]), let number = number(values[.number]),
      let closed = values[.closed].flatMap(LocalTime.init), let author = values[.author]
    else { return nil }
    return PeriodClose(
      scope: PeriodClose.Scope(plan: plan, period: period, profile: profile, against: against), days: days,
      asOf: asOf,
      stamp: PeriodClose.Stamp(
        sequence: sequence, previous: values[.previous], number: number, reason: values[.reason],
        closed: closed, author: author),
      inputs: inputs, rowsLeftOut: leftOut, figures: figures, rows: rows)
  }

  private static func figure(_ cells: [String]) -> ClosedFigure? {
    let measures = ClosedFigure.Measure.allCases
    let head = CloseText.figureColumns.count
    guard cells.count == head + measures.count, let kind = ClosedFigure.Subject.Kind(rawValue: cells[0])
    else { return nil }
    var values: [ClosedFigure.Measure: Int] = [:]
    for (measure, cell) in zip(measures, cells.dropFirst(head)) { values[measure] = Int(cell) }
    return ClosedFigure(
      subject: ClosedFigure.Subject(
        kind: kind, id: cells[1], language: LanguageTag(cells[2]), days: days(cells[3], cells[4])),
      planned: cells[5].isEmpty ? nil : cells[5], values: values)
  }

  private static func row(_ cells: [String]) -> ClosedRow? {
    let head = CloseText.rowColumns.count
    guard cells.count == head + ClosedRow.Column.allCases.count else { return nil }
    return ClosedRow(
      name: cells[1], countsFor: cells[0].split(separator: " ").map(String.init),
      cells: Array(cells.dropFirst(head)))
  }

  private static func days(_ from: String?, _ to: String?) -> Range<CivilDay>? {
    guard let from = from.flatMap(CivilDay.init(iso:)), let to = to.flatMap(CivilDay.init(iso:)), from < to
    else { return nil }
    return from..<to
  }

  private static func number(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }
}
