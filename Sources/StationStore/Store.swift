public import ScheduleModel

/// Everything that a station's server keeps, in SQLite or PostgreSQL.
///
/// What is kept is reached inside a transaction, by the functions of ``StoreTransaction``.
public struct Store: Sendable {
  let database: any StoreDatabase

  /// Opens a store and brings its tables up to this program.
  ///
  /// - Parameters:
  ///   - location: Where it is.
  ///   - begins: Whether a data folder is begun where there is none; a PostgreSQL database has to be there in any case.
  ///   - now: The time in UTC, which is noted beside changes of the tables.
  /// - Throws: ``StoreRefusal``, as when a newer program changed the tables or another process holds the data folder.
  public static func open(_ location: StoreLocation, begins: Bool = true, now: LocalTime) async throws
    -> Store
  {
    let database: any StoreDatabase =
      switch location {
      case .folder(let path): try SQLiteDatabase(folder: path, begins: begins)
      case .postgres(let address): try await PostgresDatabase(address)
      }
    let store = Store(database: database)
    do {
      try await store.migrate(now)
      return store
    } catch {
      try? await store.close()
      throw error
    }
  }

  /// Does work that only reads, on one state of the store from beginning to end.
  public func read<Value: Sendable>(_ work: @escaping @Sendable (StoreTransaction) throws -> Value)
    async throws
    -> Value
  {
    try await database.read { try StoreTransaction($0).finishing(work) }
  }

  /// Does work in a transaction: all of it is on the disk when this returns, or nothing when it throws.
  ///
  /// - Parameter locks: What the work decides about by what it reads. Others who name the same wait until it is done, so
  ///   that what was read still holds when it is written.
  public func write<Value: Sendable>(
    _ locks: StoreLock..., work: @escaping @Sendable (StoreTransaction) throws -> Value
  ) async throws -> Value {
    try await write(locks, work)
  }

  func write<Value: Sendable>(
    _ locks: [StoreLock], _ work: @escaping @Sendable (StoreTransaction) throws -> Value
  ) async throws -> Value {
    // Everybody takes locks in the same order, so nobody waits for one who waits.
    let ordered = locks.sorted { $0.key < $1.key }
    let (value, hasChanged) = try await database.write { connection in
      for lock in ordered { try connection.lock(lock) }
      let transaction = StoreTransaction(connection)
      let value = try transaction.finishing(work)
      return (value, transaction.hasChanged)
    }
    if hasChanged { database.changes.add() }
    return value
  }

  /// Counts what is changed in the store.
  public var changes: StoreChanges { database.changes }

  /// Begins to hear of what other processes change, so that ``changes`` counts that too. On PostgreSQL this takes a connection.
  public func listen() { database.listen() }

  /// Ends the store; the last thing that is done with it.
  public func close() async throws { try await database.close() }
}
