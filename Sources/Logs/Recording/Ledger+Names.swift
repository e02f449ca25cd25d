import ScheduleModel

extension Ledger {
  /// Finds rows by what people call them: the id, or the source's name and line.
  ///
  /// - Returns: The row of that name that is in force, else one that was replaced.
  func rowFinder() -> (String) -> NamedRow {
    let names = LedgerRowNames(self)
    return { name in
      if let row = row(named: name) { return record(ofRow: row).map { .one($0.entry) } ?? .none }
      let found = names.rows(named: name)
      let all = found.isEmpty ? names.rows(named: String(name.split(separator: "/").last ?? "")) : found
      let valid = all.count == 1 ? all : all.filter { isInForce[$0] }
      let entries = (valid.isEmpty ? all : valid).compactMap { record(ofRow: $0)?.entry }
      return entries.count > 1 ? .several(entries) : entries.first.map(NamedRow.one) ?? .none
    }
  }
}

/// The rows of a ledger that somebody means by a name.
enum NamedRow {
  case none
  case one(AsRunEntry)
  /// The name is that of rows of several imports.
  case several([AsRunEntry])
}

extension AsRunEntry {
  /// The row among several of one name: its id, and what it says.
  var candidate: String {
    let time = time.map { " \($0)" } ?? ""
    return "\(id ?? place.file) (\(day.forPeople)\(time) \(cut(title)))"
  }
}

/// The rows of a ledger by the source's name and line, such as `april.csv:12`.
private struct LedgerRowNames {
  private let ledger: Ledger
  /// The digests of the names with the rows that bear them, in their order.
  private var rows: [(name: RowDigest, row: Int32)] = []

  init(_ ledger: Ledger) {
    self.ledger = ledger
    rows.reserveCapacity(ledger.rows.count)
    for row in ledger.rows.indices {
      if let name = ledger.sourceName(ofRow: row) { rows.append((RowDigest(of: name), Int32(row))) }
    }
    rows.sort { ($0.name, $0.row) < ($1.name, $1.row) }
  }

  func rows(named name: String) -> [Int] {
    let digest = RowDigest(of: name)
    let first = rows.indices.partitioningIndex { digest <= rows[$0].name }
    return rows[first...].prefix { $0.name == digest }.map { Int($0.row) }
  }
}

extension Ledger {
  /// What people call a row: its file and where it stood there.
  fileprivate func sourceName(ofRow row: Int) -> String? {
    let entry = imports[Int(rows[row].imported)]
    var scanner = RecordScanner(
      entry.bytes, separator: .comma, position: rows[row].position, line: Int(rows[row].line))
    let column = entry.header.names.firstIndex(of: LedgerText.OwnColumn.row.rawValue) ?? 0
    guard scanner.next() != nil, scanner.fields.indices.contains(column) else { return nil }
    return "\(entry.source.name):\(scanner.text(of: scanner.fields[column]))"
  }
}
