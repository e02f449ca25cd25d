/// The stretch of days that a report covers.
public struct ReportingPeriod: Hashable, Sendable {
  /// The rule that draws its limits.
  public let profile: ReportingProfile
  /// The reporting year.
  public let year: Int
  /// Which part of the year.
  public let part: Part
  /// The days whose output it counts, half-open.
  public let days: Range<CivilDay>
  /// The first day of the reporting year, from which cumulative figures count.
  public let yearStart: CivilDay

  /// The rules that draw the limits of periods.
  public typealias Profile = ReportingProfile

  /// A part of the reporting year.
  public enum Part: Hashable, Sendable {
    /// The whole year, which in a plan of several years has all of them.
    case year
    /// Twelve months of a year that has more, from 1.
    case twelve(Int)
    /// A half, 1 or 2; in a longer year further ones, here and below.
    case half(Int)
    /// A quarter, 1 to 4.
    case quarter(Int)
    /// A month, from 1: the first month of the year, which need not be January.
    case month(Int)
    /// A stretch of days that the profile names, by its id.
    case stretch(String)
  }

  /// Reads `2018`, `2018-H1`, `2018-Q3`, `2018-04`, or the id of one of the profile's own stretches; `nil` when
  /// it is none of these, or the profile has no such report (``ReportingProfile/ministry581`` has neither a
  /// second quarter nor months).
  public init?(_ text: String, profile: Profile) {
    if let stretch = profile.stretches.first(where: { $0.id == text }) {
      self.init(.stretch(text), of: stretch.year, profile: profile)
      return
    }
    let pieces = text.uppercased().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = pieces.first, first.count == 4, let year = Int(first),
      CivilDay.years.dropFirst().contains(year)
    else { return nil }
    if let only = profile.shape.only, let whole = ReportingPeriod(.year, of: only, profile: profile),
      whole.description == text
    {
      self = whole
      return
    }
    let named = pieces.count == 1 ? nil : Part(named: pieces[1])
    guard pieces.count == 1 || named != nil else { return nil }
    self.init(named: named ?? .year, in: year, profile: profile)
  }

  /// The part that is named by a year and a part of it, the month by its number in the calendar: month 4 of 2027 lies
  /// in the year from July 2026 on. `nil` as with ``init(_:of:profile:)``.
  public init?(named part: Part, in year: Int, profile: Profile) {
    guard let (part, year) = profile.shape.part(part, in: year) else { return nil }
    self.init(part, of: year, profile: profile)
  }

  /// A part of a year; `nil` when there is no such part, the year lies outside ``CivilDay/years``, or the
  /// profile has no such report.
  public init?(_ part: Part, of year: Int, profile: Profile) {
    guard CivilDay.years.contains(year), profile.shape.has(part), profile.reports(on: part),
      profile.shape.only.map({ $0 == year }) ?? true,
      CivilDay.years.contains(profile.shape.month(1, of: year).year),
      CivilDay.years.contains(profile.shape.month(profile.shape.length, of: year).year)
    else { return nil }
    if case .stretch(let id) = part {
      guard let stretch = profile.stretches.first(where: { $0.id == id }), stretch.year == year else {
        return nil
      }
      days = stretch.days
    } else {
      days = profile.days(of: part, in: year)
    }
    self.profile = profile
    self.year = year
    self.part = part
    yearStart = min(profile.days(of: .year, in: year).lowerBound, days.lowerBound)
  }

  /// The same part of the reporting year before; `nil` for a stretch and in a year of more than twelve months.
  public var yearBefore: ReportingPeriod? {
    if case .stretch = part { return nil }
    if profile.shape.isLong { return nil }
    return ReportingPeriod(part, of: year - 1, profile: profile)
  }

  /// The periods of the same sort before it in its reporting year, in order; none of a stretch.
  public var earlierOfYear: [ReportingPeriod] {
    let parts: [Part] =
      switch part {
      case .year, .stretch: []
      case .twelve(let number): (1..<max(1, number)).map(Part.twelve)
      case .half(let number): (1..<max(1, number)).map(Part.half)
      case .quarter(let number): (1..<max(1, number)).map(Part.quarter)
      case .month(let number): (1..<max(1, number)).map(Part.month)
      }
    return parts.compactMap { ReportingPeriod($0, of: year, profile: profile) }
  }

  /// The last day on which a level may hand in its report; `nil` when the profile sets none.
  ///
  /// - Parameter level: The level that reports; `nil` for the plan's own.
  public func due(for level: AdminLevel? = nil) -> CivilDay? { profile.due?.day(of: self, for: level) }

  /// The name for a reader: "quý I năm 2018".
  public var name: Words {
    switch part {
    case .year:
      profile.shape.isLong
        ? Words(vi: "giai đoạn \(years(0))", en: "\(years(0))") : yearName(0, isWhole: true)
    case .twelve(let number): yearName(number - 1, isWhole: true)
    case .half(let half):
      half % 2 == 1
        ? Words(vi: "6 tháng đầu \(yearName(half / 2).vi)", en: "the first half of \(yearName(half / 2).en)")
        : Words(
          vi: "6 tháng cuối \(yearName(half / 2 - 1).vi)",
          en: "the second half of \(yearName(half / 2 - 1).en)")
    case .quarter(let quarter):
      Words(
        vi: "quý \(["I", "II", "III", "IV"][(quarter - 1) % 4]) \(yearName((quarter - 1) / 4).vi)",
        en: "quarter \((quarter - 1) % 4 + 1) of \(yearName((quarter - 1) / 4).en)")
    case .month(let number):
      Words(
        vi: "tháng \(month(number).month) năm \(month(number).year)",
        en: "month \(month(number).month) of \(month(number).year)")
    case .stretch(let id): Words(profile.stretches.first { $0.id == id }?.name ?? id)
    }
  }

  private func month(_ number: Int) -> (year: Int, month: Int) { profile.shape.month(number, of: year) }

  /// The years of twelve months, 0 being the first: "2026" or "2026–2027"; of a longer year all of them.
  private func years(_ twelve: Int) -> String {
    let shape = profile.shape
    let first = month(twelve * 12 + 1).year
    let last =
      shape.isLong && part == .year
      ? month(shape.length).year : month(min(twelve * 12 + 12, shape.length)).year
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// "năm 2018", "năm kế hoạch 2026–2027".
  private func yearName(_ twelve: Int, isWhole: Bool = false) -> Words {
    let years = years(twelve)
    return years.contains("–")
      ? Words(vi: "năm kế hoạch \(years)", en: "the plan year \(years)")
      : Words(vi: "năm \(years)", en: isWhole ? "the year \(years)" : years)
  }
}

extension ReportingPeriod: CustomStringConvertible {
  /// `2018`, `2018-H1`, `2018-Q3`, `2018-04`, or a stretch's id.
  public var description: String {
    switch part {
    case .year: profile.shape.isLong ? "\(year)-\(year + profile.shape.parts(of: 12) - 1)" : "\(year)"
    case .twelve(let number): "\(year + number - 1)"
    case .half(let number): "\(year + (number - 1) / 2)-\(profile.shape.named(part))"
    case .quarter(let number): "\(year + (number - 1) / 4)-\(profile.shape.named(part))"
    case .month(let number): "\(padded(month(number).year, to: 4))-\(padded(month(number).month, to: 2))"
    case .stretch(let id): id
    }
  }
}

extension ReportingPeriod.Part: CustomStringConvertible {
  /// Reads `H1`, `Q3` or `04`; `nil` for anything else, also for parts that do not exist.
  public init?(named text: some StringProtocol) {
    let digits = text.drop { !$0.isNumber }
    guard let number = Int(digits) else { return nil }
    let part: Self
    switch text.dropLast(digits.count) {
    case "" where digits.count == 2: part = .month(number)
    case "Q" where digits.count == 1: part = .quarter(number)
    case "H" where digits.count == 1: part = .half(number)
    default: return nil
    }
    guard YearShape.calendar.has(part) else { return nil }
    self = part
  }

  /// `year`, `H1`, `Q3`, `04`, or a stretch's id.
  public var description: String {
    switch self {
    case .year: "year"
    case .twelve(let number): "Y\(number)"
    case .half(let half): "H\(half)"
    case .quarter(let quarter): "Q\(quarter)"
    case .month(let month): padded(month, to: 2)
    case .stretch(let id): id
    }
  }
}
