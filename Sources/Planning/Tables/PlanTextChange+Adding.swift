import PlanFiles
import ScheduleModel

extension PlanTextChange {
  /// Puts parts into a plan's text: grid lines and days without output beside those that it has, pins in the place of those of
  /// their lines.
  ///
  /// - Parameter parts: What is put in, as YAML of a plan: what a calendar became.
  public init(_ plan: InputFile, adding parts: String) {
    guard var editor = PlanTextEditor(mending: plan.bytes, file: plan.name),
      let given = PlanTextEditor(mending: Array(parts.utf8), file: Self.form)
    else {
      self.init(bytes: nil, findings: [])
      return
    }
    // Words of a reader's language would have to be read again; those of the reference stay as they are.
    func table(_ part: PlanTable.Part, of editor: PlanTextEditor) -> PlanTable {
      editor.table(part, in: .english, isForm: true)
    }
    let place = SourcePlace(file: Self.form, line: 0)
    func cells(_ row: PlanTable.Row, _ columns: [PlanTable.Column]) -> [PlanAddition.Cell] {
      zip(columns, row.cells).compactMap { column, text in
        text.isEmpty || [.identity, .shown].contains(column.content) ? nil : PlanAddition.Cell(column, text)
      }
    }
    let known = table(.blackouts, of: editor).rows.count
    let (grid, blackouts) = (table(.grid, of: given), table(.blackouts, of: given))
    let additions =
      grid.rows.map { row in
        PlanAddition(
          part: .grid, row: row.id, after: nil, cells: cells(row, grid.columns), place: place)
      }
      + blackouts.rows.enumerated().map { number, row in
        PlanAddition(
          part: .blackouts, row: "\(known + number + 1)", after: nil, cells: cells(row, blackouts.columns),
          place: place)
      }
    let lines = table(.lines, of: given)
    let pins = lines.columns.firstIndex { $0.content == .pins }
    let changes = lines.rows.compactMap { row in
      pins.map {
        PlanChange(part: .lines, row: row.id, column: lines.columns[$0], text: row.cells[$0], place: place)
      }
    }
    guard !additions.isEmpty || !changes.isEmpty else {
      self.init(bytes: nil, findings: [])
      return
    }
    editor.apply(changes, additions)
    let findings = Self.fresh(editor.findings, since: plan)
    self.init(bytes: findings.hasErrors ? nil : editor.bytes, findings: findings)
  }
}
