import Foundation
public import Planning

/// A plan's folder: its Book, and the working files beside it.
///
///     plan.yaml  draft.csv  draft.base  links.csv  published.yaml  as-run/  declared/    working files
///     book/                                                                              what was said
///     calendars/                                                                         made again at any time
public struct PlanFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String
  /// Its Book.
  public let book: BookFolder
  /// Where its calendars are unless the user names another folder: `calendars` beside the plan.
  public let calendars: String
  /// The plan file.
  private let planPath: String
  /// Whether the user named a plan file that is not the folder's own, which is looked at alone.
  public let isAlone: Bool

  /// Opens a plan's folder, or the folder of a plan file.
  ///
  /// A file that is not named `plan.yaml` is looked at alone: no Book and no other file counts.
  public static func open(_ path: String) throws(FileRefusal) -> PlanFolder {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileRefusal.explained(.read, path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let folder = URL(filePath: path).deletingLastPathComponent().relativePath
      return PlanFolder(
        path: folder, plan: path, isAlone: !(path == "plan.yaml" || path.hasSuffix("/plan.yaml")))
    }
    var folder = path
    while folder.hasSuffix("/"), folder.count > 1 { folder.removeLast() }
    return PlanFolder(path: folder, plan: folder + "/plan.yaml", isAlone: false)
  }

  private init(path: String, plan: String, isAlone: Bool) {
    self.path = path
    self.isAlone = isAlone
    planPath = plan
    book = BookFolder(ofPlanIn: path)
    calendars = path + "/calendars"
  }

  /// The year, as the Book and the working files tell it.
  ///
  /// - Parameter logs: Whether the working files of logs are read, when no others take their place.
  public func year(_ terms: StationYear.Terms = StationYear.Terms()) throws(FileRefusal) -> StationYear {
    let book = try recorded()
    var files = try files(withLogs: terms.logs == nil)
    // What the Book has is not held twice.
    let known = Set(book.entries(.log).compactMap { $0.head.notes["source-sha256"] })
    files.logs.removeAll { known.contains($0.digest) }
    return StationYear(book, files, terms: terms)
  }

  /// The Book; empty for a plan file that is looked at alone.
  public func recorded() throws(FileRefusal) -> Book { isAlone ? .empty : try book.read() }

  /// The working files.
  public func files(withLogs: Bool = true) throws(FileRefusal) -> StationFiles {
    let plan = try isAlone ? InputFile.readNamed(planPath, as: .text) : InputFile.read(planPath, as: .text)
    guard !isAlone else { return StationFiles(plan: plan) }
    var names = try FolderListing.names(in: path) ?? []
    for folder in ["as-run", "declared"] where names.contains(folder) {
      names += (try FolderListing.names(in: "\(path)/\(folder)") ?? []).map { "\(folder)/\($0)" }
    }
    return try StationFiles.gathered(plan: plan, among: names, withLogs: withLogs) {
      name throws(FileRefusal) in
      let isText = name.hasSuffix(".yaml") || name.hasSuffix(".base")
      return try InputFile.read("\(path)/\(name)", as: isText ? .text : .rows)
    }
  }

  /// Writes the plan file anew, unless somebody changed it since it was read.
  ///
  /// - Returns: Whether it was written.
  public func replacePlan(_ read: InputFile, with bytes: [UInt8]) throws(FileRefusal) -> Bool {
    guard try InputFile.read(planPath, as: .text).bytes == read.bytes else { return false }
    try OutputFolder.write(planPath, bytes)
    return true
  }

  /// Writes a draft, in place of the one that is there.
  ///
  /// - Returns: The path of its table.
  public func write(_ table: [UInt8], base: String) throws(FileRefusal) -> String {
    if try FolderListing.has(path + "/draft.xlsx") { try remove("draft.xlsx") }
    try OutputFolder.write(path + "/draft.base", base)
    try OutputFolder.write(path + "/draft.csv", table)
    return path + "/draft.csv"
  }

  /// Removes the draft once it is published.
  public func removeDraft() throws(FileRefusal) {
    for name in ["draft.csv", "draft.xlsx", "draft.base"] where try FolderListing.has("\(path)/\(name)") {
      try remove(name)
    }
  }

  private func remove(_ name: String) throws(FileRefusal) {
    guard unlink("\(path)/\(name)") == 0 else { throw FileRefusal(.write, "\(path)/\(name)", code: errno) }
  }
}
