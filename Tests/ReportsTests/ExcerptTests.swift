import Testing

@testable import Reports

@Test("The marks stand under what they mean, for composed and decomposed letters, wide ones and controls")
func excerpt_marksColumns() {
  for (text, column, width, blanks, marks) in [
    ("tên: Tết", 6, 3, "     ", "^^^"), ("te\u{302}n: x", 7, 1, "     ", "^"),
    ("中文: x", 5, 1, "      ", "^"), ("a\u{0}b", 3, 1, "      ", "^"), ("\ta: b", 2, 1, "\t", "^"),
    ("ab", 1, 9, "", "^^"), ("ab", 3, 2, "  ", "^"), ("ab", 99, 1, "  ", "^"), ("", 1, 1, "", "^"),
  ] {
    let excerpt = Excerpt(text, column: column, width: width)
    #expect(excerpt.blanks == blanks, "\(text)")
    #expect(excerpt.marks == marks, "\(text)")
  }
}

@Test("Of a long line the part around the place is shown, and the cuts are marked")
func excerpt_cutsLongLines() {
  let text = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
  let excerpt = Excerpt(text, column: 501, width: 1)
  #expect(
    excerpt.line == "…" + String(repeating: "a", count: 40) + "!" + String(repeating: "b", count: 119) + "…")
  #expect(excerpt.blanks == String(repeating: " ", count: 41))
  #expect(excerpt.marks == "^")
}

@Test("Wherever the place lies, the mark is one column right of the blanks and inside the line or at its end")
func excerpt_everyPlace() {
  let text = String(repeating: "0123456789", count: 40)
  let wrong = (1...401).first { column in
    let excerpt = Excerpt(text, column: column, width: 1)
    let shown = Array(excerpt.line)
    let at = excerpt.blanks.count
    guard column <= 400 else { return at != shown.count }
    return at >= shown.count || shown[at] != Character(String((column - 1) % 10))
  }
  #expect(wrong == nil)
}
