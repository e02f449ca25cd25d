public import ScheduleModel

/// What went out, as it was recorded: rows that are added and never changed or removed.
///
/// Each import is an entry of the Book. A correction is a row that names the one that it replaces, who says so and why.
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

  /// Rows that contradict each other, and rows that replace what is not there.
  private(set) var conflicts: [Finding] = []

  /// Whether the ledger is read to be counted: what each row says is kept, and nothing is merged into it.
  private var isCounted = false
  /// Whether rows are compared by what they say: not where one log is counted alone.
  private var comparesRows = true
  /// What each row says, by its index; empty unless the ledger is counted.
  private var entries: [AsRunEntry] = []
  /// Finds rows that would be unclear if they were recorded now; `nil` unless the ledger is counted.
  private var unclear: UnclearRows?
  /// What makes rows unclear, by their index.
  private var doubts: [Int: String] = [:]
  /// The rows that somebody entered by hand, by their index.
  private var rowsByHand: Set<Int> = []
  /// Of each row that was replaced, by its id, the row that did so last.
  private var latest: [String: Int] = [:]
  /// Where each content is first among the rows in force; empty while there is one log.
  private var firstWith: [RowDigest: Int32] = [:]
  /// The names that several logs have.
  private var namesakes: Set<String> = []
  private var digester = RowDigester()
  private var reader: LedgerReader?
  private var rowsOfImport: [Range<Int>] = []
  private var importByKey: [LedgerKey: Int] = [:]
  private var roomIndex: [OutletDay: Int32] = [:]
  private(set) var vocabulary: LogVocabulary?

  /// An empty ledger.
  public init() {}

  /// Whether nothing was ever recorded.
  public var isEmpty: Bool { imports.isEmpty }

  /// The hashes of the files whose rows it has.
  public var sourceDigests: Set<String> { Set(imports.map(\.source.digest)) }

  /// Reads a ledger.
  ///
  /// - Parameters:
  ///   - logs: The logs in the order in which they were recorded.
  ///   - plan: The plan, whose outlets and lines the rows name.
  /// - Returns: The ledger, and what is wrong with its rows. Which of them contradict each other is told when they
  ///   are counted.
  /// - Complexity: Linear in the bytes; besides them 80 bytes are held of a row.
  public static func read(_ logs: [RecordedLog], plan: Plan) -> (ledger: Ledger, findings: [Finding]) {
    var ledger = Ledger(plan: plan)
    for log in logs { ledger.add(log) }
    return (ledger, ledger.reader?.findings ?? [])
  }

  /// Reads what a ledger has in force.
  static func counted(_ logs: [RecordedLog], plan: Plan) -> (
    ledger: Ledger, entries: [AsRunEntry], doubts: [SourcePlace: String], findings: [Finding]
  ) {
    var ledger = Ledger(plan: plan)
    ledger.isCounted = true
    ledger.unclear = UnclearRows(plan, recordedOn: nil)
    ledger.comparesRows = logs.count > 1
    ledger.tellNamesakesApart(logs)
    for log in logs { ledger.add(log) }
    let isInForce = ledger.isInForce
    let entries =
      isInForce.contains(false)
      ? zip(ledger.entries, isInForce).compactMap { $1 ? $0 : nil } : ledger.entries
    var doubts: [SourcePlace: String] = [:]
    for (index, doubt) in ledger.doubts where isInForce[index] { doubts[ledger.entries[index].place] = doubt }
    ledger.entries = []
    return (ledger, entries, doubts, (ledger.reader?.findings ?? []) + ledger.conflicts)
  }

  /// An empty ledger of a plan.
  public init(plan: Plan) {
    let vocabulary = LogVocabulary(plan: plan)
    reader = LedgerReader(vocabulary)
    self.vocabulary = vocabulary
  }

  /// Takes a log that was recorded after all others.
  public mutating func add(_ log: RecordedLog) {
    guard var entry = reader?.head(of: log) else { return }
    if namesakes.contains(entry.source.name) { entry.name = "\(entry.source.name) [\(entry.key.digits)]" }
    let index = imports.count
    imports.append(entry)
    let first = rows.count
    let firstReplacement = replacements.count
    let reader = reader
    self.reader = nil
    var own = reader
    own?.rows(of: entry) { record, position, line in
      let isCompared = comparesRows || record.replaces != nil
      let digest = isCompared ? digester.digest(of: record) : .none
      take(record, at: position, line: Int32(clamping: line), ofImport: index, digest)
      guard isCounted else { return }
      // A correction of a row of a log tells of what that row told.
      let isByHand =
        entry.source.name == AsRunEntry.sourceByHand
        && (record.replaces.map { id in row(named: id).map(rowsByHand.contains) ?? false } ?? true)
      if isByHand { rowsByHand.insert(entries.count) }
      if !isByHand, let doubt = unclear?.doubt(aboutRecorded: record) { doubts[entries.count] = doubt }
      entries.append(isByHand ? record.entry.byHand : record.entry)
    }
    self.reader = own
    rowsOfImport.append(first..<rows.count)
    importByKey[entry.key] = index
    settle(first..<rows.count, replacements[firstReplacement...])
  }

  /// Names the rows of several logs of one name after their entries too, so that no two rows have one place.
  private mutating func tellNamesakesApart(_ logs: [RecordedLog]) {
    let names = Dictionary(grouping: logs, by: \.source.name)
    namesakes = Set(names.filter { $0.value.count > 1 }.keys)
  }

  private mutating func take(
    _ record: LogRecord, at position: Int, line: Int32, ofImport index: Int, _ digest: RowDigest
  ) {
    if let id = record.replaces { replacements.append(LedgerReplacement(row: rows.count, id: id)) }
    rows.append(
      LedgerRow(
        imported: Int32(index), line: line, position: position,
        room: isCounted ? LedgerRow.noRoom : roomNumber(of: record.entry), isWithdrawal: record.isWithdrawal,
        digest: digest))
  }

  private mutating func roomNumber(of entry: AsRunEntry) -> Int32 {
    let room = OutletDay(outlet: entry.outlet, day: entry.day)
    // Rows of one outlet and day mostly follow each other.
    if let last = rows.last?.room, rooms[Int(last)] == room { return last }
    if let known = roomIndex[room] { return known }
    roomIndex[room] = Int32(rooms.count)
    rooms.append(room)
    return Int32(rooms.count - 1)
  }

  /// Finds out which rows are in force, after those of one more log.
  ///
  /// Where two rows replace the same one, the one recorded last is in force, and a row that another import has
  /// as well counts once; both are told. That happens when two people import on their own and join their folders.
  private mutating func settle(_ new: Range<Int>, _ replacing: ArraySlice<LedgerReplacement>) {
    isInForce += rows[new].map { !$0.isWithdrawal }
    for replacement in replacing {
      if let earlier = latest.updateValue(replacement.row, forKey: replacement.id) {
        if rows[earlier].digest != rows[replacement.row].digest {
          conflicts.append(
            .ledgerReplacedTwice(
              replacement.id, earlier: place(ofRow: earlier), later: place(ofRow: replacement.row),
              id(ofRow: replacement.row).text))
        }
        isInForce[earlier] = false
      }
      if let replaced = row(named: replacement.id) {
        isInForce[replaced] = false
      } else {
        conflicts.append(.ledgerRowMissing(replacement.id, at: place(ofRow: replacement.row)))
      }
    }
    // Within one log the reader of logs has looked for repeats already.
    if imports.count == 2 {
      for row in rows.indices where !new.contains(row) && isInForce[row] {
        firstWith[rows[row].digest] = Int32(row)
      }
    }
    guard imports.count > 1 else { return }
    for row in new where isInForce[row] {
      if let earlier = firstWith[rows[row].digest], isInForce[Int(earlier)] {
        conflicts.append(.ledgerRowTwice(at: place(ofRow: row), place(ofRow: Int(earlier))))
        isInForce[row] = false
      } else {
        firstWith[rows[row].digest] = Int32(row)
      }
    }
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

  /// Where a row is in its entry.
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
