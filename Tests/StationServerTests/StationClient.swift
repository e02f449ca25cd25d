import Hummingbird
import HummingbirdTesting
import NIOCore

/// Asks a server on a port of this machine. Every request has a connection of its own, for the server closes one on
/// which nothing is said, and a test may be silent for long on a busy machine.
struct StationClient: Sendable {
  let port: Int

  /// Runs a server as long as some work is done with it.
  ///
  /// - Parameter application: Makes the server, which tells the port once it listens.
  static func serve<Server: ApplicationProtocol>(
    _ application: (_ started: @escaping @Sendable (_ port: Int) async -> Void) -> Server,
    _ work: (StationClient) async throws -> Void
  ) async throws {
    let (ports, told) = AsyncStream<Int>.makeStream()
    let server = application { told.yield($0) }
    let running = Task {
      defer { told.finish() }
      try await server.runService(gracefulShutdownSignals: [])
    }
    var port: Int?
    for await one in ports {
      port = one
      break
    }
    let outcome: Result<Void, any Error>
    do {
      if let port { try await work(StationClient(port: port)) }
      outcome = .success(())
    } catch { outcome = .failure(error) }
    running.cancel()
    let ended = await running.result
    // Without a port the server did not start, and says why.
    if port == nil { try ended.get() }
    try outcome.get()
  }

  /// Sends a request and waits for its answer.
  ///
  /// - Throws: When no answer comes in five minutes.
  func execute(
    uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil
  ) async throws -> Answer {
    let patience = TestClient.Configuration(timeout: .seconds(300))
    return try await TestClient.withClient(host: "127.0.0.1", port: port, configuration: patience) { client in
      let answer = try await client.execute(
        TestClient.Request(uri, method: method, authority: "localhost", headers: headers, body: body))
      return Answer(status: answer.status, headers: answer.headers, body: answer.body ?? ByteBuffer())
    }
  }
}

/// What a server answered.
struct Answer: Sendable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let body: ByteBuffer
}
