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
  /// The file's name without its folder.
  private let name: String
  /// Whether a file of these bytes was recorded before.
  private let isKnownSource: Bool
  /// How far apart rows about one airing may lie, in seconds.
  private let tolerance: Int
  private var recogniser: LineRecogniser
  /// The columns that the rows taken next have.
  var columns: Set<LogColumn> = [] {
    didSet { columnBits = columns.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }
  }
  private var columnBits: UInt32 = 0
  private var recorded: [RowDigest: Int32] = [:]
  private var corrections: Set<CorrectionDigest> = []
  private var corrected: Set<LedgerRowID> = []
  private var isSeen: [Bool]
  private var days: [String: ClosedRange<CivilDay>] = [:]
  private var open: [OpenRow] = []
  private var files: [String] = []
  private var fates: [Fate] = []
  private var lateCorrections: [Finding] = []
  /// The new rows that contradict a recorded one, by their index.
  private var opposing: [Int: AsRunEntry] = [:]

  /// A new row that may correct a recorded one.
  private struct OpenRow {
    let start: Int
    let length: Int32
    let room: Int32
    let line: Int32
    let file: Int32
    /// The columns of its file, as bits.
    let columns: UInt32
    let statesStatus: Bool
    let lengthDoubt: LengthDoubt?

    var text: Range<Int> { start..<start + Int(length) }
  }

  /// What becomes of such a row.
  private enum Fate {
    case new
    case replaces(Int)
    /// It says that something aired, and the recorded row that it did not, or the other way round: both stay in force.
    case opposes(Int)
    /// It adds nothing to the recorded row.
    case known
    case outranked(by: Int, AsRunEntry.Trust)
  }

  /// - Parameters:
  ///   - source: The SHA-256 of the file whose rows are coming.
  ///   - trust: How far rows can be relied on that do not say it.
  ///   - name: The file's name without its folder.
  ///   - expected: About how many bytes of text are to be expected.
  init(
    into ledger: Ledger, of plan: Plan, source: String, name: String, trust: AsRunEntry.Trust?, expected: Int
  ) {
    self.ledger = ledger
    self.source = source
    self.name = name
    self.trust = trust
    tolerance = plan.matching.onTimeMinutes * 60
    recogniser = LineRecogniser(plan: plan)
    isKnownSource = ledger.sourceDigests.contains(source)
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
  ///
  /// - Parameter content: What it says went out, of which `digest` is made.
  mutating func add(_ record: LogRecord, _ digest: RowDigest, _ content: LedgerText.Content) {
    read += 1
    if let replaced = record.replaces { return addCorrection(record, of: replaced, digest, content) }
    guard !ledger.isEmpty else { return append(record, content) }
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
    append(record, content)
    guard let room = ledger.room(OutletDay(outlet: entry.outlet, day: entry.day)) else { return }
    if files.last != entry.place.file { files.append(entry.place.file) }
    open.append(
      OpenRow(
        start: start, length: Int32(text.bytes.count - start), room: Int32(room),
        line: Int32(clamping: entry.place.line), file: Int32(files.count - 1), columns: columnBits,
        statesStatus: record.statesStatus, lengthDoubt: record.lengthDoubt))
  }

  private mutating func addCorrection(
    _ record: LogRecord, of replaced: String, _ digest: RowDigest, _ content: LedgerText.Content
  ) {
    let id = LedgerRowID(replaced)
    if corrections.contains(CorrectionDigest(content: digest, replaced: id)) {
      known += 1
    } else if let id, let row = ledger.row(id), ledger.isInForce[row], corrected.insert(id).inserted {
      append(record, content)
      replacing += 1
    } else {
      refused += 1
      lateCorrections.append(.ledgerReplacedAlready(replaced, at: record.entry.place))
    }
  }

  private mutating func append(_ record: LogRecord, _ content: LedgerText.Content) {
    LedgerText.append(record, content, trust: trust, to: &text)
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
    if !isOfThisFile(row), new.contradictsAiring(of: old), isOneWork(new, old) {
      let apart = new.time == nil || old.time == nil ? 0 : abs(new.seconds - old.seconds)
      // Farther apart one went out after the other did not.
      if apart <= tolerance {
        fates[index] = .opposes(row)
        opposing[index] = new
      }
      return
    }
    if let mine = new.trust, let theirs = old.trust, mine < theirs {
      fates[index] = .outranked(by: row, mine)
    } else {
      fates[index] = .replaces(row)
    }
  }

  private func record(of index: Int, _ records: inout LedgerRecords) -> LogRecord? {
    var record = records.record(in: text.bytes, at: open[index].start)
    record?.statesStatus = open[index].statesStatus
    record?.lengthDoubt = open[index].lengthDoubt
    return record
  }

  /// Whether a recorded row is of a file of this one's name: then a cell that is empty now takes back what stood there.
  private func isOfThisFile(_ row: Int) -> Bool {
    ledger.imports[Int(ledger.rows[row].imported)].source.name == name
  }

  /// Whether two rows of one outlet and day tell of one work.
  private mutating func isOneWork(_ new: AsRunEntry, _ old: AsRunEntry) -> Bool {
    if let edition = new.edition, let other = old.edition, edition != other { return false }
    if let uid = new.uid, uid == old.uid { return true }
    let (lines, others) = (recogniser.recognise(new).lineSet, recogniser.recognise(old).lineSet)
    if !lines.lines.isEmpty || !others.lines.isEmpty { return lines == others }
    return new.title.isEmpty || old.title.isEmpty || FoldedText(new.title) == FoldedText(old.title)
  }

  /// A row that replaces a recorded one, with what it leaves empty; `nil` when it says nothing new then.
  private mutating func completed(_ index: Int, _ row: Int, _ records: inout LedgerRecords) -> LogRecord? {
    guard var record = record(of: index, &records) else { return nil }
    if let old = records.record(ofRow: row), isOneWork(record.entry, old.entry) {
      let ownFile = isOfThisFile(row) && !isKnownSource && !hasWordsOfOthers(old, &records)
      let columns = open[index].columns
      record = RowGaps.filled(record, from: old) { column in
        !ownFile || columns & 1 << UInt32(column.rawValue) == 0
      }
      let isSurer = record.entry.trust.map { mine in old.entry.trust.map { $0 < mine } ?? true } ?? false
      var digester = RowDigester()
      if !isSurer, digester.digest(of: record) == ledger.rows[row].digest { return nil }
    }
    record.replaces = ledger.id(ofRow: row).text
    record.reason = LedgerMerge.importedAgain
    return record
  }

  /// Whether a recorded row has taken what it says from rows of other files.
  private func hasWordsOfOthers(_ record: LogRecord, _ records: inout LedgerRecords) -> Bool {
    var next = record.replaces
    while let id = next, let row = ledger.row(named: id) {
      if !isOfThisFile(row) { return true }
      next = records.record(ofRow: row)?.replaces
    }
    return false
  }

  /// Writes into the rows what they replace, and leaves out those that are outranked.
  private mutating func rewrite(_ records: inout LedgerRecords) {
    guard fates.contains(where: { if case .new = $0 { false } else { true } }) else { return }
    var written = TextBytes()
    var content = LedgerText.Content()
    written.bytes.reserveCapacity(text.bytes.count + 32 * open.count)
    var position = 0
    for (index, fate) in fates.enumerated() {
      let range = open[index].text
      written.bytes += text.bytes[position..<range.lowerBound]
      position = range.upperBound
      switch fate {
      case .new, .opposes, .known: written.bytes += text.bytes[range]
      case .outranked:
        outranked += 1
        added -= 1
      case .replaces(let row):
        guard let record = completed(index, row, &records) else {
          fates[index] = .known
          known += 1
          added -= 1
          continue
        }
        content.set(record)
        LedgerText.append(record, content, trust: trust, to: &written)
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
    var records = LedgerRecords(ledger)
    var changed: (count: Int, first: (index: Int, row: Int)?) = (0, nil)
    var lost: (count: Int, first: (index: Int, row: Int, trust: AsRunEntry.Trust)?) = (0, nil)
    for (index, fate) in fates.enumerated() {
      switch fate {
      case .new, .known: break
      case .opposes(let row):
        guard let new = opposing[index], let old = records?.record(ofRow: row)?.entry else { continue }
        findings.append(.rowsOppose(new, at: place(of: open[index]), old))
      case .replaces(let row): changed = (changed.count + 1, changed.first ?? (index, row))
      case .outranked(let row, let trust): lost = (lost.count + 1, lost.first ?? (index, row, trust))
      }
    }
    if let (index, row) = changed.first {
      findings.append(
        .ledgerRowsChanged(
          changed.count, firstReplaces: ledger.id(ofRow: row).text, at: place(of: open[index])))
    }
    let left = RowsLeftOut(ledger, isSeen: isSeen, days: days, name: name, isLonger: isLonger)
    for (rows, severity) in [(left.gone, Finding.Severity.warning), (left.passed, .info)] {
      guard let first = rows.first else { continue }
      findings.append(
        .ledgerRowsGone(
          rows.count, first: ledger.id(ofRow: first).text, ledger.rooms[Int(ledger.rows[first].room)].day,
          file: file, severity))
    }
    if let (index, row, mine) = lost.first, let old = ledger.record(ofRow: row)?.entry {
      findings.append(.ledgerRowsOutranked(lost.count, at: place(of: open[index]), mine, by: old))
    }
    return findings
  }

  private func place(of row: OpenRow) -> SourcePlace {
    SourcePlace(file: files[Int(row.file)], line: Int(row.line))
  }

  /// Whether the file says nothing new of the days that an earlier file of its name had: it only goes on from there.
  private var isLonger: Bool {
    var last: [String: CivilDay] = [:]
    for row in ledger.rows.indices where isOfThisFile(row) {
      let room = ledger.rooms[Int(ledger.rows[row].room)]
      last[room.outlet] = max(last[room.outlet] ?? room.day, room.day)
    }
    let goesOn = days.contains { outlet, own in last[outlet].map { $0 < own.upperBound } ?? false }
    return goesOn
      && fates.indices.allSatisfy { index in
        if case .known = fates[index] { return true }
        let room = ledger.rooms[Int(open[index].room)]
        return last[room.outlet].map { $0 < room.day } ?? true
      }
  }
}
