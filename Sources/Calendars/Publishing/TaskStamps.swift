import ScheduleModel

/// When the text of a task changed though the task itself did not.
///
/// A task tells when and where its placement goes out, and that of translating begins on the day of the original. So
/// its stamp is also that of the publication in which one of these changed.
struct TaskStamps: Sendable {
  /// When the original of a version goes out.
  struct Original: Sendable {
    /// The day; `nil` when none is fixed.
    let day: CivilDay?
    /// The publication in which it became that day.
    let publication: Int
  }

  private var changes: [String: Int] = [:]
  private var originals: [Work: Original] = [:]

  /// A work, whichever its versions.
  private struct Work: Hashable {
    let line: String
    let edition: Int

    init(_ placement: Placement) { (line, edition) = (placement.line, placement.edition) }
  }

  /// No tasks.
  init() {}

  init(_ schedule: PublishedSchedule) {
    for row in schedule.rows where !row.tasks.isEmpty {
      let history = schedule.earlier[row.placement.uid].map { $0 + [row] } ?? []
      for (before, after) in zip(history, history.dropFirst()) where before.showsOther(than: after) {
        changes[row.placement.uid] = after.revision.publication
      }
    }
    let translated = Set(
      schedule.rows.lazy.filter { row in row.tasks.contains { $0.work == .translation } }
        .map { Work($0.placement) })
    guard !translated.isEmpty else { return }
    for row in schedule.rows
    where schedule.publications[row.revision.publication].plan.isOriginalFirstRun(row.placement) {
      let work = Work(row.placement)
      guard translated.contains(work) else { continue }
      let known = originals[work]
      let since = Self.placed(row, schedule.earlier[row.placement.uid] ?? [])
      originals[work] = Original(
        day: known?.day ?? (row.isDropped ? nil : row.placement.timing.fixedDay),
        publication: max(known?.publication ?? 0, since))
    }
  }

  /// The publication in which a placement came to the day on which it is now, or was dropped.
  private static func placed(_ row: PublishedPlacement, _ earlier: [PublishedPlacement]) -> Int {
    let history = earlier + [row]
    var since = history[0].revision.publication
    for (before, after) in zip(history, history.dropFirst())
    where before.placement.timing.fixedDay != after.placement.timing.fixedDay
      || before.isDropped != after.isDropped
    {
      since = after.revision.publication
    }
    return since
  }

  /// The publication in which the texts of a placement's tasks changed last; 0 when they never did.
  func change(of uid: String) -> Int { changes.isEmpty ? 0 : changes[uid] ?? 0 }

  /// The original of a version; `nil` when none is known.
  func original(of version: Placement) -> Original? { originals[Work(version)] }
}

extension PublishedPlacement {
  /// Whether its tasks say something else than those of another row.
  fileprivate func showsOther(than other: PublishedPlacement) -> Bool {
    placement.timing != other.placement.timing || placement.outlet != other.placement.outlet
      || content != other.content || zone != other.zone
  }
}

extension SlotTiming {
  /// The day, if somebody has fixed it.
  var fixedDay: CivilDay? {
    if case .inMonth = self { nil } else { day }
  }
}
