/// Texts of calendars (RFC 5545 §3.3.11).
enum CalendarText {
  /// A text without its escapes.
  static func unescaped(_ text: some StringProtocol) -> String {
    guard text.contains("\\") else { return String(text) }
    var plain = ""
    var isEscape = false
    for character in text {
      if isEscape {
        plain.append(character == "n" || character == "N" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
