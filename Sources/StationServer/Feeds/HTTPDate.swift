import ScheduleModel

/// A time as HTTP writes it (RFC 9110 §5.6.7): `Thu, 03 Jan 2019 02:30:00 GMT`.
enum HTTPDate {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The text of a time in UTC.
  static func text(of time: LocalTime) -> String {
    let day = time.day
    let (year, month, number) = day.components
    let seconds = time.time.seconds
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { two($0) }.joined(separator: ":")
    return "\(weekdays[day.weekday - 1]), \(two(number)) \(months[month - 1]) \(year) \(clock) GMT"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The time in UTC of a text in the form that is written today; `nil` for anything else, such as a weekday that is not
  /// that of the date.
  static func time(of text: String) -> LocalTime? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[5] == "GMT", parts[1].count == 2, let number = Int(parts[1]),
      let month = months.firstIndex(where: { $0 == parts[2] }), parts[3].count == 4, let year = Int(parts[3]),
      let day = CivilDay(year: year, month: month + 1, day: number),
      parts[0] == "\(weekdays[day.weekday - 1]),"
    else { return nil }
    let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, clock.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    let numbers = clock.compactMap { Int($0) }
    guard numbers.count == 3, (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]),
      (0..<60).contains(numbers[2])
    else { return nil }
    return LocalTime(
      seconds: day.daysSince1970 * 86_400 + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2])
  }
}
