import TestSupport

@testable import Allocation

/// Random problems of 28 days and twelve months of two or three, small enough to be solved by slower means.
enum TinyProblem {
  static let days = 28
  private static let monthStart = [0, 2, 4, 7, 9, 11, 14, 16, 18, 21, 23, 25, 28]

  /// How large, and with which rules.
  struct Kind {
    var outlets = 1...2
    var slots = 4...7
    var series = 2...3
    var open = 0...4
    /// With the rules that a flow does not hold.
    var hasRules = false
    /// With pins and least counts, which not every problem can keep; without them it may always stay empty.
    var isForced = true

    static let tiny = Kind()
    static let ruled = Kind(hasRules: true)
    static let middleRuled = Kind(
      outlets: 1...3, slots: 20...60, series: 3...6, open: 0...12, hasRules: true, isForced: false)
    static let middle = Kind(outlets: 1...3, slots: 20...60, series: 3...6, open: 0...12)
  }

  /// The problem of a seed.
  static func random(seed: Int, _ kind: Kind) -> Problem {
    var random = SeededRandom(seed: 1_000_003 * (seed + 1))
    let firstOpenDay = random.oneIn(2) ? 0 : random.int(1...10)
    let outlets = (0..<random.int(kind.outlets)).map { _ in outlet(&random) }
    let slots = (0..<random.int(kind.slots)).map { _ in
      slot(&random, outlets: outlets.count, firstOpenDay: firstOpenDay, kind)
    }
    let series = (0..<random.int(kind.series)).map { index in
      TinyProblem.series(
        &random, index, slots: slots, outlets: outlets.count, firstOpenDay: firstOpenDay, kind)
    }
    let perWeek = (0..<5).map { _ in random.int(0...2) }
    return Problem(
      days: days, firstOpenDay: firstOpenDay, monthStart: monthStart, outlets: outlets, slots: slots,
      series: series, translators: [Problem.Translator(perWeek: perWeek)],
      weekOffset: random.oneIn(2) ? 0 : random.int(1...6))
  }

  private static func outlet(_ random: inout SeededRandom) -> Problem.Outlet {
    Problem.Outlet(
      perDay: random.oneIn(3) ? random.int(1...2) : nil,
      perMonth: random.oneIn(3) ? (0..<12).map { _ in random.int(0...4) } : nil)
  }

  private static func slot(
    _ random: inout SeededRandom, outlets: Int, firstOpenDay: Int, _ kind: Kind
  ) -> Problem.Slot {
    let day = random.int(firstOpenDay...days - 1)
    let span = random.oneIn(5) ? random.int(1...min(7, day - firstOpenDay + 1)) : 1
    return Problem.Slot(
      outlet: random.int(0...outlets - 1), day: day, span: span, pieces: random.oneIn(3) ? 2 : 1,
      minutes: kind.hasRules && random.oneIn(4) ? random.int(5...20) : nil)
  }

  private static func series(
    _ random: inout SeededRandom, _ index: Int, slots: [Problem.Slot], outlets: Int, firstOpenDay: Int,
    _ kind: Kind
  ) -> Problem.Series {
    let aired = (0..<(firstOpenDay > 0 ? random.int(0...2) : 0)).map { _ in random.int(0...firstOpenDay - 1) }
      .sorted()
    let choices = choices(&random, slots: slots, outlets: outlets, kind)
    let open = random.int(kind.open)
    let pinned = choices.map { slots[$0.slot] }.first { $0.span == 1 }
    let months = Set(choices.map { month(of: slots[$0.slot].day) })
    let hasPin = random.oneIn(8) && open > 0 && kind.isForced
    return Problem.Series(
      quota: random.oneIn(15) ? max(0, aired.count - 1) : aired.count + open, aired: aired,
      dayWeights: dayWeights(&random, firstOpenDay: firstOpenDay), choices: choices,
      dayPins: hasPin ? pinned.map { [Problem.DayPin(day: $0.day, least: 1)] } ?? [] : [],
      perDay: random.oneIn(2) ? random.int(1...2) : Int(Int32.max),
      perMonth: (0..<12).map {
        kind.hasRules ? month(&random, canHave: kind.isForced && months.contains($0)) : 0...Int(Int32.max)
      },
      gapDays: kind.hasRules && random.oneIn(3) ? random.int(2...6) : 0,
      minutes: kind.hasRules ? random.int(0...10) : 0,
      follows: kind.hasRules && index > 0 && random.oneIn(2) ? follows(&random, index, open: open + 2) : nil)
  }

  private static func choices(
    _ random: inout SeededRandom, slots: [Problem.Slot], outlets: Int, _ kind: Kind
  ) -> [Problem.Choice] {
    let home = random.int(0...outlets - 1)
    let isEverywhere = random.oneIn(3)
    let used = slots.indices.filter { (isEverywhere || slots[$0].outlet == home) && !random.oneIn(4) }
    return used.sorted { (slots[$0].day, $0) < (slots[$1].day, $1) }.map { slot in
      let most = random.int(1...slots[slot].pieces)
      return Problem.Choice(
        slot: slot, most: most, least: random.oneIn(25) && kind.isForced ? 1 : 0,
        preference: random.int(-1...3),
        published: random.oneIn(3) ? most : 0)
    }
  }

  private static func dayWeights(_ random: inout SeededRandom, firstOpenDay: Int) -> [Int] {
    let window = random.int(0...14)...random.int(14...days - 1)
    let months = (0..<12).map { _ in random.int(0...3) }
    return (0..<days).map { day in
      day >= firstOpenDay && window.contains(day) && !random.oneIn(10) ? months[month(of: day)] : 0
    }
  }

  private static func month(of day: Int) -> Int { (monthStart.lastIndex { $0 <= day } ?? 0) % 12 }

  private static func month(_ random: inout SeededRandom, canHave: Bool) -> ClosedRange<Int> {
    let least = canHave && random.oneIn(20) ? 1 : 0
    return least...(random.oneIn(4) ? random.int(least...2) : 99)
  }

  private static func follows(_ random: inout SeededRandom, _ index: Int, open: Int) -> Problem.Follows {
    let least = random.int(0...4)
    var number = 0
    let units = (0..<open).map { _ in
      number += random.oneIn(3) ? 2 : 1
      return number
    }
    return Problem.Follows(
      source: random.int(0...index - 1), leastDays: least,
      mostDays: random.oneIn(4) ? least + random.int(0...12) : nil, units: random.oneIn(4) ? units : nil,
      translator: random.oneIn(2) ? 0 : nil)
  }
}
