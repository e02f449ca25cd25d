import Planning
import ScheduleModel
import StationDesk
import StationStore

/// The years that were worked out, and the pages made of them, each kept until its plan's contents or the day change.
actor YearShelf {
  /// Where the plans come from.
  private let desk: Desk
  /// On which threads years and pages are made.
  nonisolated let work: HeavyWork
  /// Which program makes them: what another made is made anew.
  private let program: String
  private var years: [String: (year: YearReading, used: Int)] = [:]
  private var clock = 0
  private var inWork: [String: Task<YearReading, any Error>] = [:]
  private var pages = PageStore(most: 64 << 20)
  private var pagesInWork: [String: Task<String, any Error>] = [:]

  /// So many years are kept; the one that was asked for longest ago goes first.
  private static let mostYears = 64

  /// How many years are kept.
  var count: Int { years.count }

  init(_ desk: Desk, program: String, work: HeavyWork) {
    self.desk = desk
    self.program = program
    self.work = work
  }

  /// The year of a plan, as it is now.
  ///
  /// Whoever asks while it is being made waits for the same making.
  ///
  /// - Parameter now: In UTC.
  func year(of plan: StoredPlan, now: LocalTime) async throws -> YearReading {
    let state = try await desk.state(of: plan)
    // The day of Việt Nam: plans may be of another zone, whose pages then change their day at its 17:00 in UTC.
    let key = "\(plan.slug) \(state) \(now.adding(minutes: 7 * 60).day) \(program)"
    clock += 1
    if let year = years[plan.slug]?.year, year.key == key {
      years[plan.slug]?.used = clock
      return year
    }
    if let task = inWork[key] { return try await task.value }
    // Nobody is given the former one any more; two of a province would be in memory at once.
    years[plan.slug] = nil
    let (desk, work) = (desk, work)
    let task = Task {
      let (book, files) = try await desk.contents(of: plan)
      return try await work.run { YearReading(address: plan.slug, key: key, book, files, now: now) }
    }
    inWork[key] = task
    defer { inWork[key] = nil }
    let year = try await task.value
    years[plan.slug] = (year, clock)
    if years.count > Self.mostYears, let oldest = years.min(by: { $0.value.used < $1.value.used })?.key {
      years[oldest] = nil
    }
    return year
  }

  /// The body of a page of a year: kept, or made now.
  ///
  /// - Parameter key: What it depends on besides the year.
  func body(of year: YearReading, _ key: String, _ make: @escaping @Sendable () throws -> String) async throws
    -> String
  {
    let key = "\(year.key)\n\(key)"
    if let body = pages.page(key) { return body }
    if let task = pagesInWork[key] { return try await task.value }
    let work = work
    let task = Task { try await work.run(make) }
    pagesInWork[key] = task
    defer { pagesInWork[key] = nil }
    let body = try await task.value
    pages.keep(body, as: key)
    return body
  }
}
