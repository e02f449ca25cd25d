import Synchronization

/// Counts the changes of a store, so that what was read can be served again until something is written.
///
/// Every transaction that changed a row counts, whatever it changed and whichever process made it: what is kept under a count
/// is never out of date by more than it takes word to come from the database.
public final class StoreChanges: Sendable {
  private let number = Atomic<Int>(0)
  private let isHeard: Atomic<Bool>

  /// - Parameter hears: Whether every change is counted from the beginning, as where one process alone may write.
  init(hears: Bool) { isHeard = Atomic(hears) }

  /// How many changes there were so far; `nil` while others may change something without our hearing of it.
  ///
  /// Whoever keeps what he reads asks for it *before* he reads.
  public var count: Int? { isHeard.load(ordering: .acquiring) ? number.load(ordering: .acquiring) : nil }

  /// Something was changed.
  func add() { number.add(1, ordering: .acquiringAndReleasing) }

  /// Word of changes comes from now on; what was before is not known.
  func hear() {
    add()
    isHeard.store(true, ordering: .releasing)
  }

  /// Word of changes does not come any more.
  func miss() { isHeard.store(false, ordering: .releasing) }
}
