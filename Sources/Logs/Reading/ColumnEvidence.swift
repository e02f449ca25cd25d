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

/// What must be known of a column before a row of it can be read.
struct ColumnQuestions: OptionSet {
  let rawValue: Int

  /// Whether day or month comes first.
  static let days = ColumnQuestions(rawValue: 1)
  /// What lengths with a colon are.
  static let lengths = ColumnQuestions(rawValue: 2)
  /// How lengths with a point or comma are written.
  static let numbers = ColumnQuestions(rawValue: 4)
}

/// What a whole column shows about how its days and lengths are written: evidence in one row counts for all.
struct ColumnEvidence {
  private var onlyDayFirst = false
  /// The first row whose month comes first.
  private(set) var onlyMonthFirst: (text: String, line: Int)?
  private var onlyMinutesFirst = false
  private var numbers = NumberEvidence()

  /// Looks at a row and at those that follow it, for what is asked; the rest stays unknown.
  init(_ row: LogRow, _ rest: some LogRows, _ header: LogHeader, _ questions: ColumnQuestions) {
    note(row, header, questions)
    var rest = rest
    // Nothing can contradict a length that is too long for hours.
    while !(questions == .lengths && onlyMinutesFirst), let row = rest.next() { note(row, header, questions) }
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

  /// How lengths with a point or comma are written.
  var numberSigns: NumberSigns { numbers.signs }

  /// The date before the time in `05/04/2018 20:15`.
  static func date(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
  }

  private mutating func note(_ row: LogRow, _ header: LogHeader, _ questions: ColumnQuestions) {
    if questions.contains(.days) { noteDays(row, header) }
    guard questions != .days else { return }
    let length = row.cell(.minutes, header)
    // A spreadsheet stores every number with a point, however people write it.
    if questions.contains(.numbers), !row.isOfSheet { numbers.note(length) }
    // More hours than a work ever lasts are minutes.
    if questions.contains(.lengths), let first = LogValue.halves(length)?.first,
      first * 3600 > LengthDoubt.longestPastMidnight
    {
      onlyMinutesFirst = true
    }
  }

  private mutating func noteDays(_ row: LogRow, _ header: LogHeader) {
    for column in [LogColumn.date, .endDate, .end] {
      let text = row.cell(column, header)
      guard let (first, second, _) = LogValue.slashed(Self.date(in: text)) else { continue }
      if first > 12, second <= 12 { onlyDayFirst = true }
      if second > 12, first <= 12, onlyMonthFirst == nil {
        onlyMonthFirst = (String(decoding: text, as: UTF8.self), row.line)
      }
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
