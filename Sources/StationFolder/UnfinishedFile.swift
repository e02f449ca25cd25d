import Foundation

/// A file beside another whose place it takes once it is whole.
struct UnfinishedFile: Sendable {
  private let path: String
  private let own: String
  private let descriptor: Int32

  /// Begins a file. Its own name begins with a point, so that nobody takes it for a result.
  init(_ path: String) throws(FileRefusal) {
    self.path = path
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    // One may lie there from a run that was ended, or belong to another that goes on.
    for attempt in 0..<100 {
      let own = (folder as NSString).appendingPathComponent(".\(name).\(attempt)")
      let descriptor = open(own, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        (self.own, self.descriptor) = (own, descriptor)
        return
      }
      guard errno == EEXIST else { throw FileRefusal(.write, path, code: errno) }
    }
    throw FileRefusal(.write, path, code: EEXIST)
  }

  /// Writes octets at a place; may be called on several threads.
  func write(_ octets: [UInt8], at place: Int) throws(FileRefusal) {
    var done = 0
    while done < octets.count {
      let wrote = octets.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: done), octets.count - done, off_t(place + done))
      }
      if wrote > 0 {
        done += wrote
      } else if wrote < 0, errno != EINTR {
        throw FileRefusal(.write, path, code: errno)
      }
    }
  }

  /// Puts the whole file into its place.
  func finish() throws(FileRefusal) {
    guard close(descriptor) == 0, rename(own, path) == 0 else {
      let code = errno
      unlink(own)
      throw FileRefusal(.write, path, code: code)
    }
  }

  /// Removes what was written.
  func discard() {
    close(descriptor)
    unlink(own)
  }
}
