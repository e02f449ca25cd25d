import ScheduleModel

extension Sample {
  /// The slots of one grid line, at an hour or, without one, on the day as a whole.
  static func slots(
    on days: some Sequence<CivilDay>, of outlet: String = "tv", _ grid: String = "g", at hour: Int? = 20,
    minutes: Int = 15, pieces: Int = 1, languages: [String] = []
  ) -> [Slot] {
    days.map { day in
      let start = LocalTime(day).adding(minutes: 60 * (hour ?? 0))
      return Slot(
        outlet: outlet, grid: grid, ruleDay: day,
        timing: hour == nil ? .allDay(day) : .timed(start: start, minutes: minutes), pieces: pieces,
        languages: languages.map(tag))
    }
  }

  /// One slot in each of some months of 2018, on a day that nobody has fixed.
  static func monthly(
    _ months: ClosedRange<Int> = 1...12, of outlet: String = "tv", _ grid: String = "g", pieces: Int = 1,
    languages: [String] = []
  ) -> [Slot] {
    months.map { month in
      let days = CivilDay.month(month, of: 2018)
      return Slot(
        outlet: outlet, grid: grid, ruleDay: days.lowerBound, timing: .inMonth(days), pieces: pieces,
        languages: languages.map(tag))
    }
  }

  /// Every day of a year.
  static func daily(_ year: Int = 2018) -> [CivilDay] { Array(CivilDay.year(year)) }

  /// The days of a year that fall on some weekdays, 1 for Monday to 7 for Sunday.
  static func weekly(_ weekdays: Int..., in year: Int = 2018) -> [CivilDay] {
    CivilDay.year(year).filter { weekdays.contains($0.weekday) }
  }

  /// Some days of each month of 2018.
  static func each(_ days: Int...) -> [CivilDay] {
    (1...12).flatMap { month in days.map { day(month, $0) } }
  }
}
