import Planning
import ScheduleModel
import Testing

@Suite("A range of cells from a spreadsheet is read into a plan")
struct PlanPasteTests {
  private static let plan = InputFile(
    name: "plan.yaml",
    bytes: Array(
      """
      plan: nho
      title: Kế hoạch nhỏ (bịa ra)
      year: 2026
      outlets:
        dai: { name: Đài tỉnh, kind: radio, grid: [{ id: sang, rule: FREQ=DAILY, at: "06:00" }] }
      lines:
        # Tin
        - { id: tin, title: Tin ngắn, form: tin, outlet: dai, quota: 12, weights: { 3: 2 } }   # một

      """.utf8))

  private static func pasted(
    _ rows: [[String]], _ part: PlanTable.Part = .lines, chosen: [Int?]? = nil
  ) -> PlanPaste {
    let text = rows.map { $0.joined(separator: "\t") }.joined(separator: "\r\n") + "\r\n"
    return PlanPaste(text, chosen: chosen, into: part, of: plan, in: .vietnamese)
  }

  private static func text(_ paste: PlanPaste) throws -> String {
    String(decoding: try #require(paste.bytes, "\(paste.findings)"), as: UTF8.self)
  }

  @Test("rows that are there are changed, others added; days, words and quantities are told as understood")
  func lines_arePasted() throws {
    let paste = Self.pasted([
      ["Mã", "Tên chỉ tiêu", "Hình thức", "Kênh", "Số lượng", "Từ ngày", "Kinh phí"],
      ["tin", "Tin ngắn", "tin", "Đài tỉnh", "hơn 20 tin", "", "1,5 triệu đồng"],
      ["", "Phóng sự", "phóng sự", "dai", "6 kỳ", "15/3/2026", ""],
    ])
    #expect(paste.findings == [])
    #expect(paste.rows.map(\.isNew) == [false, true])
    #expect(paste.rows[0].cells[4].now == "12")
    #expect(paste.rows[0].cells[6].understood == "1500000 đồng")
    #expect(paste.rows[1].cells[5].understood == "ngày 15 tháng 3 năm 2026")
    let text = try Self.text(paste)
    #expect(text.contains("quota: hơn 20 tin") && text.contains("}   # một\n"), "\(text)")
    #expect(text.contains("from: 2026-03-15") && text.contains("id: phong-su"), "\(text)")
  }

  @Test("a cell that is not understood is refused with what would be, and nothing comes of the range")
  func badCell_isRefused() throws {
    let paste = Self.pasted([
      ["Mã", "Tên chỉ tiêu", "Số lượng", "Từ ngày"], ["tin", "Tin ngắn", "hai ba tin", "31/02/2026"],
    ])
    #expect(paste.bytes == nil)
    let cells = try #require(paste.rows.first).cells
    #expect(cells[2].findings.count == 1 && cells[3].findings.count == 1, "\(paste.findings) \(cells)")
    #expect(cells.flatMap(\.findings).allSatisfy { $0.remedy != nil })
  }

  @Test("commas are no borders of cells; columns without headings are chosen, and never guessed")
  func columns_areNotGuessed() throws {
    let commas = PlanPaste("tin,Tin ngắn,12", chosen: nil, into: .lines, of: Self.plan, in: .vietnamese)
    #expect(commas.bytes == nil && commas.findings.map(\.code) == [.planSheetUnreadable])
    let bare = Self.pasted([["tin", "24"]])
    #expect(
      bare.bytes == nil && bare.columns == [nil, nil] && bare.rows[0].cells.map(\.text) == ["tin", "24"])
    let columns = PlanTable.Part.lines.columns(MonthRun(year: 2026))
    let quota = try #require(columns.firstIndex { $0.key == "quota" })
    #expect(try Self.text(Self.pasted([["tin", "24"]], chosen: [0, quota])).contains("quota: 24,"))
  }

  @Test("a column whose heading the table does not have is told, and is not said to change nothing")
  func unknownHeading_isTold() throws {
    let rows = [["STT", "Mã", "Tên chỉ tiêu", "Chỉ tiêu giao"], ["1", "tin", "Tin ngắn", "24"]]
    let paste = Self.pasted(rows)
    #expect(paste.columns == [nil, 0, 1, nil])
    #expect(
      paste.findings.map(\.message.vi) == [
        "Chưa đọc các cột này, vì bảng không có tiêu đề như vậy: “Chỉ tiêu giao”."
      ])
    let quota = try #require(
      PlanTable.Part.lines.columns(MonthRun(year: 2026)).firstIndex { $0.key == "quota" })
    let chosen = Self.pasted(rows, chosen: [nil, 0, 1, quota])
    #expect(chosen.findings == [])
    #expect(try Self.text(chosen).contains("quota: 24,"))
  }

  @Test("weights of months are known by the line's title; a cell in quotes may have line breaks")
  func weights_arePasted() throws {
    let paste = Self.pasted(
      [["Tên chỉ tiêu", "T3", "T11"], ["\"Tin\nngắn\"", "", "4"]], .weights)
    #expect(try Self.text(paste).contains("weights: { 11: 4 }"), "\(paste)")
  }

  @Test("grid lines are added to the outlet that the range names")
  func grids_arePasted() throws {
    let paste = Self.pasted(
      [
        ["Kênh", "Mã", "Lặp lại", "Giờ", "Thời lượng"],
        ["Đài tỉnh", "trua", "thứ Hai hằng tuần", "11h30", "15 phút"],
      ],
      .grid)
    let text = try Self.text(paste)
    #expect(text.contains("{ id: trua, rule: thứ Hai hằng tuần, at: \"11h30\", length: 15 phút }"), "\(text)")
  }

  @Test("a row goes out of a plan by its form, and a plan with errors is mended at the cell")
  func forms_mend() throws {
    let broken = InputFile(
      name: "plan.yaml",
      bytes: Array(
        String(decoding: Self.plan.bytes, as: UTF8.self).replacing("quota: 12", with: "quota: hai ba").utf8))
    let tables = try #require(PlanTextChange.tables(of: broken, in: .vietnamese))
    let lines = try #require(tables.first { $0.part == .lines })
    let quota = try #require(lines.columns.firstIndex { $0.key == "quota" })
    let errors = PlanTextChange.errors(in: broken, .lines, row: "tin", in: .vietnamese)
    #expect(errors.map(\.place) == [SourcePlace(file: PlanTextChange.form, line: quota + 1)])
    let change = PlanTextChange(broken, .lines, row: "tin", [quota: "12"], in: .vietnamese)
    #expect(change.bytes == Self.plan.bytes, "\(change.findings)")
    let gone = PlanTextChange(Self.plan, removing: "tin", of: .lines)
    #expect(gone.bytes.map { !String(decoding: $0, as: UTF8.self).contains("id: tin") } == true)
  }
}
