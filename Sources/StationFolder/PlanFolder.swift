import Foundation
public import Planning

/// A plan's folder: `plan.yaml`, perhaps `published.yaml` and `links.csv`, and the logs in `as-run`.
public struct PlanFolder: Sendable {
  /// The plan file.
  public let plan: InputFile
  /// The published figures; `nil` when the folder has none or the user named the plan file alone.
  public let published: InputFile?
  /// The paths of the logs in the folder: the ledger's files, if it has any, then those in `as-run`, by name.
  public let logs: [String]
  /// The paths of what lower units declare: the tables in `declared`, by name.
  public let declared: [String]
  /// Its ledger, which may be empty.
  public let ledger: RecordFolder
  /// The closes of its periods; there may be none.
  public let closes: RecordFolder
  /// Where its calendars stand unless the user names another folder: `calendars` beside the plan.
  public let calendars: String
  /// What people said by hand about rows of the logs; `nil` when the folder has no `links.csv`.
  public let links: InputFile?
  /// The path of `links.csv`, whether or not there is one; `nil` when the user named the plan file alone.
  public let linksPath: String?

  /// Opens a plan file, or a folder that has one. Logs are only listed; they are read when they are needed.
  public static func open(_ path: String) throws(FileRefusal) -> PlanFolder {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileRefusal(.read, path, code: ENOENT)
    }
    guard isFolder.boolValue else {
      let folder = URL(filePath: path).deletingLastPathComponent().relativePath
      return PlanFolder(
        plan: try InputFile.read(path), published: nil, logs: [], declared: [],
        ledger: RecordFolder("ledger", ofPlanIn: folder),
        closes: RecordFolder("closes", ofPlanIn: folder), calendars: folder + "/calendars", links: nil,
        linksPath: nil)
    }
    var folder = path
    while folder.hasSuffix("/"), folder.count > 1 { folder.removeLast() }
    let figures = folder + "/published.yaml"
    let hasFigures = FileManager.default.fileExists(atPath: figures)
    let links = folder + "/links.csv"
    let hasLinks = FileManager.default.fileExists(atPath: links)
    let ledger = RecordFolder("ledger", ofPlanIn: folder)
    return PlanFolder(
      plan: try InputFile.read(folder + "/plan.yaml"),
      published: hasFigures ? try InputFile.read(figures) : nil,
      logs: try ledger.paths() + tables(in: folder + "/as-run"),
      declared: try tables(in: folder + "/declared"), ledger: ledger,
      closes: RecordFolder("closes", ofPlanIn: folder), calendars: folder + "/calendars",
      links: hasLinks ? try InputFile.read(links) : nil, linksPath: links)
  }

  /// The saved mappings of its logs; `nil` when it has none.
  func mappings() throws(FileRefusal) -> InputFile? {
    let path = ledger.plan + "/as-run/mappings.yaml"
    return FileManager.default.fileExists(atPath: path) ? try InputFile.read(path) : nil
  }

  private static func tables(in folder: String) throws(FileRefusal) -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        [".csv", ".xlsx"].contains(where: $0.lowercased().hasSuffix) && !$0.hasPrefix("~$")
      }
      .sorted().map { folder + "/" + $0 }
    } catch {
      throw FileRefusal(.read, folder, code: FileRefusal.systemCode(of: error))
    }
  }
}
