import Allocation
import Calendars
import Counting
import ScheduleModel

extension StationYear {
  /// The schedule of a plan that keeps the least numbers of quarters and half years as far as they can be kept: where the
  /// best one does not, it is looked for once more with a least in single months.
  ///
  /// - Returns: The schedule, what is to be told of it, and which of these least numbers it does not keep.
  func allocatedKeepingFloors(_ plan: Plan, _ slots: [Slot]) -> (schedule: Schedule, findings: [Finding]) {
    let best = Self.keepingFloors(of: plan, slots, from: nil) { plan, _ in
      let (schedule, findings) = Allocator.allocate(
        plan: plan, slots: slots, options: SearchOptions(threads: terms.threads)
      ) {
        GridExpansion.slots(of: $0).slots
      }
      return Planned(schedule: schedule, replan: nil, findings: findings)
    }
    return (best.schedule, best.findings)
  }

  /// The rest of a year planned anew (``Replanner``), which keeps the least numbers of quarters and half years in what is
  /// still open, as far as no work loses its place for them.
  ///
  /// - Returns: The re-plan and its findings; which of the least numbers it does not keep is told of windows that are not
  ///   over by its first day.
  static func replannedKeepingFloors(
    _ plan: Plan, _ slots: [Slot], _ start: YearSoFar, slack: Int?, fixed: Set<String>,
    progress: (Int) -> Void
  ) -> (replan: Replan, findings: [Finding]) {
    let best = keepingFloors(of: plan, slots, from: start.from) { plan, isFirst in
      let (replan, findings) = Replanner.replan(
        plan: plan, slots: slots, start, slack: slack, fixed: fixed,
        progress: { if isFirst { progress($0) } })
      return Planned(schedule: replan.schedule, replan: replan, findings: findings)
    }
    guard let replan = best.replan else { preconditionFailure("every attempt is a re-plan") }
    return (replan, best.findings)
  }

  /// What was planned in one attempt.
  private struct Planned {
    let schedule: Schedule
    /// `nil` for a first plan.
    let replan: Replan?
    var findings: [Finding]
  }

  /// Plans once more with a least in single months, as long as that leaves fewer works lacking and none without a slot.
  ///
  /// - Parameters:
  ///   - from: The first day that is still open; windows that are over by then are left as they are. `nil` for all days.
  ///   - attempt: Plans a plan; is told whether it is the first time.
  private static func keepingFloors(
    of plan: Plan, _ slots: [Slot], from: CivilDay?, _ attempt: (Plan, _ isFirst: Bool) -> Planned
  ) -> Planned {
    func windows(_ planned: Planned) -> [FloorWindow] {
      ScheduledFloors.windows(plan: plan, placements: planned.schedule.placements).filter {
        $0.days.upperBound > from ?? $0.days.lowerBound
      }
    }
    func lacking(_ planned: Planned) -> Int { windows(planned).reduce(0) { $0 + $1.lacking } }
    func errors(_ planned: Planned) -> Int { planned.findings.count { $0.severity == .error } }
    var best = attempt(plan, true)
    var (open, current) = (lacking(best), best)
    for _ in 0..<3 where open > 0 {
      guard
        let raised = FloorKeeping.plan(plan, keeping: windows(current), in: current.schedule, from: from)
      else { break }
      current = attempt(raised, false)
      let left = lacking(current)
      // A work that finds no slot is worse than a quarter with too few.
      guard current.schedule.placements.count >= best.schedule.placements.count, left < open,
        errors(current) <= errors(best)
      else { break }
      (best, open) = (current, left)
    }
    best.findings += ScheduledFloors.findings(
      plan: plan, placements: best.schedule.placements, slots: slots, from: from)
    return best
  }
}
