import Synchronization

/// A PostgreSQL database: several connections, each with a thread of its own.
final class PostgresDatabase: StoreDatabase {
  let changes = StoreChanges(hears: false)

  private let address: String
  private let listener = Mutex<PostgresListener?>(nil)
  private let threads: WorkerThreads<Place>

  /// A thread's connection; `nil` before its first work, and after the server went away.
  private struct Place {
    let address: String
    var connection: PostgresConnection?

    /// The connection, with a transaction begun. A server that was restarted while nothing was done is not noticed.
    mutating func begin(_ statement: String) throws(StoreRefusal) -> PostgresConnection {
      if let connection {
        do throws(StoreRefusal) {
          try connection.script(statement)
          return connection
        } catch {
          self.connection = nil
          guard case .unreachable = error else { throw error }
        }
      }
      let fresh = try PostgresConnection(address)
      connection = fresh
      try fresh.script(statement)
      return fresh
    }

    mutating func transaction<Value>(
      _ begin: String, _ work: (any StoreConnection) throws -> Value
    ) throws -> Value {
      let connection = try self.begin(begin)
      do {
        let value = try work(connection)
        try connection.script("COMMIT")
        return value
      } catch {
        do throws(StoreRefusal) { try connection.script("ROLLBACK") } catch { self.connection = nil }
        throw error
      }
    }
  }

  /// Connects to a database.
  init(_ address: String, connections: Int = 8) async throws {
    self.address = address
    threads = WorkerThreads(connections, named: "postgresql") { Place(address: address) }
    do {
      try await read { _ in }
    } catch {
      threads.end()
      throw error
    }
  }

  func read<Value: Sendable>(_ work: @escaping @Sendable (any StoreConnection) throws -> Value) async throws
    -> Value
  {
    try await threads.run { place in
      try place.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work)
    }
  }

  func write<Value: Sendable>(_ work: @escaping @Sendable (any StoreConnection) throws -> Value) async throws
    -> Value
  {
    try await threads.run { place in try place.transaction("BEGIN", work) }
  }

  func listen() {
    listener.withLock { listener in
      if listener == nil { listener = PostgresListener(address, changes) }
    }
  }

  func close() {
    listener.withLock { $0?.end() }
    threads.end()
  }
}
