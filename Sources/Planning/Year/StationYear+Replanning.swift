import Allocation
import Digests
import Logs
import Matching
public import ScheduleModel

extension StationYear {
  /// A re-plan, and the draft that it makes.
  public struct ReplannedYear: Sendable {
    /// The draft: what is past as published, and the rest.
    public let draft: ScheduleDraft
    /// What moves, what was missed, what is dropped.
    public let replan: Replan
    /// What is wrong or doubtful.
    public let findings: [Finding]

    /// The year as the draft has it.
    public var schedule: Schedule {
      Schedule(
        slots: replan.schedule.slots, placements: draft.rows.map(\.placement),
        unplaced: replan.schedule.unplaced, proof: replan.schedule.proof)
    }
  }

  /// The first draft of a year of which nothing was published; `nil` without a plan.
  public mutating func firstDraft() -> ScheduleDraft? {
    guard let file = files?.plan, let schedule = schedule()?.schedule else { return nil }
    return ScheduleDraft(
      base: ScheduleDraft.Base(publications: [], plan: Digest.sha256(file.bytes)),
      rows: schedule.placements.map { ScheduleDraft.Row($0) })
  }

  /// An error when a first draft would run over one in which people fixed something; empty otherwise.
  public mutating func findingsOfFirstDraft() -> [Finding] {
    guard let plan, let draft = files?.draft else { return [] }
    let count = handMoves(plan, slots().slots, publications())?.count ?? 0
    return count == 0 ? [] : [.draftMovesWouldBeLost(count, draft.name, from: plan.days.lowerBound)]
  }

  /// Plans the rest of the year anew from a day on, on what was published and what the logs tell.
  ///
  /// What is past stays as it is: a miss stays a miss, and its second attempt is a placement of its own. Days of an
  /// outlet that no log tells of yet stay as published. What the draft that is there has by hand stays where it was put,
  /// as far as it may; a finding tells of each that does not.
  /// - Parameters:
  ///   - from: The first day that is still open.
  ///   - slack: How much farther than the best the farthest line may be from its even line, in thousandths of a work;
  ///     `nil` to move nothing that does not have to move.
  ///   - keepsHandMoves: Whether the draft that is there counts. On a trial with other logs or another table it never
  ///     does.
  ///   - progress: Is told how far the work is, from 0 to 100.
  /// - Returns: `nil` without a plan, when the day lies outside its days, or with ``scheduleFaults``.
  public mutating func replan(
    from: CivilDay, slack: Int?, keepsHandMoves: Bool = true, progress: (Int) -> Void = { _ in }
  ) -> ReplannedYear? {
    guard let plan, let file = files?.plan, plan.days.contains(from), let published = schedule() else {
      return nil
    }
    let fold = publications()
    let (slots, opened) = slots()
    let before = PlannedAttempts(
      of: plan,
      fold.entries.isEmpty || terms.published != nil
        ? Self.attempts(in: published.schedule.placements)
        : fold.rows.filter(\.isPlanned).map { ($0.placement, $0.againOf) })
    var terms = terms
    terms.lastRead = from.advanced(by: -1)
    terms.laterRows = .warning
    var past = StationYear(book, files, terms: terms)
    let held = past.held()
    let asPublished = yearSoFar(from, plan, before, held)
    let byHand = keepsHandMoves ? handMoves(plan, slots, fold) : nil
    let overlay = byHand?.overlay(on: before.all, asPublished, root: before.root)
    let attempts = overlay.map { PlannedAttempts(of: plan, $0.all) } ?? before
    let start = overlay == nil ? asPublished : yearSoFar(from, plan, attempts, held)
    let fixed = Set(overlay?.kept.map { attempts.root(of: $0.row.placement.uid) } ?? [])
    progress(10)
    var (replan, found) = Self.replannedKeepingFloors(
      plan, slots, start, slack: slack, fixed: fixed, progress: progress)
    let broadcast = BroadcastDays(plan: plan)
    let shown = Set((held?.outcomes ?? []).filter { $0.airing != nil }.map(\.placement.uid))
    var needless: [Placement] = []
    var rows: [ScheduleDraft.Row] = []
    for (placement, againOf) in attempts.all where broadcast.isPast(placement, before: from) {
      rows.append(ScheduleDraft.Row(placement, againOf: againOf))
    }
    for placement in replan.schedule.placements {
      if let latest = attempts.latest(of: placement.uid) {
        let isPast = broadcast.isPast(latest.placement, before: from)
        if isPast, start.aired[placement.uid] != nil { continue }
        if start.aired[placement.uid] != nil {
          let isNeedless =
            latest.againOf != nil && !shown.contains(latest.placement.uid)
            && !start.unknown.contains(placement.uid)
          if isNeedless {
            needless.append(latest.placement)
            continue
          }
          rows.append(ScheduleDraft.Row(latest.placement, againOf: latest.againOf))
        } else if isPast {
          let next = placement.named(attempts.nextUID(of: placement.uid))
          rows.append(ScheduleDraft.Row(next, againOf: latest.placement.uid))
        } else {
          rows.append(ScheduleDraft.Row(placement.named(latest.placement.uid), againOf: latest.againOf))
        }
      } else {
        rows.append(ScheduleDraft.Row(placement))
      }
    }
    if let overlay {
      found += Self.mark(&rows, overlay, from: from)
      replan = replan.seen(from: asPublished)
    }
    replan.needless = needless
    let base = ScheduleDraft.Base(publications: fold.newest.map(\.id), plan: Digest.sha256(file.bytes))
    return ReplannedYear(
      draft: ScheduleDraft(base: base, rows: rows), replan: replan,
      findings: (planFindings + excerpted(opened + found) + (byHand?.findings ?? [])
        + published.findings.filter { $0.code != .scheduleOutdated } + (held?.findings ?? [])).withoutRepeats)
  }

  /// What the draft that is there has by hand; `nil` without a draft, and on a trial.
  private func handMoves(_ plan: Plan, _ slots: [Slot], _ fold: PublicationFold) -> HandMoves? {
    guard countsWorkingFiles, terms.published == nil, terms.logs == nil, let draft = files?.draft else {
      return nil
    }
    let published = Dictionary(
      fold.rows.map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    return HandMoves(draft, plan: plan, slots: slots, published: published)
  }

  /// Marks the rows that stay where they were put by hand, and tells of those that do not.
  private static func mark(_ rows: inout [ScheduleDraft.Row], _ overlay: HandMoves.Overlay, from: CivilDay)
    -> [Finding]
  {
    let numbers = Dictionary(
      rows.enumerated().map { ($1.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    var lost = overlay.lost
    for (row, place) in overlay.kept {
      if let number = numbers[row.placement.uid], rows[number].placement == row.placement {
        rows[number].isFixed = true
        (rows[number].by, rows[number].why) = (row.by, row.why)
      } else {
        lost.append((row, place, .notAllowed))
      }
    }
    return lost.map { row, place, why in
      let now = numbers[row.placement.uid].map { rows[$0].placement }
      return .draftMoveLost(row, at: place, why, from: from, now: now)
    }
  }

  /// The placements of a table, each with the one that it follows, by their UIDs.
  private static func attempts(in placements: [Placement]) -> [(placement: Placement, againOf: String?)] {
    let before = PlacementAttempt.before(placements.lazy.map(\.uid))
    return placements.map { ($0, before[$0.uid]) }
  }

  /// What aired before a day, each work under the UID of its first attempt.
  private func yearSoFar(
    _ from: CivilDay, _ plan: Plan, _ attempts: PlannedAttempts, _ held: ReconciledYear?
  ) -> YearSoFar {
    let broadcast = BroadcastDays(plan: plan)
    let published = attempts.roots.compactMap { root in attempts.latest(of: root)?.placement.named(root) }
    guard let held else { return YearSoFar(from: from, plan: plan, published: published) }
    var aired: [String: CivilDay] = [:]
    var unknown: Set<String> = []
    var lastLogged: [String: CivilDay] = [:]
    for entry in held.log.entries where entry.showsItsDay {
      lastLogged[entry.outlet] = max(lastLogged[entry.outlet] ?? entry.broadcastDay, entry.broadcastDay)
    }
    for outcome in held.outcomes {
      let root = attempts.root(of: outcome.placement.uid)
      if let entry = outcome.airing ?? outcome.makeGood, entry.broadcastDay < from {
        let known = unknown.remove(root) == nil ? aired[root] : nil
        aired[root] = min(known ?? entry.broadcastDay, entry.broadcastDay)
      } else if !outcome.outcome.isKnown, aired[root] == nil {
        guard broadcast.isPast(outcome.placement, before: from) else { continue }
        aired[root] = broadcast.countedDay(of: outcome.placement)
        unknown.insert(root)
      }
    }
    // A work whose first run was missed may have gone out with its repeat. It counts once, and is not planned again.
    var appeared: [WorkVersion: CivilDay] = [:]
    for placement in published where !unknown.contains(placement.uid) {
      guard let day = aired[placement.uid] else { continue }
      let work = WorkVersion(placement)
      appeared[work] = min(appeared[work] ?? day, day)
    }
    for placement in published where placement.run == .first && aired[placement.uid] == nil {
      guard broadcast.isPast(placement, before: from) else { continue }
      aired[placement.uid] = appeared[WorkVersion(placement)]
    }
    return YearSoFar(
      from: from, published: published, aired: aired, unknown: unknown, lastLogged: lastLogged,
      isLogged: true,
      unplanned: held.reconciled.unplanned.count, broadcast: broadcast)
  }
}

/// A work, or a part of one, in one language, whichever its runs.
private struct WorkVersion: Hashable {
  let line: String
  let edition: Int
  let part: Int
  let language: LanguageTag

  init(_ placement: Placement) {
    (line, edition, part) = (placement.line, placement.edition, placement.partNumber)
    language = placement.language
  }
}

/// The attempts at each placement: a missed one may be planned a second time, under a UID of its own.
private struct PlannedAttempts {
  /// All of them.
  let all: [(placement: Placement, againOf: String?)]
  /// The UID that the plan would give each placement today, whichever its attempts, in order.
  private(set) var roots: [String] = []
  private var byRoot: [String: [Int]] = [:]
  private var rootOf: [String: String] = [:]
  /// The UIDs of attempts that others follow.
  private let followed: Set<String>

  init(of plan: Plan, _ all: [(placement: Placement, againOf: String?)]) {
    self.all = all
    followed = Set(all.compactMap(\.againOf))
    let renames = PlanRenames(of: plan)
    for (index, attempt) in all.enumerated() {
      let root = renames.uidOfToday(attempt.placement)
      rootOf[attempt.placement.uid] = root
      if byRoot[root] == nil { roots.append(root) }
      byRoot[root, default: []].append(index)
    }
  }

  func root(of uid: String) -> String { rootOf[uid] ?? uid }

  /// The attempt that was planned last.
  func latest(of root: String) -> (placement: Placement, againOf: String?)? {
    byRoot[root]?.map { all[$0] }.last { !followed.contains($0.placement.uid) }
  }

  /// The UID of one more attempt: `….again.2@lichsong`.
  func nextUID(of root: String) -> String {
    let attempts = byRoot[root, default: []].map { PlacementAttempt(uid: all[$0].placement.uid) }
    let last = attempts.map(\.number).max() ?? 1
    return PlacementAttempt(first: attempts.first?.first ?? root, number: last + 1).uid
  }
}
