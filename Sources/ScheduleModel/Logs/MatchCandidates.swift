/// The nearest on the other side for whatever found no partner: what a person looks at before linking by hand.
public struct MatchCandidates: Hashable, Sendable {
  /// For a placement that nothing shows, by its UID: the entries that come nearest, the best first.
  public let ofPlacements: [String: [MatchCandidate]]
  /// For an entry that shows no placement, by its row: the placements that come nearest, the best first.
  public let ofEntries: [SourcePlace: [MatchCandidate]]

  /// The candidates of both sides.
  public init(
    ofPlacements: [String: [MatchCandidate]] = [:], ofEntries: [SourcePlace: [MatchCandidate]] = [:]
  ) {
    self.ofPlacements = ofPlacements
    self.ofEntries = ofEntries
  }
}

/// A placement and an entry that were not paired, and what stands between them.
public struct MatchCandidate: Hashable, Sendable {
  /// The placement.
  public let placement: Placement
  /// The entry.
  public let entry: AsRunEntry
  /// Everything in which they differ; never empty.
  public let differences: [Difference]

  /// One thing in which an entry differs from a placement.
  public enum Difference: Hashable, Sendable {
    /// Days from the planned day to that on which it went out; negative when before.
    case days(Int)
    /// Minutes from the planned start to its own, on the planned day; negative when before.
    case minutes(Int)
    /// On another outlet.
    case outlet
    /// In another language.
    case language
    /// It names another line.
    case line
    /// It names another edition.
    case edition
    /// It names no edition, and another entry or placement of the line lay nearer.
    case editionUnsaid
    /// How like that of the line its title is, in per cent.
    case title(percent: Int)
    /// Another entry shows the placement already.
    case taken
    /// Somebody said by hand that the entry belongs to nothing.
    case setAside
    /// It is open whether the entry shows that anything aired.
    case unclear
  }

  /// A placement and an entry that were not paired.
  public init(placement: Placement, entry: AsRunEntry, differences: [Difference]) {
    self.placement = placement
    self.entry = entry
    self.differences = differences
  }
}
