import ScheduleModel

/// Holds the rows of a file against a ledger, and finds out which of them are new and what they replace.
struct LedgerMerge {
  /// The rows to be recorded.
  private(set) var added: [LogRecord] = []
  /// How many rows the ledger has already.
  private(set) var known = 0
  /// How many say less reliably what it has already.
  private(set) var outranked = 0

  /// How many corrections came too late.
  private(set) var refused = 0

  private let inForce: [LogRecord]
  private var current: Set<String> = []
  private var everRecorded = RecordIndex()
  private var openByDay: [OutletDay: [Int]] = [:]
  private var days: [String: (first: CivilDay, last: CivilDay)] = [:]
  private var isSeen: [Bool]
  private var rowsOfSource: [String: Int] = [:]
  private var changed: [LogRecord] = []
  private var outrankedRows: [(LogRecord, by: LogRecord)] = []
  private var unmatched: [LogRecord] = []
  private var lateCorrections: [Finding] = []

  private struct OutletDay: Hashable {
    let outlet: String
    let day: CivilDay
  }

  init(into ledger: Ledger, source: LedgerImport.Source) {
    inForce = ledger.isEmpty ? [] : ledger.inForce().records
    isSeen = Array(repeating: false, count: inForce.count)
    for (index, record) in inForce.enumerated() {
      openByDay[OutletDay(outlet: record.entry.outlet, day: record.entry.day), default: []].append(index)
      if let id = record.entry.id { current.insert(id) }
    }
    var sameSource: Set<String> = []
    for (key, entry) in zip(ledger.keys, ledger.imports) {
      for record in entry.records { everRecorded.insert(record) }
      if entry.source.digest == source.digest { sameSource.insert(key) }
    }
    for (index, record) in inForce.enumerated() where !sameSource.isEmpty {
      if let key = record.entry.id?.split(separator: ":").first, sameSource.contains(String(key)) {
        rowsOfSource[record.row] = index
      }
    }
  }

  /// Takes the next row of the file.
  mutating func add(_ record: LogRecord) {
    if let replaced = record.replaces {
      if everRecorded.holds(record) {
        known += 1
      } else if current.remove(replaced) == nil {
        refused += 1
        lateCorrections.append(.ledgerReplacedAlready(replaced, at: record.entry.place))
      } else {
        added.append(record)
      }
      return
    }
    let (outlet, day) = (record.entry.outlet, record.entry.day)
    if let known = days[outlet] {
      days[outlet] = (min(known.first, day), max(known.last, day))
    } else {
      days[outlet] = (day, day)
    }
    if inForce.isEmpty {
      added.append(record)
    } else if everRecorded.holds(record) {
      known += 1
      markSeen(record)
    } else {
      unmatched.append(record)
    }
  }

  private mutating func markSeen(_ record: LogRecord) {
    let day = OutletDay(outlet: record.entry.outlet, day: record.entry.day)
    for index in openByDay[day] ?? [] where !isSeen[index] && inForce[index].saysTheSame(as: record) {
      isSeen[index] = true
      return
    }
  }

  /// Pairs the rows that are new with those that they replace, once all rows are there.
  mutating func finish() {
    var open = unmatched.map(Optional.some)
    for sign in Sign.allCases {
      for (position, record) in open.enumerated() {
        guard let record, let index = rival(of: record, by: sign) else { continue }
        isSeen[index] = true
        open[position] = nil
        take(record, inPlaceOf: inForce[index])
      }
    }
    // New rows come in the file's order, whatever they replace.
    let fresh = open.compactMap(\.self)
    added += fresh
    added.sort { $0.entry.place < $1.entry.place }
  }

  /// By what a row is known to be the one that was recorded otherwise.
  private enum Sign: CaseIterable {
    case sourceRow, uid, edition, time, title
  }

  private func rival(of record: LogRecord, by sign: Sign) -> Int? {
    let entry = record.entry
    if sign == .sourceRow {
      guard let index = rowsOfSource[record.row], !isSeen[index] else { return nil }
      return index
    }
    let day = OutletDay(outlet: entry.outlet, day: entry.day)
    let fitting = (openByDay[day] ?? []).filter { index in
      let other = inForce[index].entry
      guard !isSeen[index] else { return false }
      switch sign {
      case .sourceRow: return false
      case .uid: return entry.uid != nil && entry.uid == other.uid
      case .edition:
        return entry.edition != nil && entry.edition == other.edition && entry.line != nil
          && entry.line == other.line && entry.language == other.language
      case .time:
        return entry.time != nil && entry.time == other.time && entry.language == other.language
      case .title:
        return !entry.title.isEmpty && entry.language == other.language
          && FoldedText(entry.title) == FoldedText(other.title)
      }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private mutating func take(_ record: LogRecord, inPlaceOf old: LogRecord) {
    if let mine = record.entry.trust, let theirs = old.entry.trust, mine < theirs {
      outranked += 1
      outrankedRows.append((record, by: old))
      return
    }
    var record = record
    record.replaces = old.entry.id
    record.reason = LedgerMerge.importedAgain
    added.append(record)
    changed.append(record)
  }

  /// The reason of a row that replaces another because a file has it otherwise.
  static let importedAgain = "imported again"

  /// What there is to tell of the file.
  func findings(file: String) -> [Finding] {
    var findings: [Finding] = []
    if let first = changed.first {
      findings.append(.ledgerRowsChanged(changed.count, first, at: first.entry.place))
    }
    let gone = gone
    if let first = gone.first {
      findings.append(.ledgerRowsGone(gone.count, inForce[first].entry, file: file))
    }
    if let (record, old) = outrankedRows.first {
      findings.append(.ledgerRowsOutranked(outrankedRows.count, record.entry, by: old.entry))
    }
    return lateCorrections + findings
  }

  /// Rows in force that lie among those of the file, came from an import of which it has other rows, and are not
  /// in it.
  private var gone: [Int] {
    func key(_ index: Int) -> Substring? { inForce[index].entry.id?.split(separator: ":").first }
    let imports = Set(inForce.indices.filter { isSeen[$0] }.compactMap(key))
    guard !imports.isEmpty else { return [] }
    return inForce.indices.filter { index in
      let entry = inForce[index].entry
      guard !isSeen[index], let days = days[entry.outlet], let key = key(index) else { return false }
      return days.first <= entry.day && entry.day <= days.last && imports.contains(key)
    }
  }
}

/// Knows which rows were ever recorded.
struct RecordIndex {
  private var byDigest: [Int: [LogRecord]] = [:]

  mutating func insert(_ record: LogRecord) { byDigest[digest(record), default: []].append(record) }

  /// Whether a row that says the same was recorded, replacing the same row if it replaces one.
  func holds(_ record: LogRecord) -> Bool {
    (byDigest[digest(record)] ?? []).contains {
      $0.saysTheSame(as: record) && (record.replaces == nil || $0.replaces == record.replaces)
    }
  }

  private func digest(_ record: LogRecord) -> Int { RepeatGuard.digest(record.entry, [record.other]) }
}
