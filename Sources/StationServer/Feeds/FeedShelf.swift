import StationDesk
import StationStore
import Synchronization

/// What secret addresses lead to, as long as nothing in the store changes: a client that asks again costs no look into the
/// database.
///
/// A revoked subscription, a disabled account and a new publication are changes, so nothing is served a moment longer.
final class FeedShelf: Sendable {
  private struct State {
    /// The count of changes before what is kept was read.
    var count = 0
    var kept: [String: Kept] = [:]
  }

  /// What an address leads to, and the answer to a client that may have it already; `nil` before it was made, and for a
  /// calendar that the plan does not have any more.
  struct Kept {
    let delivery: FeedDelivery
    let answer: ConditionalAnswer?
  }

  /// How many addresses are kept at the most.
  private static let most = 20_000

  private let feeds: FeedDesk
  private let changes: StoreChanges
  private let state = Mutex(State())

  init(_ feeds: FeedDesk, _ changes: StoreChanges) {
    self.feeds = feeds
    self.changes = changes
  }

  /// What the address with a secret leads to; `nil` when it leads to nothing. Addresses that lead to nothing are not kept:
  /// whoever tries many would fill the memory.
  func kept(secret: String) async throws -> Kept? {
    let count = changes.count
    if let count {
      let kept = state.withLock { $0.count == count ? $0.kept[secret] : nil }
      if let kept { return kept }
    }
    guard let delivery = try await feeds.feed(secret: secret) else { return nil }
    let kept = Kept(
      delivery: delivery,
      answer: delivery.state.flatMap { state in
        state.tag.map { ConditionalAnswer(digest: $0, changed: state.changedAt) }
      })
    if let count {
      state.withLock { state in
        if state.count != count || state.kept.count >= Self.most { state = State(count: count) }
        state.kept[secret] = kept
      }
    }
    return kept
  }
}
