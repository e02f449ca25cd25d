/// The units of a flow that keep every rule, the earlier ones first: what is left when a search is cut short,
/// or when rules contradict one another.
struct LegalUnits {
  private let problem: Problem
  private let chains: [SeriesChain]
  private let rules: PartRules
  /// Units kept by chain and choice.
  private var counts: [[Int]]
  /// Their days by chain, aired ones first.
  private var days: [[Int]]
  private var slotUnits: [Int: Int] = [:]
  private var slotMinutes: [Int: Int] = [:]
  private var outletDays: [Int: Int] = [:]
  private var outletMonths: [Int: Int] = [:]

  init(_ network: PartNetwork, _ rules: PartRules) {
    problem = network.problem
    chains = network.chains
    self.rules = rules
    counts = chains.map { network.problem.series[$0.series].choices.map { _ in 0 } }
    days = chains.map { network.problem.series[$0.series].aired }
    var depths = chains.map { _ in 0 }
    for wait in rules.waits { depths[wait.chain] = wait.depth }
    for number in chains.indices.sorted(by: { (depths[$0], $0) < (depths[$1], $1) }) {
      keep(number, of: network)
    }
    for translator in rules.translators {
      while let late = firstLate(translator) { drop(late.unit, of: late.chain) }
    }
  }

  /// The units by series and slot.
  var units: [Solution.Unit] {
    zip(chains, counts).flatMap { chain, counts in
      zip(problem.series[chain.series].choices, counts).flatMap { choice, count in
        repeatElement(Solution.Unit(series: chain.series, slot: choice.slot), count: count)
      }
    }
  }

  /// What they are worth.
  func value(of objective: Objective) -> Int128 {
    switch objective {
    case .shortage: sum { number in chains[number].open + chains[number].aired - days[number].count }
    case .deviation:
      Int128(
        chains.indices.reduce(0) { largest, number in
          let chain = chains[number]
          return chain.runs.indices.reduce(max(largest, chain.before.deviation(at: chain.aired))) {
            max($0, chain.runs[$1].deviation(at: count(number, upTo: chain.days[$1].day)))
          }
        })
    case .squares:
      chains.indices.reduce(0) { sum, number in
        let chain = chains[number]
        return chain.runs.indices.reduce(sum + chain.before.squares(at: chain.aired)) {
          $0 + chain.runs[$1].squares(at: count(number, upTo: chain.days[$1].day))
        }
      }
    case .moves: choiceSum { max(0, $0.published - $1) }
    case .preference: choiceSum { $0.preference * $1 }
    }
  }

  /// The leasts of months that they do not reach.
  var missedLeasts: [NetworkRule] {
    rules.spans.compactMap { span in
      let chain = chains[span.chain]
      let from = span.after.map { chain.days[$0].day } ?? problem.firstOpenDay - 1
      let has = count(span.chain, upTo: chain.days[span.through].day) - count(span.chain, upTo: from)
      return has < span.least ? span.names.least : nil
    }
  }

  private func sum(_ value: (Int) -> Int) -> Int128 { Int128(chains.indices.reduce(0) { $0 + value($1) }) }

  private func choiceSum(_ value: (Problem.Choice, Int) -> Int) -> Int128 {
    sum { number in
      zip(problem.series[chains[number].series].choices, counts[number]).reduce(0) { $0 + value($1.0, $1.1) }
    }
  }

  private func count(_ chain: Int, upTo day: Int) -> Int { days[chain].count { $0 <= day } }

  // MARK: - Keeping

  private mutating func keep(_ number: Int, of network: PartNetwork) {
    let series = problem.series[chains[number].series]
    let wait = rules.waits.first { $0.chain == number }
    var free = wait.map { self.sources(of: $0) } ?? []
    for (index, arc) in network.choiceArcs[number].enumerated() {
      let slot = problem.slots[series.choices[index].slot]
      for _ in 0..<max(0, Int(network.flow.arcs[arc].flow)) {
        guard hasRoom(series.choices[index].slot, minutes: series.minutes), mayHave(slot, number, series)
        else { continue }
        if let wait {
          let last = problem.lastDay(wait.follows, beforeAiringOn: slot.day)
          if let mostDays = wait.follows.mostDays { free.removeAll { $0 < slot.day - mostDays } }
          guard let first = free.first, first <= last else { continue }
          free.removeFirst()
        }
        take(index, number, series)
      }
    }
  }

  /// The days of the units that a series may follow and has not yet.
  private func sources(of wait: PartRules.Wait) -> [Int] {
    let all = days[wait.source]
    let wanted = wait.follows.units?.filter { $0 <= all.count }.map { all[$0 - 1] } ?? all
    return Array(wanted.dropFirst(days[wait.chain].count))
  }

  /// Whether a series keeps to its own rules with one more in a slot, after all it has so far.
  private func mayHave(_ slot: Problem.Slot, _ number: Int, _ series: Problem.Series) -> Bool {
    let own = days[number]
    guard own.count < series.quota else { return false }
    if series.gapDays > 0, let last = own.last, slot.day - last < series.gapDays { return false }
    let (most, overflows) = series.perDay.multipliedReportingOverflow(by: slot.span)
    let sameDay = zip(series.choices, counts[number]).reduce(0) { sum, pair in
      let other = problem.slots[pair.0.slot]
      return other.day == slot.day && other.span == slot.span ? sum + pair.1 : sum
    }
    if !overflows, sameDay >= most { return false }
    guard !rules.isEmpty else { return true }
    let month = problem.month(of: slot.day)
    let start = max(problem.firstOpenDay, problem.monthStart[month])
    return own.count { $0 >= start && $0 < problem.monthStart[month + 1] } < series.perMonth[month].upperBound
  }

  private func hasRoom(_ index: Int, minutes: Int) -> Bool {
    let slot = problem.slots[index]
    let outlet = problem.outlets[slot.outlet]
    if slotUnits[index, default: 0] >= slot.pieces { return false }
    if let most = slot.minutes, !rules.isEmpty, slotMinutes[index, default: 0] + minutes > most {
      return false
    }
    if let most = outlet.perDay, slot.span == 1, outletDays[dayKey(slot), default: 0] >= most { return false }
    if let most = outlet.perMonth?[problem.month(of: slot.day)],
      outletMonths[monthKey(slot), default: 0] >= most
    {
      return false
    }
    return true
  }

  private mutating func take(_ choice: Int, _ number: Int, _ series: Problem.Series, units: Int = 1) {
    let index = series.choices[choice].slot
    let slot = problem.slots[index]
    counts[number][choice] += units
    slotUnits[index, default: 0] += units
    slotMinutes[index, default: 0] += units * series.minutes
    outletDays[dayKey(slot), default: 0] += units
    outletMonths[monthKey(slot), default: 0] += units
    if units > 0 { days[number].append(slot.day) }
  }

  private func dayKey(_ slot: Problem.Slot) -> Int { slot.outlet * problem.days + slot.day }

  private func monthKey(_ slot: Problem.Slot) -> Int {
    slot.outlet * problem.months.count + problem.month(of: slot.day)
  }

  // MARK: - Translators

  /// The first version that its translator cannot make in time, the one that is due first made first.
  private func firstLate(_ translator: PartRules.Translator) -> (chain: Int, unit: Int)? {
    var jobs: [TranslatorQueue.Job] = []
    for wait in rules.waits where translator.chains.contains(wait.chain) {
      let sources = days[wait.source]
      for unit in days[wait.chain].indices.dropFirst(chains[wait.chain].aired) {
        let awaited = wait.follows.unit(after: unit) ?? Int.max
        guard awaited <= sources.count else { return (wait.chain, unit) }
        jobs.append(
          TranslatorQueue.Job(
            release: problem.week(of: sources[awaited - 1]) + 1,
            due: problem.lastWeek(toAirOn: days[wait.chain][unit]), series: wait.chain, unit: unit))
      }
    }
    return TranslatorQueue.late(jobs, perWeek: problem.translators[translator.index].perWeek).first
      .map { ($0.series, $0.unit) }
  }

  /// Drops a unit, and what waits for it or for a later one of the same series.
  private mutating func drop(_ unit: Int, of number: Int) {
    let day = days[number][unit]
    let series = problem.series[chains[number].series]
    let choice = series.choices.indices.first {
      counts[number][$0] > 0 && problem.slots[series.choices[$0].slot].day == day
    }
    guard let choice else { return }
    days[number].remove(at: unit)
    take(choice, number, series, units: -1)
    for wait in rules.waits where wait.source == number {
      while days[wait.chain].count > chains[wait.chain].aired,
        wait.follows.units(among: days[number].count) < days[wait.chain].count
      {
        drop(days[wait.chain].count - 1, of: wait.chain)
      }
    }
  }
}
