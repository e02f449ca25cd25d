import Foundation

/// The content lines of a calendar that comes block by block (RFC 5545 §3.1), unfolded.
///
/// It keeps one line at a time and a limited number of its octets: the rest of a longer line is passed over. A
/// line ends with LF, with or without CR before it.
public struct ContentLineReader: Sendable {
  /// The octets of a physical line that RFC 5545 §3.1 recommends at most, its end not counted.
  public static let longestPhysical = 75
  /// The octets of an unfolded line that are kept unless asked otherwise: ten times what the longest list of
  /// dates of a year takes.
  public static let longestKept = 1 << 16

  /// The octets of the line that is ready, without its folds and its end.
  public private(set) var octets: [UInt8] = []
  /// The number of its first physical line in the file, from 1.
  public private(set) var number = 1
  /// Its octets in the file, folds and line ends included.
  public private(set) var range = 0..<0
  /// Whether octets of it were passed over.
  public private(set) var isCut = false

  private let longest: Int
  private var passed = 0
  private var start = 0
  private var physical = 1
  private var isAtStart = true
  private var isOpen = false
  private var isReady = false

  /// A reader that has read nothing yet.
  public init(keeping longest: Int = ContentLineReader.longestKept) { self.longest = longest }

  /// Goes on in a block, from a position that it moves.
  ///
  /// - Returns: `true` when a line is ready, `false` when the block is used up; then the next block may come.
  public mutating func next(in block: UnsafeRawBufferPointer, _ position: inout Int) -> Bool {
    if isReady { begin() }
    while position < block.count {
      if isAtStart {
        let isFold = block[position] == 0x20 || block[position] == 0x09
        if isOpen, !isFold {
          range = start..<(passed + position)
          isReady = true
          return true
        }
        if !isOpen { (number, start) = (physical, passed + position) }
        if isFold, isOpen { position += 1 }
        isOpen = true
        isAtStart = false
      }
      guard position < block.count, let base = block.baseAddress else { break }
      let found = memchr(base + position, 0x0A, block.count - position)
      let end = found.map { UnsafeRawPointer($0) - base } ?? block.count
      append(UnsafeRawBufferPointer(rebasing: block[position..<end]))
      position = end
      if found != nil {
        position += 1
        if !isCut, octets.last == 0x0D { octets.removeLast() }
        physical += 1
        isAtStart = true
      }
    }
    passed += block.count
    return false
  }

  /// Whether a last line is ready, once all blocks were taken.
  public mutating func end() -> Bool {
    if isReady { begin() }
    isReady = isOpen
    range = start..<passed
    return isOpen
  }

  private mutating func begin() {
    octets.removeAll(keepingCapacity: true)
    isCut = false
    isOpen = false
    isReady = false
  }

  private mutating func append(_ piece: UnsafeRawBufferPointer) {
    let room = longest - octets.count
    if piece.count > room { isCut = true }
    octets.append(contentsOf: piece.prefix(room))
  }

  /// The unfolded lines of a text, whole, without their ends.
  public static func lines(of text: ArraySlice<UInt8>) -> [[UInt8]] {
    var reader = ContentLineReader(keeping: .max)
    var lines: [[UInt8]] = []
    text.withUnsafeBytes { block in
      var position = 0
      while reader.next(in: block, &position) { lines.append(reader.octets) }
    }
    if reader.end() { lines.append(reader.octets) }
    return lines
  }
}
