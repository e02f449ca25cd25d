import Foundation
public import Planning

/// A plan's folder as a whole, to move it to another keeper and back.
extension PlanFolder {
  /// All files of the folder, in order, by their paths in it. Left out are `calendars`, which is made from the rest,
  /// `expected`, in which a worked case keeps the results that its tests expect, and what is hidden.
  ///
  /// - Throws: When something is neither a file nor a folder, or a link leads to a folder: a copy would not be the same.
  public func contents() throws(FileRefusal) -> [InputFile] {
    var files: [InputFile] = []
    var open = [""]
    while let folder = open.popLast() {
      for name in try FolderListing.names(in: path + folder) ?? [] where !name.hasPrefix(".") {
        let place = "\(folder)/\(name)"
        if place == "/calendars" || place == "/expected" { continue }
        var status = stat()
        guard lstat(path + place, &status) == 0 else {
          throw FileRefusal.explained(.read, path + place, code: errno)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
          open.append(place)
        } else {
          files.append(
            InputFile(name: String(place.dropFirst()), bytes: try InputFile.read(path + place).bytes))
        }
      }
    }
    return files.sorted { $0.name < $1.name }
  }

  /// Writes the files of a plan into a folder, which is made.
  ///
  /// - Parameters:
  ///   - files: By their paths in the folder.
  ///   - folder: A folder that is not there yet or has nothing in it.
  public static func write(_ files: [InputFile], to folder: String) throws(FileRefusal) {
    guard try (FolderListing.names(in: folder) ?? []).isEmpty else {
      throw FileRefusal(.write, folder, code: ENOTEMPTY)
    }
    for file in files {
      let place = "\(folder)/\(file.name)"
      _ = try OutputFolder(place.parentFolder)
      try OutputFolder.write(place, file.bytes)
    }
  }
}
