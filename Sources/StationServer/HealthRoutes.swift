public import Hummingbird

/// The addresses at which a watchdog asks whether the server answers.
public struct HealthRoutes: Sendable {
  /// The routes.
  public init() {}

  /// Adds them to a router: `/health/live` answers as long as the process takes requests.
  public func add(to router: Router<BasicRequestContext>) {
    router.get("/health/live") { _, _ in "live\n" }
  }
}
