import Foundation
import ScheduleModel

/// Pieces of a plan file that a new plan is written of.
enum PlanText {
  /// A text as YAML reads it back, whatever is in it.
  static func quoted(_ text: String) -> String {
    let seen = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    return "\""
      + String(String.UnicodeScalarView(seen)).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      + "\""
  }

  /// What is done next with a plan's text at the terminal, and in the browser.
  static let check = Words(vi: "rồi chạy: lichsong check THƯ-MỤC", en: "then run: lichsong check FOLDER")
  static let checkOnPage = Words(
    vi: "rồi bấm kiểm tra trên trang sửa văn bản kế hoạch",
    en: "then check it on the page where the plan's text is changed")

  /// Lines of comments; no comment ends early whatever the text has.
  static func comment(_ text: String, indent: Int = 0) -> String {
    text.split(whereSeparator: \.isNewline).map { line in
      String(repeating: " ", count: indent) + "# " + line + "\n"
    }.joined()
  }

  /// An id made of a name: its words without marks, as many as fit into 40 letters.
  ///
  /// - Parameter taken: Ids that are in use; the new one is added.
  static func id(of name: String, taken: inout Set<String>) -> String {
    var words: [String] = []
    var length = 0
    for word in plain(name).split(separator: "-") where length + word.count < 40 {
      words.append(String(word))
      length += word.count + 1
      if words.count == 6 { break }
    }
    let base = words.isEmpty ? "muc" : words.joined(separator: "-")
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  /// The letters a–z and digits of a text, everything else as single hyphens.
  static func plain(_ text: String) -> String {
    var letters = ""
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": letters.unicodeScalars.append(scalar)
      case "đ", "ð", "ɖ": letters += "d"
      case "\u{300}"..."\u{36F}": continue
      default: if !letters.isEmpty, !letters.hasSuffix("-") { letters += "-" }
      }
    }
    while letters.hasSuffix("-") { letters.removeLast() }
    return letters
  }
}
