import ScheduleModel

/// A row among the rows of a log that has the names of the columns again: weekly tables below each other on one sheet.
enum LaterHeader {
  /// The same columns in the same places.
  case same
  /// Other places, which hold from there on; and whether the row below belongs to it.
  case other(LogHeader, rows: Int)
  /// Names of columns, without those that a log must have: what follows cannot be read.
  case lacking([LogColumn])

  /// - Parameters:
  ///   - rows: The rows behind it.
  ///   - first: The header that holds so far.
  ///   - mapping: The saved mapping by whose names its columns were found; `nil` for none.
  /// - Returns: `nil` for a row of data or a remark.
  init?(
    _ row: LogRow, _ rows: some LogRows, _ first: LogHeader, _ dialect: LogDialect, _ mapping: LogMapping?
  ) {
    guard Self.mayBe(row) else { return nil }
    let names = row.fields.indices.map { row.text(at: $0) }
    let own = first.names.map { FoldedText($0) }
    let folded = names.map { FoldedText($0) }
    let filled = folded.filter { !$0.isEmpty }.count
    let isSame = zip(own, folded).allSatisfy { $0 == $1 } && own.count == folded.count
    if isSame, filled > 1 {
      self = .same
      return
    }
    let known = names.count { LogColumn.named($0) != nil }
    if mapping != nil {
      // What a mapping names stands elsewhere: nobody knows which column is which.
      guard filled > 2, Set(own.filter { !$0.isEmpty }).isSubset(of: Set(folded)) else { return nil }
      self = .lacking([])
      return
    }
    guard known > 2, known * 2 >= filled else { return nil }
    var ahead = rows.ahead()
    let below = ahead.next().map { row in row.fields.indices.map { row.text(at: $0) } } ?? []
    let both = HeaderRows.joined(names, below) { LogColumn.named($0) != nil }
    let all = both ?? names
    if all.map({ FoldedText($0) }) == own {
      self = both == nil ? .same : .other(first, rows: 2)
      return
    }
    let header = LogHeader(named: all)
    let missing = LogColumn.missing(in: header, dialect)
    self = missing.isEmpty ? .other(header, rows: both == nil ? 1 : 2) : .lacking(missing)
  }

  /// Whether a row names other columns, so that what lies behind it says nothing of those before.
  static func ends(_ header: LogHeader, at row: LogRow) -> Bool {
    guard mayBe(row) else { return false }
    let names = row.fields.indices.map { row.text(at: $0) }
    return names.count { LogColumn.named($0) != nil } > 2
      && names.map { FoldedText($0) } != header.names.map { FoldedText($0) }
  }

  /// Whether a row has several texts and no number, as only one with names does.
  private static func mayBe(_ row: LogRow) -> Bool {
    guard row.fault == nil, let first = row.fields.first(where: { !row.trimmed($0).isEmpty }),
      let letter = row.bytes[row.trimmed(first)].first, !(0x30...0x39).contains(letter)
    else { return false }
    return LogColumn.named(row.bytes.text(of: first)) != nil
      || row.fields.count { !row.trimmed($0).isEmpty } > 2
  }
}
