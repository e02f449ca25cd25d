import Foundation

/// A folder into which results are written, each file whole or not at all.
public struct OutputFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String

  /// Makes the folder, and those above it, where they are missing.
  public init(_ path: String) throws(FileRefusal) {
    self.path = path
    do {
      try FileManager.default.createDirectory(at: URL(filePath: path), withIntermediateDirectories: true)
    } catch {
      throw FileRefusal(.write, path, code: FileRefusal.systemCode(of: error))
    }
  }

  /// A folder inside this one.
  public func folder(_ name: String) throws(FileRefusal) -> OutputFolder {
    try OutputFolder(path + "/" + name)
  }

  /// Writes a file of the folder. The name must be one, without a path: names are made of ids.
  public func write(_ name: String, _ text: String) throws(FileRefusal) {
    try Self.write(file(name), text)
  }

  /// The same with octets.
  public func write(_ name: String, octets: [UInt8]) throws(FileRefusal) {
    try Self.write(file(name), Data(octets))
  }

  /// Removes a file of the folder.
  func remove(_ name: String) throws(FileRefusal) {
    do {
      try FileManager.default.removeItem(atPath: file(name))
    } catch {
      throw FileRefusal(.write, file(name), code: FileRefusal.systemCode(of: error))
    }
  }

  private func file(_ name: String) -> String {
    precondition(
      !name.isEmpty && !name.contains("/") && name != ".." && name != ".", "“\(name)” is not a file name")
    return path + "/" + name
  }

  /// Writes a file anywhere: beside the old one first, then in its place, so that the old one stays whole
  /// when the new one cannot be finished.
  public static func write(_ path: String, _ text: String) throws(FileRefusal) {
    try write(path, Data(text.utf8))
  }

  /// Writes a file of bytes anywhere, in the same way.
  public static func write(_ path: String, _ bytes: [UInt8]) throws(FileRefusal) {
    try write(path, Data(bytes))
  }

  private static func write(_ path: String, _ data: Data) throws(FileRefusal) {
    do {
      try data.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileRefusal(.write, path, code: FileRefusal.systemCode(of: error))
    }
  }
}
