import ScheduleModel

/// The days on which a rule occurs (RFC 5545 §3.3.10), period by period.
///
/// Days only: hours are added by whoever asks. Cost: the days from the first to the last, whether or not the rule
/// ever occurs; libical would search for a 31 February to the year 2582. dateutil is the judge in the tests.
struct RecurrenceDays {
  private let rule: Parts
  private let first: CivilDay
  private let last: CivilDay

  /// The days on which a rule occurs, from its first possible day (DTSTART) through a last one, both included.
  ///
  /// `last` takes the place of the rule's `UNTIL`. The first day itself occurs only when the rule says so.
  static func days(of rule: RecurrenceRule, from first: CivilDay, through last: CivilDay) -> [CivilDay] {
    let parts = Parts(rule, from: first)
    guard first <= last, parts.hasDays else { return [] }
    let days = RecurrenceDays(rule: parts, first: first, last: last).all
    return Array(days.prefix(parts.count ?? days.count))
  }

  private var all: [CivilDay] {
    switch rule.frequency {
    case .daily: daily
    case .weekly: weekly
    case .monthly: monthly
    case .yearly: yearly
    }
  }

  // MARK: Periods

  private var daily: [CivilDay] {
    stride(from: 0, through: first.distance(to: last), by: rule.interval).map(first.advanced).filter { day in
      rule.isOfMonth(day) && rule.isMonthDay(day)
        && (rule.weekdays.isEmpty || rule.weekdays.contains { $0.weekday == day.weekday })
    }
  }

  private var weekly: [CivilDay] {
    let monday = first.advanced(by: -((first.weekday - rule.weekStart + 7) % 7))
    let weekdays = Set(rule.weekdays.map { ($0.weekday - rule.weekStart + 7) % 7 }).sorted()
    return stride(from: 0, through: monday.distance(to: last), by: 7 * rule.interval).flatMap { week in
      weekdays.map { monday.advanced(by: week + $0) }
    }.filter { (first...last).contains($0) && rule.isOfMonth($0) }
  }

  private var monthly: [CivilDay] {
    let start = first.year * 12 + first.month - 1
    let end = last.year * 12 + last.month - 1
    return stride(from: start, through: end, by: rule.interval).flatMap { month in
      let days = CivilDay.month(month % 12 + 1, of: month / 12)
      return rule.isOfMonth(days.lowerBound) ? chosen(meant(of: days, in: days)) : []
    }.filter { (first...last).contains($0) }
  }

  private var yearly: [CivilDay] {
    stride(from: first.year, through: last.year, by: rule.interval).flatMap { year in
      let months = rule.months.isEmpty ? Array(1...12) : rule.months.sorted()
      let whole = CivilDay.year(year)
      return chosen(
        months.flatMap { month in
          let days = CivilDay.month(month, of: year)
          // Without BYMONTH the second Monday is that of the year.
          return meant(of: days, in: rule.months.isEmpty ? whole : days)
        })
    }.filter { (first...last).contains($0) }
  }

  /// The days of a month that are of the rule; its weekdays are counted within a month or a year.
  private func meant(of month: Range<CivilDay>, in period: Range<CivilDay>) -> [CivilDay] {
    let days = rule.monthDays.isEmpty ? Array(month) : rule.days(of: month)
    return rule.weekdays.isEmpty ? days : days.filter { isMeant($0, in: period) }
  }

  private func isMeant(_ day: CivilDay, in period: Range<CivilDay>) -> Bool {
    rule.weekdays.contains { weekday, ordinal in
      guard weekday == day.weekday else { return false }
      guard let ordinal else { return true }
      return ordinal > 0
        ? period.lowerBound.distance(to: day) / 7 == ordinal - 1
        : day.distance(to: period.upperBound.advanced(by: -1)) / 7 == -ordinal - 1
    }
  }

  /// What `BYSETPOS` takes of the days of a period.
  private func chosen(_ days: [CivilDay]) -> [CivilDay] {
    guard !rule.positions.isEmpty else { return days }
    let indices = rule.positions.map { $0 > 0 ? $0 - 1 : days.count + $0 }.filter(days.indices.contains)
    return Set(indices).sorted().map { days[$0] }
  }
}

/// The parts of a rule as values, with what it leaves to its first day to say.
private struct Parts {
  let frequency: Frequency
  let interval: Int
  let count: Int?
  let weekStart: Int
  let months: Set<Int>
  let positions: [Int]
  private(set) var weekdays: [(weekday: Int, ordinal: Int?)]
  private(set) var monthDays: Set<Int>

  enum Frequency: Substring {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  init(_ rule: RecurrenceRule, from first: CivilDay) {
    guard let frequency = rule["FREQ"].flatMap(Frequency.init) else {
      preconditionFailure("a rule was accepted without a frequency: \(rule.text)")
    }
    func numbers(_ name: String) -> [Int] { rule[name]?.split(separator: ",").compactMap { Int($0) } ?? [] }
    self.frequency = frequency
    interval = numbers("INTERVAL").first ?? 1
    count = numbers("COUNT").first
    weekStart = rule["WKST"].map(Self.weekday) ?? 1
    positions = numbers("BYSETPOS")
    weekdays = (rule["BYDAY"] ?? "").split(separator: ",").map { (Self.weekday($0), Int($0.dropLast(2))) }
    monthDays = Set(numbers("BYMONTHDAY"))
    var months = Set(numbers("BYMONTH"))
    if weekdays.isEmpty, monthDays.isEmpty {
      switch frequency {
      case .daily: break
      case .weekly: weekdays = [(first.weekday, nil)]
      case .monthly: monthDays = [first.components.day]
      case .yearly:
        monthDays = [first.components.day]
        if months.isEmpty { months = [first.month] }
      }
    } else if frequency == .weekly, weekdays.isEmpty {
      weekdays = [(first.weekday, nil)]
    }
    self.months = months
  }

  /// Whether some month has one of its days: none has a 31 February.
  var hasDays: Bool {
    let months = months.isEmpty ? Array(1...12) : Array(months)
    let longest = months.map { CivilDay.length(ofMonth: $0, year: 2000) }.max() ?? 31
    return monthDays.isEmpty || monthDays.contains { abs($0) <= longest }
  }

  /// The days of a month that `BYMONTHDAY` names, in order.
  func days(of month: Range<CivilDay>) -> [CivilDay] {
    let length = month.count
    let numbers = Set(monthDays.map { $0 > 0 ? $0 : length + 1 + $0 }).filter { (1...length).contains($0) }
    return numbers.sorted().map { month.lowerBound.advanced(by: $0 - 1) }
  }

  func isOfMonth(_ day: CivilDay) -> Bool { months.isEmpty || months.contains(day.month) }

  func isMonthDay(_ day: CivilDay) -> Bool {
    guard !monthDays.isEmpty else { return true }
    let (year, month, number) = day.components
    return monthDays.contains(number)
      || monthDays.contains(number - 1 - CivilDay.length(ofMonth: month, year: year))
  }

  /// ISO 8601 weekday of a name such as `MO` or `-1MO`; the rule's reader accepts no others.
  private static func weekday(_ name: Substring) -> Int {
    guard let weekday = Weekday.allCases.first(where: { name.hasSuffix($0.code) }) else {
      preconditionFailure("no weekday: \(name)")
    }
    return weekday.rawValue
  }
}
