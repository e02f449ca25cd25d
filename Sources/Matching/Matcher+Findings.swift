public import ScheduleModel

extension Matcher {
  /// What is doubtful once schedule and log are held against each other.
  ///
  /// Links that cannot be followed; UIDs that the schedule does not have, once for each file; rows that say something else than the placement
  /// whose UID they carry; and outlets of which no log tells as far as the others do, though something was due there:
  /// more likely a log is not there than nothing went out.
  /// - Returns: The findings about rows, in the log's order, then those about outlets, in the plan's.
  public static func findings(
    plan: Plan, log: AsRunLog, links: [EntryLink] = [], reconciled: Reconciled
  ) -> [Finding] {
    let placements = links.isEmpty ? [] : reconciled.outcomes.map(\.placement)
    return LinkTable(links, log: log, placements: placements).findings + uids(in: log, reconciled)
      + parts(of: plan, reconciled)
      + repeats(in: reconciled, of: plan)
      + unclear(in: reconciled, of: plan) + countedInDoubt(log, reconciled)
      + editions(of: plan, log, reconciled) + sameNumbers(in: reconciled)
      + outsideYear(of: plan, reconciled)
      + joined(in: reconciled) + overruns(of: plan, reconciled) + makeGoods(in: log, links, reconciled)
      + silentOutlets(of: plan, log, reconciled) + outsideValidity(of: plan, log)
  }

  /// Rows of days on which their outlet did not exist, once for each outlet.
  private static func outsideValidity(of plan: Plan, _ log: AsRunLog) -> [Finding] {
    let limited = Dictionary(
      plan.outlets.filter { $0.validity != .always }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    guard !limited.isEmpty else { return [] }
    var found: [String: (first: AsRunEntry, count: Int)] = [:]
    for entry in log.entries {
      guard let outlet = limited[entry.outlet], !outlet.validity.contains(entry.broadcastDay) else {
        continue
      }
      found[outlet.id] = (found[outlet.id]?.first ?? entry, (found[outlet.id]?.count ?? 0) + 1)
    }
    return plan.outlets.compactMap { outlet in
      found[outlet.id].map { .rowsOutsideValidity(of: outlet, first: $0.first, count: $0.count) }
    }
  }

  /// Rows that began on time and are said to have gone on past the end of their opening by more than the tolerance, once
  /// for each file.
  private static func overruns(of plan: Plan, _ reconciled: Reconciled) -> [Finding] {
    let openings = Dictionary(
      plan.outlets.flatMap { outlet in
        outlet.grid.compactMap { line in
          // Where nobody states a length, nothing passes it.
          guard let at = line.at, line.minutes > 0 else { return nil as (String, Int)? }
          return ("\(outlet.id).\(line.id)", at.seconds + line.minutes * 60)
        }
      }, uniquingKeysWith: { first, _ in first })
    guard !openings.isEmpty else { return [] }
    // A row on time that is no longer than the shortest opening passes the end of none by more than the tolerance.
    let shortest = plan.outlets.flatMap(\.grid).map(\.minutes).filter { $0 > 0 }.min() ?? 0
    var found: [(entry: AsRunEntry, minutes: Int, count: Int)] = []
    // Placements of one slot mostly follow each other.
    var last: (slot: String, end: Int?) = ("", nil)
    for result in reconciled.outcomes where result.outcome == .aired {
      // A slot is named after its opening and the day, `.2018-04-05`.
      guard let entry = result.entry, let minutes = entry.minutes, minutes > shortest, let time = entry.time
      else { continue }
      let slot = result.placement.slot
      if slot != last.slot { last = (slot, openings[String(slot.dropLast(11))]) }
      guard let end = last.end else { continue }
      // What begins after midnight belongs to an opening of the evening before.
      let start = end - time.seconds > 43_200 ? time.seconds + 86_400 : time.seconds
      let over = (start + minutes * 60 - end) / 60
      guard over > plan.matching.onTimeMinutes else { continue }
      if let index = found.firstIndex(where: { $0.entry.place.file == entry.place.file }) {
        found[index].count += 1
      } else {
        found.append((entry, over, 1))
      }
    }
    return found.map { .overrun($0.entry, by: $0.minutes, count: $0.count) }
  }

  /// Rows that name a part which works of their line do not have, once for each file.
  private static func parts(of plan: Plan, _ reconciled: Reconciled) -> [Finding] {
    guard plan.lines.contains(where: { $0.parts > 1 }) else { return [] }
    var found: [(entry: AsRunEntry, part: WorkPart, line: PlanLine, count: Int)] = []
    let rows = reconciled.unplanned + reconciled.outcomes.compactMap(\.substitute)
    for unplanned in rows.sorted(by: { $0.entry.place < $1.entry.place }) {
      guard let line = unplanned.line.flatMap(plan.line), let part = line.part(shownBy: unplanned.entry),
        !part.fits(line)
      else { continue }
      if let index = found.firstIndex(where: { $0.entry.place.file == unplanned.entry.place.file }) {
        found[index].count += 1
      } else {
        found.append((unplanned.entry, part, line, 1))
      }
    }
    return found.map { .partUnknown($0.part, of: $0.line, in: $0.entry, rows: $0.count) }
  }

  /// Rows that say, or may say, that they are repeats, and do not count as that without a doubt; each kind once for each
  /// file.
  private static func repeats(in reconciled: Reconciled, of plan: Plan) -> [Finding] {
    var found: [(kind: RepeatDoubt.Kind, doubt: RepeatDoubt)] = []
    func note(_ row: UnplannedEntry, _ kind: RepeatDoubt.Kind, insteadOf placement: Placement? = nil) {
      let place = row.entry.place
      if let index = found.firstIndex(where: { $0.kind == kind && $0.doubt.entry.place.file == place.file }) {
        found[index].doubt.rows += 1
        guard place < found[index].doubt.entry.place else { return }
        found[index].doubt.entry = row.entry
        found[index].doubt.placement = placement
        found[index].doubt.line = row.line.flatMap(plan.line)
      } else {
        found.append(
          (
            kind,
            RepeatDoubt(entry: row.entry, line: row.line.flatMap(plan.line), placement: placement, rows: 1)
          ))
      }
    }
    for row in reconciled.unplanned where row.entry.status == .aired {
      if row.repetition == .unfounded { note(row, .unfounded) }
      if row.mayBeRepeat, row.line != nil { note(row, .unclear) }
    }
    for outcome in reconciled.outcomes {
      if let entry = outcome.entry, outcome.mayBeRepeat {
        let line = plan.line(outcome.placement.line)
        if RepeatName(in: entry.title)?.isSure == false, line.map({ RepeatName(in: $0.title) == nil }) ?? true
        {
          note(
            UnplannedEntry(entry: entry, line: outcome.placement.line), .unclear, insteadOf: outcome.placement
          )
        }
      }
      if let row = outcome.substitute, [.stated, .unfounded].contains(row.repetition),
        outcome.placement.run.isNew
      {
        note(row, .insteadOfFirstRun, insteadOf: outcome.placement)
      }
    }
    return found.map { $0.doubt.finding($0.kind) }
  }

  /// Rows about one broadcast, once for each file, those that are surely one and those that may be.
  private static func joined(in reconciled: Reconciled) -> [Finding] {
    var groups: [(first: JoinedEntries, count: Int)] = []
    for pair in reconciled.joined {
      let index = groups.firstIndex {
        $0.first.isSure == pair.isSure && $0.first.part.place.file == pair.part.place.file
      }
      if let index { groups[index].count += 1 } else { groups.append((pair, 1)) }
    }
    return groups.map { .rowsJoined($0.first, count: $0.count) } + contradictions(in: reconciled)
      + clashes(in: reconciled)
  }

  /// Rows about one broadcast that state different lengths, once for each file; and each pair of rows of which one says that
  /// it aired and the other that it did not.
  private static func contradictions(in reconciled: Reconciled) -> [Finding] {
    var found: [(pair: JoinedEntries, count: Int)] = []
    func note(_ pair: JoinedEntries) {
      let index = found.firstIndex { $0.pair.part.place.file == pair.part.place.file }
      if let index { found[index].count += 1 } else { found.append((pair, 1)) }
    }
    for pair in reconciled.joined where pair.isSure && abs(pair.part.seconds - pair.head.seconds) <= 90 {
      if pair.statesOtherLength { note(pair) }
    }
    return found.map { .rowsContradict($0.pair, count: $0.count) }
      + reconciled.opposed.map { .rowsOpposed($0) }
  }

  /// Links that cannot be followed: their row or their placement is not there, or two contradict each other.
  public static func linkFindings(_ links: [EntryLink], log: AsRunLog, schedule: Schedule) -> [Finding] {
    LinkTable(links, log: log, placements: schedule.placements).findings
  }

  /// Rows that make good what the schedule does not have, or what went out after all.
  private static func makeGoods(
    in log: AsRunLog, _ links: [EntryLink], _ reconciled: Reconciled
  ) -> [Finding] {
    guard !links.isEmpty || log.entries.contains(where: { $0.makesGood != nil }) else { return [] }
    let table = LinkTable(links, log: log, placements: reconciled.outcomes.map(\.placement))
    let outcomes = Dictionary(
      reconciled.outcomes.map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    return log.entries.enumerated().compactMap { index, entry in
      let linked = table.makesGood[index].map { reconciled.outcomes[$0].placement.uid }
      guard let uid = linked ?? (table.isLinked(index) ? nil : entry.makesGood), uid != entry.uid else {
        return nil
      }
      guard let outcome = outcomes[uid] else { return .uidUnknown(uid, in: entry, rows: 1) }
      return outcome.makeGood == nil && entry.status == .aired ? .makeGoodNotNeeded(entry, outcome) : nil
    }
  }

  private static func uids(in log: AsRunLog, _ reconciled: Reconciled) -> [Finding] {
    guard log.entries.contains(where: { $0.uid != nil }) else { return [] }
    let placements = Dictionary(
      reconciled.outcomes.map { ($0.placement.uid, $0.placement) }, uniquingKeysWith: { first, _ in first })
    var unknown: [String: Int] = [:]
    for entry in log.entries where entry.uid.map({ placements[$0] == nil }) ?? false {
      unknown[entry.place.file, default: 0] += 1
    }
    return log.entries.compactMap { entry in
      guard let uid = entry.uid else { return nil }
      guard let placement = placements[uid] else {
        return unknown.removeValue(forKey: entry.place.file).map { .uidUnknown(uid, in: entry, rows: $0) }
      }
      return entry.contradicts(placement) ? .uidContradicted(entry, placement) : nil
    }
  }

  private static func silentOutlets(
    of plan: Plan, _ log: AsRunLog, _ reconciled: Reconciled
  ) -> [Finding] {
    guard let asOf = reconciled.asOf else { return [] }
    let (broadcast, coverage) = (BroadcastDays(plan: plan), reconciled.coverage)
    var missed: [String: Int] = [:]
    var unknown: [String: Int] = [:]
    var inGaps: [String: [Int: Int]] = [:]
    for result in reconciled.outcomes {
      let placement = result.placement
      if result.outcome == .missed {
        missed[placement.outlet, default: 0] += 1
      } else if result.outcome == .pending {
        let days = broadcast.days(of: placement)
        let gaps = coverage.logs(of: placement.outlet)?.gaps ?? []
        if let gap = gaps.firstIndex(where: { $0.days.overlaps(days) }) {
          inGaps[placement.outlet, default: [:]][gap, default: 0] += 1
        } else if days.upperBound <= asOf.advanced(by: 1) {
          unknown[placement.outlet, default: 0] += 1
        }
      }
    }
    guard !missed.isEmpty || !unknown.isEmpty || !inGaps.isEmpty else { return [] }
    let logged = Set(log.entries.lazy.filter(\.showsItsDay).map(\.outlet))
    return plan.outlets.flatMap { outlet -> [Finding] in
      let logs = coverage.logs(of: outlet.id)
      let gaps = (inGaps[outlet.id] ?? [:]).sorted { $0.key < $1.key }
      let ofGaps = gaps.compactMap { gap, count in
        logs.map { Finding.logGap(outlet, $0.gaps[gap].days, unknown: count) }
      }
      if let unknown = unknown[outlet.id] {
        return ofGaps + [.outletNotLogged(outlet, after: logs?.end, upTo: asOf, unknown: unknown)]
      }
      let isSilent = logs == nil && !logged.contains(outlet.id)
      return ofGaps
        + (isSilent ? missed[outlet.id].map { [.outletWithoutLog(outlet, missed: $0)] } ?? [] : [])
    }
  }
}

extension PlacementOutcome {
  /// Whether its row shows a first run by nothing but a title, and not at its hour.
  fileprivate var mayBeRepeat: Bool {
    guard outcome == .moved || outcome == .late, placement.run.isNew else { return false }
    return sign == .title || sign == .titleAlike || sign == .line
  }
}

extension AsRunEntry {
  /// Whether the row says something else than the placement. What was sent lies on another outlet, and a row
  /// without a language has one only by default.
  fileprivate func contradicts(_ placement: Placement) -> Bool {
    (line.map { $0 != placement.line } ?? false) || (part.map { $0 != placement.partNumber } ?? false)
      || (edition.map { $0 != placement.edition } ?? false)
      || (status != .sent && outlet != placement.outlet)
      || (language != .vietnamese && language != placement.language)
  }
}
