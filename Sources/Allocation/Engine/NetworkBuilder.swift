/// Builds the network of one part, and keeps what each node means.
///
///     root ──▶ P(n) ──▶ … ──▶ P(1)        an arc carries the series' units up to and with a day
///      │        │              │
///      ▼        ▼ gate         ▼           the most a day; pins
///   shortage   slot ──▶ outlet's day ──▶ outlet's month
///      │                                   │
///      └──────────────▶ sink ◀─────────────┘
struct NetworkBuilder {
  private let problem: Problem
  private(set) var flow = ConvexNetwork()
  /// What each node means; `nil` for a translator's week.
  private(set) var names: [NetworkNode?] = []
  /// The arcs of each series' chain, its first day's first.
  private(set) var chainArcs: [Range<Int>] = []
  /// The arcs into each series' slots, in the order of its choices.
  private(set) var choiceArcs: [Range<Int>] = []
  private(set) var pools: TranslatorPools
  /// More than any way along the chains can cost.
  private(set) var dearestWay = 1
  private var slotNodes: [Int]
  private var outletDays: [Int: Int] = [:]
  private var outletMonths: [Int: Int] = [:]
  private var sink = 0
  private var shortage = 0

  /// - Parameter slotNumbers: A number for each slot of the problem, unique within the part.
  init(_ problem: Problem, series: [Int], slotCount: Int, isRelaxed: Bool) {
    self.problem = problem
    slotNodes = Array(repeating: -1, count: slotCount)
    pools = TranslatorPools(problem, series: isRelaxed ? [] : series)
    sink = addNode(.sink)
    shortage = addNode(.shortage)
  }

  private mutating func addNode(_ name: NetworkNode?, supply: Int = 0) -> Int {
    names.append(name)
    return flow.addNode(supply: supply)
  }

  /// The way of units without a slot.
  mutating func addShortage(_ chains: [SeriesChain]) -> Int {
    flow.addArc(
      from: shortage, to: sink, most: chains.reduce(0) { $0 + $1.open }, first: dearestWay)
  }

  mutating func add(_ chain: SeriesChain, slotNumbers: [Int32]) {
    let series = problem.series[chain.series]
    let nodes = chain.days.indices.map { addNode(.chain(series: chain.series, position: $0)) }
    let root = addNode(.chain(series: chain.series, position: nodes.count), supply: chain.open)
    flow.addSupply(-chain.open, at: sink)
    let firstArc = flow.arcs.count
    for (position, run) in chain.runs.enumerated() {
      let tail = position + 1 < nodes.count ? nodes[position + 1] : root
      let (first, rise) = (chain.firstCost(of: run), 2 * Problem.scale * run.days)
      flow.addArc(from: tail, to: nodes[position], most: chain.open, first: first, rise: rise)
      dearestWay += max(abs(first), abs(first + rise * chain.open))
    }
    chainArcs.append(firstArc..<flow.arcs.count)
    flow.addArc(from: root, to: shortage, most: chain.open)

    for choice in series.choices { addSlot(choice.slot, number: Int(slotNumbers[choice.slot])) }
    let gates = chain.days.indices.map { gate(chain, $0, series, nodes[$0]) }
    let firstChoice = flow.arcs.count
    for (day, gate) in zip(chain.days, gates) {
      for choice in series.choices[day.choices] {
        let slot = slotNodes[Int(slotNumbers[choice.slot])]
        flow.addArc(from: gate, to: slot, least: choice.least, most: choice.most)
      }
    }
    choiceArcs.append(firstChoice..<flow.arcs.count)
  }

  /// The node from which a series goes to its slots of a day.
  private mutating func gate(
    _ chain: SeriesChain, _ position: Int, _ series: Problem.Series, _ node: Int
  ) -> Int {
    let day = chain.days[position]
    let least = series.leastOn(day)
    let most = max(least, series.mostOn(day))
    let room = series.choices[day.choices].reduce(0) { $0 + $1.most }
    guard most < room || least > 0 else { return node }
    let gate = addNode(.gate(series: chain.series, position: position))
    flow.addArc(from: node, to: gate, least: least, most: most)
    return gate
  }

  /// A slot with its way to the sink: through its translator's weeks, or what its outlet takes.
  private mutating func addSlot(_ index: Int, number: Int) {
    guard slotNodes[number] < 0 else { return }
    let slot = problem.slots[index]
    var node = addNode(.slot(index))
    slotNodes[number] = node
    if let week = pools.week(of: index) {
      if let pool = poolNode(week) { flow.addArc(from: node, to: pool, most: slot.pieces) }
      return
    }
    var most = slot.pieces
    let outlet = problem.outlets[slot.outlet]
    if let perDay = outlet.perDay, slot.span == 1 {
      let name = NetworkNode.outletDay(outlet: slot.outlet, day: slot.day)
      let key = slot.outlet * problem.days + slot.day
      guard let next = step(from: node, most, to: name, key, in: \.outletDays) else { return }
      (node, most) = (next, perDay)
    }
    if let perMonth = outlet.perMonth {
      let month = problem.month(of: slot.day)
      let name = NetworkNode.outletMonth(outlet: slot.outlet, month: month)
      guard
        let next = step(
          from: node, most, to: name, slot.outlet * problem.months.count + month, in: \.outletMonths)
      else {
        return
      }
      (node, most) = (next, perMonth[month])
    }
    flow.addArc(from: node, to: sink, most: most)
  }

  /// An arc to a node that others share; `nil` when its own way on is there already.
  private mutating func step(
    from node: Int, _ most: Int, to name: NetworkNode, _ key: Int,
    in known: WritableKeyPath<Self, [Int: Int]>
  ) -> Int? {
    if let next = self[keyPath: known][key] {
      flow.addArc(from: node, to: next, most: most)
      return nil
    }
    let next = addNode(name)
    self[keyPath: known][key] = next
    flow.addArc(from: node, to: next, most: most)
    return next
  }

  /// The node of a translator's week; the weeks before it are made with it.
  private mutating func poolNode(_ week: TranslatorPools.Week) -> Int? {
    if pools.nodes[week.translator] == nil {
      let perWeek = problem.translators[week.translator].perWeek
      let nodes = perWeek.map { _ in addNode(nil) }
      for number in nodes.indices {
        // What is made in week 0 would have aired before the year.
        flow.addArc(from: nodes[number], to: sink, most: number == 0 ? 0 : perWeek[number])
        if number > 0 { flow.addArc(from: nodes[number], to: nodes[number - 1], most: Int(Int32.max)) }
      }
      pools.nodes[week.translator] = nodes
    }
    let nodes = pools.nodes[week.translator] ?? []
    return week.number >= 0 && !nodes.isEmpty ? nodes[min(week.number, nodes.count - 1)] : nil
  }

  /// Lists the arcs at each node; nothing is added afterwards.
  mutating func seal() { flow.seal() }
}

extension Problem.Series {
  /// The most that it may have on one of its days.
  func mostOn(_ day: SeriesChain.Day) -> Int {
    let (most, overflows) = perDay.multipliedReportingOverflow(by: day.span)
    return overflows ? Int(Int32.max) : min(most, Int(Int32.max))
  }

  /// What is pinned on one of its days.
  func leastOn(_ day: SeriesChain.Day) -> Int {
    day.span == 1 ? dayPins.reduce(0) { $0 + ($1.day == day.day ? $1.least : 0) } : 0
  }
}

extension SeriesChain {
  /// What the first unit costs that makes a count rise in a run, in thousandths of a square.
  func firstCost(of run: Run) -> Int { Problem.scale * run.days * (2 * aired + 1) - 2 * run.sum }
}
