import ArgumentParser
import Console
import StationWork

/// `lichsong-server perform`: one piece of work, as a runner orders it; for no person.
struct PerformCommand: ParsableCommand {
  static let name = "perform"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: name,
      abstract: HelpWords.text(
        vi: "Làm một việc do máy chủ giao qua đầu vào chuẩn.",
        en: "Do a piece of work that the server hands over on standard input."), shouldDisplay: false)
  }

  func run() throws {
    do { try WorkProcess.perform() } catch { throw ExitCode(1) }
  }
}
