import ArgumentParser
import Console
import Planning
import ScheduleModel
import StationFolder
import StationStore

/// `lichsong-server export`: writes a plan of the store as a folder.
struct ExportPlanCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: HelpWords.text(
        vi: "Ghi một kế hoạch của kho, cùng sổ, thành thư mục.",
        en: "Write a plan of the store, with its Book, as a folder."))
  }

  @OptionGroup var place: StoreOptions

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(vi: "Tên ngắn của kế hoạch.", en: "The plan's short name."), valueName: "plan"))
  var plan: String

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thư mục mới, hoặc thư mục rỗng.", en: "A folder that is not there yet, or is empty."),
      valueName: "folder"))
  var folder: String

  mutating func run() async throws {
    let slug = plan
    let (files, others) = try await place.withStore { store in
      try await store.read { transaction in
        (
          try transaction.plan(slug).map { try transaction.exportPlan($0.number) },
          try transaction.plans().map(\.slug)
        )
      }
    }
    guard let files else {
      let list = others.isEmpty ? "–" : others.joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "Kho không có kế hoạch “\(slug)”; có: \(list).",
          en: "The store has no plan “\(slug)”; it has: \(list)."))
    }
    try PlanFolder.write(files, to: folder)
    try Terminal.say(
      HelpWords.text(
        vi: "Đã ghi \(files.count) tệp vào \(folder).", en: "Wrote \(files.count) files to \(folder)."))
  }
}
