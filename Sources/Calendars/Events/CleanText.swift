import Foundation

/// Text of a plan that may stand in a calendar: composed (NFC), without control characters, not empty.
///
/// libical writes control characters as they are, and RFC 5545 §3.1 forbids them; readers then refuse the
/// whole file. Only this type goes into a calendar, so nothing can be forgotten.
struct CleanText: Hashable, Sendable {
  let text: String

  /// Clean texts joined by digits.
  fileprivate init(clean text: String) { self.text = text }

  /// The text with tabs as blanks and no white space around it; `nil` when nothing remains.
  ///
  /// - Parameter keepingLines: Whether line breaks stay; otherwise each becomes a blank.
  init?(_ raw: String, keepingLines: Bool = false) {
    if Self.isClean(raw, keepingLines: keepingLines) {
      text = raw
      return
    }
    var scalars = String.UnicodeScalarView()
    var isComposed = true
    var before: Unicode.Scalar?
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x0A where before == "\r": break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: scalars.append(keepingLines ? "\n" : " ")
      case 0x09: scalars.append(" ")
      case 0...0x1F, 0x7F...0x9F, 0xFEFF: break
      default:
        if !Self.isSurelyComposed(scalar) { isComposed = false }
        scalars.append(scalar)
      }
      before = scalar
    }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    let trimmed = scalars.drop(while: \.properties.isWhitespace)
    guard !trimmed.isEmpty else { return nil }
    text = isComposed ? String(trimmed) : String(trimmed).precomposedStringWithCanonicalMapping
  }

  /// Fast path: whether the text is clean already, as nearly always.
  private static func isClean(_ raw: String, keepingLines: Bool) -> Bool {
    let scalars = raw.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, !first.properties.isWhitespace,
      !last.properties.isWhitespace
    else { return false }
    return scalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: keepingLines
      case 0...0x1F, 0x7F...0x9F: false
      default: isSurelyComposed(scalar)
      }
    }
  }

  /// Whether a text of such scalars alone is in NFC: Latin with the Vietnamese letters, dashes and quotes.
  ///
  /// Foundation takes thirty times as long to find that there is nothing to compose.
  static func isSurelyComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2028: true
    default: false
    }
  }
}

/// A text in which one value varies, such as the number of a work: what comes before it and after it is cleaned once.
struct FramedText: Hashable, Sendable {
  private let before: String
  private let after: String

  /// What comes before the value, and after it.
  init(before: String, after: String = "", keepingLines: Bool = false) {
    // A digit in place of the value keeps the blanks beside it, and is composed with no letter.
    self.before = CleanText(before + "0", keepingLines: keepingLines).map { String($0.text.dropLast()) } ?? ""
    self.after = CleanText("0" + after, keepingLines: keepingLines).map { String($0.text.dropFirst()) } ?? ""
  }

  /// The text with a number.
  func with(_ number: Int) -> CleanText { CleanText(clean: before + String(number) + after) }

  /// The text with a day or a time as ``CivilDay/words`` or ``TimeOfDay/description`` write it.
  func with(time: String) -> CleanText { CleanText(clean: before + time + after) }
}
