import Foundation
public import ScheduleModel

/// The language of the help and of messages about wrong usage, which are made before the options are read.
public enum HelpWords {
  /// The language that the command line asks for with `--lang`, else that of the environment.
  public static let language = asked(
    in: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  /// The same for arguments and an environment that are given.
  ///
  /// Of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is not empty counts (POSIX, 8.2): English for `en…`, Vietnamese
  /// for everything else, `C` and nothing at all included.
  public static func asked(in arguments: [String], environment: [String: String] = [:]) -> ReaderLanguage {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = ReaderLanguage(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="), let language = ReaderLanguage(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let tongue = locale?.prefix { $0.isLetter }.lowercased()
    return tongue == "en" ? .english : .vietnamese
  }

  /// The arguments with a `--lang` before the command moved behind it, where the argument library looks for it.
  static func arranged(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    let length = first == "--lang" ? min(2, arguments.count) : first.hasPrefix("--lang=") ? 1 : 0
    let rest = arguments.dropFirst(length)
    // Without a command it has done its work: the help is in that language already.
    guard length > 0, let command = rest.first, !command.hasPrefix("-"), command != "help" else {
      return Array(rest)
    }
    return [command] + arguments.prefix(length) + rest.dropFirst()
  }

  /// A text in that language.
  public static func text(vi: String, en: String) -> String { Words(vi: vi, en: en)[language] }

  /// What is wrong, without the usage that the argument library puts below it and that would only hide it.
  static func withoutUsage(_ message: String) -> String {
    message.firstRange(of: "\nUsage:").map { String(message[..<$0.lowerBound]) } ?? message
  }

  /// The argument library speaks English only; these are its sentences in Vietnamese. What is not among them
  /// stays as it is.
  static func translated(_ message: String) -> String {
    // A group of commands has a heading of its own; the library puts a word behind it.
    var text = message.replacing(" SUBCOMMANDS:", with: ":")
    guard language == .vietnamese else { return text }
    for (english, vietnamese) in sentences { text = text.replacing(english, with: vietnamese) }
    for (pattern, template) in patterns {
      text = text.replacingOccurrences(of: pattern, with: template, options: .regularExpression)
    }
    return text
  }

  private static let sentences = [
    ("OVERVIEW: ", ""), ("USAGE:", "CÁCH DÙNG:"), ("Usage:", "Cách dùng:"), ("ARGUMENTS:", "THAM SỐ:"),
    ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "LỆNH CON:"), ("<subcommand>", "<lệnh con>"),
    ("Show the version.", "In số phiên bản."), ("Show help information.", "In trợ giúp này."),
    ("Error: ", "Lỗi: "),
    (". Please provide one of the following:", "; chọn một trong:"), ("\nHelp: ", "\nGiải thích:"),
    ("(default:", "(mặc định:"), ("; default:", "; mặc định:"),
    ("(values:", "(các giá trị:"),
    (" for detailed help.", " để biết chi tiết."), (" for more information.", " để biết thêm."),
    ("  See '", "  Xem '"),
  ]

  private static let patterns = [
    // A line break may come before the default.
    ("(?m)^( +)default: ", "$1mặc định: "),
    ("Unexpected argument '([^']*)'", "thừa tham số “$1”"),
    ("([0-9]+) unexpected arguments: (.*)", "thừa $1 tham số: $2"),
    ("Unknown option '([^']*)'", "không có tùy chọn “$1”"),
    ("Missing expected argument '([^']*)'", "thiếu tham số $1"),
    ("Missing value for '([^']*)'", "thiếu giá trị sau $1"),
    ("Did you mean '([^']*)'\\?", "Có phải là “$1”?"),
    (
      "The value '([^']*)' is invalid for '([^']*)'\\. Please provide one of (.*) (or|and) (.*)\\.",
      "giá trị “$1” không dùng được cho $2; chọn một trong: $3, $5."
    ),
    ("The value '([^']*)' is invalid for '([^']*)'", "giá trị “$1” không dùng được cho $2"),
  ]
}
