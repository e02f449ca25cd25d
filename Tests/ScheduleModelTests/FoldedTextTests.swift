import Foundation
import ScheduleModel
import Testing

@Suite("Texts that are recognised")
struct FoldedTextTests {
  @Test(
    "spellings that mean one thing fold to one text",
    arguments: [
      ("Hòa giải ở cơ sở", "hoà giải Ở CƠ SỞ", "hoa giai o co so"),
      ("Đồng hành cùng Nhân dân", "dong hanh cung nhan dan", "dong hanh cung nhan dan"),
      ("Ðài Truyền hình, ðất", "Ɖài truyền hình – ɖất", "dai truyen hinh dat"),
      ("Ti\u{1EBF}ng Vi\u{1EC7}t", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tieng viet"),
      (
        "“Nêu cao  tinh thần”, trách nhiệm!", " nêu cao tinh thần - trách nhiệm",
        "neu cao tinh than trach nhiem"
      ),
      ("Quy chế, kỹ năng, lý do", "Qui chế kĩ năng lí do", "qui che ki nang li do"),
      ("Y tế ngày nay", "y tế ngày nay", "y te ngay nay"),
      ("", "…!", ""),
    ])
  func folds(one: String, other: String, folded: String) {
    #expect(FoldedText(one).text == folded)
    #expect(FoldedText(other).text == folded)
  }

  @Test("every Latin letter folds to the same whether its marks are composed or not")
  func everyLetter() {
    for value in [0x20...0x24F, 0x1E00...0x1EFF].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let (composed, lone) = ("qu\(scalar) a\(scalar)y, \(scalar)Y", String(scalar))
      for text in [composed, lone] {
        #expect(FoldedText(text) == FoldedText(text.decomposedStringWithCanonicalMapping), "U+\(value)")
        #expect(FoldedText(text) == FoldedText(text + "\u{301}"), "U+\(value)")
      }
    }
  }

  @Test("texts that are composed stay as they are, and others become so")
  func composed() {
    for text in ["Cải cách hành chính – “Kỳ 1”", "ơ Ư ǎ Å", "Tie\u{302}\u{301}ng", "e\u{301}", "ខ្មែរ", ""] {
      #expect(
        Array(text.composed.unicodeScalars)
          == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    }
  }

  @Test("different vowels stay apart, and only whole words are contained")
  func apart() {
    #expect(FoldedText("tay") != FoldedText("tai"))
    #expect(FoldedText("Chuyên mục Cải cách số 5").contains(FoldedText("cải cách")))
    #expect(!FoldedText("Cải cáchs").contains(FoldedText("cải cách")))
  }

  @Test("the nearest name is suggested, the first of equals, and none when all are far")
  func suggestions() {
    #expect(Suggestion.nearest(to: "truyen hinh", among: ["bao", "truyen-hinh"]) == "truyen-hinh")
    #expect(Suggestion.nearest(to: "Báo Lai Chau", among: ["truyen-hinh", "Báo Lai Châu"]) == "Báo Lai Châu")
    #expect(Suggestion.nearest(to: "bat", among: ["bao", "bai"]) == "bao")
    #expect(Suggestion.nearest(to: "dai", among: ["bao"]) == nil)
    #expect(Suggestion.nearest(to: "", among: ["a"]) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "a", count: 100), among: ["a"]) == nil)
  }
}
