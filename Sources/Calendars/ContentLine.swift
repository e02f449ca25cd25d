import Foundation

/// A content line of a calendar file (RFC 5545 §3.1), with its folds, where it stands in the file.
struct ContentLine {
  /// The most octets of a line, its end not counted (RFC 5545 §3.1).
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
    file.withUnsafeBufferPointer { octets in
      var positions = Positions(octets, position: position, number: number)
      defer { (position, number) = (positions.position, positions.number) }
      return positions.next()
    }
  }

  /// The same within memory that somebody else keeps.
  struct Positions {
    private let octets: UnsafeBufferPointer<UInt8>
    fileprivate(set) var position: Int
    fileprivate(set) var number: Int

    init(_ octets: UnsafeBufferPointer<UInt8>, position: Int = 0, number: Int = 1) {
      self.octets = octets
      self.position = position
      self.number = number
    }

    mutating func next() -> ContentLine? {
      let (start, first) = (position, number)
      guard start < octets.count, let base = octets.baseAddress else { return nil }
      repeat {
        if let end = memchr(base + position, 0x0A, octets.count - position) {
          position = UnsafeRawPointer(end) - UnsafeRawPointer(base) + 1
        } else {
          position = octets.count
        }
        number += 1
      } while position < octets.count && (octets[position] == 0x20 || octets[position] == 0x09)
      return ContentLine(range: start..<position, number: first, isFolded: number - first > 1)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it begins with these ASCII letters.
  func begins(_ letters: StaticString) -> Bool {
    let length = letters.utf8CodeUnitCount
    guard count >= length, let base = baseAddress else { return false }
    return memcmp(base, letters.utf8Start, length) == 0
  }

  /// Whether it is a line of these ASCII letters, with its end.
  func isLine(_ letters: StaticString) -> Bool {
    let length = letters.utf8CodeUnitCount
    guard begins(letters) else { return false }
    return count == length || (count == length + 1 && self[length] == 0x0A)
      || (count == length + 2 && self[length] == 0x0D && self[length + 1] == 0x0A)
  }
}
