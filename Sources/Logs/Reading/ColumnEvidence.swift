import ScheduleModel

/// Which of day and month comes first in `05/04/2018`.
enum DayOrder {
  /// As Việt Nam writes it.
  case dayFirst
  /// As the United States do.
  case monthFirst
  /// Nothing in the column shows it; a day that could be either is not read.
  case unknown
}

/// What two numbers with a colon are in a column of lengths, `15:00`.
enum LengthOrder {
  /// Minutes and seconds.
  case minutesFirst
  /// Hours and minutes.
  case hoursFirst
  /// Nothing in the column shows it; such a length is not read.
  case unknown
}

/// What a whole column shows about how its days and lengths are written: evidence in one row counts for all.
struct ColumnEvidence {
  private var onlyDayFirst = false
  /// The first row whose month comes first.
  private(set) var onlyMonthFirst: (text: String, line: Int)?
  private var onlyMinutesFirst = false

  /// Looks at a row and at all that follow it.
  init(_ row: LogRow, _ rest: some LogRows, _ header: LogHeader) {
    note(row, header)
    var rest = rest
    while let row = rest.next() { note(row, header) }
  }

  /// Whether the text could be a day in either order.
  static func isOpen(day text: ArraySlice<UInt8>) -> Bool {
    guard let (first, second, _) = LogValue.slashed(date(in: text)) else { return false }
    return first <= 12 && second <= 12 && first != second
  }

  /// The order of day and month; of a column that contradicts itself it is unknown.
  var days: DayOrder {
    switch (onlyDayFirst, onlyMonthFirst != nil) {
    case (true, false): .dayFirst
    case (false, true): .monthFirst
    default: .unknown
    }
  }

  /// What lengths with one colon are.
  var lengths: LengthOrder { onlyMinutesFirst ? .minutesFirst : .unknown }

  /// The date before the time in `05/04/2018 20:15`.
  static func date(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
  }

  private mutating func note(_ row: LogRow, _ header: LogHeader) {
    for column in [LogColumn.date, .endDate, .end] {
      let text = row.cell(column, header)
      guard let (first, second, _) = LogValue.slashed(Self.date(in: text)) else { continue }
      if first > 12, second <= 12 { onlyDayFirst = true }
      if second > 12, first <= 12, onlyMonthFirst == nil {
        onlyMonthFirst = (String(decoding: text, as: UTF8.self), row.line)
      }
    }
    // More hours than a work ever lasts are minutes.
    if let first = LogValue.halves(row.cell(.minutes, header))?.first,
      first * 3600 > LengthDoubt.longestPastMidnight
    {
      onlyMinutesFirst = true
    }
  }
}

extension LogRow {
  /// The bytes of a column's cell without the blanks around them; none when the row has no such cell.
  func cell(_ column: LogColumn, _ header: LogHeader) -> ArraySlice<UInt8> {
    guard let index = header.index(of: column), index < fields.count else { return [] }
    return bytes[trimmed(fields[index])]
  }
}
