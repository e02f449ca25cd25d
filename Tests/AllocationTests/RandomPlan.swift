import ScheduleModel
import TestSupport

/// Seeded small plans in which everything happens: shared slots, pins, limits, blackouts, versions.
enum RandomPlan {
  /// What a random plan may hold.
  struct Features {
    /// The least of a month.
    var least = false
    /// Pins, windows, weights of 0, limits by day, blackouts of a line.
    var rules = true
    /// Further outlets and versions.
    var derived = true
    /// Each line on an outlet of its own.
    var apart = false
  }

  static func make(seed: Int, _ features: Features) -> (plan: Plan, slots: [Slot]) {
    var random = SeededRandom(seed: seed)
    let outlets = features.apart ? ["o1", "o2", "o3"] : ["o1", "o2"]
    var slots: [Slot] = []
    for outlet in outlets {
      for grid in ["g", "h"] {
        let isMonthly = random.oneIn(6)
        let pieces = random.int(1...3)
        slots +=
          isMonthly
          ? Sample.monthly(3...5, of: outlet, grid, pieces: pieces)
          : Sample.slots(on: days(&random), of: outlet, grid, at: grid == "g" ? 7 : 20, pieces: pieces)
      }
      let language = random.oneIn(4) ? ["vi", "hmn"] : ["hmn"]
      slots += Sample.slots(
        on: days(&random), of: outlet, "t", at: 5, pieces: random.int(1...2), languages: language)
    }
    let count = features.apart ? 3 : random.int(1...4)
    let lines = (0..<count).map { number in
      line(number, on: outlets, features, &random)
    }
    let blackouts =
      features.rules && random.oneIn(3)
      ? [Sample.blackout(window(&random), outlets: [], lines: [random.pick(lines).id])] : []
    return (
      Sample.plan(lines, blackouts: blackouts), slots.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
    )
  }

  /// Some days of March to May.
  private static func days(_ random: inout SeededRandom) -> [CivilDay] {
    var days: [CivilDay] = []
    for day in Sample.days(from: (3, 1), through: (5, 31)) where random.oneIn(12) { days.append(day) }
    return days
  }

  private static func window(_ random: inout SeededRandom) -> Range<CivilDay> {
    let first = Sample.day(3, 1).advanced(by: random.int(0...60))
    return first..<first.advanced(by: random.int(10...60))
  }

  private static func line(
    _ number: Int, on outlets: [String], _ features: Features, _ random: inout SeededRandom
  ) -> PlanLine {
    let first = features.apart ? outlets[number] : random.pick(outlets)
    let others = outlets.filter { $0 != first }
    var months: [Int: ClosedRange<Int>] = [:]
    var pins: [Placing.Pin] = []
    var weights: [Int: Int] = [:]
    for month in 3...5 {
      if random.oneIn(4) { months[month] = 0...random.int(0...3) }
      if features.least, random.oneIn(2) { months[month] = random.int(1...2)...9 }
      if features.rules, random.oneIn(5) { weights[month] = random.int(0...2) }
    }
    if features.rules, random.oneIn(2) {
      for pin in 0..<random.int(1...3) {
        let grid = random.oneIn(3) ? random.pick(["g", "h"]) : nil
        pins.append(
          Sample.pin(random.int(3...5), random.int(1...30), grid: grid, at: 100 * (number + 1) + pin))
      }
    }
    let isTogether = !features.apart && random.oneIn(4)
    let isAlsoOn = features.derived && !features.apart && !isTogether && random.oneIn(3)
    let versions = Sample.versions(
      into: ["hmn"], after: random.int(0...20), grid: random.oneIn(3) ? ["t"] : [])
    return Sample.line(
      "l\(number)", random.int(0...9), on: [first] + (isTogether || isAlsoOn ? others : []),
      together: isTogether, grid: random.oneIn(3) ? ["g"] : [],
      window: features.rules && random.oneIn(3) ? window(&random) : nil, weights: weights, months: months,
      perDay: features.rules && random.oneIn(3) ? 1 : nil, pins: pins,
      versions: features.derived && random.oneIn(2) ? versions : nil)
  }
}
