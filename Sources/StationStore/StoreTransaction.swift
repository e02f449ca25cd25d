/// What is done with a store in one piece. Its functions stand in one file for each theme.
///
/// The first refusal ends it: nothing more is done in it, and nothing of it is kept.
public final class StoreTransaction {
  let connection: any StoreConnection
  private var refusal: StoreRefusal?
  /// What is to be said in the audit trail about this transaction, in order.
  var trail: [TrailNote] = []

  /// Whether a row was changed.
  private(set) var hasChanged = false

  init(_ connection: any StoreConnection) { self.connection = connection }

  /// Does the work, and writes the trail last: its lock is held for as short a time as can be.
  func finishing<Value>(_ work: (StoreTransaction) throws -> Value) throws -> Value {
    let value = try work(self)
    if let refusal { throw refusal }
    try writeTrail()
    if hasChanged { try connection.announceChange() }
    return value
  }

  /// The rows that a statement gives.
  func rows(_ statement: StaticString, _ values: StoreValue...) throws(StoreRefusal) -> [StoreRow] {
    try rows("\(statement)", values)
  }

  /// The only row that a statement gives; `nil` when there is none.
  func row(_ statement: StaticString, _ values: StoreValue...) throws(StoreRefusal) -> StoreRow? {
    try rows("\(statement)", values).first
  }

  /// Runs a statement that changes rows.
  ///
  /// - Returns: How many it changed.
  @discardableResult
  func run(_ statement: StaticString, _ values: StoreValue...) throws(StoreRefusal) -> Int {
    let count = try attempt { connection throws(StoreRefusal) in try connection.run("\(statement)", values) }
    if count > 0 { hasChanged = true }
    return count
  }

  /// Changes the tables by a migration's text.
  func script(_ migration: String) throws(StoreRefusal) {
    try attempt { connection throws(StoreRefusal) in
      try connection.script(connection.dialect.text(of: migration))
    }
    hasChanged = true
  }

  /// Waits for a lock and holds it to the end.
  func lock(_ lock: StoreLock) throws(StoreRefusal) {
    try attempt { connection throws(StoreRefusal) in try connection.lock(lock) }
  }

  /// The next number of a sort of things, from 1. A transaction that is not kept uses none up, so there are no gaps.
  func nextNumber(_ name: String) throws(StoreRefusal) -> Int {
    let row = try row(
      """
      INSERT INTO counter (name, value) VALUES ($1, 1)
      ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value
      """, .text(name))
    guard let row else { throw .unexpected("counter \(name) gave no number") }
    return try row.integer(0)
  }

  /// A statement that is no question, such as `INSERT … RETURNING`, changed the rows that it gives.
  private func rows(_ statement: String, _ values: [StoreValue]) throws(StoreRefusal) -> [StoreRow] {
    let rows = try attempt { connection throws(StoreRefusal) in try connection.rows(statement, values) }
    if !rows.isEmpty, !["SELECT", "WITH"].contains(where: statement.hasPrefix) { hasChanged = true }
    return rows
  }

  private func attempt<Answer>(
    _ work: (any StoreConnection) throws(StoreRefusal) -> Answer
  ) throws(StoreRefusal) -> Answer {
    if let refusal { throw refusal }
    do throws(StoreRefusal) {
      return try work(connection)
    } catch {
      refusal = error
      throw error
    }
  }
}
