import TestSupport
import Testing

@testable import Logs
@testable import Spreadsheets

@Suite("Texts that occur again and again")
struct TextPoolTests {
  @Test("each different text is made once, and every field gets the value of its own text")
  func once() {
    var random = SeededGenerator(seed: 3)
    let texts = (0..<500).map { " Chương trình \($0 % 7)-\($0) " } + ["", "a", "Đ", "d"]
    let fields = (0..<5000).map { _ in texts.randomElement(using: &random) ?? "" }
    let bytes = Array(fields.joined().utf8)
    var pool = TextPool<String>()
    var made: [String] = []
    var start = 0
    var failure: String?
    for text in fields {
      let end = start + text.utf8.count
      let value = pool.value(of: .init(range: start..<end, hasDoubledQuotes: false), in: bytes) {
        made.append($0)
        return $0
      }
      if !text.contains(value) || value.count != text.split(separator: " ").joined(separator: " ").count {
        failure = "\(text) gives \(value)"
      }
      start = end
    }
    #expect(failure == nil)
    #expect(Set(made).count == made.count)
  }

  @Test("a text in decomposed form is composed")
  func composed() {
    var pool = TextPool<String>()
    let bytes = Array("Tie\u{302}\u{301}ng".utf8)
    let text = pool.value(of: .init(range: 0..<bytes.count, hasDoubledQuotes: false), in: bytes) { $0 }
    #expect(Array(text.utf8) == Array("Ti\u{1EBF}ng".utf8))
  }
}
