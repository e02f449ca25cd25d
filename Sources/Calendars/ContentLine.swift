/// A content line of a calendar file (RFC 5545 §3.1) with its folds: where in the file it is.
struct ContentLine {
  /// The most octets of a physical line, its end not counted (RFC 5545 §3.1).
  static let longest = 75

  /// Its octets in the file, folds and line ends included.
  let range: Range<Int>
  /// The number of its first line in the file, from 1.
  let number: Int
  /// Whether it goes over several lines.
  let isFolded: Bool

  /// The octets without folds and line end.
  func content(in file: [UInt8]) -> ArraySlice<UInt8> {
    var end = range.upperBound
    if end > range.lowerBound, file[end - 1] == 0x0A { end -= 1 }
    if end > range.lowerBound, file[end - 1] == 0x0D { end -= 1 }
    let whole = file[range.lowerBound..<end]
    guard isFolded else { return whole }
    var content: [UInt8] = []
    content.reserveCapacity(whole.count)
    var index = whole.startIndex
    while index < whole.endIndex {
      let octet = whole[index]
      if octet == 0x0A, index + 1 < whole.endIndex {
        if content.last == 0x0D { content.removeLast() }
        index += 2  // the fold's blank
      } else {
        content.append(octet)
        index += 1
      }
    }
    return content[...]
  }
}

/// The content lines of a file, one after the other, whatever the file holds: a line ends with LF, and one
/// that begins with a blank or a tab goes on with the line before.
///
/// Cost: each octet is looked at once; nothing is copied.
struct ContentLines: Sequence, IteratorProtocol {
  private let file: [UInt8]
  private var position = 0
  private var number = 1

  init(_ file: [UInt8]) { self.file = file }

  mutating func next() -> ContentLine? {
    let (start, first) = (position, number)
    guard start < file.count else { return nil }
    repeat {
      position = file[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? file.count
      number += 1
    } while position < file.count && (file[position] == 0x20 || file[position] == 0x09)
    return ContentLine(range: start..<position, number: first, isFolded: number - first > 1)
  }
}
