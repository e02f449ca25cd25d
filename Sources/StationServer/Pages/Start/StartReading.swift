import Planning
import Reports
import ScheduleModel

/// A plan that somebody begins with: what was recognised, what is to be decided, what was not understood.
struct StartReading {
  /// The text; `nil` where none came of it.
  let text: String?
  /// The name of the file or the plan that it was made of.
  let source: String
  let understood: [String]
  let decisions: [String]
  let doubts: [Doubt]
  let tables: [Table]
  let hasErrors: Bool

  /// A finding.
  struct Doubt {
    let kind: String
    let place: String?
    let message: String
    let remedy: String?
  }

  /// A part of the plan.
  struct Table {
    let name: String
    let columns: [String]
    let rows: [Row]
  }

  /// A row of it.
  struct Row {
    let cells: [String]
  }

  /// A plan that was made.
  init(_ plan: NewPlan, source: String, _ language: ReaderLanguage) {
    self.init(
      plan.text, source, remarks: plan.remarks, decisions: plan.decisions, findings: plan.findings, language)
  }

  /// A text that somebody changed after it was made.
  init(text: String, source: String, _ language: ReaderLanguage) {
    self.init(text, source, remarks: [], decisions: [], findings: [], language)
  }

  private init(
    _ text: String?, _ source: String, remarks: [Words], decisions: [Words], findings: [Finding],
    _ language: ReaderLanguage
  ) {
    self.text = text
    self.source = source
    let file = text.map { InputFile(name: "plan.yaml", bytes: Array($0.utf8)) }
    let year = file.map { StationYear(Book([]), StationFiles(plan: $0)) }
    let own = (year?.planFindings ?? []).filter { $0.severity != .info }
    hasErrors = own.hasErrors || text == nil
    var understood = remarks.map { $0[language].visible() }
    if let plan = year?.plan {
      let (lines, outlets) = (plan.lines.count, plan.outlets.count)
      understood.insert(
        Words(
          vi: "Kế hoạch năm \(plan.year): \(lines) chỉ tiêu, \(outlets) kênh.",
          en: "The plan for \(plan.year): \(counted(lines, "line")), \(counted(outlets, "outlet")).")[
            language],
        at: 0)
    }
    self.understood = understood
    self.decisions = decisions.map { $0[language].visible() }
    doubts = (findings + own).withoutRepeats.map { finding in
      Doubt(
        kind: finding.severity.rawValue,
        place: finding.place.map { "\($0.file):\($0.line)".visible() },
        message: finding.message[language].visible(),
        remedy: Self.remedy(of: finding)?[language].visibleLines())
    }
    tables =
      file.flatMap { PlanTextChange.tables(of: $0, in: language) }?.compactMap(Self.table(language)) ?? []
  }

  /// What to do about a finding here, where others name an option of the command.
  private static func remedy(of finding: Finding) -> Words? {
    guard let remedy = finding.remedy else { return nil }
    if remedy.en.contains("--table") {
      return Words(
        vi: "Chọn một bảng: ghi số của bảng vào ô “Bảng thứ mấy”.",
        en: "Choose one of them: write its number into “Which table”.")
    }
    if remedy.en.contains("--year") {
      return Words(
        vi: "Ghi đúng năm vào ô “Năm” rồi xem lại.", en: "Write the right year into “Year”, and look again.")
    }
    return finding.deskRemedy
  }

  /// The columns of a part that any of its rows fills.
  private static func table(_ language: ReaderLanguage) -> (PlanTable) -> Table? {
    { table in
      guard [.outlets, .grid, .lines, .blackouts].contains(table.part), !table.rows.isEmpty else {
        return nil
      }
      let shown = table.columns.indices.filter { index in table.rows.contains { !$0.cells[index].isEmpty } }
      return Table(
        name: table.part.name[language], columns: shown.map { table.columns[$0].heading[language] },
        rows: table.rows.map { row in
          Row(cells: shown.map { PlanRowField.shown(row.cells[$0], table.columns[$0]).visible() })
        })
    }
  }
}
