import Foundation

/// A text reduced to what it is recognised by: letters and digits, words parted by single blanks.
///
/// Case, diacritics and punctuation fall away, and `đ` becomes `d`. With the tone marks gone `hòa` and `hoà`
/// are one, composed or decomposed; `quy` and `qui`, `kỹ` and `kĩ` are one too, for both spellings are in use.
struct FoldedText: Hashable, Sendable {
  /// The letters and digits.
  let text: String

  /// Whether nothing is left to recognise it by.
  var isEmpty: Bool { text.isEmpty }

  /// The text by which `original` is recognised.
  init(_ original: some StringProtocol) {
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

  /// Whether the words of `other` stand in it, one after the other.
  func contains(_ other: FoldedText) -> Bool { (" " + text + " ").contains(" " + other.text + " ") }
}

extension String {
  /// The text in Unicode's composed form, in which the program stores everything.
  var composed: String { precomposedStringWithCanonicalMapping }
}
