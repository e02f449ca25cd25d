import ArgumentParser
import Console
import StationFolder

/// What ``AdoptCommand`` starts to read a calendar in a process of its own; nobody else needs it.
struct ReadCalendarCommand: ParsableCommand {
  static let name = "read-calendar"
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, shouldDisplay: false)
  }

  @Argument(parsing: .captureForPassthrough) var terms: [String] = []

  func run() throws {
    guard try AdoptionPipeline.answer(terms) else {
      throw ValidationError(HelpWords.text(vi: "dùng lệnh adopt.", en: "Use adopt."))
    }
  }
}
