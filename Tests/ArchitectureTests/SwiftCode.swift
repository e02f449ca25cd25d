/// Swift source without its comments and the contents of its strings.
///
/// What is left out becomes blanks, so lines and columns stay; what is interpolated into a string is code and
/// stays too. Regular expression literals are not known: one with a quotation mark in it hides the rest of
/// its line.
struct SwiftCode {
  /// The code alone.
  let text: String

  /// Takes the comments and the contents of the strings out of a source.
  init(_ source: String) {
    var scanner = Scanner(bytes: Array(source.utf8))
    scanner.readCode(insideParentheses: false)
    text = String(decoding: scanner.code, as: UTF8.self)
  }

  /// The names in the code, each with its line, from 1, and whether a point stands before it.
  var names: [(name: String, line: Int, isMember: Bool)] {
    var names: [(name: String, line: Int, isMember: Bool)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for (name, isMember) in Self.names(in: line) { names.append((name, index + 1, isMember)) }
    }
    return names
  }

  /// The names in any text, and whether a point stands right before each.
  static func names(in text: some StringProtocol) -> [(name: String, isMember: Bool)] {
    var names: [(name: String, isMember: Bool)] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
      if index > start {
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        names.append((name, start > 0 && bytes[start - 1] == UInt8(ascii: ".")))
      } else {
        index += 1
      }
    }
    return names
  }

  /// The modules that the code imports, each with its line.
  var imports: [(module: String, line: Int)] {
    var imports: [(module: String, line: Int)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for statement in line.split(separator: ";") {
        let words = statement.split(whereSeparator: \.isWhitespace)
          .drop { $0.hasPrefix("@") || Self.accessLevels.contains(String($0)) }
        guard words.first == "import" else { continue }
        let rest = words.dropFirst().drop { Self.kinds.contains(String($0)) }
        guard let path = rest.first, let module = path.split(separator: ".").first else { continue }
        imports.append((String(module), index + 1))
      }
    }
    return imports
  }

  /// The names of the types that the code declares, at any depth.
  var declaredTypes: Set<String> {
    names(after: ["struct", "enum", "class", "actor", "protocol", "typealias"])
  }

  /// The names of the types that the code extends.
  var extendedTypes: Set<String> { names(after: ["extension"]) }

  private func names(after keywords: Set<String>) -> Set<String> {
    let names = names
    var found: Set<String> = []
    for (keyword, name) in zip(names, names.dropFirst())
    where keywords.contains(keyword.name) && !keyword.isMember {
      found.insert(name.name)
    }
    return found
  }

  private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds: Set<String> = [
    "struct", "class", "enum", "actor", "protocol", "typealias", "func", "let", "var",
  ]

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: byte >= 0x80
    }
  }
}

/// Goes through a source once, copying code and blanking the rest.
private struct Scanner {
  let bytes: [UInt8]
  var index = 0
  var code: [UInt8] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Copies code up to its end, or up to the parenthesis that closes an interpolation.
  mutating func readCode(insideParentheses: Bool) {
    var depth = 0
    while index < bytes.count {
      if starts("//") {
        while index < bytes.count, bytes[index] != newline { blank(1) }
      } else if starts("/*") {
        readBlockComment()
      } else if let hashes = openingHashes() {
        readString(hashes: hashes)
      } else {
        if bytes[index] == UInt8(ascii: "(") { depth += 1 }
        if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
        code.append(bytes[index])
        index += 1
        if insideParentheses, depth == 0 { return }
      }
    }
  }

  private let newline = UInt8(ascii: "\n")

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        blank(2)
      } else if starts("*/") {
        depth -= 1
        blank(2)
      } else {
        blank(1)
      }
    } while depth > 0 && index < bytes.count
  }

  /// How many `#` stand before the quotation mark that opens a string here; `nil` when none opens here.
  private func openingHashes() -> Int? {
    var end = index
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - index : nil
  }

  private mutating func readString(hashes: Int) {
    let marks = String(repeating: "#", count: hashes)
    blank(hashes)
    let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
    blank(quotes.utf8.count)
    while index < bytes.count {
      if starts(quotes + marks) {
        blank(quotes.utf8.count + hashes)
        return
      } else if starts("\\" + marks + "(") {
        blank(1 + hashes)
        readCode(insideParentheses: true)
      } else if starts("\\" + marks) {
        blank(2 + hashes)
      } else if bytes[index] == newline, quotes.utf8.count == 1 {
        return
      } else {
        blank(1)
      }
    }
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private mutating func blank(_ count: Int) {
    for byte in bytes[index..<min(index + count, bytes.count)] {
      code.append(byte == newline ? newline : UInt8(ascii: " "))
    }
    index = min(index + count, bytes.count)
  }
}
