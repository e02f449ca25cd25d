/// Why the length of a row is not taken from its cells. The row counts, without a length.
enum LengthDoubt: Hashable {
  /// The end lies before the start, and not on the other side of midnight.
  case endBeforeStart
  /// The stated length and the one up to the end differ by more than a minute.
  case disagreement(stated: Int, upToEnd: Int)
  /// More than ``mostMinutes``.
  case tooLong(Int)
  /// `15.30`: minutes and seconds, or minutes with decimals; both in seconds.
  case twoReadings(clock: Int, decimal: Int)

  /// No work is longer than a day.
  static let mostMinutes = 24 * 60
  /// An end on the clock before the start belongs to the next day when the work is no longer than this, in seconds.
  static let longestPastMidnight = 12 * 3600

  /// Seconds between two times.
  ///
  /// - Parameters:
  ///   - start: Seconds after the midnight of the day on which the row begins.
  ///   - end: The same of its end.
  ///   - isDated: Whether the log says on which day it ends.
  static func length(from start: Int, to end: Int, isDated: Bool) -> Result<Int, LengthDoubt> {
    var seconds = end - start
    if seconds < 0, !isDated {
      seconds += 86_400
      if seconds > longestPastMidnight { return .failure(.endBeforeStart) }
    }
    guard seconds >= 0 else { return .failure(.endBeforeStart) }
    let minutes = (seconds + 30) / 60
    return minutes <= mostMinutes ? .success(seconds) : .failure(.tooLong(minutes))
  }
}

extension LengthDoubt: Error {}
