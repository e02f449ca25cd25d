import ScheduleModel
import Spreadsheets

/// The columns of a table that people write by hand.
protocol HandColumn: RawRepresentable<String>, CaseIterable, Hashable {
  /// The columns without which a row says nothing.
  static var required: [Self] { get }
  /// The column whose numbers are judged together; `nil` for none.
  static var numbers: Self? { get }
  /// The names under which the column is known; case and diacritics do not matter.
  var names: [String] { get }
}

extension HandColumn {
  static var numbers: Self? { nil }

  /// The columns by all their names.
  ///
  /// - Complexity: Linear in the names: it is made anew each time.
  static func byName() -> [FoldedText: Self] {
    Dictionary(
      allCases.flatMap { column in column.names.map { (FoldedText($0), column) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// What is wrong with a row of a table.
struct RowFaults: Error {
  var all: [Words] = []
  /// What to do about them, each once; empty where whoever tells of them has one remedy for all.
  var remedies: [Words] = []
  /// Whether the row is a total or a signature, known only by what the plan has.
  var holdsNoData = false
  /// Whether it is a row of a form that nobody has filled in yet, which is no fault.
  var isOpen = false
}

/// A table that people write by hand: CSV as ``AsRunReader`` takes it, or a spreadsheet; a header in either language, a
/// row for each thing.
struct HandTable<Column: HandColumn> {
  /// The header's cells.
  private let names: [String]
  /// Where each column is; of two with one meaning, the first.
  let columns: [Column: Int]
  /// How the numbers of ``HandColumn/numbers`` are written.
  private(set) var signs = NumberSigns.unknown

  /// What tells that a header lacks columns, and nothing is read.
  typealias Missing = ([Column], LogPlace) -> Finding
  /// What tells that a row is left out.
  typealias Broken = (RowFaults, LogPlace) -> Finding
  /// Where a row that was copied from another file stood there.
  typealias Origin = (HandTable, LogRow) -> SourcePlace?
  /// What makes something of a row.
  typealias Read<Row> = (HandTable, LogRow, LogPlace) -> Result<Row, RowFaults>

  /// The most rows above a sheet's header: what the form is called, who fills it in.
  static var mostRowsAbove: Int { 30 }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - sheetsToo: Whether it may be a spreadsheet; then every sheet with such a header is read.
  ///   - origin: Where findings about a row of a text point to; `nil` for the row itself.
  /// - Returns: The rows in the file's order, and a finding for each that is left out.
  /// - Complexity: Linear in the bytes.
  static func rows<Row>(
    of bytes: [UInt8], file: String, sheetsToo: Bool = false, origin: Origin? = nil, missing: Missing,
    broken: Broken,
    row: Read<Row>
  ) -> (rows: [Row], findings: [Finding]) {
    if sheetsToo, LogForm.shown(by: bytes) == .xlsx {
      return sheets(of: bytes, file: file, missing: missing, broken: broken, row: row)
    }
    let byName = Column.byName()
    var rows = SeparatedRows(scanner(of: bytes))
    guard let head = rows.next() else { return ([], []) }
    if let fault = rows.unreadable(head, file: file, isHeader: true) { return ([], [fault]) }
    let table = HandTable(named: head.fields.indices.map(head.text), byName)
    guard table.absent.isEmpty else {
      return ([], [missing(table.absent, rows.start(of: head, file: file))])
    }
    return table.read(&rows, file: file, origin: origin, broken: broken, row: row)
  }

  /// Whether a text has a header with all required columns, perhaps below a title.
  ///
  /// - Complexity: Linear in the first lines.
  static func isIn(text bytes: [UInt8]) -> Bool {
    var scanner = scanner(of: bytes)
    guard scanner.next() != nil else { return false }
    return HandTable(named: scanner.fields.map(scanner.text), Column.byName()).absent.isEmpty
  }

  /// A scanner at the header: the first line that has all required columns, or else the first line of all.
  static func scanner(of bytes: [UInt8]) -> RecordScanner {
    let byName = Column.byName()
    let first = LogHeader.scanner(of: bytes, knows: { byName[FoldedText($0)] != nil })
    func isHeader(_ scanner: RecordScanner) -> Bool {
      HandTable(named: scanner.fields.map(scanner.text), byName).absent.isEmpty
    }
    var here = first
    if here.next() != nil, isHeader(here) { return first }
    return LogHeader.scanner(below: bytes, isHeader: isHeader) ?? first
  }

  /// Whether a sheet of a workbook has a header with all required columns, whatever its rows say.
  ///
  /// - Complexity: Linear in the bytes; of each sheet only the first rows are looked at.
  static func isIn(workbook bytes: [UInt8]) -> Bool {
    guard let book = try? SpreadsheetFile(bytes) else { return false }
    let byName = Column.byName()
    return book.sheets.contains { sheet in
      guard var rows = try? SheetRows(of: sheet, in: book), let first = try? rows.first(mostRowsAbove)
      else { return false }
      return first.contains {
        HandTable(named: $0.texts.map(\.composed.trimmingBlanks), byName).absent.isEmpty
      }
    }
  }

  private static func sheets<Row>(
    of bytes: [UInt8], file: String, missing: Missing, broken: Broken, row: Read<Row>
  ) -> (rows: [Row], findings: [Finding]) {
    let byName = Column.byName()
    var (all, findings): ([Row], [Finding]) = ([], [])
    var passedOver: [String] = []
    var isUnderstood = false
    do throws(SpreadsheetFile.Fault) {
      let book = try SpreadsheetFile(bytes)
      for sheet in book.sheets {
        let isOne = book.sheets.count == 1
        var rows = try SheetRows(of: sheet, in: book)
        let first = try rows.first(mostRowsAbove).map { $0.texts.map(\.composed.trimmingBlanks) }
        guard let head = first.firstIndex(where: { HandTable(named: $0, byName).absent.isEmpty }) else {
          if !first.isEmpty { passedOver.append(sheet) }
          continue
        }
        isUnderstood = true
        let below = head + 1 < first.count ? first[head + 1] : []
        let both = HeaderRows.joined(first[head], below) { byName[FoldedText($0)] != nil }
        let names = both ?? first[head]
        rows.start(at: head + (both == nil ? 1 : 2), width: names.count)
        let name = isOne ? file : "\(file)!\(sheet)"
        let read = HandTable(named: names, byName).read(&rows, file: name, broken: broken, row: row)
        if book.hiddenSheets.contains(sheet) { findings.append(.sheetHidden(sheet, file: name)) }
        if let fault = rows.fault { throw fault }
        all += read.rows
        findings += read.findings
      }
    } catch {
      return ([], [.spreadsheet(error, file: file)])
    }
    guard isUnderstood else {
      let top = LogPlace(place: SourcePlace(file: file, line: 1), width: 1, excerpt: nil)
      return ([], [missing(Column.required, top)])
    }
    if !passedOver.isEmpty { findings.append(.sheetsPassedOver(passedOver, file: file)) }
    return (all, findings)
  }

  private init(named names: [String], _ byName: [FoldedText: Column]) {
    self.names = names
    columns = Dictionary(
      names.enumerated().compactMap { index, name in byName[FoldedText(name)].map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  private var absent: [Column] { Column.required.filter { columns[$0] == nil } }

  private func read<Row>(
    _ source: inout some LogRows, file: String, origin: Origin? = nil, broken: Broken, row: Read<Row>
  ) -> (rows: [Row], findings: [Finding]) {
    var rows: [Row] = []
    var findings: [Finding] = []
    var remarks = RemarkRows()
    var hidden: [Int] = []
    var struck: [Int] = []
    var open: [Int] = []
    var table = self
    if let numbers = Column.numbers.flatMap({ columns[$0] }) {
      var (evidence, ahead) = (NumberEvidence(), source.ahead())
      while let next = ahead.next() {
        guard next.fields.indices.contains(numbers) else { continue }
        let cell = next.bytes[next.trimmed(next.fields[numbers])]
        // A spreadsheet stores every number with a point, however people write it.
        if !next.isOfSheet || cell.contains(.comma) { evidence.note(cell) }
      }
      table.signs = evidence.signs
    }
    while let next = source.next() {
      if next.isBlank { continue }
      let isWhole = Column.required.allSatisfy { text($0, in: next) != nil }
      if remarks.takes(next, in: source, isWhole: isWhole, file: file) { continue }
      if next.isHidden { hidden.append(next.line) }
      if next.isStruckThrough { struck.append(next.line) }
      if let fault = source.unreadable(next, file: file) {
        findings.append(fault)
        continue
      }
      var place = source.start(of: next, file: file)
      if let origin = origin?(table, next) {
        place = LogPlace(place: origin, width: place.width, excerpt: place.excerpt)
      }
      let unknown = unknown(in: next)
      guard unknown.all.isEmpty else {
        findings.append(broken(unknown, place))
        continue
      }
      switch row(table, next, place) {
      case .success(let read): rows.append(read)
      case .failure(let faults) where faults.isOpen: open.append(next.line)
      case .failure(let faults) where faults.holdsNoData: remarks.note(next, in: source, file: file)
      case .failure(let faults): findings.append(broken(faults, place))
      }
    }
    findings.gatherRows(from: 0)
    if let finding = remarks.finding { findings.append(finding) }
    if !hidden.isEmpty { findings.append(.rowsHidden(hidden, file: file)) }
    if !struck.isEmpty { findings.append(.rowsStruckThrough(struck, file: file)) }
    if !open.isEmpty { findings.append(.rowsNotFilled(open, file: file)) }
    return (rows, findings)
  }

  /// What is wrong with cells whose value a spreadsheet does not have.
  private func unknown(in row: LogRow) -> RowFaults {
    row.unknown.reduce(into: RowFaults()) { faults, cell in
      guard let column = columns.first(where: { $0.value == cell.column })?.key else { return }
      faults.add(
        RemediedFault(
          cell.error.map { RowFault.errorValue(column.rawValue, $0) } ?? .notCalculated(column.rawValue)))
    }
  }

  /// What a row says under a heading that is no column of people's tables; `nil` when it says nothing.
  func text(under heading: String, in row: LogRow) -> String? {
    guard let text = names.firstIndex(of: heading).map(row.text(at:)), !text.isEmpty else { return nil }
    return text
  }

  /// What a row says in a column; `nil` when it says nothing.
  func text(_ column: Column, in row: LogRow) -> String? {
    guard let index = columns[column] else { return nil }
    let text = row.text(at: index)
    return text.isEmpty ? nil : text
  }
}
