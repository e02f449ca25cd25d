/// How the engine is to search.
public struct SearchOptions: Sendable {
  /// The objectives after shortage and deviation, the weightier first.
  public var order: Order
  /// How much worse than the best the largest deviation may be, in thousandths of a piece, so that the
  /// objectives after it gain.
  public var slack: Int
  /// Leaves out the least and most of a month, gaps, minutes and what versions wait for.
  public var isRelaxed: Bool
  /// How many parts of the problem are solved at once; the result is the same for any number.
  public var threads: Int
  /// How many nodes of networks a search for schedules that keep the rules may pass, at each of its turns. The default is
  /// some seconds' work; a large part with many broken rules would take hours. What comes out then is legal, and not proven.
  public var mostWork: Int
  /// Is told of the progress, on any thread; its answer `false` ends the search with the best so far.
  public var goesOn: @Sendable (SearchProgress) -> Bool

  /// Which objective comes before which.
  public enum Order: Sendable {
    /// A first plan: squares, preference, moves.
    case first
    /// A re-plan: moves, squares, preference.
    case replan
  }

  /// How to search; a first plan with all rules on one thread, never cut short by default.
  public init(
    order: Order = .first, slack: Int = 0, isRelaxed: Bool = false, threads: Int = 1,
    mostWork: Int = 200_000_000, goesOn: @escaping @Sendable (SearchProgress) -> Bool = { _ in true }
  ) {
    self.order = order
    self.slack = slack
    self.isRelaxed = isRelaxed
    self.threads = threads
    self.mostWork = mostWork
    self.goesOn = goesOn
  }
}

/// How far a search has come.
public struct SearchProgress: Hashable, Sendable {
  /// Parts of the problem that share nothing with one another.
  public let parts: Int
  /// Parts that are done.
  public let done: Int
}
