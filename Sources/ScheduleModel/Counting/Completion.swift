/// How many of the plan's tasks are done: the task rate, which is not the output rate.
///
/// A task is a line, scheduled or not; eight of ten tasks done are 80 %, even when their output is twice what was
/// planned. A task of which it cannot be said whether it is done counts as a task, so that the rate has two ends: as if
/// none of these were done, and as if all were.
public struct Completion: Hashable, Sendable {
  /// The lines that are tasks, in the plan's order.
  public let tasks: [PlanTask]
  /// The rule by which the plan gives points; `nil` when it has none.
  public let rule: ScoreRule?

  /// How many tasks are done.
  public init(tasks: [PlanTask], rule: ScoreRule?) {
    self.tasks = tasks
    self.rule = rule
  }

  /// How many tasks there are, whatever is known of them.
  public var planned: Int { tasks.count }
  /// How many of them are done.
  public var done: Int { tasks.count { $0.state == .done } }
  /// How many there are of which it cannot be said.
  public var unknown: Int { tasks.count { $0.state == .unknown } }

  /// Done of planned in hundredths of a percent, rounded half up: the least and the most that it may be, which are equal
  /// when every task can be judged; `nil` when none can.
  public var rates: ClosedRange<Int>? {
    guard unknown < planned else { return nil }
    func rate(_ done: Int) -> Int { (done * 20_000 + planned) / (2 * planned) }
    return rate(done)...rate(done + unknown)
  }

  /// The least and the most points by the plan's rule, in hundredths; `nil` without a rule or a rate.
  public var scores: ClosedRange<Int>? {
    guard unknown < planned, let rule else { return nil }
    let ends = [done, done + unknown].map { rule.score(done: $0, of: planned) }
    // A table may give more below a limit than above it.
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }
}

/// A line as a task.
public struct PlanTask: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// Whether it is done.
  public let state: State

  /// A line as a task.
  public init(line: String, state: State) {
    self.line = line
    self.state = state
  }

  /// Whether a task is done.
  public enum State: String, CaseIterable, Sendable {
    /// It is.
    case done
    /// It is not yet.
    case open
    /// The plan states no figure, or no log tells of it.
    case unknown

    /// The name for a reader.
    public var name: Words {
      switch self {
      case .done: Words(vi: "hoàn thành", en: "done")
      case .open: Words(vi: "chưa hoàn thành", en: "not done yet")
      case .unknown: Words(vi: "chưa đánh giá được", en: "cannot be judged")
      }
    }
  }
}

/// How a task rate becomes points, as an evaluation's table says. None is shipped: the tables change.
public struct ScoreRule: Hashable, Sendable {
  /// Which table, in which version.
  public let version: String
  /// The full mark, in hundredths of a point.
  public let full: Int
  /// The rate that earns it, in percent.
  public let fullAt: Int
  /// The rate from which part of it is earned, in percent.
  public let partialFrom: Int
  /// Which part.
  public let partial: Partial
  /// The mark below that, in hundredths of a point.
  public let below: Int
  /// Where the plan has it.
  public let place: SourcePlace

  /// Which part of the full mark a rate between the two limits earns.
  public enum Partial: String, CaseIterable, Sendable {
    /// Half of it.
    case half
    /// The rate of it: b/a × the full mark.
    case linear
  }

  /// A table of points.
  public init(
    version: String, full: Int, fullAt: Int, partialFrom: Int, partial: Partial, below: Int,
    place: SourcePlace
  ) {
    self.version = version
    self.full = full
    self.fullAt = fullAt
    self.partialFrom = partialFrom
    self.partial = partial
    self.below = below
    self.place = place
  }

  /// The points for some tasks done of one or more, in hundredths, rounded half up.
  public func score(done: Int, of planned: Int) -> Int {
    if done * 100 >= fullAt * planned { return full }
    if done * 100 < partialFrom * planned { return below }
    switch partial {
    case .half: return (full + 1) / 2
    case .linear: return (2 * done * full + planned) / (2 * planned)
    }
  }
}
