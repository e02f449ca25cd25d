import Digests
import Logs
import PlanFiles
import ScheduleModel

extension StationYear {
  /// The recorded logs in the order of the Book.
  func recordedLogs() -> [RecordedLog] {
    book.entries(.log).map { $0.recordedLog(clock: clock, in: "book") }
  }

  /// Reads the logs of the Book, and on top of them working files.
  ///
  /// A working file goes through the very merge that an import uses, so that what the Book has counts once. Where
  /// nothing is recorded and there is one file, it is read as it is.
  func readLogs(_ plan: Plan, asOf: CivilDay?, laterRows: Finding.Severity = .info) -> (
    log: AsRunLog, pending: [String], findings: [Finding]
  )? {
    if let logs = terms.logs {
      let (log, findings) = readWorking(logs, plan, asOf: asOf, laterRows: laterRows)
      return (log, [], findings)
    }
    let recorded = recordedLogs()
    let known = Set(recorded.map(\.source.digest))
    let digests = countsWorkingFiles ? (files?.logs ?? []).map { ($0, $0.digest) } : []
    let unknown = digests.filter { !known.contains($1) }
    let pending = unknown.map(\.0)
    guard !recorded.isEmpty || !pending.isEmpty else { return nil }
    let saved = savedMappings()
    let isMapped = pending.contains { file in
      if case .success(nil) = saved.mapping(for: file.name) { false } else { true }
    }
    if recorded.isEmpty, pending.count == 1, !isMapped {
      let (log, findings) = readWorking(pending, plan, asOf: asOf, laterRows: laterRows)
      return (log, pending.map(\.name), findings)
    }
    var all = recorded
    var doubts: [Finding] = []
    var leftOut = 0
    var untimed: UntimedAirings?
    if !pending.isEmpty {
      var (ledger, _) = Ledger.read(recorded, plan: plan)
      for (file, digest) in unknown {
        var options = LogReadingOptions()
        switch saved.mapping(for: file.name) {
        case .success(let mapping): options.mapping = mapping
        case .failure(let several):
          doubts.append(.mappingAmbiguous(several.names, file: file.name))
          continue
        }
        var addition = LogImport.addition(
          to: ledger, of: file.bytes, digest: digest, file: file.name, plan: plan,
          LogImport.Stamp(author: nil),
          options)
        untimed = untimed ?? untimedAirings(askedBy: addition.findings)
        if let untimed, !untimed.isEmpty {
          options.untimed = untimed
          addition = LogImport.addition(
            to: ledger, of: file.bytes, digest: digest, file: file.name, plan: plan,
            LogImport.Stamp(author: nil),
            options)
        }
        // Which titles are not known is told when a log is recorded; what is unclear or denied, when it is matched.
        doubts += addition.findings.filter {
          ![.logTitlesUnknown, .logRowUnclear, .logRowsContradict].contains($0.code)
        }
        leftOut += addition.summary.leftOut
        guard let rows = addition.rows else { continue }
        let log = RecordedLog(
          id: rows.source.digest,
          source: LedgerImport.Source(
            name: file.name, digest: rows.source.digest, form: rows.source.form, rowsLeftOut: 0),
          recorded: LocalTime(plan.days.lowerBound), author: nil, file: file.name, bytes: rows.bytes,
          start: 0,
          isRecorded: false)
        ledger.add(log)
        all.append(log)
      }
    }
    let (log, findings) = AsRunReader.read(recorded: all, plan: plan, asOf: asOf, laterRows: laterRows)
    return (
      AsRunLog(entries: log.entries, rowsLeftOut: log.rowsLeftOut + leftOut, doubts: log.doubts),
      pending.map(\.name),
      doubts + findings
    )
  }

  private func readWorking(
    _ files: [InputFile], _ plan: Plan, asOf: CivilDay?, laterRows: Finding.Severity
  ) -> (log: AsRunLog, findings: [Finding]) {
    func read(_ untimed: UntimedAirings?) -> (log: AsRunLog, findings: [Finding]) {
      AsRunReader.read(
        files.map { ($0.name, $0.bytes) }, plan: plan, asOf: asOf, laterRows: laterRows, untimed: untimed)
    }
    let first = read(nil)
    guard let untimed = untimedAirings(askedBy: first.findings), !untimed.isEmpty else { return first }
    return read(untimed)
  }

  /// What the schedule airs several times on a day without an hour; `nil` when no row repeats another.
  ///
  /// Only then, and where a plan with repeats has openings without an hour, is the schedule asked for, which may take a
  /// while to be found.
  func untimedAirings(askedBy findings: [Finding]) -> UntimedAirings? {
    guard findings.contains(where: { $0.code == .logRowRepeated }), let plan,
      plan.lines.contains(where: { !$0.repeats.isEmpty }),
      plan.outlets.contains(where: { $0.grid.contains { $0.at == nil } })
    else { return nil }
    var year = self
    return UntimedAirings(year.schedule()?.schedule.placements ?? [])
  }

  /// What people said by hand about rows: in the Book, the newest first, then in a table of their own.
  func links(of plan: Plan) -> (links: [EntryLink], findings: [Finding]) {
    let (links, findings) = allLinks(of: plan)
    return (
      links.filter { $0.titleMeant == nil && $0.meaning != .withdrawn },
      findings + titleContradictions(of: plan)
    )
  }

  /// The same with titles, and with what was taken back.
  private func allLinks(of plan: Plan) -> (links: [EntryLink], findings: [Finding]) {
    var links: [EntryLink] = []
    var findings: [Finding] = []
    for entry in book.entries(.link).reversed() {
      let read = LinkReader.read(Array(entry.body), file: "book/\(entry.fileName)", plan: plan)
      // A later link about the same row takes the place of an earlier one.
      links += read.links.filter { link in !links.contains { $0.row == link.row } }
      findings += read.findings
    }
    if countsWorkingFiles, let file = files?.links {
      let read = LinkReader.read(file.bytes, file: file.name, plan: plan)
      links += read.links.filter { link in !links.contains { $0.row == link.row } }
      findings += read.findings
    }
    return (links, findings)
  }

  /// The plan with the titles that people settled by hand as further names of their lines; the last word about a title
  /// counts.
  func withTitles(_ plan: Plan) -> Plan {
    var lines: [FoldedText: (title: String, line: String)] = [:]
    func note(_ links: [EntryLink]) {
      for link in links {
        guard let meant = link.titleMeant else { continue }
        lines[meant] = link.titledLine.map { (link.row.title ?? "", $0) }
      }
    }
    if countsWorkingFiles, let file = files?.links {
      note(LinkReader.read(file.bytes, file: file.name, plan: plan).links)
    }
    for entry in book.entries(.link) {
      note(LinkReader.read(Array(entry.body), file: "book/\(entry.fileName)", plan: plan).links)
    }
    guard !lines.isEmpty else { return plan }
    let titles = Dictionary(grouping: lines.values, by: \.line).mapValues { $0.map(\.title).sorted() }
    return plan.with(
      lines: plan.lines.map { line in titles[line.id].map { line.adding(aliases: $0) } ?? line },
      outlets: plan.outlets)
  }
}

extension StationYear {
  /// Placements that nothing shows, of which a row of the logs tells that could not be read or is unclear: whether they
  /// aired is open. By UID.
  func doubtful(_ reconciled: Reconciled, of plan: Plan) -> Set<String> {
    var days = DoubtfulDays()
    // A file that was recorded again says what it says now.
    var sources: Set<String> = []
    for entry in book.entries(.log).reversed() where sources.insert(entry.head.notes["source"] ?? "").inserted
    {
      if let text = entry.head.notes[BookEntry.doubtfulDaysNote] { days.add(DoubtfulDays(text)) }
    }
    for row in reconciled.unplanned
    where row.entry.status == .unclear && row.sign != .link && row.entry.showsItsDay {
      if let line = row.line { days.insert(line: line, outlet: row.entry.outlet, row.entry.broadcastDay) }
    }
    guard !days.isEmpty else { return [] }
    let broadcast = BroadcastDays(plan: plan)
    return Set(
      reconciled.outcomes.filter {
        $0.airing == nil && $0.makeGood == nil && ($0.outcome == .missed || $0.outcome == .pending)
          && days.has($0.placement, on: broadcast.days(of: $0.placement))
      }.map(\.placement.uid))
  }
}

extension BookEntry {
  /// The note in the head of a log with the days of lines of which a row tells that was left out.
  static let doubtfulDaysNote = "in-doubt"

  /// The log that the entry holds.
  func recordedLog(clock: StationClock, in path: String) -> RecordedLog {
    RecordedLog(
      id: id,
      source: LedgerImport.Source(
        name: head.notes["source"] ?? "", digest: head.notes["source-sha256"] ?? "",
        form: head.notes["form"] ?? "csv", rowsLeftOut: head.notes["left-out"].flatMap { Int($0) } ?? 0),
      recorded: clock.local(head.time), author: head.author.isEmpty ? nil : head.author,
      file: "\(path)/\(fileName)", bytes: bytes, start: bodyStart)
  }
}
