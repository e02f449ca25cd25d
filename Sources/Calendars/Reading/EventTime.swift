import ScheduleModel

/// A day, or a time on some clock, as a calendar states it (RFC 5545 §3.3.4 and §3.3.5).
struct EventTime {
  /// On the clock of ``zone``; the day's beginning for a day.
  let local: LocalTime
  /// Whose clock tells it; a day is the outlet's. `nil` for an occurrence on the clock of its event, when the
  /// zone beside it is not known.
  let zone: EventZone?
  /// Whether it is a day as a whole.
  let isDay: Bool

  /// Seconds since 1970-01-01T00:00Z; for a day, of its beginning on the outlet's clock.
  func instant(_ outlet: ZoneClock) -> Int { (zone ?? .outlet).instant(ofLocal: local.seconds, outlet) }

  /// Another time on the same clock.
  func at(_ seconds: Int) -> EventTime {
    EventTime(local: LocalTime(seconds: seconds), zone: zone, isDay: isDay)
  }

  /// Seconds after midnight on its clock.
  var secondOfDay: Int { local.seconds - LocalTime(local.day).seconds }

  /// When something that begins here and takes so long happens, on the outlet's clock.
  func span(_ length: EventLength, kind: ReadEvent.Kind? = nil, _ outlet: ZoneClock) -> ReadEvent.Span {
    if isDay {
      return ReadEvent.Span(start: local.seconds, seconds: length.days * 86_400, kind: kind)
    }
    let zone = zone ?? .outlet
    let start = zone.instant(ofLocal: local.seconds, outlet)
    let end =
      length.days == 0
      ? start + length.seconds
      : zone.instant(ofLocal: local.seconds + length.days * 86_400, outlet) + length.seconds
    let shown = start + outlet.offset(at: start)
    return ReadEvent.Span(
      start: shown, seconds: end - start, end: end + outlet.offset(at: end), kind: kind)
  }
}

/// A length of time as a calendar states it (RFC 5545 §3.3.6): days by the clock of the event, then seconds that
/// pass, however the clock is put in between.
struct EventLength: Hashable {
  let days: Int
  let seconds: Int

  /// The seconds that pass between two instants, which is what `DTEND` means (RFC 5545 §3.8.5.3).
  static func exact(_ seconds: Int) -> EventLength { EventLength(days: 0, seconds: seconds) }

  private init(days: Int, seconds: Int) {
    self.days = days
    self.seconds = seconds
  }

  /// Whole days.
  init(days: Int) { self.init(days: days, seconds: 0) }

  /// Reads `PT15M`, `P1DT2H30M`, `P2W`; `nil` for anything else, negative ones included, and for what is longer
  /// than 400 days.
  init?(_ text: some StringProtocol) {
    var rest = Substring(text.uppercased())
    if rest.hasPrefix("+") { rest.removeFirst() }
    guard rest.hasPrefix("P"), rest.utf8.count <= 40 else { return nil }
    rest.removeFirst()
    var units: [Character: Int] = ["W": 7, "D": 1]
    var (days, seconds, parts) = (0, 0, 0)
    var isTime = false
    while let first = rest.first {
      if first == "T" {
        guard !isTime else { return nil }
        isTime = true
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
      if isTime { seconds += number * size } else { days += number * size }
      parts += 1
    }
    guard parts > 0, days + seconds / 86_400 <= 400 else { return nil }
    self.init(days: days, seconds: seconds)
  }
}
