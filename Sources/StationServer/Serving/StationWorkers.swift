public import Logging
import ServiceLifecycle
public import StationWork
import UnixSignals

/// A process that only works: it does jobs of a store until it is told to stop.
public struct StationWorkers: Sendable {
  private let runners: [JobRunner]
  private let logger: Logger

  /// - Parameter runners: As many as work at a time.
  public init(_ runners: [JobRunner], logger: Logger) {
    self.runners = runners
    self.logger = logger
  }

  /// Works until the process is told to end (SIGTERM, SIGINT).
  public func run() async throws {
    var group = ServiceGroupConfiguration(
      services: [WorkService(runners: runners)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    group.maximumGracefulShutdownDuration = .seconds(20)
    try await ServiceGroup(configuration: group).run()
  }
}
