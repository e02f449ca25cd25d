import Allocation
import ScheduleModel
import TestSupport
import Testing

/// The check against what allocates, and against a naive recount.
struct ScheduleCheckPropertyTests {
  /// What a schedule may lack because no slot was left for it; all else is a rule that is broken.
  private static let lacks: Set<RuleViolation.Rule> = [.worksMissing, .monthLeast, .pinNotKept]

  @Test("what the allocator gives breaks no rule")
  func allocated() {
    var failure: String?
    for seed in 1...200 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: seed % 2 == 0))
      let (schedule, findings) = Allocator.allocate(plan: plan, slots: slots)
      let broken = ScheduleCheck.violations(plan: plan, slots: slots, placements: schedule.placements)
      let found = broken.first { !Self.lacks.contains($0.rule) } ?? (findings.isEmpty ? broken.first : nil)
      failure = found.map { "seed \(seed): \($0.rule) \($0.message.en)" }
    }
    #expect(failure == nil)
  }

  @Test("what a re-plan gives breaks no rule, with a slack or without")
  func replanned() {
    var failure: String?
    for seed in 1...60 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: seed % 2 == 0))
      var random = SeededRandom(seed: seed)
      let from = (random.int(3...4), random.int(1...28))
      let published = Allocator.allocate(plan: plan, slots: slots).schedule.placements
      let silent = Set(published.filter { _ in random.oneIn(5) }.map(\.uid))
      for slack in [nil, 250] {
        let replanned = Replanned(plan, slots, from: from, published: published, slack: slack) {
          silent.contains($0.uid) ? nil : $0.timing.lastStart
        }
        let start = replanned.start
        let found = ScheduleCheck.violations(
          plan: plan, slots: slots, placements: replanned.replan.schedule.placements, from: start.from,
          aired: start.aired
        ).first { !Self.lacks.contains($0.rule) }
        failure = found.map { "seed \(seed), \(slack ?? -1): \($0.rule) \($0.message.en)" } ?? failure
      }
    }
    #expect(failure == nil)
  }

  @Test("a placement in any slot breaks what a recount from the plan says")
  func recounted() {
    var failure: String?
    var seen: [RuleViolation.Rule: Int] = [:]
    for seed in 1...150 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: false))
      var random = SeededRandom(seed: seed + 1000)
      var placements = Allocator.allocate(plan: plan, slots: slots).schedule.placements
      let languages = Set(slots.flatMap(\.languages))
      guard !placements.isEmpty, !languages.isEmpty else { continue }
      for _ in 0..<10 {
        let index = random.int(0...placements.count - 1)
        let old = placements[index]
        placements[index] = old.moved(to: random.pick(slots))
        let found = ScheduleCheck.violations(plan: plan, slots: slots, placements: placements)
        for rule in NaiveCount.rules {
          let own = Set(found.filter { $0.rule == rule }.map(NaiveCount.key))
          let naive = NaiveCount(plan, slots, placements).broken(rule)
          if own != naive { failure = "seed \(seed), \(rule): \(own.symmetricDifference(naive).sorted())" }
          seen[rule, default: 0] += own.count
        }
        placements[index] = old
      }
    }
    #expect(failure == nil)
    #expect(NaiveCount.rules.allSatisfy { seen[$0, default: 0] > 10 }, "\(seen)")
  }

  @Test(
    "after any moves the rules that a state knows as broken are those of the whole schedule, and so are effects"
  )
  func movedState_isThatOfTheWhole() {
    var failure: String?
    var (moves, changes) = (0, 0)
    for seed in 1...60 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: seed.isMultiple(of: 2)))
      var random = SeededRandom(seed: seed)
      var placements = Allocator.allocate(plan: plan, slots: slots).schedule.placements
      guard !placements.isEmpty else { continue }
      var state = ScheduleRules(plan: plan, slots: slots).check(placements)
      for _ in 1...8 where failure == nil {
        let (old, slot) = (random.pick(placements), random.pick(slots))
        let new = plan.moved(old, to: slot)
        let effect = state.effects(of: old, in: [slot]).first
        let before = ScheduleCheck.violations(plan: plan, slots: slots, placements: placements)
        placements = placements.map { $0.uid == old.uid ? new : $0 }
        let after = ScheduleCheck.violations(plan: plan, slots: slots, placements: placements)
        state.move(old, to: new)
        if state.violations != after { failure = "seed \(seed): \(old.uid) to \(slot.id): state" }
        // What an earlier move made a work that the plan does not ask for has no effects.
        if failure == nil, let effect, Set(effect.broken) != Set(after).subtracting(before) {
          failure = "seed \(seed): \(old.uid) to \(slot.id): effect"
        }
        moves += 1
        changes += before == after ? 0 : 1
      }
    }
    #expect(failure == nil)
    #expect(moves > 300 && changes > 150, "\(moves) moves, \(changes) of them change something")
  }

  @Test(
    "what is taken out leaves with what follows it, the rules known as broken are those of the whole schedule, and it can be placed again"
  )
  func takenOut() {
    var failure: String?
    var (single, together) = (0, 0)
    for seed in 1...60 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: seed.isMultiple(of: 2)))
      var random = SeededRandom(seed: seed)
      var placements = Allocator.allocate(plan: plan, slots: slots).schedule.placements
      var state = ScheduleRules(plan: plan, slots: slots).check(placements)
      for _ in 1...4 where failure == nil && !placements.isEmpty {
        let old = random.pick(placements)
        let along = state.takenAlong(with: old)
        for one in along { state.takeOut(one) }
        let gone = Set(along.map(\.uid))
        placements.removeAll { gone.contains($0.uid) }
        let broken = ScheduleCheck.violations(plan: plan, slots: slots, placements: placements)
        if state.violations != broken { failure = "seed \(seed): \(old.uid): state" }
        if broken.contains(where: { $0.rule == .originalMissing }) {
          failure = "seed \(seed): \(old.uid): left"
        }
        let isListed = state.unplaced.contains {
          $0.line == old.line && $0.edition == old.edition && $0.run == old.run && $0.number == old.number
        }
        if !isListed { failure = "seed \(seed): \(old.uid): not listed" }
        if along.count == 1 { single += 1 } else { together += 1 }
      }
    }
    #expect(failure == nil)
    #expect(single > 30 && together > 30, "\(single) alone, \(together) with others")
  }

  @Test("into the slots that are offered a placement can go without breaking a rule")
  func openSlots() {
    var failure: String?
    var offered = 0
    for seed in 1...25 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: false))
      var random = SeededRandom(seed: seed)
      let placements = Allocator.allocate(plan: plan, slots: slots).schedule.placements
      guard !placements.isEmpty else { continue }
      let placement = random.pick(placements)
      let before = Set(ScheduleCheck.violations(plan: plan, slots: slots, placements: placements))
      let open = Set(
        ScheduleCheck.openSlots(
          for: placement.uid, plan: plan, slots: slots, placements: placements, limit: 100))
      for slot in slots where slot.id != placement.slot {
        let moved = placements.map { $0.uid == placement.uid ? $0.moved(to: slot) : $0 }
        let after = ScheduleCheck.violations(plan: plan, slots: slots, placements: moved)
        let isLegal = before.isSuperset(of: after)
        if isLegal != open.contains(slot) { failure = "seed \(seed): \(placement.uid) in \(slot.id)" }
      }
      offered += open.count
    }
    #expect(failure == nil)
    #expect(offered > 50, "\(offered)")
  }
}

/// A few rules counted anew, as plainly as can be.
private struct NaiveCount {
  static let rules: [RuleViolation.Rule] = [
    .slotCapacity, .blackout, .perDay, .outsideWindow, .languageNotCarried, .tooEarly,
  ]
  let plan: Plan
  let slots: [String: Slot]
  let placements: [Placement]

  init(_ plan: Plan, _ slots: [Slot], _ placements: [Placement]) {
    self.plan = plan
    self.slots = Dictionary(uniqueKeysWithValues: slots.map { ($0.id, $0) })
    self.placements = placements
  }

  static func key(_ violation: RuleViolation) -> String {
    (violation.uids + [violation.limit.map { "\($0)" } ?? "", violation.found.map { "\($0)" } ?? ""])
      .joined(separator: " ")
  }

  private static func key(_ placements: [Placement], _ limit: Int? = nil, _ found: Int? = nil) -> String {
    (placements.map(\.uid).sorted() + [limit.map { "\($0)" } ?? "", found.map { "\($0)" } ?? ""])
      .joined(separator: " ")
  }

  func broken(_ rule: RuleViolation.Rule) -> Set<String> {
    switch rule {
    case .slotCapacity:
      Set(
        Dictionary(grouping: placements, by: \.slot).compactMap { id, there in
          there.count > slots[id]?.pieces ?? 0 ? Self.key(there, slots[id]?.pieces ?? 0, there.count) : nil
        })
    case .perDay:
      Set(
        Dictionary(grouping: placements.filter(\.isOriginalFirstRun)) { "\($0.line) \($0.timing.days)" }
          .values
          .compactMap { there in
            guard let most = plan.line(there[0].line)?.placing?.perDay else { return nil }
            let all = most * there[0].timing.days.count
            return there.count > all ? Self.key(there, all, there.count) : nil
          })
    case .languageNotCarried: Set(placements.filter { fits($0) && !carries($0) }.map { Self.key([$0]) })
    case .outsideWindow:
      Set(
        placements.filter { fits($0) && carries($0) && hasWindow($0) && days($0).isEmpty }
          .map { Self.key([$0]) })
    case .blackout:
      Set(
        placements.filter { fits($0) && carries($0) && !days($0).isEmpty && openDays($0).isEmpty }
          .map { Self.key([$0]) })
    case .tooEarly:
      Set(
        placements.compactMap { version in
          guard version.run == .first, version.language != .vietnamese,
            let original = placements.first(where: {
              $0.line == version.line && $0.edition == version.edition && $0.isOriginalFirstRun
            }), let lead = plan.line(version.line)?.versions?.leadDays
          else { return nil }
          let wait = original.timing.lastStart.distance(to: version.timing.lastStart)
          return wait >= 0 && wait < lead ? Self.key([version, original], lead, wait) : nil
        })
    default: []
    }
  }

  /// Whether the slot is of an outlet and a grid line that its line uses for this.
  private func fits(_ placement: Placement) -> Bool {
    guard let slot = slots[placement.slot], let line = plan.line(placement.line), let placing = line.placing
    else { return false }
    switch placement.run {
    case .first where placement.language == .vietnamese:
      let outlets = if case .each(let ids) = line.outlets { Array(ids.prefix(1)) } else { line.outlets.ids }
      return outlets.contains(slot.outlet) && (placing.grid.isEmpty || placing.grid.contains(slot.grid))
    case .first:
      let grid = line.versions?.grid ?? []
      return line.outlets.ids.contains(slot.outlet) && (grid.isEmpty || grid.contains(slot.grid))
    default:
      // A further appearance has the outlet in its UID; grid lines of the first outlet do not bind it.
      return placement.uid.contains(".\(slot.outlet)@")
    }
  }

  private func carries(_ placement: Placement) -> Bool {
    slots[placement.slot]?.carries(placement.language) ?? false
  }

  private func hasWindow(_ placement: Placement) -> Bool { placement.language == .vietnamese }

  private func days(_ placement: Placement) -> [CivilDay] {
    guard hasWindow(placement), let window = plan.line(placement.line)?.placing?.window else {
      return Array(placement.timing.days)
    }
    return placement.timing.days.filter(window.contains)
  }

  private func openDays(_ placement: Placement) -> [CivilDay] {
    days(placement).filter { day in
      !plan.blackouts.contains { $0.keeps(line: placement.line, off: placement.outlet, on: day) }
    }
  }
}
