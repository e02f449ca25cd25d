import ScheduleModel
import Testing

@testable import Reports

@Suite("The official layouts")
struct PaperTests {
  private let input = TallyReport.Input(
    plan: SamplePlan.plan, tally: SampleTally.tally(hasLog: true), coverage: nil, findings: [],
    schedule: SampleSchedule.schedule, reconciled: SampleSchedule.reconciled)

  private func paper(_ layout: Paper.Layout, _ terms: PaperTerms = PaperTerms()) -> Paper {
    TallyReport.paper(input, layout: layout, terms: terms, language: .vietnamese)
  }

  private func rows(_ paper: Paper) throws -> [[String]] {
    let tables = paper.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first).rows.map { $0.cells.map(\.text) }
  }

  @Test(
    "the result table has Roman levels, padded figures, dashes for what nobody states, and no data as words")
  func result() throws {
    let rows = try rows(paper(.result))
    #expect(
      rows == [
        ["I", "CẤP TỈNH", "", "", "", "", "", "", ""],
        ["1", "Cải cách hành chính Nhà nước (chuyên mục)", "kỳ", "04", "02", "02", "50,00", "–", ""],
        ["2", "Bài trên Báo tỉnh", "tin, bài, ảnh", "–", "02", "02", "–", "–", "KH không nêu số"],
        ["3", "Phóng sự trong chuyên mục", "phóng sự", "02", "–", "–", "–", "–", "nằm trong 1"],
        ["4", "Hội thi dân vận khéo", "hội thi", "01", "–", "–", "–", "–", ""],
        ["II", "CẤP HUYỆN", "", "", "", "", "", "", ""],
        ["5", "Khẩu hiệu", "khẩu hiệu", "ít nhất 02", "01", "01", "50,00", "–", ""],
        [
          "6", "Trang tin và đài huyện", "tin, bài, ảnh", "–", "hơn 600 (*)", "hơn 600 (*)", "–", "–",
          "KH không nêu số",
        ],
        ["III", "CẤP XÃ", "", "–", "không có số liệu", "–", "–", "–", ""],
        [
          "", "Cộng: Tổng cấp tỉnh", "", "–", "03", "04", "–", "–",
          "cộng mục 1, 2, 6; nhật ký không có mục 6; số đã công bố: hơn 603",
        ],
      ])
  }

  @Test(
    "beside last year the table has this period in hundredths of that; what has no data then is no 0, and no rate"
  )
  func yearBefore() throws {
    let now = SampleTally.tally(hasLog: true)
    let old = [("chuyen-muc", 3), ("khau-hieu", 0)].map { line, aired in
      var counts = Counts()
      counts.aired = aired
      return LineTally(
        line: line, planned: nil, published: nil, counts: counts, airedInYear: aired,
        months: Array(repeating: Counts(), count: 12), placementsAired: aired, rows: [])
    }
    let before = YearBefore(
      plan: SamplePlan.plan,
      tally: Tally(
        period: now.period, asOf: now.asOf, hasLog: true, lines: old, versions: [], totals: [], groups: [],
        rowsLeftOut: 0, uncounted: []))
    let beside = Tally(
      period: now.period, asOf: now.asOf, hasLog: true, lines: now.lines, versions: now.versions,
      totals: now.totals, groups: now.groups, rowsLeftOut: 0, uncounted: [], yearBefore: before)
    let input = TallyReport.Input(plan: SamplePlan.plan, tally: beside, coverage: nil, findings: [])
    let result = TallyReport.paper(input, layout: .result, language: .vietnamese)
    let cells = try rows(result).filter { Int($0[0]) != nil }.map { [$0[0], $0[4], $0[7], $0[8]] }
    #expect(
      cells == [
        ["1", "02", "66,67", "cùng kỳ: 03"], ["2", "02", "–", "KH không nêu số"],
        ["3", "–", "–", "nằm trong 1"], ["4", "–", "–", ""], ["5", "01", "–", "cùng kỳ: 0"],
        ["6", "hơn 600 (*)", "–", "KH không nêu số"],
      ])
  }

  @Test("what nobody said is a dotted line; what the plan and the command say stands in its place")
  func head() throws {
    let blank = try #require(paper(.result).letterhead)
    #expect(blank.number == "Số: ……/……")
    #expect(blank.placeAndDate == "……………, ngày …… tháng …… năm ……")
    let terms = PaperTerms(number: "12/BC-SNV", date: day(1, 5))
    let dated = try #require(paper(.result, terms).letterhead)
    #expect(dated.number == "Số: 12/BC-SNV")
    #expect(dated.placeAndDate == "……………, ngày 05 tháng 01 năm 2018")
    #expect(paper(.annex).letterhead == nil && paper(.annex).signatures.isEmpty)
    #expect(paper(.annex).subtitle == ["(Kèm theo Kế hoạch số 424/KH-UBND ngày 04/04/2018 của UBND tỉnh)"])
  }

  @Test("the annex lists what is planned, parts below their host, and never a figure of a result")
  func annex() throws {
    let rows = try rows(paper(.annex))
    #expect(rows.map { $0[0] } == ["I", "1", "a)", "2", "3", "II", "4", "5"])
    #expect(
      rows.map { $0[4] } == ["", "04 kỳ", "02 phóng sự", "–", "01 hội thi", "", "ít nhất 02 khẩu hiệu", "–"])
    #expect(rows[1][8] == "Từ 04/04/2018 đến 31/12/2018")
    #expect(rows[3][8] == "Trong năm 2018")
  }

  @Test("a week's schedule has its days once, its hours, and what lies in the month without a day")
  func broadcasts() throws {
    let week = paper(.schedule, PaperTerms(days: day(4, 9)..<day(4, 16)))
    #expect(week.title == ["LỊCH PHÁT SÓNG TUẦN"])
    #expect(week.subtitle == ["(Từ ngày 09/04/2018 đến ngày 15/04/2018)"])
    let cells = try rows(week).map { Array($0[0...1]) + [$0[4], $0[6]] }
    #expect(
      cells == [
        ["Trong tháng 04/2018", "", "Khẩu hiệu, kỳ 1", "Việt"],
        ["Thứ Năm, 12/04/2018", "20:15", "Cải cách hành chính Nhà nước, kỳ 2", "Việt"],
        ["Thứ Sáu, 13/04/2018", "20:15", "Cải cách hành chính Nhà nước, kỳ 1", "Mông"],
        ["", "20:15", "Cải cách hành chính Nhà nước, kỳ 1", "Thái"],
      ])
    let month = paper(.schedule, PaperTerms(days: CivilDay.month(4, of: 2018), outlet: "bao"))
    #expect(month.title == ["LỊCH PHÁT SÓNG THÁNG 04/2018", "Báo tỉnh"])
    #expect(try rows(month).map { $0[4] } == ["Bài trên Báo tỉnh, kỳ 1"])
  }

  @Test("on paper Vietnamese quantities below ten have a zero before them")
  func figures() {
    #expect(
      [0, 1, 9, 10, 2_199].map { paperNumber($0, in: .vietnamese) } == ["0", "01", "09", "10", "2.199"])
    #expect([1, 2_199].map { paperNumber($0, in: .english) } == ["1", "2,199"])
    #expect([1, 4, 9, 14, 39].map(roman) == ["I", "IV", "IX", "XIV", "XXXIX"])
  }

  @Test("only the last note stays on one page with the signature, or half of the page before would be empty")
  func keptTogether() {
    let paper = paper(.months)
    let document = WordParts(paper).document
    let notes: [String] = paper.blocks.flatMap { block -> [String] in
      if case .notes(let notes) = block { notes } else { [] }
    }
    #expect(notes.count > 1)
    let kept = document.split(separator: "<w:p>").filter { paragraph in
      paragraph.contains("<w:keepNext/>") && notes.contains { paragraph.contains($0) }
    }
    #expect(kept.count == 1 && kept[0].contains(notes[notes.count - 1]))
  }

  @Test("the same paper gives the same bytes, and its text and page hold its table")
  func settings() {
    let paper = paper(.result)
    #expect(paper.docx() == self.paper(.result).docx())
    for text in [paper.text(), paper.html()] {
      #expect(text.contains("Cải cách hành chính") && text.contains("BÁO CÁO"))
    }
  }
}
