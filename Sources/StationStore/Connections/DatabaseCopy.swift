import Foundation
import GRDB

/// A whole copy of a SQLite database, made while others go on writing: a backup, and the way back.
///
/// The copy is made beside its place, checked, forced to the disk and then takes its name in one step. After a crash the
/// old file is there, or the new one.
enum DatabaseCopy {
  /// Copies a database.
  ///
  /// All pages are copied at once: copied in steps, a copy begins again with each change and under load never ends.
  ///
  /// - Parameter prepare: Is done after the copy is on the disk and before it takes its name.
  static func make(
    of source: String, to place: String, prepare: () throws(StoreRefusal) -> Void = {}
  ) throws(StoreRefusal) {
    let hidden = hidden(beside: place)
    for file in [hidden, "\(hidden)-journal"] { unlink(file) }
    do throws(StoreRefusal) {
      try copy(source, to: hidden)
      try force(hidden)
      try prepare()
      guard rename(hidden, place) == 0 else { throw .system(place, errno) }
      try force(folder(of: place))
    } catch {
      unlink(hidden)
      throw error
    }
  }

  private static func copy(_ source: String, to hidden: String) throws(StoreRefusal) {
    guard access(source, R_OK) == 0 else { throw .system(source, errno) }
    do {
      var reading = Configuration()
      reading.readonly = true
      reading.busyMode = .timeout(10)
      let original = try DatabaseQueue(path: source, configuration: reading)
      let copy = try DatabaseQueue(path: hidden)
      // Nobody else may read what people sign in with.
      chmod(hidden, 0o600)
      try original.backup(to: copy)
      try original.close()
      try copy.writeWithoutTransaction { database in
        // One file, without a log beside it.
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        let damages = try String.fetchAll(database, sql: "PRAGMA quick_check(20)")
        guard damages == ["ok"] else { throw StoreRefusal.damaged(damages) }
      }
      try copy.close()
    } catch {
      throw StoreRefusal(error)
    }
  }

  /// The number of the newest table change in the file of a database.
  static func newestMigration(in path: String) throws(StoreRefusal) -> Int {
    do {
      var reading = Configuration()
      reading.readonly = true
      let database = try DatabaseQueue(path: path, configuration: reading)
      let number = try database.read { try Int.fetchOne($0, sql: "SELECT MAX(number) FROM migration") }
      try database.close()
      return number ?? 0
    } catch {
      throw StoreRefusal(error)
    }
  }

  /// Gives the file of a database a second name, so that it stays when another takes its own. Its log is folded into it.
  static func setAside(_ place: String, as former: String) throws(StoreRefusal) {
    guard access(place, F_OK) == 0 else { return }
    let database = try? DatabaseQueue(path: place)
    try? database?.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try? database?.close()
    for ending in ["", "-wal", "-shm"] { unlink(former + ending) }
    // One that is too damaged to be folded keeps its log; beside the new database it would be read into that.
    if access("\(place)-wal", F_OK) == 0, rename("\(place)-wal", "\(former)-wal") != 0 {
      throw .system("\(place)-wal", errno)
    }
    unlink("\(place)-shm")
    guard link(place, former) == 0 else { throw .system(former, errno) }
  }

  /// Forces a file or folder to the disk.
  static func force(_ path: String) throws(StoreRefusal) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(path, errno) }
  }

  private static func hidden(beside place: String) -> String {
    let url = URL(filePath: place)
    return "\(folder(of: place))/.\(url.lastPathComponent).lichsong-new"
  }

  private static func folder(of place: String) -> String {
    let folder = URL(filePath: place).deletingLastPathComponent().relativePath
    return folder.isEmpty ? "." : folder
  }
}
