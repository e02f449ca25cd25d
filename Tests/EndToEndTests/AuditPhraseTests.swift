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

  @Test("a figure copied without its rate, a number of a date and a ratio turned round are told")
  func copied() throws {
    let text = """
      source: Báo cáo (số liệu minh họa)
      year: 2025
      figures:
        - { id: a, title: Mất nhịp, value: 6 kỳ, says: "phát 06 kỳ mỗi quý" }
        - { id: b, title: Thêm nhịp, value: 9 kỳ/tháng, says: "phát 9 kỳ" }
        - { id: c, title: Nhịp đầu câu, value: 4 tin, says: "mỗi tuần 4 tin" }
        - { id: d, title: Cả năm, value: 24 kỳ, says: "24 kỳ/năm" }
        - { id: e, title: Số của ngày, value: 11 tin, says: "tháng 11/2025 có nhiều tin" }
        - { id: f, title: Đơn vị, value: 140 đơn vị, says: "140 đơn vị" }
        - { id: g, title: Cả tỉnh, value: 175 đơn vị, says: "175 đơn vị" }
      ratios:
        - { id: r, title: Chép ngược, part: 36, whole: 48, stated: "75%", says: "48/36 đơn vị (75%)" }
        - { id: s, title: Có nguồn riêng, part: f, whole: g, stated: "80%", says: "đạt 80%" }

      """
    let vi = try audit(text, "vi")
    for told in [
      "“Mất nhịp”: nguồn (says) có số này nhưng là tần suất, không phải tổng số: “6 kỳ” chép chưa hết lời.",
      "“Thêm nhịp”: nguồn (says) có số này nhưng không phải là tần suất: “9 kỳ/tháng” chép chưa hết lời.",
      "“Nhịp đầu câu”: nguồn (says) có số này nhưng là tần suất, không phải tổng số",
      "“Số của ngày”: số 11 không có trong lời của nguồn (says).",
      "“Chép ngược”: nguồn (says) ghi 48/36, ở đây là 36/48.",
    ] { #expect(vi.contains(told), "\(vi)") }
    #expect(!vi.contains("“Cả năm”:"))
    #expect(!vi.contains("“Có nguồn riêng”:"))
    let en = try audit(text, "en")
    #expect(
      en.contains(
        "“Mất nhịp”: the source's words (says) have the number, but as a rate, not as a total: “6 kỳ” was not copied whole."
      ), "\(en)")
    #expect(en.contains("“Chép ngược”: the source's words (says) have 48/36, and here it is 36/48."), "\(en)")
  }

  @Test("a figure that is not understood is listed as such, and nobody says that it has no data")
  func unread() throws {
    let text = """
      source: Báo cáo (số liệu minh họa)
      year: 2025
      figures:
        - { id: a, title: Cấp xã, value: 41 tin }
        - { id: b, title: Cấp huyện, value: "mười mấy tin lẻ" }
      sums:
        - { id: s, title: Cộng, of: [a, b], stated: 55 tin }
      ratios:
        - { id: r, title: Hai số ước, part: a, whole: b, stated: "70%" }

      """
    let vi = try audit(text, "vi")
    #expect(vi.contains("Cấp huyện chưa đọc được: “mười mấy tin lẻ” "), "\(vi)")
    #expect(vi.contains("Cấp huyện chưa đọc được – "), "\(vi)")
    #expect(vi.contains("không tính lại được: có thành phần chưa đọc được"), "\(vi)")
    #expect(!vi.contains("không có số liệu"), "\(vi)")
    #expect(!vi.contains("nguồn chỉ nêu tỷ lệ"), "\(vi)")
    let en = try audit(text, "en")
    #expect(en.contains("cannot be recomputed: a part was not understood"), "\(en)")
  }
}
