/// All placements of a plan.
public struct Schedule: Hashable, Sendable {
  /// The slots that the plan's grid opens, in time order.
  public let slots: [Slot]
  /// The placements, in time order, then by UID.
  public let placements: [Placement]
  /// The works that found no slot.
  public let unplaced: [Unplaced]
  /// What is known about how good it is.
  public let proof: Proof

  /// A schedule; placements are put into time order.
  public init(slots: [Slot], placements: [Placement], unplaced: [Unplaced], proof: Proof) {
    self.slots = slots
    self.placements = placements.inTimeOrder
    self.unplaced = unplaced
    self.proof = proof
  }

  /// First runs of a line's originals in each of the plan's months; works in parts count with the last of them, as
  /// where output is counted.
  ///
  /// - Complexity: O(n) in the placements; for every line of a plan ask for ``months(of:)``.
  public func months(ofLine line: String, of plan: Plan) -> [Int] {
    months(of: plan)[line] ?? Array(repeating: 0, count: plan.months.count)
  }

  /// The same for all lines that have any, in one pass.
  public func months(of plan: Plan) -> [String: [Int]] {
    let (days, broadcast) = (plan.months.days, BroadcastDays(plan: plan))
    let ends = plan.months.indices.map { plan.months.days(of: $0).upperBound }
    var months: [String: [Int]] = [:]
    // Placements come in the order of time, so the month moves on, but for the small hours of its first day.
    var month = 0
    let inParts = Set(plan.lines.filter { $0.parts > 1 }.map(\.id))
    for placement in placements where plan.isOriginalFirstRun(placement) {
      let day = broadcast.firstDay(of: placement)
      guard days.contains(day), inParts.isEmpty || !inParts.contains(placement.line) else { continue }
      while day >= ends[month] { month += 1 }
      let own = month > 0 && day < ends[month - 1] ? month - 1 : month
      months[placement.line, default: Array(repeating: 0, count: plan.months.count)][own] += 1
    }
    guard !inParts.isEmpty else { return months }
    let parts = placements.filter { inParts.contains($0.line) && $0.run.isNew }
    for (line, parts) in Dictionary(grouping: parts, by: \.line) {
      var counts = Array(repeating: 0, count: plan.months.count)
      for work in Dictionary(grouping: parts, by: \.edition).values {
        // The newest attempt of the last part is the last in time.
        guard let last = work.map(broadcast.firstDay).max(), let month = plan.months.index(of: last) else {
          continue
        }
        counts[month] += 1
      }
      months[line] = counts
    }
    return months
  }

  /// How many placements were asked for and found a slot, and how near to the best the schedule is.
  public struct Proof: Hashable, Sendable {
    /// Placements that the plan asks for: of works, of their versions and repeats, and on further outlets.
    public let demanded: Int
    /// Those that found a slot.
    public let placed: Int
    /// What the schedule is judged by, what counts more first; empty when nothing is proven.
    public let levels: [Level]

    /// A proof by counting, and one for each objective.
    public init(demanded: Int, placed: Int, levels: [Level] = []) {
      self.demanded = demanded
      self.placed = placed
      self.levels = levels
    }

    /// Whether it is proven that no schedule is better.
    public var isOptimal: Bool { !levels.isEmpty && levels.allSatisfy(\.isOptimal) }
  }

  /// One objective: what the schedule has, and what none can be below that is as good in those before.
  public struct Level: Hashable, Sendable {
    /// The objective.
    public let objective: Objective
    /// What the schedule has, in the objective's unit.
    public let value: Int128
    /// What no schedule can be below, in the same unit.
    public let bound: Int128

    /// An objective with its value and its bound.
    public init(objective: Objective, value: Int128, bound: Int128) {
      self.objective = objective
      self.value = value
      self.bound = bound
    }

    /// Whether no schedule is better, those before being equal.
    public var isOptimal: Bool { value <= bound }
  }

  /// What a schedule is judged by; less is better. The raw values go into JSON.
  public enum Objective: String, CaseIterable, Sendable {
    /// Placements without a slot.
    case shortage
    /// The largest distance from an even line on any day, in thousandths of a work; for outlets that share
    /// nothing, the sum of theirs.
    case deviation
    /// Placements that are no longer where they were published.
    case moves
    /// The squares of all distances from the even lines, in millionths.
    case squares
    /// How little the grid lines are liked that are used.
    case preference
  }
}

extension [Placement] {
  /// The placements in time order, then by UID; on a day without hours repeats come after first runs.
  fileprivate var inTimeOrder: [Placement] {
    let keys = map(\.timing.sortKey)
    let repeats = map { $0.run == .repeat && !$0.timing.hasHour ? $0.number : 0 }
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      guard keys[left] == keys[right] else { return keys[left] < keys[right] }
      return repeats[left] == repeats[right]
        ? self[left].uid < self[right].uid : repeats[left] < repeats[right]
    }
    if indices.dropFirst().allSatisfy({ !isBefore($0, $0 - 1) }) { return self }
    return indices.sorted(by: isBefore).map { self[$0] }
  }
}

/// A work or version that found no slot.
public struct Unplaced: Hashable, Sendable {
  /// The line.
  public let line: String
  /// The language.
  public let language: LanguageTag
  /// Whether they are works, later parts of them, repeats, or the same works on a further outlet.
  public let run: Placement.Run
  /// How many.
  public let count: Int
  /// Why, in words.
  public let reason: Words

  /// What of a line in a language found no slot.
  public init(
    line: String, language: LanguageTag, run: Placement.Run = .first, count: Int, reason: Words
  ) {
    self.run = run
    self.line = line
    self.language = language
    self.count = count
    self.reason = reason
  }
}
