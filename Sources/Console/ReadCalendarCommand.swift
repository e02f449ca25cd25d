public import ArgumentParser
import StationFolder

/// What a command starts to read somebody else's calendar in a process of its own; for no person.
public struct ReadCalendarCommand: ParsableCommand {
  /// By which the command calls itself.
  public static let name = AdoptionPipeline.childCommand

  /// It is not among the commands that people are told of.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, shouldDisplay: false)
  }

  @Argument(parsing: .captureForPassthrough) var terms: [String] = []

  /// The command.
  public init() {}

  /// Reads a calendar from standard input.
  public func run() throws {
    guard try AdoptionPipeline.answer(terms) else {
      throw ValidationError(HelpWords.text(vi: "dùng lệnh adopt.", en: "Use adopt."))
    }
  }
}
