public import Foundation

/// Other people's programs that read our calendars, workbooks and documents, in a virtual environment of the
/// package; installed when they are missing.
public enum ClientPrograms {
  /// What a program did.
  public struct Run: Sendable {
    /// Its exit status.
    public let status: Int32
    /// What it printed, errors included.
    public let output: String
  }

  /// The sentence for a machine on which they cannot be installed.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let environment = folder.appending(path: "../../.venv-clients").standardizedFileURL

  /// Runs accept.py on a folder of calendars: its output is what a client found wrong, and empty when none did.
  public static func accept(_ calendars: URL) throws -> Run {
    try run([python(), folder.appending(path: "accept.py").path, calendars.path])
  }

  /// Runs office.py on a workbook or document: its output is what openpyxl or python-docx find in it.
  public static func office(_ file: URL) throws -> Run {
    try run([python(), folder.appending(path: "office.py").path, file.path])
  }

  /// Runs agenda.py: what recurring-ical-events and khal list of a calendar between two days, both included, when they show
  /// no tasks.
  public static func agenda(_ calendar: URL, from first: String, through last: String) throws -> Run {
    try run([python(), folder.appending(path: "agenda.py").path, calendar.path, first, last])
  }

  /// Runs form.py: openpyxl fills values into a form; the output tells what is locked and what is open.
  public static func fillForm(_ form: URL, to filled: URL, _ values: [String]) throws -> Run {
    try run([python(), folder.appending(path: "form.py").path, form.path, filled.path] + values)
  }

  /// Runs marked.py: writes drafts as office programs do, or tells what a marked copy has.
  public static func marked(_ arguments: String...) throws -> Run {
    try run([python(), folder.appending(path: "marked.py").path] + arguments)
  }

  /// Runs sheets.py: openpyxl changes cells of a plan's workbook; the output tells what each sheet offers.
  public static func editSheets(_ workbook: URL, to changed: URL, _ edits: [String]) throws -> Run {
    try run([python(), folder.appending(path: "sheets.py").path, workbook.path, changed.path] + edits)
  }

  /// Runs corpus.py: other people's libraries write calendars into a folder.
  public static func writeCorpus(_ folder: URL) throws -> Run {
    try run([python(), Self.folder.appending(path: "corpus.py").path, folder.path])
  }

  /// Lets the validator of the xmltv project read a programme guide.
  public static func validateXMLTV(_ file: URL) throws -> Run {
    let run = try run(["tv_validate_file", "--dtd-file", "/usr/share/xmltv/xmltv.dtd", file.path])
    guard run.status != 127 else {
      throw Missing(description: "There is no tv_validate_file: sudo apt-get install xmltv-util (make deps)")
    }
    return run
  }

  /// The interpreter of the environment.
  static func python() throws -> String {
    try installation.get()
    return environment.appending(path: "bin/python").path
  }

  /// collection.py.
  static let script = folder.appending(path: "collection.py").path

  /// Runs collection.py: looks into a collection of a CalDAV server, or edits it, as another client would.
  static func collection(_ arguments: [String]) throws -> Run {
    try run([python(), script] + arguments)
  }

  /// Runs occurrences.py on a folder of calendars that were read: its output is what a client reads otherwise.
  public static func compareOccurrences(_ calendars: URL) throws -> Run {
    try run([python(), folder.appending(path: "occurrences.py").path, calendars.path])
  }

  /// Once in a process, however many tests ask at the same time.
  private static let installation = Result { try install() }

  /// Creates the environment unless it holds what requirements.txt names.
  private static func install() throws {
    let requirements = folder.appending(path: "requirements.txt")
    let installed = environment.appending(path: "requirements.txt")
    if let text = try? Data(contentsOf: installed), text == (try Data(contentsOf: requirements)) { return }
    let steps = [
      ["python3", "-m", "venv", "--clear", environment.path],
      [environment.path + "/bin/python", "-m", "pip", "install", "--quiet", "-r", requirements.path],
    ]
    for step in steps {
      let run = try run(step)
      guard run.status == 0 else {
        throw Missing(
          description:
            "The programs that the tests read our files with cannot be installed: install Python 3.11 or newer with venv "
            + "(sudo apt-get install python3 python3-venv) and let pip reach a package index. "
            + "\(step.joined(separator: " ")) says: \(run.output)")
      }
    }
    try Data(contentsOf: requirements).write(to: installed)
  }

  /// Runs a program to its end. Its output goes through a file, so that no pipe can fill up.
  private static func run(_ arguments: [String]) throws -> Run {
    let output = FileManager.default.temporaryDirectory.appending(path: "clients-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return Run(status: process.terminationStatus, output: text)
  }
}
