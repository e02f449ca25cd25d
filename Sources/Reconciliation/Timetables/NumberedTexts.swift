/// A piece of a file's bytes.
struct TextRange {
  let start: UInt32
  let count: UInt32

  static let none = TextRange(start: 0, count: 0)

  var bytes: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// The different texts of a column, numbered in the order in which they come.
///
/// A hash table with open addressing over the file's own bytes: a column of a million rows has few different
/// texts, and none of them becomes a `String` before somebody has to read it.
struct NumberedTexts {
  /// Where each text stands first.
  private(set) var ranges: [TextRange] = []

  private var hashes: [UInt64] = []
  private var slots: [Int32]

  private static let free: Int32 = -1

  init() { slots = Array(repeating: Self.free, count: 64) }

  /// How many there are.
  var count: Int { ranges.count }

  /// The number of a text of these bytes, which is a new one when it was not there before.
  mutating func number(of range: TextRange, in bytes: UnsafeRawBufferPointer) -> Int32 {
    let text = UnsafeRawBufferPointer(rebasing: bytes[range.bytes])
    let hash = Self.hash(of: text)
    let slot = slot(of: text, hash, in: bytes)
    if slots[slot] != Self.free { return slots[slot] }
    let number = Int32(ranges.count)
    slots[slot] = number
    ranges.append(range)
    hashes.append(hash)
    if ranges.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a text, which may stand in another file; `nil` when it is none of these.
  func known(_ text: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer) -> Int32? {
    let number = slots[slot(of: text, Self.hash(of: text), in: bytes)]
    return number == Self.free ? nil : number
  }

  private func slot(
    of text: UnsafeRawBufferPointer, _ hash: UInt64, in bytes: UnsafeRawBufferPointer
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.free {
      let number = Int(slots[slot])
      if hashes[number] == hash, Self.areSame(text, bytes, at: ranges[number]) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether the bytes are those of a piece of the file; eight at a time, for nothing else is done so often.
  private static func areSame(
    _ text: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer, at range: TextRange
  ) -> Bool {
    guard text.count == Int(range.count) else { return false }
    let start = Int(range.start)
    var index = 0
    while index + 8 <= text.count {
      guard
        text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == bytes.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
      else { return false }
      index += 8
    }
    while index < text.count {
      guard text[index] == bytes[start + index] else { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: Self.free, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != Self.free { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// Eight bytes a step, each multiplied to twice its width and folded back, as wyhash does.
  private static func hash(of text: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      hash = product.high ^ product.low
    }
    var index = 0
    while index + 8 <= text.count {
      mix(text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest << 8 | UInt64(text[index])
      index += 1
    }
    mix(rest)
    return hash
  }
}
