import ScheduleModel

/// An instant with the offset of the clock on which people read it, so that nobody needs a table of zones.
struct ZonedTime: Hashable, Comparable {
  /// What the clock shows.
  let local: LocalTime
  /// Seconds east of UTC; whole minutes since every clock left its sun.
  let offset: Int

  /// Seconds since 1970-01-01T00:00Z.
  var instant: Int { local.seconds - offset }

  /// A time on a clock.
  ///
  /// Of an hour that comes twice it is the first, and one that is left out is reckoned by the offset before
  /// (RFC 5545 §3.3.5).
  init(_ local: LocalTime, on clock: ZoneClock) {
    self.local = local.onClock
    offset = clock.offset(ofLocal: local.seconds)
  }

  private init(instant: Int, on clock: ZoneClock) {
    offset = clock.offset(at: instant)
    local = LocalTime(seconds: instant + offset)
  }

  /// A number of minutes later in real time, also over a change of the clock.
  func adding(minutes: Int, on clock: ZoneClock) -> ZonedTime {
    ZonedTime(instant: instant + minutes * 60, on: clock)
  }

  /// ISO 8601: `2018-04-05T20:15:00+07:00`.
  var iso: String {
    let (hours, minutes) = (abs(offset) / 3600, abs(offset) / 60 % 60)
    return "\(local.day)T\(clock(":"))\(offset < 0 ? "-" : "+")\(two(hours)):\(two(minutes))"
  }

  /// As XMLTV writes it: `20180405201500 +0700`.
  var basic: String {
    let (hours, minutes) = (abs(offset) / 3600, abs(offset) / 60 % 60)
    return "\(local.day.basic)\(clock("")) \(offset < 0 ? "-" : "+")\(two(hours))\(two(minutes))"
  }

  private func clock(_ separator: String) -> String {
    let seconds = local.time.seconds
    return [seconds / 3600, seconds / 60 % 60, seconds % 60].map(two).joined(separator: separator)
  }

  /// The earlier instant first.
  static func < (left: ZonedTime, right: ZonedTime) -> Bool { left.instant < right.instant }
}

extension CivilDay {
  /// `20180405`.
  var basic: String { description.filter { $0 != "-" } }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
