import PlanFiles
public import ScheduleModel

/// A small change of a plan's text: a row of one of its tables says something else, or a row is new. Comments, keys that
/// the tables do not have, and everything else stay octet for octet.
public struct PlanTextChange: Sendable {
  /// The new text; `nil` where the change cannot be made.
  public let bytes: [UInt8]?
  /// Why not, or what the change makes wrong or doubtful. What concerns a cell has its place in ``form``, with the number
  /// of the column, from 1, for a line; what concerns a new row as a whole is in line 0 of it.
  public let findings: [Finding]

  /// The name of a file that is none: the form in which a row was filled in.
  public static let form = "form"

  /// The tables of a plan's parts; `nil` where its text has errors.
  public static func tables(of plan: InputFile, in language: ReaderLanguage) -> [PlanTable]? {
    PlanTextEditor(plan.bytes, file: plan.name).map { editor in
      PlanTable.Part.allCases.map { editor.table($0, in: language) }
    }
  }

  /// Changes a row.
  ///
  /// - Parameters:
  ///   - row: The row's id; `nil` for a new one.
  ///   - texts: What the cells say now, by the number of the column; a cell that says what it said is not touched.
  public init(
    _ plan: InputFile, _ part: PlanTable.Part, row: String?, _ texts: [Int: String],
    in language: ReaderLanguage
  ) {
    func place(_ column: Int) -> SourcePlace { SourcePlace(file: Self.form, line: column + 1) }
    guard var editor = PlanTextEditor(plan.bytes, file: plan.name) else {
      (bytes, findings) = (nil, [])
      return
    }
    let table = editor.table(part, in: language)
    func value(_ text: String, _ column: PlanTable.Column) -> String {
      PlanCell.value(text, of: column.content) { _, _ in nil }
    }
    if let row {
      let old = table.rows.first { $0.id == row }
      let changes = texts.sorted { $0.key < $1.key }.compactMap { index, text -> PlanChange? in
        guard table.columns.indices.contains(index), let old else { return nil }
        let column = table.columns[index]
        guard column.content != .identity, column.content != .shown, !PlanCell.same(text, old.cells[index])
        else { return nil }
        return PlanChange(
          part: part, row: row, column: column, text: value(text, column), place: place(index))
      }
      editor.apply(changes, [])
    } else {
      let cells = texts.sorted { $0.key < $1.key }.compactMap { index, text -> PlanAddition.Cell? in
        guard table.columns.indices.contains(index), !text.isEmpty else { return nil }
        let column = table.columns[index]
        guard column.content != .identity, column.content != .shown else { return nil }
        return PlanAddition.Cell(column, value(text, column))
      }
      let identity = texts.sorted { $0.key < $1.key }.filter {
        table.columns.indices.contains($0.key) && table.columns[$0.key].content == .identity
      }.map(\.value).filter { !$0.isEmpty }.joined(separator: "/")
      let id = part == .blackouts ? "\(table.rows.count + 1)" : identity
      if !cells.isEmpty, !id.isEmpty {
        editor.apply([], [PlanAddition(part: part, row: id, after: nil, cells: cells, place: place(-1))])
      }
    }
    findings = editor.findings
    bytes = editor.findings.contains { $0.severity == .error } ? nil : editor.bytes
  }
}
