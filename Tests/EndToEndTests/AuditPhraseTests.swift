import Foundation
import Testing

/// Made up.
@Suite("What an audit cannot work out keeps the source's words")
struct AuditPhraseTests {
  private func audit(_ text: String, _ language: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "published-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let command = try Command(program: Command.path, ["audit", file.path, "--lang", language])
    return (command.output + command.errors).replacing(/\s+/, with: " ")
  }

  @Test("of “hơn 40%” nobody is asked to leave out the word")
  func qualifiedPercentage() throws {
    let text = """
      source: Báo cáo (số liệu minh họa)
      year: 2026
      ratios:
        - { id: ty-le, title: Tỷ lệ, part: "232", whole: "574", stated: "hơn 40%", says: "đạt hơn 40%" }

      """
    let vi = try audit(text, "vi")
    #expect(
      vi.contains("lỗi[BAD_PERCENT]: “hơn 40%” không phải là một tỷ lệ chính xác nên không tính lại được."),
      "\(vi)")
    #expect(
      vi.contains("Cách sửa: Giữ nguyên lời của nguồn, kể cả từ đứng cạnh số: chuyển vào noise, ghi ở says."),
      "\(vi)")
    let kept = try audit(
      """
      source: Báo cáo (số liệu minh họa)
      year: 2026
      noise:
        - { says: "đạt hơn 40%" }

      """, "en")
    #expect(!kept.contains("error["), "\(kept)")
  }

  @Test("a figure in words that the source does not have is named by its words")
  func words() throws {
    let english = try audit(
      """
      source: Báo cáo (số liệu minh họa)
      year: 2026
      figures:
        - { id: tin, title: Tin, value: "hàng chục tin", says: "phát hàng trăm tin" }

      """, "en")
    #expect(
      english.contains("warning[NOT_IN_WORDS]: “Tin”: “hàng chục” is not in the source's words (says)."),
      "\(english)")
  }

  @Test("a percentage of a figure that is not exact is not said to be the source's only figure")
  func inexact() throws {
    let vi = try audit(
      """
      source: Báo cáo (số liệu minh họa)
      year: 2026
      figures:
        - { id: huyen, title: Cấp huyện, value: 332 tin }
        - { id: tong, title: Tổng số, value: hơn 574 tin }
      ratios:
        - { id: ty-le, title: Tỷ lệ, part: huyen, whole: tong, stated: "57,8%" }

      """, "vi")
    #expect(
      vi.contains(
        "lưu ý[PCT_NOT_RECOMPUTABLE]: “Tỷ lệ”: 57,8% theo báo cáo; không đủ số chính xác để tính lại."),
      "\(vi)")
  }
}
