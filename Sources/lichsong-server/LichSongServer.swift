import ArgumentParser
import Console

/// The station's server: keeps the Books of a station's plans for many people.
@main
struct LichSongServer: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lichsong-server",
      abstract: HelpWords.text(
        vi: "Máy chủ Lịch Sóng: một sổ cho nhiều người.",
        en: "The Lịch Sóng server: one Book for many people."),
      version: version,
      subcommands: [
        ServeCommand.self, WorkCommand.self, PerformCommand.self, ReadCalendarCommand.self,
        UnitCommand.self, ImportPlanCommand.self, ExportPlanCommand.self, BackupCommand.self,
        RestoreCommand.self,
        StoreCheckCommand.self, PasswordCommand.self,
      ])
  }

  /// The version, which derived results are kept by.
  static let version = "0.1.0"

  static func main() async { await runToEnd() }
}
