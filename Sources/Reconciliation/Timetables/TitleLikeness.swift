/// How much is amiss between two titles, as people and machines write them.
///
/// Titles that fold to one text (``FoldedText``: case, diacritics, NFC or NFD, `đ`, `hòa` and `hoà`, punctuation)
/// are the same. Otherwise one may hold the other, or differ in a few letters; it may also leave
/// numbers out, but never have others, for number 3 and number 4 of a column are two works however alike their
/// titles look. The letters are compared by Levenshtein's distance, after a count of each letter has ruled out what
/// cannot be near.
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

    init(_ text: FoldedText) {
      self.text = text
      letters = Array(text.text.utf8)
      numbers = letters.split { !(0x30...0x39).contains($0) }.map { Array($0.drop { $0 == 0x30 }) }
    }
  }

  /// What rules most pairs out, without a look at the letters themselves.
  private struct Key {
    let letters: Int
    /// The same for the same numbers.
    let numbers: Int32
    /// How often each letter stands in it, several of them counted as one; for short titles alone.
    let counts: SIMD32<UInt8>
  }

  /// Longer titles are the same or hold one another, or are not alike; counts of letters fit into a byte.
  private static let longest = 255

  private let original: (Int) -> String
  /// For each title the number of its reduced form, or -1 before that is asked for.
  private var forms: [Int32]
  private var reduced: [Reduced] = []
  private var keys: [Key] = []
  private var formByText: [FoldedText: Int32] = [:]
  private var numberLists: [[[UInt8]]: Int32] = [:]
  private var known: [UInt64: Int] = [:]

  /// The likeness of some titles, which are numbered; `original` gives the text of a number.
  init(count: Int, original: @escaping (Int) -> String) {
    forms = Array(repeating: -1, count: count)
    self.original = original
  }

  /// Thousandths from 0 (the same) to ``most``; `nil` when they are not titles of one work.
  mutating func amiss(_ one: Int32, _ other: Int32) -> Int? {
    if one == other { return 0 }
    guard one >= 0, other >= 0 else { return Self.unknown }
    let (left, right) = (form(of: Int(one)), form(of: Int(other)))
    if left == right { return 0 }
    let isLeftShort = keys[left].letters < keys[right].letters
    let (short, long) = isLeftShort ? (left, right) : (right, left)
    let (shortKey, longKey) = (keys[short], keys[long])
    if shortKey.letters == 0 { return Self.unknown }
    if shortKey.numbers != longKey.numbers {
      guard Self.haveCommonNumbers(reduced[short].numbers, reduced[long].numbers) else { return nil }
    }
    let isCounted = longKey.letters <= Self.longest
    let mayBeNear = isCounted && Self.leastDistance(shortKey.counts, longKey.counts) * 4 <= longKey.letters
    let mayHold =
      shortKey.letters * 3 >= longKey.letters && !(isCounted && any(shortKey.counts .> longKey.counts))
    guard mayBeNear || mayHold else { return nil }
    let pair = UInt64(min(left, right)) << 32 | UInt64(max(left, right))
    if let amiss = known[pair] { return amiss < 0 ? nil : amiss }
    let amiss = Self.amiss(reduced[short], reduced[long], mayBeNear: mayBeNear, mayHold: mayHold)
    known[pair] = amiss ?? -1
    return amiss
  }

  private mutating func form(of title: Int) -> Int {
    if forms[title] >= 0 { return Int(forms[title]) }
    let text = FoldedText(original(title))
    if let form = formByText[text] {
      forms[title] = form
      return Int(form)
    }
    let form = Reduced(text)
    var counts = SIMD32<UInt8>()
    if form.letters.count <= Self.longest { for letter in form.letters { counts[Int(letter & 31)] += 1 } }
    let numbers = numberLists[form.numbers] ?? Int32(numberLists.count)
    numberLists[form.numbers] = numbers
    forms[title] = Int32(reduced.count)
    formByText[text] = forms[title]
    reduced.append(form)
    keys.append(Key(letters: form.letters.count, numbers: numbers, counts: counts))
    return Int(forms[title])
  }

  private static func amiss(_ short: Reduced, _ long: Reduced, mayBeNear: Bool, mayHold: Bool) -> Int? {
    if mayHold, long.text.contains(short.text) {
      return most * (long.letters.count - short.letters.count) / long.letters.count
    }
    guard mayBeNear else { return nil }
    let distance = distance(short.letters, long.letters)
    return distance * 4 <= long.letters.count ? most * 4 * distance / long.letters.count : nil
  }

  /// Whether the numbers of the one stand, in their order, among those of the other. A title may leave its numbers
  /// out, but it may not have others.
  private static func haveCommonNumbers(_ one: [[UInt8]], _ other: [[UInt8]]) -> Bool {
    if one == other { return true }
    let (few, many) = one.count < other.count ? (one, other) : (other, one)
    var rest = few[...]
    for number in many where number == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// As many letters have to change at least: those that the longer title has more of.
  ///
  /// Added up by halves, which the compiler keeps in one register; the sum of all fits into a byte.
  private static func leastDistance(_ short: SIMD32<UInt8>, _ long: SIMD32<UInt8>) -> Int {
    let more = (long &- short).replacing(with: 0, where: long .<= short)
    let sixteen = more.lowHalf &+ more.highHalf
    let eight = sixteen.lowHalf &+ sixteen.highHalf
    let four = eight.lowHalf &+ eight.highHalf
    let two = four.lowHalf &+ four.highHalf
    return Int(two.x &+ two.y)
  }

  /// Letters to insert, delete or replace.
  static func distance(_ short: [UInt8], _ long: [UInt8]) -> Int {
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
