import ScheduleModel

/// A day, or a time on some clock, as a calendar states it (RFC 5545 §3.3.4 and §3.3.5).
struct EventTime {
  /// On the clock of ``zone``; the day's beginning for a day.
  let local: LocalTime
  /// Whose clock tells it; a day is the outlet's.
  let zone: EventZone
  /// Whether it is a day as a whole.
  let isDay: Bool

  /// Seconds after 1970-01-01T00:00 on the outlet's clock.
  func onOutletClock(_ outlet: ZoneClock) -> Int { zone.onOutletClock(local.seconds, outlet) }

  /// Another time on the same clock.
  func at(_ seconds: Int) -> EventTime {
    EventTime(local: LocalTime(seconds: seconds), zone: zone, isDay: isDay)
  }
}

/// A length of time as a calendar states it (RFC 5545 §3.3.6).
enum EventLength {
  /// Reads `PT15M`, `P1DT2H30M`, `P2W`, in seconds; `nil` for anything else, negative ones included, and for
  /// what is longer than 400 days.
  static func seconds(_ text: some StringProtocol) -> Int? {
    var rest = Substring(text)
    if rest.hasPrefix("+") { rest.removeFirst() }
    guard rest.hasPrefix("P"), rest.utf8.count <= 40 else { return nil }
    rest.removeFirst()
    var units: [Character: Int] = ["W": 604_800, "D": 86_400]
    var seconds = 0
    var parts = 0
    while let first = rest.first {
      if first == "T" {
        units = ["H": 3_600, "M": 60, "S": 1]
        rest.removeFirst()
        guard !rest.isEmpty else { return nil }
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest.removeFirst(digits.count)
      guard digits.count <= 9, let number = Int(digits), let unit = rest.popFirst(),
        let size = units.removeValue(forKey: unit)
      else { return nil }
      seconds += number * size
      parts += 1
    }
    return parts > 0 && seconds <= 400 * 86_400 ? seconds : nil
  }
}
