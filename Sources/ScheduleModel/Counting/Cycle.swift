/// The windows in which a counting rule counts.
public enum Cycle: Hashable, Sendable {
  /// The reporting year; in a plan of several years each twelve months of it.
  case year
  /// All of a plan of several years.
  case whole
  /// Its halves.
  case half
  /// Its quarters.
  case quarter
  /// Its months.
  case month
  /// Each of its days.
  case day
  /// A number of weeks, one window after another, the first from the year's first Monday; days before it and
  /// weeks that are not enough for a window at the year's end belong to none.
  case weeks(Int)
  /// Any such number of weeks in a row: a window begins on each Monday.
  case rolling(Int)

  /// The windows of a reporting year, in time order.
  public func windows(of period: ReportingPeriod) -> [Range<CivilDay>] {
    let year = period.profile.days(of: .year, in: period.year)
    func parts(_ months: Int) -> [Range<CivilDay>] {
      // The last may reach beyond the year, and is judged by its days inside.
      (1...period.profile.shape.parts(of: months)).map {
        period.profile.days(ofMonths: $0 * months - months + 1...$0 * months, in: period.year)
      }
    }
    switch self {
    case .whole: return [year]
    case .year: return period.profile.shape.isLong ? parts(12) : [year]
    case .half: return parts(6)
    case .quarter: return parts(3)
    case .month: return parts(1)
    case .day: return year.map { $0..<$0.advanced(by: 1) }
    case .weeks(let count): return Self.weeks(count, step: count, in: year)
    case .rolling(let count): return Self.weeks(count, step: 1, in: year)
    }
  }

  private static func weeks(_ count: Int, step: Int, in year: Range<CivilDay>) -> [Range<CivilDay>] {
    let monday = year.lowerBound.advanced(by: (8 - year.lowerBound.weekday) % 7)
    return stride(from: monday, to: year.upperBound, by: step * 7).map { $0..<$0.advanced(by: count * 7) }
      .filter { $0.upperBound <= year.upperBound }
  }

  /// Whether its windows overlap.
  public var isRolling: Bool { if case .rolling = self { true } else { false } }

  /// The name for a reader, as it is after a figure: "in any 6 weeks".
  public var name: Words {
    switch self {
    case .year: Words(vi: "cả năm", en: "in the year")
    case .whole: Words(vi: "cả kỳ kế hoạch", en: "in the whole plan")
    case .half: Words(vi: "mỗi nửa năm", en: "each half-year")
    case .quarter: Words(vi: "mỗi quý", en: "each quarter")
    case .month: Words(vi: "mỗi tháng", en: "each month")
    case .day: Words(vi: "mỗi ngày", en: "each day")
    case .weeks(1): Words(vi: "mỗi tuần", en: "each week")
    case .weeks(let count): Words(vi: "cứ \(count) tuần", en: "every \(count) weeks")
    case .rolling(1): Words(vi: "bất kỳ tuần nào", en: "in any week")
    case .rolling(let count): Words(vi: "bất kỳ \(count) tuần liền", en: "in any \(count) weeks in a row")
    }
  }
}

extension Cycle: CustomStringConvertible {
  /// As a plan writes it: `year`, `quarter`, `6 weeks`, `any 6 weeks`.
  public var description: String {
    switch self {
    case .year: "year"
    case .whole: "plan"
    case .half: "half"
    case .quarter: "quarter"
    case .month: "month"
    case .day: "day"
    case .weeks(1): "week"
    case .weeks(let count): "\(count) weeks"
    case .rolling(1): "any week"
    case .rolling(let count): "any \(count) weeks"
    }
  }
}
