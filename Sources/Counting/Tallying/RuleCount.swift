import ScheduleModel

/// Counts by one rule, row by row: each row of its lines either counts or has the one reason why not.
struct RuleCount {
  private let rule: CountingRule
  private let register: WorkRegister
  private let windows: [Range<CivilDay>]
  private let owed: OwedDays
  private let days: Range<CivilDay>
  private let reach: RuleReach?
  /// Whether its limits are sums of the plan's year, which are never shared out.
  private let isSum: Bool
  private let end: CivilDay
  private var counted: [CountedRow] = []
  private var uncounted: [UncountedRow] = []
  /// Those of its lines whose works go out in parts.
  private var inParts: [String: PlanLine] = [:]

  /// What a rule gives.
  ///
  /// - Parameters:
  ///   - lines: The lines that it counts, those inside them included.
  ///   - period: Counted are the days from the start of the reporting year to the end of the period.
  ///   - asOf: The last day of which any log tells; `nil` without logs. Whether a window is over goes by the logs of the
  ///     outlets on which the rule counts.
  /// - Complexity: O(n log n) in the rows of the lines.
  static func tally(
    _ rule: CountingRule, lines: [PlanLine], of plan: Plan, in register: WorkRegister,
    period: ReportingPeriod, asOf: CivilDay?
  ) -> RuleTally {
    let owed = OwedDays(of: lines, on: rule.outlets, in: plan)
    let reach = asOf == nil ? nil : register.reach(of: rule, over: lines, in: plan)
    var count = RuleCount(rule: rule, owed: owed, register: register, period: period, reach: reach)
    for line in lines {
      if line.parts > 1 { count.inParts[line.id] = line }
      count.add(line.id, in: line.languages, parts: line.parts)
    }
    return count.tally()
  }

  private init(
    rule: CountingRule, owed: OwedDays, register: WorkRegister, period: ReportingPeriod, reach: RuleReach?
  ) {
    self.rule = rule
    self.owed = owed
    self.register = register
    self.reach = reach
    end = period.days.upperBound
    isSum = rule.cycle == .whole || (rule.cycle == .year && !period.profile.shape.isLong)
    windows = rule.cycle.windows(of: period).filter { $0.lowerBound < period.days.upperBound }
    let first = windows.map(\.lowerBound).min() ?? period.yearStart
    days = first..<max(first, min(end, windows.map(\.upperBound).max() ?? first))
  }

  // MARK: - Rows

  private mutating func add(_ line: String, in works: WorkLanguages, parts: Int) {
    for row in register.silent[line, default: []] {
      if let entry = register.entry(row.source) {
        uncounted.append(UncountedRow(entry: entry, reason: row.reason))
      }
    }
    let languages = register.languages[line, default: []]
    guard rule.measure == .works, languages.filter({ rule.takes($0, of: works) }).count > 1 else {
      for language in languages {
        for work in register.works(of: line, in: language) {
          add(
            register.appearances(of: work), edition: register.works[work].edition,
            parts: parts, of: line, in: works)
        }
      }
      return
    }
    for work in joinedWorks(of: line, languages, works) {
      add(work.appearances, edition: work.edition, parts: parts, of: line, in: works)
    }
  }

  /// What a rule over works counts once: a work in all the languages that it takes. Languages that it does not take
  /// lie by themselves.
  private func joinedWorks(of line: String, _ languages: [LanguageTag], _ works: WorkLanguages) -> [(
    edition: Int?, appearances: [Work.Appearance]
  )] {
    var joined: [(edition: Int?, appearances: [Work.Appearance])] = []
    var byEdition: [Int: Int] = [:]
    for language in languages {
      for work in register.works(of: line, in: language) {
        let edition = rule.takes(language, of: works) ? register.works[work].edition : nil
        if let index = edition.flatMap({ byEdition[$0] }) {
          joined[index].appearances += register.appearances(of: work)
          continue
        }
        if let edition { byEdition[edition] = joined.count }
        joined.append((register.works[work].edition, Array(register.appearances(of: work))))
      }
    }
    return joined
  }

  private mutating func add(
    _ appearances: some Collection<Work.Appearance>, edition: Int?, parts: Int, of line: String,
    in works: WorkLanguages
  ) {
    var admitted: [Work.Appearance] = []
    for appearance in appearances {
      guard let airing = appearance.airing, let entry = register.entry(airing.source) else {
        if takes(outlet: register.outlets[appearance.outlet]) { admitted.append(appearance) }
        continue
      }
      if let reason = refusal(of: entry, edition: edition, in: works) {
        uncounted.append(UncountedRow(entry: entry, reason: reason))
      } else {
        admitted.append(appearance)
      }
    }
    if !rule.countsOnce {
      for appearance in admitted { add(appearance, of: line) }
    } else if parts > 1 {
      addParts(WorkParts(of: parts, admitted), of: line)
    } else {
      addOnce(admitted, as: chosen(admitted, of: line), of: line)
    }
  }

  /// The airing by which a work, or a part of one, counts.
  private func chosen(_ appearances: [Work.Appearance], of line: String) -> Work.Airing? {
    if rule.runs == .first { return register.fate(of: appearances)?.airing }
    let fitting = appearances.filter { late(refusalOf: $0, of: line) == nil }
    return register.first(of: fitting.lazy.compactMap(\.airing))
  }

  /// Counts a work in parts: with its last part once all have aired, or the minutes of each part.
  private mutating func addParts(_ parts: WorkParts, of line: String) {
    let chosen = parts.all.map { self.chosen($0, of: line) }
    if countsMinutes(of: line) {
      for (part, airing) in zip(parts.all, chosen) { addOnce(part, as: airing, of: line) }
      return refuseUnnamed(parts.unnamed, of: line)
    }
    let aired = chosen.compactMap(\.self)
    guard aired.count == parts.all.count, let last = aired.max(by: { $0.seconds < $1.seconds }) else {
      refuse(parts.all.joined(), as: .workIncomplete)
      return refuseUnnamed(parts.unnamed, of: line)
    }
    for (part, airing) in zip(parts.all, chosen) {
      if airing?.source == last.source {
        addOnce(part, as: airing, of: line)
      } else {
        refuse(part, as: .partCounted)
      }
    }
    refuseUnnamed(parts.unnamed, of: line)
  }

  /// Rows that do not say which part they show, or name one that there is not.
  private mutating func refuseUnnamed(_ appearances: [Work.Appearance], of line: String) {
    for appearance in appearances {
      let entry = appearance.airing.flatMap { register.entry($0.source) }
      let isNamed = entry.flatMap { inParts[line]?.part(shownBy: $0) } != nil
      refuse([appearance], as: isNamed ? .partUnknown : .partUnnamed)
    }
  }

  private mutating func refuse(
    _ appearances: some Sequence<Work.Appearance>, as reason: UncountedRow.Reason
  ) {
    for appearance in appearances {
      guard let entry = appearance.airing.flatMap({ register.entry($0.source) }) else { continue }
      uncounted.append(UncountedRow(entry: entry, reason: reason))
    }
  }

  /// Counts one appearance of a work; the others show what it shows already, unless they could not count anyway.
  private mutating func addOnce(
    _ appearances: [Work.Appearance], as chosen: Work.Airing?, of line: String
  ) {
    for appearance in appearances {
      guard let airing = appearance.airing else { continue }
      if airing.source == chosen?.source || chosen == nil {
        add(appearance, of: line)
      } else if let entry = register.entry(airing.source) {
        let late = rule.runs == .all ? late(refusalOf: appearance, of: line) : nil
        uncounted.append(
          UncountedRow(entry: entry, reason: late ?? (appearance.run == .repeat ? .repeat : .duplicate)))
      }
    }
  }

  /// Counts an appearance unless its day, hour or length forbids it.
  private mutating func add(_ appearance: Work.Appearance, of line: String) {
    guard let airing = appearance.airing, let entry = register.entry(airing.source) else { return }
    if let reason = late(refusalOf: appearance, of: line) {
      uncounted.append(UncountedRow(entry: entry, reason: reason))
    } else {
      counted.append(CountedRow(entry: entry, amount: amount(of: entry, line) ?? 0))
    }
  }

  private func takes(outlet: String) -> Bool { rule.outlets.isEmpty || rule.outlets.contains(outlet) }

  /// Why a row shows nothing to this rule; `nil` when it does.
  private func refusal(
    of entry: AsRunEntry, edition: Int?, in works: WorkLanguages
  ) -> UncountedRow.Reason? {
    let exclusion = rule.exclusions.first { exclusion in
      (exclusion.days?.contains(entry.broadcastDay) ?? true)
        && (exclusion.outlets.isEmpty || exclusion.outlets.contains(entry.outlet))
        && (exclusion.editions.isEmpty || edition.map(exclusion.editions.contains) ?? false)
    }
    if let exclusion { return .excluded(exclusion.reason) }
    if !rule.takes(entry.language, of: works) { return .language }
    if !takes(outlet: entry.outlet) { return .outlet }
    if let least = rule.trust, entry.trust.map({ $0 < least }) ?? true { return .evidence }
    return nil
  }

  /// Why a row that shows a work does not count it; `nil` when it does.
  private func late(refusalOf appearance: Work.Appearance, of line: String) -> UncountedRow.Reason? {
    guard let airing = appearance.airing, let entry = register.entry(airing.source) else { return .period }
    if !days.contains(airing.day) { return .period }
    // A limit of some days is kept on these days; a year's figure is a sum, wherever the line went out.
    if !isSum, rule.floor != nil || rule.ceiling != nil, !owed.contains(airing.day) { return .period }
    if let hours = rule.hours {
      guard let time = entry.time else { return .hours }
      if !hours.contains(time), !countsMinutes(of: line) || minutes(of: entry) ?? 0 == 0 { return .hours }
    }
    if rule.measure == .points, rule.weight(of: line) == nil { return .weight }
    return amount(of: entry, line) == nil ? .length : nil
  }

  private func amount(of entry: AsRunEntry, _ line: String) -> Int? {
    switch rule.measure {
    case .works, .versions, .placements: 1
    case .minutes: minutes(of: entry)
    case .points:
      rule.weight(of: line).flatMap { weight in
        weight.isPerMinute ? minutes(of: entry).map { $0 * weight.points } : weight.points
      }
    }
  }

  /// Whether it counts the minutes of a line, of which those count that lie within the rule's hours.
  private func countsMinutes(of line: String) -> Bool {
    rule.measure == .minutes || rule.weight(of: line)?.isPerMinute ?? false
  }

  private func minutes(of entry: AsRunEntry) -> Int? {
    guard let hours = rule.hours, let time = entry.time else { return entry.minutes }
    guard let pieces = register.pieces(of: entry) else {
      return entry.minutes.map { hours.minutes(from: time, lasting: $0) }
    }
    return pieces.reduce(0) { $0 + hours.minutes(from: $1.time, lasting: $1.minutes) }
  }

  // MARK: - Windows

  private func tally() -> RuleTally {
    var byDay: [Int] = Array(repeating: 0, count: days.count + 1)
    for row in counted {
      byDay[days.lowerBound.distance(to: row.entry.broadcastDay) + 1] += row.amount
    }
    for day in byDay.indices.dropFirst() { byDay[day] += byDay[day - 1] }
    var carried = 0
    let tallies = windows.compactMap { window -> RuleTally.Window? in
      let counts = window.clamped(to: days)
      let (from, to) = (counts.lowerBound, counts.upperBound)
      let amount = byDay[days.lowerBound.distance(to: to)] - byDay[days.lowerBound.distance(to: from)]
      let inside = owed.count(in: window)
      if inside < window.count {
        // The figure of a year is a sum, not a rate; and weeks in a row that are not all owed are no window.
        if rule.cycle.isRolling || (inside == 0 && amount == 0 && !isSum) { return nil }
      }
      let lastDay = owed.last(in: window) ?? window.upperBound.advanced(by: -1)
      let tally = RuleTally.Window(
        days: window, amount: amount, carried: carried,
        isOver: lastDay < end
          && reach?.covers(min(window.lowerBound, lastDay)..<lastDay.advanced(by: 1)) ?? false,
        floor: rule.floor.flatMap { floor in share(of: floor, inside, window.count) },
        ceiling: rule.ceiling.flatMap { ceiling in
          share(of: ceiling, inside, window.count, rounding: window.count - 1)
        }, daysInside: inside == window.count || isSum ? nil : inside)
      carried = rule.carriesOver ? tally.surplus : 0
      return tally
    }
    return RuleTally(
      rule: rule, windows: tallies, counted: counted.sorted { $0.entry.comesBefore($1.entry) },
      uncounted: uncounted.sorted { $0.entry.comesBefore($1.entry) })
  }

  /// What a limit of a window comes to for those of its days that are owed; `nil` when none is.
  private func share(of limit: Int, _ inside: Int, _ all: Int, rounding: Int = 0) -> Int? {
    if inside == 0 { return nil }
    return isSum ? limit : (limit * inside + rounding) / all
  }
}

extension AsRunEntry {
  /// By time, then by place in the logs.
  fileprivate func comesBefore(_ other: AsRunEntry) -> Bool {
    (seconds, place) < (other.seconds, other.place)
  }
}
