import Foundation
import ScheduleModel

/// When something went out, as a log says it: a day, perhaps a time, perhaps how far from Greenwich.
struct LogMoment {
  /// The day that the log names.
  var day: CivilDay
  /// Seconds after that day's midnight, which may pass 24 hours; `nil` when it names no time.
  var seconds: Int?
  /// Seconds east of Greenwich; `nil` when it does not say.
  var offset: Int?

  /// Reads `2018-04-05 20:15`, `2018-04-05T13:15:00Z`, `05/04/2018 20:15:30+07:00`: a day and a time in one.
  init?(_ text: ArraySlice<UInt8>, _ order: DayOrder = .dayFirst) {
    guard let gap = text.firstIndex(where: { $0 == 0x20 || $0 == UInt8(ascii: "T") }),
      case .day(let day) = LogValue.day(text[..<gap], order)
    else { return nil }
    var rest = text[(gap + 1)...]
    var offset: Int?
    if let last = rest.last, last == UInt8(ascii: "Z") || last == UInt8(ascii: "z") {
      offset = 0
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
      let digits = rest[(sign + 1)...].filter { $0 != UInt8(ascii: ":") }
      guard let number = LogValue.number(digits[...]), digits.count == 2 || digits.count == 4 else {
        return nil
      }
      let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
      offset = (rest[sign] == UInt8(ascii: "-") ? -60 : 60) * minutes
      rest = rest[..<sign]
    }
    if let point = rest.firstIndex(of: UInt8(ascii: ".")) { rest = rest[..<point] }
    guard let seconds = LogValue.seconds(rest) else { return nil }
    self.day = day
    self.seconds = seconds
    self.offset = offset
  }

  /// A day and a time.
  init(day: CivilDay, seconds: Int?) {
    self.day = day
    self.seconds = seconds
  }

  /// The moment on an outlet's clock, and the broadcast day to which it belongs.
  ///
  /// - Returns: `nil` when the time passes 24:00 farther than the outlet's day does.
  func placed(on clock: OutletClock, _ dialect: LogDialect) -> (
    day: CivilDay, time: TimeOfDay?, broadcastDay: CivilDay
  )? {
    guard var seconds else { return (day, nil, day) }
    guard seconds <= 86_400 || seconds < 86_400 + clock.dayStarts else { return nil }
    let isOwnClock = offset == nil && dialect.zone ?? clock.zone == clock.zone
    // 24:00 is the end of the day that the log names, and belongs to it.
    if seconds == 86_400, isOwnClock, clock.dayStarts == 0 { return (day, .endOfDay, day) }
    if dialect.countsBroadcastDays, seconds < clock.dayStarts { seconds += 86_400 }
    var instant = day.daysSince1970 * 86_400 + seconds
    if let offset {
      instant = ZoneShift.local(instant - offset, in: clock.zone)
    } else if let zone = dialect.zone, zone != clock.zone {
      instant = ZoneShift.local(ZoneShift.universal(instant, in: zone), in: clock.zone)
    }
    let local = LocalTime(seconds: instant)
    let isBefore = local.time.seconds < max(clock.dayStarts, clock.dayRunsOver)
    return (local.day, local.time, isBefore ? local.day.advanced(by: -1) : local.day)
  }
}

/// Between the clocks of two zones.
enum ZoneShift {
  /// The wall clock of a zone at an instant, both in seconds since 1970-01-01T00:00.
  static func local(_ universal: Int, in zone: String) -> Int { universal + offset(at: universal, in: zone) }

  /// The instant at which a zone's wall clock shows a time; of two such instants in autumn, the later.
  static func universal(_ local: Int, in zone: String) -> Int {
    let guess = local - offset(at: local, in: zone)
    return local - offset(at: guess, in: zone)
  }

  private static func offset(at universal: Int, in zone: String) -> Int {
    TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(universal))) ?? 0
  }
}
