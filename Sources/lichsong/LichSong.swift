import ArgumentParser
import Foundation
import ScheduleModel
import StationFolder

/// The offline command: works on files, keeps nothing, needs no server.
@main
struct LichSong: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lichsong",
      abstract: HelpWords.text(
        vi: "Lịch Sóng: từ kế hoạch năm đến số đã phát.",
        en: "Lịch Sóng: from the year's plan to the aired count."),
      discussion: HelpWords.text(
        vi:
          "PLAN là tệp plan.yaml hoặc thư mục chứa nó. Mã thoát: 0 xong; 1 có lỗi trong dữ liệu; 64 sai cú pháp lệnh; "
          + "70 lỗi của chương trình; 74 không đọc hoặc ghi được tệp.",
        en:
          "PLAN is a plan.yaml file or its folder. Exit status: 0 done; 1 errors in what was given; 64 wrong usage; "
          + "70 a defect of the program; 74 a file could not be read or written."),
      version: version,
      subcommands: [
        CheckCommand.self, AllocateCommand.self, ExportCommand.self, PublishCommand.self,
        ImportCommand.self,
        ReconcileCommand.self, LinkCommand.self, ReportCommand.self, ConsolidateCommand.self,
        CloseCommand.self, VerifyCommand.self,
        AuditCommand.self, RunCommand.self, AdoptCommand.self, ReadCalendarCommand.self,
      ],
      groupedSubcommands: [
        CommandGroup(
          name: "Engine",
          subcommands: [
            SolveCommand.self, MatchCommand.self, RehearseReportCommand.self,
          ])
      ])
  }

  /// The version, which result files name too.
  static let version = "0.1.0"

  static func main() {
    Defect.watch()
    do {
      try refuseUnknownCommand()
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as FileRefusal {
      Terminal.complain(refusal.words[HelpWords.language])
      exit(withCode: 74)
    } catch let refusal as PDFConversion.Refusal {
      Terminal.complain(refusal.words[HelpWords.language])
      exit(withCode: 74)
    } catch {
      let code = exitCode(for: error)
      let whole = fullMessage(for: error)
      let message = HelpWords.translated(code.isSuccess ? whole : HelpWords.withoutUsage(whole))
      if !message.isEmpty {
        if code.isSuccess { print(message) } else { Terminal.complain(message) }
      }
      exit(withCode: code.rawValue)
    }
  }

  /// The argument library calls an unknown command an unexpected argument, and says no more.
  private static func refuseUnknownCommand() throws {
    let all = configuration.subcommands.map { $0.configuration }
    let names = all.filter { $0.shouldDisplay }.compactMap { $0.commandName }
    guard let asked = CommandLine.arguments.dropFirst().first, !asked.hasPrefix("-"),
      asked != "help", !all.contains(where: { $0.commandName == asked })
    else { return }
    let list = names.joined(separator: ", ")
    throw ValidationError(
      HelpWords.text(
        vi: "không có lệnh “\(asked)”; các lệnh: \(list).",
        en: "There is no command “\(asked)”; the commands are \(list).")
    )
  }

  private static func exit(withCode code: Int32) -> Never { Foundation.exit(code) }
}
