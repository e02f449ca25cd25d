package import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import ServiceLifecycle
public import StationDesk
import StationStore
public import StationWork
import UnixSignals

/// The server: takes requests until it is told to stop, then waits a while for those that are open.
public struct StationService: Sendable {
  private let station: Station
  private let runners: [JobRunner]
  private let logger: Logger

  /// - Parameters:
  ///   - settings: Where it listens, and what browsers call it.
  ///   - desk: Who people are, what they may, and the plans.
  ///   - runners: Do the work in the background; none where processes of their own do it.
  ///   - program: The version of the program, by which results are kept.
  public init(
    _ settings: ServerSettings, desk: Desk, feeds: FeedDesk, factors: SecondFactor,
    surroundings: Surroundings, runners: [JobRunner], program: String, logger: Logger
  ) {
    self.runners = runners
    let work = HeavyWork(atOnce: max(1, surroundings.processors))
    station = Station(
      settings: settings, surroundings: surroundings, desk: desk,
      years: YearShelf(desk, program: program, work: work), drafts: DeskShelf(desk, work: work),
      states: PlanStates(desk, milliseconds: surroundings.milliseconds),
      effects: PlanEffects(desk.store, program: surroundings.ownProgram, seconds: settings.effectSeconds),
      feeds: feeds,
      feedShelf: FeedShelf(feeds, desk.store.changes), factors: factors, started: surroundings.milliseconds(),
      program: program)
    self.logger = logger
  }

  /// Serves until the process is told to end (SIGTERM, SIGINT), or the task is cancelled.
  ///
  /// - Parameter started: Called with the port once it listens.
  /// - Throws: ``ListeningRefusal`` when the system does not let it listen.
  public func run(started: @escaping @Sendable (_ port: Int) async -> Void) async throws {
    station.desk.store.listen()
    try await station.feeds.askForAll(on: station.now())
    var group = ServiceGroupConfiguration(
      services: services(started), gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    // An answer that does not end would keep the process for ever.
    group.maximumGracefulShutdownDuration = .seconds(station.settings.stopSeconds)
    do {
      try await ServiceGroup(configuration: group).run()
    } catch let error as IOError {
      let settings = station.settings
      let metrics = settings.metricsPort.map { ", 127.0.0.1:\($0)" } ?? ""
      throw ListeningRefusal(place: "\(settings.host):\(settings.port)\(metrics)", code: error.errnoCode)
    }
  }

  private func services(_ started: @escaping @Sendable (_ port: Int) async -> Void) -> [any Service] {
    var services: [any Service] = [WorkService(runners: runners), application(started)]
    if let port = station.settings.metricsPort {
      services.append(MetricsApplication.application(station, port: port, logger: logger))
    }
    return services
  }

  /// Drops the calendars that are held in memory.
  package func forgetBodies() { station.feedBodies.forget() }

  /// What takes the requests.
  package func application(_ started: @escaping @Sendable (_ port: Int) async -> Void = { _ in })
    -> some ApplicationProtocol
  {
    let settings = station.settings
    let channel = HTTP1Channel.Configuration(
      idleTimeout: .seconds(Int64(settings.idleSeconds)),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16 * 1_024, maxHeaderListSize: 32 * 1_024, maxHeaderFieldCount: 100))
    return Application(
      responder: OutermostResponder(
        inner: RouteTable.responder(of: station), settings: settings,
        milliseconds: station.surroundings.milliseconds, metrics: station.metrics),
      server: .http1(configuration: channel),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(settings.mostConnections)),
      onServerRunning: { await started($0.localAddress?.port ?? settings.port) }, logger: logger)
  }
}
