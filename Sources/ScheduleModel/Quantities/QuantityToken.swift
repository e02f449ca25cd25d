/// A word, a number or a sign of a phrase.
struct QuantityToken {
  /// As it is written; a name in quotation marks is one token, marks included.
  let text: String
  /// The same in lower case.
  let low: String
  let isQuoted: Bool
  /// Which characters of the phrase it is.
  let range: Range<Int>

  /// - Parameters:
  ///   - end: The character behind it.
  ///   - length: How many characters it has in the phrase; as many as the text when left out.
  init(_ text: some StringProtocol, before end: Int, length: Int? = nil, isQuoted: Bool = false) {
    self.text = String(text)
    range = end - (length ?? self.text.count)..<end
    low = text.lowercased()
    self.isQuoted = isQuoted
  }

  /// Takes a phrase apart. Signs stand alone, but for the points, commas and colons within a number and the hyphens
  /// within a word.
  ///
  /// - Parameter namesInQuotes: Whether what stands in quotation marks is one name; otherwise the marks are signs.
  static func tokens(of phrase: String, namesInQuotes: Bool = true) -> [QuantityToken] {
    var tokens: [QuantityToken] = []
    var word = ""
    let characters = Array(phrase)
    var index = 0
    func endWord() {
      if !word.isEmpty { tokens.append(QuantityToken(word, before: index)) }
      word = ""
    }
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if namesInQuotes, let closing = quotes[character], word.isEmpty,
        let end = characters[(index + 1)...].firstIndex(of: closing)
      {
        tokens.append(QuantityToken(String(characters[index...end]), before: end + 1, isQuoted: true))
        index = end
      } else if character.isWhitespace {
        endWord()
      } else if (character == "," || character == "."), word.last?.isASCIIDigit == true, next.isASCIIDigit {
        word.append(character)
      } else if character == ".", next == "." {
        endWord()
        tokens.append(QuantityToken("..", before: index + 2))
        index += 1
      } else if (character == "." || character == ":"), next.isWhitespace {
        endWord()
        tokens.append(QuantityToken(String(character), before: index + 1))
      } else if (character == ">" || character == "<"), next == "=" {
        endWord()
        index += 1
        tokens.append(QuantityToken(character == ">" ? "≥" : "≤", before: index + 1, length: 2))
      } else if dashes.contains(character), word.last?.isLetter == true, next.isLetter {
        word.append(character)
      } else if signs.contains(character) || dashes.contains(character) {
        endWord()
        tokens.append(QuantityToken(String(character), before: index + 1))
      } else {
        word.append(character)
      }
      index += 1
    }
    endWord()
    return tokens
  }

  private static let quotes: [Character: Character] = ["“": "”", "\"": "\"", "«": "»"]
  private static let dashes: Set<Character> = ["-", "–", "—"]
  private static let signs: Set<Character> = [
    "“", "”", "\"", "«", "»", "…",
    "/", ",", ";", "(", ")", "≥", "≤", ">", "<", "~", "≈", "+", "=", "÷", "×", "%",
  ]
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
