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
      case "đ", "Đ": append("d")
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
    let (left, right) = (Array(text.utf8), Array(other.text.utf8))
    let longest = max(left.count, right.count)
    guard longest <= Self.longestCompared else { return 0 }
    return 100 - (Self.distance(left, right) * 100 + longest - 1) / longest
  }

  /// Letters to insert, delete or replace (Levenshtein's distance).
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...one.count)
    for (i, letter) in other.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, own) in one.enumerated() {
        let replaced = diagonal + (letter == own ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[one.count]
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
  public var composed: String { precomposedStringWithCanonicalMapping }

  /// The text without blanks at its ends, each run of blanks and line breaks inside as one blank.
  public var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
