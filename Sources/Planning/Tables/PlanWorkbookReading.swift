import PlanFiles
public import Reports
public import ScheduleModel

/// A plan's text after what somebody changed in its workbook.
public struct PlanWorkbookReading: Sendable {
  /// The new text; the old one where nothing changed, `nil` where something cannot be taken.
  public let bytes: [UInt8]?
  /// What cannot be taken, each with sheet and row, or what is wrong with the plan itself.
  public let findings: [Finding]

  private init(refused findings: [Finding]) {
    bytes = nil
    self.findings = findings
  }

  private init(_ bytes: [UInt8], _ findings: [Finding]) {
    self.bytes = bytes
    self.findings = findings
  }

  /// Reads the workbook of a plan, or a table of text saved from one of its sheets.
  ///
  /// Either everything is taken, or nothing.
  /// - Parameter earlier: Earlier versions of the plan's text that are known, of which a table of text may have been made.
  public init(_ workbook: InputFile, into plan: InputFile, earlier: [[UInt8]] = []) {
    let read = PlanReader.read(plan.bytes, file: plan.name)
    guard let current = PlanTextEditor(plan.bytes, file: plan.name), let now = read.plan else {
      self.init(refused: read.findings.filter { $0.severity == .error })
      return
    }
    var (sheets, findings) = PlanSheets.read(workbook, months: now.months, textSheet: PlanWorkbook.textSheet)
    guard let sheets, !findings.hasErrors else {
      self.init(refused: findings)
      return
    }
    let text = sheets.text.map { Array($0.utf8) }
    if let other = text.flatMap({ PlanReader.read($0, file: plan.name).plan }), other.id != now.id {
      self.init(refused: [.planOfOtherWorkbook(other.id, now.id, file: workbook.name)])
      return
    }
    var base = text.flatMap { PlanTextEditor($0, file: plan.name) }
    if base == nil {
      // Without the plan's text in it, a sheet says by its mark of which version it was made.
      let marks = Set(sheets.sheets.map(\.version))
      let known = ([plan.bytes] + earlier).first { marks == [PlanVersionMark.of($0)] }
      base = known.flatMap { PlanTextEditor($0, file: plan.name) }
    }
    guard let base else {
      self.init(refused: [.planSheetOfUnknownVersion(sheets.sheets, plan, file: workbook.name)])
      return
    }
    let changes = PlanSheetChanges(sheets.inOrder, base: base, current: current, plan: now)
    findings += changes.findings
    guard !findings.hasErrors else {
      self.init(refused: findings)
      return
    }
    var editor = current
    editor.apply(changes.changes, changes.additions)
    findings += editor.findings
    guard !findings.hasErrors else {
      self.init(refused: findings)
      return
    }
    self.init(editor.bytes, findings)
  }

  /// The workbook of a plan; `nil` with the errors that keep its file from being read.
  public static func workbook(
    of plan: InputFile, language: ReaderLanguage
  ) -> (workbook: Workbook?, findings: [Finding]) {
    let read = PlanReader.read(plan.bytes, file: plan.name)
    guard let editor = PlanTextEditor(plan.bytes, file: plan.name), let value = read.plan,
      let source = read.source
    else { return (nil, read.findings.filter { $0.severity == .error }) }
    let tables = PlanTable.Part.sheets.map { editor.table($0, in: language) }
    return (
      PlanWorkbook.workbook(
        of: value, tables, text: source.text, version: PlanVersionMark.heading(plan.bytes), language: language
      ),
      []
    )
  }
}

extension PlanSheets {
  /// The sheets, those of lines before those of their months.
  fileprivate var inOrder: [PlanSheet] {
    PlanTable.Part.sheets.flatMap { part in sheets.filter { $0.part == part } }
  }
}
