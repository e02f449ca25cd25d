import Allocation
import Planning
import ScheduleModel
import StationDesk
import StationStore

extension Visit {
  /// Takes a broadcast out of the draft, when it is still as it was seen, with what follows it.
  ///
  /// - Parameters:
  ///   - seen: The version of the broadcast that was on the screen.
  ///   - why: Why, for the trail.
  /// - Returns: What came of it, and the draft on which it was worked out.
  func takeOut(_ uid: String, seen: String, why: String?) async throws -> (
    result: DeskMoved, before: DeskReading
  ) {
    guard let plan else { throw Refusal.notFound }
    return try await station.turns.turn(of: plan.plan.number) {
      try await workedOut(uid, seen: seen, why: why, in: plan)
    }
  }

  private func workedOut(_ uid: String, seen: String, why: String?, in plan: VisiblePlan) async throws -> (
    result: DeskMoved, before: DeskReading
  ) {
    for _ in 0..<5 {
      let reading = try await deskReading()
      guard let work = reading.work else { return (.refused(reading.findings, reading), reading) }
      guard let row = work.rows[uid] else {
        throw work.worked.unplaced.contains { $0.uid == uid } ? Refusal.takenOut : Refusal.notFound
      }
      guard row.version == seen else { return (.stale(row, reading), reading) }
      let result = try await station.drafts.work.run {
        var year = reading.year
        return year.takingOut(uid, in: work.worked).map { made in
          (worked: made.worked, rows: made.rows, table: made.worked.table(work.plan))
        }
      }
      switch result {
      case .failure(let refusal): return (.refused(refusal.findings, reading), reading)
      case .success(let made):
        let outlets = Set(made.rows.map(\.placement.outlet))
        guard outlets.allSatisfy({ plan.allows(.draft, outlet: $0) }) else {
          throw DeskRefusal.forbidden(.draft)
        }
        let along = made.rows.count - 1
        let stored = try await store(
          made.table, made.worked.draft.base, from: reading, onOutlets: outlets, reason: why,
          note: ("take out", uid, row.placement.slot, along > 0 ? "and \(along) that follow it" : nil))
        guard let stored else { continue }
        let after = await station.drafts.adopt(
          made.worked, [], without: made.rows, table: made.table, from: reading, of: plan.plan,
          state: stored.state, now: caller.now)
        return (.takenOut(made.rows, undo: stored.version, after), reading)
      }
    }
    throw Refusal.busyPlan
  }

  /// Takes back a change of the draft as a whole, when all that it changed is still as it left it. What it changed is read from the
  /// versions of the draft that are kept, so that any process can do it, at any time.
  ///
  /// - Parameters:
  ///   - version: That of the draft which the change made.
  ///   - uid: The broadcast for which the gate has asked.
  func takeBack(_ version: Int, _ uid: String) async throws -> (isDone: Bool, DeskReading) {
    guard let plan else { throw Refusal.notFound }
    return try await station.turns.turn(of: plan.plan.number) {
      try await workedBack(version, uid, in: plan)
    }
  }

  private func workedBack(_ version: Int, _ uid: String, in plan: VisiblePlan) async throws -> (
    isDone: Bool, DeskReading
  ) {
    for _ in 0..<5 {
      let reading = try await deskReading()
      guard let work = reading.work,
        let change = try await station.desk.draftChange(version, in: plan.plan)
      else { return (false, reading) }
      let now = caller.now
      let made = try await station.drafts.work.run {
        var year = reading.year
        let step = year.draftStep(from: change.before, to: change.since, at: now)
        return step.flatMap { step in
          step.undone(in: work.worked.draft).map { (step: step, table: $0.table(work.plan)) }
        }
      }
      guard let made, made.step.uids.contains(uid) else { return (false, reading) }
      let rows = Array(made.step.before.values) + made.step.since.values
      let outlets = Set(rows.map(\.placement.outlet))
      guard outlets.allSatisfy({ plan.allows(.draft, outlet: $0) }) else {
        throw DeskRefusal.forbidden(.draft)
      }
      let stored = try await store(
        made.table, work.worked.draft.base, from: reading, onOutlets: outlets, reason: nil,
        note: ("take back", uid, nil, "\(made.step.uids.count) in all"))
      guard stored != nil else { continue }
      return (true, try await deskReading())
    }
    throw Refusal.busyPlan
  }
}
