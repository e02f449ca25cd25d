import Digests
import Foundation
import Hummingbird
import Logging
import StationDesk
import StoreSupport
import Testing

@testable import StationServer

/// How long a connection may be silent, and how many there are.
struct ConnectionTests {
  @Test("a connection on which nothing is said is closed, after a minute by default")
  func silence_isEnded() async throws {
    #expect(ServerSettings().idleSeconds == 60)
    var settings = ServerSettings()
    settings.idleSeconds = 1
    try await ServedStation.serve([:], settings: settings) { station in
      let port = station.client.port
      let silent = try RawConnection(port: port)
      #expect(try await silent.waitsForEnd(seconds: 60))
      let broken = try RawConnection(port: port)
      broken.say("GET /health/live HTTP/1.1\r\nHost: loc")
      #expect(try await broken.waitsForEnd(seconds: 60))
    }
  }

  @Test("of too many connections the last ones wait until another one ends")
  func connections_haveAMost() async throws {
    #expect(ServerSettings().mostConnections == 1_024)
    var settings = ServerSettings()
    settings.port = 0
    settings.mostConnections = 3
    try await Self.run(settings) { port in
      let request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
      var answered: [RawConnection] = []
      for _ in 0..<3 {
        let next = try RawConnection(port: port)
        next.say(request)
        #expect(try await next.hears("200 OK", seconds: 60))
        answered.append(next)
      }
      let late = try RawConnection(port: port)
      late.say(request)
      #expect(try await !late.hears("200 OK", seconds: 3))
      answered.removeLast().end()
      #expect(try await late.hears("200 OK", seconds: 60))
    }
  }

  /// Runs a server as its command does; the one of the other tests listens by itself, without a most of connections.
  private static func run(_ settings: ServerSettings, _ work: @Sendable (_ port: Int) async throws -> Void)
    async throws
  {
    try await TestedDatabase.sqlite.withStore { store in
      let key = [UInt8](repeating: 7, count: FeedDesk.keyLength)
      let desk = Desk(store, cost: Scrypt.Cost(logN: 4, blockSize: 8, parallelism: 1)) {
        [UInt8](repeating: 9, count: $0)
      }
      let server = StationService(
        settings, desk: desk, feeds: FeedDesk(desk, key: key, program: LichSongVersion.tested),
        factors: SecondFactor(desk, key: key, isObligatory: false),
        surroundings: Surroundings(
          now: { ServedStation.now }, milliseconds: { 0 }, programs: [], processors: 2,
          ownProgram: BuiltProgram.path("lichsong-server")), runners: [], program: LichSongVersion.tested,
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      try await StationClient.serve(server.application) { try await work($0.port) }
    }
  }
}

/// A connection to a port of this machine, byte by byte.
private final class RawConnection {
  private let socket: Int32

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    try #require(result == 0)
  }

  deinit { end() }

  func end() { shutdown(socket, Int32(SHUT_RDWR)) }

  func say(_ text: String) {
    let octets = Array(text.utf8)
    _ = send(socket, octets, octets.count, Int32(MSG_NOSIGNAL))
  }

  /// Whether something is answered in time that has a text.
  func hears(_ text: String, seconds: Int) async throws -> Bool {
    var heard: [UInt8] = []
    for _ in 0..<(seconds * 20) {
      guard let more = read() else { return false }
      heard += more
      if String(decoding: heard, as: UTF8.self).contains(text) { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return false
  }

  /// Whether the other side ends the connection in time.
  func waitsForEnd(seconds: Int) async throws -> Bool {
    for _ in 0..<(seconds * 20) {
      if read() == nil { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return false
  }

  /// What has come so far; `nil` once the connection has ended. It waits for nothing: the server answers on the same threads.
  private func read() -> [UInt8]? {
    var wanted = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, 0) > 0 else { return [] }
    var octets = [UInt8](repeating: 0, count: 4_096)
    let count = recv(socket, &octets, octets.count, 0)
    return count > 0 ? Array(octets.prefix(count)) : nil
  }
}
