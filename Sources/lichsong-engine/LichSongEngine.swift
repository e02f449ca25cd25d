import ArgumentParser
import Console

/// The engines alone, for tests and benchmarks: a problem or two tables in, a result file out.
///
/// They are the functions that `lichsong` runs on a plan; no plan, Book or folder is read here.
@main
struct LichSongEngine: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lichsong-engine",
      abstract: HelpWords.text(
        vi: "Bộ xếp lịch và bộ đối chiếu của Lịch Sóng, để kiểm tra và đo từ bên ngoài.",
        en: "The allocation and matching engines of Lịch Sóng, to be checked and measured from outside."),
      version: version,
      subcommands: [SolveCommand.self, MatchCommand.self])
  }

  /// The version, which result files name too.
  static let version = "0.1.0"

  static func main() { runToEnd() }
}
