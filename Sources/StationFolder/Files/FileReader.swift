import Foundation
import Synchronization

/// A file that is read piece by piece, from any thread, and must stay as it is meanwhile.
///
/// It is opened anew for each piece, since a folder may have more files than a process may hold open. That it is
/// still the same file is checked every time. What goes wrong is kept, for ``check()`` to throw.
final class FileReader: Sendable {
  /// The file as the user named it.
  let path: String
  /// How many octets it has.
  let size: Int
  private let identity: Identity
  private let refusal = Mutex<FileRefusal?>(nil)

  /// By what a file is known again.
  private struct Identity: Equatable {
    let device: UInt
    let number: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
      device = UInt(status.st_dev)
      number = UInt(status.st_ino)
      size = Int(status.st_size)
      seconds = Int(status.st_mtim.tv_sec)
      nanoseconds = Int(status.st_mtim.tv_nsec)
    }
  }

  /// A file to be read; refuses folders.
  init(_ path: String) throws(FileRefusal) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileRefusal.explained(.read, path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileRefusal(.read, path, code: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileRefusal(.read, path, .notAFile) }
    guard access(path, R_OK) == 0 else { throw FileRefusal(.read, path, code: errno) }
    self.path = path
    size = Int(status.st_size)
    identity = Identity(status)
  }

  /// Throws what went wrong so far.
  func check() throws(FileRefusal) {
    if let refusal = refusal.withLock({ $0 }) { throw refusal }
  }

  /// Fills memory from a place in the file on; returns how many octets there were.
  @Sendable func read(_ place: Int, _ room: UnsafeMutableRawBufferPointer) -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return refuse(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return refuse(errno) }
    guard Identity(status) == identity else { return refuse(ESTALE) }
    var filled = 0
    while filled < room.count {
      let got = pread(
        descriptor, room.baseAddress?.advanced(by: filled), room.count - filled, off_t(place + filled))
      if got == 0 { break }
      if got > 0 {
        filled += got
      } else if errno != EINTR {
        return refuse(errno)
      }
    }
    return filled
  }

  /// Some octets of the file.
  func octets(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { room, count in
      count = read(range.lowerBound, UnsafeMutableRawBufferPointer(room))
    }
  }

  /// Whether these octets are at a place.
  func has(_ octets: [UInt8], at place: Int) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: min(octets.count, 1 << 16), alignment: 16) { room in
      var done = 0
      while done < octets.count {
        let part = UnsafeMutableRawBufferPointer(rebasing: room[..<min(room.count, octets.count - done)])
        let isThere = octets.withUnsafeBytes { octets in
          guard read(place + done, part) == part.count, let one = part.baseAddress,
            let other = octets.baseAddress
          else { return false }
          return memcmp(one, other + done, part.count) == 0
        }
        guard isThere else { return false }
        done += part.count
      }
      return true
    }
  }

  private func refuse(_ code: Int32) -> Int {
    refusal.withLock { $0 = $0 ?? FileRefusal(.read, path, code: code) }
    return 0
  }
}
