import ContentLines
import ScheduleModel

/// A zone that a calendar file defines itself (RFC 5545 §3.6.5): when its clock is put to which offset.
struct FileZone {
  /// In order; the first stands for all time before it as well.
  private let onsets: [(instant: Int, offset: Int)]
  private let before: Int

  /// The clock is put at most so often in the years that are read; more is no clock.
  private static let mostOnsets = 20_000

  /// `nil` for a definition without parts, or with one that is not understood.
  ///
  /// - Parameter last: The last day that matters.
  init?(_ component: ParsedComponent, through last: CivilDay) {
    let parts = component.parts.filter { ["STANDARD", "DAYLIGHT"].contains($0.kind) }
    guard !parts.isEmpty, parts.count <= 1_000, component.overflow == nil else { return nil }
    var onsets: [(instant: Int, offset: Int, from: Int)] = []
    for part in parts {
      guard let own = Self.onsets(of: part, through: last.advanced(by: 400)) else { return nil }
      onsets += own
      guard onsets.count <= Self.mostOnsets else { return nil }
    }
    onsets.sort { ($0.instant, $0.offset) < ($1.instant, $1.offset) }
    guard let first = onsets.first else { return nil }
    before = first.from
    self.onsets = onsets.map { ($0.instant, $0.offset) }
  }

  /// Seconds east of UTC at an instant.
  func offset(at instant: Int) -> Int {
    var (low, high) = (0, onsets.count)
    while low < high {
      let middle = (low + high) / 2
      if onsets[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? before : onsets[low - 1].offset
  }

  /// The instants at which one part comes into force.
  private static func onsets(
    of part: ParsedComponent, through last: CivilDay
  ) -> [(instant: Int, offset: Int, from: Int)]? {
    guard let from = part.first("TZOFFSETFROM").flatMap({ UTCOffset.seconds($0.value) }),
      let to = part.first("TZOFFSETTO").flatMap({ UTCOffset.seconds($0.value) }),
      let text = part.first("DTSTART")?.value, part.brokenNames.isEmpty,
      part.properties.allSatisfy({ !$0.isCut })
    else { return nil }
    // Outlook dates its rules from 1601: what matters of such a rule is the day of the year.
    let isEarly = text < "1900" && part.first("RRULE") != nil
    let written = isEarly ? "1970" + text.dropFirst(4) : text
    guard let start = LocalTime(basic: Array(written.utf8)[...], anyYear: true) else { return nil }
    var locals: [Int] = isEarly ? [] : [start.seconds]
    for property in part.all("RDATE") {
      for value in property.values {
        guard let time = LocalTime(basic: Array(value.utf8)[...], anyYear: true) else { return nil }
        locals.append(time.seconds)
      }
    }
    for property in part.all("RRULE") {
      let time = EventTime(local: start, zone: .fixed(from), isDay: false)
      guard let rule = try? EventRule(property.value, start: time, local: { $0 + from }) else { return nil }
      let first = isEarly ? CivilDay(daysSince1970: 0) : start.day
      locals += rule.days(from: time, first: first, through: last).map {
        LocalTime($0).seconds + time.secondOfDay
      }
      guard locals.count <= mostOnsets else { return nil }
    }
    return Set(locals).map { ($0 - from, to, from) }
  }
}

/// An offset from UTC as calendars write it (RFC 5545 §3.3.14).
enum UTCOffset {
  /// Reads `+0700` or `-033000`, in seconds; `nil` for anything else, `-0000` included.
  static func seconds(_ text: some StringProtocol) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst()
    guard digits.utf8.count == 4 || digits.utf8.count == 6,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let hours = Int(digits.prefix(2)),
      let minutes = Int(digits.dropFirst(2).prefix(2)), let seconds = Int("0" + digits.dropFirst(4)),
      hours < 24, minutes < 60, seconds < 60
    else { return nil }
    let size = hours * 3600 + minutes * 60 + seconds
    guard sign == "+" || size > 0 else { return nil }
    return sign == "-" ? -size : size
  }
}
