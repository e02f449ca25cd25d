import Foundation
import ScheduleModel
import Testing

@testable import PlanFiles

@Suite("The text of a plan is changed at the places of what changed")
struct PlanTextEditorTests {
  private static let place = SourcePlace(file: "plan.xlsx!Chỉ tiêu", line: 3, column: 7)

  private func column(_ part: PlanTable.Part, _ key: String, month: Int? = nil) throws -> PlanTable.Column {
    try #require(
      part.columns(MonthRun(year: 2026)).first { column in
        guard column.key == key else { return false }
        return month == nil || column.content == .month(month ?? 0)
      })
  }

  private func change(
    _ part: PlanTable.Part, _ row: String, _ key: String, _ text: String, month: Int? = nil
  ) throws -> PlanChange {
    PlanChange(
      part: part, row: row, column: try column(part, key, month: month), text: text, place: Self.place)
  }

  private func edited(
    _ text: String, _ changes: [PlanChange], _ additions: [PlanAddition] = []
  ) throws -> String {
    var editor = try #require(
      PlanTextEditor(Array(text.utf8), file: "plan.yaml"), "\(Reading.findings(of: text))")
    editor.apply(changes, additions)
    try #require(Reading.listing(editor.findings, in: .english) == "")
    return String(decoding: editor.bytes, as: UTF8.self)
  }

  private func refusal(_ text: String, _ changes: [PlanChange], _ additions: [PlanAddition] = []) throws
    -> [Finding]
  {
    var editor = try #require(PlanTextEditor(Array(text.utf8), file: "plan.yaml"))
    editor.apply(changes, additions)
    return editor.findings
  }

  private func lines(_ lines: String) -> String {
    """
    plan: nho   # mã
    title: Kế hoạch nhỏ (bịa ra)
    year: 2026
    outlets:
      bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: ngay, rule: FREQ=DAILY }] }
      dai:
        name: "Đài tỉnh"   # tên cũ
        kind: radio
        grid:
          # sáng
          - { id: sang, rule: FREQ=DAILY, at: "06:00" }
    lines:
    \(lines)
    # hết

    """
  }

  private static let block = """
      # Tin
      - id: tin   # không đổi
        title: 'Tin: "hay", it''s'
        form: tin, bài, ảnh
        outlet: bao   # báo in
        quota: 12
        also-on:
          - dai
        note: >
          Hai dòng
          nối nhau.

        row: "1"
    """
  private static let bracketed = """
      - { id: tin, title: Tin trên báo, form: tin, outlet: bao, quota: 12 kỳ }   # hàng một
      - {
          id: bai, title: "Bài",
          form: bài, outlet: bao,
          quota: 3 bài,  # ba
        }
    """

  @Test("values of all styles are replaced, comments and the rest stay")
  func values() throws {
    let text = lines(Self.block)
    #expect(
      try edited(
        text,
        [
          change(.lines, "tin", "title", "Tin, số 1"), change(.lines, "tin", "form", "tin, bài"),
          change(.lines, "tin", "outlet", "dai"), change(.lines, "tin", "quota", "24"),
          change(.lines, "tin", "also-on", "bao, dai"), change(.lines, "tin", "note", "Một dòng: thôi"),
          change(.lines, "tin", "row", "02"), change(.outlets, "dai", "name", "Đài “mới”"),
        ])
        == text.replacing("'Tin: \"hay\", it''s'", with: "Tin, số 1")
        .replacing("form: tin, bài, ảnh", with: "form: tin, bài").replacing(
          "outlet: bao ", with: "outlet: dai "
        )
        .replacing("quota: 12", with: "quota: 24").replacing("      - dai", with: "      - bao\n      - dai")
        .replacing(">\n      Hai dòng\n      nối nhau.", with: "\"Một dòng: thôi\"")
        .replacing("row: \"1\"", with: "row: \"02\"").replacing("\"Đài tỉnh\"", with: "\"Đài “mới”\""))
  }

  @Test("in brackets commas are put in quotes, and line breaks stay")
  func brackets() throws {
    let text = lines(Self.bracketed)
    #expect(
      try edited(
        text,
        [
          change(.lines, "tin", "form", "tin, bài"), change(.lines, "bai", "quota", "4 bài"),
          change(.lines, "bai", "title", "Bài [a]"),
        ])
        == text.replacing("form: tin,", with: "form: \"tin, bài\",").replacing("3 bài,", with: "4 bài,")
        .replacing("\"Bài\"", with: "\"Bài [a]\""))
  }

  @Test("new keys come where the reference has them; keys go with their lines, not with their comments")
  func keys() throws {
    let block = lines(Self.block)
    let new = try edited(
      block,
      [
        change(.lines, "tin", "level", "province"), change(.lines, "tin", "from", "2026-02-01"),
        change(.lines, "tin", "row", ""), change(.lines, "tin", "outlet", ""),
        change(.lines, "tin", "also-on", ""),
      ])
    #expect(
      new
        == block.replacing("    outlet: bao   # báo in\n", with: "    # báo in\n")
        .replacing(
          "quota: 12\n    also-on:\n      - dai\n",
          with: "quota: 12\n    from: 2026-02-01\n    level: province\n"
        )
        .replacing("    row: \"1\"\n", with: ""))
    let bracketed = lines(Self.bracketed)
    #expect(
      try edited(
        bracketed,
        [
          change(.lines, "tin", "outlet", ""), change(.lines, "tin", "per-day", "2"),
          change(.lines, "bai", "title", ""), change(.lines, "bai", "days", "MO, TH"),
        ])
        == bracketed.replacing(
          "form: tin, outlet: bao, quota: 12 kỳ }", with: "form: tin, quota: 12 kỳ, per-day: 2 }"
        )
        .replacing("id: bai, title: \"Bài\",", with: "id: bai,")
        .replacing("quota: 3 bài,", with: "quota: 3 bài, days: [MO, TH],"))
  }

  @Test("months are set in a list, in a mapping, and where there are none yet")
  func months() throws {
    let text = lines(
      """
        - { id: a, form: tin, outlet: bao, quota: 12, weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }
        - { id: b, form: tin, outlet: bao, quota: 12, weights: { 2: 2, 11: 3 } }
        - id: c
          form: tin
          outlet: bao
          quota: 12
          weights:
            2: 2   # Tết
            11: 3
        - { id: d, form: tin, outlet: bao, quota: 12 }
      """)
    let new = try edited(
      text,
      [
        change(.weights, "a", "weights", "5", month: 10), change(.weights, "b", "weights", "", month: 1),
        change(.weights, "b", "weights", "4", month: 4), change(.weights, "c", "weights", "4", month: 4),
        change(.weights, "c", "weights", "", month: 10), change(.weights, "d", "weights", "0", month: 6),
        change(.months, "d", "months", "1..2", month: 0),
      ])
    #expect(
      new
        == text.replacing("1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", with: "1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 1]")
        .replacing("weights: { 2: 2, 11: 3 }", with: "weights: { 5: 4, 11: 3 }")
        .replacing("      11: 3\n", with: "      5: 4\n")
        .replacing(
          "id: d, form: tin, outlet: bao, quota: 12 }",
          with: "id: d, form: tin, outlet: bao, quota: 12, weights: { 7: 0 }, months: { 1: 1..2 } }")
    )
    #expect(
      try edited(
        text,
        [change(.weights, "b", "weights", "", month: 1), change(.weights, "b", "weights", "", month: 10)])
        == text.replacing(", weights: { 2: 2, 11: 3 }", with: ""))
  }

  @Test(
    "a month that is no whole number stays one cell, and is told where it is",
    arguments: ["2,5", "2, 5: 3", "}"])
  func monthsOfOneCell(cell: String) throws {
    let text = lines(
      """
        - { id: a, form: tin, outlet: bao, quota: 12 }
        - { id: b, form: tin, outlet: bao, quota: 12, weights: { 2: 2 } }
        - { id: c, form: tin, outlet: bao, quota: 12, weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }
      """)
    for line in ["a", "b", "c"] {
      let findings = try refusal(text, [change(.weights, line, "weights", cell, month: 10)])
      #expect(findings.map(\.code) == [.badNumber], "\(line)")
      #expect(findings.map(\.place) == [Self.place], "\(line)")
      #expect(findings.first?.message.vi.contains("“\(cell)”") == true, "\(line)")
    }
  }

  @Test("new rows are written like those before them")
  func rows() throws {
    func row(_ part: PlanTable.Part, _ id: String, after: String?, _ cells: [(String, String)]) throws
      -> PlanAddition
    {
      PlanAddition(
        part: part, row: id, after: after,
        cells: try cells.map { PlanAddition.Cell(try column(part, $0.0), $0.1) }, place: Self.place)
    }
    let text = lines(Self.block + "\n" + Self.bracketed.replacing("id: tin", with: "id: ba"))
    let tin = [("title", "Mới"), ("form", "tin"), ("outlet", "web"), ("quota", "5")]
    let new = try edited(
      text, [],
      [
        row(.outlets, "web", after: "dai", [("name", "Trang: tỉnh"), ("kind", "website")]),
        row(.units, "so", after: nil, [("name", "Sở Nội vụ"), ("level", "province")]),
        row(.grid, "web/ngay", after: nil, [("rule", "FREQ=DAILY")]),
        row(.grid, "dai/toi", after: "dai/sang", [("rule", "FREQ=WEEKLY;BYDAY=MO,TH"), ("at", "20:15")]),
        row(.grid, "bao/tuan", after: "bao/ngay", [("dates", "2026-02-01")]),
        row(.lines, "moi", after: "tin", tin), row(.lines, "moi-2", after: "bai", tin),
        row(.blackouts, "1", after: nil, [("name", "Tết"), ("from", "2026-02-14"), ("to", "2026-02-20")]),
        row(.blackouts, "2", after: "1", [("name", "Lễ"), ("from", "2026-09-02"), ("to", "2026-09-02")]),
      ])
    let difference = TextDifference(from: text, to: new).changes.map { change in
      (change.old.map { "- \($0)" } + change.new.map { "+ \($0)" }).joined(separator: "\n")
    }.joined(separator: "\n")
    #expect(
      difference == """
        + units:
        +   so: { name: Sở Nội vụ, level: province }
        -   bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: ngay, rule: FREQ=DAILY }] }
        +   bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: ngay, rule: FREQ=DAILY }, { id: tuan, dates: [2026-02-01] }] }
        +       - { id: toi, rule: "FREQ=WEEKLY;BYDAY=MO,TH", at: "20:15" }
        +   web:
        +     name: "Trang: tỉnh"
        +     kind: website
        +     grid:
        +       - { id: ngay, rule: FREQ=DAILY }
        + blackouts:
        +   - { name: Tết, from: 2026-02-14, to: 2026-02-20 }
        +   - { name: Lễ, from: 2026-09-02, to: 2026-09-02 }
        +   - id: moi
        +     title: Mới
        +     form: tin
        +     outlet: web
        +     quota: 5
        +   - { id: moi-2, title: Mới, form: tin, outlet: web, quota: 5 }
        """)
  }

  @Test("of several cells that were changed in a row, a mistake is told at the one that it is about")
  func placeOfMistake() throws {
    let text = lines("  - { id: tin, title: Tin, form: tin, outlet: dai, quota: 12 }").replacing(
      "at: \"06:00\" }", with: "at: \"06:00\", length: 15m }")
    let length = PlanChange(
      part: .lines, row: "tin", column: try column(.lines, "length"), text: "30m",
      place: SourcePlace(file: "plan.xlsx!Chỉ tiêu", line: 3, column: 14))
    let told = try refusal(text, [change(.lines, "tin", "quota", "13"), length])
    #expect(told.map(\.code) == [.workLongerThanSlot])
    #expect(told.map(\.place?.column) == [14])
  }

  @Test("line ends of Windows and a byte order mark stay")
  func lineEnds() throws {
    let text = "\u{FEFF}" + lines(Self.block).replacing("\n", with: "\r\n")
    let new = try edited(text, [change(.lines, "tin", "quota", "13"), change(.lines, "tin", "gap", "3d")])
    #expect(
      new.utf8.elementsEqual(
        text.replacing("quota: 12", with: "quota: 13").replacing(
          "    note:", with: "    gap: 3d\r\n    note:"
        ).utf8))
  }

  @Test("what the plan refuses is told at the cell, and what has several parts is not changed")
  func refusals() throws {
    let text = lines(
      "  - { id: tin, form: tin, outlet: bao, quota: { vi: 3 kỳ, km: 2 kỳ } }\n  - { id: bai, form: bài, outlet: bao, quota: 3 }"
    )
    #expect(
      try refusal(text, [change(.lines, "bai", "quota", "theo thực tế")]).map {
        "\($0.place!) \($0.code.rawValue)"
      }
        == ["plan.xlsx!Chỉ tiêu:3:7 BAD_QUANTITY"])
    #expect(
      try refusal(text, [change(.lines, "tin", "quota", "5")]).map(\.message.en)
        == [
          "“Quota” of “tin” cannot be changed from a sheet: its value has several parts. Nothing was written."
        ])
    let listed = lines(
      "  - id: tin\n    form: tin\n    outlet: bao\n    also-on:\n      - dai   # cả đài\n    quota: 3")
    #expect(
      try refusal(listed, [change(.lines, "tin", "also-on", "dai, bao")]).map(\.message.en)
        == [
          "“Also on” of “tin” cannot be changed from a sheet: there are comments (#) among its items. Nothing was written."
        ])
  }

  @Test("in plans made up at random any text may become a title, and nothing else changes")
  func randomPlans() throws {
    var changed = 0
    for seed in 1...150 {
      let plan = RandomPlan.plan(seed: UInt64(seed))
      let text = PlanWriter.text(plan)
      guard var editor = PlanTextEditor(Array(text.utf8), file: "plan.yaml"), let line = plan.lines.last
      else {
        continue
      }
      let piece = RandomPlan.pieces[seed % RandomPlan.pieces.count].onOneLine
      guard !piece.isEmpty, !piece.unicodeScalars.contains(where: SourceText.isControl) else { continue }
      for part in PlanTable.Part.allCases {
        #expect(editor.table(part, in: .vietnamese).rows.count == rows(part, plan))
      }
      editor.apply([try change(.lines, line.id, "title", piece)], [])
      #expect(Reading.listing(editor.findings, in: .english) == "", "\(text)")
      let (new, old) = (try #require(Reading.of(editor.bytes).plan).placeless, plan.placeless)
      #expect(new.lines.last?.title == piece.precomposedStringWithCanonicalMapping)
      #expect(new.lines.dropLast() == old.lines.dropLast() && new.outlets == old.outlets)
      #expect(new.totals == old.totals && new.remarks == old.remarks && new.calendars == old.calendars)
      changed += 1
    }
    #expect(changed > 8)
  }

  private func rows(_ part: PlanTable.Part, _ plan: Plan) -> Int {
    switch part {
    case .lines, .weights, .months: plan.lines.count
    case .grid: plan.outlets.reduce(0) { $0 + $1.grid.count }
    case .blackouts: plan.blackouts.count
    case .outlets: plan.outlets.count
    case .units: plan.units.count
    case .topics: plan.topics.count
    case .translators: plan.translators.count
    case .counts: plan.counts.count
    case .lineCounts: plan.lines.reduce(0) { $0 + $1.counting.rules.count }
    case .peaks: plan.lines.reduce(0) { $0 + ($1.placing?.peaks.count ?? 0) }
    case .repeats: plan.lines.reduce(0) { $0 + $1.repeats.count }
    }
  }
}
