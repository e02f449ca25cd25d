import CalendarClients
import Foundation
import ScheduleModel

/// The smallest input that brings a finding about: files, and the commands that a reader can run on them.
///
/// They stand in `Findings/*.txt`, a chapter of the catalogue each: its titles, then for each code its meaning in
/// both languages, files (`name:` with their indented lines) and commands (`$ …`). The output of the last command
/// holds the finding.
struct Reproducer: Sendable {
  let code: String
  /// What the code means, one sentence.
  private(set) var meaning = Words("")
  /// What to do where the finding itself has no remedy.
  private(set) var remedy: Words?
  private(set) var files: [(name: String, text: String)] = []
  private(set) var commands: [String] = []

  /// The commands as they are run and printed for a reader: the last one speaks the language.
  func commands(in language: ReaderLanguage) -> [String] {
    var commands = commands
    guard language == .english,
      let last = commands.lastIndex(where: { $0.contains(#/(^|; )lichsong(-engine)? /#) })
    else { return commands }
    let isGroup = commands[last].hasSuffix(")")
    commands[last] = isGroup ? commands[last].dropLast() + " --lang en)" : commands[last] + " --lang en"
    return commands
  }

  /// Runs the commands in a folder of its own.
  ///
  /// - Parameter server: The address of the server that the commands call `$server`.
  /// - Returns: What the last one prints, errors included.
  func output(in language: ReaderLanguage, server: String?) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Calendars end their lines with CR LF (RFC 5545 §3.1).
      let text = name.hasSuffix(".ics") ? text.replacing("\n", with: "\r\n") : text
      try Data(text.utf8).write(to: file)
    }
    let commands = commands(in: language)
    let script = """
      cd "$1"; server="$2"; log=$(mktemp); set -e
      lichsong() { "$lichsong" "$@"; }; lichsong-engine() { "$lichsong-engine" "$@"; }
      { :; \(commands.dropLast().joined(separator: "\n"))
      } > $log 2>&1 || { cat $log; exit 1; }
      rm $log
      exec 2>&1
      \(commands.last ?? "")
      """
    let run = try Command.shell(script, folder.path, server ?? "")
    return server.map { run.output.replacing($0, with: "$server") } ?? run.output
  }

  /// The part of an output that is the first finding of the code: its sentence with what belongs to it, or the JSON
  /// object; `nil` when there is none.
  func finding(in output: String) -> String? {
    // Tables end their lines with CR LF.
    let lines = output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if let first = lines.firstIndex(where: { $0.contains("[\(code)]: ") }) {
      let rest = lines[(first + 1)...].prefix { $0.hasPrefix("  ") }
      return ([lines[first]] + rest).joined(separator: "\n")
    }
    guard let key = lines.firstIndex(where: { $0.hasSuffix("\"code\" : \"\(code)\",") }) else { return nil }
    let indent = lines[key].prefix { $0 == " " }.count - 2
    let (opening, closing) = (
      String(repeating: " ", count: indent) + "{", String(repeating: " ", count: indent) + "}"
    )
    guard let start = lines[...key].lastIndex(where: { $0 == opening }),
      let end = lines[key...].firstIndex(where: { $0.hasPrefix(closing) })
    else { return nil }
    return (lines[start..<end].map { $0.dropFirst(indent) } + ["}"]).joined(separator: "\n")
  }
}

extension Reproducer {
  /// A chapter of the catalogue.
  struct Chapter: Sendable {
    fileprivate(set) var title = Words("")
    fileprivate(set) var reproducers: [Reproducer] = []
  }

  /// A line of a file of reproducers that says nothing known.
  struct Unreadable: Error {
    let file: String
    let line: String
  }

  /// All chapters, in order.
  static func chapters() throws -> [Chapter] {
    let folder = Command.root + "/Tests/EndToEndTests/Findings"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
    return try names.sorted().map { name in
      try chapter(String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8), file: name)
    }
  }

  private static func chapter(_ text: String, file: String) throws -> Chapter {
    var chapter = Chapter()
    var isInFile = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let last = chapter.reproducers.count - 1
      if isInFile, line.isEmpty || line.hasPrefix("    ") {
        chapter.reproducers[last].add(line.dropFirst(4))
        continue
      }
      isInFile = false
      if line.hasPrefix("= ") {
        chapter.reproducers.append(Reproducer(code: String(line.dropFirst(2))))
      } else if let (_, key, value) = line.wholeMatch(of: /(vi|en|do\.vi|do\.en): (.+)/)?.output {
        if last < 0 {
          chapter.title.set(String(value), key)
        } else {
          chapter.reproducers[last].set(String(value), key)
        }
      } else if line.hasPrefix("$ "), last >= 0 {
        chapter.reproducers[last].commands.append(String(line.dropFirst(2)))
      } else if last >= 0, line.hasSuffix(":") {
        chapter.reproducers[last].files.append((String(line.dropLast()), ""))
        isInFile = true
      } else if !line.isEmpty {
        throw Unreadable(file: file, line: String(line))
      }
    }
    return chapter
  }

  private mutating func add(_ line: Substring) {
    files[files.count - 1].text += line + "\n"
  }

  private mutating func set(_ value: String, _ key: Substring) {
    if key.hasPrefix("do.") {
      var words = remedy ?? Words("")
      words.set(value, key.dropFirst(3))
      remedy = words
    } else {
      meaning.set(value, key)
    }
  }
}

extension Words {
  fileprivate mutating func set(_ value: String, _ language: Substring) {
    self = language == "vi" ? Words(vi: value, en: en) : Words(vi: vi, en: value)
  }
}
