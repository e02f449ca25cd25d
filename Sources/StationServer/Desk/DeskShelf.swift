import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The years of plans as people work on them: the published year is worked out once, each draft is held against it.
actor DeskShelf {
  private let desk: Desk
  /// On which threads years are made.
  nonisolated let work: HeavyWork
  private var years: [String: (key: String, year: StationYear, used: Int)] = [:]
  private var readings: [String: DeskReading] = [:]
  private var inWork: [String: Task<DeskReading, any Error>] = [:]
  private var clock = 0

  /// So many years are kept; the one that was asked for longest ago goes first.
  private static let mostYears = 16

  init(_ desk: Desk, work: HeavyWork) {
    self.desk = desk
    self.work = work
  }

  /// A plan with its draft, as it is now. Whoever asks while it is worked out waits for the same work.
  ///
  /// - Parameter now: In UTC.
  func reading(of plan: StoredPlan, now: LocalTime) async throws -> DeskReading {
    // The draft of a province has many megabytes; it is read only where it is not known.
    let known = Self.key(plan, state: try await desk.state(of: plan), now: now)
    if let reading = readings[plan.slug], reading.key == known { return reading }
    let stored = try await desk.draft(of: plan)
    let key = Self.key(plan, state: stored.state, now: now)
    if let reading = readings[plan.slug], reading.key == key { return reading }
    if let task = inWork[key] { return try await task.value }
    let task = Task { try await make(plan, stored, key, now) }
    inWork[key] = task
    defer { inWork[key] = nil }
    let reading = try await task.value
    readings[plan.slug] = reading
    return reading
  }

  /// By what a reading is known.
  private static func key(_ plan: StoredPlan, state: String, now: LocalTime) -> String {
    "\(plan.slug) \(state) \(now.adding(minutes: 7 * 60).day)"
  }

  /// Takes over what a move that was just stored has made of a reading, so that the draft is not read again.
  ///
  /// - Parameters:
  ///   - rows: The rows that changed.
  ///   - gone: The rows that are there no more.
  ///   - table: The draft as it was stored.
  ///   - state: The state of the plan since.
  func adopt(
    _ worked: WorkedDraft, _ rows: [ScheduleDraft.Row], without gone: [ScheduleDraft.Row] = [],
    table: [UInt8], from reading: DeskReading, of plan: StoredPlan,
    state: String, now: LocalTime
  ) -> DeskReading {
    let key = Self.key(plan, state: state, now: now)
    let next = DeskReading(key: key, state: state, worked, rows, without: gone, table: table, from: reading)
    // Whoever was faster has stored another state since, and reads it again.
    if readings[plan.slug]?.key == reading.key { readings[plan.slug] = next }
    return next
  }

  private func make(_ plan: StoredPlan, _ stored: StoredDraft, _ key: String, _ now: LocalTime) async throws
    -> DeskReading
  {
    let year = try await year(of: plan, stored.stateWithoutDraft)
    return try await work.run {
      DeskReading(
        key: key, state: stored.state, address: plan.slug,
        year.with(draft: stored.draft, base: stored.base), now: now)
    }
  }

  /// The year without its draft, with everything worked out that does not depend on a draft.
  private func year(of plan: StoredPlan, _ key: String) async throws -> StationYear {
    clock += 1
    if let known = years[plan.slug], known.key == key {
      years[plan.slug]?.used = clock
      return known.year
    }
    // Nobody is given the former ones any more; two of a province would be in memory at once.
    (years[plan.slug], readings[plan.slug]) = (nil, nil)
    let (book, files) = try await desk.contents(of: plan)
    let year = try await work.run {
      var files = files
      files?.draft = nil
      files?.draftBase = nil
      var year = StationYear(book, files)
      year.prepareForDrafts()
      return year
    }
    years[plan.slug] = (key, year, clock)
    if years.count > Self.mostYears, let oldest = years.min(by: { $0.value.used < $1.value.used })?.key {
      years[oldest] = nil
      readings[oldest] = nil
    }
    return year
  }
}

/// A plan's draft as it is at one moment, with what it breaks.
struct DeskReading: Sendable {
  /// What it follows from.
  let key: String
  /// What a change of the plan has to rest on.
  let state: String
  /// By what addresses name the plan.
  let address: String
  /// The year with its draft; whoever asks something of it takes a copy.
  let year: StationYear
  /// What can be worked on; `nil` when there is none, which ``findings`` explain.
  let work: Work?
  /// What is wrong with plan and draft, besides broken rules.
  let findings: [Finding]
  /// The day on the station's clock.
  let today: CivilDay

  /// A draft that can be read.
  struct Work: Sendable {
    let plan: Plan
    fileprivate(set) var worked: WorkedDraft
    let slots: [String: Slot]
    /// The slots of each outlet, in order.
    let slotsOfOutlet: [String: [Slot]]
    /// The outlets that have slots or placements, in the plan's order; a move adds none.
    let usedOutlets: [Outlet]
    fileprivate(set) var rows: [String: ScheduleDraft.Row]
    let days: BroadcastDays
    /// Whether anything is published, so that there is a past.
    let isPublished: Bool
  }

  init(key: String, state: String, address: String, _ year: StationYear, now: LocalTime) {
    var year = year
    (self.key, self.state, self.address) = (key, state, address)
    today = year.local(now).day
    let (worked, findings) = year.workedDraft(at: now)
    self.findings = findings
    work = worked.flatMap { worked in
      year.plan.map { plan in
        let slots = year.slots().slots
        let used = Set(slots.lazy.map(\.outlet)).union(worked.draft.rows.lazy.map(\.placement.outlet))
        return Work(
          plan: plan, worked: worked,
          slots: Dictionary(slots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
          slotsOfOutlet: Dictionary(grouping: slots, by: \.outlet).mapValues { slots in
            slots.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
          }, usedOutlets: plan.outlets.filter { used.contains($0.id) },
          rows: Dictionary(
            worked.draft.rows.map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first }),
          days: BroadcastDays(plan: plan), isPublished: year.book.isPublished)
      }
    }
    self.year = year
  }

  /// The reading after a move that was stored.
  fileprivate init(
    key: String, state: String, _ worked: WorkedDraft, _ rows: [ScheduleDraft.Row],
    without gone: [ScheduleDraft.Row], table: [UInt8], from reading: DeskReading
  ) {
    (self.key, self.state, address, today) = (key, state, reading.address, reading.today)
    year = reading.year.with(
      draft: InputFile(name: "draft.csv", bytes: table),
      base: InputFile(name: "draft.base", bytes: Array(worked.draft.base.text.utf8)))
    findings = reading.findings
    work = reading.work.map { before in
      var work = before
      work.worked = worked
      for row in rows { work.rows[row.placement.uid] = row }
      for row in gone { work.rows[row.placement.uid] = nil }
      return work
    }
  }
}

extension DeskReading {
  /// Whether the draft was made by another text of the plan, or before another publication, so that nothing moves in it
  /// before it is planned anew.
  var isOutdated: Bool { findings.contains { $0.code == .draftOutdated } }
}

extension DeskReading.Work {
  /// Whether a placement has ended, and does not move any more.
  func isPast(_ placement: Placement) -> Bool {
    isPublished && days.days(of: placement).upperBound <= worked.today
  }

  /// Whether a slot has ended, and takes nothing any more.
  func isPast(_ slot: Slot) -> Bool {
    isPublished && days.days(of: slot.timing, on: slot.outlet).upperBound <= worked.today
  }

  /// Which work a placement is: `Tin trong chương trình thời sự, kỳ 3, tiếng Mông`.
  func name(of placement: Placement, _ language: ReaderLanguage) -> String {
    words(language).name(of: placement)
  }

  func title(of placement: Placement, _ language: ReaderLanguage) -> String {
    words(language).title(of: placement)
  }

  func details(of placement: Placement, _ language: ReaderLanguage) -> String {
    words(language).details(of: placement)
  }

  /// When something is, by its broadcast day: `Thứ Hai, 11/06/2018, 19:45–20:00`.
  func time(of timing: SlotTiming, on outlet: String, _ language: ReaderLanguage) -> String {
    words(language).time(of: timing, on: outlet)
  }

  private func words(_ language: ReaderLanguage) -> PlacementWords {
    PlacementWords(plan: plan, days: days, language: language)
  }
}
