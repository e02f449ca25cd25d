/// The rule by which an office cuts the year into reports, and when these are due.
public struct ReportingProfile: Hashable, Sendable {
  /// The name by which it is asked for: `BNV_581`.
  public let code: String
  /// What it is, as a plan says; `nil` for the shipped ones.
  public let name: String?
  /// The last day of a month that still counts for a report on it, 1 to 27; `nil` for the month's end.
  public let cutOff: Int?
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
    stretches: [Stretch] = [], due: DueRule? = nil
  ) {
    self.code = code
    self.name = name
    self.cutOff = cutOff
    self.parts = parts
    self.stretches = stretches
    self.due = due
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
    let shown = parts.isEmpty ? [.year, .half(1), .quarter(3), .month(4)] : parts
    return shown.compactMap { ReportingPeriod($0, of: year, profile: self)?.description }
      + stretches.map(\.id)
  }

  /// The days of a part of a year, whether or not there is a report on it. The part must exist, and must not
  /// be a stretch.
  public func days(of part: ReportingPeriod.Part, in year: Int) -> Range<CivilDay> {
    let (first, last) =
      switch part {
      case .year, .stretch: (1, 12)
      case .half(let half): (half * 6 - 5, half * 6)
      case .quarter(let quarter): (quarter * 3 - 2, quarter * 3)
      case .month(let month): (month, month)
      }
    let start = first == 1 ? end(of: 1, in: year, before: true) : end(of: first - 1, in: year)
    return start..<end(of: last, in: year)
  }

  /// The first day that no longer counts for a month; `before` a January, that of the December before it.
  private func end(of month: Int, in year: Int, before: Bool = false) -> CivilDay {
    let days = CivilDay.month(month, of: year)
    guard let cutOff else { return before ? days.lowerBound : days.upperBound }
    return days.lowerBound.advanced(by: cutOff - (before ? 31 : 0))
  }

  /// Whether there is a report on a part of the year.
  public func reports(on part: ReportingPeriod.Part) -> Bool {
    if case .stretch(let id) = part { return stretches.contains { $0.id == id } }
    return parts.isEmpty || parts.contains(part)
  }
}
