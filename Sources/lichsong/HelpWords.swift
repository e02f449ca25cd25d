import Foundation
import ScheduleModel

/// The language of the help and of messages about wrong usage, which are made before the options are read.
enum HelpWords {
  /// The language that the command line asks for with `--lang`; Vietnamese when it asks for none.
  static let language = asked(in: CommandLine.arguments)

  static func asked(in arguments: [String]) -> ReaderLanguage {
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

  static func text(vi: String, en: String) -> String { Words(vi: vi, en: en)[language] }

  /// The argument library's own words in the asked language; what it says about a mistake follows as it is.
  static func translated(_ message: String, isMistake: Bool) -> String {
    guard language == .vietnamese else { return message }
    var text = message
    for (english, vietnamese) in headings { text = text.replacingOccurrences(of: english, with: vietnamese) }
    return isMistake ? "Lệnh viết chưa đúng. " + text : text
  }

  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE:", "CÁCH GỌI:"), ("Usage:", "Cách gọi:"), ("ARGUMENTS:", "THAM SỐ:"),
    ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "LỆNH CON:"), ("<subcommand>", "<lệnh con>"),
    ("Show the version.", "In số phiên bản."), ("Show help information.", "In trợ giúp này."),
    ("Error: ", "Thư viện báo: "), ("(required)", "(bắt buộc)"), ("(default: ", "(mặc định: "),
    ("  See 'lichsong help <lệnh con>' for detailed help.", "  Xem 'lichsong help <lệnh con>' để biết chi tiết."),
    ("for more information.", "để biết thêm."), ("  See '", "  Xem '"),
  ]
}
