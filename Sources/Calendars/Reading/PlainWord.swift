import Foundation

/// Titles as letters that can be compared, or be an id.
enum PlainWord {
  /// `thoi-su-toi` of “Thời sự tối”, at most 40 letters.
  static func id(of title: String, otherwise word: String) -> String {
    var id = ""
    for scalar in title.precomposedStringWithCanonicalMapping.lowercased()
      .decomposedStringWithCanonicalMapping.unicodeScalars
    {
      guard id.utf8.count < 40 else { break }
      switch scalar {
      case "a"..."z", "0"..."9": id.unicodeScalars.append(scalar)
      case "đ", "ð", "ɖ": id.append("d")
      default:
        let isMark = scalar.properties.generalCategory == .nonspacingMark
        if !isMark, !id.isEmpty, id.last != "-" { id.append("-") }
      }
    }
    while id.last == "-" { id.removeLast() }
    return id.isEmpty ? word : id
  }
}
