import Foundation

/// A word of a name: what it is recognised by, and the diacritics that it is written with.
struct MarkedWord {
  /// The word without case and diacritics (``FoldedText``).
  let folded: String
  /// Its diacritics, each behind the letters before it, the tone last: `hoà` and `hòa` have the same. Empty for a word
  /// without any; `nil` for one that stands for an abbreviation.
  let marks: String?

  init(folded: String, marks: String?) {
    self.folded = folded
    self.marks = marks
  }

  /// The words of a text, parted as ``FoldedText`` parts them.
  static func words(of text: String) -> [MarkedWord] {
    let folded = FoldedText(text).text.split(separator: " ").map(String.init)
    let written = text.split { !$0.isLetter && !$0.isNumber }
    guard written.count == folded.count else { return folded.map { MarkedWord(folded: $0, marks: nil) } }
    return zip(folded, written).map { MarkedWord(folded: $0, marks: marks(of: $1)) }
  }

  private static func marks(of word: Substring) -> String {
    var (letters, tone) = ("", "")
    var hasMarks = false
    for scalar in word.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch scalar {
      case "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}":
        tone.unicodeScalars.append(scalar)
        hasMarks = true
      // Letters that look like đ: those of Iceland and of Africa.
      case "ð", "ɖ":
        letters += "đ"
        hasMarks = true
      case "đ", "\u{300}"..."\u{36F}":
        letters.unicodeScalars.append(scalar)
        hasMarks = true
      case "y": letters += "i"
      default: letters.unicodeScalars.append(scalar)
      }
    }
    return hasMarks ? letters + tone : ""
  }
}

/// How two names of the same letters agree in their diacritics.
enum MarkAgreement {
  case same
  /// An abbreviation of one stands for words of the other.
  case open
  case different
}

extension [MarkedWord] {
  /// How the diacritics agree with those of a name of the same folded words.
  func matched(with other: [MarkedWord]) -> MarkAgreement {
    guard count == other.count else { return .open }
    var isOpen = false
    for (own, their) in zip(self, other) {
      guard let one = own.marks, let two = their.marks else {
        isOpen = true
        continue
      }
      if one != two { return .different }
    }
    return isOpen ? .open : .same
  }
}
