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
    var isOpen = false
    var signs: Set<Character> = []
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        if isOpen {
          words[words.count - 1].text.append(character)
        } else {
          words.append(Word(text: String(character), before: signs))
          (isOpen, signs) = (true, [])
        }
      } else {
        isOpen = false
        guard !character.isWhitespace else { continue }
        signs.insert(character)
        if !words.isEmpty { words[words.count - 1].after.insert(character) }
      }
    }
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
