import Foundation

/// A folder in which a plan is begun: never one that has a plan or a Book.
public struct NewFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String

  /// A folder, whether or not it is there.
  public init(_ path: String) {
    var path = path
    while path.hasSuffix("/"), path.count > 1 { path.removeLast() }
    self.path = path
  }

  /// The name by which a plan in it is called: that of the folder itself.
  public var name: String { URL(filePath: path).standardizedFileURL.lastPathComponent }

  /// What is there already and must not be changed: the plan, or the Book; `nil` when a plan can be begun.
  public func occupant() throws(FileRefusal) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else { return path }
    for name in ["plan.yaml", "book"] where try FolderListing.has("\(path)/\(name)") {
      return "\(path)/\(name)"
    }
    return nil
  }

  /// Writes the plan, and makes the folder where it is missing.
  ///
  /// - Returns: The path of the plan file.
  public func write(_ text: String) throws(FileRefusal) -> String {
    try OutputFolder(path).write("plan.yaml", text)
    return path + "/plan.yaml"
  }
}
