import PlanFiles
public import ScheduleModel

/// A small change of a plan's text: a row of one of its tables says something else, is new, or goes. Comments, keys that
/// the tables do not have, and everything else stay octet for octet.
///
/// A plan with errors can be changed, too, so that it can be mended: what was wrong before and lies elsewhere is no obstacle.
public struct PlanTextChange: Sendable {
  /// The new text; `nil` where the change cannot be made.
  public let bytes: [UInt8]?
  /// Why not, or what the change makes wrong or doubtful. What concerns a cell has its place in ``form``, with the number
  /// of the column, from 1, for a line; what concerns a row as a whole is in line 0 of it.
  public let findings: [Finding]

  /// The name of a file that is none: the form in which a row was filled in.
  public static let form = "form"

  private static func place(_ column: Int) -> SourcePlace { SourcePlace(file: form, line: column + 1) }

  /// The tables of a plan's parts, with all that a form asks for; `nil` where its text is no YAML of a plan.
  public static func tables(of plan: InputFile, in language: ReaderLanguage) -> [PlanTable]? {
    PlanTextEditor(mending: plan.bytes, file: plan.name).map { editor in
      PlanTable.Part.allCases.map { editor.table($0, in: language, isForm: true) }
    }
  }

  /// What is wrong with a row as it is, told at its cells.
  public static func errors(
    in plan: InputFile, _ part: PlanTable.Part, row: String, in language: ReaderLanguage
  ) -> [Finding] {
    guard var editor = PlanTextEditor(mending: plan.bytes, file: plan.name),
      let cells = cells(of: row, editor.table(part, in: language, isForm: true))
    else { return [] }
    editor.apply([], [], row: (cells, place(-1)))
    return editor.findings.filter { $0.severity == .error && $0.place?.file == form }
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
    guard var editor = PlanTextEditor(mending: plan.bytes, file: plan.name) else {
      (bytes, findings) = (nil, [])
      return
    }
    let table = editor.table(part, in: language, isForm: true)
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
          part: part, row: row, column: column, text: value(text, column), place: Self.place(index))
      }
      let changed = Set(changes.map(\.place))
      let others = Self.cells(of: row, table)?.filter { !changed.contains($0.place) } ?? []
      editor.apply(changes, [], row: (others, Self.place(-1)))
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
      let id = Self.id(ofNew: identity, in: table)
      if !cells.isEmpty, !id.isEmpty {
        editor.apply(
          [], [PlanAddition(part: part, row: id, after: nil, cells: cells, place: Self.place(-1))])
      }
    }
    findings = Self.fresh(editor.findings, since: plan)
    bytes = findings.hasErrors ? nil : editor.bytes
  }

  /// What a new row is known by: what it is given, or its place in the list in which it is the last.
  private static func id(ofNew identity: String, in table: PlanTable) -> String {
    if table.part.isNumbered { return "\(table.rows.count + 1)" }
    guard table.part.keyOfLine != nil, !identity.isEmpty else { return identity }
    return "\(identity)/\(table.rows.count { $0.id.hasPrefix(identity + "/") } + 1)"
  }

  init(bytes: [UInt8]?, findings: [Finding]) { (self.bytes, self.findings) = (bytes, findings) }

  /// Takes a row out. What names it still is wrong in the new text, which can be looked at all the same.
  public init(_ plan: InputFile, removing row: String, of part: PlanTable.Part) {
    guard var editor = PlanTextEditor(mending: plan.bytes, file: plan.name) else {
      (bytes, findings) = (nil, [])
      return
    }
    editor.apply([], [], removing: [PlanRemoval(part: part, row: row, place: Self.place(-1))])
    let obstacles = editor.findings.filter { $0.place?.file == Self.form }
    findings = obstacles
    bytes = obstacles.hasErrors ? nil : editor.bytes
  }

  /// What a row says, cell by cell; `nil` for no such row.
  private static func cells(of row: String, _ table: PlanTable) -> [PlanChange]? {
    table.rows.first { $0.id == row }.map { found in
      table.columns.indices.map { index in
        PlanChange(
          part: table.part, row: row, column: table.columns[index], text: found.cells[index],
          place: place(index))
      }
    }
  }

  /// Findings without the errors that the text had before, but for those at a cell of the form.
  static func fresh(_ findings: [Finding], since plan: InputFile) -> [Finding] {
    func key(_ finding: Finding) -> String { "\(finding.code.rawValue) \(finding.message.en)" }
    let known = Set(
      PlanReader.read(plan.bytes, file: plan.name).findings.filter { $0.severity == .error }.map(key))
    return findings.filter { finding in
      let isAtCell = finding.place.map { $0.file == form && $0.line > 0 } ?? false
      return isAtCell || finding.severity != .error || !known.contains(key(finding))
    }
  }
}
