import Foundation

@testable import Spreadsheets

/// Text in the code pages of before Unicode, by the tables by which it is read.
enum OldEncoding {
  /// The bytes; a letter that the encoding does not have is a question mark.
  static func bytes(of text: String, in encoding: TextEncoding) -> [UInt8] {
    let table = Dictionary(
      (0...255).map { UInt8($0) }.map { (String(decoding: encoding.converted([$0]), as: UTF8.self), $0) },
      uniquingKeysWith: { first, _ in first })
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      let letters = encoding == .tcvn3 ? [Character(scalar)] : parts(Character(scalar))
      return letters.map { table[String($0)] ?? UInt8(ascii: "?") }
    }
  }

  /// A letter and its tone, as Windows-1258 has them.
  private static func parts(_ letter: Character) -> [Character] {
    let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    let scalars = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let tone = scalars.first(where: tones.contains) else { return [letter] }
    var base = String.UnicodeScalarView()
    for scalar in scalars where scalar != tone { base.append(scalar) }
    return [Character(String(base).precomposedStringWithCanonicalMapping), Character(tone)]
  }
}
