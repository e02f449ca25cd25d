import Foundation

/// What a folder has. "There is none" is only said of what is really not there; what cannot be reached is refused.
enum FolderListing {
  /// Whether there is a file or folder at a path.
  ///
  /// - Throws: When a symbolic link names something that is not there, or the system does not let us look.
  static func has(_ path: String) throws(FileRefusal) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return true }
    let refusal = FileRefusal.explained(.read, path, code: errno)
    guard refusal.reason == .system(ENOENT) else { throw refusal }
    return false
  }

  /// The names in a folder, sorted; `nil` when there is no such folder.
  static func names(in folder: String) throws(FileRefusal) -> [String]? {
    guard try has(folder) else { return nil }
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw FileRefusal(.read, folder, code: ENOTDIR)
    }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw FileRefusal(.read, folder, code: FileRefusal.systemCode(of: error))
    }
  }
}
