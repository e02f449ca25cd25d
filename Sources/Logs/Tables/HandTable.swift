import ScheduleModel
import Spreadsheets

/// The columns of a table that people write by hand.
protocol HandColumn: RawRepresentable<String>, CaseIterable, Hashable {
  /// The columns without which a row says nothing.
  static var required: [Self] { get }
  /// The column whose numbers are judged together, and of which a cell holds for one row only; `nil` for none.
  static var numbers: Self? { get }
  /// The column whose days are judged together; `nil` for none.
  static var days: Self? { get }
  /// The names under which the column is known; case and diacritics do not matter.
  var names: [String] { get }
}

extension HandColumn {
  static var numbers: Self? { nil }
  static var days: Self? { nil }

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
  /// A day of ``HandColumn/days`` that has the month first; `nil` when there is none.
  private(set) var monthFirst: String?
  /// The columns that ``HandColumn/numbers`` is parted into by a second row of the header, each with its heading there.
  private var parts: [(index: Int, heading: String)] = []
  /// The lines of rows of which the number is one with that of the rows beside it, each with all of these lines.
  private var shared: [Int: ClosedRange<Int>] = [:]

  /// What tells that a header lacks columns, and nothing is read.
  typealias Missing = ([Column], LogPlace) -> Finding
  /// What tells that the header has several columns of one meaning, and nothing is read.
  typealias Doubled = (Column, LogPlace) -> Finding
  /// What tells that columns with these headings are not read.
  typealias PassedOver = ([String], SourcePlace) -> Finding
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
  ///   - doubled: `nil` to take the first of several columns of one meaning.
  ///   - passedOver: `nil` to say nothing of columns that are not read.
  /// - Returns: The rows in the file's order, and a finding for each that is left out.
  /// - Complexity: Linear in the bytes.
  static func rows<Row>(
    of bytes: [UInt8], file: String, sheetsToo: Bool = false, origin: Origin? = nil, missing: Missing,
    doubled: Doubled? = nil, passedOver: PassedOver? = nil, broken: Broken, row: Read<Row>
  ) -> (rows: [Row], findings: [Finding]) {
    if sheetsToo, LogForm.shown(by: bytes) == .xlsx {
      return sheets(
        of: bytes, file: file, missing: missing, doubled: doubled, passedOver: passedOver, broken: broken,
        row: row)
    }
    let byName = Column.byName()
    var rows = SeparatedRows(scanner(of: bytes))
    guard let head = rows.next() else { return ([], []) }
    if let fault = rows.unreadable(head, file: file, isHeader: true) { return ([], [fault]) }
    let table = HandTable(named: head.fields.indices.map(head.text), byName)
    guard table.absent.isEmpty else {
      return ([], [missing(table.absent, rows.start(of: head, file: file))])
    }
    if let doubled, let column = table.doubled {
      return ([], [doubled(column, rows.start(of: head, file: file))])
    }
    return table.read(
      &rows, file: file, origin: origin, header: head.line, passedOver: passedOver, broken: broken, row: row)
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
    of bytes: [UInt8], file: String, missing: Missing, doubled: Doubled?, passedOver told: PassedOver?,
    broken: Broken, row: Read<Row>
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
        let name = isOne ? file : "\(file)!\(sheet)"
        var table = HandTable(named: names, byName)
        if both == nil { table.part(first[head], below) }
        let line = try rows.first(head + 1).last?.number ?? 1
        rows.start(
          at: head + (both == nil && table.parts.isEmpty ? 1 : 2), width: max(names.count, below.count))
        if let doubled, let column = table.doubled {
          findings.append(
            doubled(
              column, LogPlace(place: SourcePlace(file: name, line: line), width: 1, excerpt: nil)))
          continue
        }
        let read = table.read(
          &rows, file: name, header: line, passedOver: told, broken: broken, row: row)
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

  /// A required column that the header has twice; `nil` for none.
  private var doubled: Column? {
    let byName = Column.byName()
    return Column.required.first { column in
      !(column == Column.numbers && !parts.isEmpty)
        && names.count { byName[FoldedText($0)] == column } > 1
    }
  }

  /// Takes a second row of the header that parts the numbers: “Số liệu” above “Tin” and “Bài”.
  private mutating func part(_ head: [String], _ below: [String]) {
    func cell(_ cells: [String], _ index: Int) -> String { index < cells.count ? cells[index] : "" }
    guard let numbers = Column.numbers.flatMap({ columns[$0] }) else { return }
    let name = FoldedText(cell(head, numbers))
    var found: [(index: Int, heading: String)] = []
    for index in numbers..<max(head.count, below.count) {
      let (above, under) = (cell(head, index), cell(below, index))
      guard above.isEmpty || FoldedText(above) == name, !under.isEmpty, FoldedText(under) != name,
        !under.contains(where: \.isNumber)
      else { break }
      found.append((index, under))
    }
    let others = (0..<max(head.count, below.count)).filter { index in !found.contains { $0.index == index } }
    guard found.count > 1,
      others.allSatisfy({
        cell(below, $0).isEmpty || FoldedText(cell(below, $0)) == FoldedText(cell(head, $0))
      })
    else { return }
    parts = found
  }

  private var absent: [Column] { Column.required.filter { columns[$0] == nil } }

  private func read<Row>(
    _ source: inout some LogRows, file: String, origin: Origin? = nil, header: Int, passedOver: PassedOver?,
    broken: Broken, row: Read<Row>
  ) -> (rows: [Row], findings: [Finding]) {
    var rows: [Row] = []
    var findings: [Finding] = []
    var remarks = RemarkRows()
    var hidden: [Int] = []
    var struck: [Int] = []
    var open: [Int] = []
    var table = self
    table.judge(source.ahead())
    var notRead: Set<Int> = []
    while let next = source.next() {
      if next.isBlank { continue }
      if passedOver != nil { notRead.formUnion(table.notRead(next)) }
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
    if let passedOver, !notRead.isEmpty {
      let headings = notRead.sorted().map {
        names.indices.contains($0) && !names[$0].isEmpty ? names[$0] : "\($0 + 1)"
      }
      findings.append(passedOver(headings, SourcePlace(file: file, line: header)))
    }
    if let finding = remarks.finding { findings.append(finding) }
    if !hidden.isEmpty { findings.append(.rowsHidden(hidden, file: file)) }
    if !struck.isEmpty { findings.append(.rowsStruckThrough(struck, file: file)) }
    if !open.isEmpty { findings.append(.rowsNotFilled(open, file: file)) }
    return (rows, findings)
  }

  /// Looks at the columns that are judged as a whole.
  private mutating func judge(_ rows: some LogRows) {
    let numbers = Column.numbers.flatMap { columns[$0] }
    let days = Column.days.flatMap { columns[$0] }
    guard numbers != nil || days != nil else { return }
    var (evidence, rows) = (NumberEvidence(), rows)
    var above: LogRow?
    func cell(_ index: Int, _ row: LogRow) -> ArraySlice<UInt8> {
      row.fields.indices.contains(index) ? row.bytes[row.trimmed(row.fields[index])] : []
    }
    while let next = rows.next() {
      if let numbers {
        let cell = cell(numbers, next)
        // A spreadsheet stores every number with a point, however people write it.
        if !next.isOfSheet || cell.contains(.comma) { evidence.note(cell) }
        if let above, next.continued.contains(numbers), above.text(at: numbers) == next.text(at: numbers) {
          let first = shared[above.line]?.lowerBound ?? above.line
          for line in first...next.line { shared[line] = first...next.line }
        }
      }
      if let days, monthFirst == nil, let (first, second, year) = LogValue.slashed(cell(days, next)),
        CivilDay(year: year, month: second, day: first) == nil,
        CivilDay(year: year, month: first, day: second) != nil
      {
        monthFirst = next.text(at: days)
      }
      above = next
    }
    signs = evidence.signs
  }

  /// The rows whose number is one cell with that of a row; `nil` where the row has one of its own.
  func sharing(_ row: LogRow) -> ClosedRange<Int>? { shared[row.line] }

  /// The columns of a row that say something and are not read.
  private func notRead(_ row: LogRow) -> [Int] {
    let read = Set(columns.values)
    return row.fields.indices.filter { index in
      !read.contains(index) && !parts.contains { $0.index == index } && !row.continued.contains(index)
        && !row.trimmed(row.fields[index]).isEmpty
        && !(names.indices.contains(index) && Self.running.contains(FoldedText(names[index])))
    }
  }

  /// Headings of numbers that only count the rows.
  private static var running: Set<FoldedText> {
    Set(["stt", "tt", "số thứ tự", "no", "#"].map { FoldedText($0) })
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
    if column == Column.numbers, !parts.isEmpty { return parted(row) }
    let text = row.text(at: index)
    return text.isEmpty ? nil : text
  }

  /// The numbers of a row that stand in several columns, as one text: `12 Tin, 3 Bài`, or `15 (12 Tin, 3 Bài)` where one of
  /// the columns has their sum.
  private func parted(_ row: LogRow) -> String? {
    var (total, texts): (String?, [String]) = (nil, [])
    for (index, heading) in parts {
      let text = row.text(at: index)
      guard !text.isEmpty else { continue }
      if Self.sums.contains(FoldedText(heading)) {
        total = text
      } else {
        texts.append(text.contains(where: \.isLetter) ? text : "\(text) \(heading)")
      }
    }
    guard let total else { return texts.isEmpty ? nil : texts.joined(separator: ", ") }
    return texts.isEmpty ? total : "\(total) (\(texts.joined(separator: ", ")))"
  }

  private static var sums: Set<FoldedText> {
    Set(["tổng", "tổng số", "tổng cộng", "cộng", "chung", "total", "sum"].map { FoldedText($0) })
  }
}
