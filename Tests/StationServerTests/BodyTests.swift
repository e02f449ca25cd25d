import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import StationServer

/// What is read of a request's body, and how long for.
struct BodyTests {
  @Test("a body that trickles in is given up after half a minute and a second for each 50 kB")
  func slowBodies_areGivenUp() async throws {
    // A part of 10 kB every second: 30 seconds and 300 kB are reached together, so 36 parts are, and 38 are not.
    let fast = try await Self.read(parts: 36, of: 10_000, everyMilliseconds: 1_000)
    #expect(fast.count == 360_000)
    let error = await #expect(throws: Refusal.self) {
      try await Self.read(parts: 38, of: 10_000, everyMilliseconds: 1_000)
    }
    #expect(error?.status == .requestTimeout)
    let single = await #expect(throws: Refusal.self) {
      try await Self.read(parts: 40, of: 1, everyMilliseconds: 1_000)
    }
    #expect(single?.status == .requestTimeout)
  }

  @Test("a body that says it is too large is not read at all, one that turns out to be no further")
  func largeBodies_areGivenUp() async throws {
    let counter = Mutex(0)
    let request = Self.request(parts: 10, of: 100, says: "1000") { counter.withLock { $0 += 1 } }
    let told = await #expect(throws: Refusal.self) {
      try await BoundedBody.read(request, limit: 250) { 0 }
    }
    #expect(told?.status == .contentTooLarge)
    #expect(counter.withLock { $0 } == 0)
    let untold = Self.request(parts: 10, of: 100) { counter.withLock { $0 += 1 } }
    let found = await #expect(throws: Refusal.self) {
      try await BoundedBody.read(untold, limit: 250) { 0 }
    }
    #expect(found?.status == .contentTooLarge)
    #expect(counter.withLock { $0 } == 3)
  }

  @Test("a form with files has at most a hundred parts")
  func parts_haveAMost() {
    func form(_ count: Int) -> [UInt8] {
      let parts = (1...count).map { "--b\r\nContent-Disposition: form-data; name=\"n\($0)\"\r\n\r\nx\r\n" }
      return Array((parts.joined() + "--b--\r\n").utf8)
    }
    #expect(MultipartBody(form(100), boundary: "b")?.fields.count == 100)
    #expect(MultipartBody(form(101), boundary: "b") == nil)
  }

  @Test("a few files are taken at a time, and a place is free again when one is through")
  func largeBodies_haveFewPlaces() throws {
    let places = LargeBodies(2)
    try places.enter()
    try places.enter()
    let refusal = #expect(throws: Refusal.self) { try places.enter() }
    #expect(refusal?.status == .serviceUnavailable && refusal?.retryAfter == 10)
    places.leave()
    try places.enter()
  }

  private static func read(parts: Int, of size: Int, everyMilliseconds: Int) async throws -> [UInt8] {
    let clock = Mutex(0)
    let request = request(parts: parts, of: size) { clock.withLock { $0 += everyMilliseconds } }
    return try await BoundedBody.read(request, limit: 1 << 20) { clock.withLock { $0 } }
  }

  /// A request whose body comes in parts.
  ///
  /// - Parameters:
  ///   - length: What it says of its length; `nil` for nothing.
  ///   - before: Called before each part comes.
  private static func request(
    parts: Int, of size: Int, says length: String? = nil, before: @escaping @Sendable () -> Void
  ) -> Request {
    var headers = HTTPFields()
    headers[.contentLength] = length
    let left = Mutex(parts)
    let body = AsyncStream<ByteBuffer> {
      let comes = left.withLock { left in
        left -= 1
        return left >= 0
      }
      guard comes else { return nil }
      before()
      return ByteBuffer(repeating: 7, count: size)
    }
    return Request(
      head: HTTPRequest(
        method: .post, scheme: "http", authority: "localhost", path: "/", headerFields: headers),
      body: RequestBody(asyncSequence: body))
  }
}
