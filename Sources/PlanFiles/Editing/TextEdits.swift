/// Edits of a text, each at a place of it; what they do not name stays octet for octet.
struct TextEdits {
  /// Ranges in UTF-8 code units, with what takes their place.
  private var edits: [(range: Range<Int>, text: String)] = []

  var isEmpty: Bool { edits.isEmpty }

  /// Puts a text in place of a range.
  mutating func replace(_ range: Range<Int>, with text: String) { edits.append((range, text)) }

  /// Puts a text between what is before and behind an offset; of several at one offset, each behind those before it.
  mutating func insert(_ text: String, at offset: Int) { edits.append((offset..<offset, text)) }

  /// The edited text; `nil` when two of the edits overlap.
  func applied(to bytes: [UInt8]) -> [UInt8]? {
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    var edited: [UInt8] = []
    var next = 0
    for (_, edit) in ordered {
      guard edit.range.lowerBound >= next else { return nil }
      edited += bytes[next..<edit.range.lowerBound]
      edited += edit.text.utf8
      next = edit.range.upperBound
    }
    return edited + bytes[next...]
  }
}
