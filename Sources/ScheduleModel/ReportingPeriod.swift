/// The stretch of days that a report covers.
public struct ReportingPeriod: Hashable, Sendable {
  /// The rule that draws its limits.
  public let profile: Profile
  /// The reporting year.
  public let year: Int
  /// Which part of the year.
  public let part: Part
  /// The days whose output it counts, half-open.
  public let days: Range<CivilDay>
  /// The first day of the reporting year, from which cumulative figures count.
  public let yearStart: CivilDay

  /// The rules that draw the limits of periods.
  public enum Profile: String, CaseIterable, Sendable {
    /// Calendar months, quarters, half-years and years; what offices did before 12 March 2019.
    case calendarYear = "CALENDAR_YEAR"
    /// From the 15th of the month before to the 14th of the last month (Decree 09/2019/NĐ-CP).
    case decree09 = "ND09_2019"
    /// The four reform reports a year of 581/BNV-CCHC: first quarter, six months, third quarter, year.
    case ministry581 = "BNV_581"
  }

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
  }

  /// Reads `2018`, `2018-H1`, `2018-Q3` or `2018-04`; `nil` when it is none of these, or the profile has no
  /// such report (``Profile/ministry581`` has neither a second quarter nor months).
  public init?(_ text: String, profile: Profile) {
    let pieces = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let first = pieces.first, first.count == 4, let year = Int(first),
      CivilDay.years.dropFirst().contains(year)
    else { return nil }
    var part = Part.year
    if pieces.count == 2 {
      guard let named = Self.part(named: pieces[1]) else { return nil }
      part = named
    } else if pieces.count > 2 {
      return nil
    }
    self.init(part, of: year, profile: profile)
  }

  private static func part(named text: Substring) -> Part? {
    let digits = text.drop { !$0.isNumber }
    guard let number = Int(digits) else { return nil }
    switch text.dropLast(digits.count) {
    case "" where digits.count == 2: return .month(number)
    case "Q" where digits.count == 1: return .quarter(number)
    case "H" where digits.count == 1: return .half(number)
    default: return nil
    }
  }

  /// A part of a year; `nil` when there is no such part, the year lies outside ``CivilDay/years``, or the
  /// profile has no such report.
  public init?(_ part: Part, of year: Int, profile: Profile) {
    guard CivilDay.years.contains(year) else { return nil }
    let first: Int
    let last: Int
    switch part {
    case .year: (first, last) = (1, 12)
    case .half(let half) where (1...2).contains(half): (first, last) = (half * 6 - 5, half * 6)
    case .quarter(let quarter) where (1...4).contains(quarter): (first, last) = (quarter * 3 - 2, quarter * 3)
    case .month(let month) where (1...12).contains(month): (first, last) = (month, month)
    default: return nil
    }
    if profile == .ministry581 {
      switch part {
      case .year, .half(1), .quarter(1), .quarter(3): break
      default: return nil
      }
    }
    func edge(_ month: Int) -> CivilDay {
      guard profile != .calendarYear else { return CivilDay.month(month, of: year).upperBound }
      return CivilDay.month(month, of: year).lowerBound.advanced(by: 14)
    }
    let start =
      profile == .calendarYear
      ? CivilDay.year(year).lowerBound : CivilDay.year(year).lowerBound.advanced(by: -17)
    self.profile = profile
    self.year = year
    self.part = part
    yearStart = start
    days = (first == 1 ? start : edge(first - 1))..<edge(last)
  }

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
    }
  }
}

extension ReportingPeriod: CustomStringConvertible {
  /// `2018`, `2018-H1`, `2018-Q3` or `2018-04`.
  public var description: String {
    switch part {
    case .year: "\(year)"
    case .half(let half): "\(year)-H\(half)"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .month(let month): "\(year)-\(padded(month, to: 2))"
    }
  }
}
