import ScheduleModel

/// Holds the rows of a file against a ledger, and finds out which of them are new and what they replace.
///
/// New rows become text at once. Those that may correct a recorded row are read from it again when all rows
/// are there, outlet by outlet and day by day.
struct LedgerMerge {
  /// How many rows were taken.
  private(set) var read = 0
  /// How many are to be recorded.
  private(set) var added = 0
  /// How many of those replace a row.
  private(set) var replacing = 0
  /// How many rows the ledger has already.
  private(set) var known = 0
  /// How many say less reliably what it has already.
  private(set) var outranked = 0
  /// How many corrections came too late.
  private(set) var refused = 0
  private var text = TextBytes()

  private let ledger: Ledger
  private let source: String
  private let trust: AsRunEntry.Trust?
  private var recorded: [RowDigest: Int32] = [:]
  private var corrections: Set<CorrectionDigest> = []
  private var corrected: Set<LedgerRowID> = []
  private var isSeen: [Bool]
  private var days: [String: ClosedRange<CivilDay>] = [:]
  private var open: [OpenRow] = []
  private var files: [String] = []
  private var fates: [Fate] = []
  private var lateCorrections: [Finding] = []

  /// A new row that may correct a recorded one.
  private struct OpenRow {
    let start: Int
    let length: Int32
    let room: Int32
    let line: Int32
    let file: Int32

    var text: Range<Int> { start..<start + Int(length) }
  }

  /// What becomes of such a row.
  private enum Fate {
    case new
    case replaces(Int)
    case outranked(by: Int, AsRunEntry.Trust)
  }

  /// - Parameters:
  ///   - source: The SHA-256 of the file whose rows are coming.
  ///   - trust: How far rows can be relied on that do not say it.
  ///   - expected: About how many bytes of text are to be expected.
  init(into ledger: Ledger, source: String, trust: AsRunEntry.Trust?, expected: Int) {
    self.ledger = ledger
    self.source = source
    self.trust = trust
    isSeen = Array(repeating: false, count: ledger.rows.count)
    text.bytes.reserveCapacity(expected)
    recorded.reserveCapacity(ledger.rows.count)
    for (index, row) in ledger.rows.enumerated() where ledger.isInForce[index] || recorded[row.digest] == nil
    {
      recorded[row.digest] = Int32(index)
    }
    for replacement in ledger.replacements {
      corrections.insert(
        CorrectionDigest(
          content: ledger.rows[replacement.row].digest, replaced: LedgerRowID(replacement.id)))
    }
  }

  /// Takes the next row of the file.
  mutating func add(_ record: LogRecord, _ digest: RowDigest) {
    read += 1
    if let replaced = record.replaces { return addCorrection(record, of: replaced, digest) }
    guard !ledger.isEmpty else { return append(record) }
    let entry = record.entry
    let known = days[entry.outlet]
    days[entry.outlet] =
      min(known?.lowerBound ?? entry.day, entry.day)...max(known?.upperBound ?? entry.day, entry.day)
    if let row = recorded[digest].map(Int.init) {
      self.known += 1
      if ledger.isInForce[row] { isSeen[row] = true }
      return
    }
    let start = text.bytes.count
    append(record)
    guard let room = ledger.room(OutletDay(outlet: entry.outlet, day: entry.day)) else { return }
    if files.last != entry.place.file { files.append(entry.place.file) }
    open.append(
      OpenRow(
        start: start, length: Int32(text.bytes.count - start), room: Int32(room),
        line: Int32(clamping: entry.place.line), file: Int32(files.count - 1)))
  }

  private mutating func addCorrection(_ record: LogRecord, of replaced: String, _ digest: RowDigest) {
    let id = LedgerRowID(replaced)
    if corrections.contains(CorrectionDigest(content: digest, replaced: id)) {
      known += 1
    } else if let id, let row = ledger.row(id), ledger.isInForce[row], corrected.insert(id).inserted {
      append(record)
      replacing += 1
    } else {
      refused += 1
      lateCorrections.append(.ledgerReplacedAlready(replaced, at: record.entry.place))
    }
  }

  private mutating func append(_ record: LogRecord) {
    LedgerText.append(record, trust: trust, to: &text)
    added += 1
  }

  // MARK: - Rows that correct recorded ones

  /// Pairs the rows that are new with those that they replace, once all rows are there.
  mutating func finish() {
    recorded = [:]
    guard !open.isEmpty, var records = LedgerRecords(ledger) else { return }
    fates = Array(repeating: .new, count: open.count)
    pairBySourceRow(&records)
    let rowsByRoom = ledger.rowsInForceByRoom()
    let openByRoom = RowsByRoom(
      open.indices.lazy.map { [open] in ($0, Int(open[$0].room)) }, rooms: ledger.rooms.count)
    for room in ledger.rooms.indices {
      pair(openByRoom.rows(of: room), with: rowsByRoom.rows(of: room), &records)
    }
    rewrite(&records)
  }

  /// Rows of a file that was imported before and is read in another way now: each is known by its place there.
  private mutating func pairBySourceRow(_ records: inout LedgerRecords) {
    let same = ledger.imports.indices.filter { ledger.imports[$0].source.digest == source }
    guard !same.isEmpty else { return }
    var rowsOfSource: [String: Int] = [:]
    for row in same.flatMap({ ledger.rows(ofImport: $0) }) where ledger.isInForce[row] {
      if let record = records.record(ofRow: row) { rowsOfSource[record.row] = row }
    }
    for index in open.indices {
      guard let record = record(of: index, &records), let row = rowsOfSource[record.row], !isSeen[row],
        let old = records.record(ofRow: row)
      else { continue }
      settle(index, record.entry, row, old.entry)
    }
  }

  /// By what a row is known to correct a recorded one.
  private enum Sign: CaseIterable {
    case uid, edition, time, title

    /// What two such rows have in common; `nil` when a row does not say it.
    func key(of entry: AsRunEntry) -> String? {
      let tag = entry.language.tag
      switch self {
      case .uid: return entry.uid
      case .edition:
        guard let line = entry.line, let edition = entry.edition else { return nil }
        return "\(line) \(edition).\(entry.part ?? 0) \(tag)"
      case .time: return entry.time.map { "\($0.seconds) \(tag)" }
      case .title: return entry.title.isEmpty ? nil : "\(tag) \(FoldedText(entry.title).text)"
      }
    }
  }

  private mutating func pair(
    _ members: ArraySlice<Int32>, with rows: ArraySlice<Int32>, _ records: inout LedgerRecords
  ) {
    guard !members.isEmpty, !rows.isEmpty else { return }
    let olds = rows.map(Int.init).compactMap { row -> (row: Int, entry: AsRunEntry)? in
      isSeen[row] ? nil : records.record(ofRow: row).map { (row, $0.entry) }
    }
    let news = members.map(Int.init).compactMap { index -> (index: Int, entry: AsRunEntry)? in
      guard case .new = fates[index] else { return nil }
      return record(of: index, &records).map { (index, $0.entry) }
    }
    for sign in Sign.allCases {
      var byKey: [String: [Int]] = [:]
      for (position, old) in olds.enumerated() {
        if let key = sign.key(of: old.entry) { byKey[key, default: []].append(position) }
      }
      for new in news {
        guard case .new = fates[new.index], let key = sign.key(of: new.entry) else { continue }
        let fitting = (byKey[key] ?? []).filter { !isSeen[olds[$0].row] }
        guard fitting.count == 1 else { continue }
        settle(new.index, new.entry, olds[fitting[0]].row, olds[fitting[0]].entry)
      }
    }
  }

  private mutating func settle(_ index: Int, _ new: AsRunEntry, _ row: Int, _ old: AsRunEntry) {
    isSeen[row] = true
    if let mine = new.trust, let theirs = old.trust, mine < theirs {
      fates[index] = .outranked(by: row, mine)
    } else {
      fates[index] = .replaces(row)
    }
  }

  private func record(of index: Int, _ records: inout LedgerRecords) -> LogRecord? {
    records.record(in: text.bytes, at: open[index].start)
  }

  /// Writes into the rows what they replace, and leaves out those that are outranked.
  private mutating func rewrite(_ records: inout LedgerRecords) {
    guard fates.contains(where: { if case .new = $0 { false } else { true } }) else { return }
    var written = TextBytes()
    written.bytes.reserveCapacity(text.bytes.count + 32 * open.count)
    var position = 0
    for (index, fate) in fates.enumerated() {
      let range = open[index].text
      written.bytes += text.bytes[position..<range.lowerBound]
      position = range.upperBound
      switch fate {
      case .new: written.bytes += text.bytes[range]
      case .outranked:
        outranked += 1
        added -= 1
      case .replaces(let row):
        guard var record = record(of: index, &records) else { continue }
        record.replaces = ledger.id(ofRow: row).text
        record.reason = LedgerMerge.importedAgain
        LedgerText.append(record, trust: trust, to: &written)
        replacing += 1
      }
    }
    written.bytes += text.bytes[position...]
    text = written
  }

  /// The reason of a row that replaces another because a file now has other values.
  static let importedAgain = "imported again"

  /// The rows to be recorded, behind a head; there are none afterwards.
  mutating func text(behind head: [UInt8]) -> [UInt8] {
    text.bytes.insert(contentsOf: head, at: 0)
    defer { text = TextBytes() }
    return text.bytes
  }

  // MARK: - What there is to tell

  /// What there is to tell of the file.
  func findings(file: String) -> [Finding] {
    var findings = lateCorrections
    var changed: (count: Int, first: (index: Int, row: Int)?) = (0, nil)
    var lost: (count: Int, first: (index: Int, row: Int, trust: AsRunEntry.Trust)?) = (0, nil)
    for (index, fate) in fates.enumerated() {
      switch fate {
      case .new: break
      case .replaces(let row): changed = (changed.count + 1, changed.first ?? (index, row))
      case .outranked(let row, let trust): lost = (lost.count + 1, lost.first ?? (index, row, trust))
      }
    }
    if let (index, row) = changed.first {
      findings.append(
        .ledgerRowsChanged(
          changed.count, firstReplaces: ledger.id(ofRow: row).text, at: place(of: open[index])))
    }
    let gone = gone
    if let first = gone.first {
      findings.append(
        .ledgerRowsGone(
          gone.count, first: ledger.id(ofRow: first).text, ledger.rooms[Int(ledger.rows[first].room)].day,
          file: file))
    }
    if let (index, row, mine) = lost.first, let old = ledger.record(ofRow: row)?.entry {
      findings.append(.ledgerRowsOutranked(lost.count, at: place(of: open[index]), mine, by: old))
    }
    return findings
  }

  private func place(of row: OpenRow) -> SourcePlace {
    SourcePlace(file: files[Int(row.file)], line: Int(row.line))
  }

  /// Rows in force that lie among those of the file, came from an import of which it has other rows, and are not
  /// in it.
  private var gone: [Int] {
    let imports = Set(isSeen.indices.lazy.filter { isSeen[$0] }.map { ledger.rows[$0].imported })
    guard !imports.isEmpty else { return [] }
    return ledger.rows.indices.filter { index in
      guard ledger.isInForce[index], !isSeen[index], imports.contains(ledger.rows[index].imported) else {
        return false
      }
      let room = ledger.rooms[Int(ledger.rows[index].room)]
      return days[room.outlet]?.contains(room.day) ?? false
    }
  }
}
