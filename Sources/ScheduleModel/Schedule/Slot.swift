/// One dated opening of a grid line; for a newspaper, an issue with its room in pieces.
public struct Slot: Hashable, Sendable {
  /// `outlet.grid.2018-04-05`, unique in a plan.
  public let id: String
  /// The outlet.
  public let outlet: String
  /// The grid line of that outlet.
  public let grid: String
  /// When it is.
  public let timing: SlotTiming
  /// How many works it holds.
  public let pieces: Int
  /// The languages of what it carries; empty for Vietnamese.
  public let languages: [LanguageTag]
  /// The broadcast days on which it may begin, half-open: one, or those of a month. What opens before its outlet's day
  /// starts belongs to the day before; what lasts several days counts on its first.
  public let possibleDays: Range<CivilDay>
  /// The length of one that has no hour, 0 where it is not stated.
  private let dayMinutes: Int

  /// A dated opening; its id follows from the outlet, the grid line and the day that the rule gave.
  /// - Parameters:
  ///   - minutes: How long it lasts, where its timing has no hour; 0 when not stated.
  ///   - dayStarts: When the outlet's day starts.
  public init(
    outlet: String, grid: String, ruleDay: CivilDay, timing: SlotTiming, pieces: Int,
    languages: [LanguageTag], minutes: Int = 0, dayStarts: TimeOfDay = .midnight
  ) {
    id = "\(outlet).\(grid).\(ruleDay)"
    self.outlet = outlet
    self.grid = grid
    self.timing = timing
    self.pieces = pieces
    self.languages = languages
    possibleDays = timing.startDays(whereDayStarts: dayStarts.seconds)
    dayMinutes = minutes
  }

  private init(_ slot: Slot, pieces: Int) {
    (id, outlet, grid, timing) = (slot.id, slot.outlet, slot.grid, slot.timing)
    self.pieces = pieces
    (languages, possibleDays, dayMinutes) = (slot.languages, slot.possibleDays, slot.dayMinutes)
  }

  /// The first broadcast day on which it may begin.
  public var firstDay: CivilDay { possibleDays.lowerBound }

  /// The last broadcast day on which it may begin.
  public var lastDay: CivilDay { possibleDays.upperBound.advanced(by: -1) }

  /// By how many days the date on the clock is later than the broadcast day: 1 in the small hours of an outlet whose day
  /// starts after them.
  public var daysToClock: Int { firstDay.distance(to: timing.day) }

  /// How long it lasts, in minutes, which its works share; `nil` where it is not stated.
  public var minutes: Int? {
    if case .timed(_, let minutes) = timing { return minutes > 0 ? minutes : nil }
    return dayMinutes > 0 ? dayMinutes : nil
  }

  /// The same slot with another number of works.
  public func with(pieces: Int) -> Slot { Slot(self, pieces: pieces) }

  /// Whether works in that language go into it.
  public func carries(_ language: LanguageTag) -> Bool {
    languages.isEmpty ? language == .vietnamese : languages.contains(language)
  }
}

/// When a slot or a placement is.
public enum SlotTiming: Hashable, Sendable {
  /// At an hour, with its length in minutes; 0 where it is not stated.
  case timed(start: LocalTime, minutes: Int)
  /// On a day, without an hour: a newspaper's issue, a broadcast whose hour is not stated.
  case allDay(CivilDay)
  /// On several days as one event, such as an exhibition or a contest; half-open.
  case span(Range<CivilDay>)
  /// In a month, on a day that is not fixed. No hour is invented for it.
  case inMonth(Range<CivilDay>)

  /// The day it begins.
  public var day: CivilDay {
    switch self {
    case .timed(let start, _): start.day
    case .allDay(let day): day
    case .span(let days), .inMonth(let days): days.lowerBound
    }
  }

  /// The days on which it is or may be, half-open: its day or days, or those of its month.
  public var days: Range<CivilDay> {
    switch self {
    case .timed, .allDay: day..<day.advanced(by: 1)
    case .span(let days), .inMonth(let days): days
    }
  }

  /// The last day on which it may begin.
  public var lastStart: CivilDay {
    if case .inMonth(let days) = self { days.upperBound.advanced(by: -1) } else { day }
  }

  /// The broadcast days on which it may begin, where the day starts so many seconds after midnight.
  func startDays(whereDayStarts seconds: Int) -> Range<CivilDay> {
    switch self {
    case .inMonth(let days): return days
    case .allDay, .span: return day..<day.advanced(by: 1)
    case .timed(let start, _):
      let isNight = start.time.seconds < seconds
      return day.advanced(by: isNight ? -1 : 0)..<day.advanced(by: isNight ? 0 : 1)
    }
  }

  /// The beginning in data: `2018-04-05T20:15`, or the day alone.
  public var startText: String {
    switch self {
    case .timed(let start, _): start.description
    case .allDay(let day): day.description
    case .span(let days), .inMonth(let days): days.lowerBound.description
    }
  }

  /// When it is, as people write it: `20:15 ngày 05/04/2018`, or the day or the month alone.
  public var forPeople: Words {
    switch self {
    case .timed(let start, _):
      Words(
        vi: "\(start.time) ngày \(start.day.forPeople)", en: "\(start.time) on \(start.day.forPeople)")
    case .allDay(let day): Words(vi: "ngày \(day.forPeople)", en: day.forPeople)
    case .span(let days):
      Words(
        vi: "từ \(days.lowerBound.forPeople) đến \(days.upperBound.advanced(by: -1).forPeople)",
        en: "from \(days.lowerBound.forPeople) to \(days.upperBound.advanced(by: -1).forPeople)")
    case .inMonth(let days):
      Words(vi: "tháng \(day.month)/\(day.year)", en: "month \(days.lowerBound.month)/\(day.year)")
    }
  }

  /// The end in data, which is not part of it (half-open).
  public var endText: String {
    switch self {
    case .timed(let start, let minutes): start.adding(minutes: minutes).description
    case .allDay(let day): day.advanced(by: 1).description
    case .span(let days), .inMonth(let days): days.upperBound.description
    }
  }
}

extension SlotTiming: Comparable {
  /// By day; what has no hour comes before what has one.
  public static func < (left: SlotTiming, right: SlotTiming) -> Bool { left.sortKey < right.sortKey }

  /// Its place in the order of time, in one number: the day, then the second of the day, then the length.
  var sortKey: Int {
    let (day, second, length) = parts
    return (day << 18 | second) << 24 + length
  }

  /// 2 and more seconds for what has an hour, so that a month comes before a day and a day before an hour.
  private var parts: (day: Int, second: Int, length: Int) {
    switch self {
    case .inMonth(let days): (days.lowerBound.daysSince1970, 0, days.count)
    case .allDay(let day): (day.daysSince1970, 1, 0)
    case .span(let days): (days.lowerBound.daysSince1970, 1, days.count)
    case .timed(let start, let minutes): (start.day.daysSince1970, 2 + start.time.seconds, minutes)
    }
  }
}
