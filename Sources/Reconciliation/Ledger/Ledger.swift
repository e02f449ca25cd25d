public import ScheduleModel

/// What went out, as it was recorded: rows that are added and never changed or removed.
///
/// Each import is a file of its own, so that two people's imports lie side by side and a crash leaves an import
/// whole or absent. A correction is a row that names the one that it replaces, who says so and why.
public struct Ledger: Sendable {
  /// The imports, in the order in which they were recorded.
  public private(set) var imports: [LedgerImport] = []

  /// The keys of the imports' files, in the same order.
  private(set) var keys: [String] = []

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
  ///   - knownOn: Only what was recorded up to the end of this day; `nil` for all.
  public static func read(
    _ files: [(name: String, bytes: [UInt8])], plan: Plan, knownOn: CivilDay? = nil
  ) -> (ledger: Ledger, findings: [Finding]) {
    var reader = LedgerReader(plan: plan)
    var read: [(key: String, entry: LedgerImport)] = []
    for file in files {
      if let found = reader.read(file.bytes, file: file.name) { read.append(found) }
    }
    if let knownOn { read.removeAll { knownOn < $0.entry.recorded.day } }
    read.sort { ($0.entry.recorded, $0.key) < ($1.entry.recorded, $1.key) }
    var ledger = Ledger()
    ledger.imports = read.map(\.entry)
    ledger.keys = read.map(\.key)
    return (ledger, reader.findings)
  }

  /// The rows in force: those that no other replaces, and that are no withdrawals.
  ///
  /// Where two rows replace the same one, the one recorded last is in force, and a row that another import has
  /// as well counts once; both are told. That happens when two people import on their own and join their folders.
  func inForce() -> (records: [LogRecord], findings: [Finding]) {
    var findings: [Finding] = []
    var replacements: [String: LogRecord] = [:]
    var outdated: Set<String> = []
    var ids: Set<String> = []
    let hasReplacements = imports.contains { $0.records.contains { $0.replaces != nil } }
    for entry in imports where hasReplacements {
      for record in entry.records {
        if let id = record.entry.id { ids.insert(id) }
        guard let replaced = record.replaces else { continue }
        if let earlier = replacements[replaced], let id = earlier.entry.id {
          if !earlier.saysTheSame(as: record) {
            findings.append(.ledgerReplacedTwice(replaced, earlier, record))
          }
          outdated.insert(id)
        }
        replacements[replaced] = record
        outdated.insert(replaced)
      }
    }
    for (id, record) in replacements.sorted(by: { $0.value.entry.place < $1.value.entry.place })
    where !ids.contains(id) {
      findings.append(.ledgerRowMissing(id, at: record.entry.place))
    }
    var guardian = RepeatGuard()
    var entries: [AsRunEntry] = []
    var records: [LogRecord] = []
    for entry in imports {
      for record in entry.records where !record.isWithdrawal {
        if hasReplacements, let id = record.entry.id, outdated.contains(id) { continue }
        if imports.count > 1,
          let earlier = guardian.earlier(than: record.entry, unread: [record.other], in: entries)
        {
          findings.append(.ledgerRowTwice(record.entry, earlier.place))
          continue
        }
        if imports.count > 1 { entries.append(record.entry) }
        records.append(record)
      }
    }
    return (records, findings)
  }

  /// Rows that could not be recorded, by what was read last of each file.
  var rowsLeftOut: Int {
    Dictionary(imports.map { ($0.source.name, $0.source.rowsLeftOut) }, uniquingKeysWith: { $1 }).values
      .reduce(0, +)
  }
}
