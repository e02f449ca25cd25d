import Foundation

/// The content lines of a calendar that comes block by block (RFC 5545 §3.1), unfolded.
///
/// It keeps one line at a time and no more than ``longest`` octets of it: the rest of a longer one is passed
/// over. A line ends with LF, with or without CR before it.
struct LineSplitter {
  /// So many octets of a line are kept: ten times what the longest list of dates of a year takes.
  static let longest = 1 << 16

  /// The octets of the line that is ready, without its folds and its end.
  private(set) var line: [UInt8] = []
  /// The number of its first line in the file, from 1.
  private(set) var number = 1
  /// Whether something of it was passed over.
  private(set) var isCut = false

  private var physical = 1
  private var isAtStart = true
  private var isOpen = false
  private var isReady = false

  /// Goes on in a block, from a position that it moves; `true` when ``line`` is ready, `false` when the block
  /// is used up.
  mutating func advance(in block: UnsafeRawBufferPointer, _ position: inout Int) -> Bool {
    if isReady { begin() }
    while position < block.count {
      if isAtStart {
        let isFold = block[position] == 0x20 || block[position] == 0x09
        if isOpen, !isFold {
          isReady = true
          return true
        }
        if !isOpen { number = physical }
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
        if !isCut, line.last == 0x0D { line.removeLast() }
        physical += 1
        isAtStart = true
      }
    }
    return false
  }

  /// Whether a last line is ready, once all blocks were taken.
  mutating func end() -> Bool {
    if isReady { begin() }
    isReady = isOpen
    return isOpen
  }

  private mutating func begin() {
    line.removeAll(keepingCapacity: true)
    isCut = false
    isOpen = false
    isReady = false
  }

  private mutating func append(_ piece: UnsafeRawBufferPointer) {
    let room = Self.longest - line.count
    if piece.count > room { isCut = true }
    line.append(contentsOf: piece.prefix(room))
  }
}
