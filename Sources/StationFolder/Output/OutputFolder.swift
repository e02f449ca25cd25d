import Foundation

/// A folder into which results are written, each file whole or not at all (``AtomicFile``).
public struct OutputFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String

  /// Makes the folder, and those above it, where they are missing; removes what a killed run left in it.
  public init(_ path: String) throws(FileRefusal) {
    self.path = path
    try Self.make(path)
    AtomicFile.removeLeftovers(in: path)
  }

  /// A folder inside this one.
  public func folder(_ name: String) throws(FileRefusal) -> OutputFolder {
    try OutputFolder(path + "/" + name)
  }

  /// Begins a file of the folder, to be filled piece by piece. The name must be one, without a path: names are made of
  /// ids.
  public func begin(_ name: String) throws(FileRefusal) -> AtomicFile { try AtomicFile(file(name)) }

  /// Writes a file of the folder.
  public func write(_ name: String, _ text: String) throws(FileRefusal) {
    try write(name, octets: Array(text.utf8))
  }

  /// Writes a file of octets into the folder.
  public func write(_ name: String, octets: [UInt8]) throws(FileRefusal) {
    let file = try begin(name)
    try file.append(octets)
    try file.finish()
  }

  /// Removes a file of the folder; never a folder in it.
  func remove(_ name: String) throws(FileRefusal) {
    guard unlink(file(name)) == 0 else { throw FileRefusal.explained(.write, file(name), code: errno) }
  }

  private func file(_ name: String) -> String {
    precondition(
      !name.isEmpty && !name.contains("/") && name != ".." && name != ".", "“\(name)” is not a file name")
    return path + "/" + name
  }

  /// Makes a folder after those above it, each one forced to the disk, so that a file in it is found after a crash.
  private static func make(_ path: String) throws(FileRefusal) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw FileRefusal(.write, path, code: ENOTDIR) }
      return
    }
    let refusal = FileRefusal.explained(.write, path, code: errno)
    guard refusal.reason == .system(ENOENT), !path.isEmpty else { throw refusal }
    let parent = path.parentFolder
    if !parent.isEmpty {
      do throws(FileRefusal) {
        try make(parent)
      } catch {
        throw FileRefusal(.write, path, error.reason)
      }
    }
    // Another run may make it at the same time.
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileRefusal(.write, path, code: errno) }
    let name = path.hasSuffix("/") ? String(path.dropLast()) : path
    try AtomicFile.force(folderOf: name, for: path)
  }

  /// Writes a text anywhere: beside the old file first, then in its place, so that the old one stays whole when the new
  /// one cannot be finished.
  public static func write(_ path: String, _ text: String) throws(FileRefusal) {
    try write(path, Array(text.utf8))
  }

  /// Writes a text to a file that is not there yet, or to a device: what somebody has worked on is not overwritten.
  public static func writeNew(_ path: String, _ text: String) throws(FileRefusal) {
    try writeNew(path, octets: Array(text.utf8))
  }

  /// The same of octets.
  public static func writeNew(_ path: String, octets: [UInt8]) throws(FileRefusal) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 {
      throw FileRefusal(.write, path, code: EEXIST)
    }
    try write(path, octets)
  }

  /// Writes a file of octets anywhere, in the same way.
  public static func write(_ path: String, _ octets: [UInt8]) throws(FileRefusal) {
    try AtomicFile.write(path, octets)
  }
}
