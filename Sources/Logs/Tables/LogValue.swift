import ScheduleModel

/// Days, times and numbers as logs write them, read from bytes.
enum LogValue {
  /// What a text says about a day.
  enum Day: Hashable {
    /// A day.
    case day(CivilDay)
    /// Written as a day, but there is none such.
    case noSuchDay
    /// Not written as a day.
    case notADay
    /// A day that falls on another weekday than the one beside it.
    case otherWeekday
  }

  /// Reads `2018-04-05`; `05/04/2018`, `5-4-2018` or `5.4.2018` with day and month in an order; “ngày 5 tháng 4 năm
  /// 2018”; and each with a weekday beside it, which it must fall on.
  static func day(_ text: ArraySlice<UInt8>, _ order: DayOrder = .dayFirst) -> Day {
    if let parts = plainISO(text) {
      return CivilDay(year: parts.year, month: parts.month, day: parts.day).map(Day.day) ?? .noSuchDay
    }
    if let parts = slashed(text) {
      // Nobody writes the month first with points.
      let isMonthFirst = order == .monthFirst && !text.contains(0x2E)
      let (day, month) = isMonthFirst ? (parts.second, parts.first) : (parts.first, parts.second)
      return CivilDay(year: parts.year, month: month, day: day).map(Day.day) ?? .noSuchDay
    }
    guard text.count <= 60 else { return .notADay }
    if let (weekday, rest) = besideWeekday(text) {
      guard case .day(let day) = LogValue.day(rest[...], order) else { return .notADay }
      return Weekday(of: day) == weekday ? .day(day) : .otherWeekday
    }
    return CivilDay(written: String(decoding: text, as: UTF8.self)).map(Day.day) ?? .notADay
  }

  /// The numbers of `05/04/2018`, `5-4-2018` or `5.4.2018`; `nil` for any other text.
  static func slashed(_ text: ArraySlice<UInt8>) -> (first: Int, second: Int, year: Int)? {
    guard let sign = text.first(where: { !(0x30...0x39).contains($0) }), [0x2F, 0x2D, 0x2E].contains(sign)
    else {
      return nil
    }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count >= 4,
      let first = number(parts[0]), let second = number(parts[1]), let year = number(parts[2])
    else { return nil }
    return (first, second, year)
  }

  /// The weekday before or behind a day, “Thứ Hai, 06/04/2026” or “06/04/2026 (T2)”, and the day's own text; `nil` where
  /// there is none.
  static func besideWeekday(_ text: ArraySlice<UInt8>) -> (weekday: Weekday, day: [UInt8])? {
    guard text.count <= 60, text.contains(where: { !(0x2D...0x39).contains($0) }) else { return nil }
    let words = String(decoding: text, as: UTF8.self).split { $0.isWhitespace || ",()[]".contains($0) }
    for count in [1, 2] where words.count > count {
      for (name, rest) in [
        (words.prefix(count), words.dropFirst(count)), (words.suffix(count), words.dropLast(count)),
      ] {
        let name = name.joined(separator: " ")
        guard let weekday = Weekday(named: name.last == "." ? String(name.dropLast()) : name) else {
          continue
        }
        return (weekday, Array(rest.joined(separator: " ").utf8))
      }
    }
    return nil
  }

  /// Reads `2018-04-05` without taking it apart, for almost every row has it.
  private static func plainISO(_ text: ArraySlice<UInt8>) -> (year: Int, month: Int, day: Int)? {
    let start = text.startIndex
    guard text.count == 10, text[start + 4] == 0x2D, text[start + 7] == 0x2D,
      let year = number(text[start..<start + 4]), let month = number(text[start + 5..<start + 7]),
      let day = number(text[start + 8..<start + 10])
    else { return nil }
    return (year, month, day)
  }

  /// Reads `20:15`, `8:05` and `20:15:30` itself, for almost every row has them, and leaves the rest to ``TimeOfDay``.
  static func time(_ text: ArraySlice<UInt8>) -> TimeOfDay? {
    let start = text.startIndex
    if text.count == 8, text[start + 2] == 0x3A, text[start + 5] == 0x3A,
      let hours = number(text[start..<start + 2]), let minutes = number(text[start + 3..<start + 5]),
      let seconds = number(text[start + 6..<start + 8]), minutes < 60, seconds < 60
    {
      return TimeOfDay(seconds: hours * 3600 + minutes * 60 + seconds)
    }
    let hourEnd = text.endIndex - 3
    if hourEnd > text.startIndex, hourEnd - text.startIndex <= 2, text[hourEnd] == 0x3A,
      let hours = number(text[text.startIndex..<hourEnd]), let minutes = number(text[(hourEnd + 1)...]),
      minutes < 60
    {
      return TimeOfDay(seconds: hours * 3600 + minutes * 60)
    }
    guard text.count <= 40 else { return nil }
    return TimeOfDay(String(decoding: text, as: UTF8.self))
  }

  /// Seconds after midnight: what ``time(_:)`` reads, and the hours of a broadcast day, `25:10`, up to 47:59:59.
  static func seconds(_ text: ArraySlice<UInt8>) -> Int? {
    if let time = time(text) { return time.seconds }
    if let seconds = secondsOfHalfDay(text) { return seconds }
    // How a spreadsheet shows an hour in a cell that is formatted as a number.
    if text.count >= 5, let seconds = secondsOfDayFraction(text) { return seconds }
    let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false).map {
      $0.count == 2 ? number($0) : nil
    }
    guard parts.count == 2 || parts.count == 3, let hours = parts[0], let minutes = parts[1],
      let seconds = parts.count == 3 ? parts[2] : 0, hours < 48, minutes < 60, seconds < 60
    else { return nil }
    return hours * 3600 + minutes * 60 + seconds
  }

  /// Seconds after midnight of `8:15 PM` and `8:15 CH`; `nil` for any other text.
  private static func secondsOfHalfDay(_ text: ArraySlice<UInt8>) -> Int? {
    guard (5...13).contains(text.count), let last = text.last, "mMaAhH.".utf8.contains(last) else {
      return nil
    }
    let letters = String(decoding: text, as: UTF8.self).lowercased().filter { !$0.isWhitespace && $0 != "." }
    let isLater: Bool
    switch letters.suffix(2) {
    case "am", "sa": isLater = false
    case "pm", "ch": isLater = true
    default: return nil
    }
    guard let time = time(Array(letters.dropLast(2).utf8)[...]), (3600..<13 * 3600).contains(time.seconds)
    else {
      return nil
    }
    return time.seconds % 43_200 + (isLater ? 43_200 : 0)
  }

  /// Seconds after midnight of `0.84375`, the fraction of a day by which spreadsheets store 20:15; `nil` for any other
  /// text, and where no whole minute comes out.
  static func secondsOfDayFraction(_ text: ArraySlice<UInt8>) -> Int? {
    guard (3...20).contains(text.count), text.first == 0x30,
      [0x2E, 0x2C].contains(text[text.startIndex + 1]),
      text.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) }),
      let fraction = Double("0." + String(decoding: text.dropFirst(2), as: UTF8.self))
    else { return nil }
    let minutes = (fraction * 1440).rounded()
    return abs(fraction * 1440 - minutes) < 0.02 && minutes < 1440 ? Int(minutes) * 60 : nil
  }

  /// The day of `46064`, as a spreadsheet shows a day in a cell that is formatted as a number; `nil` for any other text.
  ///
  /// Days are numbered from 30 December 1899; those of five digits from 40000 on are of 2009 to 2173.
  static func dayOfSerial(_ text: ArraySlice<UInt8>) -> CivilDay? {
    guard text.count == 5, let number = number(text), number >= 40_000 else { return nil }
    return CivilDay(year: 1900, month: 1, day: 1)?.advanced(by: number - 2)
  }

  /// Whether a text is a start and an end, `20:15-20:30` or `20h15 – 20h30`.
  static func range(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 40 else { return false }
    let parts = String(decoding: text, as: UTF8.self).split { "-–—".contains($0) }.map {
      Array($0.utf8.drop { $0 == 0x20 })[...]
    }
    return parts.count == 2
      && parts.allSatisfy { part in
        LogValue.time(part.reversed().drop { $0 == 0x20 }.reversed()[...]) != nil
      }
  }

  /// Seconds after midnight of `20.15`, two digits of minutes behind a point; `nil` for any other text.
  static func dottedTime(_ text: ArraySlice<UInt8>) -> Int? {
    guard let point = text.firstIndex(of: 0x2E), text.endIndex - point == 3, point - text.startIndex <= 2,
      let hours = number(text[..<point]), let minutes = number(text[(point + 1)...]), hours < 48, minutes < 60
    else { return nil }
    return hours * 3600 + minutes * 60
  }

  /// Seconds of `15.30` and `15,30` as minutes and seconds; `nil` for any other text, and for one without seconds.
  static func dottedClock(_ text: ArraySlice<UInt8>) -> Int? {
    guard let point = text.firstIndex(where: { $0 == 0x2E || $0 == 0x2C }), text.endIndex - point == 3,
      let minutes = number(text[..<point]), let seconds = number(text[(point + 1)...]),
      (1...59).contains(seconds)
    else { return nil }
    return minutes * 60 + seconds
  }

  /// The two numbers of `15:30`; `nil` for any other text.
  static func halves(_ text: ArraySlice<UInt8>) -> (first: Int, second: Int)? {
    guard let colon = text.firstIndex(of: 0x3A), let first = number(text[..<colon]),
      let second = number(text[(colon + 1)...])
    else { return nil }
    return (first, second)
  }

  /// Seconds: of a whole number of minutes, perhaps with a zero behind its point or comma, of `mm:ss` and `h:mm:ss`, or
  /// of words.
  ///
  /// - Parameter order: What `15:30` is.
  static func length(_ text: ArraySlice<UInt8>, _ order: LengthOrder = .minutesFirst) -> Int? {
    if let number = number(text) { return number * 60 }
    if order == .hoursFirst, let (hours, minutes) = halves(text) {
      return minutes < 60 ? hours * 3600 + minutes * 60 : nil
    }
    let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    if parts.count == 2 || parts.count == 3 {
      let last = parts[parts.count - 1].prefix { $0 != 0x2E }
      let numbers = (parts.dropLast() + [last]).map(number)
      // “20:72” is mistyped.
      guard numbers.dropFirst().allSatisfy({ $0.map { $0 < 60 } ?? false }) else { return nil }
      return numbers.reduce(Optional(0)) { sum, part in sum.flatMap { sum in part.map { sum * 60 + $0 } } }
    }
    return whole(text).map { $0 * 60 } ?? inWords(text)
  }

  /// Seconds of `15 phút`, `1 giờ 5 phút`, `2 giờ rưỡi`, `15'` and `15'30"`.
  private static func inWords(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count <= 40 else { return nil }
    var words = String(decoding: text, as: UTF8.self).lowercased()
    for mark in ["''", "’’", "\"", "″", "”"] { words = words.replacing(mark, with: " giây ") }
    for mark in ["'", "’", "′"] { words = words.replacing(mark, with: " phút ") }
    var parts = words.split(separator: " ")
    var seconds = 0
    if let last = parts.last, ["giây", "giay", "s"].contains(last) {
      guard parts.count > 1, let number = number(Array(parts[parts.count - 2].utf8)[...]), number < 60 else {
        return nil
      }
      seconds = number
      parts.removeLast(2)
      if parts.isEmpty { return seconds }
    }
    guard let length = Quantity(parts.joined(separator: " "), unit: nil, limit: Quantity.largest),
      case .number(let minutes) = length.amount, length.qualifier == .exact, length.rate == nil,
      length.unit.time != nil, length.unit.timed.isEmpty
    else { return nil }
    return minutes * 60 + seconds
  }

  /// A whole number as spreadsheets may write it, `15`, `15.0` or `15,0`.
  static func whole(_ text: ArraySlice<UInt8>) -> Int? {
    if let number = number(text) { return number }
    guard let point = text.firstIndex(where: { $0 == 0x2E || $0 == 0x2C }), point + 1 < text.endIndex,
      text.endIndex - point <= 3, text[(point + 1)...].allSatisfy({ $0 == 0x30 })
    else { return nil }
    return number(text[..<point])
  }

  /// Whether a cell has a dash alone, short or long: what a table writes for “not known”.
  static func isDash(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == 1 && text.first == 0x2D
      || text.count == 3 && text.starts(with: [0xE2, 0x80]) && [0x93, 0x94].contains(text.last)
  }

  /// Reads digits, at most seven of them.
  static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard (1...7).contains(text.count) else { return nil }
    var value = 0
    for byte in text {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
