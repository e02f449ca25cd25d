import ScheduleModel
import Spreadsheets

extension LogReader {
  /// Reads one log to its end, whatever form it has.
  mutating func read(_ bytes: [UInt8], file: String) {
    if let refusal = Finding.noLog(bytes, file: file) { return leaveOut(refusal) }
    var dialect = options.mapping.map { LogDialect($0) } ?? LogDialect()
    if let day = options.day { dialect.day = day }
    if let monthFirst = options.monthFirst {
      dialect.dayOrder = monthFirst ? .monthFirst : .dayFirst
      dialect.dates = dialect.dates?.with(monthFirst: monthFirst)
    }
    if let turned = options.dateCellsTurned { dialect.dateCells = turned ? .turned : .kept }
    if let inHours = options.lengthsInHours { dialect.lengthOrder = inHours ? .hoursFirst : .minutesFirst }
    if let point = options.decimalPoint {
      dialect.numberSigns = point ? .decimalPoint : .decimalComma
      dialect.hasDecimals = true
    }
    if let name = options.outlet ?? dialect.outlet {
      guard let outlet = vocabulary.outlet(name) else {
        return leaveOut(.outletUnknown(name, nearest: vocabulary.outlet(near: name), file: file))
      }
      dialect.outlet = outlet
    }
    // A mapping without columns only says how the log is written, not what it is.
    let mapped = options.mapping.flatMap { $0.columns.isEmpty ? nil : $0.form.logForm }
    let isWide = TextEncoding.isUTF16(bytes) || options.encoding == .utf16
    let form =
      options.form ?? mapped ?? LogForm.shown(by: isWide ? TextEncoding.utf16.converted(bytes) : bytes)
    if form == .xlsx {
      if let asked = options.encoding { findings.append(.encodingNotUsed(asked, file: file)) }
      return readSheets(of: bytes, dialect, file: file)
    }
    let (text, encoding) = decoded(bytes, file: file)
    switch form {
    case .csv, .xlsx: readSeparated(text, encoding, form, dialect, file: file)
    case .libretimeCSV:
      dialect.trust = dialect.trust ?? .automation
      dialect.isWellKnown = true
      readSeparated(text, encoding, form, dialect, file: file)
    case .fixed: readFixed(text.composedText, encoding, dialect, file: file)
    case .libretimeJSON: readHistory(text, encoding, dialect, file: file)
    case .rivendellReport: readReport(text.composedText, encoding, dialect, file: file)
    case .rivendellELR, .rivendellDeltaFlex: readReconciliation(text, encoding, form, dialect, file: file)
    }
  }

  private mutating func decoded(_ bytes: [UInt8], file: String) -> ([UInt8], TextEncoding) {
    if let asked = options.encoding ?? options.mapping?.encoding.flatMap(TextEncoding.init) {
      return (asked.converted(bytes), asked)
    }
    if TextEncoding.isUTF16(bytes) { return (TextEncoding.utf16.converted(bytes), .utf16) }
    guard RowReader.firstInvalidUTF8(in: bytes, bytes.indices) != nil, let guess = TextEncoding.guess(bytes)
    else {
      return (bytes, .utf8)
    }
    findings.append(.encoding(guess, file: file))
    return guess.isSure ? (guess.encoding.converted(bytes), guess.encoding) : (bytes, .utf8)
  }

  /// Notes how the log is understood, if that is wanted.
  private mutating func preview(
    _ form: Words, _ encoding: TextEncoding?, _ header: LogHeader, file: String
  ) {
    guard merge != nil else { return }
    // Columns that somebody pointed at have no name.
    let mapping = options.mapping.flatMap { $0.name.isEmpty ? nil : $0.name }
    let name = mapping.map { Words(vi: "\(form.vi), \($0)", en: "\(form.en), \($0)") } ?? form
    previews.append(LogPreview(file: file, form: name, encoding: encoding, header))
  }

  // MARK: - Cells parted by a character

  private mutating func readSeparated(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ form: LogForm, _ dialect: LogDialect, file: String
  ) {
    let mapping = options.mapping.flatMap { $0.columns.isEmpty ? nil : $0 }
    var scanner: RecordScanner
    if let mapping {
      scanner = RecordScanner(
        bytes, separator: mapping.separator ?? .comma,
        position: bytes.starts(with: LogHeader.byteOrderMark) ? 3 : 0, line: 1)
      for _ in 0..<mapping.skip { _ = scanner.next() }
    } else {
      scanner = LogHeader.scanner(of: bytes)
      var first = scanner
      let isHeader =
        first.next() != nil && LogColumn.missing(in: LogHeader(readBy: first), dialect).isEmpty
      // A title may stand above the names of the columns.
      if !isHeader { scanner = LogHeader.scanner(below: bytes, dialect) ?? scanner }
    }
    let atRows = scanner
    guard let record = scanner.next() else { return leaveOut(.logEmpty(file: file)) }
    let known: LogHeader?
    if let mapping {
      known = mappedHeader(mapping, names: scanner.fields.map(scanner.text), file: file)
      if !mapping.hasHeader { scanner = atRows }
    } else {
      known = header(record, in: scanner, dialect, file: file)
    }
    guard let header = known else { return leaveOut(&scanner) }
    let separator = scanner.separator == .tab ? "tab" : String(Unicode.Scalar(scanner.separator))
    let name = form.name
    preview(
      Words(vi: "\(name.vi) “\(separator)”", en: "\(name.en) “\(separator)”"), encoding, header, file: file)
    var rows = SeparatedRows(scanner)
    expect(bytes: bytes.count)
    read(&rows, header, dialect, file: file, isClean: RowReader.isClean(bytes))
  }

  /// The columns by a saved mapping; `nil` with a finding when a column that it names is not there.
  private mutating func mappedHeader(_ mapping: LogMapping, names: [String], file: String) -> LogHeader? {
    var known: [LogColumn: Int] = [:]
    var missing: [String] = []
    for (name, position) in mapping.columns.sorted(by: { $0.key < $1.key }) {
      guard let column = LogColumn.allCases.first(where: { "\($0)" == name }) else { continue }
      switch position {
      case .index(let index): known[column] = index - 1
      case .characters: break
      case .name(let title):
        if let index = names.firstIndex(where: { FoldedText($0) == FoldedText(title) }) {
          known[column] = index
        } else {
          missing.append(title)
        }
      }
    }
    let last = known.values.max() ?? 0
    let titles =
      mapping.hasHeader ? names : (0..<max(names.count, last + 1)).map { "\($0 + 1)" }
    guard missing.isEmpty, last < titles.count else {
      let gone = missing.isEmpty ? ["\(last + 1)"] : missing
      leaveOut(.mappedColumnsMissing(gone, mapping, file: file))
      return nil
    }
    return LogHeader(names: titles, columns: known)
  }

  // MARK: - Cells in fixed characters

  private mutating func readFixed(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ dialect: LogDialect, file: String
  ) {
    guard let mapping = options.mapping else { return leaveOut(.mappingNeeded(file: file)) }
    var known: [LogColumn: Int] = [:]
    var ranges: [ClosedRange<Int>] = []
    for column in LogColumn.allCases {
      guard case .characters(let range)? = mapping.columns["\(column)"] else { continue }
      known[column] = ranges.count
      ranges.append(range)
    }
    let header = LogHeader(
      names: ranges.map { "\($0.lowerBound)–\($0.upperBound)" }, columns: known)
    var position = bytes.starts(with: LogHeader.byteOrderMark) ? 3 : 0
    var line = 1
    while line <= mapping.skip, position < bytes.count {
      position = (bytes[position...].firstIndex(of: .lineFeed) ?? bytes.count - 1) + 1
      line += 1
    }
    preview(LogForm.fixed.name, encoding, header, file: file)
    var rows = FixedRows(bytes, position: position, line: line, columns: ranges)
    read(&rows, header, dialect, file: file)
  }

  // MARK: - Other programs' logs

  /// Whether a log that names no outlet or day of its own has got both; tells what is missing.
  private mutating func isPlaced(_ dialect: LogDialect, needsDay: Bool = true, file: String) -> Bool {
    if dialect.outlet == nil {
      leaveOut(.unsaid(.outlet, file: file))
      return false
    }
    if needsDay, dialect.day == nil {
      leaveOut(.unsaid(.date, file: file))
      return false
    }
    return true
  }

  private mutating func readHistory(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ dialect: LogDialect, file: String
  ) {
    var dialect = dialect
    dialect.trust = dialect.trust ?? .automation
    guard let objects = LibreTimeHistory.rows(bytes) else { return leaveOut(.brokenJSON(file: file)) }
    guard isPlaced(dialect, needsDay: false, file: file) else { return }
    let header = LogHeader(named: LibreTimeHistory.names)
    preview(LogForm.libretimeJSON.name, encoding, header, file: file)
    for object in objects where object.cells == nil {
      leaveOut(.brokenObject(object.number, file: file), rows: 1)
    }
    var rows = TableRows(
      objects.compactMap { object in object.cells.map { LogRow(cells: $0, line: object.number) } })
    read(&rows, header, dialect, file: file)
  }

  private mutating func readReport(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ dialect: LogDialect, file: String
  ) {
    guard let report = RivendellReport(bytes) else { return leaveOut(.mappingNeeded(file: file)) }
    var dialect = dialect
    dialect.trust = dialect.trust ?? .automation
    dialect.rollsOver = true
    dialect.lengthOrder = dialect.lengthOrder ?? .minutesFirst
    dialect.statuses.merge(RivendellReport.statuses) { own, _ in own }
    if dialect.day == nil, let text = report.day,
      let found = RivendellReport.day(text, dialect.dates)
    {
      dialect.day = found.day
      if found.isDoubtful { findings.append(.dayDoubtful(text, found.day, file: file)) }
    }
    guard isPlaced(dialect, file: file) else { return }
    var known: [LogColumn: Int] = [:]
    for (index, name) in report.names.enumerated() {
      if let column = RivendellReport.columns[name], known[column] == nil { known[column] = index }
    }
    let header = LogHeader(names: report.names, columns: known)
    preview(LogForm.rivendellReport.name, encoding, header, file: file)
    var rows = report.rows
    read(&rows, header, dialect, file: file)
  }

  private mutating func readReconciliation(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ form: LogForm, _ dialect: LogDialect, file: String
  ) {
    var dialect = dialect
    dialect.trust = dialect.trust ?? .automation
    dialect.rollsOver = true
    dialect.lengthOrder = dialect.lengthOrder ?? .minutesFirst
    var lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var first = 1
    if form == .rivendellDeltaFlex, !lines.isEmpty {
      dialect.day = dialect.day ?? RivendellDeltaFlex.day(lines.removeFirst())
      first = 2
    } else if dialect.day == nil {
      dialect.day = CivilDay(inFileName: file)
    }
    guard isPlaced(dialect, file: file) else { return }
    let header = LogHeader(named: RivendellELR.names)
    preview(form.name, encoding, header, file: file)
    var rows: [LogRow] = []
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let cells =
        form == .rivendellDeltaFlex ? RivendellDeltaFlex.cells(of: line) : RivendellELR.cells(of: line)
      // A line that is none becomes a row whose time cannot be read, and is told as such.
      rows.append(LogRow(cells: cells ?? [String(line.prefix(60)), "", "", "", ""], line: first + index))
    }
    var table = TableRows(rows)
    read(&table, header, dialect, file: file)
  }

  // MARK: - Spreadsheets

  private mutating func readSheets(of bytes: [UInt8], _ dialect: LogDialect, file: String) {
    let mapping = options.mapping
    // Rows are taken while the sheet is inflated; of one that breaks off nothing is kept.
    let before = self
    do throws(SpreadsheetFile.Fault) {
      let book = try SpreadsheetFile(bytes)
      let wanted = mapping?.sheet.map { sheet in book.sheets.filter { FoldedText($0) == FoldedText(sheet) } }
      let sheets = wanted ?? book.sheets
      if sheets.isEmpty { return leaveOut(.sheetMissing(mapping?.sheet, book.sheets, file: file)) }
      var understood = 0
      var passedOver: [String] = []
      var nearest: HeaderInPart?
      for sheet in sheets {
        var rows = try SheetRows(of: sheet, in: book)
        let name = book.sheets.count > 1 ? "\(file)!\(sheet)" : file
        if try readSheet(&rows, dialect, file: name) {
          understood += 1
          if book.hiddenSheets.contains(sheet) { findings.append(.sheetHidden(sheet, file: name)) }
        } else {
          let top = try rows.first(30)
          guard !top.isEmpty else { continue }
          passedOver.append(sheet)
          nearest = nearest ?? HeaderInPart(of: top, dialect, file: name)
        }
      }
      if understood == 0 {
        leaveOut(nearest?.finding ?? .sheetsWithoutHeader(passedOver, file: file))
      } else if !passedOver.isEmpty {
        findings.append(.sheetsPassedOver(passedOver, file: file))
      }
    } catch {
      self = before
      leaveOut(.spreadsheet(error, file: file))
    }
  }

  /// Reads a sheet, if it has a header that is understood among its first rows.
  private mutating func readSheet(
    _ rows: inout SheetRows, _ dialect: LogDialect, file: String
  ) throws(SpreadsheetFile.Fault) -> Bool {
    let found: (header: LogHeader, first: Int)?
    if let mapping = options.mapping, !mapping.columns.isEmpty {
      try rows.skip(upTo: mapping.skip)
      guard let start = try rows.first(1).first,
        let header = mappedHeader(mapping, names: start.texts, file: file)
      else { return false }
      found = (header, mapping.hasHeader ? 1 : 0)
    } else {
      let choices = try rows.first(30).enumerated().map { index, row in
        (header: LogHeader(named: row.texts.map(\.composed.trimmingBlanks)), first: index + 1)
      }
      found = choices.first { LogColumn.missing(in: $0.header, dialect).isEmpty && $0.header.knowsSeveral }
        .map { found in
          let below = choices.dropFirst(found.first).first?.header.names ?? []
          let names = HeaderRows.joined(found.header.names, below) { LogColumn.named($0) != nil }
          return names.map { (LogHeader(named: $0), found.first + 1) } ?? found
        }
    }
    guard let (header, first) = found else { return false }
    preview(LogForm.xlsx.name, nil, header, file: file)
    rows.start(at: first, width: header.names.count)
    read(&rows, header, dialect, file: file)
    if let fault = rows.fault { throw fault }
    return true
  }
}

/// A row of a sheet that has some columns of a log, and lacks one that a log must have.
private struct HeaderInPart {
  let finding: Finding

  /// - Returns: `nil` where no row looks like a header: three of its cells are names of columns.
  init?(of rows: [SheetRow], _ dialect: LogDialect, file: String) {
    let found = rows.lazy.map { row in
      (row, LogHeader(named: row.texts.map(\.composed.trimmingBlanks)))
    }.first { _, header in LogColumn.allCases.count { header.index(of: $0) != nil } >= 3 }
    guard let (row, header) = found else { return nil }
    let missing = LogColumn.missing(in: header, dialect)
    guard !missing.isEmpty else { return nil }
    let cells = Array(row.texts.joined(separator: " | ").utf8)
    finding = .columnMissing(
      missing,
      LogPlace(
        place: SourcePlace(file: file, line: row.number), width: 1, excerpt: LogPlace.excerpt(cells[...])),
      isOfFigures: false)
  }
}

extension LogMapping {
  /// Whether a line with the names of the columns comes before the rows: then columns are found by them.
  var hasHeader: Bool {
    columns.values.contains { if case .name = $0 { true } else { false } }
  }
}

extension LogMapping.Form {
  /// The form in which the log is read.
  var logForm: LogForm {
    switch self {
    case .separated: .csv
    case .fixed: .fixed
    case .spreadsheet: .xlsx
    }
  }
}

extension LogHeader {
  /// Whether two columns at least are understood; a title such as “Ngày” is no header.
  var knowsSeveral: Bool { LogColumn.allCases.count { index(of: $0) != nil } >= 2 }
}

extension CivilDay {
  /// The day in the name of a file, `20180405` or `2018-04-05`; `nil` when it has none or several.
  init?(inFileName path: String) {
    let name = path.split(separator: "/").last ?? ""
    var days: [CivilDay] = []
    for length in [8, 10] {
      var start = name.startIndex
      while let end = name.index(start, offsetBy: length, limitedBy: name.endIndex) {
        let piece = name[start..<end]
        let digits = piece.filter { $0 != "-" }
        let day = CivilDay(iso: length == 10 ? String(piece) : Self.dashed(digits))
        if let day { days.append(day) }
        start = name.index(after: start)
      }
    }
    guard Set(days).count == 1 else { return nil }
    self = days[0]
  }

  private static func dashed(_ digits: some StringProtocol) -> String {
    guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return "" }
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }
}
