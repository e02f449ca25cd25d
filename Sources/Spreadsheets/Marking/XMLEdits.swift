/// An XML part to which something is added here and there: every other octet stays.
struct XMLEdits {
  private let bytes: [UInt8]
  private var edits: [(range: Range<Int>, text: [UInt8])] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A mark of the text.
  struct Tag {
    enum Kind { case start, end, empty }
    let kind: Kind
    /// Where it stands, its angle brackets included.
    let range: Range<Int>
    fileprivate let text: ArraySlice<UInt8>

    /// Its name with its prefix, as it is written.
    var name: String {
      let name = text.dropFirst(kind == .end ? 2 : 1).prefix {
        !$0.isBlank && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
      }
      return String(decoding: name, as: UTF8.self)
    }

    /// The prefix with its colon; empty without one.
    var prefix: String { name.contains(":") ? String(name.prefix { $0 != ":" }) + ":" : "" }

    /// Whether it has this name, whatever its prefix.
    func `is`(_ local: String) -> Bool { name == local || name.hasSuffix(":" + local) }

    /// The value of an attribute, its entities read; `nil` when it has none.
    func attribute(_ name: String) -> String? {
      value(of: name).map { range in
        var value: [UInt8] = []
        XMLScanner.appendText(text[range], to: &value)
        return String(decoding: value, as: UTF8.self)
      }
    }

    /// The mark with an attribute of that value, in the place of another one of its name.
    func setting(_ name: String, to value: String) -> [UInt8] {
      if let range = self.value(of: name) {
        return text[..<range.lowerBound] + Array(value.utf8) + text[range.upperBound...]
      }
      let head = text.startIndex + 1 + self.name.utf8.count
      return text[..<head] + Array(" \(name)=\"\(value)\"".utf8) + text[head...]
    }

    private func value(of name: String) -> Range<Int>? {
      var at = text.startIndex + 1 + self.name.utf8.count
      while at < text.endIndex {
        while at < text.endIndex, text[at].isBlank { at += 1 }
        let start = at
        while at < text.endIndex, text[at] != UInt8(ascii: "="), text[at] != UInt8(ascii: ">") { at += 1 }
        guard at < text.endIndex, text[at] == UInt8(ascii: "=") else { return nil }
        let key = String(decoding: text[start..<at].filter { !$0.isBlank }, as: UTF8.self)
        at += 1
        while at < text.endIndex, text[at].isBlank { at += 1 }
        guard at < text.endIndex else { return nil }
        let quote = text[at]
        guard let end = text[(at + 1)...].firstIndex(of: quote) else { return nil }
        if key == name { return at + 1..<end }
        at = end + 1
      }
      return nil
    }
  }

  /// Hands out the marks in order; comments, CDATA and instructions are passed over.
  func each(_ body: (Tag) -> Void) {
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[open...]
      if rest.starts(with: "<!--".utf8) {
        at = end(of: "-->", from: open)
      } else if rest.starts(with: "<![CDATA[".utf8) {
        at = end(of: "]]>", from: open)
      } else if rest.starts(with: "<?".utf8) {
        at = end(of: "?>", from: open)
      } else {
        var close = open
        var quote: UInt8?
        while close < bytes.count {
          let byte = bytes[close]
          if let open = quote {
            if byte == open { quote = nil }
          } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
          } else if byte == UInt8(ascii: ">") {
            break
          }
          close += 1
        }
        guard close < bytes.count else { return }
        let kind: Tag.Kind =
          bytes[open + 1] == UInt8(ascii: "/")
          ? .end : bytes[close - 1] == UInt8(ascii: "/") ? .empty : .start
        body(Tag(kind: kind, range: open..<close + 1, text: bytes[open...close]))
        at = close + 1
      }
    }
  }

  private func end(of closing: String, from start: Int) -> Int {
    let closing = Array(closing.utf8)
    var at = start
    while at + closing.count <= bytes.count {
      if bytes[at..<at + closing.count].elementsEqual(closing) { return at + closing.count }
      at += 1
    }
    return bytes.count
  }

  /// The text between two marks, its entities read.
  func text(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    XMLScanner.appendText(bytes[range], to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: - Edits

  /// Adds a text at an offset; what is added there later stands behind it.
  mutating func insert(_ text: String, at offset: Int) { edits.append((offset..<offset, Array(text.utf8))) }

  /// Puts a text in the place of a stretch.
  mutating func replace(_ range: Range<Int>, with text: [UInt8]) { edits.append((range, text)) }

  /// Adds a text at the end of the outermost element.
  mutating func append(_ text: String) { append(text, to: nil) }

  /// Adds a text at the beginning of the outermost element.
  mutating func insertFirst(_ text: String) {
    var root: Tag?
    each { tag in if root == nil { root = tag } }
    guard let root else { return }
    if root.kind == .empty { return append(text) }
    insert(text, at: root.range.upperBound)
  }

  /// Adds a text at the end of the first element of a name, or of the outermost; an empty one is opened for it.
  mutating func append(_ text: String, to name: String?) {
    var empty: Tag?
    var end: Tag?
    var isFound = false
    each { tag in
      guard name.map(tag.is) ?? true else { return }
      if tag.kind == .end {
        if name == nil || end == nil { end = tag }
      } else if !isFound {
        isFound = true
        if tag.kind == .empty { empty = tag }
      }
    }
    if let empty {
      let opened = bytes[empty.range].dropLast(2) + [UInt8(ascii: ">")]
      replace(empty.range, with: opened + Array("\(text)</\(empty.name)>".utf8))
    } else if let end {
      insert(text, at: end.range.lowerBound)
    }
  }

  /// The part with all of it.
  var result: [UInt8] {
    var result: [UInt8] = []
    var at = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      result += bytes[at..<edit.range.lowerBound]
      result += edit.text
      at = edit.range.upperBound
    }
    return result + bytes[at...]
  }
}
