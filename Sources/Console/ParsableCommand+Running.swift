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
      var command = try asked()
      try command.run()
      return 0
    } catch {
      return status(of: error)
    }
  }

  fileprivate static func asked() throws -> any ParsableCommand {
    let arguments = HelpWords.arranged(Array(CommandLine.arguments.dropFirst()))
    try refuseUnknownCommand(arguments)
    return try parseAsRoot(arguments)
  }

  /// Tells why a command ended early.
  fileprivate static func status(of error: any Error) -> Int32 {
    if let refusal = error as? FileRefusal {
      Terminal.complain(refusal.words[HelpWords.language])
      return 74
    }
    if let refusal = error as? PDFConversion.Refusal {
      Terminal.complain(refusal.words[HelpWords.language])
      return 74
    }
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

extension AsyncParsableCommand {
  /// The same for a command that waits for others, as a server does.
  public static func runToEnd() async -> Never {
    Defect.watch()
    Terminal.prepare()
    Foundation.exit(Terminal.finish(with: await status()))
  }

  private static func status() async -> Int32 {
    do {
      var command = try asked()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      return status(of: error)
    }
  }
}
