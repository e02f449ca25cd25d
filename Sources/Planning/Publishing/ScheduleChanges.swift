import Logs
import ScheduleModel

/// What a schedule changes in what was published: the rows of the next publication.
struct ScheduleChanges {
  /// The rows, in time order, each placement before its tasks.
  private(set) var rows: [PublicationText.Row] = []
  /// Placements that are new, moved, taken out, or told in other words.
  private(set) var summary = PublicationSummary()

  /// - Parameters:
  ///   - wanted: The placements as they are to be published; their revisions do not count.
  ///   - fold: What was published.
  init(to wanted: [PublishedPlacement], from fold: PublicationFold) {
    var before: [String: PublishedPlacement] = [:]
    before.reserveCapacity(fold.rows.count)
    for row in fold.rows { before[row.placement.uid] = row }
    let publication = fold.entries.count
    var kept: Set<String> = []
    if !fold.rows.isEmpty { kept.reserveCapacity(wanted.count) }
    for row in wanted {
      let uid = row.placement.uid
      if !fold.rows.isEmpty { kept.insert(uid) }
      add(row, before[uid], conflict: fold.conflicts[uid], isRenamed: fold.formerly[uid] != nil, publication)
    }
    for row in fold.rows where row.isPlanned && !kept.contains(row.placement.uid) {
      add(row.withdrawn, row, conflict: fold.conflicts[row.placement.uid], isRenamed: false, publication)
    }
  }

  private mutating func add(
    _ wanted: PublishedPlacement, _ before: PublishedPlacement?, conflict: Int?, isRenamed: Bool,
    _ publication: Int
  ) {
    guard let before else {
      let first = PublishedPlacement.Revision(sequence: 0, publication: publication)
      append(wanted.with(revision: first), wanted.tasks.map { $0.with(revision: first) })
      summary.added += 1
      return
    }
    let isMoved = wanted.isElsewhere(than: before)
    let isSignificant = isMoved || wanted.status != before.status
    let isShownOtherwise = wanted.content != before.content
    let isOther =
      isSignificant || isShownOtherwise || wanted.outcome != before.outcome || wanted.aired != before.aired
      || wanted.placement.slot != before.placement.slot || wanted.againOf != before.againOf || conflict != nil
      || isRenamed
    var sequence = before.revision.sequence + (isSignificant ? 1 : 0)
    if let conflict { sequence = conflict + 1 }
    var tasks: [PublishedTask] = []
    for task in wanted.tasks {
      guard let old = before.tasks.first(where: { $0.work == task.work }) else {
        tasks.append(task.with(revision: .init(sequence: 0, publication: publication)))
        continue
      }
      let isDueOtherwise = task.day != old.day || task.time != old.time || task.status != old.status
      guard isDueOtherwise || isMoved || isShownOtherwise else { continue }
      tasks.append(
        task.with(
          revision: .init(
            sequence: old.revision.sequence + (isDueOtherwise ? 1 : 0), publication: publication)))
    }
    for old in before.tasks
    where old.status != .cancelled && !wanted.tasks.contains(where: { $0.work == old.work }) {
      tasks.append(
        PublishedTask(
          work: old.work, day: old.day, time: old.time, status: .cancelled,
          revision: .init(sequence: old.revision.sequence + 1, publication: publication)))
    }
    guard isOther || !tasks.isEmpty else { return }
    if isOther {
      let revision = PublishedPlacement.Revision(sequence: sequence, publication: publication)
      rows.append(.placement(wanted.with(revision: revision)))
      note(wanted, before, isMoved: isMoved)
    } else {
      summary.told += 1
    }
    rows += tasks.map { .task(wanted.placement.uid, $0) }
  }

  private mutating func append(_ row: PublishedPlacement, _ tasks: [PublishedTask]) {
    rows.append(.placement(row))
    rows += tasks.map { .task(row.placement.uid, $0) }
  }

  private mutating func note(_ wanted: PublishedPlacement, _ before: PublishedPlacement, isMoved: Bool) {
    if !wanted.isPlanned {
      summary.withdrawn += 1
    } else if !before.isPlanned {
      summary.added += 1
    } else if isMoved {
      summary.moved += 1
    } else {
      summary.told += 1
    }
  }
}

/// How many placements a publication changes.
public struct PublicationSummary: Hashable, Sendable {
  /// Placements that were not published before, or had been taken out.
  public var added = 0
  /// Placements that lie at another time or place.
  public var moved = 0
  /// Placements that are taken out.
  public var withdrawn = 0
  /// Placements of which more is known, or whose texts are others.
  public var told = 0
}

extension PublishedPlacement {
  /// Whether an event of it shows another time or place than another's.
  func isElsewhere(than other: PublishedPlacement) -> Bool {
    placement.timing != other.placement.timing || placement.outlet != other.placement.outlet
      || zone != other.zone
  }

  /// The same row with its placement under other ids.
  func with(placement: Placement) -> PublishedPlacement {
    PublishedPlacement(
      placement: placement, zone: zone, status: status, outcome: outcome, aired: aired, againOf: againOf,
      content: content, revision: revision, tasks: tasks)
  }

  /// The same row as another revision, its tasks left out.
  func with(revision: Revision) -> PublishedPlacement {
    PublishedPlacement(
      placement: placement, zone: zone, status: status, outcome: outcome, aired: aired, againOf: againOf,
      content: content, revision: revision)
  }

  /// The row of a placement that is taken out of the schedule.
  var withdrawn: PublishedPlacement {
    PublishedPlacement(
      placement: placement, zone: zone, status: .cancelled, againOf: againOf, content: content,
      revision: revision)
  }
}

extension PublishedTask {
  /// The same task as another revision.
  func with(revision: PublishedPlacement.Revision) -> PublishedTask {
    PublishedTask(work: work, day: day, time: time, status: status, revision: revision)
  }
}
