/// Text from outside the program, made safe to show on a terminal.
public enum VisibleText {
  /// The text with each character that steers a terminal, or that cannot be seen, written as `\u{1B}`.
  ///
  /// Line feeds and tabs stay, and so does a carriage return before a line feed. Escape sequences could colour, move or
  /// hide what stands beside them, and direction marks make a line read differently from what it says. The byte order mark
  /// before a table for spreadsheet programs stays.
  /// - Parameters:
  ///   - colours: Escape sequences of our own, which stay.
  ///   - isOneLine: Whether line ends are written out too, as in a file's name.
  public static func of(_ text: String, colours: [String] = [], isOneLine: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { isUnseen($0) || (isOneLine && $0 == "\n") }) else {
      return text
    }
    let colours = colours.map { Array($0.unicodeScalars) }
    var rest = Array(text.unicodeScalars)[...]
    var shown = String.UnicodeScalarView()
    if !isOneLine, rest.first == "\u{FEFF}" { shown.append(rest.removeFirst()) }
    while let scalar = rest.first {
      if let colour = colours.first(where: { rest.starts(with: $0) }) {
        shown.append(contentsOf: colour)
        rest = rest.dropFirst(colour.count)
        continue
      }
      rest = rest.dropFirst()
      if isUnseen(scalar) && !(scalar == "\r" && rest.first == "\n" && !isOneLine)
        || isOneLine && (scalar == "\n" || scalar == "\t")
      {
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Control characters but line feed and tab; line separators; marks of direction and of no width that no word needs.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF:
      true
    default: false
    }
  }
}

/// What a user wrote, short enough for a sentence: 60 letters at most.
public func cut(_ text: String) -> String {
  let shown = text.prefix(60)
  return shown.endIndex == text.endIndex ? text : shown + "…"
}
