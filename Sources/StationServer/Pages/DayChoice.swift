import ScheduleModel

/// The day that a page shows, from its address (`?day=2018-04-05`).
struct DayChoice {
  /// The day.
  let day: CivilDay

  /// The day that is asked for, else the year's usual one.
  init(_ visit: Visit, of year: YearReading) throws(Refusal) {
    guard let text = visit.asked("day") else {
      day = year.usualDay
      return
    }
    guard let day = CivilDay(iso: text) else {
      throw .unknown(text, Words(vi: "ngày viết như 2018-04-05", en: "a day is written like 2018-04-05"))
    }
    self.day = day
  }

  /// Monday of its week.
  var monday: CivilDay { day.advanced(by: 1 - day.weekday) }
}
