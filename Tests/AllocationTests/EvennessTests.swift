import ScheduleModel
import TestSupport
import Testing

@testable import Allocation

/// How evenly a line with all its slots for itself is spread.
struct EvennessTests {
  @Test("the count at the end of each month is the even line, rounded")
  func cumulative() {
    var failure: String?
    for quota in 0...120 where failure == nil {
      let months = Allocated([Sample.line("a", quota)], in: Sample.monthly(pieces: 31)).months()
      for month in 1...12 {
        // | count - quota * month / 12 | <= 1/2, in twenty-fourths
        let distance = abs(24 * months.prefix(month).reduce(0, +) - 2 * quota * month)
        if distance > 12 { failure = "\(quota): \(months)" }
      }
    }
    #expect(failure == nil)
  }

  @Test("weights bend the even line, and the count at the end of each month is still that line, rounded")
  func weighted() {
    var failure: String?
    for seed in 1...150 where failure == nil {
      var random = SeededRandom(seed: seed)
      let weights = (1...12).map { _ in random.int(0...4) }
      let all = weights.reduce(0, +)
      let quota = random.int(0...60)
      let line = Sample.line(
        "a", quota, weights: Dictionary(uniqueKeysWithValues: zip(1...12, weights)))
      let months = Allocated([line], in: Sample.monthly(pieces: 60)).months()
      for month in 1...12 where all > 0 {
        let distance = abs(
          2 * all * months.prefix(month).reduce(0, +) - 2 * quota * weights.prefix(month).reduce(0, +))
        // The line itself is rounded to a thousandth of a work.
        if 1000 * distance > 1001 * all { failure = "seed \(seed): \(weights) \(quota) \(months)" }
      }
    }
    #expect(failure == nil)
  }

  @Test("with limits and scarce slots no other split strays less from the even line, then less in squares")
  func leastSquares() {
    var failure: String?
    for seed in 1...200 where failure == nil {
      var random = SeededRandom(seed: seed)
      let window = Sample.days(from: (5, 1), through: (8, 31))
      let most = (0..<4).map { _ in random.int(0...4) }
      let least = most.map { random.oneIn(4) ? random.int(0...$0) : 0 }
      let weights = (0..<4).map { _ in random.int(1...3) }
      let quota = random.int(least.reduce(0, +)...max(least.reduce(0, +), min(8, most.reduce(0, +))))
      let line = Sample.line(
        "a", quota, window: window, weights: Dictionary(uniqueKeysWithValues: zip(5...8, weights)),
        months: Dictionary(uniqueKeysWithValues: zip(5...8, zip(least, most).map { $0...$1 })))
      let months = Array(Allocated([line], in: Sample.monthly(5...8, pieces: 9)).months()[4..<8])
      let shares = zip(weights, most).map { $1 > 0 ? $0 : 0 }
      // From the end of each month on which the count can follow to that of the next: days and distances.
      func distance(_ counts: [Int]) -> (Int, Int) {
        let all = max(1, shares.reduce(0, +))
        return (1...4).reduce((0, 0)) { worst, month in
          let ideal = (2000 * quota * shares.prefix(month).reduce(0, +) + all) / (2 * all)
          let off = abs(1000 * counts.prefix(month).reduce(0, +) - ideal)
          return (max(worst.0, off), worst.1 + [30, 31, 31, 123][month - 1] * off * off)
        }
      }
      let best = vectors(quota, zip(least, most).map { $0...$1 }).map(distance).min { $0 < $1 }
      if best.map({ $0 == distance(months) }) != true {
        failure = "seed \(seed): \(months) of \(quota), \(least), \(most)"
      }
    }
    #expect(failure == nil)
  }

  /// Every way to split a number into parts within limits.
  private func vectors(_ sum: Int, _ limits: [ClosedRange<Int>]) -> [[Int]] {
    guard let first = limits.first else { return sum == 0 ? [[]] : [] }
    return first.filter { $0 <= sum }.flatMap { count in
      vectors(sum - count, Array(limits.dropFirst())).map { [count] + $0 }
    }
  }

  @Test("works of a month air on different days, and the steps between them differ by one opening at most")
  func spacing() {
    var failure: String?
    let month = CivilDay.month(5, of: 2018)
    for openings in [Array(month), month.filter { [1, 3, 5].contains($0.weekday) }] {
      for quota in 1...openings.count where failure == nil {
        let line = Sample.line("a", quota, window: month)
        let days = Allocated([line], in: Sample.slots(on: openings, pieces: 3)).days()
        let places = days.compactMap { openings.firstIndex(of: $0) }
        let steps = zip(places, places.dropFirst()).map { $1 - $0 }
        let spread = (steps.max() ?? 0) - (steps.min() ?? 0)
        if Set(days).count != quota || spread > 1 { failure = "\(quota) of \(openings.count): \(days)" }
      }
    }
    #expect(failure == nil)
  }

  @Test("more works than days: each day has its share, at most two more or less")
  func moreThanDays() {
    var failure: String?
    let openings = CivilDay.month(5, of: 2018).filter { $0.weekday == 4 }
    for quota in openings.count...4 * openings.count where failure == nil {
      let line = Sample.line("a", quota, window: CivilDay.month(5, of: 2018))
      let days = Allocated([line], in: Sample.slots(on: openings, pieces: 4)).days()
      let counts = openings.map { day in days.count { $0 == day } }
      if counts.contains(where: { abs(5 * $0 - quota) > 10 }) { failure = "\(quota): \(counts)" }
    }
    #expect(failure == nil)
  }

  @Test("where others take the days in between, two works still share no day that they need not")
  func crowdedMonth() {
    let month = CivilDay.month(5, of: 2018)
    let free = [month.lowerBound, month.upperBound.advanced(by: -1)]
    let others = Sample.blackout(
      month.lowerBound.advanced(by: 1)..<month.upperBound.advanced(by: -1), lines: ["a"])
    let lines = [Sample.line("a", 2, window: month)]
    let slots = Sample.slots(on: month, pieces: 2)
    #expect(Allocated(lines, in: slots, blackouts: [others]).days() == free)
  }

  @Test("days that another line has filled do not make two works share one where the plan says one a day")
  func filledByAnother() {
    let month = CivilDay.month(5, of: 2018)
    let full = month.filter { (10...30).contains($0.components.day) }
    let pins = full.flatMap { day in
      [1, 2].map { Placing.Pin(day: day, grid: nil, place: SourcePlace(file: "p", line: $0)) }
    }
    let lines = [
      Sample.line("b", pins.count, window: month, pins: pins), Sample.line("a", 4, window: month, perDay: 1),
    ]
    let days = Allocated(lines, in: Sample.slots(on: month, pieces: 2)).days("a")
    #expect(Set(days).count == 4)
    #expect(days.last == Sample.day(5, 31))
  }
}
