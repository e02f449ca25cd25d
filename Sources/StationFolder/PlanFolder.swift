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
  ///
  /// What cannot be reached, such as a ledger on a drive that is not connected, is refused; it is not taken for empty.
  public static func open(_ path: String) throws(FileRefusal) -> PlanFolder {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileRefusal.explained(.read, path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let folder = URL(filePath: path).deletingLastPathComponent().relativePath
      return PlanFolder(
        plan: try InputFile.readNamed(path, as: .text), published: nil, logs: [], declared: [],
        ledger: RecordFolder("ledger", ofPlanIn: folder),
        closes: RecordFolder("closes", ofPlanIn: folder), calendars: folder + "/calendars", links: nil,
        linksPath: nil)
    }
    var folder = path
    while folder.hasSuffix("/"), folder.count > 1 { folder.removeLast() }
    let links = folder + "/links.csv"
    let ledger = RecordFolder("ledger", ofPlanIn: folder)
    return PlanFolder(
      plan: try InputFile.read(folder + "/plan.yaml", as: .text),
      published: try file(folder + "/published.yaml", as: .text),
      logs: try ledger.paths() + tables(in: folder + "/as-run"),
      declared: try tables(in: folder + "/declared"), ledger: ledger,
      closes: RecordFolder("closes", ofPlanIn: folder), calendars: folder + "/calendars",
      links: try file(links, as: .rows), linksPath: links)
  }

  /// The saved mappings of its logs; `nil` when it has none.
  func mappings() throws(FileRefusal) -> InputFile? {
    try Self.file(ledger.plan + "/as-run/mappings.yaml", as: .text)
  }

  /// A file of the folder; `nil` when there is none.
  private static func file(_ path: String, as kind: InputFile.Kind) throws(FileRefusal) -> InputFile? {
    try FolderListing.has(path) ? try InputFile.read(path, as: kind) : nil
  }

  private static func tables(in folder: String) throws(FileRefusal) -> [String] {
    try (FolderListing.names(in: folder) ?? []).filter {
      [".csv", ".xlsx"].contains(where: $0.lowercased().hasSuffix) && !$0.hasPrefix("~$")
    }
    .map { folder + "/" + $0 }
  }
}
