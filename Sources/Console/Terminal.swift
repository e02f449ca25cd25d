import Foundation
import Reports
public import ScheduleModel
public import StationFolder
import Synchronization

/// Where the command meets the terminal: all that it prints goes through here, checked and made safe to show.
///
/// Text for people is printed with control characters and direction marks made visible, wherever it goes, since it holds
/// names and titles from anybody's files. Data for programs stays as it is unless it goes to a terminal.
public enum Terminal {
  /// For whom something is printed.
  public enum Reader: Sendable {
    /// Somebody who reads it.
    case person
    /// A program that reads JSON, CSV, HTML or YAML.
    case program
  }

  private static let isReaderGone = Atomic(false)
  private static let isMessageLost = Atomic(false)

  /// Makes sure, before anything else is opened, that what is written cannot go elsewhere than it should.
  public static func prepare() {
    // A file opened later must not become the standard output of a command that was started without one. In its place
    // comes a device that refuses what is written.
    for (descriptor, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", mode)
    }
    // A folder may have more calendars in writing than the usual number of open files.
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      limit.rlim_cur = limit.rlim_max
      _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    // Writing then returns an error number instead of ending the program. Unlike SIG_IGN, a handler is not inherited by
    // the programs that are started.
    for number in [SIGPIPE, SIGXFSZ] { signal(number) { _ in } }
  }

  /// Prints a result as it is: results end with a line feed of their own.
  ///
  /// A reader that has seen enough, such as `head`, is no failure: the rest is not printed.
  /// - Throws: ``FileRefusal`` when it cannot be written.
  public static func show(_ text: String, for reader: Reader = .person) throws(FileRefusal) {
    let isRaw = reader == .program && isatty(STDOUT_FILENO) == 0
    try send(isRaw ? text : VisibleText.of(text))
  }

  /// Prints a sentence about the result, on a line of its own.
  public static func say(_ line: String) throws(FileRefusal) { try show(line + "\n") }

  /// Prints findings as a result.
  public static func show(_ findings: [Finding], in language: ReaderLanguage) throws(FileRefusal) {
    try send(text(findings, language, isColoured: isColoured(STDOUT_FILENO)))
  }

  /// Writes a result to a file, or prints it when none is named.
  public static func deliver(_ text: String, for reader: Reader, to path: String?) throws(FileRefusal) {
    if let path {
      try OutputFolder.write(path, reader == .person ? VisibleText.of(text) : text)
    } else {
      try show(text, for: reader)
    }
  }

  private static func send(_ text: String) throws(FileRefusal) {
    guard !isReaderGone.load(ordering: .relaxed) else { return }
    let code = DescriptorOutput.write(Array(text.utf8), to: STDOUT_FILENO)
    if code == EPIPE {
      isReaderGone.store(true, ordering: .relaxed)
    } else if code != 0 {
      throw FileRefusal(.send, FileRefusal.standardOutput, code: code)
    }
  }

  /// Prints a message for a person on standard error, on a line of its own.
  public static func complain(_ message: String) {
    warn(VisibleText.of(message.hasSuffix("\n") ? message : message + "\n"))
  }

  /// Writes a line of a log, with its end, to standard error; whoever makes it has escaped what steers a terminal.
  public static func log(_ line: String) { warn(line) }

  /// Prints findings on standard error.
  public static func complain(_ findings: [Finding], in language: ReaderLanguage) {
    warn(text(findings, language, isColoured: isColoured(STDERR_FILENO)))
  }

  private static func warn(_ text: String) {
    let code = DescriptorOutput.write(Array(text.utf8), to: STDERR_FILENO)
    if code != 0, code != EPIPE { isMessageLost.store(true, ordering: .relaxed) }
  }

  /// The exit status, after everything was printed: 74 instead of 0 when something did not arrive.
  public static func finish(with status: Int32) -> Int32 {
    // Some network drives tell only now that they had no room.
    let copy = dup(STDOUT_FILENO)
    if copy >= 0, close(copy) != 0, errno != EINTR {
      complain(
        FileRefusal(.send, FileRefusal.standardOutput, code: errno).words[HelpWords.language])
      return 74
    }
    return status == 0 && isMessageLost.load(ordering: .relaxed) ? 74 : status
  }

  /// The findings as text in which only our own colours steer the terminal.
  private static func text(_ findings: [Finding], _ language: ReaderLanguage, isColoured: Bool) -> String {
    VisibleText.of(
      FindingReport.text(findings, language: language, colour: isColoured),
      colours: isColoured ? colours : [])
  }

  /// The escape sequences of ``FindingReport``, which writes out those in its findings.
  private static let colours = ["0", "1", "1;31", "1;33", "1;36"].map { "\u{1B}[\($0)m" }

  /// Whether colour is welcome on a descriptor.
  private static func isColoured(_ descriptor: Int32) -> Bool { isTerminal(descriptor) && wantsColour }

  /// Whether somebody looks at a terminal that understands more than plain lines.
  private static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && environment("TERM") != "dumb"
  }

  /// `NO_COLOR` turns colour off whatever it says, unless it is empty (no-color.org).
  private static var wantsColour: Bool { environment("NO_COLOR") == nil }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The columns of the terminal on standard output: what `COLUMNS` says, else what the terminal says, else 80; `nil`
  /// when standard output is a file or a pipe.
  public static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return max(40, columns) }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return max(40, Int(size.ws_col))
  }

  /// Does some work, and from the second second on says on a terminal what is being done.
  public static func working<Value>(_ what: Words, in language: ReaderLanguage, _ work: () throws -> Value)
    rethrows
    -> Value
  {
    let line = what[language]
    return try working({ line }, work)
  }

  /// The same with words that change as the work goes on.
  public static func working<Value>(_ what: @escaping @Sendable () -> String, _ work: () throws -> Value)
    rethrows
    -> Value
  {
    guard isTerminal(STDERR_FILENO) else { return try work() }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    let began = DispatchTime.now()
    let clearedLine = "\r\u{1B}[2K"
    timer.schedule(deadline: .now() + 1, repeating: 0.5)
    timer.setEventHandler {
      let seconds = (DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds) / 1_000_000_000
      warn(clearedLine + VisibleText.of("\(what()) \(seconds)s", isOneLine: true))
    }
    timer.resume()
    defer {
      timer.cancel()
      let seconds = (DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds) / 1_000_000_000
      if seconds >= 1 { warn(clearedLine) }
    }
    return try work()
  }
}
