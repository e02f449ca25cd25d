/// What the engine found: the units in their slots, and how good that is.
public struct Solution: Hashable, Sendable {
  /// The new units, by series, then slot; a slot that takes two units of a series stands there twice.
  public let units: [Unit]
  /// Each objective in the order in which it counts.
  public let levels: [Level]
  /// Whether the search was cut short by the caller.
  public let isCutShort: Bool

  /// One unit of a series in a slot.
  public struct Unit: Hashable, Sendable, Comparable {
    /// The series.
    public let series: Int
    /// The slot.
    public let slot: Int

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

    /// Whether it is proven that no schedule is better.
    public var isOptimal: Bool { value == bound }
  }
}

/// What a schedule is judged by. All are the smaller the better.
public enum Objective: String, CaseIterable, Sendable {
  /// Units without a slot.
  case shortage
  /// The largest distance from an ideal line on any day, in thousandths of a piece; the sum over the parts of
  /// the problem that share nothing.
  case deviation
  /// Published units that are dropped from their slot.
  case moves
  /// The squares of all distances from the ideal lines.
  case squares
  /// The preference costs of the slots used.
  case preference
}
