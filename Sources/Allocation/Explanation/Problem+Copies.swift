extension Problem {
  /// The same with other series, and perhaps other outlets and slots.
  func with(
    series: [Series], outlets: [Outlet]? = nil, slots: [Slot]? = nil, translators: [Translator]? = nil
  ) -> Problem {
    Problem(
      days: days, firstOpenDay: firstOpenDay, monthStart: monthStart, outlets: outlets ?? self.outlets,
      slots: slots ?? self.slots, series: series, translators: translators ?? self.translators,
      weekOffset: weekOffset)
  }

  /// The same with other quotas of the year.
  func withQuotas(_ quotas: [Int]) -> Problem {
    with(series: zip(series, quotas).map { $0.with(quota: $1) })
  }

  /// Takes units out of some series, the last first, but no pins.
  func without(_ count: Int, of members: [Int]) -> Problem {
    var quotas = series.map(\.quota)
    take(count, of: members, from: &quotas)
    return withQuotas(quotas)
  }

  /// The same without what is too many in some conflicts, one after the other.
  func without(_ conflicts: [Conflict]) -> Problem {
    var quotas = series.map(\.quota)
    for conflict in conflicts { take(conflict.excess, of: conflict.series, from: &quotas) }
    return withQuotas(quotas)
  }

  private func take(_ count: Int, of members: [Int], from quotas: inout [Int]) {
    var left = count
    for member in members.reversed() {
      let free = max(0, quotas[member] - series[member].aired.count - series[member].pinned(in: self))
      quotas[member] -= min(left, free)
      left -= min(left, free)
    }
    precondition(left == 0, "no more is too many than is not pinned")
  }

  /// The same with what follows from rules at once: slots whose units all have some minutes hold no more pieces
  /// than the shortest of them allow; translators make nothing before the first original can have aired.
  var tightened: Problem { withoutMinutes.withoutEarlyWeeks }

  private var withoutEarlyWeeks: Problem {
    guard series.contains(where: { $0.follows?.translator != nil }) else { return self }
    let translators = translators.enumerated().map { number, translator in
      let sources = series.compactMap { $0.follows?.translator == number ? $0.follows?.source : nil }
      let first = sources.compactMap { source in
        series[source].aired.first ?? series[source].choices.map { slots[$0.slot].day }.min()
      }.min()
      return Translator(
        perWeek: translator.perWeek.enumerated().map { number, count in
          first.map { number > week(of: $0) } ?? false ? count : 0
        })
    }
    return with(series: series, translators: translators)
  }

  private var withoutMinutes: Problem {
    guard slots.contains(where: { $0.minutes != nil }) else { return self }
    var shortest = slots.map { _ in Int.max }
    for series in series {
      for choice in series.choices { shortest[choice.slot] = min(shortest[choice.slot], series.minutes) }
    }
    let slots = zip(slots, shortest).map { slot, shortest in
      let pieces = slot.minutes.map { shortest > 0 ? min(slot.pieces, $0 / shortest) : slot.pieces }
      return Slot(
        outlet: slot.outlet, day: slot.day, span: slot.span, pieces: pieces ?? slot.pieces,
        minutes: slot.minutes)
    }
    return with(
      series: series.map { series in
        series.with(
          choices: series.choices.map { choice in
            guard let minutes = slots[choice.slot].minutes, series.minutes > 0 else { return choice }
            return choice.with(most: min(choice.most, minutes / series.minutes))
          })
      }, slots: slots)
  }

  /// The same, but each series has its slots for itself, and outlets have no limits: what is short then is so by
  /// its translators alone.
  var withOwnSlots: (problem: Problem, slots: [Int]) {
    var own: [Slot] = []
    var numbers: [Int] = []
    let series = series.map { series in
      series.with(
        choices: series.choices.map { choice in
          own.append(slots[choice.slot])
          numbers.append(choice.slot)
          return choice.with(slot: own.count - 1)
        })
    }
    return (with(series: series, outlets: outlets.map { _ in Outlet() }, slots: own), numbers)
  }

  /// What must be placed up to and with the end of a month: the least of months, pins, and what there is no
  /// time for after it even if the series had its slots for itself. What could not be placed then either is due
  /// when no slots are left. Only slots until then are kept.
  func due(through month: Int) -> Problem {
    let end = monthStart[month + 1]
    let start = monthStart.firstIndex { $0 >= firstOpenDay } ?? months.upperBound
    return with(
      series: series.enumerated().map { number, series in
        let open = max(0, series.quota - series.aired.count)
        let choices = series.choices.filter { slots[$0.slot].day < end }
        let chain = SeriesChain(of: number, in: self)
        let later = SeriesRoom(of: chain, in: self, after: end - 1).all
        let possible = later == 0 ? open : min(open, SeriesRoom(of: chain, in: self).all)
        let pins = series.with(choices: choices).pinned(in: self, before: end)
        let least = start > month ? 0 : series.perMonth[start...month].reduce(0) { $0 + $1.lowerBound }
        let due = max(possible - later, min(open, least), pins)
        return series.with(
          quota: series.aired.count + due, choices: choices,
          dayPins: series.dayPins.filter { $0.day < end })
      })
  }

  /// What the least of a month asks for, with the slots of that month alone; other months keep their pins.
  func least(of month: Int) -> Problem {
    let days = monthStart[month]..<monthStart[month + 1]
    return with(
      series: series.map { series in
        let choices = series.choices.filter { days.contains(slots[$0.slot].day) }
        let dayPins = series.dayPins.filter { days.contains($0.day) }
        let inMonth = series.with(choices: choices, dayPins: dayPins)
        let isOpen = days.lowerBound >= firstOpenDay
        let due = max(isOpen ? series.perMonth[month].lowerBound : 0, inMonth.pinned(in: self))
        return inMonth.with(quota: series.aired.count + due).withoutWaiting
      })
  }
}

extension Problem.Series {
  /// The same with some things replaced.
  func with(
    quota: Int? = nil, choices: [Problem.Choice]? = nil, dayPins: [Problem.DayPin]? = nil,
    perMonth: [ClosedRange<Int>]? = nil, dayWeights: [Int]? = nil
  ) -> Problem.Series {
    Problem.Series(
      quota: quota ?? self.quota, aired: aired, dayWeights: dayWeights ?? self.dayWeights,
      choices: choices ?? self.choices,
      dayPins: dayPins ?? self.dayPins, perDay: perDay, perMonth: perMonth ?? self.perMonth,
      gapDays: gapDays, minutes: minutes, follows: follows)
  }

  /// The same, waiting for nothing.
  var withoutWaiting: Problem.Series {
    Problem.Series(
      quota: quota, aired: aired, dayWeights: dayWeights, choices: choices, dayPins: dayPins, perDay: perDay,
      perMonth: perMonth, gapDays: gapDays, minutes: minutes)
  }

  /// How many units are pinned, in slots or on days.
  func pinned(in problem: Problem, before end: Int = .max) -> Int {
    var inSlots: [Int: Int] = [:]
    var sum = 0
    for choice in choices where choice.least > 0 {
      let slot = problem.slots[choice.slot]
      guard slot.day < end else { continue }
      sum += choice.least
      if slot.span == 1 { inSlots[slot.day, default: 0] += choice.least }
    }
    for (day, pins) in Dictionary(grouping: dayPins, by: \.day) where day < end {
      sum += max(0, pins.reduce(0) { $0 + $1.least } - inSlots[day, default: 0])
    }
    return sum
  }
}

extension Problem.Choice {
  /// The same with another slot or another most.
  func with(slot: Int? = nil, most: Int? = nil) -> Problem.Choice {
    Problem.Choice(
      slot: slot ?? self.slot, most: max(least, most ?? self.most), least: least, preference: preference,
      published: published)
  }
}
