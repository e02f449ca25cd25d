import Foundation
import Planning

/// A folder beside a plan file whose files are added and never changed: its Book.
///
/// A file of it is written by ``AtomicFile``, so that after a crash it is there as a whole or not at all; what a crash
/// has left is removed when the next is added.
public struct RecordFolder: Sendable {
  /// The folder, as the user named the plan's.
  public let path: String
  /// The plan's folder.
  let plan: String

  /// A folder with a name in a plan's folder; it need not be there yet.
  public init(_ name: String, ofPlanIn folder: String) {
    plan = folder
    path = folder + "/" + name
  }

  /// The names of all its files, in order; none when there is no such folder. A folder that cannot be reached is refused.
  func names() throws(FileRefusal) -> [String] {
    try (FolderListing.names(in: path) ?? []).filter { !$0.hasPrefix(".") }
  }

  /// Does some work while no other process adds to the folder, which is made where it is missing.
  public func locked<Value>(_ work: () throws -> Value) throws -> Value {
    _ = try OutputFolder(path)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileRefusal(.write, path, code: errno) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileRefusal(.write, path, code: errno) }
    }
    return try work()
  }

  /// Adds a file. The caller holds the lock. A file that is there already is never replaced: with the same content it
  /// stays, with another one the new file is refused.
  ///
  /// - Parameter done: Is told of each step; in the tests, what it throws plays a crash.
  func add(
    _ name: String, _ bytes: [UInt8],
    after done: (AtomicFile.Step) throws(FileRefusal) -> Void = { _ throws(FileRefusal) in }
  ) throws(FileRefusal) {
    let place = "\(path)/\(name)"
    if try FolderListing.has(place) {
      guard try InputFile.read(place).bytes == bytes else { throw FileRefusal(.write, place, .taken) }
      return
    }
    let file = try AtomicFile(place)
    func reached(_ step: AtomicFile.Step) throws(FileRefusal) {
      do throws(FileRefusal) {
        try done(step)
      } catch {
        file.abandon()
        throw error
      }
    }
    try reached(.opened)
    try file.append(bytes)
    try reached(.written)
    try file.finish(after: reached)
  }
}
