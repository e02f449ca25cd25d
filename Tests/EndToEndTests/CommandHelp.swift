import Foundation
import ScheduleModel

/// What the command says about itself: the argument library's `--experimental-dump-help`.
struct CommandHelp: Decodable {
  let commandName: String
  let shouldDisplay: Bool
  let arguments: [Argument]?
  let subcommands: [CommandHelp]?

  struct Argument: Decodable {
    let names: [Name]?
    let valueName: String
    let abstract: String?
    let kind: String
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
    let defaultValue: String?
    let allValues: [String]?

    struct Name: Decodable {
      let name: String
    }

    /// The longest of its names, `--period`; `nil` for what stands by its place.
    var option: String? {
      names?.map(\.name).max { $0.count < $1.count }.map { "--" + $0 }
    }

    /// How it is written on the command line: `--period <period>`, `<file>…`.
    var usage: String {
      let value = kind == "flag" ? nil : "<\(valueName)>\(isRepeating ? "…" : "")"
      return [option, value].compactMap(\.self).joined(separator: " ")
    }
  }

  /// The programs whose commands are documented.
  static let programs = ["lichsong", "lichsong-engine"]

  /// What a program says in a language.
  static func of(_ program: String, in language: ReaderLanguage) throws -> CommandHelp {
    struct Dump: Decodable { let command: CommandHelp }
    let path = URL(filePath: Command.path).deletingLastPathComponent().appending(path: program).path
    let run = try Command(
      program: path, ["--experimental-dump-help", "--lang", language.rawValue])
    return try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8)).command
  }

  /// The commands that the help shows, each with the name by which it is called.
  static func commands(in language: ReaderLanguage) throws -> [(call: String, help: CommandHelp)] {
    try programs.flatMap { program in
      try (of(program, in: language).subcommands ?? []).filter {
        $0.shouldDisplay && $0.commandName != "help"
      }
      .map { ("\(program) \($0.commandName)", $0) }
    }
  }

  /// What every command takes, which is documented once.
  static let common: Set<String> = ["--lang", "--version", "--help"]

  /// Its arguments, those aside that every command takes.
  var own: [Argument] {
    (arguments ?? []).filter { $0.shouldDisplay && !($0.option.map(Self.common.contains) ?? false) }
  }

  /// Its arguments as a table.
  func table(in language: ReaderLanguage) -> String {
    let head = language == .vietnamese ? ("tùy chọn", "việc") : ("option", "does")
    let words =
      language == .vietnamese
      ? (values: "các giá trị", standard: "mặc định", required: "bắt buộc")
      : (values: "values", standard: "default", required: "required")
    let rows = own.map { argument in
      var notes: [String] = []
      if !argument.isOptional, argument.option != nil { notes.append(words.required) }
      if let values = argument.allValues {
        notes.append("\(words.values): " + values.map { "`\($0)`" }.joined(separator: ", "))
      }
      if let value = argument.defaultValue, argument.kind != "flag" {
        notes.append("\(words.standard): `\(value)`")
      }
      let said = argument.abstract ?? "–"
      let text = notes.isEmpty ? said : "\(said) (\(notes.joined(separator: "; ")))"
      return "| `\(argument.usage.escaped)` | \(text.escaped) |"
    }
    return (["| \(head.0) | \(head.1) |", "|---|---|"] + rows).joined(separator: "\n")
  }
}

extension String {
  /// Safe in a cell of a table.
  fileprivate var escaped: String { replacing("|", with: "\\|") }
}
