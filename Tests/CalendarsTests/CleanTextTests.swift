import Foundation
import Testing

@testable import Calendars

@Suite("Text is cleaned before it goes into a calendar")
struct CleanTextTests {
  @Test(
    "control characters go, tabs and line breaks become blanks, and the rest is composed",
    arguments: [
      ("Cải cách", "Cải cách"), ("Ca\u{309}i ca\u{301}ch", "Cải cách"),
      ("a\u{0}b\u{7}c\u{1B}d\u{7F}e\u{9F}f", "abcdef"),
      ("a\tb", "a b"), ("a\r\nb\nc\rd\u{2028}e\u{85}f", "a b c d e f"), (" \n a \r\n", "a"),
      ("a\u{1}\u{301}", "á"), ("\u{FEFF}a", "a"), ("một, hai; ba\\", "một, hai; ba\\"),
    ])
  func oneLine(_ raw: String, clean: String) throws {
    #expect(CleanText(raw).map { Array($0.text.unicodeScalars) } == Array(clean.unicodeScalars))
  }

  @Test("where lines are kept, every sort of break is a line feed")
  func lines() {
    #expect(CleanText("a\r\nb\nc\rd\u{2029}e\u{0B}f", keepingLines: true)?.text == "a\nb\nc\nd\ne\nf")
  }

  @Test(
    "what is nothing but white space and control characters is no text",
    arguments: ["", " ", "\r\n\t", "\u{0}\u{7F}"])
  func nothing(_ raw: String) { #expect(CleanText(raw) == nil) }

  @Test("every Unicode scalar up to U+2FFF leaves a text that a calendar may hold and that is clean already")
  func everyScalar() {
    var wrong: Unicode.Scalar?
    for value in UInt32(0)...0x2FFF {
      guard wrong == nil, let scalar = Unicode.Scalar(value) else { continue }
      let text = CleanText("x\(scalar)x", keepingLines: true)?.text ?? ""
      let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
      let again = CleanText(text, keepingLines: true)?.text ?? ""
      if !isClean || !again.unicodeScalars.elementsEqual(text.unicodeScalars) { wrong = scalar }
    }
    #expect(wrong == nil)
  }

  @Test("what is taken for composed without asking is composed, alone and beside others")
  func surelyComposed() {
    var wrong: Unicode.Scalar?
    for value in UInt32(0)...0x2FFF where wrong == nil {
      guard let scalar = Unicode.Scalar(value), CleanText.isSurelyComposed(scalar) else { continue }
      let alone = String(scalar)
      let pair = alone + alone + "e"
      let isComposed = [alone, pair].allSatisfy { text in
        text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(text.unicodeScalars)
      }
      if !isComposed || scalar.properties.canonicalCombiningClass != .notReordered { wrong = scalar }
    }
    #expect(wrong == nil)
  }
}
