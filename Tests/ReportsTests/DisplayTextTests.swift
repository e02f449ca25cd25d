import Testing

@testable import Reports

@Test("Vietnamese is as wide as it has letters, whether its marks are composed or not")
func displayWidth_countsLettersNotMarks() {
  let decomposed = "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"
  #expect("Tiếng Việt".displayWidth == 10)
  #expect(decomposed.displayWidth == 10)
  #expect("đã phát, Ồ Ẵ Ự".displayWidth == 14)
}

@Test("Chinese characters and emoji take two columns, marks alone none")
func displayWidth_wideAndZero() {
  #expect("中文".displayWidth == 4)
  #expect("👩‍👩‍👧🇻🇳".displayWidth == 4)
  #expect("\u{301}".displayWidth == 0)
  #expect("".displayWidth == 0)
}

@Test("Every letter of the Vietnamese alphabet with every tone is one column, composed or not")
func displayWidth_everyVietnameseLetter() {
  let bases = [
    "a", "a\u{306}", "a\u{302}", "e", "e\u{302}", "i", "o", "o\u{302}", "o\u{31B}", "u", "u\u{31B}", "y",
  ]
  let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
  let wrong = bases.flatMap { base in tones.map { base + $0 } }
    .first { $0.displayWidth != 1 || $0.uppercased().displayWidth != 1 }
  #expect(wrong == nil)
}

@Test("What cannot be seen, or steers a terminal, is written out; letters and emoji stay")
func visible_writesControlsOut() {
  #expect("a\u{1B}[31mb\u{0}\n".visible() == #"a\u{1B}[31mb\u{0}\u{A}"#)
  #expect("abc\u{202E}fdp\u{2066}x\u{FEFF}".visible() == #"abc\u{202E}fdp\u{2066}x\u{FEFF}"#)
  #expect("\r\n".visible() == #"\u{D}\u{A}"#)
  #expect("a\tb".visible() == #"a\u{9}b"#)
  #expect("a\tb\u{7}".visible(keepingTabs: true) == "a\tb\\u{7}")
  #expect("Hội thi “Dân vận khéo” 👩‍👩‍👧".visible() == "Hội thi “Dân vận khéo” 👩‍👩‍👧")
}

@Test("Lines break at blanks, never inside a word, and never lose one")
func wrapped_keepsEveryWord() {
  #expect("tin, bài, ảnh".wrapped(to: 9) == ["tin, bài,", "ảnh"])
  #expect("cải cách".wrapped(to: 3) == ["cải", "cách"])
  #expect("".wrapped(to: 5) == [""])
  let text = "Tuyên truyền cải cách hành chính\nnhà nước tỉnh Lai Châu"
  let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  let wrong = (1...60).first { width in
    let lines = text.wrapped(to: width)
    let kept = lines.flatMap { $0.split(separator: " ").map(String.init) } == words
    return !kept || lines.contains { $0.displayWidth > width && $0.contains(" ") }
  }
  #expect(wrong == nil)
}
