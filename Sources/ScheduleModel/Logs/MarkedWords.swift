/// The words of a text in small letters, each with the signs before and behind it: what stands in brackets or behind a
/// dash says something about the rest.
struct MarkedWords {
  /// A word, and the signs beside it; blanks are none.
  struct Word {
    var text: String
    var before: Set<Character> = []
    var after: Set<Character> = []
  }

  /// The words in order.
  private(set) var words: [Word] = []

  init(_ text: String) {
    let text = text.lowercased()
    let scalars = text.unicodeScalars
    // Of ASCII and of Latin letters with marks, as nearly all texts are, each scalar is a character of its own.
    if scalars.allSatisfy({ $0.isASCII || $0.isLatinLetterWithMark }) {
      take(text, scalars.indices.lazy.map { ($0, Kind(scalars[$0])) })
    } else {
      take(text, text.indices.lazy.map { ($0, Kind(text[$0])) })
    }
  }

  private enum Kind {
    case letter, blank
    case sign(Character)

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "a"..."z", "0"..."9", "\u{80}"...: self = .letter
      case " ", "\t"..."\r": self = .blank
      default: self = .sign(Character(scalar))
      }
    }

    init(_ character: Character) {
      self =
        character.isLetter || character.isNumber
        ? .letter : character.isWhitespace ? .blank : .sign(character)
    }
  }

  private mutating func take(_ text: String, _ characters: some Sequence<(String.Index, Kind)>) {
    var start: String.Index?
    var signs: Set<Character> = []
    func word(from start: String.Index, to end: String.Index) -> Word {
      Word(text: String(text[start..<end]), before: signs)
    }
    for (index, kind) in characters {
      if case .letter = kind {
        start = start ?? index
        continue
      }
      if let begun = start {
        words.append(word(from: begun, to: index))
        (start, signs) = (nil, [])
      }
      guard case .sign(let sign) = kind else { continue }
      signs.insert(sign)
      if !words.isEmpty { words[words.count - 1].after.insert(sign) }
    }
    if let start { words.append(word(from: start, to: text.endIndex)) }
  }

  /// Whether the words of a phrase stand at an index, with no sign between them but a hyphen.
  func has(_ phrase: [String], at index: Int) -> Bool {
    index + phrase.count <= words.count
      && zip(words[index...], phrase).allSatisfy { $0.text == $1 }
      && words[index..<index + phrase.count - 1].allSatisfy { $0.after.isSubset(of: ["-"]) }
  }

  static let opening: Set<Character> = ["(", "[", "{", "<", "*"]
  static let parting: Set<Character> = [":", "-", "–", "—", "(", "[", "|", "/"]
}

extension Unicode.Scalar {
  /// Whether it is a letter of the Latin blocks that Vietnamese is written in, with a mark: U+00C0 to U+024F without × and
  /// ÷, U+1E00 to U+1EFF.
  fileprivate var isLatinLetterWithMark: Bool {
    switch self {
    case "\u{D7}", "\u{F7}": false
    case "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": true
    default: false
    }
  }
}
