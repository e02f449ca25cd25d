public import ScheduleModel

/// Reads the closes of a plan.
public enum CloseReader {
  /// The close that the body of an entry says; `nil` when it is not to the octet what ``CloseText`` writes.
  ///
  /// - Parameters:
  ///   - bytes: The entry.
  ///   - start: The index at which the body begins.
  ///   - stamp: Where it is among the closes of its Book, when and by whom it was made; number and reason are read.
  ///   - inputs: The entries that it rests on.
  public static func close(
    in bytes: [UInt8], from start: Int, stamp: PeriodClose.Stamp, inputs: [PeriodClose.Input]
  ) -> PeriodClose? {
    var scanner = RecordScanner(bytes, separator: .comma, position: start, line: 1)
    let head = section(&scanner)
    let figures = section(&scanner).dropFirst().map(figure)
    let rows = section(&scanner).dropFirst().map(row)
    guard let close = close(head, figures.compactMap(\.self), rows.compactMap(\.self), stamp, inputs) else {
      return nil
    }
    return CloseText.bytes(of: close).elementsEqual(bytes[start...]) ? close : nil
  }

  /// The records up to the next blank line, or the end.
  private static func section(_ scanner: inout RecordScanner) -> [[String]] {
    var lines: [[String]] = []
    while let record = scanner.next(), !record.range.isEmpty {
      lines.append(scanner.fields.map(scanner.text))
    }
    return lines
  }

  private static func close(
    _ head: [[String]], _ figures: [ClosedFigure], _ rows: [ClosedRow], _ stamp: PeriodClose.Stamp,
    _ inputs: [PeriodClose.Input]
  ) -> PeriodClose? {
    var values: [CloseText.Key: String] = [:]
    for cells in head {
      guard let key = cells.first.flatMap(CloseText.Key.init), cells.count == 2 else { return nil }
      values[key] = cells[1]
    }
    guard let plan = values[.plan], let period = values[.period], let profile = values[.profile],
      let against = values[.against].flatMap(PlanVersion.init), let days = days(values[.from], values[.to]),
      let asOf = values[.asOf].flatMap(CivilDay.init(iso:)), let leftOut = number(values[.leftOut]),
      let number = number(values[.number])
    else { return nil }
    var stamp = stamp
    (stamp.number, stamp.reason) = (number, values[.reason])
    return PeriodClose(
      scope: PeriodClose.Scope(plan: plan, period: period, profile: profile, against: against), days: days,
      asOf: asOf, stamp: stamp, inputs: inputs, rowsLeftOut: leftOut, figures: figures, rows: rows)
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
