public import ScheduleModel

/// What went out, as it was recorded: rows that are added and never changed or removed.
///
/// Each import is a file of its own, so that two people's imports lie side by side and a crash leaves an import
/// whole or absent. A correction is a row that names the one that it replaces, who says so and why.
///
/// Of a row only its place and its digest are held; it is read again where it is wanted.
public struct Ledger: Sendable {
  /// The imports, in the order in which they were recorded.
  public private(set) var imports: [LedgerImport] = []

  /// The rows of all imports, in their order.
  private(set) var rows: [LedgerRow] = []
  /// Of each row, whether it is in force: no other replaces it, and it is no withdrawal.
  private(set) var isInForce: [Bool] = []
  /// The outlets and days of the rows.
  private(set) var rooms: [OutletDay] = []
  /// The rows that replace one, in order.
  private(set) var replacements: [LedgerReplacement] = []

  /// What each row says, by its index; empty unless it is wanted.
  private var entries: [AsRunEntry] = []
  private var rowsOfImport: [Range<Int>] = []
  private var importByKey: [LedgerKey: Int] = [:]
  private var roomIndex: [OutletDay: Int32] = [:]
  private(set) var vocabulary: LogVocabulary?

  /// An empty ledger.
  public init() {}

  /// Whether nothing was ever recorded.
  public var isEmpty: Bool { imports.isEmpty }

  /// Whether a file is one of a ledger's, by its first line.
  public static func isLedger(_ bytes: [UInt8]) -> Bool { LedgerReader.isLedger(bytes) }

  /// The hashes of the files whose rows it has.
  public var sourceDigests: Set<String> { Set(imports.map(\.source.digest)) }

  /// Reads a ledger.
  ///
  /// - Parameters:
  ///   - files: The files of its folder, each with the name that findings shall show.
  ///   - plan: The plan, whose outlets and lines the rows name.
  /// - Returns: The ledger, and what is wrong with its rows. Which of them contradict each other is told when they
  ///   are counted.
  /// - Complexity: Linear in the bytes; besides them 80 bytes are held of a row.
  public static func read(
    _ files: [(name: String, bytes: [UInt8])], plan: Plan
  ) -> (ledger: Ledger, findings: [Finding]) {
    let (ledger, doubts, _) = read(files, plan: plan, knownOn: nil, keepingEntries: false)
    return (ledger, doubts)
  }

  /// Reads what a ledger has in force.
  ///
  /// - Parameter knownOn: Only what was recorded up to the end of this day; `nil` for all.
  static func counted(
    _ files: [(name: String, bytes: [UInt8])], plan: Plan, knownOn: CivilDay?
  ) -> (ledger: Ledger, entries: [AsRunEntry], findings: [Finding]) {
    var (ledger, doubts, conflicts) = read(files, plan: plan, knownOn: knownOn, keepingEntries: true)
    let isInForce = ledger.isInForce
    let entries =
      isInForce.contains(false)
      ? zip(ledger.entries, isInForce).compactMap { $1 ? $0 : nil } : ledger.entries
    ledger.entries = []
    return (ledger, entries, doubts + conflicts)
  }

  private static func read(
    _ files: [(name: String, bytes: [UInt8])], plan: Plan, knownOn: CivilDay?, keepingEntries: Bool
  ) -> (ledger: Ledger, doubts: [Finding], conflicts: [Finding]) {
    var reader = LedgerReader(plan: plan)
    var ledger = Ledger()
    ledger.imports = files.compactMap { reader.head(of: $0.bytes, file: $0.name) }
    if let knownOn { ledger.imports.removeAll { knownOn < $0.recorded.day } }
    ledger.imports.sort { ($0.recorded, $0.key) < ($1.recorded, $1.key) }
    ledger.vocabulary = LogVocabulary(plan: plan)
    var digester = RowDigester()
    for (index, entry) in ledger.imports.enumerated() {
      let first = ledger.rows.count
      reader.rows(of: entry) { record, position in
        ledger.take(record, at: position, ofImport: index, digester.digest(of: record))
        if keepingEntries { ledger.entries.append(record.entry) }
      }
      ledger.rowsOfImport.append(first..<ledger.rows.count)
      ledger.importByKey[entry.key] = index
    }
    let conflicts = ledger.settle()
    return (ledger, reader.findings, conflicts)
  }

  private mutating func take(
    _ record: LogRecord, at position: Int, ofImport index: Int, _ digest: RowDigest
  ) {
    let room = OutletDay(outlet: record.entry.outlet, day: record.entry.day)
    // Rows of one outlet and day mostly follow each other.
    let last = rows.last.map(\.room)
    let known = last.flatMap { rooms[Int($0)] == room ? $0 : nil } ?? roomIndex[room]
    if known == nil {
      roomIndex[room] = Int32(rooms.count)
      rooms.append(room)
    }
    if let id = record.replaces { replacements.append(LedgerReplacement(row: rows.count, id: id)) }
    rows.append(
      LedgerRow(
        imported: Int32(index), line: Int32(clamping: record.entry.place.line), position: position,
        room: known ?? Int32(rooms.count - 1), isWithdrawal: record.isWithdrawal, digest: digest))
  }

  /// Finds out which rows are in force.
  ///
  /// Where two rows replace the same one, the one recorded last is in force, and a row that another import has
  /// as well counts once; both are told. That happens when two people import on their own and join their folders.
  private mutating func settle() -> [Finding] {
    var findings: [Finding] = []
    isInForce = rows.map { !$0.isWithdrawal }
    var latest: [String: Int] = [:]
    for replacement in replacements {
      if let earlier = latest.updateValue(replacement.row, forKey: replacement.id) {
        if rows[earlier].digest != rows[replacement.row].digest {
          findings.append(
            .ledgerReplacedTwice(
              replacement.id, earlier: place(ofRow: earlier), later: place(ofRow: replacement.row),
              id(ofRow: replacement.row).text))
        }
        isInForce[earlier] = false
      }
      if let replaced = row(named: replacement.id) { isInForce[replaced] = false }
    }
    let missing = latest.filter { row(named: $0.key) == nil }.sorted {
      place(ofRow: $0.value) < place(ofRow: $1.value)
    }
    findings += missing.map { .ledgerRowMissing($0.key, at: place(ofRow: $0.value)) }
    guard imports.count > 1 else { return findings }
    var first: [RowDigest: Int32] = [:]
    for row in rows.indices where isInForce[row] {
      if let earlier = first[rows[row].digest] {
        findings.append(.ledgerRowTwice(at: place(ofRow: row), place(ofRow: Int(earlier))))
        isInForce[row] = false
      } else {
        first[rows[row].digest] = Int32(row)
      }
    }
    return findings
  }

  /// The index of the row with an id; `nil` when there is none.
  func row(named id: some StringProtocol) -> Int? { LedgerRowID(id).flatMap(row) }

  /// The same by the id itself.
  func row(_ id: LedgerRowID) -> Int? {
    guard let index = importByKey[id.key] else { return nil }
    let range = rowsOfImport[index]
    let found = range.partitioningIndex { rows[$0].line >= id.line }
    return found < range.upperBound && rows[found].line == id.line ? found : nil
  }

  /// The id of a row.
  func id(ofRow row: Int) -> LedgerRowID {
    LedgerRowID(key: imports[Int(rows[row].imported)].key, line: Int(rows[row].line))
  }

  /// Where a row stands.
  func place(ofRow row: Int) -> SourcePlace {
    SourcePlace(file: imports[Int(rows[row].imported)].file, line: Int(rows[row].line))
  }

  /// The rows of an import, by its index.
  func rows(ofImport index: Int) -> Range<Int> { rowsOfImport[index] }

  /// The index of an outlet on a day; `nil` when no row is of it.
  func room(_ room: OutletDay) -> Int? { roomIndex[room].map(Int.init) }

  /// The rows in force of each outlet and day.
  func rowsInForceByRoom() -> RowsByRoom {
    RowsByRoom(
      rows.indices.lazy.filter { isInForce[$0] }.map { ($0, Int(rows[$0].room)) }, rooms: rooms.count)
  }

  /// Reads a row again.
  func record(ofRow row: Int) -> LogRecord? {
    var reader = LedgerRecords(self)
    return reader?.record(ofRow: row)
  }

  /// Rows that could not be recorded, by what was read last of each file.
  var rowsLeftOut: Int {
    Dictionary(imports.map { ($0.source.name, $0.source.rowsLeftOut) }, uniquingKeysWith: { $1 }).values
      .reduce(0, +)
  }
}
