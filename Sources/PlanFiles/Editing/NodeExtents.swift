import ScheduleModel
import Yams

/// Where the nodes of a file's YAML begin and end in its text, in UTF-8 code units.
///
/// The parser marks where a node begins. Where it ends follows from its kind: a quoted text ends with its quote, a plain
/// one with the last of its letters, brackets with the bracket that closes them, everything else with its last part.
struct NodeExtents {
  let source: SourceText
  let bytes: [UInt8]

  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  func extent(_ node: Node) -> Range<Int> {
    let start = start(node)
    return start..<max(start, end(node))
  }

  func start(_ node: Node) -> Int { source.offset(of: source.place(of: node)) }

  func end(_ node: Node) -> Int {
    switch node {
    case .scalar(let scalar): return end(scalar, from: start(node))
    case .sequence(let sequence):
      return end(of: sequence.last, in: node, closing: UInt8(ascii: "]"))
    case .mapping(let mapping):
      return end(of: Array(mapping).last?.value, in: node, closing: UInt8(ascii: "}"))
    case .alias: return start(node)
    }
  }

  /// Whether a mapping or list is written in brackets.
  func isInBrackets(_ node: Node) -> Bool {
    let start = start(node)
    guard start < bytes.count else { return false }
    return node.mapping != nil && bytes[start] == UInt8(ascii: "{")
      || node.sequence != nil && bytes[start] == UInt8(ascii: "[")
  }

  private func end(of last: Node?, in node: Node, closing: UInt8) -> Int {
    let start = start(node)
    guard isInBrackets(node) else { return last.map(end) ?? start }
    var index = last.map(end) ?? start + 1
    while index < bytes.count, bytes[index] != closing {
      // Between the last part and the bracket there are blanks, a comma and comments.
      index = bytes[index] == UInt8(ascii: "#") ? lineEnd(index) : index + 1
    }
    return min(index + 1, bytes.count)
  }

  private func end(_ scalar: Node.Scalar, from start: Int) -> Int {
    switch scalar.style {
    case .doubleQuoted: return endOfQuoted(from: start, isDouble: true)
    case .singleQuoted: return endOfQuoted(from: start, isDouble: false)
    case .literal, .folded: return endOfBlock(from: start)
    case .plain, .any:
      // A plain text has no escapes: blanks and line ends aside, its letters stand in the file one after the other.
      var index = start
      for byte in scalar.string.utf8 where !Self.isBlank(byte) {
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] == byte else { return index }
        index += 1
      }
      return index
    }
  }

  private func endOfQuoted(from start: Int, isDouble: Bool) -> Int {
    let quote = isDouble ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    var index = start + 1
    while index < bytes.count {
      if isDouble, bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if !isDouble, index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        return index + 1
      }
    }
    return bytes.count
  }

  /// The lines below `|` or `>` that are indented as the first of them.
  private func endOfBlock(from start: Int) -> Int {
    var end = lineEnd(start)
    var next = nextLine(start)
    var indent: Int?
    while next < bytes.count {
      let content = next + indentation(of: next)
      if content < lineEnd(next) {
        let own = content - next
        guard own >= indent ?? 1 else { break }
        indent = indent ?? own
        end = lineEnd(next)
      }
      next = nextLine(next)
    }
    return end
  }

  // MARK: - Lines

  /// Where the line of an offset begins.
  func lineStart(_ offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// Where it ends, before its line feed.
  func lineEnd(_ offset: Int) -> Int {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  /// Where the next one begins; the end of the text behind the last.
  func nextLine(_ offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }

  /// How many blanks are at the beginning of the line that begins at an offset.
  private func indentation(of line: Int) -> Int { bytes[line...].prefix { $0 == 0x20 }.count }

  /// How far the line of an offset is indented before it, in blanks.
  func indent(of offset: Int) -> Int { offset - lineStart(offset) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The comment behind a value on its line, with the blanks before it; empty where there is none.
  func comment(behind offset: Int) -> String {
    let rest = text(offset..<lineEnd(offset))
    let words = rest.drop { $0 == " " || $0 == "\t" }
    return words.hasPrefix("#") && words.count < rest.count ? rest : ""
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}

extension SourceText {
  /// Where a place is in the text, in UTF-8 code units.
  func offset(of place: SourcePlace) -> Int {
    guard place.line <= lineCount else { return text.utf8.count }
    let before = line(place.line).unicodeScalars.prefix(place.column - 1)
    return start(ofLine: place.line) + before.reduce(0) { $0 + UTF8.width($1) }
  }
}
