import ScheduleModel

/// The UIDs of the tasks before a placement: `todo-` and the UID of its event; between them the work, where that is
/// no translation. An id has no `_`, so that this can be told from the id of a plan.
enum PlacementTask {
  /// What stands before the UID of the event.
  static func prefix(of work: Deadline.Work) -> String {
    work == .translation ? "todo-" : "todo-\(work.rawValue)_"
  }

  /// The UID of the event that a task serves.
  static func event(of task: String) -> Substring {
    guard task.hasPrefix("todo-") else { return task[...] }
    let event = task.dropFirst(5)
    return event.firstIndex(of: "_").map { event[$0...].dropFirst() } ?? event
  }
}
