import PlanFiles
public import ScheduleModel

/// A range of cells that somebody copied from a spreadsheet into a part of a plan: what each cell is understood as, and the
/// text that comes of it. Rows that the plan has are changed, others are new; rows that are not in the range stay.
public struct PlanPaste: Sendable {
  /// The headings of the range, as far as it has any.
  public let headings: [String]
  /// For each column of the range the number of the part's column that it is; `nil` where it is left out.
  public let columns: [Int?]
  /// The rows below the headings.
  public let rows: [Row]
  /// What concerns no single cell.
  public let findings: [Finding]
  /// The plan's text with the range in it; `nil` when something is refused, or nothing comes of it.
  public let bytes: [UInt8]?

  /// A row of the range.
  public struct Row: Sendable {
    /// Its number in the range, from 1.
    public let number: Int
    /// Whether the plan gets a new row.
    public let isNew: Bool
    /// Its cells, one for each column of the range.
    public let cells: [Cell]
    /// What is wrong with the row as a whole.
    public let findings: [Finding]
  }

  /// A cell of the range.
  public struct Cell: Sendable {
    /// What stands in it.
    public let text: String
    /// What that is understood as, where it is another text; `nil` where it is taken as it stands, or left out.
    public let understood: String?
    /// What the plan says now; `nil` where it says the same, or nothing.
    public let now: String?
    /// Why it is refused, or doubtful.
    public let findings: [Finding]
  }

  /// The name of a file that is none: the range.
  public static let file = "paste"

  /// So many rows are taken at once.
  public static let mostRows = 2_000

  /// The columns that the first row names; `nil` where it has no headings.
  private static func named(_ cells: [String], _ all: [PlanTable.Column]) -> [Int?]? {
    let found = cells.map { cell in all.firstIndex { $0.isNamed(FoldedText(cell)) } }
    let known = found.compactMap(\.self)
    return known.count >= 2 && Set(known).count == known.count ? found : nil
  }

  /// Reads a range into a part of a plan.
  ///
  /// - Parameters:
  ///   - chosen: Which of the part's columns each column of the range is; `nil` to go by its headings.
  ///   - language: That of the words that are shown.
  public init(
    _ text: String, chosen: [Int?]?, into part: PlanTable.Part, of plan: InputFile,
    in language: ReaderLanguage
  ) {
    let read = PlanReader.read(plan.bytes, file: plan.name)
    let all = TabbedCells.rows(of: text)
    guard let editor = PlanTextEditor(plan.bytes, file: plan.name), let now = read.plan else {
      (headings, columns, rows, bytes) = ([], [], [], nil)
      findings = read.findings.filter { $0.severity == .error }
      return
    }
    guard text.contains("\t"), let first = all.first else {
      (headings, columns, rows, bytes) = ([], [], [], nil)
      findings = [.pasteWithoutTabs]
      return
    }
    guard all.count <= Self.mostRows else {
      (headings, columns, rows, bytes) = ([], [], [], nil)
      findings = [.pasteTooLong(all.count)]
      return
    }
    let columns = part.columns(now.months)
    let named = Self.named(first.cells, columns)
    let width = all.map(\.cells.count).max() ?? 0
    let places = (chosen ?? named ?? []).prefix(width)
    let picked = Array(places) + Array(repeating: nil, count: width - places.count)
    let titles = named == nil ? [] : first.cells
    headings = titles
    self.columns = picked
    let leftOut = titles.prefix(width).enumerated().filter { index, title in
      picked[index] == nil && !Self.isNumbering(title)
    }.map(\.element)
    let unread = leftOut.isEmpty ? [] : [Finding.pasteColumnsLeftOut(leftOut)]
    let body = named == nil ? all : Array(all.dropFirst())
    guard picked.contains(where: { $0 != nil }),
      Set(picked.compactMap(\.self)).count == picked.count(where: { $0 != nil })
    else {
      rows = body.map { Self.plain($0, width) }
      findings = [picked.contains { $0 != nil } ? .pasteColumnTwice : .pasteWithoutColumns] + unread
      bytes = nil
      return
    }
    let table = editor.table(part, in: language)
    let sheet = PlanSheet(
      part, columns, at: picked, rows: body, names: now, language: language, file: Self.file)
    let changes = PlanSheetChanges([sheet], base: editor, current: editor, plan: now, isRange: true)
    var edited = editor
    edited.apply(changes.changes, changes.additions)
    let told = changes.findings + edited.findings
    let hasChanges = !changes.changes.isEmpty || !changes.additions.isEmpty
    bytes = told.hasErrors || !hasChanges ? nil : edited.bytes
    findings =
      told.filter { $0.place?.file != Self.file } + unread
      // Of a range that is read in part nobody knows that it changes nothing.
      + (hasChanges || told.hasErrors || !unread.isEmpty ? [] : [.pasteChangesNothing])
    let after = PlanReader.read(edited.bytes, file: plan.name).plan
    let known = Dictionary(table.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let atRow = Dictionary(grouping: told.filter { $0.place?.file == Self.file }) { $0.place?.line ?? 0 }
    let new = Set(changes.additions.map(\.place.line))
    let byNumber = Dictionary(
      sheet.rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    rows = body.map { row in
      let own = atRow[row.number] ?? []
      let id = byNumber[row.number].flatMap { sheet.id(of: $0) }
      let isNew = new.contains(row.number)
      let cells = (0..<width).map { index -> Cell in
        let text = row.cells.indices.contains(index) ? row.cells[index] : ""
        guard let column = picked[index] else {
          return Cell(text: text, understood: nil, now: nil, findings: [])
        }
        let old = id.flatMap { known[$0] }?.cells[column] ?? ""
        return Cell(
          text: text,
          understood: Self.understood(text, columns[column], id, after, language),
          now: old.isEmpty || PlanCell.same(old, text)
            ? nil : columns[column].content == .day ? CivilDay(iso: old)?.forPeople ?? old : old,
          findings: own.filter { $0.place?.column == index + 1 && !Self.isOfRow($0) })
      }
      return Row(number: row.number, isNew: isNew, cells: cells, findings: own.filter(Self.isOfRow))
    }
  }

  /// Whether a heading is that of a column that numbers the rows, or there is none.
  private static func isNumbering(_ heading: String) -> Bool {
    ["", "stt", "tt", "no"].contains(FoldedText(heading).text)
  }

  private static func isOfRow(_ finding: Finding) -> Bool { finding.code == .planSheetRow }

  private static func plain(_ row: (number: Int, cells: [String]), _ width: Int) -> Row {
    Row(
      number: row.number, isNew: false,
      cells: (0..<width).map { index in
        Cell(
          text: row.cells.indices.contains(index) ? row.cells[index] : "", understood: nil, now: nil,
          findings: [])
      }, findings: [])
  }

  /// What a text means in a column, where that is said in other words.
  private static func understood(
    _ text: String, _ column: PlanTable.Column, _ id: String?, _ after: Plan?, _ language: ReaderLanguage
  ) -> String? {
    guard !text.isEmpty else { return nil }
    let line = id.flatMap { after?.line($0) }
    let value = PlanCell.value(text, of: column.content) { _, _ in nil }
    let shown: String?
    switch (column.content, column.key) {
    // Day and month may be meant the other way round, so the month is said in words.
    case (.day, _): return CivilDay(iso: value)?.inWords[language]
    case (.days, _):
      let parts = value.split { ",;".contains($0) }.map { $0.filter { !$0.isWhitespace } }
      let days = parts.compactMap { CivilDay(iso: $0)?.inWords[language] }
      guard days.count != parts.count else { return days.joined(separator: "; ") }
      shown = value
    case (.text, "quota"):
      shown = line?.quota.map { quota in
        let works = line?.works.map { Words(vi: "xếp \($0)", en: "\($0) to schedule")[language] }
        return ([quota.text(in: language)] + [works].compactMap(\.self)).joined(separator: "; ")
      }
    case (.text, "cost"): shown = line?.cost.map { "\($0) đồng" }
    default: shown = value
    }
    return shown.flatMap { PlanCell.same($0, text) ? nil : $0 }
  }
}

extension PlanSheet {
  /// A range of which it is known which column is which.
  ///
  /// - Parameters:
  ///   - places: For each column of the range the number of the part's column.
  ///   - names: The plan whose names stand for ids, where the range has no ids.
  init(
    _ part: PlanTable.Part, _ columns: [PlanTable.Column], at chosen: [Int?],
    rows: [(number: Int, cells: [String])],
    names: Plan, language: ReaderLanguage, file: String
  ) {
    var places: [Int: Int] = [:]
    for (index, column) in chosen.enumerated() where column != nil { places[column ?? 0] = index }
    let things: [(id: String, name: String)] =
      switch part {
      case .lines, .weights, .months: names.lines.map { ($0.id, $0.title) }
      case .outlets: names.outlets.map { ($0.id, $0.name) }
      case .units: names.units.map { ($0.id, $0.name) }
      default: []
      }
    let index = NameIndex(things)
    let identity = columns.firstIndex { $0.content == .identity }
    let name = columns.firstIndex { ["title", "name"].contains($0.key) }
    self.part = part
    self.language = language
    self.places = places
    self.columns = columns
    others = []
    self.file = file
    version = nil
    self.rows = rows.map { row in
      var cells = columns.indices.map { column in
        places[column].map { row.cells.indices.contains($0) ? row.cells[$0] : "" }
      }
      // What has no id is known by its name.
      if let identity, let name, cells[identity]?.isEmpty ?? true, let text = cells[name], !text.isEmpty,
        let id = index.id(named: text)
      {
        cells[identity] = id
        if columns[name].content == .shown { cells[name] = nil }
      }
      return Row(number: row.number, cells: cells, isMerged: false)
    }
  }
}
