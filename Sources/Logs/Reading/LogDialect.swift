import ScheduleModel

/// How one log writes what it says, where it differs from the usual.
struct LogDialect {
  /// How days are written; `nil` for the usual forms.
  var dates: ClockPattern?
  /// How times are written; `nil` for the usual forms.
  var times: ClockPattern?
  /// Whether day or month comes first in the usual forms; `nil` until the column shows it.
  var dayOrder: DayOrder?
  /// What the date cells of a spreadsheet are; `nil` until the column shows it.
  var dateCells: DateCells?
  /// What lengths such as `15:30` are; `nil` until the column shows it.
  var lengthOrder: LengthOrder?
  /// Whether `20.15` is a quarter past eight in the evening; `nil` until the column shows it.
  var hasDottedTimes: Bool?
  /// How lengths such as `1.500` are written; `nil` until the column shows it.
  var numberSigns: NumberSigns?
  /// Whether lengths such as `15,30` are known to have decimals: somebody says so, or the column shows it.
  var hasDecimals = false
  /// The log's own words for what happened.
  var statuses: [FoldedText: AsRunEntry.Status] = [:]
  /// Those of them that say that a work aired again.
  var repeats: Set<FoldedText> = []
  /// The outlet of rows that name none.
  var outlet: String?
  /// The day of rows that name none.
  var day: CivilDay?
  /// Whether rows stand in their order, so that another day has begun where the clock goes back.
  var rollsOver = false
  /// The language of rows that name none; `nil` for that of the originals of what they name.
  var language: LanguageTag?
  /// How far rows that do not say it can be relied on.
  var trust: AsRunEntry.Trust?
  /// The zone of its times; `nil` for the outlet's own.
  var zone: String?
  /// Whether its days begin when the outlet's day starts.
  var countsBroadcastDays = false
  /// Columns that mean nothing to the program are known to be there, and are not told.
  var isWellKnown = false

  /// The usual.
  init() {}

  /// That of a saved mapping.
  init(_ mapping: LogMapping) {
    dates = mapping.dates
    times = mapping.times
    statuses = Dictionary(
      mapping.statuses.map { (FoldedText($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    repeats = Set(mapping.repeats.map { FoldedText($0) })
    outlet = mapping.outlet
    language = mapping.language
    trust = mapping.trust
    zone = mapping.zone
    countsBroadcastDays = mapping.countsBroadcastDays
    lengthOrder = mapping.lengthsInHours.map { $0 ? .hoursFirst : .minutesFirst }
    numberSigns = mapping.decimalPoint.map { $0 ? .decimalPoint : .decimalComma }
    hasDecimals = mapping.decimalPoint != nil
    isWellKnown = !mapping.columns.isEmpty
  }
}

extension LogDialect {
  /// What a row has that its column must explain, and that nobody has yet.
  func questions(for row: LogRow, _ header: LogHeader) -> ColumnQuestions {
    var questions: ColumnQuestions = []
    if dates == nil, dayOrder == nil {
      for column in [LogColumn.date, .endDate, .end] where !questions.contains(.days) {
        let date = row.cell(column, header)
        let isISO = date.count >= 5 && date[date.startIndex + 4] == 0x2D
        if !isISO, date.contains(where: { $0 == 0x2F || $0 == 0x2D || $0 == 0x2E }) {
          questions.insert(.days)
        }
      }
    }
    if times == nil, hasDottedTimes == nil,
      [LogColumn.time, .end].contains(where: { row.cell($0, header).contains(0x2E) })
    {
      questions.insert(.times)
    }
    guard lengthOrder == nil || numberSigns == nil else { return questions }
    for byte in row.cell(.minutes, header) {
      if byte == 0x3A, lengthOrder == nil { questions.insert(.lengths) }
      if byte == 0x2E || byte == 0x2C, numberSigns == nil { questions.insert(.numbers) }
    }
    return questions
  }

  /// A length in seconds.
  func length(_ text: ArraySlice<UInt8>) -> Int? { LogValue.length(text, lengthOrder ?? .minutesFirst) }
}

/// The clock of an outlet: where it is, and when its day starts.
struct OutletClock {
  /// The IANA zone.
  let zone: String
  /// Seconds after midnight at which its day starts.
  let dayStarts: Int
  /// Seconds after midnight that belong to the opening at 24:00 of the day before; 0 where it has none.
  let dayRunsOver: Int

  init(zone: String, dayStarts: Int, dayRunsOver: Int = 0) {
    self.zone = zone
    self.dayStarts = dayStarts
    self.dayRunsOver = dayRunsOver
  }

  /// The clock of an outlet. A machine writes 00:00:05 of what opens at 24:00; that lasts as long as the opening,
  /// or a quarter of an hour where its length is not stated, but not into the first opening of the next day.
  init(of outlet: Outlet) {
    let late = outlet.grid.filter { $0.at == .endOfDay }.map { $0.minutes > 0 ? $0.minutes : 15 }.max() ?? 0
    let first = outlet.grid.compactMap(\.at).min() ?? .endOfDay
    self.init(
      zone: outlet.zone, dayStarts: outlet.dayStarts.seconds, dayRunsOver: min(late * 60, first.seconds))
  }
}
