import ArgumentParser
import Console

/// The offline command: works on a plan's folder and its Book, and needs no server.
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
      subcommands: [ReadCalendarCommand.self],
      groupedSubcommands: [
        CommandGroup(
          name: HelpWords.text(vi: "Để bắt đầu, theo thứ tự", en: "To begin, in this order"),
          subcommands: [
            NewCommand.self, CheckCommand.self, PublishCommand.self, ImportCommand.self, StatusCommand.self,
            ReportCommand.self,
          ]),
        CommandGroup(
          name: HelpWords.text(vi: "Các lệnh khác", en: "Further commands"),
          subcommands: [
            PlanCommand.self, AllocateCommand.self, MoveCommand.self, ExportCommand.self, AdoptCommand.self,
            ReconcileCommand.self,
            LinkCommand.self, ConsolidateCommand.self, CloseCommand.self, VerifyCommand.self,
            HistoryCommand.self, AuditCommand.self, RunCommand.self,
          ]),
      ])
  }

  /// The version, which result files name too.
  static let version = "0.1.0"

  static func main() { runToEnd() }
}
