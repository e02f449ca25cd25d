import Foundation
import TestSupport
import Testing

/// A made-up annex.
@Suite("A figure in merged cells of an annex counts once, and is told")
struct AnnexMergedTests {
  @Test(
    "one cell for two rows: the first has the figure, the second a remark",
    arguments: [
      (
        "vi", "ô số lượng “48 tin” gộp chung với dòng trên, không rõ là số chung hay số của mỗi dòng",
        "số lượng, một ô chung với dòng trên: 48 tin"
      ),
      (
        "en",
        "the quantity “48 tin” is in one cell with the row above; whether it is for both together or for each",
        "quantity, in one cell with the row above: 48 tin"
      ),
    ])
  func merged(language: String, message: String, note: String) throws {
    let folder = NSTemporaryDirectory() + "lichsong-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var book = SampleWorkbook()
    book.row("STT", "Nội dung", "Hình thức", "Số lượng", "Kinh phí (triệu đồng)")
    book.row("1", "Tin trên truyền hình", "tin", "48 tin", "60")
    book.row("2", "Tin trên phát thanh", "tin", "", "40")
    book.row("3", "Bài trên báo in", "bài", "48 bài", "")
    book.merged = ["D2:D3", "E3:E4"]
    try Data(book.bytes).write(to: URL(filePath: "\(folder)/pl.xlsx"))
    let made = try Command(
      "new", "\(folder)/kh", "--annex", "\(folder)/pl.xlsx", "--year", "2027", "--lang", language)
    #expect(made.errors.contains(message), "\(made.errors)")
    let plan = try String(contentsOfFile: "\(folder)/kh/plan.yaml", encoding: .utf8)
    #expect(plan.ranges(of: "quota: \"48 tin\"").count == 1 && plan.contains("quota: \"48 bài\""), "\(plan)")
    #expect(plan.ranges(of: "cost: 40.000.000 đồng").count == 1 && plan.contains(note), "\(plan)")
  }
}
