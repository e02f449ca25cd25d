import NIOCore
import Synchronization

/// Octets that are served again and again, up to a number of octets in all.
final class BodyStore: Sendable {
  private struct State {
    var bodies: [String: ByteBuffer] = [:]
    var size = 0
  }

  private let state = Mutex(State())
  private let most: Int

  /// - Parameter most: So many octets are kept at the most.
  init(most: Int) { self.most = most }

  /// What is kept under a key; `nil` for nothing.
  func octets(_ key: String) -> ByteBuffer? { state.withLock { $0.bodies[key] } }

  /// Drops all.
  func forget() { state.withLock { $0 = State() } }

  /// Keeps octets; when there is no more room, what is there goes first.
  func keep(_ octets: ByteBuffer, as key: String) {
    guard octets.readableBytes <= most / 4 else { return }
    state.withLock { state in
      if state.size + octets.readableBytes > most { state = State() }
      state.size += octets.readableBytes - (state.bodies[key]?.readableBytes ?? 0)
      state.bodies[key] = octets
    }
  }
}
