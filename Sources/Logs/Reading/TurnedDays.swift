import ScheduleModel

/// What the date cells of a spreadsheet's column are, where it has texts beside them.
enum DateCells {
  /// The days that they show.
  case kept
  /// Those with day and month turned round, where there is such a day.
  case turned
  /// Nobody knows; no row of the column is read.
  case doubtful
}

/// Whether a spreadsheet seems to have turned the days of a column: who types 05/03 into one that reads the month first
/// gets a date cell of 3 May, and 19/03 stays a text. Then all date cells have a day up to 12, and all texts one above.
struct TurnedDays {
  /// Whether it does.
  private(set) var isDoubtful = false

  /// Looks at a row and at those that follow it, until one shows that nothing was turned.
  init(_ row: LogRow, _ rest: some LogRows, _ header: LogHeader) {
    isDoubtful = [LogColumn.date, .endDate].contains { column in
      header.index(of: column) != nil && Self.isDoubtful(column, row, rest, header)
    }
  }

  private static func isDoubtful(
    _ column: LogColumn, _ first: LogRow, _ rest: some LogRows, _ header: LogHeader
  ) -> Bool {
    guard let index = header.index(of: column) else { return false }
    var (rest, next) = (rest, Optional(first))
    var (hasText, canBeTurned) = (false, false)
    while let row = next, !LaterHeader.ends(header, at: row) {
      defer { next = rest.next() }
      let cell = row.cell(column, header)
      if row.clockCells.contains(index) {
        guard case .day(let day) = LogValue.day(ColumnEvidence.date(in: cell)) else { continue }
        guard day.components.day <= 12 else { return false }
        guard day.components.day != day.month else { continue }
        canBeTurned = true
        // A weekday beside it shows that it is right.
        let name = String(decoding: row.cell(.weekday, header), as: UTF8.self)
        if column == .date, let weekday = Weekday(named: name) ?? Weekday(named: "thứ \(name)"),
          Weekday(of: day) == weekday
        {
          return false
        }
      } else if let (day, month, _) = LogValue.slashed(ColumnEvidence.date(in: cell)) {
        guard day > 12 || month > 12 else { return false }
        hasText = true
      } else if case .day = LogValue.day(cell) {
        // A spreadsheet that had turned days would have made a date cell of 2018-04-05, too.
        return false
      }
    }
    return hasText && canBeTurned
  }
}

extension CivilDay {
  /// The day with day and month turned round; the same where there is none such.
  var turned: CivilDay { CivilDay(year: year, month: components.day, day: month) ?? self }
}
