/// What proves how good a solution is: prices from which anyone can work out a bound.
///
/// Any prices give a bound (Lagrangian duality: Ahuja, Magnanti, Orlin, *Network Flows*, ch. 16); the search
/// hands over those whose bound is the highest. ``ProofCheck`` works it out from the problem alone.
public struct Certificate: Hashable, Sendable {
  /// The parts of the problem that share nothing, each with its own prices.
  public let parts: [Part]

  /// One part.
  public struct Part: Hashable, Sendable {
    /// Its series, ascending.
    public let series: [Int]
    /// The largest deviation allowed to the objectives after it, in thousandths of a piece.
    public let width: Int
    /// One for each objective, in the order in which it counts.
    public let levels: [Level]
  }

  /// What proves one objective of one part.
  public struct Level: Hashable, Sendable {
    /// Which objective.
    public let objective: Objective
    /// What the solution has in this part.
    public let value: Int128
    /// For ``Objective/deviation``, the width that the prices prove impossible; unused for other objectives.
    public let refuted: Int
    /// The price of each node; a node that is not named has the price 0, a gate that of its chain node.
    public let prices: [NetworkNode: Int]
    /// The price of each rule beyond the network; all at least 0.
    public let rulePrices: [NetworkRule: Int]
  }
}

/// A node of the network that holds a part of a problem, by what it means.
public enum NetworkNode: Hashable, Sendable {
  /// A series before its day number `position`, counted over the distinct days (with their spans) of its
  /// choices; `position` equal to their number is the root, where its units come from.
  case chain(series: Int, position: Int)
  /// Between that node and its slots: what one day takes of the series.
  case gate(series: Int, position: Int)
  /// A slot.
  case slot(Int)
  /// What an outlet takes on a day.
  case outletDay(outlet: Int, day: Int)
  /// What an outlet takes in a month.
  case outletMonth(outlet: Int, month: Int)
  /// Where units without a slot go.
  case shortage
  /// Where all units end.
  case sink

  var isGate: Bool { if case .gate = self { true } else { false } }
}

/// A rule that a flow network cannot hold, in units of a series up to and with a day, X(day).
public enum NetworkRule: Hashable, Sendable {
  /// The least of a month: X(before it) + least ≤ X(its end).
  case monthLeast(series: Int, month: Int)
  /// The most of a month: X(its end) ≤ X(before it) + most.
  case monthMost(series: Int, month: Int)
  /// A gap: X(day + gap - 1) ≤ X(day - 1) + 1, for a day on which the series may air.
  case gap(series: Int, day: Int)
  /// What a series waits for: X(day) ≤ the source's X(day - least days), for a day on which it may air; with a
  /// translator no later than the end of the week before the one before it.
  case follows(series: Int, day: Int)
  /// A translator's weeks from one to another, both with: units of its series that air by the end of the week
  /// after the last, less those whose source aired before the week before the first, are no more than these
  /// weeks hold.
  case translation(translator: Int, from: Int, through: Int)
}
