import Allocation
import Calendars
import Counting
import Digests
import Logs
import PlanFiles
public import ScheduleModel

extension StationYear {
  /// The schedule as it is looked up or worked out.
  mutating func worked() -> PlannedSchedule? {
    guard let plan else { return nil }
    if let table = terms.published { return named(table, plan) }
    if book.isPublished { return published(plan) }
    let (slots, opened) = slots()
    if let draft = countsWorkingFiles ? files?.draft : nil {
      let (read, findings) = ScheduleDraft.read(draft, base: files?.draftBase, plan: plan, slots: slots)
      if let read {
        let schedule = Schedule(
          slots: slots, placements: read.rows.map(\.placement), unplaced: [], proof: .counted(read.rows.count)
        )
        return PlannedSchedule(schedule: schedule, origin: .draft, findings: excerpted(opened) + findings)
      }
      scheduleFaults = findings
      return nil
    }
    let (schedule, placed) = allocatedKeepingFloors(plan, slots)
    return PlannedSchedule(schedule: schedule, origin: .plan, findings: excerpted(opened + placed))
  }

  /// What was published, and in what the plan asks for something else now.
  private mutating func published(_ plan: Plan) -> PlannedSchedule {
    let fold = publications()
    let placements = fold.plannedPlacements
    let schedule = Schedule(
      slots: [], placements: placements, unplaced: [], proof: .counted(placements.count))
    var findings: [Finding] = []
    if let placed = placedPlan(fold), let file = files?.plan {
      let difference = PlanDifference(from: placed, to: plan)
      if !difference.changes.isEmpty {
        findings.append(
          .scheduleOutdated(difference, plan: plan, file: file.name, draft: freshDraft(fold, of: file)))
      }
    }
    if !fold.conflicts.isEmpty {
      findings.append(.bookForked(fold.newest, uids: fold.conflicts.keys.sorted(), clock: clock))
    }
    findings += fold.broken.map { .bookEntryDamaged(file: $0.fileName) }
    return PlannedSchedule(schedule: schedule, origin: .published, findings: findings)
  }

  /// The name of the draft where it was made of this very plan and of what is published now; `nil` otherwise.
  private func freshDraft(_ fold: PublicationFold, of plan: InputFile) -> String? {
    guard countsWorkingFiles, let draft = files?.draft,
      let base = files?.draftBase.flatMap({ ScheduleDraft.Base($0.bytes) }),
      base.plan == Digest.sha256(plan.bytes), Set(base.publications) == Set(fold.newest.map(\.id))
    else { return nil }
    return draft.name
  }

  /// The plan by which the placements were chosen; `nil` when the working text is that very one.
  private func placedPlan(_ fold: PublicationFold) -> Plan? {
    let digest = fold.newest.last?.head.notes["plan"]
    guard let entry = book.entries(.plan).last(where: { $0.bodyDigest == digest }) else { return nil }
    if let file = files?.plan, entry.body.elementsEqual(file.bytes) { return nil }
    return PlanReader.read(Array(entry.body), file: entry.fileName).plan.map { CountedOpenings($0).plan }
  }

  /// A table that the user named.
  private mutating func named(_ table: InputFile, _ plan: Plan) -> PlannedSchedule? {
    let (slots, opened) = slots()
    let (placements, broken) = PublishedScheduleReader.read(
      table.bytes, file: table.name, plan: plan, slots: slots, from: plan.days.upperBound)
    guard let placements else {
      scheduleFaults = broken
      return nil
    }
    let schedule = Schedule(
      slots: slots, placements: placements, unplaced: [], proof: .counted(placements.count))
    return PlannedSchedule(schedule: schedule, origin: .named, findings: excerpted(opened) + broken)
  }

  /// The topics and how they are served.
  public mutating func coverage() -> (coverage: Coverage, findings: [Finding])? {
    guard let plan, let schedule = schedule()?.schedule else { return nil }
    let (coverage, uncovered) = TopicCoverageTable.coverage(plan: plan, schedule: schedule)
    return (coverage, excerpted(uncovered))
  }
}

extension Schedule.Proof {
  /// Of a schedule whose placements were counted and nothing else.
  static func counted(_ placements: Int) -> Schedule.Proof {
    Schedule.Proof(demanded: placements, placed: placements)
  }
}

extension PublicationFold {
  // Rows are large: by index, only what is asked for is copied.

  /// The placements that are promised, or were and went out or should have.
  var plannedPlacements: [Placement] {
    var placements: [Placement] = []
    placements.reserveCapacity(rows.count)
    for index in rows.indices where rows[index].isPlanned { placements.append(rows[index].placement) }
    return placements
  }

  /// For the UID of a second attempt that of the placement that was missed.
  var againOf: [String: String] {
    var again: [String: String] = [:]
    for index in rows.indices {
      if let missed = rows[index].againOf { again[rows[index].placement.uid] = missed }
    }
    return again
  }
}
