import Foundation
import PlanFiles
public import Planning
public import ScheduleModel

extension PlanFolder {
  /// The published figures that a path names: a file of them, or `published.yaml` in the folder of a plan.
  ///
  /// - Returns: The file, and of a folder the plan, whose lines and periods the figures name; `nil` when it cannot be read.
  public static func figures(at path: String) throws(FileRefusal) -> (file: InputFile, plan: Plan?) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      return (try InputFile.readNamed(path, as: .text), nil)
    }
    let folder = try PlanFolder.open(path)
    let file = try InputFile.read("\(folder.path)/published.yaml", as: .text)
    guard try FolderListing.has("\(folder.path)/plan.yaml") else { return (file, nil) }
    let plan = try InputFile.read("\(folder.path)/plan.yaml", as: .text)
    return (file, PlanReader.read(plan.bytes, file: plan.name).plan)
  }
}
