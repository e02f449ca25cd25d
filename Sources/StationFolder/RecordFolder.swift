import Foundation
public import Planning

/// A folder beside a plan file whose files are added and never changed: its ledger, or its closes.
///
/// A file of it is written beside, forced to the disk and then given its name, so that after a crash it is there as a
/// whole or not at all; what a crash has left beside is removed when the next is added.
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

  /// The names of all its files, in order; none when there is no such folder.
  func names() throws(FileRefusal) -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw FileRefusal(.read, path, code: FileRefusal.systemCode(of: error))
    }
  }

  /// The paths of its files, by name; none when there is no such folder.
  public func paths() throws(FileRefusal) -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }.sorted().map { path + "/" + $0 }
    } catch {
      throw FileRefusal(.read, path, code: FileRefusal.systemCode(of: error))
    }
  }

  /// Its files.
  public func files() throws(FileRefusal) -> [InputFile] {
    var files: [InputFile] = []
    for path in try paths() { files.append(try InputFile.read(path)) }
    return files
  }

  /// Does some work while nobody else adds to the folder, which is made where it is missing.
  public func locked<Value>(_ work: () throws -> Value) throws -> Value {
    _ = try OutputFolder(path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileRefusal(.write, path, code: errno) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileRefusal(.write, path, code: errno) }
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where Self.isLeft(name) {
      unlink(path + "/" + name)
    }
    return try work()
  }

  /// A step of writing, after which the machine may stop.
  enum Step: CaseIterable {
    case opened, written, forced, renamed
  }

  /// Adds a file. The caller holds the lock.
  ///
  /// - Parameter after: Is told of each step; what it throws stands for a crash in the tests.
  func add(
    _ name: String, _ bytes: [UInt8], after: (Step) throws(FileRefusal) -> Void = { _ throws(FileRefusal) in }
  ) throws(FileRefusal) {
    let beside = "\(path)/.\(name)\(Self.leftover)"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileRefusal(.write, beside, code: errno) }
    defer { close(file) }
    try after(.opened)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      guard count >= 0 || errno == EINTR else { throw refusal(beside) }
      written += max(0, count)
    }
    try after(.written)
    guard fsync(file) == 0 else { throw refusal(beside) }
    try after(.forced)
    guard rename(beside, "\(path)/\(name)") == 0 else { throw refusal(beside) }
    let folder = open(path, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
    try after(.renamed)
  }

  private func refusal(_ beside: String) -> FileRefusal {
    let code = errno
    unlink(beside)
    return FileRefusal(.write, path, code: code)
  }

  private static let leftover = ".part"
  private static func isLeft(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(leftover) }
}
