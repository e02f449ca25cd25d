/// The rule by which an office cuts the year into reports, and when these are due.
public struct ReportingProfile: Hashable, Sendable {
  /// The name by which it is asked for: `BNV_581`.
  public let code: String
  /// What it is, as a plan says; `nil` for the shipped ones.
  public let name: String?
  /// The last day of a month that still counts for a report on it, 1 to 27; `nil` for the month's end.
  public let cutOff: Int?
  /// Where its years begin and how long they are.
  public let shape: YearShape
  /// The reports that there are; empty for every half, quarter and month, and the year.
  public let parts: [ReportingPeriod.Part]
  /// Stretches of its own.
  public let stretches: [Stretch]
  /// When reports are due; `nil` when it does not say.
  public let due: DueRule?

  /// A stretch of days that is reported on, such as a campaign.
  public struct Stretch: Hashable, Sendable {
    /// The id by which it is asked for.
    public let id: String
    /// Its name, as printed.
    public let name: String
    /// The reporting year in which it lies.
    public let year: Int
    /// Its days, half-open.
    public let days: Range<CivilDay>

    /// A stretch of days of a reporting year.
    public init(id: String, name: String, year: Int, days: Range<CivilDay>) {
      self.id = id
      self.name = name
      self.year = year
      self.days = days
    }
  }

  /// A rule by which the year is cut into reports.
  public init(
    code: String, name: String? = nil, cutOff: Int? = nil, parts: [ReportingPeriod.Part] = [],
    stretches: [Stretch] = [], due: DueRule? = nil, shape: YearShape = .calendar
  ) {
    self.code = code
    self.name = name
    self.cutOff = cutOff
    self.parts = parts
    self.stretches = stretches
    self.due = due
    self.shape = shape
  }

  /// Calendar months, quarters, half-years and years; what offices did before 12 March 2019.
  public static let calendarYear = ReportingProfile(code: "CALENDAR_YEAR")
  /// From the 15th of the month before to the 14th of the last month (Decree 09/2019/NĐ-CP).
  public static let decree09 = ReportingProfile(code: "ND09_2019", cutOff: 14)
  /// The four reform reports a year of 581/BNV-CCHC: first quarter, six months, third quarter, year; each is due
  /// on the 20th of its last month.
  public static let ministry581 = ReportingProfile(
    code: "BNV_581", cutOff: 14, parts: [.quarter(1), .half(1), .quarter(3), .year],
    due: DueRule(.next(day: 20)))

  /// Those that are shipped.
  public static let shipped = [calendarYear, decree09, ministry581]

  /// Periods of a year as they are asked for, to show how: a year, a half, a quarter and a month, or the reports that
  /// there are; then its stretches.
  public func samples(of year: Int) -> [String] {
    let shown = parts.isEmpty ? [.year, .half(1), .quarter(3), .month(4)] : parts.map(shape.first(named:))
    return shown.compactMap { ReportingPeriod($0, of: year, profile: self)?.description }
      + stretches.map(\.id)
  }

  /// The days of a part of a year, whether or not there is a report on it. The part must exist, and must not
  /// be a stretch.
  public func days(of part: ReportingPeriod.Part, in year: Int) -> Range<CivilDay> {
    switch part {
    case .year, .stretch: days(ofMonths: 1...shape.length, in: year)
    case .twelve(let number): days(ofMonths: months(number, of: 12), in: year)
    case .half(let number): days(ofMonths: months(number, of: 6), in: year)
    case .quarter(let number): days(ofMonths: months(number, of: 3), in: year)
    case .month(let number): days(ofMonths: number...number, in: year)
    }
  }

  private func months(_ number: Int, of length: Int) -> ClosedRange<Int> {
    number * length - length + 1...min(number * length, shape.length)
  }

  /// The days of some months of a year, 1 being its first; they may lie beyond its last.
  func days(ofMonths months: ClosedRange<Int>, in year: Int) -> Range<CivilDay> {
    let start = shape.month(months.lowerBound, of: year)
    let first = CivilDay.month(start.month, of: start.year).lowerBound
    let before = CivilDay.length(
      ofMonth: (start.month + 10) % 12 + 1, year: start.month == 1 ? start.year - 1 : start.year)
    let last = shape.month(months.upperBound, of: year)
    let end = CivilDay.month(last.month, of: last.year)
    guard let cutOff else { return first..<end.upperBound }
    return first.advanced(by: cutOff - before)..<end.lowerBound.advanced(by: cutOff)
  }

  /// Whether there is a report on a part of the year.
  public func reports(on part: ReportingPeriod.Part) -> Bool {
    if case .stretch(let id) = part { return stretches.contains { $0.id == id } }
    return parts.isEmpty || parts.contains(shape.named(part))
  }
}
