import Allocation
import ScheduleModel
import Testing

/// What holds for every plan, on hundreds of seeded ones.
struct PropertyTests {
  @Test("every schedule keeps all rules and places as many originals as can be")
  func mostOriginals() {
    var failure: String?
    var (full, short) = (0, 0)
    for seed in 1...300 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(derived: false))
      let allocated = Allocated(plan, slots)
      let placed = allocated.schedule.placements.count(where: \.isOriginalFirstRun)
      let most = MostWorks.originals(plan, slots)
      if placed != most { failure = "seed \(seed): \(placed) placed of \(most) possible" }
      if allocated.schedule.unplaced.isEmpty { full += 1 } else { short += 1 }
    }
    #expect(failure == nil)
    #expect(full > 40 && short > 40, "both plans that fit and plans that do not")
  }

  @Test("the least of a month that has the slots is met, whatever other lines lose")
  func leastIsMet() {
    var failure: String?
    var met = 0
    for seed in 1...200 where failure == nil {
      let (plan, slots) = RandomPlan.make(
        seed: seed, .init(least: true, rules: false, derived: false, apart: true))
      let allocated = Allocated(plan, slots)
      for line in plan.lines {
        guard let placing = line.placing, let quota = line.quota?.value else { continue }
        var left = quota
        for (month, range) in placing.months.enumerated() {
          let room = slots.filter {
            MostWorks.isOpen($0, to: line, placing, plan) && $0.timing.day.month == month + 1
          }.reduce(0) { $0 + $1.pieces }
          let least = min(range.lowerBound, room, left)
          left -= least
          if allocated.months(line.id)[month] < least { failure = "seed \(seed): \(line.id), \(month + 1)" }
          met += least
        }
      }
    }
    #expect(failure == nil)
    #expect(met > 200)
  }

  @Test("of what follows from the originals as much is placed as can be, where the proof says so")
  func mostDerived() {
    var failure: String?
    var (seen, proven) = (0, 0)
    for seed in 1001...1200 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init())
      let schedule = Allocated(plan, slots).schedule
      let originals = schedule.placements.filter(\.isOriginalFirstRun)
      let taken = Dictionary(grouping: originals, by: \.slot).mapValues(\.count)
      let room = slots.map { $0.pieces - (taken[$0.id] ?? 0) }
      let crossPosts = originals.flatMap { choices(.crossPost, $0, plan, slots) }
      let versions = originals.flatMap { choices(.first, $0, plan, slots) }
      let placed = schedule.placements.filter { !$0.isOriginalFirstRun }
      let most = MostWorks.matching(crossPosts + versions, room: room)
      let isMost = schedule.proof.levels.first?.isOptimal ?? false
      if placed.count > most || (isMost && placed.count < most) {
        failure = "seed \(seed): \(placed.count) placed of \(most) possible"
      }
      proven += isMost ? 1 : 0
      seen += placed.count
    }
    #expect(failure == nil)
    #expect(seen > 200, "versions and cross posts do occur")
    #expect(proven > 150)
  }

  /// For each work that follows from an original in one way, the slots that it may take.
  private func choices(_ run: Placement.Run, _ original: Placement, _ plan: Plan, _ slots: [Slot]) -> [[Int]]
  {
    guard let line = plan.line(original.line), let placing = line.placing else { return [] }
    var first = original.timing.day
    func usable(_ outlets: [String], _ language: LanguageTag, _ grid: [String], _ window: Range<CivilDay>)
      -> [Int]
    {
      slots.indices.filter { index in
        let slot = slots[index]
        return outlets.contains(slot.outlet) && slot.carries(language)
          && (grid.isEmpty || grid.contains(slot.grid)) && (slot.days.last.map { $0 >= first } ?? false)
          && slot.days.contains { day in
            window.contains(day)
              && !plan.blackouts.contains { $0.keeps(line: line.id, off: slot.outlet, on: day) }
          }
      }
    }
    if case .inMonth(let days) = original.timing { first = days.upperBound.advanced(by: -1) }
    if run == .crossPost {
      guard case .each(let ids) = line.outlets else { return [] }
      return ids.dropFirst().map { usable([$0], .vietnamese, [], placing.window) }
    }
    guard let versions = line.versions else { return [] }
    first = first.advanced(by: versions.leadDays)
    return versions.into.map { usable(line.outlets.ids, $0, versions.grid, plan.days) }
  }

  @Test(
    "of all schedules of tiny plans none keeps more pins or places more"
  )
  func bestOfAll() {
    var failure: String?
    var met = 0
    for seed in 1...200 where failure == nil {
      let tiny = TinyPlan(seed: seed)
      let allocated = Allocated(tiny.plan, tiny.slots)
      let worth = tiny.worth(tiny.counts(allocated.schedule))
      if worth != tiny.best {
        failure = "seed \(seed): \(String(describing: worth)), best \(tiny.best)"
      }
      if allocated.findings.isEmpty { met += 1 }
    }
    #expect(failure == nil)
    #expect((20...180).contains(met), "both plans that can be kept and plans that cannot")
  }

  @Test("the same plan gives the same schedule and findings")
  func deterministic() {
    var failure: String?
    for seed in 1...60 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: true))
      let first = Allocator.allocate(plan: plan, slots: slots)
      let second = Allocator.allocate(plan: plan, slots: slots)
      if first.schedule != second.schedule || first.findings != second.findings { failure = "seed \(seed)" }
    }
    #expect(failure == nil)
  }

  @Test("lines that share no slot get the same places whatever their order in the plan")
  func independentLines() {
    var failure: String?
    for seed in 1...100 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: true, apart: true))
      let turned = Sample.plan([2, 0, 1].map { plan.lines[$0] }, blackouts: plan.blackouts)
      let one = Allocated(plan, slots).schedule
      let other = Allocated(turned, slots).schedule
      if one.placements != other.placements { failure = "seed \(seed)" }
    }
    #expect(failure == nil)
  }

  @Test("lines that share slots get as many together whatever their order in the plan")
  func anyOrder() {
    var failure: String?
    for seed in 1...100 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: true, rules: false, derived: false))
      let turned = Sample.plan(plan.lines.reversed(), blackouts: plan.blackouts)
      let one = Allocated(plan, slots).schedule.proof
      let other = Allocated(turned, slots).schedule.proof
      if one != other { failure = "seed \(seed): \(one) \(other)" }
    }
    #expect(failure == nil)
  }
}
