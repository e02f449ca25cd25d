import Foundation
import ScheduleModel

/// What the command shows besides its results: on standard error, and only as much as a terminal wants.
enum Terminal {
  /// Whether colour is welcome on standard output.
  static var coloursOutput: Bool { isTerminal(STDOUT_FILENO) && wantsColour }

  /// Whether colour is welcome on standard error.
  static var coloursErrors: Bool { isTerminal(STDERR_FILENO) && wantsColour }

  /// Whether somebody looks at a terminal that understands more than plain lines.
  private static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && environment("TERM") != "dumb"
  }

  /// `NO_COLOR` turns colour off whatever it says, unless it is empty (no-color.org).
  private static var wantsColour: Bool { environment("NO_COLOR") == nil }

  /// Prints a result as it is: results end with a line feed of their own.
  static func show(_ text: String) { print(text, terminator: "") }

  /// Prints a message for a person, on a line of its own.
  static func complain(_ message: String) {
    FileHandle.standardError.write(Data((message.hasSuffix("\n") ? message : message + "\n").utf8))
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Does some work, and from the second second on says on a terminal what is being done.
  static func working<Value>(_ what: Words, in language: ReaderLanguage, _ work: () throws -> Value) rethrows
    -> Value
  {
    let line = what[language]
    return try working({ line }, work)
  }

  /// The same with words that change as the work goes on.
  static func working<Value>(_ what: @escaping @Sendable () -> String, _ work: () throws -> Value) rethrows
    -> Value
  {
    guard isTerminal(STDERR_FILENO) else { return try work() }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    let began = DispatchTime.now()
    timer.schedule(deadline: .now() + 1, repeating: 0.5)
    timer.setEventHandler {
      let seconds = (DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds) / 1_000_000_000
      FileHandle.standardError.write(Data("\r\u{1B}[2K\(what()) \(seconds)s".utf8))
    }
    timer.resume()
    defer {
      timer.cancel()
      let seconds = (DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds) / 1_000_000_000
      if seconds >= 1 { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
    }
    return try work()
  }
}
