/// How many units a series could have up to and with each of its days if it had its slots for itself.
///
/// What is counted one after the other, each as early as can be, is the most there can be: the bounds are of
/// days within months.
struct SeriesRoom {
  /// For each day of the chain, counted from the first that is looked at; new units only.
  private(set) var upTo: [Int] = []
  private let chain: SeriesChain

  /// How many there are on all days.
  var all: Int { upTo.last ?? 0 }

  /// - Parameters:
  ///   - after: Only days after this one are looked at.
  ///   - keepsGap: Whether the gap of the series is kept.
  init(of chain: SeriesChain, in problem: Problem, after: Int = -1, keepsGap: Bool = true) {
    self.chain = chain
    let series = problem.series[chain.series]
    let gap = keepsGap ? series.gapDays : 0
    let outlets = Set(series.choices.map { problem.slots[$0.slot].outlet })
    // Of several outlets the limits are not those of days within months: which one to spare is open.
    let outlet = outlets.count == 1 ? outlets.first.map { problem.outlets[$0] } : nil
    var months = series.perMonth.indices.map {
      min(series.perMonth[$0].upperBound, outlet?.perMonth?[$0] ?? Int.max)
    }
    var sum = 0
    var next = 0
    for day in chain.days {
      defer { upTo.append(sum) }
      guard day.day > after, day.day >= next else { continue }
      let month = problem.month(of: day.day)
      let slots = series.choices[day.choices].reduce(0) { $0 + problem.room(of: series, in: $1) }
      var room = min(slots, series.mostOn(day), months[month], chain.open - sum)
      if day.span == 1, let perDay = outlet?.perDay { room = min(room, perDay) }
      if gap > 0 { room = min(room, 1) }
      guard room > 0 else { continue }
      sum += room
      months[month] -= room
      if gap > 0 { next = day.day + gap }
    }
  }

  /// Holds the counts below others.
  mutating func lower(to most: [Int]) {
    upTo = zip(upTo, most).map { min($0, $1) }
  }

  /// How many there are up to and with a day.
  func count(upTo day: Int) -> Int { chain.index(upTo: day).map { upTo[$0] } ?? 0 }
}

extension Problem {
  /// How many units of a series one of its slots takes.
  fileprivate func room(of series: Series, in choice: Choice) -> Int {
    let slot = slots[choice.slot]
    let room = min(choice.most, slot.pieces)
    guard let minutes = slot.minutes, series.minutes > 0 else { return room }
    return min(room, minutes / series.minutes)
  }
}
