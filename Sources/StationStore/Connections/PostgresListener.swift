import Foundation
import Synchronization

/// Hears of the changes that other processes make in a PostgreSQL database, on a connection and a thread of its own.
///
/// Every transaction that changes something says so on one channel when it is committed (NOTIFY), and says nothing else.
final class PostgresListener: Sendable {
  /// The channel.
  static let channel = "lichsong"
  /// How long a thread waits before it looks whether it is to end, in milliseconds.
  private static let patience = 500
  /// After how many silent waits the server is asked whether it is still there.
  private static let silences = 10

  private let isEnded = Atomic<Bool>(false)

  /// Begins to listen; word comes within moments, and again after the server was away.
  init(_ address: String, _ changes: StoreChanges) {
    let thread = Thread { [self] in
      while !isEnded.load(ordering: .acquiring) {
        try? listen(address, changes)
        changes.miss()
        if !isEnded.load(ordering: .acquiring) { usleep(useconds_t(Self.patience * 1_000)) }
      }
    }
    thread.name = "postgresql listener"
    thread.start()
  }

  /// The thread ends within half a second.
  func end() { isEnded.store(true, ordering: .releasing) }

  /// Listens until it is to end or the connection breaks.
  private func listen(_ address: String, _ changes: StoreChanges) throws {
    let connection = try PostgresConnection(address)
    try connection.script("LISTEN \(Self.channel)")
    changes.hear()
    var silences = 0
    while !isEnded.load(ordering: .acquiring) {
      if try connection.hears(within: Self.patience) {
        changes.add()
        silences = 0
      } else {
        silences += 1
      }
      if silences == Self.silences {
        try connection.script("SELECT 1")
        silences = 0
      }
    }
  }
}
