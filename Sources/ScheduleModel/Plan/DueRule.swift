/// When reports are due.
public struct DueRule: Hashable, Sendable {
  /// When those are due of which ``byPart`` says nothing; `nil` when they have no due day.
  public let usual: Day?
  /// When the reports on some parts of the year are due.
  public let byPart: [ReportingPeriod.Part: Day]
  /// What happens when that is no working day.
  public let roll: Roll
  /// Days besides Saturdays and Sundays on which nobody works.
  public let holidays: [CivilDay]
  /// How many days earlier lower levels hand theirs in.
  public let earlier: [AdminLevel: Int]

  /// A day after the days that a report counts. Days of the month are 1 to 31; a shorter month has its last day instead.
  public enum Day: Hashable, Sendable {
    /// The first such day of a month after the last day counted.
    case next(day: Int)
    /// A day of the month, and how many months (1 to 36) after the one in which the days counted end.
    case later(day: Int, months: Int)
    /// A day of a month (1 to 12), and how many years (0 to 3) after the reporting year.
    case date(day: Int, month: Int, years: Int)

    /// The day for a report.
    ///
    /// - Parameters:
    ///   - days: The days that it counts, half-open.
    ///   - year: The reporting year.
    func day(after days: Range<CivilDay>, of year: Int) -> CivilDay {
      let last = days.upperBound.advanced(by: -1)
      switch self {
      case .next(let day):
        let inMonth = Self.day(day, monthsAfter: last, 0)
        return inMonth >= days.upperBound ? inMonth : Self.day(day, monthsAfter: last, 1)
      case .later(let day, let months): return Self.day(day, monthsAfter: last, months)
      case .date(let day, let month, let years):
        return Self.day(day, monthsAfter: CivilDay.month(month, of: year).lowerBound, 12 * years)
      }
    }

    private static func day(_ day: Int, monthsAfter start: CivilDay, _ months: Int) -> CivilDay {
      let number = start.year * 12 + start.month - 1 + months
      let month = CivilDay.month(number % 12 + 1, of: min(number / 12, CivilDay.years.upperBound))
      return month.lowerBound.advanced(by: min(day, month.count) - 1)
    }
  }

  /// Where a day goes on which nobody works.
  public enum Roll: String, CaseIterable, Sendable {
    /// It stays.
    case none
    /// To the next working day.
    case next
    /// To the working day before.
    case previous
  }

  /// Reports are due on a day, or each on its own.
  public init(
    _ usual: Day?, byPart: [ReportingPeriod.Part: Day] = [:], roll: Roll = .none, holidays: [CivilDay] = [],
    earlier: [AdminLevel: Int] = [:]
  ) {
    self.usual = usual
    self.byPart = byPart
    self.roll = roll
    self.holidays = holidays
    self.earlier = earlier
  }

  /// The day on which a report is due for a level, `nil` being the plan's own; `nil` when it has no due day.
  public func day(of period: ReportingPeriod, for level: AdminLevel?) -> CivilDay? {
    guard let due = stated(for: period) else { return nil }
    guard let lead = level.flatMap({ earlier[$0] }) else { return working(due) }
    return working(working(due).advanced(by: -lead))
  }

  /// The day as the rule states it, whether or not anybody works on it; `nil` when it states none.
  public func stated(for period: ReportingPeriod) -> CivilDay? {
    (byPart[period.profile.shape.named(period.part)] ?? usual)?.day(after: period.days, of: period.year)
  }

  private func working(_ day: CivilDay) -> CivilDay {
    var day = day
    while roll != .none, day.weekday > 5 || holidays.contains(day) {
      day = day.advanced(by: roll == .next ? 1 : -1)
    }
    return day
  }
}
