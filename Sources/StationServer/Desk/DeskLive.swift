import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import StationDesk
import StationStore

/// Tells browsers that a plan changed, by server-sent events: the state of the plan and nothing else, so that whoever
/// missed one misses nothing.
enum DeskLive {
  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    // A stop of the server ends the stream.
    let events = PlanEvents(states: visit.station.states, plan: plan).cancelOnGracefulShutdown()
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

  func makeAsyncIterator() -> Iterator { Iterator(states: states, plan: plan) }

  struct Iterator: AsyncIteratorProtocol {
    let states: PlanStates
    let plan: StoredPlan
    private var last = ""
    private var looks = 0

    /// A stream ends after so many seconds; the browser comes again, and is asked again who it is.
    private static let mostLooks = 600

    init(states: PlanStates, plan: StoredPlan) {
      self.states = states
      self.plan = plan
    }

    mutating func next() async throws -> ByteBuffer? {
      while looks < Self.mostLooks {
        if looks > 0 { try await Task.sleep(for: .seconds(1)) }
        looks += 1
        let state = try await states.state(of: plan)
        if state != last {
          last = state
          return ByteBuffer(string: "event: state\nid: \(state)\ndata: \(state)\n\n")
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
