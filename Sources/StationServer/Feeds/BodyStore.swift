import Synchronization

/// Octets that are served again and again, up to a number of octets in all.
final class BodyStore: Sendable {
  private struct State {
    var bodies: [String: [UInt8]] = [:]
    var size = 0
  }

  private let state = Mutex(State())
  private let most: Int

  /// - Parameter most: So many octets are kept at the most.
  init(most: Int) { self.most = most }

  /// What is kept under a key; `nil` for nothing.
  func octets(_ key: String) -> [UInt8]? { state.withLock { $0.bodies[key] } }

  /// Drops all.
  func forget() { state.withLock { $0 = State() } }

  /// Keeps octets; when there is no more room, what is there goes first.
  func keep(_ octets: [UInt8], as key: String) {
    guard octets.count <= most / 4 else { return }
    state.withLock { state in
      if state.size + octets.count > most { state = State() }
      state.size += octets.count - (state.bodies[key]?.count ?? 0)
      state.bodies[key] = octets
    }
  }
}
