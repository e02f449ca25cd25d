import CLibical
import ScheduleModel

extension icaltimetype {
  /// A day as a whole.
  init(_ day: CivilDay) {
    self = icaltime_null_time()  // icaltime_null_date() has hours of -1, which the iterator stumbles over
    is_date = 1
    let (year, month, dayOfMonth) = day.components
    self.year = Int32(year)
    self.month = Int32(month)
    self.day = Int32(dayOfMonth)
  }

  /// A time on a clock that a TZID names beside it.
  init(_ local: LocalTime) {
    self.init(local.onClock.day)
    let seconds = local.onClock.time.seconds
    is_date = 0
    hour = Int32(seconds / 3600)
    minute = Int32(seconds / 60 % 60)
    second = Int32(seconds % 60)
  }
}
