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
    /// The whole year.
    case year
    /// A half, 1 or 2.
    case half(Int)
    /// A quarter, 1 to 4.
    case quarter(Int)
    /// A month, 1 to 12.
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
      CivilDay.years.dropFirst().contains(year),
      let part = pieces.count == 1 ? .year : Part(named: pieces[1])
    else { return nil }
    self.init(part, of: year, profile: profile)
  }

  /// A part of a year; `nil` when there is no such part, the year lies outside ``CivilDay/years``, or the
  /// profile has no such report.
  public init?(_ part: Part, of year: Int, profile: Profile) {
    guard CivilDay.years.contains(year), part.exists, profile.reports(on: part) else { return nil }
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

  /// The same part of the reporting year before; `nil` for a stretch, which has none.
  public var yearBefore: ReportingPeriod? {
    if case .stretch = part { return nil }
    return ReportingPeriod(part, of: year - 1, profile: profile)
  }

  /// The last day on which a level may hand in its report; `nil` when the profile sets none.
  ///
  /// - Parameter level: The level that reports; `nil` for the plan's own.
  public func due(for level: AdminLevel? = nil) -> CivilDay? { profile.due?.day(of: self, for: level) }

  /// The name for a reader: "quý I năm 2018".
  public var name: Words {
    switch part {
    case .year: Words(vi: "năm \(year)", en: "the year \(year)")
    case .half(1): Words(vi: "6 tháng đầu năm \(year)", en: "the first half of \(year)")
    case .half: Words(vi: "6 tháng cuối năm \(year)", en: "the second half of \(year)")
    case .quarter(let quarter):
      Words(
        vi: "quý \(["I", "II", "III", "IV"][quarter - 1]) năm \(year)", en: "quarter \(quarter) of \(year)")
    case .month(let month): Words(vi: "tháng \(month) năm \(year)", en: "month \(month) of \(year)")
    case .stretch(let id): Words(profile.stretches.first { $0.id == id }?.name ?? id)
    }
  }
}

extension ReportingPeriod: CustomStringConvertible {
  /// `2018`, `2018-H1`, `2018-Q3`, `2018-04`, or a stretch's id.
  public var description: String {
    switch part {
    case .year: "\(year)"
    case .stretch(let id): id
    default: "\(year)-\(part)"
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
    guard part.exists else { return nil }
    self = part
  }

  /// `year`, `H1`, `Q3`, `04`, or a stretch's id.
  public var description: String {
    switch self {
    case .year: "year"
    case .half(let half): "H\(half)"
    case .quarter(let quarter): "Q\(quarter)"
    case .month(let month): padded(month, to: 2)
    case .stretch(let id): id
    }
  }

  /// Whether a year has such a part.
  var exists: Bool {
    switch self {
    case .year, .stretch: true
    case .half(let half): (1...2).contains(half)
    case .quarter(let quarter): (1...4).contains(quarter)
    case .month(let month): (1...12).contains(month)
    }
  }
}
