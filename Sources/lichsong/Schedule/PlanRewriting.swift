import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

/// Shows what is to differ in a plan's file, and writes it.
struct PlanRewriting {
  let folder: PlanFolder
  /// The file as it was read.
  let file: InputFile
  /// Its new text.
  let bytes: [UInt8]
  let common: CommonOptions

  private func showDifference() throws -> Int {
    let difference = TextDifference(
      from: String(decoding: file.bytes, as: UTF8.self), to: String(decoding: bytes, as: UTF8.self))
    try Terminal.show(DifferenceReport.text(difference, file: file.name), for: .person)
    return difference.changes.count
  }

  /// Shows the difference alone.
  ///
  /// - Parameter command: What writes it.
  func show(writtenBy command: String) throws {
    let count = try showDifference()
    try Terminal.show(
      Words(
        vi: "\n\(count) chỗ sẽ khác; chưa ghi gì. Để ghi: \(command)\n",
        en:
          "\n\(count) \(count == 1 ? "place" : "places") will differ; nothing was written. To write: \(command)\n"
      )[
        common.language])
  }

  /// Shows the difference, then writes it.
  func write() throws {
    let count = try showDifference()
    guard try folder.replacePlan(file, with: bytes) else {
      Terminal.complain(
        Words(
          vi: "\(file.name) vừa được người khác sửa; chưa ghi gì. Chạy lại lệnh này.",
          en:
            "\(file.name) was changed by somebody else just now; nothing was written. Run this command again."
        )[
          common.language])
      throw ExitCode(1)
    }
    try Terminal.show(
      Words(
        vi: "\nĐã ghi \(file.name): \(count) chỗ.\n",
        en: "\nWrote \(file.name): \(count) \(count == 1 ? "place" : "places").\n")[common.language])
  }
}
