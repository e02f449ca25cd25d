import ScheduleModel
import StationDesk
import StationStore

/// All that answers requests: who people are and what they may, the years of the plans, and the feeds.
struct Station: Sendable {
  let settings: ServerSettings
  let surroundings: Surroundings
  let desk: Desk
  let years: YearShelf
  let drafts: DeskShelf
  let states: PlanStates
  /// Those who change one plan take turns.
  let turns = PlanTurns()
  /// What other texts of plans do to the year.
  let effects: PlanEffects
  let feeds: FeedDesk
  let feedShelf: FeedShelf
  let factors: SecondFactor
  let metrics = Metrics()
  /// When the server began, in milliseconds of ``Surroundings/milliseconds``.
  let started: Int
  /// The version of the program, by which results are kept.
  let program: String
  /// Calendars that were served lately.
  let feedBodies = BodyStore(most: 64 << 20)

  /// Files that are being sent in.
  let largeBodies = LargeBodies(4)

  /// The time in UTC.
  func now() -> LocalTime { surroundings.now() }

  /// Throws when the store cannot be read.
  func check() async throws { _ = try await desk.store.read { try $0.plans().count } }

  /// Waits until a job has come to its end.
  ///
  /// - Returns: Whether it has within so many seconds.
  func waitForEnd(of job: StoredJob, seconds: Int) async throws -> Bool {
    for _ in 0..<(seconds * 10) {
      guard try await desk.store.read({ try $0.job(job.number) })?.state.isOpen == true else { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  /// The cookie of a session, as a browser is told to keep it; `nil` tells it to forget the cookie.
  func cookie(_ value: String?) -> String {
    "\(settings.cookieName)=\(value ?? ""); Path=/; HttpOnly; SameSite=Lax"
      + (value == nil ? "; Max-Age=0" : "") + (settings.isEncrypted ? "; Secure" : "")
  }
}
