import Foundation

/// A text reduced to what it is recognised by: letters and digits, words parted by single blanks.
///
/// Case, diacritics and punctuation fall away, and `đ` becomes `d`. With the tone marks gone `hòa` and `hoà`
/// are one, composed or decomposed; `quy` and `qui`, `kỹ` and `kĩ` are one too, for both spellings are in use.
public struct FoldedText: Hashable, Sendable {
  /// The letters and digits.
  public let text: String

  /// Whether nothing is left to recognise it by.
  public var isEmpty: Bool { text.isEmpty }

  /// The text by which `original` is recognised.
  public init(_ original: some StringProtocol) {
    if let latin = Self.folded(latin: original) {
      text = latin
      return
    }
    var folded = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    var beforePrevious: Unicode.Scalar = " "
    func append(_ scalar: Unicode.Scalar) {
      var scalar = scalar
      if scalar == "y",
        !"aeiou ".unicodeScalars.contains(previous) || (beforePrevious, previous) == ("q", "u")
      {
        scalar = "i"
      }
      folded.append(scalar)
      (beforePrevious, previous) = (previous, scalar)
    }
    for scalar in original.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "\u{300}"..."\u{36F}": continue
      case "a"..."z", "0"..."9": append(scalar)
      case "đ", "Đ", "ð", "Ð", "ɖ", "Ɖ": append("d")
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower) }
        } else if previous != " " {
          append(" ")
        }
      }
    }
    if folded.last == " " { folded.removeLast() }
    text = String(folded)
  }

  /// The same of a text of ASCII and of Latin letters with marks, as nearly all are; `nil` for any other.
  private static func folded(latin text: some StringProtocol) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    let blank = UInt8(ascii: " ")
    var (previous, beforePrevious) = (blank, blank)
    func append(_ letter: UInt8) {
      var letter = letter
      if letter == UInt8(ascii: "y"),
        !"aeiou ".utf8.contains(previous)
          || (beforePrevious, previous) == (UInt8(ascii: "q"), UInt8(ascii: "u"))
      {
        letter = UInt8(ascii: "i")
      }
      folded.append(letter)
      (beforePrevious, previous) = (previous, letter)
    }
    for scalar in text.unicodeScalars {
      var letter = UInt8(truncatingIfNeeded: scalar.value)
      if !scalar.isASCII {
        let index = Int(scalar.value) - firstBase
        guard bases.indices.contains(index), bases[index] != 0 else { return nil }
        letter = bases[index]
      }
      switch letter {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append(letter)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(letter | 0x20)
      default: if previous != blank { append(blank) }
      }
    }
    if folded.last == blank { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The base letter of each Latin letter with marks, from ``firstBase`` on; 0 for what has none.
  private static let bases: [UInt8] = {
    var bases = Array(repeating: UInt8(0), count: 0x1EFA - firstBase)
    for value in [firstBase...0x1B0, 0x1EA0...0x1EF9].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
      guard let base = parts.first, base.isASCII, parts.count > 1,
        parts.dropFirst().allSatisfy({ "\u{300}"..."\u{36F}" ~= $0 })
      else { continue }
      bases[value - firstBase] = UInt8(base.value)
    }
    // Đ, and the letters that look like it: Ð of Iceland and Ɖ of Africa, which some keyboards and fonts give.
    for value in [0x110, 0x111, 0xD0, 0xF0, 0x189] { bases[value - firstBase] = UInt8(ascii: "d") }
    return bases
  }()

  private static let firstBase = 0xC0

  /// How much of it is like `other`, in whole per cent rounded down: 100 less the share of the longer one's letters
  /// that have to change; `nil` when that is below `least`, or when the numbers differ, for number 3 and number 4 of
  /// a column are two works.
  public func likeness(to other: FoldedText, atLeast least: Int) -> Int? {
    // As many letters as the longer one has more must change at least.
    let (own, others) = (text.utf8.count, other.text.utf8.count)
    guard abs(own - others) * 100 <= (100 - least) * max(own, others) else { return nil }
    let percent = percentAlike(other)
    return percent >= least && numbers == other.numbers ? percent : nil
  }

  /// The same whatever the numbers are; 0 for texts too long to compare that are not the same.
  public func percentAlike(_ other: FoldedText) -> Int {
    if self == other { return 100 }
    let longest = max(text.utf8.count, other.text.utf8.count)
    guard longest <= Self.longestCompared else { return 0 }
    var (left, right) = (text, other.text)
    let distance = left.withUTF8 { left in right.withUTF8 { Self.distance(left, $0) } }
    return 100 - (distance * 100 + longest - 1) / longest
  }

  /// Letters to insert, delete or replace (Levenshtein's distance).
  ///
  /// Loops over buffers: a log of a year asks for it a million times, and iterators cost most of it where nothing is
  /// optimised.
  private static func distance(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: one.count + 1) { row in
      var j = 0
      while j <= one.count {
        row[j] = j
        j += 1
      }
      var i = 0
      while i < other.count {
        let letter = other[i]
        var diagonal = row[0]
        i += 1
        row[0] = i
        j = 0
        while j < one.count {
          var least = diagonal
          if letter != one[j] { least += 1 }
          diagonal = row[j + 1]
          if diagonal < least { least = diagonal + 1 }
          if row[j] < least { least = row[j] + 1 }
          j += 1
          row[j] = least
        }
      }
      return row[one.count]
    }
  }

  /// The numbers in it, without zeros before them.
  private var numbers: [Substring] {
    text.split { !("0"..."9" ~= $0) }.map { $0.drop { $0 == "0" } }
  }

  /// Longer titles are compared whole or not at all.
  private static let longestCompared = 255

  /// Whether the words of `other` stand in it, one after the other.
  public func contains(_ other: FoldedText) -> Bool {
    var (own, wanted) = (text, other.text)
    return own.withUTF8 { own in
      wanted.withUTF8 { wanted in
        guard wanted.count <= own.count else { return false }
        let space = UInt8(ascii: " ")
        return (0...own.count - wanted.count).contains { start in
          let end = start + wanted.count
          return (start == 0 || own[start - 1] == space) && (end == own.count || own[end] == space)
            && own[start..<end].elementsEqual(wanted)
        }
      }
    }
  }
}

extension String {
  /// The text in Unicode's composed form, in which the program stores everything.
  public var composed: String { isSurelyComposed ? self : precomposedStringWithCanonicalMapping }

  /// The text without blanks at its ends, each run of blanks and line breaks inside as one blank.
  public var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Whether it holds nothing but letters of Latin blocks that have no other form, and no combining mark.
  ///
  /// Normalising costs a hundred times as much as this look, and almost every text is composed already.
  private var isSurelyComposed: Bool {
    // Lead bytes up to C6 are letters before U+01C0, which stay as they are; E1 BA and E1 BB are Vietnamese letters,
    // E2 80 90 and following dashes and quotation marks.
    var (isOpen, block): (Bool, UInt8) = (false, 0)
    for byte in utf8 {
      if isOpen {
        isOpen = false
        if block == 0xE1 {
          guard byte == 0xBA || byte == 0xBB else { return false }
        } else {
          guard byte == 0x80 else { return false }
          block = 0xFF
          continue
        }
      } else if block == 0xFF {
        guard byte >= 0x90 else { return false }
      } else if byte >= 0xC7 {
        guard byte == 0xE1 || byte == 0xE2 else { return false }
        isOpen = true
        block = byte
        continue
      }
      block = 0
    }
    return true
  }
}
