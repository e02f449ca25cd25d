import Calendars
import ScheduleModel

/// Publications one after the other, as a Book folds them: which revision of each placement and task is promised.
struct PublishedHistory {
  private(set) var publications: [PublishedSchedule.Publication] = []
  private var newest: [String: PublishedPlacement] = [:]
  private var earlier: [String: [PublishedPlacement]] = [:]

  /// What is promised now.
  var schedule: PublishedSchedule {
    PublishedSchedule(publications: publications, rows: Array(newest.values), earlier: earlier)
  }

  /// Publishes a schedule: what is new, moved or has another outcome or content gets a new row, and what it does not
  /// have any more is cancelled. A publication in which nothing changed is none.
  mutating func publish(
    _ plan: Plan, _ placements: [Placement], outcomes: [PlacementOutcome] = [], at time: LocalTime
  ) {
    let number = publications.count
    var content = EventContent(plan: plan)
    let draft = PublishedSchedule(
      draft: plan, schedule: Sample.schedule([], placements), outcomes: outcomes, at: time)
    var next: [String: PublishedPlacement] = [:]
    for row in draft.rows {
      let digest = content.digest(of: row.placement)
      next[row.placement.uid] = revised(row, newest[row.placement.uid], digest, number)
    }
    for (uid, row) in newest where next[uid] == nil { next[uid] = cancelled(row, number) }
    var isChanged = publications.isEmpty || publications.last?.plan.calendars != plan.calendars
    for (uid, row) in newest where next[uid] != row {
      earlier[uid, default: []].append(row)
      isChanged = true
    }
    isChanged = isChanged || next.count != newest.count
    newest = next
    if isChanged { publications.append(.init(time: time, plan: plan)) }
  }

  private func revised(
    _ row: PublishedPlacement, _ old: PublishedPlacement?, _ content: String, _ number: Int
  ) -> PublishedPlacement {
    guard let old else {
      return with(row, content, .init(sequence: 0, publication: number), tasks(row, nil, number))
    }
    let isSamePlace =
      old.placement.timing == row.placement.timing && old.placement.outlet == row.placement.outlet
      && old.zone == row.zone && old.status == row.status
      && (old.status != .cancelled || (old.outcome == nil) == (row.outcome == nil))
    let isSame = isSamePlace && old.content == content && old.outcome == row.outcome && old.aired == row.aired
    let tasks = tasks(row, old, number)
    if isSame, tasks == old.tasks { return old }
    let sequence = old.revision.sequence + (isSamePlace ? 0 : 1)
    return with(
      row, content, isSame ? old.revision : .init(sequence: sequence, publication: number), tasks)
  }

  private func tasks(_ row: PublishedPlacement, _ old: PublishedPlacement?, _ number: Int) -> [PublishedTask]
  {
    let before = Dictionary((old?.tasks ?? []).map { ($0.work, $0) }) { first, _ in first }
    let now = row.tasks.map { task in
      let known = before[task.work]
      if let known, known.day == task.day, known.time == task.time, known.status == task.status {
        return known
      }
      return task.with(
        task.status, .init(sequence: known.map { $0.revision.sequence + 1 } ?? 0, publication: number))
    }
    let gone = (old?.tasks ?? []).filter { task in !row.tasks.contains { $0.work == task.work } }
    return now + gone.map { cancelled($0, number) }
  }

  private func cancelled(_ row: PublishedPlacement, _ number: Int) -> PublishedPlacement {
    if row.status == .cancelled, row.outcome == nil { return row }
    let revision = PublishedPlacement.Revision(sequence: row.revision.sequence + 1, publication: number)
    return PublishedPlacement(
      placement: row.placement, zone: row.zone, status: .cancelled, content: row.content, revision: revision,
      tasks: row.tasks.map { cancelled($0, number) })
  }

  private func cancelled(_ task: PublishedTask, _ number: Int) -> PublishedTask {
    task.status == .cancelled
      ? task : task.with(.cancelled, .init(sequence: task.revision.sequence + 1, publication: number))
  }

  private func with(
    _ row: PublishedPlacement, _ content: String, _ revision: PublishedPlacement.Revision,
    _ tasks: [PublishedTask]
  ) -> PublishedPlacement {
    PublishedPlacement(
      placement: row.placement, zone: row.zone, status: row.status, outcome: row.outcome, aired: row.aired,
      content: content, revision: revision, tasks: tasks)
  }
}

extension PublishedTask {
  fileprivate func with(_ status: Status, _ revision: PublishedPlacement.Revision) -> PublishedTask {
    PublishedTask(work: work, day: day, time: time, status: status, revision: revision)
  }
}
