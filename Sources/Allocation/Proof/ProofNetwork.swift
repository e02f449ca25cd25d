/// The flow network of a part of a problem, rebuilt from the problem alone.
struct ProofNetwork {
  /// What each node means.
  private(set) var nodes: [NetworkNode] = []
  /// How many units start at each node; below 0, end there.
  private(set) var supplies: [Int] = []
  /// From where to where units go, and how many may.
  var arcs: [Arc] = []
  /// What counts beyond the arcs: the squares where nothing is placed, and the published units.
  private(set) var squares: Int128 = 0
  private(set) var published = 0
  /// The days before a series may air, on which its count is what has aired.
  private(set) var waits: [CountRun] = []
  /// Where the counts of each series are.
  private(set) var chains: [Int: Chain] = [:]
  /// The runs in which counts stay the same, by the number that a chain's arc has.
  private(set) var runs: [CountRun] = []

  /// A way for units.
  struct Arc {
    let tail: Int
    let head: Int
    /// The least and the most units.
    var least: Int
    var most: Int
    /// What they cost.
    var use = Use.passage
  }

  /// What a unit on an arc means.
  enum Use {
    case passage
    case count(run: Int)
    case shortage
    case choice(preference: Int, isPublished: Bool)
  }

  /// The arcs that carry the counts of a series.
  struct Chain {
    let firstArc: Int
    /// The day from which each arc's count holds, ascending.
    let days: [Int]
  }

  /// A day, or days of which one is not fixed yet.
  private struct Group: Hashable, Comparable {
    let day: Int
    let span: Int
    static func < (left: Group, right: Group) -> Bool { (left.day, left.span) < (right.day, right.span) }
  }

  /// The network of these series. The problem is in reach.
  init(of series: [Int], in problem: Problem) {
    let (shortage, sink) = (node(.shortage), node(.sink))
    var slots: [Int: Int] = [:]
    var open = 0
    for index in series {
      let root = addChain(of: index, in: problem, slots: &slots)
      open += supplies[root]
      arcs.append(Arc(tail: root, head: shortage, least: 0, most: supplies[root], use: .shortage))
    }
    arcs.append(Arc(tail: shortage, head: sink, least: 0, most: open))
    supplies[sink] = -open
    addOutlets(of: slots.keys.sorted(), slots: slots, sink: sink, in: problem)
  }

  private mutating func node(_ node: NetworkNode) -> Int {
    nodes.append(node)
    supplies.append(0)
    return nodes.count - 1
  }

  /// The counts of a series, its gates and its choices; gives the node where its units start.
  private mutating func addChain(of index: Int, in problem: Problem, slots: inout [Int: Int]) -> Int {
    let series = problem.series[index]
    let open = max(0, series.quota - series.aired.count)
    func group(_ choice: Problem.Choice) -> Group {
      let slot = problem.slots[choice.slot]
      return Group(day: slot.day, span: slot.span)
    }
    let groups = Set(series.choices.map(group)).sorted()
    let ideals = CountRun.ideals(of: series)
    func run(_ from: Int, _ end: Int) -> CountRun {
      CountRun(aired: series.aired.count, ideals: ideals[from..<end])
    }

    waits.append(run(problem.firstOpenDay, groups.first?.day ?? problem.days))
    squares += waits.last?.squares ?? 0
    var tail = node(.chain(series: index, position: 0))
    var gates: [Group: Int] = [:]
    chains[index] = Chain(firstArc: arcs.count, days: groups.map(\.day))
    var passages: [Arc] = []
    for (position, group) in groups.enumerated() {
      let head = tail
      tail = node(.chain(series: index, position: position + 1))
      let gate = node(.gate(series: index, position: position))
      gates[group] = gate
      let end = position + 1 < groups.count ? groups[position + 1].day : problem.days
      runs.append(run(group.day, end))
      squares += runs.last?.squares ?? 0
      arcs.append(Arc(tail: tail, head: head, least: 0, most: open, use: .count(run: runs.count - 1)))
      let pins = group.span > 1 ? [] : series.dayPins.filter { $0.day == group.day }
      let least = pins.reduce(0) { $0 + $1.least }
      let most = max(min(series.perDay * group.span, open), least)
      passages.append(Arc(tail: head, head: gate, least: least, most: most))
    }
    supplies[tail] = open
    arcs += passages
    for choice in series.choices {
      guard let gate = gates[group(choice)] else { continue }
      let slot = slots[choice.slot] ?? node(.slot(choice.slot))
      slots[choice.slot] = slot
      published += choice.published
      let use = Use.choice(preference: choice.preference, isPublished: choice.published > 0)
      let most = max(choice.least, min(choice.most, open))
      arcs.append(Arc(tail: gate, head: slot, least: choice.least, most: most, use: use))
    }
    return tail
  }

  /// From the slots through what their outlets take to the end.
  private mutating func addOutlets(of used: [Int], slots: [Int: Int], sink: Int, in problem: Problem) {
    var known: [NetworkNode: Int] = [:]
    func passed(_ way: NetworkNode, _ network: inout ProofNetwork) -> (node: Int, isNew: Bool) {
      if let node = known[way] { return (node, false) }
      let node = network.node(way)
      known[way] = node
      return (node, true)
    }
    for index in used {
      let slot = problem.slots[index]
      let outlet = problem.outlets[slot.outlet]
      var steps: [(way: NetworkNode, most: Int)] = []
      if let perDay = outlet.perDay, slot.span == 1 {
        steps.append((.outletDay(outlet: slot.outlet, day: slot.day), perDay))
      }
      if let perMonth = outlet.perMonth {
        let month = min(problem.month(of: slot.day), problem.months.upperBound - 1)
        steps.append((.outletMonth(outlet: slot.outlet, month: month), perMonth[month]))
      }
      var (tail, most) = (slots[index] ?? sink, slot.pieces)
      var isNew = true
      for step in steps where isNew {
        let next = passed(step.way, &self)
        arcs.append(Arc(tail: tail, head: next.node, least: 0, most: most))
        (tail, most, isNew) = (next.node, step.most, next.isNew)
      }
      if isNew { arcs.append(Arc(tail: tail, head: sink, least: 0, most: most)) }
    }
  }
}
