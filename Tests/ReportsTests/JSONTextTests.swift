import Foundation
import Testing

@testable import Reports

@Suite("JSON for scripts")
struct JSONTextTests {
  private struct Inner: Encodable {
    let zulu: [Int]
    @OrNull var alpha: String?
    let missing: String?
    let share: Double
  }

  private struct Outer: Encodable {
    let name: String
    let asOf: Bool
    let aired: [Inner]
    let nothing: [Inner]
    let counts: [String: Int]
    let nested: [[String]]
    let last: Inner
  }

  private struct Extended: Encodable {
    let inner: Inner
    let more: Int

    private enum Key: CodingKey { case more, Alpha }

    func encode(to encoder: any Encoder) throws {
      try inner.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(more, forKey: .more)
      try container.encode(more, forKey: .Alpha)
    }
  }

  private func foundation(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  @Test("the text is the one that Foundation writes, for objects, arrays, empty ones, numbers and null")
  func sameAsFoundation() throws {
    let inner = Inner(zulu: [3, -12, 0, .max, .min], alpha: nil, missing: nil, share: 96.15)
    let other = Inner(zulu: [], alpha: "a/b", missing: "m", share: 100)
    let value = Outer(
      name: "Lịch Sóng", asOf: true, aired: [inner, other], nothing: [], counts: ["b": 2, "a": 1, "ab": 0],
      nested: [[], ["x"], ["y", "z"]], last: other)
    #expect(JSONText.of(value) == (try foundation(value)))
    let extended = [Extended(inner: inner, more: 7)]
    #expect(JSONText.of(extended) == (try foundation(extended)))
    #expect(JSONText.of([String: Int]()) == (try foundation([String: Int]())))
  }

  @Test("every character is escaped as Foundation does it")
  func characters() throws {
    let scalars = (0..<0x3000).compactMap(Unicode.Scalar.init) + ["\u{1F600}", "\u{2028}", "\u{FEFF}"]
    let texts = scalars.map { "a\(Character($0))b" }
    #expect(JSONText.of(texts) == (try foundation(texts)))
  }

  @Test("numbers are written as Foundation writes them")
  func numbers() throws {
    let numbers: [Double] = [0, -0.5, 1, 100, 33.33, 0.1, 1e21, 1.5e-7, 12_345_678.9]
    #expect(JSONText.of(numbers) == (try foundation(numbers)))
    struct Level: Encodable { let value: Int128 }
    let large: Int128 = 170_141_183_460_469_231_731_687_303_715_884
    #expect(JSONText.of([large]) == "[\n  \(large)\n]\n")
    #expect(JSONText.of(Level(value: large)) == "{\n  \"value\" : \(large)\n}\n")
  }

  @Test("rows that are made while they are written are those of an array")
  func rows() throws {
    let numbers = [1, 2, 3]
    #expect(JSONText.of(JSONRows(numbers) { "\($0)" }) == JSONText.of(["1", "2", "3"]))
  }
}
