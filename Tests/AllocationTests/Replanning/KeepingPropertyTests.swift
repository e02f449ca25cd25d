import Allocation
import ScheduleModel
import TestSupport
import Testing

/// What holds for every re-plan without a slack, on hundreds of seeded plans.
struct KeepingPropertyTests {
  /// A random plan whose schedule was published, with some placements that were missed.
  private struct Begun {
    let plan: Plan
    let slots: [Slot]
    let published: [Placement]
    let from: (Int, Int)
    let silent: Set<String>
    var random: SeededRandom

    init(seed: Int, misses: Bool) {
      (plan, slots) = RandomPlan.make(seed: seed, .init(least: seed % 2 == 0))
      random = SeededRandom(seed: seed)
      from = (random.int(3...4), random.int(1...28))
      published = Allocator.allocate(plan: plan, slots: slots).schedule.placements
      var random = random
      silent = misses ? Set(published.filter { _ in random.oneIn(4) }.map(\.uid)) : []
      self.random = random
    }

    func replanned(_ plan: Plan? = nil, _ slots: [Slot]? = nil) -> Replanned {
      Replanned(plan ?? self.plan, slots ?? self.slots, from: from, published: published) {
        silent.contains($0.uid) ? nil : $0.timing.lastStart
      }
    }
  }

  /// The first published placement that moves or is dropped without need; `nil` when there is none.
  ///
  /// - Parameter isForced: Whether a placement can no longer lie where it does.
  private func needless(
    _ replanned: Replanned, where isForced: (Placement) -> Bool = { _ in false }
  ) -> String? {
    let replan = replanned.replan
    let originals = Dictionary(
      replan.schedule.placements.filter(\.isOriginalFirstRun).map { ("\($0.line) \($0.edition)", $0) },
      uniquingKeysWith: { first, _ in first })
    return (replan.moves.map(\.old) + replan.dropped).first { old in
      if isForced(old) || replanned.isOver(old) { return false }
      guard !old.isOriginalFirstRun else { return true }
      // What follows from a work must move when the work comes too late for it, or not at all.
      guard let work = originals["\(old.line) \(old.edition)"] else { return false }
      let lead = old.run == .first ? replanned.plan.line(old.line)?.versions?.leadDays ?? 0 : 0
      let day = replanned.start.aired[work.uid] ?? work.timing.lastStart
      return day.advanced(by: lead) <= old.timing.lastStart
    }?.uid
  }

  @Test("with nothing amended and nothing missed, nothing changes")
  func unchanged() {
    var failure: String?
    for seed in 1...80 where failure == nil {
      let begun = Begun(seed: seed, misses: false)
      let replanned = begun.replanned()
      let old = begun.published.filter { !replanned.isOver($0) }
      let new = Set(replanned.replan.schedule.placements)
      if !old.allSatisfy(new.contains) || new.count > begun.published.count { failure = "seed \(seed)" }
    }
    #expect(failure == nil)
  }

  @Test("whatever was missed and whatever is added, nothing moves that may stay")
  func added() {
    var failure: String?
    var (new, missed) = (0, 0)
    for seed in 1...90 where failure == nil {
      var begun = Begun(seed: seed, misses: true)
      let line = begun.random.pick(begun.plan.lines)
      let plan = begun.plan.withQuota((line.quota?.value ?? 0) + begun.random.int(0...3), of: line.id)
      let replanned = begun.replanned(plan)
      failure = needless(replanned).map { "seed \(seed): \($0)" }
      let old = Set(begun.published.map(\.uid))
      new += replanned.replan.schedule.placements.count { !old.contains($0.uid) }
      missed += replanned.replan.missed.count { $0.new != nil }
    }
    #expect(failure == nil)
    #expect(new > 30 && missed > 50, "\(new) new, \(missed) missed and planned again")
  }

  @Test("when slots are taken away, what lay in them moves alone")
  func slotsGone() {
    var failure: String?
    var moved = 0
    for seed in 1...90 where failure == nil {
      var begun = Begun(seed: seed, misses: seed % 3 == 0)
      var random = begun.random
      let slots = begun.slots.filter { _ in !random.oneIn(6) }
      begun.random = random
      let open = Set(slots.map(\.id))
      let replanned = begun.replanned(nil, slots)
      failure = needless(replanned) { !open.contains($0.slot) }.map { "seed \(seed): \($0)" }
      moved += replanned.replan.moves.count
    }
    #expect(failure == nil)
    #expect(moved > 30, "\(moved)")
  }

  @Test("a lower quota drops works of its line, and nothing moves")
  func lowered() {
    var failure: String?
    var dropped = 0
    for seed in 1...90 where failure == nil {
      var begun = Begun(seed: seed, misses: false)
      let line = begun.random.pick(begun.plan.lines)
      let plan = begun.plan.withQuota(max(0, (line.quota?.value ?? 0) - begun.random.int(1...4)), of: line.id)
      let replanned = begun.replanned(plan)
      failure = needless(replanned) { $0.line == line.id && $0.isOriginalFirstRun }.map {
        "seed \(seed): \($0)"
      }
      if !replanned.replan.moves.isEmpty { failure = "seed \(seed): \(replanned.moves)" }
      dropped += replanned.replan.dropped.count
    }
    #expect(failure == nil)
    #expect(dropped > 30, "\(dropped)")
  }

  // MARK: - Evenness

  @Test("on tiny plans no way to place the added works is more even, the others being where they were")
  func mostEven() {
    var failure: String?
    var (added, short) = (0, 0)
    for seed in 1...200 where failure == nil {
      let tiny = TinyAddition(seed: seed)
      let replanned = Replanned(tiny.plan, tiny.slots, from: (3, 1), published: tiny.published)
      let worth = tiny.worth(of: replanned.replan.schedule.placements)
      if let best = tiny.best, best.lexicographicallyPrecedes(worth) || best != worth {
        failure = "seed \(seed): \(worth), best \(best)"
      }
      added += replanned.replan.schedule.placements.count - tiny.published.count
      short += replanned.replan.schedule.unplaced.reduce(0) { $0 + $1.count }
    }
    #expect(failure == nil)
    #expect(added > 150 && short > 10, "\(added) added, \(short) without a slot")
  }
}

/// Two lines on a handful of slots in March and April, published with lower quotas than they have now.
private struct TinyAddition {
  let plan: Plan
  let slots: [Slot]
  let published: [Placement]
  private let quotas: [Int]
  private static let days = Sample.days(from: (3, 1), through: (4, 30))

  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    var days = [Sample.day(3, random.int(1...28)), Sample.day(4, random.int(1...28))]
    for _ in 0..<random.int(2...4) { days.append(Sample.day(random.int(3...4), random.int(1...28))) }
    var slots: [Slot] = []
    for day in Set(days).sorted() {
      slots += Sample.slots(on: [day], pieces: random.oneIn(3) ? 2 : 1)
    }
    self.slots = slots
    let old = [random.int(0...2), random.int(0...2)]
    quotas = old.map { min(slots.count, $0 + random.int(0...2)) }
    func plan(_ quotas: [Int]) -> Plan {
      Sample.plan([Sample.line("a", quotas[0]), Sample.line("b", quotas[1])], days: Self.days)
    }
    self.plan = plan(quotas)
    published = Allocator.allocate(plan: plan(old), slots: slots).schedule.placements
  }

  /// Works without a slot, the largest distance from an even line in thousandths, the squares.
  func worth(of placements: [Placement]) -> [Int128] {
    worth(["a", "b"].map { id in placements.filter { $0.line == id }.map(\.timing.day) })
  }

  private func worth(_ days: [[CivilDay]]) -> [Int128] {
    var largest: Int128 = 0
    var squares: Int128 = 0
    for (quota, days) in zip(quotas, days) {
      // Both months weigh the same; each day has its part of its month.
      let weights = Self.days.map { $0.month == 3 ? 30 : 31 }
      let all = weights.reduce(0, +)
      var sum = 0
      for (day, weight) in zip(Self.days, weights) {
        sum += weight
        let ideal = (2 * 1000 * quota * sum + all) / (2 * all)
        let distance = Int128(abs(1000 * days.count { $0 <= day } - ideal))
        largest = max(largest, distance)
        squares += distance * distance
      }
    }
    return [Int128(quotas.reduce(0, +) - days.reduce(0) { $0 + $1.count }), largest, squares]
  }

  /// The best worth of all ways to add works to what is published.
  var best: [Int128]? {
    var best: [Int128]?
    var days = ["a", "b"].map { id in published.filter { $0.line == id }.map(\.timing.day) }
    var room = slots.map { slot in slot.pieces - published.count { $0.slot == slot.id } }
    func fill(_ line: Int, from slot: Int) {
      guard line < 2 else {
        let worth = worth(days)
        if best.map({ worth.lexicographicallyPrecedes($0) }) ?? true { best = worth }
        return
      }
      fill(line + 1, from: 0)
      guard days[line].count < quotas[line] else { return }
      for next in slot..<slots.count where room[next] > 0 {
        room[next] -= 1
        days[line].append(slots[next].timing.day)
        fill(line, from: next)
        days[line].removeLast()
        room[next] += 1
      }
    }
    fill(0, from: 0)
    return best
  }
}

extension Plan {
  /// The same with another quota of one line.
  func withQuota(_ quota: Int, of id: String) -> Plan {
    let lines = lines.map { line in
      guard line.id == id, let old = line.quota else { return line }
      return PlanLine(
        id: line.id, title: line.title, form: line.form, outlets: line.outlets,
        quota: Quantity(quota, .exact, old.unit), basis: line.basis, placing: line.placing,
        versions: line.versions, responsibility: line.responsibility, topics: line.topics, tone: line.tone,
        overlap: line.overlap, note: line.note, place: line.place, repeats: line.repeats)
    }
    return Sample.plan(
      lines, year: year, days: days, outlets: outlets, blackouts: blackouts, translators: translators)
  }
}

extension Replanned {
  /// Whether a work without a fixed day has no day left in its month on which its line may have it.
  fileprivate func isOver(_ placement: Placement) -> Bool {
    guard case .inMonth(let days) = placement.timing, let line = plan.line(placement.line),
      placement.language == .vietnamese
    else { return false }
    return !days.contains { day in
      day >= start.from && line.placing.map { $0.window.contains(day) && $0.mayAir(onWeekdayOf: day) } == true
        && !plan.blackouts.contains { $0.keeps(line: line.id, off: placement.outlet, on: day) }
    }
  }
}
