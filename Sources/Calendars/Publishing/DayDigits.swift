import ScheduleModel

/// The eight digits of days, `20180405`, worked out once for all events of a day.
struct DayDigits {
  private var day: CivilDay?
  private var digits: UInt64 = 0

  /// The digits of a day, the first in the first octet of memory.
  mutating func octets(of day: CivilDay) -> UInt64 {
    if self.day == day { return digits }
    let (year, month, date) = day.components
    var text: UInt64 = 0
    var rest = (year * 100 + month) * 100 + date
    for _ in 0..<8 {
      text = text << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
    }
    (self.day, digits) = (day, UInt64(littleEndian: text))
    return digits
  }
}
