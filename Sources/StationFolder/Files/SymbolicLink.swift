import Foundation

/// A symbolic link and what it names.
struct SymbolicLink {
  /// The link itself.
  let path: String
  /// What it names, as it is written in the link.
  let target: String

  /// Reads a link; `nil` when there is none.
  init?(_ path: String) {
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return nil }
    (self.path, self.target) = (path, target)
  }

  /// The path of what it names: a relative one starts at the link's folder.
  var targetPath: String {
    target.hasPrefix("/") ? target : path.parentFolder + "/" + target
  }

  /// The first link on a path, from its beginning, that names something which is not there.
  static func broken(in path: String) -> SymbolicLink? {
    var part = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      part += (part.isEmpty || part == "/" ? "" : "/") + name
      var status = stat()
      guard lstat(part, &status) == 0 else { return nil }
      if stat(part, &status) != 0 { return SymbolicLink(part) }
    }
    return nil
  }
}
