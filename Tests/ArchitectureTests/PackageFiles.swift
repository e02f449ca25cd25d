import Foundation

/// The files of this package, read from the folder that it was built in.
enum PackageFiles {
  /// The package's folder.
  static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files under `Sources`, by path.
  static let sources: [SourceFile] = swiftFiles(under: "Sources")

  /// The Swift files under `Tests`, by path.
  static let tests: [SourceFile] = swiftFiles(under: "Tests")

  /// The folders directly in a folder of the package, sorted; those that begin with a point are left out.
  static func folders(in path: String) -> [String] {
    let keys: [URLResourceKey] = [.isDirectoryKey]
    let entries = try? FileManager.default.contentsOfDirectory(
      at: path.isEmpty ? root : root.appending(path: path), includingPropertiesForKeys: keys,
      options: .skipsHiddenFiles)
    return (entries ?? [])
      .filter { (try? $0.resourceValues(forKeys: Set(keys)))?.isDirectory == true }
      .map(\.lastPathComponent).sorted()
  }

  /// The files directly in a folder of the package, sorted; those that begin with a point are left out.
  static func files(in path: String) -> [String] {
    let folders = Set(folders(in: path))
    let entries = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: path).path(percentEncoded: false))
    return (entries ?? []).filter { !$0.hasPrefix(".") && !folders.contains($0) }.sorted()
  }

  /// The paths of all files under a folder of the package, relative to the package, sorted.
  static func paths(under folder: String) -> [String] {
    let top = root.appending(path: folder).path(percentEncoded: false)
    guard let names = FileManager.default.enumerator(atPath: top) else { return [] }
    var paths: [String] = []
    while let name = names.nextObject() as? String {
      if names.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
        paths.append("\(folder)/\(name)")
      }
    }
    return paths.sorted()
  }

  /// The text of a file; `nil` when it is none in UTF-8.
  static func text(of path: String) -> String? {
    (try? Data(contentsOf: root.appending(path: path))).flatMap { String(data: $0, encoding: .utf8) }
  }

  private static func swiftFiles(under folder: String) -> [SourceFile] {
    paths(under: folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
      text(of: path).map { SourceFile(path: path, text: $0) }
    }
  }
}

/// One Swift file of the package.
struct SourceFile {
  /// Its path in the package, `Sources/StationFolder/PlanningPipeline.swift`.
  let path: String
  /// The module it belongs to: the folder below `Sources` or `Tests`.
  let module: String
  /// Its name without `.swift`.
  let name: String
  /// How many lines it has.
  let lineCount: Int
  /// What it says without comments and strings.
  let code: SwiftCode

  /// A file with its text.
  init(path: String, text: String) {
    let parts = path.split(separator: "/").map(String.init)
    self.path = path
    module = parts.count > 1 ? parts[1] : ""
    name = String((parts.last ?? "").dropLast(".swift".count))
    lineCount =
      text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
    code = SwiftCode(text)
  }
}
