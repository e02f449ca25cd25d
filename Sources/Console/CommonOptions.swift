public import ArgumentParser
import Reports
public import ScheduleModel

extension ReaderLanguage: ExpressibleByArgument {}

/// The options of every command, and how it tells findings.
public struct CommonOptions: ParsableArguments {
  /// The options that hold when none is given.
  public init() {}

  /// The language of everything that the command prints.
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(HelpWords.text(vi: "Ngôn ngữ: vi hoặc en.", en: "The language: vi or en.")))
  public var language = HelpWords.language

  /// The columns asked for; `nil` to go by the terminal.
  @Option(
    name: .customLong("width"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Bảng in ra rộng không quá số cột này (40–1000).",
        en: "Print tables of at most this many columns (40–1000)."), valueName: "columns"))
  var columns: Int?

  /// Refuses widths in which no table can be read.
  public func validate() throws {
    guard let columns, !(40...1000).contains(columns) else { return }
    throw ValidationError(
      HelpWords.text(vi: "--width là số từ 40 đến 1000.", en: "--width is a number from 40 to 1000."))
  }

  /// The columns into which what is printed must fit; `nil` when it goes to a file or a pipe and nobody asks.
  public var width: Int? { columns ?? Terminal.width }

  /// The same for a result that may go to a file.
  public func width(to path: String?) -> Int? { path == nil ? width : columns }

  /// Prints findings for a person: those of a result on standard error, so that results can be piped.
  public func tell(_ findings: [Finding], from least: Finding.Severity = .warning) {
    let shown = findings.filter { $0.severity >= least }
    guard !shown.isEmpty else { return }
    Terminal.complain(shown, in: language)
  }

  /// Prints findings as the result of a command.
  public func show(_ findings: [Finding], json: Bool) throws {
    if json {
      try Terminal.show(FindingReport.json(findings, language: language), for: .program)
    } else {
      try Terminal.show(findings, in: language)
    }
  }

  /// Ends with status 1 when one of the findings is an error.
  public func end(_ findings: [Finding]) throws {
    if findings.hasErrors { throw ExitCode(1) }
  }
}
