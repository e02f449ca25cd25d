import ScheduleModel

@testable import Calendars

/// Rules of every kind that a plan accepts, with the days that we reckon, the same ones in every run.
struct RandomRules {
  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
  private var state: UInt64 = 20_200_125

  /// A rule, its first possible day, the last one, and its days.
  struct Case: Encodable {
    let rule: RecurrenceRule
    let first: CivilDay
    let last: CivilDay

    func encode(to encoder: any Encoder) throws {
      var row = encoder.unkeyedContainer()
      try row.encode(rule.text)
      try row.encode(first)
      try row.encode(last)
      try row.encode(RecurrenceDays.days(of: rule, from: first, through: last))
    }
  }

  static func cases(_ count: Int) -> [Case] {
    var random = RandomRules()
    var cases: [Case] = []
    while cases.count < count {
      guard let rule = try? RecurrenceRule(random.text()) else { continue }
      let first = CivilDay.year(2019).lowerBound.advanced(by: random.number(in: 0...800))
      cases.append(Case(rule: rule, first: first, last: first.advanced(by: 900)))
    }
    return cases
  }

  /// SplitMix64, so that a failure comes again.
  private mutating func number(in range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((mixed ^ (mixed >> 31)) % UInt64(range.count))
  }

  private mutating func isTrue(percent: Int) -> Bool { number(in: 1...100) <= percent }

  /// One to `most` different numbers.
  private mutating func some(_ most: Int, in range: ClosedRange<Int>) -> [Int] {
    let count = number(in: 1...most)
    return Set((0..<count).map { _ in number(in: range) }.filter { $0 != 0 }).sorted()
  }

  /// A rule's text, which may be refused.
  private mutating func text() -> String {
    let frequency = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"][number(in: 0...3)]
    var parts = ["FREQ=\(frequency)"]
    func list(_ name: String, _ values: [String]) {
      if !values.isEmpty { parts.append("\(name)=\(values.joined(separator: ","))") }
    }
    if isTrue(percent: 40) { parts.append("INTERVAL=\([2, 3, 4, 12][number(in: 0...3)])") }
    if isTrue(percent: 60) {
      let days = some(4, in: 1...7).map { Self.weekdays[$0 - 1] }
      let ordinals = frequency == "MONTHLY" && isTrue(percent: 60) ? some(1, in: -5...5) : []
      list("BYDAY", days.map { (ordinals.first.map(String.init) ?? "") + $0 })
    }
    if isTrue(percent: 35) { list("BYMONTHDAY", some(4, in: -31...31).map(String.init)) }
    if isTrue(percent: 30) { list("BYMONTH", some(3, in: 1...12).map(String.init)) }
    if isTrue(percent: 20) { list("BYSETPOS", some(2, in: -3...3).map(String.init)) }
    if isTrue(percent: 30) { parts.append("WKST=\(Self.weekdays[number(in: 0...6)])") }
    if isTrue(percent: 20) { parts.append("COUNT=\(number(in: 1...20))") }
    return parts.joined(separator: ";")
  }
}
