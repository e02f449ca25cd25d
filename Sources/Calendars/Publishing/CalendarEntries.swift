import ScheduleModel

/// What stands in the calendars: an entry for each placement, its tasks included, and one for each tombstone, in time
/// order.
///
/// Nothing is composed here. A placement costs eight octets besides what the schedule has of it.
struct CalendarEntries: Sendable {
  let schedule: PublishedSchedule
  private(set) var kinds: [EventKind] = []
  private(set) var tombstones: [Tombstone] = []
  /// What is in another month now than before, by the number of the calendar.
  private(set) var moves: [Int: [Move]] = [:]
  /// All entries, in time order.
  private(set) var order: [Entry] = []
  /// The names of the zones that kinds refer to.
  private(set) var zones: [String] = []
  /// The first day whose tombstones are still kept.
  private let kept: CivilDay
  private var stamps = TaskStamps()
  private var kindNumbers: [EventKind.Key: Int] = [:]

  /// What is no longer planned, or has left some calendars.
  struct Tombstone: Sendable {
    /// The row that these calendars carried last.
    let row: PublishedPlacement
    /// The row with which it left.
    let next: PublishedPlacement
    /// The calendars that have it.
    let feeds: [Int]
  }

  /// What a calendar carries in another month than before: where that month is in a part of its own, it has a
  /// tombstone there.
  struct Move: Sendable {
    let tombstone: Tombstone
    let kind: Int
    /// The months, counted from that of the year 0, in which the calendar carried it afterwards.
    let later: [Int]

    /// The month that it left.
    var month: Int { tombstone.row.placement.timing.month }
  }

  /// A placement or a tombstone.
  struct Entry: Sendable {
    /// The number of the row; for a tombstone, its number below -1 downwards.
    fileprivate let source: Int32
    let kind: UInt32

    fileprivate init(row: Int, kind: Int) { (source, self.kind) = (Int32(row), UInt32(kind)) }
    fileprivate init(tombstone: Int, kind: Int) { (source, self.kind) = (Int32(~tombstone), UInt32(kind)) }

    fileprivate var tombstone: Int? { source < 0 ? Int(~source) : nil }
    /// Whether it is no longer planned, or left some calendars.
    var isTombstone: Bool { source < 0 }
  }

  /// - Parameters:
  ///   - day: The day on which the calendars are made.
  ///   - selection: Which calendars there are; becomes complete here.
  init(
    _ schedule: PublishedSchedule, on day: CivilDay, language: ReaderLanguage, daysKept: Int,
    _ selection: inout CalendarSelection
  ) {
    self.schedule = schedule
    kept = day.advanced(by: -daysKept)
    var live: [Entry] = []
    live.reserveCapacity(schedule.rows.count)
    var left: [(entry: Entry, key: (SlotTiming, String))] = []
    for (index, row) in schedule.rows.enumerated() {
      let earlier = schedule.earlier.isEmpty ? nil : schedule.earlier[row.placement.uid]
      if !row.isDropped {
        live.append(Entry(row: index, kind: kindNumber(of: row, language, &selection)))
        if earlier == nil { continue }
      }
      let history = (earlier ?? []) + [row]
      for (tombstone, kind) in departed(history, language, &selection) {
        tombstones.append(tombstone)
        let place = tombstone.row.placement
        left.append((Entry(tombstone: tombstones.count - 1, kind: kind), (place.timing, place.uid)))
      }
    }
    kindNumbers = [:]
    left.sort { $0.key < $1.key }
    order.reserveCapacity(live.count + left.count)
    var rest = left[...]
    for entry in live {
      let placement = schedule.rows[Int(entry.source)].placement
      while let next = rest.first, next.key < (placement.timing, placement.uid) {
        order.append(next.entry)
        rest.removeFirst()
      }
      order.append(entry)
    }
    order += rest.map(\.entry)
    stamps = TaskStamps(schedule)
  }

  // MARK: What there is

  /// The tombstones of a placement, in the calendars that once carried it and do not any more; notes in which months
  /// they carried it before.
  ///
  /// - Parameter history: All its rows, oldest first.
  private mutating func departed(
    _ history: [PublishedPlacement], _ language: ReaderLanguage, _ selection: inout CalendarSelection
  ) -> [(Tombstone, kind: Int)] {
    var found: [(Tombstone, kind: Int)] = []
    var carried: Set<Int> = []
    var months: [Int: [Int]] = [:]
    var isNewest = true
    for (index, row) in history.enumerated().reversed() {
      // What was published only as cancelled has no row before it.
      guard !row.isDropped || history.count == 1 else { continue }
      let number = kindNumber(of: row, language, &selection)
      let kind = kinds[number]
      let isKept = row.placement.timing.lastDay >= kept
      if isKept, index + 1 < history.count || row.isDropped {
        let next = history[min(index + 1, history.count - 1)]
        // A selection of the plan shows what is no longer planned at all, and drops the rest without a trace.
        let feeds = (isNewest ? feeds(of: row, kind) : kind.series).filter { !carried.contains($0) }
        if !feeds.isEmpty { found.append((Tombstone(row: row, next: next, feeds: feeds), number)) }
        for feed in kind.series where carried.contains(feed) {
          let later = months[feed, default: []]
          guard !later.contains(row.placement.timing.month) else { continue }
          let tombstone = Tombstone(row: row, next: next, feeds: [feed])
          moves[feed, default: []].append(Move(tombstone: tombstone, kind: number, later: later))
        }
      }
      carried.formUnion(kind.feeds)
      for feed in kind.series { months[feed, default: []].append(row.placement.timing.month) }
      isNewest = false
    }
    return found
  }

  private mutating func kindNumber(
    of row: PublishedPlacement, _ language: ReaderLanguage, _ selection: inout CalendarSelection
  ) -> Int {
    let key = EventKind.Key(row)
    if let number = kindNumbers[key] { return number }
    let plan = plan(of: row)
    let zoneNumber = zones.firstIndex(of: row.zone) ?? zones.count
    if zoneNumber == zones.count { zones.append(row.zone) }
    kinds.append(
      EventKind(
        row, of: plan, selection.carriers(of: row.placement, in: plan), zoneNumber: zoneNumber,
        language: language))
    kindNumbers[key] = kinds.count - 1
    return kinds.count - 1
  }

  /// The plan from which a row takes its words: that of its publication, or the newest before it that still has its
  /// line and its outlet.
  private func plan(of row: PublishedPlacement) -> Plan {
    let (own, placement) = (row.revision.publication, row.placement)
    let known = schedule.publications[...own].last {
      $0.plan.line(placement.line) != nil && $0.plan.outlet(placement.outlet) != nil
    }
    return (known ?? schedule.publications[own]).plan
  }

  // MARK: An entry

  /// The placement that an entry shows.
  func row(of entry: Entry) -> PublishedPlacement {
    entry.tombstone.map { tombstones[$0].row } ?? schedule.rows[Int(entry.source)]
  }

  /// When it is; it stands in the calendars in this order.
  func timing(of entry: Entry) -> SlotTiming {
    entry.tombstone.map { tombstones[$0].row.placement.timing }
      ?? schedule.rows[Int(entry.source)].placement.timing
  }

  /// The calendars that carry an entry.
  func feeds(of entry: Entry) -> [Int] {
    if let tombstone = entry.tombstone { return tombstones[tombstone].feeds }
    let kind = kinds[Int(entry.kind)]
    return kind.windows.isEmpty ? kind.feeds : feeds(of: schedule.rows[Int(entry.source)], kind)
  }

  /// The calendars that carry a placement: one with a window does when the placement or a task of it is within, so
  /// that a task comes together with what it serves.
  private func feeds(of row: PublishedPlacement, _ kind: EventKind) -> [Int] {
    guard !kind.windows.isEmpty else { return kind.feeds }
    return kind.feeds.filter { feed in
      guard let window = kind.windows.first(where: { $0.feed == feed })?.days else { return true }
      return row.placement.timing.days.overlaps(window)
        || row.tasks.contains { $0.status != .cancelled && window.contains($0.day) }
    }
  }

  /// Whether an entry has an hour, and so a zone.
  func hasHours(_ entry: Entry) -> Bool {
    if case .timed = timing(of: entry) { return true }
    let kind = kinds[Int(entry.kind)]
    return !kind.tasks.isEmpty && tasks(of: row(of: entry)).contains { $0.time != nil }
  }

  /// The tasks of a placement that are shown: a cancelled one as long as other tombstones of its day.
  private func tasks(of row: PublishedPlacement) -> [PublishedTask] {
    row.placement.timing.lastDay >= kept ? row.tasks : row.tasks.filter { $0.status != .cancelled }
  }

  /// On what the sizes of the tasks of a placement depend, besides the placement itself.
  func taskForms(of row: PublishedPlacement) -> [EntrySizes.TaskForm] {
    tasks(of: row).map { task in
      let original = task.work == .translation ? stamps.original(of: row.placement)?.day : nil
      return EntrySizes.TaskForm(
        work: task.work, status: task.status, hour: task.time?.description.utf8.count,
        sequence: task.revision.sequence.digits, original: original.map { $0 < task.day })
    }
  }

  /// On what the size of a version's event depends besides: what it tells of its translation.
  func translationForms(of row: PublishedPlacement) -> [EntrySizes.TaskForm] {
    row.tasks.filter { $0.work == .translation && $0.status != .cancelled }.prefix(1).map { task in
      EntrySizes.TaskForm(
        work: task.work, status: .open, hour: task.time?.description.utf8.count, sequence: 0,
        original: stamps.original(of: row.placement)?.day.map { _ in true })
    }
  }

  /// Whether an entry has tasks.
  func hasTasks(_ entry: Entry) -> Bool { !row(of: entry).tasks.isEmpty }

  /// What of an entry is written: not all calendars show the work before air in the same form.
  enum Part {
    /// The event of the placement.
    case event
    /// The work before it, as tasks.
    case tasks
    /// The work before it, as events of whole days.
    case taskDays
  }

  /// Whether anybody is named who translates what an entry shows.
  private func hasTranslator(_ kind: EventKind) -> Bool {
    kind.subject.line?.versions?.translators[kind.subject.language] != nil
  }

  /// Appends a part of an entry.
  ///
  /// - Parameter owner: Whose work before air is written.
  func append(
    _ part: Part, of entry: Entry, owner: CalendarSelection.TaskOwner = .anybody,
    by components: PlacementComponents, to octets: inout [UInt8]
  ) {
    let kind = kinds[Int(entry.kind)]
    if let number = entry.tombstone {
      append(part, of: tombstones[number], kind, owner, by: components, to: &octets)
      return
    }
    let index = Int(entry.source)
    let row = schedule.rows[index]
    guard part != .event else {
      append(row, kind, by: components, to: &octets)
      return
    }
    for task in tasks(of: row) where owner.does(task.work, hasTranslator: hasTranslator(kind)) {
      let original = task.work == .translation ? stamps.original(of: row.placement) : nil
      let publication = max(
        task.revision.publication, stamps.change(of: row.placement.uid), original?.publication ?? 0)
      let revision = revision(.init(sequence: task.revision.sequence, publication: publication))
      let component =
        part == .tasks
        ? components.task(task, of: row, kind, revision, original: original?.day)
        : components.taskDay(task, of: row, kind, revision, original: original?.day)
      if let component { ComponentComposer.append(component, to: &octets) }
    }
  }

  /// Appends the event of a placement. That of a version tells by when it is translated, and the day of its original: its
  /// stamp is also that of the publication in which one of these changed.
  private func append(
    _ row: PublishedPlacement, _ kind: EventKind, by components: PlacementComponents, to octets: inout [UInt8]
  ) {
    var known = row.revision
    let task = row.tasks.first { $0.work == .translation && $0.status != .cancelled }
    let original = task.flatMap { _ in stamps.original(of: row.placement) }
    if let task {
      let publication = max(known.publication, task.revision.publication, original?.publication ?? 0)
      known = PublishedPlacement.Revision(sequence: known.sequence, publication: publication)
    }
    ComponentComposer.append(
      components.event(of: row, kind, revision(known), original: original?.day), to: &octets)
  }

  /// Appends the tombstone of what is in another month now.
  func append(
    _ move: Move, _ tasks: CalendarFeed.Tasks, owner: CalendarSelection.TaskOwner,
    by components: PlacementComponents, to octets: inout [UInt8]
  ) {
    let kind = kinds[move.kind]
    append(.event, of: move.tombstone, kind, owner, by: components, to: &octets)
    if tasks != .events { append(.tasks, of: move.tombstone, kind, owner, by: components, to: &octets) }
    if tasks != .todos { append(.taskDays, of: move.tombstone, kind, owner, by: components, to: &octets) }
  }

  /// The zone of the hours that such a tombstone has; `nil` for whole days.
  func zone(of move: Move) -> String? {
    let row = move.tombstone.row
    if case .timed = row.placement.timing { return row.zone }
    return row.tasks.contains { $0.time != nil } ? row.zone : nil
  }

  private func append(
    _ part: Part, of tombstone: Tombstone, _ kind: EventKind, _ owner: CalendarSelection.TaskOwner,
    by components: PlacementComponents, to octets: inout [UInt8]
  ) {
    let (row, next) = (tombstone.row, tombstone.next)
    guard part != .event else {
      ComponentComposer.append(
        components.event(of: row, kind, revision(next.revision), isTombstone: true), to: &octets)
      return
    }
    for task in row.tasks where owner.does(task.work, hasTranslator: hasTranslator(kind)) {
      let after = next.tasks.first { $0.work == task.work } ?? task
      let revision = revision(
        .init(
          sequence: after.revision.sequence,
          publication: max(after.revision.publication, next.revision.publication)))
      let component =
        part == .tasks
        ? components.task(task, of: row, kind, revision, original: nil, isTombstone: true)
        : components.taskDay(task, of: row, kind, revision, original: nil, isTombstone: true)
      if let component { ComponentComposer.append(component, to: &octets) }
    }
  }

  private func revision(_ revision: PublishedPlacement.Revision) -> PlacementComponents.Revision {
    PlacementComponents.Revision(
      sequence: revision.sequence, stamp: schedule.publications[revision.publication].time)
  }
}

extension PublishedPlacement {
  /// Whether it is no longer planned. What something with precedence replaced stays planned, and has an outcome.
  var isDropped: Bool { status == .cancelled && outcome == nil }
}

extension SlotTiming {
  /// The month in which it is, counted from that of the year 0.
  var month: Int {
    let (year, month, _) = day.components
    return year * 12 + month - 1
  }

  /// The last day on which it may begin.
  var lastDay: CivilDay { days.upperBound.before }
}
