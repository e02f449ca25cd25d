import ScheduleModel
import Testing

@Suite("Texts that are recognised")
struct FoldedTextTests {
  @Test(
    "spellings that mean one thing fold to one text",
    arguments: [
      ("Hòa giải ở cơ sở", "hoà giải Ở CƠ SỞ", "hoa giai o co so"),
      ("Đồng hành cùng Nhân dân", "dong hanh cung nhan dan", "dong hanh cung nhan dan"),
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
