/// The rest of a year, planned anew.
public struct Replan: Hashable, Sendable {
  /// What it began with.
  public let start: YearSoFar
  /// The whole year: what has aired, where it was published, and the rest.
  public let schedule: Schedule
  /// Published placements that lie elsewhere now, in the order of their old times.
  public let moves: [Move]
  /// Placements that were due and did not air, in the order of their old times.
  public let missed: [Missed]
  /// Published placements that had not been due and that the plan has no room for, or no longer asks for.
  public let dropped: [Placement]
  /// Published make-goods that are withdrawn, because what they were to make good has gone out.
  public var needless: [Placement] = []
  /// The moves against the evenness, by slack.
  public let curve: [Point]
  /// The slack of the point that ``schedule`` is, in thousandths of a work.
  public let slack: Int
  /// Whether nothing moved that may stay; what is proven of ``schedule`` then holds among the schedules that
  /// leave it where it is.
  public let keepsPublished: Bool

  /// A placement that lies elsewhere now.
  public struct Move: Hashable, Sendable {
    /// As it was published.
    public let old: Placement
    /// As it is now; the same UID.
    public let new: Placement

    /// A placement that lies elsewhere now.
    public init(old: Placement, new: Placement) {
      self.old = old
      self.new = new
    }
  }

  /// A placement that was due and did not air.
  public struct Missed: Hashable, Sendable {
    /// As it was published.
    public let old: Placement
    /// Where it goes now; `nil` when it found no slot.
    public let new: Placement?

    /// A placement that was due and did not air.
    public init(old: Placement, new: Placement?) {
      self.old = old
      self.new = new
    }
  }

  /// What some slack costs and gains.
  public struct Point: Hashable, Sendable {
    /// How much farther than the best the farthest line may be from its even line, in thousandths of a work.
    public let slack: Int
    /// Published placements that lie elsewhere.
    public let moves: Int
    /// The largest distance of a line from its even line on any open day, in thousandths of a work; for outlets
    /// that share nothing, the sum of theirs.
    public let deviation: Int
    /// The squares of the distances of all lines on all open days, in millionths.
    public let squares: Int128

    /// What some slack costs and gains.
    public init(slack: Int, moves: Int, deviation: Int, squares: Int128) {
      self.slack = slack
      self.moves = moves
      self.deviation = deviation
      self.squares = squares
    }
  }

  /// The rest of a year, planned anew.
  public init(
    start: YearSoFar, schedule: Schedule, moves: [Move], missed: [Missed], dropped: [Placement],
    curve: [Point], slack: Int, keepsPublished: Bool = false
  ) {
    self.keepsPublished = keepsPublished
    self.start = start
    self.schedule = schedule
    self.moves = moves
    self.missed = missed
    self.dropped = dropped
    self.curve = curve
    self.slack = slack
  }

  /// The same re-plan seen from what was published, where it began with placements that somebody had moved already.
  public func seen(from start: YearSoFar) -> Replan {
    let new = Dictionary(
      schedule.placements.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let open = start.published.filter { start.aired[$0.uid] == nil }.sorted {
      ($0.timing, $0.uid) < ($1.timing, $1.uid)
    }
    let waiting = open.filter(start.isOpen)
    return Replan(
      start: start, schedule: schedule,
      moves: waiting.compactMap { old in
        guard let new = new[old.uid], new.slot != old.slot || new.timing != old.timing else { return nil }
        return Move(old: old, new: new)
      },
      missed: open.filter { !start.isOpen($0) }.map { Missed(old: $0, new: new[$0.uid]) },
      dropped: waiting.filter { new[$0.uid] == nil }, curve: curve, slack: slack,
      keepsPublished: keepsPublished)
  }

  /// First runs of a line's originals that have aired, in each of the plan's months, by the day on which they
  /// did; of works in parts those whose parts all have, by the day of the last.
  public func airedMonths(ofLine line: String, of plan: Plan) -> [Int] {
    pastMonths(ofLine: line, of: plan, areUnknown: false)
  }

  /// First runs of a line's originals of which no log tells yet though their day is over, in each of the plan's months.
  public func unknownMonths(ofLine line: String, of plan: Plan) -> [Int] {
    pastMonths(ofLine: line, of: plan, areUnknown: true)
  }

  private func pastMonths(ofLine line: String, of plan: Plan, areUnknown: Bool) -> [Int] {
    var counts = Array(repeating: 0, count: plan.months.count)
    if let parts = plan.line(line)?.parts, parts > 1 {
      for work in works(ofLine: line, of: plan, start.published.filter { start.aired[$0.uid] != nil }) {
        let uids = work.map(\.uid)
        guard Set(work.map(\.partNumber)).count == parts,
          uids.contains(where: start.unknown.contains) == areUnknown,
          let last = uids.compactMap({ start.aired[$0] }).max()
        else { continue }
        counts[plan.months.index(of: last) ?? 0] += 1
      }
      return counts
    }
    for placement in start.published where placement.line == line && plan.isOriginalFirstRun(placement) {
      // What aired in the days around the year counts in its first month.
      guard let day = start.aired[placement.uid], start.unknown.contains(placement.uid) == areUnknown else {
        continue
      }
      counts[plan.months.index(of: day) ?? 0] += 1
    }
    return counts
  }

  /// The parts of each work of a line, among some placements.
  private func works(ofLine line: String, of plan: Plan, _ placements: [Placement]) -> [[Placement]] {
    let parts = placements.filter { $0.line == line && $0.run.isNew && plan.isOriginal($0) }
    return Dictionary(grouping: parts, by: \.edition).sorted { $0.key < $1.key }.map(\.value)
  }

  /// First runs of a line's originals that are planned, in each of the plan's months; of works in parts by the last one.
  public func plannedMonths(ofLine line: String, of plan: Plan) -> [Int] {
    let broadcast = BroadcastDays(plan: plan)
    var counts = Array(repeating: 0, count: plan.months.count)
    if let parts = plan.line(line)?.parts, parts > 1 {
      for work in works(ofLine: line, of: plan, schedule.placements) {
        let open = work.filter { start.aired[$0.uid] == nil }.map(broadcast.firstDay)
        guard Set(work.map(\.partNumber)).count == parts, let last = open.max(),
          let month = plan.months.index(of: last)
        else { continue }
        counts[month] += 1
      }
      return counts
    }
    for placement in schedule.placements where placement.line == line && plan.isOriginalFirstRun(placement) {
      guard start.aired[placement.uid] == nil,
        let month = plan.months.index(of: broadcast.firstDay(of: placement))
      else { continue }
      counts[month] += 1
    }
    return counts
  }
}
