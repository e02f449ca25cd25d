import ScheduleModel

/// What the different texts of a column mean, each worked out once.
///
/// A column of a million rows has few different texts. They are known again by their bytes, so none of them becomes a
/// `String`, is composed or looked up a second time.
struct TextPool<Value> {
  /// The different texts, one behind the other.
  private var bytes: [UInt8] = []
  private var texts: [(range: Range<Int>, hash: Int, value: Value)] = []
  /// A hash table with open addressing: for each slot the number of a text, or ``free``.
  private var slots: [Int32]
  private var last = 0

  private static var free: Int32 { -1 }
  /// A column in which every text is another one gains nothing by being remembered.
  private static var mostTexts: Int { 200_000 }

  init() { slots = Array(repeating: -1, count: 64) }

  /// The value of a field; `make` gets its text in composed form, without the blanks around it.
  mutating func value(
    of field: RecordScanner.Field, in file: [UInt8], make: (String) -> Value
  ) -> Value {
    known(field, in: file) ?? remember(make(file.text(of: field)), field, in: file)
  }

  /// The value of a field that was there before; `nil` for a new one.
  mutating func known(_ field: RecordScanner.Field, in file: [UInt8]) -> Value? {
    guard !field.hasDoubledQuotes else { return nil }
    let text = file.span.extracting(file.trimmed(field))
    if last < texts.count, isSame(texts[last].range, text) { return texts[last].value }
    let hash = Self.hash(text)
    var slot = hash & (slots.count - 1)
    while slots[slot] != Self.free {
      let number = Int(slots[slot])
      if texts[number].hash == hash, isSame(texts[number].range, text) {
        last = number
        return texts[number].value
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Notes the value of a field that is new, and gives it back.
  mutating func remember(_ value: Value, _ field: RecordScanner.Field, in file: [UInt8]) -> Value {
    guard !field.hasDoubledQuotes else { return value }
    if texts.count >= Self.mostTexts { self = TextPool() }
    let range = file.trimmed(field)
    add(range, file, Self.hash(file.span.extracting(range)), value)
    return value
  }

  private mutating func add(_ range: Range<Int>, _ file: [UInt8], _ hash: Int, _ value: Value) {
    let start = bytes.count
    bytes += file[range]
    last = texts.count
    texts.append((start..<bytes.count, hash, value))
    guard texts.count * 2 > slots.count else { return insert(last) }
    slots = Array(repeating: Self.free, count: slots.count * 2)
    for number in texts.indices { insert(number) }
  }

  private mutating func insert(_ number: Int) {
    var slot = texts[number].hash & (slots.count - 1)
    while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private func isSame(_ own: Range<Int>, _ other: Span<UInt8>) -> Bool {
    guard own.count == other.count else { return false }
    let text = bytes.span.extracting(own)
    for index in other.indices where text[index] != other[index] { return false }
    return true
  }

  /// FNV-1a.
  private static func hash(_ text: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

extension TextPool: Sendable where Value: Sendable {}
