import Testing

@testable import Reconciliation

@Suite("Titles of one work")
struct TitleLikenessTests {
  private func amiss(_ one: String, _ other: String) -> Int? {
    let titles = [one, other]
    var likeness = TitleLikeness(count: 2) { titles[$0] }
    let amiss = likeness.amiss(0, 1)
    #expect(likeness.amiss(1, 0) == amiss, "both ways")
    #expect(likeness.amiss(0, 1) == amiss, "again")
    return amiss
  }

  @Test(
    "spellings of one title are the same",
    arguments: [
      ("Hòa giải ở cơ sở", "HOÀ GIẢI Ở CƠ SỞ"), ("Đồng hành", "dong  hanh!"), ("Tin", "Tin"),
      ("Ti\u{1EBF}ng Vi\u{1EC7}t", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"), ("Kỹ năng", "Kĩ năng"),
    ])
  func same(one: String, other: String) { #expect(amiss(one, other) == 0) }

  @Test("a title inside another, and a few letters, are somewhat amiss")
  func near() {
    #expect(amiss("Cải cách hành chính", "Chuyên mục: Cải cách hành chính") == 366)
    #expect(amiss("Cải cách hành chính", "Cải cahc hành chính") == 421)
    #expect(amiss("Tin", "…") == TitleLikeness.unknown)
  }

  @Test(
    "other numbers, other words and a small part of a long title are another work",
    arguments: [
      ("Chuyên mục số 3", "Chuyên mục số 4"), ("Tập 12", "Tập 1"), ("Tập 1 phần 2", "Tập 2 phần 1"),
      ("Pháp luật", "Đời sống"),
      ("Tin", "Bản tin đột xuất buổi sáng"), ("Abcdef", "Fedcba"),
    ])
  func other(one: String, other: String) { #expect(amiss(one, other) == nil) }

  @Test("a number may be left out, and zeros before it mean nothing")
  func numbers() {
    #expect(amiss("Cải cách hành chính số 05", "Cải cách hành chính số 5") != nil)
    #expect(amiss("Cải cách hành chính số 5", "Cải cách hành chính") != nil)
    #expect(amiss("Cải cách hành chính số 5", "Cải cách hành chính số 5 (20h)") != nil)
  }

  @Test("titles of any length are compared")
  func long() {
    let long = String(repeating: "rất dài ", count: 5000)
    #expect(amiss(long, long.uppercased()) == 0)
    #expect(amiss(long, long + "x") != nil)
    #expect(amiss(long, String(repeating: "khác hẳn ", count: 5000)) == nil)
  }
}
