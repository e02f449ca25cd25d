import ScheduleModel
import TestSupport

/// Plans so small that every schedule of them can be looked at: up to three lines on four slots.
struct TinyPlan {
  let plan: Plan
  let slots: [Slot]
  /// For each line, the slots that it may use.
  private let isOpen: [[Bool]]

  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    let days = (0..<4).map { number in
      Sample.day(number == 3 ? random.int(3...4) : number + 3, random.int(1...28))
    }
    var slots: [Slot] = []
    for (number, day) in days.enumerated() {
      slots += Sample.slots(
        on: [day], ["g", "h", "g", "k"][number], at: 6 + number, pieces: random.oneIn(4) ? 2 : 1)
    }
    let lines = (0..<random.int(1...3)).map { number in
      var months: [Int: ClosedRange<Int>] = [:]
      for month in 3...5 where random.oneIn(3) { months[month] = 0...random.int(1...3) }
      let pin = random.pick(days).components
      return Sample.line(
        "l\(number)", random.int(0...4), grid: random.oneIn(4) ? ["g"] : [],
        weights: [3: random.int(0...2), 4: 1, 5: random.int(1...2)], months: months,
        perDay: random.oneIn(3) ? 1 : nil,
        pins: random.oneIn(3) ? [Sample.pin(pin.month, pin.day, at: number + 2)] : [])
    }
    let version = Sample.slots(on: [Sample.day(5, 20)], "t", languages: ["hmn"])
    plan = Sample.plan(lines)
    let sorted = (slots + version).sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
    self.slots = sorted
    let plan = plan
    isOpen = lines.map { line in
      sorted.map { slot in line.placing.map { MostWorks.isOpen(slot, to: line, $0, plan) } ?? false }
    }
  }

  /// What a schedule is worth: pins line by line, then works. More is better.
  func worth(_ counts: [[Int]]) -> [Int]? {
    var kept: [Int] = []
    var total = 0
    for (index, line) in plan.lines.enumerated() {
      guard let placing = line.placing, let quota = line.quota?.value else { return nil }
      let works = counts[index].enumerated().flatMap { slot, count in Array(repeating: slot, count: count) }
      let days = works.map { slots[$0].timing.day }
      guard works.count <= quota, works.allSatisfy({ isOpen[index][$0] }),
        days.allSatisfy({ day in days.count { $0 == day } <= placing.perDay ?? .max })
      else { return nil }
      let pinned = placing.pins.prefix(quota).count { days.contains($0.day) }
      kept.append(pinned)
      total += works.count
      for month in 3...5 {
        let count = days.count { $0.month == month }
        let limits = placing.months[month - 1]
        let pinnedHere = placing.pins.first?.day.month == month ? pinned : 0
        let most = placing.weights[month - 1] > 0 ? limits.upperBound : max(limits.lowerBound, pinnedHere)
        guard count <= min(most, limits.upperBound) else { return nil }
      }
    }
    return kept + [total]
  }

  /// The best worth of all ways to fill the slots.
  var best: [Int] {
    var best: [Int] = []
    var counts = plan.lines.map { _ in slots.map { _ in 0 } }
    func fill(_ slot: Int, from line: Int, room: Int) {
      guard slot < slots.count else {
        if let worth = worth(counts), best.lexicographicallyPrecedes(worth) { best = worth }
        return
      }
      guard line < counts.count else {
        return fill(slot + 1, from: 0, room: slot + 1 < slots.count ? slots[slot + 1].pieces : 0)
      }
      for count in 0...(isOpen[line][slot] ? room : 0) {
        counts[line][slot] = count
        fill(slot, from: line + 1, room: room - count)
      }
      counts[line][slot] = 0
    }
    fill(0, from: 0, room: slots[0].pieces)
    return best
  }

  /// The originals of each line in each slot.
  func counts(_ schedule: Schedule) -> [[Int]] {
    plan.lines.map { line in
      slots.map { slot in
        schedule.placements.count {
          $0.line == line.id && $0.slot == slot.id && $0.isOriginalFirstRun
        }
      }
    }
  }
}
