import Foundation
import ScheduleModel
import Testing

@testable import Reports

/// In every table 0 means that it was counted and there is none; “–”, an empty cell and `null` mean that it is not
/// stated or not known.
@Suite("“–” and 0 mean the same in every table")
struct FigureMeaningTests {
  private static let measures = [
    "scheduled", "aired", "late", "moved", "unplanned", "missed", "preempted", "pending",
  ]

  /// The sample, whose logs end in June, with a line that is due in a month after that alone, and that month.
  private static let input: TallyReport.Input = {
    let sample = SampleTally.tally(hasLog: true)
    var waiting = Counts()
    (waiting.scheduled, waiting.pending, waiting.beyondLogs) = (2, 2, 2)
    let lines = sample.lines.map { line in
      line.line == "khau-hieu"
        ? LineTally(
          line: line.line, planned: line.planned, published: nil, counts: waiting, airedInYear: 0,
          months: (1...12).map { $0 == 9 ? waiting : Counts() }, placementsAired: 0, rows: [])
        : line
    }
    func group(_ dimension: GroupTally.Dimension, _ key: String, _ counts: Counts) -> GroupTally {
      GroupTally(dimension: dimension, key: key, title: Words(key), counts: counts, published: nil)
    }
    let groups =
      sample.groups + [
        group(.month, "2018-02", Counts()), group(.month, "2018-08", Counts()),
        group(.month, "2018-09", waiting),
        group(.quarter, "2018-Q3", waiting), group(.lead, "so-noi-vu", waiting),
        group(.producer, "", Counts()),
      ]
    return TallyReport.Input(
      plan: SamplePlan.plan,
      tally: Tally(
        period: sample.period, asOf: sample.asOf, hasLog: true, lines: lines, versions: sample.versions,
        totals: sample.totals, groups: groups, rowsLeftOut: 0, uncounted: []),
      coverage: nil, findings: [])
  }()

  /// The eight counts of each row of a table of the JSON report, by what names the row.
  private func json(_ input: TallyReport.Input) throws -> [String: [Int?]] {
    let text = TallyReport.json(input, language: .english)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    var found: [String: [Int?]] = [:]
    for (table, names) in [
      ("lines", ["line"]), ("versions", ["line", "language"]), ("totals", ["id"]),
      ("groups", ["dimension", "key"]),
    ] {
      for row in try #require(report[table] as? [[String: Any]]) {
        let name = names.map { row[$0] as? String ?? "?" }.joined(separator: " ")
        found["\(table) \(name)"] = Self.measures.map { row[$0] as? Int }
      }
    }
    return found
  }

  /// The same of the CSV report.
  private func csv(_ input: TallyReport.Input) -> [String: [Int?]] {
    let rows = TallyReport.csv(input, language: .english).split(separator: "\r\n").map(Self.cells)
    let heading = rows[0]
    let columns = Self.measures.map { heading.firstIndex(of: $0) ?? 0 }
    let tables = ["line": "lines", "version": "versions", "total": "totals"]
    var found: [String: [Int?]] = [:]
    for row in rows.dropFirst() where row[0] != "rule" {
      let name =
        row[0] == "version" ? "\(row[1]) \(row[4])" : tables[row[0]] == nil ? "\(row[0]) \(row[1])" : row[1]
      found["\(tables[row[0]] ?? "groups") \(name)"] = columns.map { Int(row[$0]) }
    }
    return found
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line where character != "\u{FEFF}" {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// A figure as text has it.
  private func text(_ figure: Int?) -> String { figure.map(String.init) ?? "–" }

  @Test("data: JSON and CSV have the same figures, and the same unknown ones")
  func data() throws {
    for input in [Self.input, SampleTally.input, SampleTally.withoutLog, SampleTally.onePage] {
      let json = try json(input)
      #expect(json == csv(input))
      #expect(json.count > 1)
    }
  }

  @Test("what is known and none is 0; what no log tells of is unknown, though it is known to wait for a log")
  func meaning() throws {
    let json = try json(Self.input)
    #expect(json["lines khau-hieu"] == [2, nil, nil, nil, nil, nil, nil, 2])
    #expect(json["lines bai-bao"] == [3, 2, 0, 0, 1, 2, 0, 0])
    #expect(json["lines phong-su"] == [0, nil, nil, nil, nil, nil, nil, nil])
    #expect(json["groups month 2018-02"] == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(json["groups month 2018-08"] == [0, nil, nil, nil, nil, nil, nil, 0])
    #expect(json["groups month 2018-09"] == [2, nil, nil, nil, nil, nil, nil, 2])
    #expect(json["groups quarter 2018-Q3"] == [2, nil, nil, nil, nil, nil, nil, 2])
    #expect(json["groups level commune"] == Array(repeating: nil, count: 8))
  }

  @Test("text and page: every table of lines, versions, totals and groups")
  func texts() throws {
    let json = try json(Self.input)
    let document = TallyDocument(Self.input, .english)
    let lines = try #require(document.results.tables.first)
    for entry in document.layout.entries {
      let counts = try #require(json["lines \(entry.tally.line)"])
      let row = try #require(lines.rows.first { $0.cells[0] == "\(entry.number)" })
      #expect(row.cells[4...5].map(\.text) == counts[0...1].map(text), "\(entry.tally.line)")
    }
    let versions = try #require(document.versions?.tables.first)
    for (tally, row) in zip(Self.input.tally.versions, versions.rows) {
      let counts = try #require(json["versions \(tally.line) \(tally.language.tag)"])
      #expect(row.cells[3..<11].map(\.text) == counts.map(text))
    }
    let totals = try #require(document.totals?.tables.first)
    #expect(totals.rows[0].cells[2...3].map(\.text) == (json["totals tong"] ?? [])[0...1].map(text))
    let tables = try #require(document.groups?.tables)
    let groups = Self.input.tally.groups
    for group in groups where group.counts != nil {
      let counts = try #require(json["groups \(group.dimension.rawValue) \(group.key)"])
      let rows = tables.flatMap(\.rows).filter { $0.cells[0].text == group.title.en }
      // A table of nothing but zeros is left out.
      if let row = rows.first { #expect(row.cells[1...8].map(\.text) == counts.map(text), "\(group.key)") }
    }
    let page = TallyPage(Self.input, .english)
    let shown = page.sections.flatMap(\.tables).map { $0.rows.map { $0.cells.map(\.text) } }
    let written = document.document().sections.flatMap(\.tables).map { $0.rows.map { $0.cells.map(\.text) } }
    #expect(shown == written)
  }

  @Test(
    "lines by month: the plan, what went out of what was scheduled, “–” after the last day of the logs, their sum"
  )
  func months() throws {
    let document = TallyDocument(Self.input, .english)
    let table = try #require(document.lineMonths?.tables.first)
    let row = try #require(table.rows.first { $0.cells[1].text.hasPrefix("Cải cách") })
    #expect(
      row.cells.dropFirst(2).map(\.text) == [
        "4", "0/0", "0/0", "0/0", "2/2", "0/1", "0/0", "–/0", "–/0", "–/0", "–/0", "–/0", "–/1", "2/4",
      ])
  }

  @Test("a line of which all that was due waits for a log has no sum since the year began, and no percentage")
  func sinceStart() throws {
    let layout = TallyLayout(Self.input.plan, Self.input.tally)
    let entry = try #require(layout.entry(of: "khau-hieu"))
    #expect(layout.shown(entry).aired == nil)
    #expect(entry.airedInYear == nil)
    #expect(entry.placements == nil)
    #expect(entry.percent == nil)
  }

  @Test("workbook: an empty cell is what is unknown")
  func workbook() throws {
    let json = try json(Self.input)
    let workbook = TallyReport.workbook(Self.input, language: .english)
    func cell(_ figure: Int?) -> Workbook.Cell { figure.map(Workbook.Cell.number) ?? .empty }
    let lines = try #require(workbook.sheets.first { $0.name == "Lines" })
    for line in Self.input.tally.lines {
      let row = try #require(lines.rows.first { $0[1] == .text(line.line) })
      #expect(Array(row[8..<16]) == json["lines \(line.line)"]?.map(cell), "\(line.line)")
    }
    let months = try #require(workbook.sheets.first { $0.name == "Months" })
    let groups = Self.input.tally.groups.filter { $0.dimension == .month }
    for (group, row) in zip(groups, months.rows) {
      #expect(Array(row.dropFirst()) == json["groups month \(group.key)"]?.map(cell), "\(group.key)")
    }
  }

  @Test("paper: done in the period and since the year began")
  func paper() throws {
    let json = try json(Self.input)
    let paper = TallyReport.paper(Self.input, layout: .result, language: .english)
    let tables = paper.blocks.compactMap { block -> TextTable? in
      if case .table(let table) = block { table } else { nil }
    }
    let layout = TallyLayout(Self.input.plan, Self.input.tally)
    for entry in layout.entries where entry.tally.published == nil {
      let row = try #require(tables[0].rows.first { $0.cells[0] == "\(entry.number)" })
      #expect(row.cells[4].text == text(json["lines \(entry.tally.line)"]?[1]), "\(entry.tally.line)")
    }
  }

  @Test(
    "where periods end on a day of the month, tables by month and quarter say that theirs are the calendar's")
  func calendarMonths() throws {
    func captions(_ input: TallyReport.Input, _ language: ReaderLanguage) -> [String] {
      TallyDocument(input, language).groups?.tables.compactMap(\.caption) ?? []
    }
    #expect(captions(SampleTally.onePage, .english) == ["By month (originals; calendar months)"])
    #expect(captions(SampleTally.onePage, .vietnamese) == ["Theo tháng (đếm tác phẩm gốc; tháng dương lịch)"])
    #expect(captions(SampleTally.input, .english).contains("By month (originals)"))
    let months = TallyDocument(SampleTally.onePage, .english).lineMonths
    #expect(
      months?.paragraphs.last
        == "Months and quarters here are those of the calendar, not closed on day 14 as the periods of ND09_2019 are."
    )
  }
}
