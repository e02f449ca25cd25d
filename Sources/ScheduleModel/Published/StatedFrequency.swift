/// How often a report says that something appears: "02 kỳ/tháng", "hằng tuần", "cách tuần".
public struct StatedFrequency: Hashable, Sendable {
  /// How many times in each stretch, 1 or more.
  public let times: Int
  /// How many units a stretch has, 1 or more: 2 weeks for "cách tuần".
  public let every: Int
  /// The unit.
  public let unit: TimeUnit
  /// The words as printed.
  public let says: String

  /// A unit of the calendar in which reports state frequencies and durations.
  public enum TimeUnit: String, CaseIterable, Sendable {
    case day, week, month, quarter, year

    /// The name for a reader, in the singular.
    public var name: Words {
      switch self {
      case .day: Words(vi: "ngày", en: "day")
      case .week: Words(vi: "tuần", en: "week")
      case .month: Words(vi: "tháng", en: "month")
      case .quarter: Words(vi: "quý", en: "quarter")
      case .year: Words(vi: "năm", en: "year")
      }
    }

    /// The unit with that name, in Vietnamese or English, the plural included; `nil` for another word.
    public init?(named word: some StringProtocol) {
      let word = word.lowercased()
      guard
        let unit = Self.allCases.first(where: {
          word == $0.name.vi || word == $0.name.en || word == "\($0.name.en)s"
        })
      else { return nil }
      self = unit
    }

    /// So many of them for a reader: "3 tháng", "3 months".
    public func text(_ count: Int, in language: ReaderLanguage) -> String {
      "\(grouped(count, in: language)) \(name[language])\(language == .english && count != 1 ? "s" : "")"
    }

    /// The first day of the unit that lies `count` of them after `day`; a month without that day gives the first of
    /// the next, so that the day before is its last.
    public func end(of count: Int, from day: CivilDay) -> CivilDay {
      switch self {
      case .day: return day.advanced(by: count)
      case .week: return day.advanced(by: 7 * count)
      case .month: return Self.monthsLater(count, day)
      case .quarter: return Self.monthsLater(3 * count, day)
      case .year: return Self.monthsLater(12 * count, day)
      }
    }

    private static func monthsLater(_ count: Int, _ day: CivilDay) -> CivilDay {
      let (year, month, number) = day.components
      let months = year * 12 + month - 1 + count
      let (ofYear, ofMonth) = (months / 12, months % 12 + 1)
      if let same = CivilDay(year: ofYear, month: ofMonth, day: number) { return same }
      // Beyond the last year that there is, every interval differs from what is stated.
      guard CivilDay.years.contains(ofYear) else {
        return CivilDay.year(CivilDay.years.upperBound).upperBound
      }
      return CivilDay.month(ofMonth, of: ofYear).upperBound
    }

    /// How many whole units some days have, and how many they touch: 52 and 53 weeks in a year.
    public func count(in days: Range<CivilDay>) -> ClosedRange<Int> {
      let most = max(0, days.lowerBound.distance(to: days.upperBound))
      let step =
        switch self {
        case .day: 1
        case .week: 7
        case .month: 28
        case .quarter: 90
        case .year: 365
        }
      var whole = most / step
      while whole > 0, end(of: whole, from: days.lowerBound) > days.upperBound { whole -= 1 }
      return whole...(end(of: whole, from: days.lowerBound) < days.upperBound ? whole + 1 : whole)
    }
  }

  /// A frequency.
  public init(times: Int, every: Int, _ unit: TimeUnit, says: String) {
    precondition(times > 0 && every > 0, "a frequency counts something")
    self.times = times
    self.every = every
    self.unit = unit
    self.says = says
  }

  /// Reads `02 kỳ/tháng`, `mỗi tháng 2 kỳ`, `hằng tuần`, `cách tuần`, `2 tuần một lần`, `monthly`, `2 a week`,
  /// `every 2 weeks`. `nil` for anything else.
  public init?(_ text: String) {
    let words = text.lowercased().replacing("/", with: " / ").split(whereSeparator: \.isWhitespace).map(
      String.init)
    guard let (times, every, unit) = Self.meaning(of: words[...]) else { return nil }
    self.init(times: times, every: every, unit, says: text)
  }

  private static func meaning(of words: ArraySlice<String>) -> (times: Int, every: Int, unit: TimeUnit)? {
    guard let first = words.first, let last = words.last else { return nil }
    if words.count == 1 { return adverbs[first].map { (1, 1, $0) } }
    let second = words[words.startIndex + 1]
    if first == "cách", words.count == 2 { return TimeUnit(named: second).map { (1, 2, $0) } }
    if ["hằng", "hàng", "mỗi", "every", "each"].contains(first) {
      if let unit = TimeUnit(named: second) {
        let rest = words.dropFirst(2)
        if rest.isEmpty { return (1, 1, unit) }
        return rest.first.flatMap(number).map { ($0, 1, unit) }
      }
      guard words.count == 3, let every = number(second) else { return nil }
      return TimeUnit(named: last).map { (1, every, $0) }
    }
    guard let count = number(first) else { return nil }
    if let unit = TimeUnit(named: second) {
      let once = [["một", "lần"], ["1", "lần"], ["01", "lần"], ["/", "lần"]]
      return once.contains(Array(words.dropFirst(2))) ? (1, count, unit) : nil
    }
    let before = words.dropLast().last
    guard ["/", "mỗi", "một", "a", "per", "each"].contains(before) else { return nil }
    return TimeUnit(named: last).map { (count, 1, $0) }
  }

  private static let adverbs: [String: TimeUnit] = [
    "daily": .day, "weekly": .week, "monthly": .month, "quarterly": .quarter, "yearly": .year,
    "annually": .year,
  ]

  private static func number(_ word: String) -> Int? {
    guard (1...4).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(word),
      number > 0
    else { return nil }
    return number
  }

  /// How many there must be in some days: between so many for the whole units, and so many for the begun ones too.
  public func expected(in days: Range<CivilDay>) -> ClosedRange<Int> {
    let units = unit.count(in: days)
    let most = units.upperBound / every + (units.upperBound % every == 0 ? 0 : 1)
    return (units.lowerBound / every * times)...(most * times)
  }
}
