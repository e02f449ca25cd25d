import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import StationDesk
import StationStore

/// Tells browsers that a plan changed, by server-sent events: the state of the plan, so that whoever missed one misses nothing, and
/// who else moved what, for the status line.
enum DeskLive {
  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan?.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let (station, language) = (visit.station, visit.language)
    // A stop of the server ends the stream.
    let events = PlanEvents(states: station.states, plan: plan) { number in
      try await DeskNews.told(of: plan, after: number, to: visitor, station, language)
    }.cancelOnGracefulShutdown()
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store", .accelBuffering: "no",
      ], body: ResponseBody(asyncSequence: events))
  }
}

/// The events of a plan: its state at first and whenever it changes, and a comment where nothing happens, so that no
/// proxy takes the stream for dead.
private struct PlanEvents: AsyncSequence, Sendable {
  let states: PlanStates
  let plan: StoredPlan
  /// What others did since a row of the audit trail, and the newest row; the sentence is `nil` where it is nothing.
  let news: @Sendable (Int?) async throws -> (told: String?, newest: Int)

  func makeAsyncIterator() -> Iterator { Iterator(states: states, plan: plan, news: news) }

  struct Iterator: AsyncIteratorProtocol {
    let states: PlanStates
    let plan: StoredPlan
    let news: @Sendable (Int?) async throws -> (told: String?, newest: Int)
    private var last = ""
    private var newest: Int?
    private var looks = 0

    /// A stream ends after so many seconds; the browser comes again, and is asked again who it is.
    private static let mostLooks = 600

    init(
      states: PlanStates, plan: StoredPlan,
      news: @escaping @Sendable (Int?) async throws -> (told: String?, newest: Int)
    ) {
      (self.states, self.plan, self.news) = (states, plan, news)
    }

    mutating func next() async throws -> ByteBuffer? {
      while looks < Self.mostLooks {
        if looks > 0 { try await Task.sleep(for: .seconds(1)) }
        looks += 1
        let state = try await states.state(of: plan)
        if state != last {
          last = state
          let (told, number) = try await news(newest)
          newest = number
          let said = told.map { "event: told\ndata: \($0)\n\n" } ?? ""
          return ByteBuffer(string: said + "event: state\nid: \(state)\ndata: \(state)\n\n")
        }
        if looks % 15 == 0 { return ByteBuffer(string: ":\n\n") }
      }
      return nil
    }
  }
}

/// The states of plans, each looked up once after a change of the store, and once a second where changes are not heard of,
/// however many watch it.
actor PlanStates {
  private let desk: Desk
  private let milliseconds: @Sendable () -> Int
  private var known: [Int: (state: String, count: Int?, at: Int)] = [:]

  init(_ desk: Desk, milliseconds: @escaping @Sendable () -> Int) {
    self.desk = desk
    self.milliseconds = milliseconds
  }

  func state(of plan: StoredPlan) async throws -> String {
    let count = desk.store.changes.count
    if let known = known[plan.number] {
      if count == nil ? milliseconds() - known.at < 900 : known.count == count { return known.state }
    }
    let state = try await desk.state(of: plan)
    known[plan.number] = (state, count, milliseconds())
    return state
  }
}

extension HTTPField.Name {
  /// Asks a proxy not to hold a stream back.
  fileprivate static var accelBuffering: HTTPField.Name {
    guard let field = HTTPField.Name("X-Accel-Buffering") else { preconditionFailure("a name of a header") }
    return field
  }
}
