import Foundation

/// A folder of our own for the moment, for programs and libraries that know only files.
struct MomentaryFolder {
  /// Its path.
  let path: String

  /// Makes a folder that nobody else can read, where the system keeps such.
  init() throws(FileRefusal) {
    let parent = FileManager.default.temporaryDirectory.path
    var template = Array((parent + "/lichsong-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw FileRefusal(.write, parent, code: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes it with all that is in it.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
