/// Calendar months one after another, such as those of a plan, by their place in the run: 0 is the first.
public struct MonthRun: Hashable, Sendable {
  /// Months from January of the year 0 to the first.
  private let first: Int
  /// How many there are, at least 1.
  public let count: Int

  /// The twelve months of a calendar year.
  public init(year: Int) {
    first = year * 12
    count = 12
  }

  /// The months in which some days lie, whole; there must be a day.
  public init(of days: Range<CivilDay>) {
    precondition(!days.isEmpty, "a run of months has a day")
    first = Self.number(of: days.lowerBound)
    count = Self.number(of: days.upperBound.advanced(by: -1)) - first + 1
  }

  /// The months of a plan: of its calendar year, where its days lie in that, or those that its days touch.
  public init(ofPlan year: Int, days: Range<CivilDay>) {
    let whole = CivilDay.year(year)
    self = days.clamped(to: whole) == days ? MonthRun(year: year) : MonthRun(of: days)
  }

  private static func number(of day: CivilDay) -> Int {
    let (year, month, _) = day.components
    return year * 12 + month - 1
  }

  /// The places of its months.
  public var indices: Range<Int> { 0..<count }

  /// All its days, half-open.
  public var days: Range<CivilDay> { days(of: 0).lowerBound..<days(of: count - 1).upperBound }

  /// The days of the month at a place, half-open.
  public func days(of index: Int) -> Range<CivilDay> { CivilDay.month(month(of: index), of: year(of: index)) }

  /// The number of the month at a place in its year, 1 to 12.
  public func month(of index: Int) -> Int { (first + index) % 12 + 1 }

  /// The calendar year of the month at a place.
  public func year(of index: Int) -> Int { (first + index) / 12 }

  /// The calendar years in which its months lie.
  public var years: ClosedRange<Int> { year(of: 0)...year(of: count - 1) }

  /// The place of the month in which a day lies; `nil` for a day of no month of the run.
  public func index(of day: CivilDay) -> Int? {
    let index = Self.number(of: day) - first
    return indices.contains(index) ? index : nil
  }

  /// The places of the months with a number, 1 to 12; in a run of more than a year there may be several.
  public func indices(ofMonth month: Int) -> [Int] { indices.filter { self.month(of: $0) == month } }

  /// Whether they are the months of one calendar year.
  public var isCalendarYear: Bool { first % 12 == 0 && count == 12 }

  /// Whether a month's number tells which one is meant.
  public var isToldByNumbers: Bool { count <= 12 }

  /// `2026-07`.
  public func name(of index: Int) -> String {
    "\(padded(year(of: index), to: 4))-\(padded(month(of: index), to: 2))"
  }

  /// The names of all, in order.
  public var names: [String] { indices.map(name) }

  /// The place of a month by its name, `2026-07`; `nil` when the run has none such.
  public func index(named text: some StringProtocol) -> Int? { indices.first { name(of: $0) == text } }

  /// What plans call the month at a place: `7`, or `2026-07` where the run has several Julys.
  public func key(of index: Int) -> String { isToldByNumbers ? "\(month(of: index))" : name(of: index) }

  /// The number for a reader, with the year where the run has several such months: `7`, `7/2026`.
  public func label(of index: Int) -> String {
    isToldByNumbers ? "\(month(of: index))" : "\(month(of: index))/\(year(of: index))"
  }
}
