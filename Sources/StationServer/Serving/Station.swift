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
  let replans = ReplanJobs()
  let feeds: FeedDesk

  /// The time in UTC.
  func now() -> LocalTime { surroundings.now() }

  /// Throws when the store cannot be read.
  func check() async throws { _ = try await desk.store.read { try $0.plans().count } }

  /// The cookie of a session, as a browser is told to keep it; `nil` tells it to forget the cookie.
  func cookie(_ value: String?) -> String {
    "\(settings.cookieName)=\(value ?? ""); Path=/; HttpOnly; SameSite=Lax"
      + (value == nil ? "; Max-Age=0" : "") + (settings.isEncrypted ? "; Secure" : "")
  }
}
