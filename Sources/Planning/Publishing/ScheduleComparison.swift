public import ScheduleModel

/// What a new schedule would change: the one answer to "what it does to the year", whoever asks.
///
/// It compares with the draft as it stands; without a draft with what is published; before the first publication with the
/// schedule that the plan gives by itself.
public struct ScheduleComparison: Sendable {
  /// With what the new schedule is compared.
  public let base: Base
  /// How many placements there are before.
  public let before: Int
  /// How many there would be.
  public let after: Int
  /// Placements that would lie elsewhere, or at another hour, in the order of their old times.
  public let moved: [Replan.Move]
  /// Placements that are missed and planned a second time, with where that goes, in the order of their new times.
  public let madeGood: [Replan.Move]
  /// Placements that are not there before.
  public let added: [Placement]
  /// Placements that would not be there any more.
  public let dropped: [Placement]

  /// A comparison in numbers.
  public struct Counts: Hashable, Codable, Sendable {
    /// With what the new schedule is compared.
    public let base: Base
    /// How many placements there are before, and how many there would be.
    public let before, after: Int
    /// How many would lie elsewhere, be planned a second time, come in, or be dropped.
    public let moved, madeGood, added, dropped: Int
  }

  /// The comparison in numbers.
  public var counts: Counts {
    Counts(
      base: base, before: before, after: after, moved: moved.count, madeGood: madeGood.count,
      added: added.count, dropped: dropped.count)
  }

  /// With what a new schedule is compared.
  public enum Base: String, Codable, Sendable {
    /// The draft as it stands.
    case draft
    /// What is published.
    case published
    /// What the plan gives by itself.
    case plan
  }

  /// Compares two lists of placements.
  ///
  /// - Parameter renames: The ids that lines and outlets have in the plan of the new schedule.
  init(
    _ base: Base, from old: [ScheduleDraft.Row], to new: [ScheduleDraft.Row], _ renames: PlanRenames?
  ) {
    self.base = base
    let old = old.map { row in
      guard let renames, !renames.isEmpty else { return row.placement }
      return renames.renamed(row.placement)
    }
    (before, after) = (old.count, new.count)
    let oldByUID = Dictionary(old.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    var (moved, madeGood, added) = ([Replan.Move](), [Replan.Move](), [Placement]())
    for row in new {
      let placement = row.placement
      if let before = oldByUID[placement.uid] {
        if before.slot != placement.slot || before.timing != placement.timing {
          moved.append(Replan.Move(old: before, new: placement))
        }
      } else if let missed = row.againOf.flatMap({ oldByUID[$0] }) {
        madeGood.append(Replan.Move(old: missed, new: placement))
      } else {
        added.append(placement)
      }
    }
    let newUIDs = Set(new.lazy.map(\.placement.uid))
    self.moved = moved.sorted { ($0.old.timing, $0.old.uid) < ($1.old.timing, $1.old.uid) }
    (self.madeGood, self.added) = (madeGood, added)
    dropped = old.filter { !newUIDs.contains($0.uid) }.sorted { ($0.timing, $0.uid) < ($1.timing, $1.uid) }
  }
}

extension StationYear {
  /// What another schedule would change against the draft as it stands, or else what is published.
  ///
  /// - Parameters:
  ///   - new: The rows of the other schedule.
  ///   - plan: The plan that it keeps to, where it is another one.
  ///   - time: Now, in UTC.
  /// - Returns: `nil` where there is nothing to compare with, such as a draft that cannot be read.
  public mutating func comparison(
    to new: [ScheduleDraft.Row], of plan: Plan? = nil, at time: LocalTime
  ) -> ScheduleComparison? {
    let base: ScheduleComparison.Base =
      files?.draft != nil && countsWorkingFiles ? .draft : book.isPublished ? .published : .plan
    guard let old = currentDraft(today: clock.local(time).day).draft else { return nil }
    return ScheduleComparison(base, from: old.rows, to: new, plan.map(PlanRenames.init))
  }

  /// The first day of a re-plan that nobody asked for a day of: tomorrow once something is published, before that the
  /// first day of the plan; `nil` after the year.
  public func firstReplannedDay(at time: LocalTime) -> CivilDay? {
    guard let days = plan?.days else { return nil }
    guard book.isPublished else { return days.lowerBound }
    let first = max(clock.local(time).day.advanced(by: 1), days.lowerBound)
    return days.contains(first) ? first : nil
  }
}

extension StationYear {
  /// Another draft of the same year, read as that of a folder is; `nil` for one that cannot be read.
  public mutating func reading(_ draft: InputFile, base: InputFile?, at time: LocalTime) -> ScheduleDraft? {
    var other = with(draft: draft, base: base)
    return other.readDraft(today: clock.local(time).day).draft
  }
}

extension ScheduleDraft {
  /// The draft with some placements as another draft has them: elsewhere, added, or not there.
  public func taking(_ uids: Set<String>, from other: ScheduleDraft) -> ScheduleDraft {
    let wanted = Dictionary(
      other.rows.lazy.filter { uids.contains($0.placement.uid) }.map { ($0.placement.uid, $0) },
      uniquingKeysWith: { first, _ in first })
    let own = Set(rows.lazy.map(\.placement.uid))
    let taken = rows.compactMap { row in
      uids.contains(row.placement.uid) ? wanted[row.placement.uid] : row
    }
    return ScheduleDraft(base: base, rows: taken + wanted.values.filter { !own.contains($0.placement.uid) })
  }
}
