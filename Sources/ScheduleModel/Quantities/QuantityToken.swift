/// A word, a number or a sign of a phrase.
struct QuantityToken {
  /// As it is written; a name in quotation marks is one token, marks included.
  let text: String
  /// The same in lower case.
  let low: String
  let isQuoted: Bool

  init(_ text: some StringProtocol, isQuoted: Bool = false) {
    self.text = String(text)
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
    func endWord() {
      if !word.isEmpty { tokens.append(QuantityToken(word)) }
      word = ""
    }
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if namesInQuotes, let closing = quotes[character], word.isEmpty,
        let end = characters[(index + 1)...].firstIndex(of: closing)
      {
        tokens.append(QuantityToken(String(characters[index...end]), isQuoted: true))
        index = end
      } else if character.isWhitespace {
        endWord()
      } else if (character == "," || character == "."), word.last?.isASCIIDigit == true, next.isASCIIDigit {
        word.append(character)
      } else if character == ".", next == "." {
        endWord()
        tokens.append(QuantityToken(".."))
        index += 1
      } else if (character == "." || character == ":"), next.isWhitespace {
        endWord()
        tokens.append(QuantityToken(String(character)))
      } else if (character == ">" || character == "<"), next == "=" {
        endWord()
        tokens.append(QuantityToken(character == ">" ? "≥" : "≤"))
        index += 1
      } else if dashes.contains(character), word.last?.isLetter == true, next.isLetter {
        word.append(character)
      } else if signs.contains(character) || dashes.contains(character) {
        endWord()
        tokens.append(QuantityToken(String(character)))
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
