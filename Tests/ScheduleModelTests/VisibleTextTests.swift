import ScheduleModel
import Testing

@Suite("Text that is shown cannot steer a terminal")
struct VisibleTextTests {
  @Test("control characters and direction marks are written out; letters, tabs and line ends stay")
  func writtenOut() {
    #expect(VisibleText.of("a\u{1B}[31mb\u{7}\u{9B}0m") == #"a\u{1B}[31mb\u{7}\u{9B}0m"#)
    #expect(
      VisibleText.of("\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}\u{61C}")
        == #"\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}\u{61C}"#)
    for plain in ["Lịch Sóng\n\t“Dân vận khéo” – 👩‍👩‍👧\r\n", ""] { #expect(VisibleText.of(plain) == plain) }
    #expect(VisibleText.of("a\rb\r\n") == "a\\u{D}b\r\n")
    #expect(VisibleText.of("\u{FEFF}a\u{FEFF}") == "\u{FEFF}a\\u{FEFF}")
  }

  @Test("in one line, line ends are written out too")
  func oneLine() {
    #expect(VisibleText.of("a\nb\r\nc\t", isOneLine: true) == #"a\u{A}b\u{D}\u{A}c\u{9}"#)
  }

  @Test("only the escape sequences that are allowed stay")
  func colours() {
    let text = "\u{1B}[1mplan\u{1B}[0m \u{1B}[8mhidden"
    #expect(
      VisibleText.of(text, colours: ["\u{1B}[1m", "\u{1B}[0m"])
        == "\u{1B}[1mplan\u{1B}[0m \\u{1B}[8mhidden")
  }
}
