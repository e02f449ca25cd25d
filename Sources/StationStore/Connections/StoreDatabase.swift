/// A database with its connections.
protocol StoreDatabase: Sendable {
  /// Does work that only reads, on one state of the database from beginning to end.
  func read<Value: Sendable>(_ work: @escaping @Sendable (any StoreConnection) throws -> Value) async throws
    -> Value

  /// Does work in a transaction: all of it is on the disk when this returns, or nothing when it throws.
  func write<Value: Sendable>(_ work: @escaping @Sendable (any StoreConnection) throws -> Value) async throws
    -> Value

  /// Counts what is changed.
  var changes: StoreChanges { get }

  /// Begins to hear of what other processes change.
  func listen()

  /// Ends all connections; the last thing that is done with it.
  func close() async throws
}
