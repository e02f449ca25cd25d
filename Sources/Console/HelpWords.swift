import Foundation
public import ScheduleModel

/// The language of the help and of messages about wrong usage, which are made before the options are read.
public enum HelpWords {
  /// The language that the command line asks for with `--lang`; Vietnamese when it asks for none.
  public static let language = asked(in: CommandLine.arguments)

  /// The same for arguments that are given.
  public static func asked(in arguments: [String]) -> ReaderLanguage {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count {
        return ReaderLanguage(rawValue: arguments[index + 1]) ?? .vietnamese
      }
      if argument.hasPrefix("--lang=") {
        return ReaderLanguage(rawValue: String(argument.dropFirst(7))) ?? .vietnamese
      }
    }
    return .vietnamese
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
    guard language == .vietnamese else { return message }
    var text = message
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
