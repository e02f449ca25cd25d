import Logs
public import ScheduleModel

extension StationYear {
  /// All that was said by hand about rows of the logs, the newest first: links, titles, corrections, broadcasts entered by
  /// hand, and what was taken back.
  ///
  /// - Complexity: Linear in the logs and the statements.
  public mutating func handStatements() -> [HandStatement] {
    guard let plan = readingPlan() else { return [] }
    let log = asRun()?.log
    let effects = RowEffects(held(), log)
    return saidByLinks(plan, effects) + saidByLogs(effects)
  }

  // MARK: - Links and titles

  private struct SaidLink {
    let id: String
    let entry: BookEntry?
    let link: EntryLink
  }

  private func saidByLinks(_ plan: Plan, _ effects: RowEffects) -> [HandStatement] {
    // The newest first, as they are followed: the Book's before those that are not recorded yet.
    var said: [SaidLink] = []
    for entry in book.entries(.link).reversed() {
      let read = LinkReader.read(Array(entry.body), file: "book/\(entry.fileName)", plan: plan).links
      said += read.map { SaidLink(id: "\(entry.shortID):\($0.place.line)", entry: entry, link: $0) }
    }
    if countsWorkingFiles, let file = files?.links {
      said += LinkReader.read(file.bytes, file: file.name, plan: plan).links.map {
        SaidLink(id: "\(file.name):\($0.place.line)", entry: nil, link: $0)
      }
    }
    var rows: [EntryLink.RowDescription: SaidLink] = [:]
    var titles: [FoldedText: SaidLink] = [:]
    return said.map { said in
      let (link, meant) = (said.link, said.link.titleMeant)
      let newer = meant.map { titles[$0] } ?? rows[link.row]
      if newer == nil {
        if let meant { titles[meant] = said } else { rows[link.row] = said }
      }
      let subject: HandStatement.Subject
      switch link.meaning {
      case .withdrawn: subject = .takenBack
      case .titles(let line): subject = .title(link.row.title ?? "", line: line)
      case .shows, .makesGood, .nothing: subject = .row(link.row, link.meaning)
      }
      let effect = newer == nil ? effects.effect(of: link) : nil
      let standing: HandStatement.Standing
      if let newer {
        standing = newer.link.meaning == .withdrawn ? .takenBack(by: newer.id) : .replaced(by: newer.id)
      } else {
        standing = effect == nil && link.meaning != .withdrawn ? .notFollowed : .holds
      }
      return HandStatement(
        id: said.id, entry: said.entry?.id, time: said.entry.map { clock.local($0.head.time) },
        author: said.entry.map(\.head.author) ?? link.author, reason: link.reason, subject: subject,
        standing: standing, effect: effect)
    }
  }

  // MARK: - Corrections and broadcasts by hand

  private func saidByLogs(_ effects: RowEffects) -> [HandStatement] {
    var replaced: [String: (id: String, isWithdrawal: Bool)] = [:]
    var statements: [HandStatement] = []
    for entry in book.entries(.log).reversed() {
      let isByHand = entry.head.notes["source"] == HandBroadcast.source
      let table = RecordedTable(
        of: entry.bytes, from: entry.bodyStart, line: entry.bodyLine,
        where: { names, cells in
          isByHand
            || (names.firstIndex(of: "replaces").map { !cells[$0].isEmpty } ?? false)
        })
      for row in table.rows.reversed() {
        let id = "\(entry.shortID):\(row.line)"
        let former = table.cell("replaces", of: row)
        let isWithdrawal = table.cell("status", of: row) == "withdrawn"
        let later = replaced[id]
        if let former, replaced[former] == nil { replaced[former] = (id, isWithdrawal) }
        // What a newer version of a log replaces by itself, nobody said by hand.
        guard isByHand || table.cell("reason", of: row) != nil else { continue }
        let said = EntryLink.RowDescription(table, row)
        let subject: HandStatement.Subject =
          if let former {
            .correction(of: former, now: said, isWithdrawal: isWithdrawal)
          } else {
            .broadcast(said, evidence: table.cell("evidence", of: row))
          }
        let standing: HandStatement.Standing =
          later.map { $0.isWithdrawal ? .takenBack(by: $0.id) : .replaced(by: $0.id) } ?? .holds
        statements.append(
          HandStatement(
            id: id, entry: entry.id, time: clock.local(entry.head.time),
            author: table.cell("author", of: row) ?? entry.head.author,
            reason: table.cell("reason", of: row) ?? entry.head.comment ?? "", subject: subject,
            standing: standing,
            effect: later == nil ? isWithdrawal ? .countsNowhere : effects.effect(ofRow: id) : nil))
      }
    }
    return statements
  }

  // MARK: - Taking back

  /// The statement that something said by hand does not hold any more; nothing that was said is changed.
  ///
  /// - Parameter id: What ``HandStatement/id`` names.
  public mutating func withdrawing(
    _ id: String, author: String, reason: String, time: LocalTime
  ) -> Result<Book.Statement, WithdrawalRefusal> {
    guard let said = handStatements().first(where: { $0.id == id }) else { return .failure(.unknown) }
    switch (said.subject, said.standing) {
    case (.takenBack, _), (_, .replaced), (_, .takenBack): return .failure(.holdsNoMore)
    default: break
    }
    let row: EntryLink.RowDescription
    switch said.subject {
    case .takenBack: return .failure(.holdsNoMore)
    case .row(let described, _): row = described
    case .title(let title, _):
      var described = EntryLink.RowDescription()
      described.title = title
      row = described
    case .correction(let former, _, let isWithdrawal):
      // A row that was taken back has nothing in force that could be replaced.
      guard !isWithdrawal else { return .failure(.holdsNoMore) }
      return correcting(id, asIn: former, author: author, reason: reason, time: time)
    case .broadcast: return correcting(id, asIn: nil, author: author, reason: reason, time: time)
    }
    let link = EntryLink(
      meaning: .withdrawn, row: row, author: author, reason: reason,
      place: SourcePlace(file: "link", line: 2))
    return .success(
      Book.Statement(
        BookEntry.Head(kind: .link, time: time, author: author, comment: reason),
        body: LinkFile.table(of: link)))
  }

  /// A correction of a recorded row: it says what another row said, or nothing went out at all.
  private func correcting(
    _ id: String, asIn former: String?, author: String, reason: String, time: LocalTime
  ) -> Result<Book.Statement, WithdrawalRefusal> {
    var columns: [(name: String, text: String)] = [("replaces", id), ("reason", reason)]
    if let former {
      guard let (table, row) = recordedRow(former) else { return .failure(.unknown) }
      for name in HandBroadcast.columns where name != "author" {
        if let text = table.cell(name, of: row) { columns.append((name, text)) }
      }
    } else {
      columns.append(("status", "withdrawn"))
    }
    let file = InputFile(name: HandBroadcast.source, bytes: HandBroadcast.table(columns))
    let prepared = importing([file], ImportRequest(time: time, author: author))
    guard let statement = prepared.statements.first else {
      return .failure(.findings(prepared.findings.filter { $0.severity == .error }))
    }
    var head = statement.head
    head.comment = reason
    return .success(Book.Statement(head, body: statement.body))
  }

  private func recordedRow(_ id: String) -> (RecordedTable, RecordedTable.Row)? {
    let parts = id.split(separator: ":")
    guard parts.count == 2, let line = Int(parts[1]),
      let entry = book.entries(.log).first(where: { $0.shortID == parts[0] })
    else { return nil }
    let table = RecordedTable(of: entry.bytes, from: entry.bodyStart, line: entry.bodyLine)
    return table.rows.first { $0.line == line }.map { (table, $0) }
  }
}

/// What became of each row of the logs.
private struct RowEffects {
  private let entries: [AsRunEntry]
  private var byDay: [CivilDay: [Int]] = [:]
  private var byID: [String: Int] = [:]
  private var byTitle: [FoldedText: [Int]] = [:]
  private var effects: [SourcePlace: HandStatement.Effect] = [:]

  init(_ held: ReconciledYear?, _ log: AsRunLog?) {
    entries = log?.entries ?? []
    for (index, entry) in entries.enumerated() {
      byDay[entry.day, default: []].append(index)
      if let id = entry.id { byID[id] = index }
    }
    guard let reconciled = held?.reconciled else { return }
    for row in reconciled.unplanned {
      effects[row.entry.place] =
        row.sign == .link && row.line == nil ? .countsNowhere : .unplanned(line: row.line)
    }
    for outcome in reconciled.outcomes {
      if let entry = outcome.entry { effects[entry.place] = .shows(outcome.placement, outcome.outcome) }
      if outcome.isMadeGood, let entry = outcome.makeGood {
        effects[entry.place] = .makesGood(outcome.placement)
      }
    }
  }

  func effect(ofRow id: String) -> HandStatement.Effect? {
    byID[id].flatMap { effects[entries[$0].place] }
  }

  func effect(of link: EntryLink) -> HandStatement.Effect? {
    switch link.meaning {
    case .withdrawn: return nil
    case .titles:
      guard let title = link.titleMeant else { return nil }
      let named = entries.filter { FoldedText($0.title) == title }
      let placed = named.count { entry in
        if case .shows = effects[entry.place] { true } else { false }
      }
      return .rows(named.count, placed: placed)
    case .shows, .makesGood, .nothing:
      let near = link.row.day.map { byDay[$0, default: []] } ?? Array(entries.indices)
      let fitting = near.filter { link.row.fits(entries[$0]) }
      guard fitting.count == 1, let effect = effects[entries[fitting[0]].place] else { return nil }
      // A link to a placement that is gone leaves its row where it was.
      switch (link.meaning, effect) {
      case (.shows(let uid), .shows(let placement, _)) where placement.uid == uid: return effect
      case (.makesGood(let uid), .makesGood(let placement)) where placement.uid == uid: return effect
      case (.shows, .makesGood), (.makesGood, .unplanned): return effect
      case (.nothing, .countsNowhere): return effect
      default: return nil
      }
    }
  }
}

extension EntryLink.RowDescription {
  /// What a recorded row says of itself.
  fileprivate init(_ table: RecordedTable, _ row: RecordedTable.Row) {
    self.init()
    day = table.cell("date", of: row).flatMap { CivilDay(iso: $0) }
    time = table.cell("time", of: row).flatMap { TimeOfDay($0) }
    outlet = table.cell("outlet", of: row)
    line = table.cell("line", of: row)
    edition = table.cell("edition", of: row).flatMap { Int($0) }
    title = table.cell("title", of: row)
    file = table.cell("row", of: row)
  }
}
