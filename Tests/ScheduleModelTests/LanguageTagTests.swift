import ScheduleModel
import Testing

struct LanguageTagTests {
  @Test(
    "a tag of RFC 5646 is read, whatever its case",
    arguments: [
      ("vi", "vi"), ("VI", "vi"), ("hmn", "hmn"), ("x-sanchi", "x-sanchi"), ("X-SanChi", "x-sanchi"),
      ("vi-VN", "vi-vn"), ("zh-Hant-TW", "zh-hant-tw"), ("hmn-x-lenh", "hmn-x-lenh"),
    ])
  func tag_isRead(text: String, tag: String) {
    #expect(LanguageTag(text)?.tag == tag)
    #expect(LanguageTag(text)?.description == tag)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "-", "v", "x", "x-", "vi-", "-vi", "vi--vn", "1vi", "v1", "tiếng Mông", "Mông", "vi VN", "vi_VN",
      "vi;", "vi:", "vi,", "vi\"", "vi\n", "vi\u{0}", "../vi", "vi/vn", "abcdefghi", "vi-abcdefghi", "K-vi",
      "vi-abcdefgh-abcdefgh-abcdefgh-abcdefgh",
    ])
  func other_isRefused(text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test("tags are sorted by their letters")
  func tags_sort() {
    let tags = ["vi", "hni", "hmn", "ium", "hmn-x-a"].compactMap { LanguageTag($0) }
    #expect(tags.sorted().map(\.tag) == ["hmn", "hmn-x-a", "hni", "ium", "vi"])
    #expect(LanguageTag("vi") == .vietnamese)
  }
}
