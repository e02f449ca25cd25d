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
    func rest(_ isMeant: (Int) -> Bool) -> [Int] { entries.indices.filter(isMeant) }
    let besides = rest {
      placementOfEntry[$0] == nil && entries[$0].status != .sent && !used.contains($0)
        && !absorbed.contains($0)
    }
    let entriesBesides = besides.map(unplanned)
    return Reconciled(
      outcomes: outcomes, unplanned: entriesBesides,
      sent: rest { entries[$0].status == .sent && placementOfEntry[$0] == nil && !used.contains($0) }
        .map(unplanned),
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
      numberedAlike: numberedAlike(outcomes, zip(besides, entriesBesides).map { ($0, $1) }), asOf: asOf,
      coverage: coverage)
  }

  /// Entries whose titles name a number of their line that the schedule does not number so, each with the first one that
  /// names it.
  private func numberedAlike(
    _ outcomes: [PlacementOutcome], _ besides: [(index: Int, entry: UnplannedEntry)]
  ) -> [NumberedAlike] {
    guard origins.contains(where: { $0.titleEdition != nil }) else { return [] }
    let shown = outcomes.indices.compactMap { placement -> (index: Int, edition: Int?)? in
      let result = outcomes[placement]
      guard result.entry != nil, result.sign != .link, result.placement.run.isNew else { return nil }
      return entryOfPlacement[placement].map { ($0, result.placement.edition) }
    }
    let others = besides.compactMap { index, entry -> (index: Int, edition: Int?)? in
      guard entry.sign != .link, entry.line != nil, entry.repetition == .unsaid else { return nil }
      return (index, entry.edition)
    }
    let numbered = (shown + others).filter { index, edition in
      entries[index].status == .aired && origins[index].titleEdition.map { $0 != edition } ?? false
    }
    struct Work: Hashable {
      let line: String
      let language: LanguageTag
      let number: Int
    }
    var first: [Work: Int] = [:]
    return numbered.map(\.index).sorted {
      (entryAt[$0], entries[$0].place) < (entryAt[$1], entries[$1].place)
    }
    .compactMap { index in
      guard let number = origins[index].titleEdition, let line = origins[index].onlyLine else { return nil }
      let work = Work(line: line, language: entries[index].language, number: number)
      guard let earlier = first[work] else {
        first[work] = index
        return nil
      }
      return NumberedAlike(entry: entries[index], earlier: entries[earlier], number: number)
    }
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
