extension StringProtocol {
  /// The columns that the text takes on a terminal or in a fixed-width font.
  ///
  /// A letter with its marks is one column, however it is composed; Chinese characters and emoji are two
  /// (Unicode Standard Annex #11). Fonts differ on rare characters, so tables of those may be off by one.
  var displayWidth: Int { plainWidth ?? reduce(0) { $0 + $1.displayWidth } }

  /// The same where each scalar is a letter by itself, as almost everywhere: nothing needs to be looked up then.
  private var plainWidth: Int? {
    var width = 0
    for scalar in unicodeScalars {
      guard scalar.isPlain else { return nil }
      width += 1
    }
    return width
  }

  /// The text with every character that cannot be seen, or that steers a terminal, written as `\u{1B}`.
  ///
  /// What is shown may come from anybody's log. A stray escape sequence must not colour, move or hide what
  /// is beside it, and a mark that turns the reading direction must not change how a line reads.
  package func visible(keepingTabs: Bool = false) -> String {
    guard unicodeScalars.contains(where: \.isUnseen) else { return String(self) }
    var shown = ""
    for scalar in unicodeScalars {
      if scalar.isUnseen, !(keepingTabs && scalar == "\t") {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The text in lines of at most `width` columns, broken at blanks and line ends only.
  ///
  /// A word that is wider stays whole, on a line of its own. At least one line, perhaps an empty one.
  func wrapped(to width: Int) -> [String] {
    if isOneLine(of: width) { return [String(self)] }
    // Where each scalar is a letter by itself, nothing has to be put together to be parted at blanks.
    let text = String(self)
    guard plainWidth != nil else {
      return Self.lines(of: text.split { $0 == " " || $0.isNewline }, width)
    }
    return Self.lines(of: text.utf8.split(separator: 0x20).map { Substring($0) }, width)
  }

  private static func lines(of words: [Substring], _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words {
      let wide = word.displayWidth
      if !line.isEmpty, used + 1 + wide > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if !line.isEmpty {
        line += " "
        used += 1
      }
      line += word
      used += wide
    }
    return lines + [line]
  }

  /// Whether it fits as it is, its words apart by one blank each.
  private func isOneLine(of width: Int) -> Bool {
    guard let plainWidth, plainWidth <= width else { return false }
    var last: UInt8 = 0x20
    for byte in utf8 {
      if byte == 0x20, last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }
}

extension Character {
  /// The columns that the character takes: 0 for a mark alone, 2 for wide ones, else 1.
  var displayWidth: Int { unicodeScalars.reduce(0) { Swift.max($0, $1.displayWidth) } }
}

extension Unicode.Scalar {
  /// Whether it is one column whatever is beside it: the letters of Latin script, signs and digits among them.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027: true
    default: false
    }
  }

  fileprivate var displayWidth: Int {
    guard value >= 0x300 else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide ? 2 : 1
    }
  }

  private var isWide: Bool {
    if properties.isEmojiPresentation { return true }
    return switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
    case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// Controls, line separators, and the marks of direction and of no width that are no part of any word.
  fileprivate var isUnseen: Bool {
    if value < 0x20 || (0x7F...0x9F).contains(value) { return true }
    return switch value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF,
      0xFFFE...0xFFFF:
      true
    default: false
    }
  }
}
