/// How much is amiss between two titles, as people and machines write them.
///
/// Titles that fold to one text (``FoldedText``: case, diacritics, NFC or NFD, `đ`, `hòa` and `hoà`, punctuation)
/// are the same. Otherwise one may hold the other, or differ in a few letters; but never in its numbers, for
/// number 3 and number 4 of a column are two works however alike their titles look. The letters are compared by
/// Levenshtein's distance, after a count of each letter has ruled out what cannot be near.
struct TitleLikeness {
  /// What is amiss when one of the two has no title: half of what may be.
  static let unknown = 500
  /// What is amiss between two titles that are just alike enough, in thousandths.
  static let most = 1000

  /// A title once it is reduced to what it is recognised by.
  private struct Reduced {
    let text: FoldedText
    let letters: [UInt8]
    /// The numbers in it, without zeros before them.
    let numbers: [[UInt8]]
    /// How often each letter of the folded alphabet stands in it; for short titles alone.
    let counts: SIMD32<UInt8>

    init(_ original: String) {
      text = FoldedText(original)
      letters = Array(text.text.utf8)
      numbers = letters.split { !(0x30...0x39).contains($0) }.map { Array($0.drop { $0 == 0x30 }) }
      var counts = SIMD32<UInt8>()
      if letters.count <= TitleLikeness.longest { for letter in letters { counts[Int(letter & 31)] += 1 } }
      self.counts = counts
    }
  }

  /// Longer titles are the same or hold one another, or are not alike; counts of letters fit into a byte.
  private static let longest = 255

  private let original: (Int) -> String
  private var reduced: [Reduced?]
  private var known: [UInt64: Int] = [:]

  /// The likeness of some titles, which are numbered; `original` gives the text of a number.
  init(count: Int, original: @escaping (Int) -> String) {
    reduced = Array(repeating: nil, count: count)
    self.original = original
  }

  /// Thousandths from 0 (the same) to ``most``; `nil` when they are not titles of one work.
  mutating func amiss(_ one: Int32, _ other: Int32) -> Int? {
    if one == other { return 0 }
    guard one >= 0, other >= 0 else { return Self.unknown }
    let (left, right) = (title(Int(one)), title(Int(other)))
    if left.text == right.text { return 0 }
    if left.letters.isEmpty || right.letters.isEmpty { return Self.unknown }
    guard left.numbers.isEmpty || right.numbers.isEmpty || left.numbers == right.numbers else { return nil }
    let shorter = min(left.letters.count, right.letters.count)
    let longer = max(left.letters.count, right.letters.count)
    let mayBeNear = longer <= Self.longest && Self.leastDistance(left.counts, right.counts) * 4 <= longer
    let mayHold = shorter * 3 >= longer
    guard mayBeNear || mayHold else { return nil }
    let key = UInt64(one) << 32 | UInt64(other)
    if let amiss = known[key] { return amiss < 0 ? nil : amiss }
    let amiss = Self.amiss(left, right, mayBeNear: mayBeNear, mayHold: mayHold)
    known[key] = amiss ?? -1
    return amiss
  }

  private mutating func title(_ number: Int) -> Reduced {
    if let title = reduced[number] { return title }
    let title = Reduced(original(number))
    reduced[number] = title
    return title
  }

  private static func amiss(_ left: Reduced, _ right: Reduced, mayBeNear: Bool, mayHold: Bool) -> Int? {
    let (short, long) = left.letters.count < right.letters.count ? (left, right) : (right, left)
    if mayHold, long.text.contains(short.text) {
      return most * (long.letters.count - short.letters.count) / long.letters.count
    }
    guard mayBeNear else { return nil }
    let distance = distance(short.letters, long.letters)
    return distance * 4 <= long.letters.count ? most * 4 * distance / long.letters.count : nil
  }

  /// As many letters have to change at least: those that the one has more of, or those that the other has.
  private static func leastDistance(_ left: SIMD32<UInt8>, _ right: SIMD32<UInt8>) -> Int {
    let more = (left &- right).replacing(with: 0, where: left .<= right)
    let less = (right &- left).replacing(with: 0, where: right .<= left)
    return Int(max(more.wrappedSum(), less.wrappedSum()))
  }

  /// Letters to insert, delete or replace.
  private static func distance(_ short: [UInt8], _ long: [UInt8]) -> Int {
    var row = Array(0...short.count)
    for (i, letter) in long.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in short.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[short.count]
  }
}
