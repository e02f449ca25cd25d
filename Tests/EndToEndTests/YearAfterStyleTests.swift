import Foundation
import Testing

/// The way in which YAML is written changes no day of the next year's plan.
@Suite("The year after, whatever the style of the plan's YAML")
struct YearAfterStyleTests {
  /// A plan in brackets or on lines, otherwise the same.
  private static func plan(blackouts: String, lines: String) -> String {
    """
    plan: huyen-2025
    title: Kế hoạch huyện năm 2025
    year: 2025
    outlets:
      dtt: { name: Đài truyền thanh, kind: radio, grid: [{ id: t7, rule: "FREQ=WEEKLY;BYDAY=SA;UNTIL=20251213", at: "17:30" }] }
    \(blackouts)
    \(lines)

    """
  }

  private static let blackoutStyles = [
    "blackouts: [{ name: Tết Nguyên đán, from: 2025-01-25, to: 2025-02-02 }, { name: Quốc khánh, from: 2025-08-30, to: 2025-09-02 }, { name: Quốc tang, from: 2025-05-24, to: 2025-05-25 }]",
    """
    blackouts: [
      { name: Tết Nguyên đán, from: 2025-01-25,
        to: 2025-02-02 },
      { name: Quốc tang, from: 2025-05-24, to: 2025-05-25 }, { name: Quốc khánh, from: 2025-08-30, to: 2025-09-02 }]
    """,
    """
    blackouts:
      - name: Tết Nguyên đán
        from: 2025-01-25
        to: 2025-02-02
      - { name: Quốc khánh, from: 2025-08-30, to: 2025-09-02 }
      - name: Quốc tang
        from: 2025-05-24
        to: 2025-05-25
    """,
  ]

  private static let lineStyles = [
    "lines: [{ id: ban, title: Bản tin, form: tin, outlet: dtt, quota: 20 kỳ, from: 2025-03-02, to: 2025-11-30, pins: [2025-05-17], amended: [{ from: 2025-06-01, quota: 22 kỳ }] }]",
    """
    lines:
      - id: ban
        title: Bản tin
        form: tin
        outlet: dtt
        quota: 20 kỳ
        from: 2025-03-02
        amended:
          - from: 2025-06-01
            quota: 22 kỳ
        to: 2025-11-30
        pins:
          - on: 2025-05-17
            grid: t7
    """,
    """
    lines:
      - { id: ban, title: Bản tin, form: tin, outlet: dtt, quota: 20 kỳ, amended: [{ from: 2025-06-01,
          quota: 22 kỳ }], from: 2025-03-02, to: 2025-11-30,
          pins: [2025-05-17] }
    """,
  ]

  @Test(
    "rules and kinds in words stay in words, days in words are moved, and old decisions are not carried over")
  func words() throws {
    let station = try Station(
      plan: """
        # Lập từ bảng 1 của “phu-luc.docx”. Xem lại từng chỗ
        # - Thêm những ngày nghỉ (blackouts).
        # Giữ lời này
        plan: huyen-2025
        title: Kế hoạch huyện năm 2025
        year: 2025
        outlets:
          dtt:
            name: Đài truyền thanh
            kind: phát thanh
            level: cấp huyện
            grid: [{ id: t7, rule: thứ Bảy và Chủ nhật hằng tuần, at: 17 giờ 30, from: 04/01/2025, to: ngày 13 tháng 12 năm 2025 }]
        lines:
          - { id: ban, title: Bản tin, form: tin, outlet: dtt, quota: 20 kỳ, days: [thứ Bảy] }

        """)
    defer { station.remove() }
    let next = station.folder + "/sau"
    #expect(try Command("new", next, "--after", station.folder, "--lang", "vi").status == 0)
    let text = try String(contentsOfFile: next + "/plan.yaml", encoding: .utf8)
    #expect(
      text.contains(
        "kind: phát thanh\n    level: cấp huyện\n    grid: [{ id: t7, rule: thứ Bảy và Chủ nhật hằng tuần, at: 17 giờ 30, from: 2026-01-04, to: 2026-12-13 }]\n"
      ), "\(text)")
    #expect(text.contains("days: [thứ Bảy]"))
    #expect(text.contains("\n# Giữ lời này\nplan: huyen-2026\n"))
    #expect(!text.contains("phu-luc.docx") && !text.contains("Thêm những ngày nghỉ"))
  }

  @Test("Tết moves its own days alone, and pins alone go to their weekday", arguments: 0..<3, 0..<3)
  func sameDays(blackouts: Int, lines: Int) throws {
    let station = try Station(
      plan: Self.plan(blackouts: Self.blackoutStyles[blackouts], lines: Self.lineStyles[lines]))
    defer { station.remove() }
    let next = station.folder + "/sau"
    let made = try Command("new", next, "--after", station.folder, "--lang", "vi")
    #expect(made.status == 0, "\(made.errors)")
    let text = try String(contentsOfFile: next + "/plan.yaml", encoding: .utf8)
    let said = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    let days = said.matches(of: /\d{4}-\d\d-\d\d/).map { String($0.output) }.sorted()
    #expect(
      days == [
        "2026-02-13", "2026-02-21", "2026-03-02", "2026-05-16", "2026-08-30", "2026-09-02", "2026-11-30",
      ], "\(text)")
    #expect(said.contains("UNTIL=20261213"))
    #expect(!said.contains("Quốc tang") && !said.contains("amended"))
    for sentence in [
      "# - “Tết Nguyên đán” đã dời theo Tết năm 2026, từ 25/01/2025–02/02/2025 sang 13/02/2026–21/02/2026: sửa theo thông báo nghỉ Tết.",
      "# - 5 ngày đã dời sang cùng ngày, tháng năm 2026; thứ trong tuần đổi theo: xem lại.",
      "# - Ngày ấn định (pins) rơi vào ngày không có khung giờ đã dời sang cùng thứ trong tuần: xem lại (17/05/2025 → 16/05/2026).",
    ] { #expect(text.contains(sentence), "\(sentence) in \(text)") }
    let english = try Command("new", station.folder + "/en", "--after", station.folder, "--lang", "en")
    #expect(
      english.output.contains(
        "“Tết Nguyên đán” was moved with Tết 2026, from 25/01/2025–02/02/2025 to 13/02/2026–21/02/2026"),
      "\(english.output)")
    let check = try Command("check", next)
    #expect(check.status == 0, "\(check.output)")
  }
}
