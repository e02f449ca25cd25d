import Foundation

/// A private folder for programs and libraries that know only files, removed when the work is done.
///
/// It is locked while it is in use. One that a killed run left is removed when the next is made.
struct TemporaryFolder {
  /// Its path.
  let path: String
  private let descriptor: Int32

  private static let prefix = "lichsong-temporary-"

  /// Makes a folder that only its owner can read, where the system keeps such.
  init() throws(FileRefusal) {
    let parent = FileManager.default.temporaryDirectory.path
    Self.removeLeftovers(in: parent)
    while true {
      var template = Array("\(parent)/\(Self.prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw FileRefusal.explained(.write, parent, code: errno) }
      let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      // Another run may have removed it before it was locked.
      if descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
        access(path, F_OK) == 0
      {
        (self.path, self.descriptor) = (path, descriptor)
        return
      }
      let code = errno
      if descriptor >= 0 { close(descriptor) }
      guard code == ENOENT || code == EWOULDBLOCK else { throw FileRefusal(.write, parent, code: code) }
    }
  }

  /// Removes it with all that is in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
  }

  /// Removes the folders of our own that no process holds.
  private static func removeLeftovers(in parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
