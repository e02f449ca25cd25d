import ScheduleModel

/// A lunar year of East Asia, reckoned from the moon and the sun on the clock of one meridian.
///
/// The rules: a month begins on the day of the new moon; the month of the winter solstice is the eleventh;
/// when thirteen months lie from one eleventh to the next, the first of them in which the sun enters none of
/// the twelve signs is the leap one and bears the number of the month before. Which day a moment falls on
/// depends on the meridian, so Hanoi (UTC+7) and Beijing (UTC+8) may differ.
struct LunarYear {
  /// The first days of the months, from the eleventh of the year before to the tenth, leap month included.
  let starts: [CivilDay]
  /// Which of them is the leap month; `nil` in a year of twelve.
  let leap: Int?

  /// The lunar year that begins in the Gregorian `year`, where clocks run `hours` ahead of universal time.
  init(_ year: Int, hours: Double) {
    let first = Self.eleventhMonth(year - 1, hours: hours)
    let end = Self.eleventhMonth(year, hours: hours)
    starts = (first.number..<end.number).map { Self.day(ofNewMoon: $0, hours: hours) }
    let edges = starts + [end.start]
    let withoutSign = starts.indices.dropFirst().first {
      Self.sign(on: edges[$0], hours: hours) == Self.sign(on: edges[$0 + 1], hours: hours)
    }
    leap = starts.count == 13 ? withoutSign : nil
  }

  /// The first day of a month from 1 to 10, the one that is not a leap month.
  func start(ofMonth month: Int) -> CivilDay {
    let index = month + 1
    return starts[leap.map { $0 <= index ? index + 1 : index } ?? index]
  }

  /// Mùng 1 Tết.
  var newYear: CivilDay { start(ofMonth: 1) }

  /// The tenth day of the third month.
  var ancestorsDay: CivilDay { start(ofMonth: 3).advanced(by: 9) }

  /// The month that holds the winter solstice: the last to begin by the day of the solstice.
  private static func eleventhMonth(_ year: Int, hours: Double) -> (number: Int, start: CivilDay) {
    let december = CivilDay.month(12, of: year)
    let solstice =
      december.first { sign(on: $0.advanced(by: 1), hours: hours) == 9 && sign(on: $0, hours: hours) == 8 }
      ?? december.lowerBound
    var number = Int((Double(year) + 1 - 2000) * 12.3685)
    while day(ofNewMoon: number, hours: hours) <= solstice { number += 1 }
    while day(ofNewMoon: number, hours: hours) > solstice { number -= 1 }
    return (number, day(ofNewMoon: number, hours: hours))
  }

  /// The day on which a new moon falls.
  private static func day(ofNewMoon number: Int, hours: Double) -> CivilDay {
    let moment = SunAndMoon.newMoon(Double(number))
    let local = moment - SunAndMoon.lead(moment) + hours / 24
    return CivilDay(daysSince1970: Int((local - 2_440_587.5).rounded(.down)))
  }

  /// Which twelfth of its way the sun is in, from 0 to 11, when a day begins.
  private static func sign(on day: CivilDay, hours: Double) -> Int {
    let midnight = Double(day.daysSince1970) + 2_440_587.5 - hours / 24
    return Int(SunAndMoon.sunLongitude(midnight + SunAndMoon.lead(midnight)) / 30)
  }
}
