import ScheduleModel
import Testing

@testable import Reports

@Suite("The report as a workbook")
struct WorkbookTests {
  private let workbook = TallyReport.workbook(
    TallyReport.Input(
      plan: SamplePlan.plan, tally: SampleTally.tally(hasLog: true), coverage: nil,
      findings: SampleTally.findings, schedule: SampleSchedule.schedule,
      reconciled: SampleSchedule.reconciled), language: .english)

  private func sheet(_ name: String) throws -> Workbook.Sheet {
    try #require(workbook.sheets.first { $0.name == name })
  }

  @Test("a sheet for each table that has rows, each row as wide as its headings")
  func sheets() {
    #expect(
      workbook.sheets.map(\.name) == [
        "About", "Lines", "Months", "Lines by month", "Language versions", "Groups", "Rows", "Findings",
      ])
    for sheet in workbook.sheets {
      #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count }, "\(sheet.name)")
      #expect(sheet.name.utf16.count <= 31)
    }
    #expect(workbook.created == SamplePlan.plan.revised)
  }

  @Test("a sheet that would be too small on paper goes over pages side by side, the others fit one")
  func paper() throws {
    let lines = try sheet("Lines")
    #expect(lines.columns.count == 22 && lines.pageBreaks == [10, 18])
    for sheet in workbook.sheets {
      let width = sheet.columns.reduce(0) { $0 + $1.width + 1 }
      #expect(sheet.pageBreaks.isEmpty == (width <= 233), "\(sheet.name)")
      #expect(sheet.pageBreaks.allSatisfy { $0 > sheet.fixedColumns && $0 < sheet.columns.count })
    }
  }

  @Test("a planned figure that nobody states is an empty cell, a percentage is a share, words stay words")
  func lineCells() throws {
    let lines = try sheet("Lines")
    let headings = lines.columns.map(\.heading)
    func cells(_ id: String, _ names: String...) throws -> [Workbook.Cell] {
      let row = try #require(lines.rows.first { $0[1] == .text(id) })
      return try names.map { name in row[try #require(headings.firstIndex(of: name))] }
    }
    #expect(
      try cells("chuyen-muc", "Planned for the year", "Planned, as stated", "Aired of planned")
        == [.number(4), .text("4 kỳ"), .percent(5000)])
    #expect(
      try cells("bai-bao", "Planned for the year", "Planned, as stated", "Aired of planned", "Published")
        == [.empty, .empty, .empty, .number(3)])
    #expect(try cells("trang-huyen", "Scheduled", "Aired") == [.number(0), .empty])
  }

  @Test("a level of which nobody has data says so and has no figure")
  func noData() throws {
    let row = try #require(try sheet("Lines").rows.last)
    #expect(row.first == .empty && row.last == .text("no data"))
    #expect(!row.contains(.number(0)))
  }

  @Test("an aired figure leads to the rows of its line, and those are of that line only")
  func figureLeadsToRows() throws {
    let rows = try sheet("Rows")
    var shown = 0
    for line in try sheet("Lines").rows {
      guard case .number(let number) = line[0],
        case .counted(_, let name, let range) = line.first(where: \.isCounted) ?? .empty
      else { continue }
      shown += 1
      #expect(name == "Rows")
      #expect(rows.rows[range].allSatisfy { $0[1] == .number(number) })
      #expect(rows.rows.count { $0[1] == .number(number) } == range.count, "line \(number) lies in one piece")
    }
    #expect(shown == 3)
  }

  @Test("the lines by month are a matrix: a row of what was scheduled, one of what went out, and their sums")
  func lineMonths() throws {
    let months = try sheet("Lines by month")
    #expect(
      months.columns.map(\.heading) == [
        "No.", "Content, form", "Planned for the year", "Counts", "Jan", "Feb", "Mar", "Apr", "May", "Jun",
        "Jul", "Aug", "Sep",
        "Oct", "Nov", "Dec", "Sum",
      ])
    for pair in stride(from: 0, to: months.rows.count, by: 2).map({ months.rows[$0...$0 + 1] }) {
      let (scheduled, aired) = (pair[pair.startIndex], pair[pair.startIndex + 1])
      #expect(scheduled[0...2] == aired[0...2] && scheduled[3] != aired[3])
      for row in pair {
        let numbers = row[4...].map { if case .number(let number) = $0 { number } else { 0 } }
        #expect(numbers.dropLast().reduce(0, +) == numbers.last)
      }
    }
    #expect(months.rows.count >= 4)
  }

  @Test("days and times are days and times; what has no hour, and no day, gets none")
  func rowCells() throws {
    let rows = try sheet("Rows").rows
    let late = try #require(rows.first { $0[0] == .text("late") })
    #expect(late[7...10] == [.day(day(4, 12)), .time(time("20:15")), .day(day(4, 12)), .time(time("21:00"))])
    let slogan = try #require(rows.first { $0[2] == .text("Khẩu hiệu") })
    #expect(slogan[7...8] == [.text("in 04/2018"), .empty])
    #expect(rows.last?[0] == .text("sent"))
  }

  @Test("what cannot be seen is written out, and a text that no cell holds says by how much it was cut")
  func hostileTexts() throws {
    func title(_ text: String) throws -> String {
      let input = TallyReport.Input(
        plan: SamplePlan.plan, tally: SampleTally.tally(hasLog: false), coverage: nil,
        findings: [Finding(.quotaNotMet, .warning, at: nil, Words(text))])
      let sheet = try #require(TallyReport.workbook(input, language: .vietnamese).sheets.last)
      guard case .text(let shown) = sheet.rows[0][4] else { return "" }
      return shown
    }
    #expect(try title("=1+1") == "=1+1")
    #expect(try title("a\u{7}]]>\u{202E}\u{FFFF}") == "a\\u{7}]]>\\u{202E}\\u{FFFF}")
    #expect(try title("ho\u{300}a 🎬 שלום") == "ho\u{300}a 🎬 שלום")
    let long = try title(String(repeating: "🎬", count: 20_000))
    #expect(long.utf16.count <= Workbook.Cell.mostCharacters)
    #expect(long.hasSuffix("🎬… (còn 7.334 ký tự)"))
    let marks = try title("a" + String(repeating: "\u{301}", count: 40_000))
    #expect(
      marks.utf16.count <= Workbook.Cell.mostCharacters && marks.unicodeScalars.dropFirst().first == "\u{301}"
    )
  }
}

extension Workbook.Cell {
  fileprivate var isCounted: Bool { if case .counted = self { true } else { false } }
}

@Test("a row is as high as the cell that wraps most, and numbers never wrap")
func workbook_lines() {
  let sheet = Workbook.Sheet(
    name: "x",
    columns: [
      Workbook.Column(heading: "Chưa thực hiện", width: 10), Workbook.Column(heading: "Số", width: 4),
    ], fixedColumns: 0, rows: [], language: .vietnamese)
  #expect(sheet.headingLines == 2)
  #expect(sheet.lines([.text("tin"), .number(1_000_000)]) == 1)
  #expect(sheet.lines([.text("tin, bài, ảnh trên Báo"), .text("a b c d e f")]) == 6)
  // A word that is too long goes on below, an id at a hyphen.
  let ids = Workbook.Sheet(
    name: "x", columns: [Workbook.Column(heading: "Mã", width: 20)], fixedColumns: 0, rows: [],
    language: .vietnamese)
  #expect(ids.lines([.text("chuyen-muc-chinh-quyen-vi-dan")]) == 2)
  #expect(ids.lines([.text("chuyen-muc")]) == 1)
  #expect(ids.lines([.text(String(repeating: "x", count: 50))]) == 3)
}
