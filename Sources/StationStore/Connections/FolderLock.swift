import Foundation
import Synchronization

/// The lock on a data folder, by which one process at a time works on its database.
///
/// SQLite would let several processes in, but its waiting is not fair: under load one of them would hardly ever write.
final class FolderLock: Sendable {
  private let descriptor: Mutex<Int32?>

  /// Takes the lock of a folder, which is made where it is missing.
  init(_ folder: String) throws(StoreRefusal) {
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .system(folder, errno) }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(folder, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      Foundation.close(descriptor)
      throw code == EWOULDBLOCK ? .held(folder) : .system(folder, code)
    }
    self.descriptor = Mutex(descriptor)
  }

  deinit { release() }

  /// Lets others in.
  func release() {
    let held = descriptor.withLock { descriptor in
      defer { descriptor = nil }
      return descriptor
    }
    if let held { Foundation.close(held) }
  }
}
