import Foundation
import Testing

@Suite("A certificate states no total as exact that lacks a log of one of its lines")
struct CloseTotalTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ
    year: 2026
    office: { name: Sở Nội vụ, place: Lai Châu, signs: [Giám đốc] }
    outlets:
      truyen-hinh:
        name: Truyền hình tỉnh
        kind: television
        grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=MO, at: "19:00", length: 15m }]
      bao: { name: Báo tỉnh, kind: newspaper }
    totals: [{ id: tat-ca, title: tác phẩm, lines: [cai-cach, bai-bao] }]
    lines:
      - { id: cai-cach, title: Cải cách, form: chuyên mục, outlet: truyen-hinh, quota: 12 }
      - { id: bai-bao, title: Bài báo, form: bài, outlet: bao, quota: 20, scheduled: false }
    """

  @Test(
    "the total is the least, and the line without a log is named",
    arguments: [
      ("vi", "ít nhất 02", "không có mục 2)"), ("en", "at least 2", "not tell of no. 2)"),
    ])
  func total(language: String, figure: String, note: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.plan.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
    #expect(try Command("publish", folder, "--by", "A", "--at", "2026-01-02T09:00").status == 0)
    try """
    date,time,outlet,line,edition,title
    2026-01-19,19:00,truyen-hinh,cai-cach,1,Cải cách
    2026-02-16,19:00,truyen-hinh,cai-cach,2,Cải cách

    """.write(toFile: folder + "/dai.csv", atomically: true, encoding: .utf8)
    let imported = try Command("import", folder, folder + "/dai.csv", "--by", "A", "--at", "2026-04-08T09:00")
    #expect(imported.status == 0, "\(imported.errors)")
    let close = try Command(
      "close", folder, "--period", "2026-Q1", "--at", "2026-04-20T09:00", "--by", "A", "--lang", language)
    let words = close.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(figure) && words.contains(note), "\(close.output)\(close.errors)")
    // What went out since the year began is added up like what went out in the period.
    let page = try Command(
      "close", folder, "--period", "2026-Q1", "--at", "2026-04-20T09:00", "--format", "html", "--lang",
      language)
    #expect(page.output.components(separatedBy: ">\(figure)<").count == 3, "\(page.output)")
  }
}
