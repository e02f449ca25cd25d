/// What the engine found: the units in their slots, how good that is, and why nothing better exists.
public struct Solution: Hashable, Sendable {
  /// The new units, by series, then slot; a slot that takes two units of a series is there twice.
  public let units: [Unit]
  /// Each objective in the order in which it counts, over all parts of the problem; none before it is proven.
  public let levels: [Level]
  /// The leasts of months that cannot all be reached, and are not.
  public let missed: [NetworkRule]
  /// What proves the bounds.
  public let certificate: Certificate
  /// Whether the search was cut short by the caller.
  public let isCutShort: Bool

  /// One unit of a series in a slot.
  public struct Unit: Hashable, Sendable, Comparable {
    /// The series.
    public let series: Int
    /// The slot.
    public let slot: Int

    /// A unit of a series in a slot.
    public init(series: Int, slot: Int) {
      self.series = series
      self.slot = slot
    }

    /// By series, then slot.
    public static func < (left: Unit, right: Unit) -> Bool {
      (left.series, left.slot) < (right.series, right.slot)
    }
  }

  /// One objective: what the schedule has, and what no schedule can be below.
  public struct Level: Hashable, Sendable {
    /// Which objective.
    public let objective: Objective
    /// What the schedule has.
    public let value: Int128
    /// What no schedule can be below that is as good in the objectives before.
    public let bound: Int128

    /// An objective with its value and its bound.
    public init(objective: Objective, value: Int128, bound: Int128) {
      self.objective = objective
      self.value = value
      self.bound = bound
    }

    /// Whether it is proven that no schedule is better.
    public var isOptimal: Bool { value == bound }
  }
}

/// What a schedule is judged by. All are the smaller the better, and each is the sum over the parts of the
/// problem that share nothing.
public enum Objective: String, CaseIterable, Sendable {
  /// Units without a slot.
  case shortage
  /// The largest distance of a count from its ideal line on any day, in thousandths of a piece.
  case deviation
  /// Published units that are no longer in their slot.
  case moves
  /// The squares of all distances from the ideal lines, in millionths.
  case squares
  /// The preference costs of the slots used.
  case preference
}
