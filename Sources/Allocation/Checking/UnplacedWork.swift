public import ScheduleModel

/// A work, version, repeat or further appearance that the plan asks for and a schedule does not have.
public struct UnplacedWork: Hashable, Sendable {
  /// The line.
  public let line: String
  /// The number of the work within its line.
  public let edition: Int
  /// The language; of works that may be in one of several, the main one.
  public let language: LanguageTag
  /// First run, or what else.
  public let run: Placement.Run
  /// Which repeat, which part; 1 for others.
  public let number: Int
  /// The outlets on which the plan lets it be.
  public let outlets: [String]
  /// The UID that it has once it is placed.
  public let uid: String
  /// The number of its series.
  let series: Int

  /// The work in a slot.
  public func placement(in slot: Slot, of plan: Plan) -> Placement {
    let series = Placement.Series(
      line: line, language: language, outlet: slot.outlet, run: run, number: number)
    return plan.moved(
      Placement(plan: plan.id, series: series, edition: edition, slot: slot.id, timing: slot.timing), to: slot
    )
  }

  /// What there is for a work that is not placed.
  public struct Outlook: Hashable, Sendable {
    /// The best slot in which it would break no rule; `nil` when there is none.
    public let open: Slot?
    /// How many slots the plan opens for it from now on, as far as they were looked at.
    public let candidates: Int
    /// The rules that it would break in these, each with the number of slots, the most frequent first; empty with an open slot.
    public let obstacles: [Obstacle]
  }

  /// A rule that a work would break.
  public struct Obstacle: Hashable, Sendable {
    /// The rule.
    public let rule: RuleViolation.Rule
    /// In how many slots.
    public let slots: Int
  }
}

extension ScheduleState {
  /// What the plan asks for and the schedule does not have, in the plan's order: originals, then what follows from works that
  /// are there.
  public var unplaced: [UnplacedWork] { surroundings.checked.unplaced }

  /// What a work that is not placed would do in each of some slots.
  public func effects(of work: UnplacedWork, in targets: [Slot]) -> [MoveEffect] {
    MoveTargets(placing: work, surroundings).effects(in: targets)
  }

  /// The slots into which a work that is not placed could go without breaking a rule, the most even first.
  public func openSlots(for work: UnplacedWork, limit: Int = 10) -> [Slot] {
    MoveTargets(placing: work, surroundings).open(limit: limit)
  }

  /// Why a work is not placed.
  public func outlook(of work: UnplacedWork) -> UnplacedWork.Outlook {
    MoveTargets(placing: work, surroundings).outlook
  }
}

extension CheckedSchedule {
  /// The works that are asked for and not there, as ``counts`` counts them.
  var unplaced: [UnplacedWork] {
    series.indices.flatMap { number -> [UnplacedWork] in
      let one = series[number]
      let found = Set(one.placements.map(\.edition))
      guard let followUp = one.followUp, let source = one.source else {
        let asked = max(0, (one.line.works ?? 0) - plan.worksInside(one.line))
        let editions = (1...).lazy.filter { !found.contains($0) }.prefix(max(0, asked - found.count))
        return editions.map { unplaced($0, one.line.languages.main, number) }
      }
      let works = Set(series[source].placements.map(\.edition))
      let all = works.union(found)
      let asked = min(followUp.works ?? all.count, all.count)
      let editions = works.subtracting(found).sorted().prefix(max(0, asked - found.count))
      return editions.flatMap { edition in followUp.languages.map { unplaced(edition, $0, number) } }
    }
  }

  private func unplaced(_ edition: Int, _ language: LanguageTag, _ number: Int) -> UnplacedWork {
    let one = series[number]
    let (run, count) = (one.followUp?.run ?? .first, one.followUp?.number ?? 1)
    let named = Placement.Series(
      line: one.line.id, language: language, outlet: one.place.outlets.first ?? "", run: run, number: count)
    let uid = Placement(
      plan: plan.id, series: named, edition: edition, slot: "", timing: .allDay(plan.days.lowerBound)
    ).uid
    return UnplacedWork(
      line: one.line.id, edition: edition, language: language, run: run, number: count,
      outlets: one.place.outlets, uid: uid, series: number)
  }
}
