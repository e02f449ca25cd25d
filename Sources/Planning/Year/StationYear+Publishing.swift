import Allocation
import Calendars
import Digests
import Logs
import PlanFiles
public import ScheduleModel

extension StationYear {
  /// What a publication records, before it is recorded.
  public struct PreparedPublication: Sendable {
    /// The statements that are to be appended, in order; empty when everything is published already.
    public let statements: [Book.Statement]
    /// How many placements it changes.
    public let summary: PublicationSummary
    /// How many placements are planned once it is recorded.
    public let placements: Int
    /// What is wrong or doubtful; with errors nothing is to be published.
    public let findings: [Finding]
    /// Whether it publishes a draft, which then goes.
    public let isDraft: Bool
    /// What the schedule then has fewer of than the plan asks for; empty once the plan's days are over.
    public let short: [ScheduleShortage]

    /// Whether errors keep it from being published. A quota that finds no room is told, and is none of them: what has room may be
    /// promised, and the rest stays told until it has room, too.
    public var isHeldBack: Bool {
      findings.contains { $0.severity == .error && $0.code != .quotaNotMet }
    }
  }

  /// Publishes: the draft, if there is one; the first time what the plan gives; after that what became of the
  /// placements, and changed texts, alone.
  ///
  /// What is past keeps its place. Publishing what is published makes no statement.
  /// - Parameters:
  ///   - author: Who publishes.
  ///   - time: When, in UTC.
  public mutating func publication(by author: String, at time: LocalTime, comment: String?)
    -> PreparedPublication
  {
    func refused(_ findings: [Finding]) -> PreparedPublication {
      PreparedPublication(
        statements: [], summary: PublicationSummary(), placements: 0, findings: findings, isDraft: false,
        short: [])
    }
    guard let plan, let file = files?.plan, !planFindings.hasErrors else { return refused(planFindings) }
    let fold = publications()
    var findings = planFindings
    let digest = Digest.sha256(file.bytes)
    var wanted: [(placement: Placement, againOf: String?)]
    var placedBy = digest
    let hasDraft = files?.draft != nil
    if hasDraft {
      let (draft, told) = draft(today: clock.local(time).day)
      findings += told
      guard let draft, !told.hasErrors else { return refused(findings) }
      wanted = draft.rows.map { ($0.placement, $0.againOf) }
    } else if fold.entries.isEmpty {
      guard let first = schedule() else { return refused(findings + scheduleFaults) }
      findings += first.findings
      wanted = first.schedule.placements.map { ($0, nil) }
    } else {
      if let planned = schedule() { findings += planned.findings.filter { $0.code != .bookForked } }
      wanted = fold.rows.filter(\.isPlanned).map { ($0.placement, $0.againOf) }
      placedBy = fold.newest.last?.head.notes["plan"] ?? digest
    }
    let rows = promised(wanted, plan: plan, fold: fold)
    let changes = ScheduleChanges(to: rows, from: fold)
    let isOver = plan.days.upperBound <= clock.local(time).day
    let short =
      isOver ? [] : scheduleRules()?.check(wanted.map(\.placement), aired: airedDays()).shortages ?? []
    var statements = planRevision(by: author, at: time, comment: comment)
    let isPlacedOtherwise = fold.newest.last?.head.notes["plan"] != placedBy
    if !changes.rows.isEmpty || isPlacedOtherwise {
      statements.append(
        Book.Statement(
          BookEntry.Head(
            kind: .publication, time: time, author: author, comment: comment, notes: ["plan": placedBy]),
          body: PublicationText.bytes(of: changes.rows)))
    }
    return PreparedPublication(
      statements: statements, summary: changes.summary, placements: rows.count(where: \.isPlanned),
      findings: findings.withoutRepeats, isDraft: hasDraft, short: short)
  }

  /// The statement that records the working plan; none where its text is the newest of the Book, or there is no plan.
  func planRevision(by author: String, at time: LocalTime, comment: String?) -> [Book.Statement] {
    guard let plan, let file = files?.plan, book.last(.plan)?.bodyDigest != Digest.sha256(file.bytes) else {
      return []
    }
    let head = BookEntry.Head(
      kind: .plan, time: time, author: author, comment: comment, notes: ["id": plan.id])
    return [Book.Statement(head, body: file.bytes)]
  }

  /// The draft, held against what was published and what it was made from; `nil` when it cannot be read.
  ///
  /// - Parameter today: What ended before this day is past.
  public mutating func draft(today: CivilDay) -> (draft: ScheduleDraft?, findings: [Finding]) {
    guard let file = files?.draft else { return (nil, []) }
    let (draft, findings) = readDraft(today: today)
    let broken = draft.map { violations(of: $0, today: today) } ?? []
    let numbers = broken.isEmpty ? [:] : Self.lineNumbers(in: file)
    return (
      draft,
      findings
        + broken.map { rule in
          .draftRule(
            rule, SourcePlace(file: file.name, line: rule.uids.lazy.compactMap { numbers[$0] }.first ?? 1))
        }
    )
  }

  /// In which line of a table each UID is that begins one.
  private static func lineNumbers(in file: InputFile) -> [String: Int] {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return Dictionary(
      lines.enumerated().map { number, line in
        (line.prefix { !",;\t".contains($0) }.filter { $0 != "\"" }, number + 1)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The draft, held against what was published and what it was made from, and not yet against the rules of the plan.
  mutating func readDraft(today: CivilDay) -> (draft: ScheduleDraft?, findings: [Finding]) {
    guard let plan, let file = files?.draft else { return (nil, []) }
    let fold = publications()
    let published = Dictionary(
      fold.rows.map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    var (draft, findings) = ScheduleDraft.read(
      file, base: files?.draftBase, plan: plan, slots: slots().slots, published: published)
    guard let draft else { return (nil, findings) }
    if Set(draft.base.publications) != Set(fold.newest.map(\.id)) {
      let seen = book.upTo(draft.base.publications)
      let later = fold.entries.filter { seen.entry($0.id) == nil }
      findings.append(
        .draftOvertaken(file.name, by: later.map { ($0.head.author, clock.local($0.head.time)) }))
    } else if let text = files?.plan, draft.base.plan != Digest.sha256(text.bytes) {
      findings.append(.draftOfOtherPlan(file.name))
    }
    let broadcast = BroadcastDays(plan: plan)
    let drafted = Dictionary(
      draft.rows.map { ($0.placement.uid, $0.placement) }, uniquingKeysWith: { first, _ in first })
    let past = fold.rows.lazy.filter { $0.isPlanned && broadcast.isPast($0.placement, before: today) }
      .map(\.placement)
    let moved = past.filter { old in
      drafted[old.uid].map { $0.slot != old.slot || $0.timing != old.timing } ?? true
    }
    if !moved.isEmpty { findings.append(.draftPast(Array(moved), of: plan, file.name)) }
    return (draft, findings)
  }

  /// The rules of the plan that a draft breaks.
  mutating func violations(of draft: ScheduleDraft, today: CivilDay) -> [RuleViolation] {
    state(of: draft, today: today)?.violations ?? []
  }

  /// A draft held against the rules of the plan; `nil` without a plan.
  mutating func state(of draft: ScheduleDraft, today: CivilDay) -> ScheduleState? {
    scheduleRules()?.check(
      draft.rows.map(\.placement), from: book.isPublished ? today : nil, aired: airedDays())
  }

  /// The broadcast day on which each placement aired, by UID.
  mutating func airedDays() -> [String: CivilDay] {
    var days: [String: CivilDay] = [:]
    for outcome in book.isPublished ? held()?.outcomes ?? [] : [] {
      if let entry = outcome.airing ?? outcome.makeGood { days[outcome.placement.uid] = entry.broadcastDay }
    }
    return days
  }

  /// The rows of placements, with what is known of them.
  private mutating func promised(
    _ placements: [(placement: Placement, againOf: String?)], plan: Plan, fold: PublicationFold
  ) -> [PublishedPlacement] {
    let held = held()
    var outcomes: [String: PlacementOutcome] = [:]
    for outcome in held?.outcomes ?? [] { outcomes[outcome.placement.uid] = outcome }
    var before: [String: PublishedPlacement] = [:]
    for row in fold.rows { before[row.placement.uid] = row }
    var contents = EventContent(plan: plan)
    return placements.map { placement, againOf in
      let known = outcomes[placement.uid].flatMap { $0.outcome.isKnown ? $0 : nil }
      let isAired = known.map { $0.airing != nil } ?? false
      let tasks = plan.deadlines(of: placement).map { deadline in
        PublishedTask(
          work: deadline.work, day: deadline.day(before: placement), time: deadline.at,
          status: isAired ? .completed : .open, revision: .init(sequence: 0, publication: 0))
      }
      return PublishedPlacement(
        placement: placement, zone: plan.outlet(placement.outlet)?.zone ?? before[placement.uid]?.zone ?? "",
        status: PublishedPlacement.Status(of: known?.outcome), outcome: known?.outcome,
        aired: known.flatMap(PublishedPlacement.AirTime.init),
        againOf: againOf,
        content: plan.line(placement.line) == nil || plan.outlet(placement.outlet) == nil
          ? before[placement.uid]?.content ?? "" : contents.digest(of: placement),
        revision: .init(sequence: 0, publication: 0), tasks: tasks)
    }
  }

  /// What was published, with the plan of each publication; `nil` before the first.
  public mutating func publishedSchedule() -> PublishedSchedule? {
    guard book.isPublished else { return nil }
    var read: [String: Plan] = [:]
    var plans: [String: Plan] = [:]
    var current: BookEntry?
    for entry in book.entries {
      if entry.head.kind == .plan { current = entry }
      guard entry.head.kind == .publication, let text = current else { continue }
      if read[text.bodyDigest] == nil {
        read[text.bodyDigest] = PlanReader.read(Array(text.body), file: text.fileName).plan.map {
          CountedOpenings($0).plan
        }
      }
      plans[entry.id] = read[text.bodyDigest]
    }
    return publications().schedule { plans[$0.id] }
  }
}

extension StationYear.PreparedPublication {
  /// What was recorded, once it is.
  ///
  /// - Parameter book: The Book with it.
  public func report(_ book: Book) -> PublicationReceipt {
    let entry = statements.contains { $0.head.kind == .publication } ? book.last(.publication) : nil
    return PublicationReceipt(
      entry: entry?.shortID, file: (entry ?? (statements.isEmpty ? nil : book.last(.plan)))?.fileName,
      added: summary.added, moved: summary.moved, withdrawn: summary.withdrawn, told: summary.told,
      placements: placements, short: short)
  }
}
