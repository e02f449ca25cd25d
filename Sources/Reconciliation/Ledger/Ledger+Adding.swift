import ScheduleModel

extension Ledger {
  /// Finds rows by what people call them: the id, or the source's name and line.
  ///
  /// - Returns: The row of that name that is in force; else one that was replaced; `nil` when the name is none, or
  ///   fits several.
  func rowFinder() -> (String) -> AsRunEntry? {
    let current = Set(inForce().records.compactMap(\.entry.id))
    var byName: [String: [AsRunEntry]] = [:]
    for entry in imports {
      for record in entry.records {
        guard let id = record.entry.id else { continue }
        byName[id] = [record.entry]
        byName["\(entry.source.name):\(record.row)", default: []].append(record.entry)
      }
    }
    return { name in
      let found = byName[name] ?? byName[name.split(separator: "/").last.map(String.init) ?? ""] ?? []
      let valid = found.count == 1 ? found : found.filter { $0.id.map(current.contains) ?? false }
      return valid.count == 1 ? valid[0] : nil
    }
  }

  /// What the rows of a file add.
  ///
  /// A row that the ledger has already, in force or replaced since, adds nothing. A new row replaces one in force
  /// on the same outlet and day when both have the same place in the same file, the same UID, the same line,
  /// edition and language, the same time, or the same title – in this order – unless that one is more reliable.
  /// Rows of such a day that the file no longer has stay in force and are told.
  func adding(
    _ reading: LogReading, recorded: LocalTime, author: String?, trust: AsRunEntry.Trust?
  ) -> LedgerAddition {
    var merge = LedgerMerge(into: self, source: reading.source)
    for record in reading.records {
      var kept = LogRecord(record.entry.kept(at: record.entry.place, id: nil, author: nil, trust: trust))
      kept.other = record.other
      kept.row = record.row
      kept.replaces = record.replaces
      kept.reason = record.reason
      kept.isWithdrawal = record.isWithdrawal
      merge.add(kept)
    }
    merge.finish()
    let isNewSource = !sourceDigests.contains(reading.source.digest)
    var file: (String, [UInt8])?
    if !merge.added.isEmpty || (isNewSource && merge.known > 0) {
      let entry = LedgerImport(
        source: reading.source, recorded: recorded, author: author, records: merge.added)
      let bytes = LedgerText.bytes(of: entry)
      let key = String(Digest.sha256(bytes).prefix(LedgerKey.length))
      file = (LedgerKey.name(recorded: recorded, key: key), bytes)
    }
    return LedgerAddition(
      file: file,
      summary: LogImportSummary(
        file: reading.file, recordedIn: file?.0, read: reading.records.count, added: merge.added.count,
        replacing: merge.added.count { $0.replaces != nil }, known: merge.known, outranked: merge.outranked,
        leftOut: reading.source.rowsLeftOut + merge.refused, previews: reading.previews),
      findings: reading.findings + merge.findings(file: reading.file))
  }
}

/// The rows of one file, as they are to be recorded.
struct LogReading {
  /// The file, as the user named it.
  let file: String
  /// The file and how it was read.
  let source: LedgerImport.Source
  /// What it says.
  let records: [LogRecord]
  /// What is wrong with it.
  let findings: [Finding]
  /// How it is understood.
  let previews: [LogPreview]
}
