import ScheduleModel
import Testing

@testable import PlanFiles

@Suite("Rows of a plan's text are taken out, rare keys are set, and a plan with errors is mended")
struct PlanRowFormTests {
  private static let place = SourcePlace(file: "form", line: 0)

  private static let text = """
    plan: nho
    title: Kế hoạch nhỏ (bịa ra)
    year: 2026
    outlets:
      # báo giấy
      bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: ngay, rule: FREQ=DAILY }, { id: tuan, rule: FREQ=WEEKLY }] }
      dai:   # làn sóng
        name: Đài tỉnh
        kind: radio
        la-gi: khóa lạ
        grid:
          # sáng
          - { id: sang, rule: FREQ=DAILY, at: "06:00" }   # giờ cũ
          # tối
          - { id: toi, rule: FREQ=DAILY, at: "18:00" }
    blackouts: [{ name: Tết, from: 2026-02-16, to: 2026-02-19 }]
    lines:
      # Tin
      - id: tin
        form: tin
        outlet: bao
        quota: 12   # đã giao
      # Bài
      - { id: bai, form: bài, outlet: dai, quota: 3 bài }

    """

  private static func editor(_ text: String) throws -> PlanTextEditor {
    try #require(PlanTextEditor(mending: Array(text.utf8), file: "plan.yaml"))
  }

  private static func removed(_ part: PlanTable.Part, _ row: String) throws -> String {
    var editor = try editor(text)
    editor.apply([], [], removing: [PlanRemoval(part: part, row: row, place: place)])
    #expect(!editor.findings.contains { $0.code == .planSheetCell })
    return String(decoding: editor.bytes, as: UTF8.self)
  }

  @Test("a row goes with its line; comments before it and all others stay")
  func rows_go() throws {
    #expect(
      try Self.removed(.lines, "tin")
        == Self.text.replacing(
          "  - id: tin\n    form: tin\n    outlet: bao\n    quota: 12   # đã giao\n", with: ""))
    #expect(
      try Self.removed(.lines, "bai")
        == Self.text.replacing("  - { id: bai, form: bài, outlet: dai, quota: 3 bài }\n", with: ""))
    #expect(
      try Self.removed(.grid, "dai/sang")
        == Self.text.replacing(
          "      - { id: sang, rule: FREQ=DAILY, at: \"06:00\" }   # giờ cũ\n", with: ""))
    #expect(
      try Self.removed(.grid, "bao/ngay")
        == Self.text.replacing("{ id: ngay, rule: FREQ=DAILY }, ", with: ""))
    #expect(
      try Self.removed(.grid, "bao/tuan")
        == Self.text.replacing(", { id: tuan, rule: FREQ=WEEKLY }", with: ""))
    #expect(
      try Self.removed(.blackouts, "1")
        == Self.text.replacing("blackouts: [{ name: Tết, from: 2026-02-16, to: 2026-02-19 }]\n", with: ""))
    let outlet = try Self.removed(.outlets, "bao")
    #expect(!outlet.contains("Báo tỉnh") && outlet.contains("  # báo giấy\n  dai:   # làn sóng\n"))
  }

  private static func column(_ part: PlanTable.Part, _ key: String) throws -> PlanTable.Column {
    try #require(part.formColumns(MonthRun(year: 2026)).first { $0.key == key })
  }

  private static func changed(
    _ text: String, _ part: PlanTable.Part, _ row: String, _ cells: [(key: String, text: String)]
  ) throws -> String {
    var editor = try editor(text)
    editor.apply(
      try cells.map { cell in
        let column = try column(part, cell.key)
        return PlanChange(
          part: part, row: row, column: column,
          text: PlanCell.value(cell.text, of: column.content) { _, _ in nil }, place: place)
      }, [])
    return String(decoding: editor.bytes, as: UTF8.self)
  }

  @Test("other names, fixed days, versions and deadlines are set, changed and taken out again")
  func rareKeys_areSet() throws {
    let block = try Self.changed(
      Self.text, .lines, "tin",
      [
        ("aliases", "Tin CCHC, Tin nhanh"), ("pins", "17/05/2026, 08/11/2026 ngay"),
        ("versions.into", "Mông, Thái"), ("versions.after", "7d"), ("deadlines.translation", "3d"),
      ])
    #expect(block.contains("    pins: [2026-05-17, { on: 2026-11-08, grid: ngay }]\n"), "\(block)")
    #expect(block.contains("    versions: { into: [Mông, Thái], after: 7d }\n"), "\(block)")
    #expect(block.contains("    deadlines: { translation: 3d }\n"), "\(block)")
    #expect(block.contains("    aliases: [Tin CCHC, Tin nhanh]\n"), "\(block)")
    #expect(block.contains("    quota: 12   # đã giao\n"))
    let again = try Self.changed(
      block, .lines, "tin",
      [
        ("pins", "2026-11-08 ngay"), ("versions.into", "Mông"), ("versions.after", ""),
        ("deadlines.translation", ""),
      ])
    #expect(again.contains("    pins: [{ on: 2026-11-08, grid: ngay }]\n"), "\(again)")
    #expect(again.contains("    versions: { into: Mông }\n") && !again.contains("deadlines"), "\(again)")
    let table = try Self.editor(again).table(.lines, in: .vietnamese, isForm: true)
    let pins = try #require(table.columns.firstIndex { $0.key == "pins" })
    #expect(table.rows[0].cells[pins] == "2026-11-08 ngay")
  }

  @Test("in a plan with errors what is mended is mended, and the other errors stay where they are")
  func errors_areMended() throws {
    let broken = Self.text.replacing("quota: 12 ", with: "quota: hai ba ").replacing(
      "quota: 3 bài", with: "quota: ba bốn bài")
    let strict = PlanTextEditor(Array(broken.utf8), file: "plan.yaml")
    #expect(strict.map(\.bytes) == nil)
    let mended = try Self.changed(broken, .lines, "tin", [("quota", "12")])
    #expect(mended == broken.replacing("quota: hai ba ", with: "quota: 12 "))
  }
}
