import Foundation
import GRDB

/// The SQLite database of a data folder: one writer and several readers beside it.
final class SQLiteDatabase: StoreDatabase {
  /// Its file in the data folder.
  static let fileName = "station.sqlite"

  /// Nobody else writes.
  let changes = StoreChanges(hears: true)

  private let pool: DatabasePool
  private let lock: FolderLock

  /// Opens the database of a data folder.
  ///
  /// - Parameter begins: Whether one is begun where there is none.
  /// - Throws: ``StoreRefusal/held(_:)`` when another process works on the folder.
  init(folder: String, begins: Bool) throws(StoreRefusal) {
    let path = "\(folder)/\(Self.fileName)"
    guard begins || access(path, F_OK) == 0 else { throw .system(path, errno) }
    lock = try FolderLock(folder)
    var configuration = Configuration()
    configuration.label = "lichsong"
    // Nobody else writes; this is for a person who looks at the file with another program.
    configuration.busyMode = .timeout(5)
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      // Nobody else may read what people sign in with.
      for ending in ["", "-wal", "-shm"] { chmod(path + ending, 0o600) }
      // GRDB sets NORMAL when it turns the write-ahead log on, which is after it has prepared the connection. Inside a
      // transaction SQLite refuses to change it.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let damages = try pool.read { try String.fetchAll($0, sql: "PRAGMA quick_check(20)") }
      guard damages == ["ok"] else { throw StoreRefusal.damaged(damages) }
    } catch {
      throw StoreRefusal(error)
    }
  }

  func read<Value: Sendable>(_ work: @escaping @Sendable (any StoreConnection) throws -> Value) async throws
    -> Value
  {
    do {
      return try await pool.read { try work(SQLiteConnection(database: $0)) }
    } catch let error as DatabaseError {
      throw StoreRefusal(error)
    }
  }

  func write<Value: Sendable>(_ work: @escaping @Sendable (any StoreConnection) throws -> Value) async throws
    -> Value
  {
    do {
      return try await pool.write { try work(SQLiteConnection(database: $0)) }
    } catch let error as DatabaseError {
      throw StoreRefusal(error)
    }
  }

  func listen() {}

  func close() async throws {
    // The log goes back into the file, so that a folder whose server is stopped can be copied.
    try? await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try pool.close()
    lock.release()
  }
}
