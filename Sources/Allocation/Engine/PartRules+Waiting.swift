extension PartRules {
  /// How many new units of a waiting series there may be up to each of its days, for given days of its source.
  func most(of wait: Wait, in network: PartNetwork) -> [Int] {
    let chain = network.chains[wait.chain]
    return chain.days.map { day in
      let possible = network.count(
        wait.source, upTo: network.problem.lastDay(wait.follows, beforeAiringOn: day.day))
      return max(0, min(chain.open, wait.follows.units(among: possible) - chain.aired))
    }
  }

  /// How many units of a waiting series may at most air up to each of its days, so that a translator makes
  /// each in a week between its original's and its own; `nil` when all can be made in time.
  ///
  /// The unit that is due first is made first, which is exact for units of one size (EDF: Jackson 1955).
  func translated(by translator: Translator, in network: PartNetwork) -> [(chain: Int, most: [Int])]? {
    var jobs: [Job] = []
    for wait in waits where translator.chains.contains(wait.chain) {
      jobs += self.jobs(of: wait, in: network)
    }
    jobs.sort { ($0.release, $0.due, $0.chain, $0.number) < ($1.release, $1.due, $1.chain, $1.number) }
    let perWeek = network.problem.translators[translator.index].perWeek
    var made: [Int: [Int]] = [:]
    var waiting: [Job] = []
    var next = 0
    var isLate = false
    for (week, most) in perWeek.enumerated() {
      while next < jobs.count, jobs[next].release <= week {
        waiting.append(jobs[next])
        next += 1
      }
      waiting.sort { ($0.due, $0.chain, $0.number) > ($1.due, $1.chain, $1.number) }
      for job in waiting.suffix(most).reversed() {
        made[job.chain, default: []].append(week)
        isLate = isLate || job.due < week
      }
      waiting.removeLast(min(most, waiting.count))
    }
    guard isLate || !waiting.isEmpty || next < jobs.count else { return nil }
    return translator.chains.map { number in
      let weeks = made[number, default: []].sorted()
      let most = network.chains[number].days.map { day in
        weeks.count { $0 <= network.problem.lastWeek(toAirOn: day.day) }
      }
      return (number, most)
    }
  }

  private struct Job {
    let chain: Int
    let number: Int
    let release: Int
    let due: Int
  }

  private func jobs(of wait: Wait, in network: PartNetwork) -> [Job] {
    let aired = network.chains[wait.chain].aired
    let days = network.airingDays(wait.chain)
    let sources = network.airingDays(wait.source)
    return days.indices.dropFirst(aired).compactMap { index in
      let unit = wait.follows.units.map { $0.indices.contains(index) ? $0[index] : Int.max } ?? index + 1
      guard unit <= sources.count else { return nil }
      return Job(
        chain: wait.chain, number: index, release: network.problem.week(of: sources[unit - 1]) + 1,
        due: network.problem.lastWeek(toAirOn: days[index]))
    }
  }

  /// Whether every wait and every translator's week is kept.
  func waitsAreKept(in network: PartNetwork) -> Bool {
    waits.allSatisfy { broken($0, network) == nil }
      && translators.allSatisfy { translated(by: $0, in: network) == nil }
  }
}

extension Problem.Follows {
  /// How many units may follow a number of aired units of the source.
  func units(among count: Int) -> Int { units.map { $0.prefix { $0 <= count }.count } ?? count }

  /// The unit of the source for which the next one waits; `nil` when there is none.
  func unit(after count: Int) -> Int? {
    guard let units else { return count + 1 }
    return units.indices.contains(count) ? units[count] : nil
  }
}

extension PartNetwork {
  /// The day of each unit of a chain, aired ones first.
  func airingDays(_ number: Int) -> [Int] {
    let chain = chains[number]
    var days = problem.series[chain.series].aired
    var before = 0
    for position in chain.days.indices {
      let placed = placed(number, position)
      days += repeatElement(chain.days[position].day, count: max(0, placed - before))
      before = placed
    }
    return days
  }
}
