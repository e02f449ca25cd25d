/// How a reporting year lies in the calendar: a year from July to June, or one of three years.
public struct YearShape: Hashable, Sendable {
  /// Months from January of the year by which it is named to its first month; negative when it begins before.
  public let offset: Int
  /// How many months it has, at least 1.
  public let length: Int
  /// The year by which it is named, where it is longer than twelve months; `nil` where there is one for every year.
  public let only: Int?

  /// January to December.
  public static let calendar = YearShape(offset: 0, length: 12, only: nil)

  private init(offset: Int, length: Int, only: Int?) {
    (self.offset, self.length, self.only) = (offset, length, only)
  }

  /// The shape of a plan's year. A plan that has all of its calendar year and a month or so beside it keeps that.
  ///
  /// - Parameters:
  ///   - year: The year by which the plan is named.
  ///   - days: Its days.
  ///   - cutOff: The last day of a month that counts for it; `nil` for the month's end.
  public init(ofPlan year: Int, days: Range<CivilDay>, cutOff: Int?) {
    guard !Self.keepsCalendar(year, days) else {
      self = .calendar
      return
    }
    func month(_ day: CivilDay) -> Int {
      let (year, month, number) = day.components
      return year * 12 + month - 1 + (number > cutOff ?? 31 ? 1 : 0)
    }
    let first = month(days.lowerBound)
    let length = month(days.upperBound.advanced(by: -1)) - first + 1
    self.init(offset: first - year * 12, length: length, only: length > 12 ? year : nil)
  }

  /// The last day of a month that counts for it where a plan begins later in one: 14 for 15 December; `nil` for a plan
  /// that begins on the first.
  public static func cutOff(ofPlan year: Int, days: Range<CivilDay>) -> Int? {
    let day = days.lowerBound.components.day
    return (2...28).contains(day) && !keepsCalendar(year, days) ? day - 1 : nil
  }

  /// Whether a plan's days lie in its calendar year, or are that and little more.
  private static func keepsCalendar(_ year: Int, _ days: Range<CivilDay>) -> Bool {
    let whole = CivilDay.year(year)
    let inside = days.clamped(to: whole)
    return inside == days || inside == whole && MonthRun(of: days).count <= 14
  }

  /// Whether it has more than twelve months.
  public var isLong: Bool { length > 12 }

  /// The number of its parts of that many months, the last perhaps shorter.
  public func parts(of months: Int) -> Int { (length + months - 1) / months }

  /// Whether a year has such a part.
  func has(_ part: ReportingPeriod.Part) -> Bool {
    switch part {
    case .year, .stretch: true
    case .twelve(let number): isLong && (1...parts(of: 12)).contains(number)
    case .half(let number): (1...parts(of: 6)).contains(number)
    case .quarter(let number): (1...parts(of: 3)).contains(number)
    case .month(let number): (1...length).contains(number)
    }
  }

  /// A part as plans name it, the month by its number in the calendar and the rest by its place in twelve months.
  public func named(_ part: ReportingPeriod.Part) -> ReportingPeriod.Part {
    switch part {
    case .year, .stretch: part
    case .twelve: .year
    case .half(let number): .half((number - 1) % 2 + 1)
    case .quarter(let number): .quarter((number - 1) % 4 + 1)
    case .month(let number): .month(((offset + number - 1) % 12 + 12) % 12 + 1)
    }
  }

  /// The first part that plans name so.
  public func first(named part: ReportingPeriod.Part) -> ReportingPeriod.Part {
    guard case .month(let number) = part else { return part }
    return .month(((number - 1 - offset) % 12 + 12) % 12 + 1)
  }

  /// The part that is named by a year and a part of it, `2027` and `Q3` or `04`, and the year to which it belongs.
  func part(_ part: ReportingPeriod.Part?, in year: Int) -> (part: ReportingPeriod.Part, year: Int)? {
    let base = only ?? year
    let twelve = year - base
    switch part {
    case nil, .year: return isLong ? (.twelve(twelve + 1), base) : (.year, base)
    case .half(let number): return (.half(twelve * 2 + number), base)
    case .quarter(let number): return (.quarter(twelve * 4 + number), base)
    case .month(let number):
      let fromStart = year * 12 + number - 1 - offset
      let base = only ?? fromStart / 12
      return (.month(fromStart - base * 12 + 1), base)
    case .stretch, .twelve: return nil
    }
  }

  /// The calendar month of a part's first month, counted from January of the year 0.
  func month(_ number: Int, of year: Int) -> (year: Int, month: Int) {
    let all = year * 12 + offset + number - 1
    return (all / 12, all % 12 + 1)
  }
}
