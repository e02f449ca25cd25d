import Foundation

/// A plan's folder: `plan.yaml`, perhaps `published.yaml`, and the logs in `as-run`.
public struct PlanFolder: Sendable {
  /// The plan file.
  public let plan: InputFile
  /// The published figures; `nil` when the folder has none or the user named the plan file alone.
  public let published: InputFile?
  /// The paths of the logs in the folder, by name.
  public let logs: [String]

  /// Opens a plan file, or a folder that has one. Logs are only listed; they are read when they are needed.
  public static func open(_ path: String) throws(FileRefusal) -> PlanFolder {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileRefusal(.read, path, code: ENOENT)
    }
    guard isFolder.boolValue else {
      return PlanFolder(plan: try InputFile.read(path), published: nil, logs: [])
    }
    var folder = path
    while folder.hasSuffix("/"), folder.count > 1 { folder.removeLast() }
    let figures = folder + "/published.yaml"
    let hasFigures = FileManager.default.fileExists(atPath: figures)
    return PlanFolder(
      plan: try InputFile.read(folder + "/plan.yaml"),
      published: hasFigures ? try InputFile.read(figures) : nil,
      logs: try logs(in: folder + "/as-run"))
  }

  private static func logs(in folder: String) throws(FileRefusal) -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        $0.lowercased().hasSuffix(".csv")
      }
      .sorted().map { folder + "/" + $0 }
    } catch {
      throw FileRefusal(.read, folder, code: FileRefusal.systemCode(of: error))
    }
  }
}
