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
  /// Whether a point parts hours and minutes, as in `20.15`.
  static let times = ColumnQuestions(rawValue: 8)
}

/// What a whole column shows about how its days and lengths are written: evidence in one row counts for all.
struct ColumnEvidence {
  /// The different days of which day or month must come first.
  private var dayFirst: Set<CivilDay> = []
  private var monthFirst: Set<CivilDay> = []
  /// Whether a weekday beside a day shows it.
  private var isOnWeekday = false
  /// How many days could be either.
  private var open = 0
  /// How often the column goes back in time, read in either order.
  private var backDayFirst = BackwardSteps()
  private var backMonthFirst = BackwardSteps()
  /// The first row whose month comes first.
  private(set) var onlyMonthFirst: (text: String, line: Int)?
  private var onlyMinutesFirst = false
  private var numbers = NumberEvidence()
  /// Whether a time with a point can be hours and minutes alone, `20.10`.
  private var isPlainlyDotted = false
  /// Whether one may be a quarter of an hour as well, `20.50`.
  private var isQuarterDotted = false
  /// Whether one is no hours and minutes, `20.5`.
  private var isOtherwiseDotted = false

  /// Looks at a row and at those that follow it, for what is asked; the rest stays unknown.
  init(_ row: LogRow, _ rest: some LogRows, _ header: LogHeader, _ questions: ColumnQuestions) {
    note(row, header, questions)
    var rest = rest
    // Nothing can contradict a length that is too long for hours.
    while !(questions == .lengths && onlyMinutesFirst), let row = rest.next(),
      !LaterHeader.ends(header, at: row)
    {
      note(row, header, questions)
    }
  }

  /// Whether the text could be a day in either order.
  static func isOpen(day text: ArraySlice<UInt8>) -> Bool {
    // Nobody writes the month first with points.
    guard !text.contains(UInt8(ascii: ".")) else { return false }
    guard let (first, second, _) = LogValue.slashed(date(in: text)) else {
      guard let rest = LogValue.besideWeekday(text)?.day else { return false }
      return isOpen(day: rest[...])
    }
    return first <= 12 && second <= 12 && first != second
  }

  /// The order of day and month; of a column that contradicts itself it is unknown.
  ///
  /// One or two days may be mistyped: they make a column month-first only where it does not go back in time more often
  /// than with the day first. Logs mostly go forward.
  var days: DayOrder {
    switch (dayFirst.isEmpty, monthFirst.isEmpty) {
    case (false, true): return .dayFirst
    case (true, false):
      let isDoubtful = monthFirst.count < 3 && open > 0 && !isOnWeekday
      return isDoubtful && backMonthFirst.count > backDayFirst.count ? .unknown : .monthFirst
    default: return .unknown
    }
  }

  /// Counts how often days go back in time.
  private struct BackwardSteps {
    private(set) var count = 0
    private var last: CivilDay?

    mutating func add(_ day: CivilDay) {
      if let last, day < last { count += 1 }
      last = day
    }
  }

  /// What lengths with one colon are.
  var lengths: LengthOrder { onlyMinutesFirst ? .minutesFirst : .unknown }

  /// How lengths with a point or comma are written.
  var numberSigns: NumberSigns { numbers.signs }

  /// Whether a point parts hours and minutes in the column: each has two digits of minutes, and none of them, or not all,
  /// may be parts of an hour in decimals.
  var hasDottedTimes: Bool { !isOtherwiseDotted && (isPlainlyDotted || !isQuarterDotted) }

  /// Whether a length of the column has decimals that are no seconds.
  var hasDecimals: Bool { numbers.hasDecimals }

  /// The date before the time in `05/04/2018 20:15`.
  static func date(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
  }

  private mutating func note(_ row: LogRow, _ header: LogHeader, _ questions: ColumnQuestions) {
    if questions.contains(.days) { noteDays(row, header) }
    if questions.contains(.times) { noteTimes(row, header) }
    guard !questions.isDisjoint(with: [.lengths, .numbers]) else { return }
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

  private mutating func noteTimes(_ row: LogRow, _ header: LogHeader) {
    for column in [LogColumn.time, .end] {
      let text = row.cell(column, header)
      guard text.contains(0x2E), text.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }),
        LogValue.seconds(text) == nil
      else { continue }
      guard let time = LogValue.dottedTime(text) else {
        isOtherwiseDotted = true
        continue
      }
      switch time / 60 % 60 {
      // In either reading the full hour.
      case 0: continue
      case 25, 50: isQuarterDotted = true
      default: isPlainlyDotted = true
      }
    }
  }

  private mutating func noteDays(_ row: LogRow, _ header: LogHeader) {
    for column in [LogColumn.date, .endDate, .end] {
      let text = row.cell(column, header)
      let beside = LogValue.besideWeekday(text)
      let date = beside?.day[...] ?? Self.date(in: text)
      guard !date.contains(UInt8(ascii: ".")), let (first, second, year) = LogValue.slashed(date) else {
        continue
      }
      let readings = (
        dayFirst: CivilDay(year: year, month: second, day: first),
        monthFirst: CivilDay(year: year, month: first, day: second)
      )
      if column == .date {
        if let day = readings.dayFirst { backDayFirst.add(day) }
        if let day = readings.monthFirst { backMonthFirst.add(day) }
      }
      // A weekday shows it in the cell of the day as in a column of its own.
      let weekday =
        beside?.weekday
        ?? (column == .date
          ? Weekday(inColumn: String(decoding: row.cell(.weekday, header), as: UTF8.self)) : nil)
      func fits(_ day: CivilDay?) -> Bool {
        day.map { day in weekday.map { Weekday(of: day) == $0 } ?? true } ?? false
      }
      let isBoth = readings.dayFirst != nil && readings.monthFirst != nil && first != second
      switch (fits(readings.dayFirst), fits(readings.monthFirst)) {
      case (true, false): if let day = readings.dayFirst { dayFirst.insert(day) }
      case (false, true):
        if let day = readings.monthFirst { monthFirst.insert(day) }
        if onlyMonthFirst == nil { onlyMonthFirst = (String(decoding: text, as: UTF8.self), row.line) }
      case (true, true): if isBoth { open += 1 }
      case (false, false): continue
      }
      if isBoth, weekday != nil, fits(readings.dayFirst) != fits(readings.monthFirst) { isOnWeekday = true }
    }
  }
}

extension Weekday {
  /// The weekday in a column of weekdays, where “2” to “7” are the days from Monday to Saturday, as Vietnamese numbers them.
  init?(inColumn name: String) {
    guard !name.isEmpty, let day = Weekday(named: name) ?? Weekday(named: "thứ \(name)") else { return nil }
    self = day
  }
}

extension LogRow {
  /// The bytes of a column's cell without the blanks around them; none when the row has no such cell.
  func cell(_ column: LogColumn, _ header: LogHeader) -> ArraySlice<UInt8> {
    guard let index = header.index(of: column), index < fields.count else { return [] }
    return bytes[trimmed(fields[index])]
  }
}
