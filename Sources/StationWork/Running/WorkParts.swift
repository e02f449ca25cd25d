import Planning

/// What a worker process is given and what it gives back: named octets, one behind the other.
///
/// Each begins with a line of its length and its name; the last is empty and named `end`, so that what was cut off is not
/// taken for the whole.
struct WorkParts {
  private var rest: [UInt8] = []
  private var start = 0
  /// Whether the last part was read.
  private(set) var isWhole = false

  /// The octets of a part.
  static func octets(of part: InputFile) -> [UInt8] {
    Array("\(part.bytes.count) \(part.name)\n".utf8) + part.bytes
  }

  /// What comes behind the last part.
  static let end = octets(of: InputFile(name: "end", bytes: []))

  /// The parts in octets that are whole; `nil` for octets that are not.
  static func read(_ octets: [UInt8]) -> [InputFile]? {
    var parts = WorkParts()
    guard let read = parts.take(octets), parts.isWhole else { return nil }
    return read
  }

  /// Takes more octets.
  ///
  /// - Returns: The parts that are complete now; `nil` when the octets are none of ours.
  mutating func take(_ octets: [UInt8]) -> [InputFile]? {
    rest += octets
    var parts: [InputFile] = []
    while !isWhole, let lineEnd = rest[start...].firstIndex(of: 0x0A) {
      let head = String(decoding: rest[start..<lineEnd], as: UTF8.self)
      guard let blank = head.firstIndex(of: " "), let length = Int(head[..<blank]), length >= 0 else {
        return nil
      }
      guard rest.count - lineEnd - 1 >= length else { break }
      let name = String(head[head.index(after: blank)...])
      start = lineEnd + 1 + length
      if name == "end" {
        isWhole = true
      } else {
        parts.append(InputFile(name: name, bytes: Array(rest[(lineEnd + 1)..<start])))
      }
    }
    if start > 1 << 20 {
      rest.removeFirst(start)
      start = 0
    }
    return parts
  }
}
