import Foundation
import Planning
import ScheduleModel
import Synchronization

/// A file that is written whole or not at all: the only way in which this program writes files.
///
///     let file = try AtomicFile(path)
///     try file.append(octets)     // or write(_:at:), from several threads
///     try file.finish()
///
/// The octets go into a hidden file in the same folder, are forced to the disk and take the name of the old file in one
/// step; then the folder is forced to the disk too. After a crash the old file is there, or the new one. A file that is
/// neither finished nor discarded is discarded when it is released.
///
/// A symbolic link stays: the file that it names is replaced. A device, a pipe or `/dev/stdout` is never replaced but
/// written to, once everything is known.
///
/// While it is written, the hidden file is locked, so that one left by a killed run can be told from one in use; see
/// ``removeLeftovers(in:)``.
public final class AtomicFile: Sendable {
  /// The file as the user named it.
  public let path: String
  private let target: OutputTarget
  private let hidden: Hidden
  private let isOpen = Mutex(true)

  /// Begins a file. Nothing is seen at its path before ``finish()``.
  public init(_ path: String) throws(FileRefusal) {
    self.path = path
    target = try OutputTarget(of: path)
    switch target {
    case .file(let place, let access):
      let folder = place.parentFolder
      // A private file stays private while it is written.
      hidden = try Hidden(
        in: folder.isEmpty ? "." : folder, for: path,
        permissions: access.map { $0.permissions | 0o600 } ?? 0o666)
    case .device, .descriptor:
      hidden = try Hidden(
        in: FileManager.default.temporaryDirectory.path, for: path, permissions: 0o600)
      unlink(hidden.path)
    }
  }

  deinit { discard() }

  /// Adds octets behind those added before. One thread at a time.
  public func append(_ octets: [UInt8]) throws(FileRefusal) {
    let code = DescriptorOutput.write(octets, to: hidden.descriptor)
    guard code == 0 else { throw FileRefusal(.write, path, code: code) }
  }

  /// Writes octets at an offset, in any order and from any thread. What is left out between them is zero.
  public func write(_ octets: [UInt8], at offset: Int) throws(FileRefusal) {
    let code = DescriptorOutput.write(octets, to: hidden.descriptor, at: offset)
    guard code == 0 else { throw FileRefusal(.write, path, code: code) }
  }

  /// Some octets that were written already.
  func octets(_ range: Range<Int>) throws(FileRefusal) -> [UInt8] {
    var code: Int32 = 0
    let octets = [UInt8](unsafeUninitializedCapacity: range.count) { room, filled in
      while filled < range.count {
        let got = pread(
          hidden.descriptor, room.baseAddress?.advanced(by: filled), range.count - filled,
          off_t(range.lowerBound + filled))
        if got > 0 {
          filled += got
        } else if got == 0 || errno != EINTR {
          code = got == 0 ? EIO : errno
          return
        }
      }
    }
    guard code == 0 else { throw FileRefusal(.write, path, code: code) }
    return octets
  }

  /// Puts the whole file into its place. When that fails, the old one is as it was and nothing is left beside it.
  public func finish() throws(FileRefusal) {
    try finish { _ throws(FileRefusal) in }
  }

  /// Removes what was written. Nothing happens when the file was finished or discarded before.
  public func discard() { release(removing: true) }

  /// Leaves the hidden file as it is, as a killed process does; for tests.
  func abandon() { release(removing: false) }

  /// A step of finishing, after which the machine may stop.
  enum Step: CaseIterable {
    case opened, written, forced, renamed
  }

  /// - Parameter done: Is told of the steps `forced` and `renamed`; in the tests, what it throws plays a crash.
  func finish(after done: (Step) throws(FileRefusal) -> Void) throws(FileRefusal) {
    precondition(isOpen.withLock { $0 }, "\(path) is finished only once")
    defer { discard() }
    switch target {
    case .file(let place, let access):
      if let code = access?.give(to: hidden.descriptor), code != 0 { throw refusal(code) }
      guard fsync(hidden.descriptor) == 0 else { throw refusal(errno) }
      try done(.forced)
      guard rename(hidden.path, place) == 0 else { throw refusal(errno) }
      release(removing: false)
      try Self.force(folderOf: place, for: path)
      try done(.renamed)
    case .device(let place):
      let descriptor = open(place, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { throw FileRefusal(.send, path, code: errno) }
      defer { close(descriptor) }
      try send(to: descriptor)
    case .descriptor(let number):
      do throws(FileRefusal) {
        try send(to: number)
      } catch {
        // A reader that has seen enough, such as `head`, is no failure.
        guard error.code == EPIPE else { throw error }
      }
    }
  }

  private func refusal(_ code: Int32) -> FileRefusal { FileRefusal(.write, path, code: code) }

  /// Copies everything to a device; what goes to a terminal is made visible.
  private func send(to descriptor: Int32) throws(FileRefusal) {
    guard lseek(hidden.descriptor, 0, SEEK_SET) == 0 else { throw refusal(errno) }
    var octets = try InputFile.all(of: hidden.descriptor, path, limit: .max)
    if isatty(descriptor) == 1 {
      octets = Array(VisibleText.of(String(decoding: octets, as: UTF8.self)).utf8)
    }
    let code = DescriptorOutput.write(octets, to: descriptor)
    guard code == 0 else { throw FileRefusal(.send, path, code: code) }
  }

  private func release(removing isRemoved: Bool) {
    let wasOpen = isOpen.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
    guard wasOpen else { return }
    if isRemoved { unlink(hidden.path) }
    close(hidden.descriptor)
  }

  /// Forces the names in a file's folder to the disk, as far as the file system knows that.
  static func force(folderOf place: String, for path: String) throws(FileRefusal) {
    let folder = place.parentFolder
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS || errno == EOPNOTSUPP else {
      throw FileRefusal(.write, path, code: errno)
    }
  }

  /// Writes a whole file: clears up what a killed run left in its folder, then replaces the file.
  public static func write(_ path: String, _ octets: [UInt8]) throws(FileRefusal) {
    let file = try AtomicFile(path)
    if case .file(let place, _) = file.target {
      let folder = place.parentFolder
      removeLeftovers(in: folder.isEmpty ? "." : folder)
    }
    try file.append(octets)
    try file.finish()
  }

  /// Removes the hidden files that killed runs left in a folder: those with a name of ours that no process has locked.
  /// One that cannot be removed stays; it does no harm.
  public static func removeLeftovers(in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where Hidden.isName(name) {
      let path = folder + "/" + name
      let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      unlink(path)
    }
  }

  /// The locked file into which is written.
  private struct Hidden {
    let path: String
    let descriptor: Int32

    private static let prefix = ".lichsong-"
    private static let suffix = ".part"
    private static let next = Atomic(0)

    /// Whether a file of a folder is one of ours: `.lichsong-4711-3.part`, process and number.
    static func isName(_ name: String) -> Bool {
      guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
      let numbers = name.dropFirst(prefix.count).dropLast(suffix.count)
        .split(separator: "-", omittingEmptySubsequences: false)
      return numbers.count == 2
        && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }

    /// Makes and locks a file. Its name does not depend on the other's, which may be as long as a name can be.
    init(in folder: String, for path: String, permissions: mode_t) throws(FileRefusal) {
      while true {
        let number = Self.next.add(1, ordering: .relaxed).oldValue
        let own = "\(folder)/\(Self.prefix)\(getpid())-\(number)\(Self.suffix)"
        let descriptor = open(own, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        guard descriptor >= 0 else {
          if errno == EEXIST { continue }
          throw FileRefusal.explained(.write, path, code: errno)
        }
        // Another run may have removed it as a leftover before it was locked. On a file system without locks no run does.
        let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        var status = stat()
        if isLocked, fstat(descriptor, &status) == 0, status.st_nlink > 0 {
          (self.path, self.descriptor) = (own, descriptor)
          return
        }
        close(descriptor)
      }
    }
  }
}
