import ScheduleModel

extension MatchState {
  /// The outcomes, once everything that can be paired is.
  ///
  /// - Parameter asOf: The last day of which any log tells; `nil` without one.
  func reconciled(asOf: CivilDay?, _ coverage: LogCoverage) -> Reconciled {
    let makeGoods = makeGoods()
    let relays = relays()
    let sources = RepeatSources(self)
    func unplanned(_ index: Int) -> UnplannedEntry { self.unplanned(index, sources) }
    let outcomes = placements.indices.map { index in
      let outcome = outcome(of: index, coverage)
      let entry = entryOfPlacement[index]
      return PlacementOutcome(
        placement: placements[index], outcome: outcome,
        entry: outcome == .substituted ? nil : entry.map { entries[$0] }, sign: signs[index],
        substitute: outcome == .substituted ? entry.map(unplanned) : nil,
        makeGood: makeGoods[index].map { entries[$0] })
    }
    let used = Set(makeGoods.values).union(relays.keys)
    func rest(_ isMeant: (Int) -> Bool) -> [UnplannedEntry] { entries.indices.filter(isMeant).map(unplanned) }
    return Reconciled(
      outcomes: outcomes,
      unplanned: rest {
        placementOfEntry[$0] == nil && entries[$0].status != .sent && !used.contains($0)
          && !absorbed.contains($0)
      },
      sent: rest { entries[$0].status == .sent && placementOfEntry[$0] == nil && !used.contains($0) },
      relays: relays.sorted { $0.key < $1.key }.map {
        RelayedEntry(entry: entries[$0.key], source: $0.value)
      },
      joined: joinedRows.map {
        JoinedEntries(
          head: entries[$0.head], part: entries[$0.part], isSure: $0.isSure, stated: statedLengths[$0.head])
      },
      clashing: clashingRows.map {
        JoinedEntries(head: entries[$0.head], part: entries[$0.part], isSure: false)
      },
      opposed: opposedRows.map {
        JoinedEntries(head: entries[$0.aired], part: entries[$0.silent], isSure: false)
      },
      asOf: asOf, coverage: coverage)
  }

  /// An entry that belongs to no placement, with the work of which it is one more airing, as far as that is known.
  ///
  /// - Parameter sources: What repeats may be repeats of; without them none is judged.
  func unplanned(_ index: Int, _ sources: RepeatSources? = nil) -> UnplannedEntry {
    let entry = entries[index]
    if links.setAside.contains(index) { return UnplannedEntry(entry: entry, line: nil, sign: .link) }
    if let placement = (makesGood[index] ?? named[index]).map({ placements[$0] }) {
      let sign: MatchSign = links.isLinked(index) ? .link : .uid
      return UnplannedEntry(
        entry: entry, line: placement.line, edition: placement.edition,
        part: plan.part(of: placement)?.number,
        sign: sign)
    }
    let origin = origins[index]
    return UnplannedEntry(
      entry: entry, line: origin.onlyLine, edition: origin.edition,
      part: origin.part.flatMap { part in part.fits(origin.onlyLine.flatMap(plan.line)) ? part.number : nil },
      sign: origin.onlyLine.map { _ in origin.sign(withEdition: origin.edition != nil) },
      repetition: sources?.repetition(of: index, in: self) ?? origin.repetition)
  }

  /// Whether nothing shows a placement, though the logs of its outlet tell of all its days.
  func isMissed(_ placement: Int, _ coverage: LogCoverage) -> Bool {
    isFree(placement: placement)
      && coverage.covers(days[placement], on: placements[placement].outlet)
  }

  private func outcome(of index: Int, _ coverage: LogCoverage) -> Outcome {
    guard let entry = entryOfPlacement[index].map({ entries[$0] }) else {
      return isMissed(index, coverage) ? .missed : .pending
    }
    guard signs[index] != nil else { return .substituted }
    let placement = placements[index]
    if entry.status == .preempted { return .preempted }
    if isPartial(index) { return .partial }
    guard placement.timing.hasHour, entry.time != nil else {
      return days[index].contains(entry.broadcastDay) ? .aired : .moved
    }
    if abs(entry.seconds - placement.timing.seconds) <= tolerance.onTimeMinutes * 60 { return .aired }
    return days[index].contains(entry.broadcastDay) ? .late : .moved
  }

  /// Whether an entry shows a placement, and says that a part of it alone went out.
  private func isPartial(_ placement: Int) -> Bool {
    guard let entry = entryOfPlacement[placement].map({ entries[$0] }), signs[placement] != nil,
      entry.status != .preempted, let aired = entry.length
    else { return false }
    let line = placements[placement].line
    if let least = leasts[line], aired < least * 60 { return true }
    // A timetable's length of less than a minute is rounded to one, which no seconds may be held against.
    return lengths[line].map { planned in
      let own = planned < 2 ? (aired + 30) / 60 * 60 : aired
      return own * 100 < planned * 60 * tolerance.partialPercent
    } ?? false
  }

  /// For each placement that did not go out, or only in part, the first entry that makes it good.
  private func makeGoods() -> [Int: Int] {
    var makeGoods: [Int: Int] = [:]
    let good = entries.indices.filter {
      makesGood[$0] != nil && entries[$0].status == .aired && !absorbed.contains($0)
    }
    for entry in inTimeOrder(good) {
      guard let placement = makesGood[entry], makeGoods[placement] == nil else { continue }
      let shown = entryOfPlacement[placement].map { entries[$0].status == .aired && signs[placement] != nil }
      if shown != true || isPartial(placement) { makeGoods[placement] = entry }
    }
    return makeGoods
  }
}
