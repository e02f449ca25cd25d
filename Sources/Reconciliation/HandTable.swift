import ScheduleModel

/// The columns of a table that people write by hand.
protocol HandColumn: RawRepresentable<String>, CaseIterable, Hashable {
  /// The columns without which a row says nothing.
  static var required: [Self] { get }
  /// The names under which the column is known; case and diacritics do not matter.
  var names: [String] { get }
}

extension HandColumn {
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
}

/// A table that people write by hand: CSV as ``AsRunReader`` takes it, a header in either language, a row for each thing.
struct HandTable<Column: HandColumn> {
  /// Where each column stands; of two with one meaning, the first.
  let columns: [Column: Int]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - missing: Tells that the header lacks columns; nothing is read then.
  ///   - broken: Tells that a row is left out.
  ///   - row: Reads the row that the scanner has just passed.
  /// - Returns: The rows in the file's order, and a finding for each that is left out.
  /// - Complexity: Linear in the bytes.
  static func rows<Row>(
    of bytes: [UInt8], file: String, missing: ([Column], LogPlace) -> Finding,
    broken: ([Words], LogPlace) -> Finding,
    row: (HandTable, RecordScanner, LogPlace) -> Result<Row, RowFaults>
  ) -> (rows: [Row], findings: [Finding]) {
    let byName = Column.byName()
    var scanner = LogHeader.scanner(of: bytes, knows: { byName[FoldedText($0)] != nil })
    guard let head = scanner.next() else { return ([], []) }
    if let fault = PublishedScheduleReader.unreadable(head, in: scanner, file: file, isHeader: true) {
      return ([], [fault])
    }
    var columns: [Column: Int] = [:]
    for (index, field) in scanner.fields.enumerated() {
      if let column = byName[FoldedText(scanner.text(of: field))], columns[column] == nil {
        columns[column] = index
      }
    }
    let absent = Column.required.filter { columns[$0] == nil }
    guard absent.isEmpty else {
      return ([], [missing(absent, scanner.place(of: head.range.lowerBound, width: 1, in: head, file: file))])
    }
    let table = HandTable(columns: columns)
    var rows: [Row] = []
    var findings: [Finding] = []
    while let record = scanner.next() {
      let isBlank = record.fault == nil && scanner.fields.allSatisfy { scanner.trimmed($0).isEmpty }
      if isBlank { continue }
      if let fault = PublishedScheduleReader.unreadable(record, in: scanner, file: file, isHeader: false) {
        findings.append(fault)
        continue
      }
      let place = scanner.place(of: record.range.lowerBound, width: 1, in: record, file: file)
      switch row(table, scanner, place) {
      case .success(let read): rows.append(read)
      case .failure(let faults): findings.append(broken(faults.all, place))
      }
    }
    return (rows, findings)
  }

  /// What the row that the scanner has just passed says in a column; `nil` when it says nothing.
  func text(_ column: Column, in scanner: RecordScanner) -> String? {
    guard let index = columns[column], index < scanner.fields.count else { return nil }
    let text = scanner.text(of: scanner.fields[index])
    return text.isEmpty ? nil : text
  }
}
