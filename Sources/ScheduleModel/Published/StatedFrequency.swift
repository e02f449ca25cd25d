/// How often a report says that something appears: "02 kỳ/tháng", "hằng tuần", "cách tuần".
public struct StatedFrequency: Hashable, Sendable {
  /// How many times in each stretch: a number or a range, and how exactly it is stated.
  public let times: Quantity
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

    /// A number of them for a reader: "3 tháng", "3 months".
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

    /// How many of the calendar's own units some days touch: four months from 15 February to 10 May.
    func touched(by days: Range<CivilDay>) -> Int {
      guard !days.isEmpty else { return 0 }
      let last = days.upperBound.advanced(by: -1)
      let (from, to) = (
        days.lowerBound.year * 12 + days.lowerBound.month - 1, last.year * 12 + last.month - 1
      )
      switch self {
      case .day: return days.count
      case .week:
        // Weeks begin on Mondays, as 5 January 1970 was one.
        func week(_ day: CivilDay) -> Int { (day.daysSince1970 + 3 + 7 * 1_000_000) / 7 }
        return week(last) - week(days.lowerBound) + 1
      case .month: return to - from + 1
      case .quarter: return to / 3 - from / 3 + 1
      case .year: return last.year - days.lowerBound.year + 1
      }
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

  /// A frequency of a number of times.
  public init(times: Int, every: Int, _ unit: TimeUnit, says: String) {
    self.init(times: Quantity(times, QuantityReader.times), every: every, unit, says: says)
  }

  /// A frequency of as many times as a figure says.
  public init(times: Quantity, every: Int, _ unit: TimeUnit, says: String) {
    precondition((times.upperValue ?? 0) > 0 && every > 0, "a frequency counts something")
    self.times = times
    self.every = every
    self.unit = unit
    self.says = says
  }

  /// Reads `02 kỳ/tháng`, `mỗi tháng 2 kỳ`, `hằng tuần`, `cách tuần`, `hai tuần một số`, `2 - 3 kỳ/tháng`, `monthly`,
  /// `at least 2 a week`, `every 2 weeks`, by the grammar of quantities.
  ///
  /// - Throws: What was understood, and the forms that would be.
  public static func reading(_ text: String) throws(QuantityRefusal) -> StatedFrequency {
    var reader = QuantityReader(text, unit: nil, limit: 9_999)
    let quantity = try reader.quantity(isFrequency: true)
    guard case .every(let every, let unit)? = quantity.rate, (quantity.upperValue ?? 0) > 0 else {
      throw .noRate(text.trimmingSpaces)
    }
    return StatedFrequency(
      times: Quantity(quantity.amount, quantity.qualifier, quantity.unit), every: every, unit, says: text)
  }

  /// The same as ``reading(_:)``; `nil` for a phrase that is refused.
  public init?(_ text: String) {
    guard let frequency = try? Self.reading(text) else { return nil }
    self = frequency
  }

  /// How many there must be in some days: at least those of the whole units, at most those of the begun ones too.
  ///
  /// - Parameter isHeld: Whether a count is held against it, so that units of the calendar that the days only touch may have
  ///   theirs (four months from 15 February to 10 May), and “hơn 2 kỳ/tuần” is more than two on average. Otherwise it is what
  ///   a plan has to make: 3 in each week.
  /// - Returns: What the stated times make of it: "ít nhất 2 kỳ/tuần" in a year is at least 104.
  public func expected(in days: Range<CivilDay>, isHeld: Bool = false) -> Quantity {
    let units = unit.count(in: days)
    let most = isHeld ? max(units.upperBound, unit.touched(by: days)) : units.upperBound
    let whole = units.lowerBound / every
    let begun = most / every + (most % every == 0 ? 0 : 1)
    let (low, high) = (times.value, times.upperValue ?? times.value)
    switch times.qualifier {
    case .moreThan where isHeld: return Quantity(whole * low, .moreThan, times.unit)
    case .lessThan where isHeld: return Quantity(begun * high, .lessThan, times.unit)
    case .atLeast, .moreThan:
      return Quantity(whole * low + (times.qualifier == .moreThan ? whole : 0), .atLeast, times.unit)
    case .atMost, .lessThan:
      return Quantity(begun * (times.qualifier == .lessThan ? high - 1 : high), .atMost, times.unit)
    case .atLeastAbout: return Quantity(whole * low, .atLeastAbout, times.unit)
    case .exact, .nearly, .about:
      let (least, most) = (whole * low, begun * high)
      return Quantity(
        least < most ? .range(least, most) : .number(least), times.qualifier == .exact ? .exact : .about,
        times.unit)
    }
  }
}
