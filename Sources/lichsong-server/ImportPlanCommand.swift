import ArgumentParser
import Console
import Foundation
import Planning
import ScheduleModel
import StationFolder
import StationStore
import StationWork

/// `lichsong-server import`: takes a plan's folder into the store.
struct ImportPlanCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: HelpWords.text(
        vi: "Đưa thư mục của một kế hoạch, cùng sổ, vào kho dữ liệu.",
        en: "Take a plan's folder, with its Book, into the store."),
      discussion: HelpWords.text(
        vi: "Kế hoạch đã có trong kho thì các mục còn thiếu của sổ được thêm vào, tệp đang làm được thay.",
        en: "Of a plan that is there, entries that its Book lacks are added, and working files are replaced.")
    )
  }

  @OptionGroup var place: StoreOptions

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(vi: "Thư mục của kế hoạch.", en: "The plan's folder."), valueName: "folder"))
  var folder: String

  @Option(
    name: .customLong("name"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tên ngắn trong địa chỉ; mặc định là tên thư mục.",
        en: "The short name in addresses; the folder's name unless given."), valueName: "plan"))
  var name: String?

  @Option(
    name: .customLong("unit"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Mã đơn vị của kế hoạch; chưa có thì được lập.",
        en: "The code of the plan's unit, which is made where there is none."), valueName: "code"))
  var unit = "station"

  mutating func run() async throws {
    let source = try PlanFolder.open(folder)
    let files = try source.contents()
    let slug = name ?? URL(filePath: source.path).standardizedFileURL.lastPathComponent
    guard slug.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,62}/) != nil else {
      throw ValidationError(
        HelpWords.text(
          vi:
            "“\(slug)” không làm tên ngắn được; dùng --name với chữ thường không dấu, số và dấu gạch ngang.",
          en: "“\(slug)” cannot be a short name; give --name with small letters, digits and hyphens."))
    }
    guard files.contains(where: { $0.name == "plan.yaml" }) else {
      throw ValidationError(
        HelpWords.text(
          vi: "Thư mục \(folder) không có tệp plan.yaml; hãy chỉ đúng thư mục của kế hoạch.",
          en: "The folder \(folder) has no file plan.yaml; name the plan's own folder."))
    }
    let (code, now) = (unit, StoreOptions.now)
    let done = try await place.withStore(begins: true) { store in
      do {
        return try await take(files, as: slug, of: code, into: store, on: now)
      } catch let refused as FolderRefused {
        Terminal.complain(refused.findings, in: HelpWords.language)
        Terminal.complain(
          HelpWords.text(
            vi: "Không đưa thư mục này vào kho được; chưa có gì thay đổi.",
            en: "This folder cannot be taken in; nothing was changed."))
        throw ExitCode(1)
      }
    }
    try Terminal.say(
      HelpWords.text(
        vi: "\(slug): thêm \(done.newEntries) mục sổ, \(done.changedFiles) tệp mới hoặc đã đổi.",
        en: "\(slug): \(done.newEntries) entries added, \(done.changedFiles) files new or changed."))
  }

  private func take(
    _ files: [InputFile], as slug: String, of code: String, into store: Store, on now: LocalTime
  ) async throws -> ImportedPlan {
    try await store.write(.people) { transaction in
      let unit =
        try transaction.units().first { $0.code == code }
        ?? transaction.addUnit(code: code, name: code == "station" ? "Đài" : code, level: "station")
      let done = try transaction.importPlan(slug, of: unit.number, files, on: now)
      if done.newEntries + done.changedFiles > 0 {
        try FigureWork.ask(of: done.plan.number, on: now, transaction)
        transaction.note(
          TrailNote(
            at: now, action: "import at the terminal", object: "plan \(slug)",
            after: "\(done.newEntries) entries, \(done.changedFiles) files"))
      }
      return done
    }
  }
}
