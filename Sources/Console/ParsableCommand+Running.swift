public import ArgumentParser
import Foundation
import ScheduleModel
import StationFolder

extension ParsableCommand {
  /// Runs the command that the arguments ask for, and ends the process with its status: 0 done, 1 errors in what was
  /// given, 64 wrong usage, 70 a defect of the program, 74 a file could not be read or written.
  public static func runToEnd() -> Never {
    Defect.watch()
    Terminal.prepare()
    Foundation.exit(Terminal.finish(with: status()))
  }

  /// Runs the command that was asked for.
  ///
  /// - Returns: The exit status.
  private static func status() -> Int32 {
    do {
      let arguments = HelpWords.arranged(Array(CommandLine.arguments.dropFirst()))
      try refuseUnknownCommand(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let refusal as FileRefusal {
      Terminal.complain(refusal.words[HelpWords.language])
      return 74
    } catch let refusal as PDFConversion.Refusal {
      Terminal.complain(refusal.words[HelpWords.language])
      return 74
    } catch {
      let code = exitCode(for: error)
      let whole = fullMessage(for: error)
      let message = HelpWords.translated(code.isSuccess ? whole : HelpWords.withoutUsage(whole))
      guard !message.isEmpty else { return code.rawValue }
      do {
        if code.isSuccess { try Terminal.say(message) } else { Terminal.complain(message) }
        return code.rawValue
      } catch {
        Terminal.complain(error.words[HelpWords.language])
        return 74
      }
    }
  }

  /// The argument library calls an unknown command an unexpected argument, and says no more.
  private static func refuseUnknownCommand(_ arguments: [String]) throws {
    let all = configuration.subcommands.map { $0.configuration }
    let names = all.filter { $0.shouldDisplay }.compactMap { $0.commandName }
    guard let asked = arguments.first, !asked.hasPrefix("-"),
      asked != "help", !all.contains(where: { $0.commandName == asked })
    else { return }
    let list = names.joined(separator: ", ")
    throw ValidationError(
      HelpWords.text(
        vi: "không có lệnh “\(asked)”; các lệnh: \(list).",
        en: "There is no command “\(asked)”; the commands are \(list).")
    )
  }
}
