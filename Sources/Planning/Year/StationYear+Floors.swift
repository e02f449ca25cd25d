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
    func allocate(_ plan: Plan) -> (schedule: Schedule, findings: [Finding]) {
      Allocator.allocate(plan: plan, slots: slots, options: SearchOptions(threads: terms.threads)) {
        GridExpansion.slots(of: $0).slots
      }
    }
    func lacking(_ schedule: Schedule) -> Int {
      ScheduledFloors.windows(plan: plan, placements: schedule.placements).reduce(0) { $0 + $1.lacking }
    }
    var best = allocate(plan)
    var open = lacking(best.schedule)
    var attempts = 3
    var current = best.schedule
    while open > 0, attempts > 0 {
      attempts -= 1
      let windows = ScheduledFloors.windows(plan: plan, placements: current.placements)
      guard let raised = FloorKeeping.plan(plan, keeping: windows, in: current) else { break }
      let next = allocate(raised)
      current = next.schedule
      let left = lacking(next.schedule)
      // A work that finds no slot is worse than a quarter with too few.
      guard next.schedule.placements.count >= best.schedule.placements.count, left < open,
        next.findings.count(where: { $0.severity == .error })
          <= best.findings.count(where: { $0.severity == .error })
      else { break }
      (best, open) = (next, left)
    }
    return (
      best.schedule,
      best.findings
        + ScheduledFloors.findings(
          plan: plan, placements: best.schedule.placements, slots: slots)
    )
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
    func replan(_ plan: Plan, progress: (Int) -> Void) -> (replan: Replan, findings: [Finding]) {
      Replanner.replan(plan: plan, slots: slots, start, slack: slack, fixed: fixed, progress: progress)
    }
    func windows(_ schedule: Schedule) -> [FloorWindow] {
      ScheduledFloors.windows(plan: plan, placements: schedule.placements)
        .filter { $0.days.upperBound > start.from }
    }
    func lacking(_ replan: Replan) -> Int { windows(replan.schedule).reduce(0) { $0 + $1.lacking } }
    var best = replan(plan, progress: progress)
    var open = lacking(best.replan)
    var attempts = 3
    var current = best.replan
    while open > 0, attempts > 0 {
      attempts -= 1
      guard
        let raised = FloorKeeping.plan(
          plan, keeping: windows(current.schedule), in: current.schedule, from: start.from)
      else { break }
      let next = replan(raised, progress: { _ in })
      current = next.replan
      let left = lacking(next.replan)
      guard next.replan.schedule.placements.count >= best.replan.schedule.placements.count, left < open,
        next.findings.count(where: { $0.severity == .error })
          <= best.findings.count(where: { $0.severity == .error })
      else { break }
      (best, open) = (next, left)
    }
    let untold = ScheduledFloors.findings(
      plan: plan, placements: best.replan.schedule.placements, slots: slots, from: start.from)
    return (best.replan, best.findings + untold)
  }
}
