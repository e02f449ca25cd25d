/// What became of a placement.
public enum Outcome: String, CaseIterable, Sendable {
  /// On its day, in time.
  case aired
  /// On its day, but later (or earlier) than the plan tolerates.
  case late
  /// On another day.
  case moved
  /// Only a part of it.
  case partial
  /// Something else of the same line in its place.
  case substituted
  /// Something with precedence took its place.
  case preempted = "pre-empted"
  /// Its day has passed and no log has it.
  case missed
  /// Not in the schedule, but aired.
  case unplanned
  /// Its day lies after the last day that the logs tell of.
  case pending

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .aired: Words(vi: "đã phát", en: "aired")
    case .late: Words(vi: "phát lệch giờ", en: "late")
    case .moved: Words(vi: "phát ngày khác", en: "moved")
    case .partial: Words(vi: "phát một phần", en: "partial")
    case .substituted: Words(vi: "phát thay thế", en: "substituted")
    case .preempted: Words(vi: "nhường sóng", en: "pre-empted")
    case .missed: Words(vi: "chưa thực hiện", en: "missed")
    case .unplanned: Words(vi: "ngoài lịch", en: "unplanned")
    case .pending: Words(vi: "chưa đến ngày", en: "pending")
    }
  }

  /// Whether the work went out, whenever it did.
  public var countsAsAired: Bool {
    switch self {
    case .aired, .late, .moved, .partial, .substituted, .unplanned: true
    case .preempted, .missed, .pending: false
    }
  }
}

/// Schedule and log held against each other.
public struct Reconciled: Hashable, Sendable {
  /// What became of each placement, in the schedule's order.
  public let outcomes: [PlacementOutcome]
  /// The entries that belong to no placement, by their index in the log.
  public let unplanned: [UnplannedEntry]
  /// The entries that tell of something sent to another broadcaster, by their index in the log.
  ///
  /// Whether it aired there is not known, so they never show that a placement aired.
  public let sent: [UnplannedEntry]
  /// The last day that the logs tell of; later placements are pending. `nil` without logs.
  public let asOf: CivilDay?

  /// Schedule and log held against each other.
  public init(
    outcomes: [PlacementOutcome], unplanned: [UnplannedEntry], sent: [UnplannedEntry] = [], asOf: CivilDay?
  ) {
    self.outcomes = outcomes
    self.unplanned = unplanned
    self.sent = sent
    self.asOf = asOf
  }
}

/// What became of one placement.
public struct PlacementOutcome: Hashable, Sendable {
  /// The placement.
  public let placement: Placement
  /// What became of it.
  public let outcome: Outcome
  /// The entry that shows it; `nil` when none does.
  public let entry: AsRunEntry?

  /// What became of one placement.
  public init(placement: Placement, outcome: Outcome, entry: AsRunEntry?) {
    self.placement = placement
    self.outcome = outcome
    self.entry = entry
  }
}

/// An entry that belongs to no placement.
public struct UnplannedEntry: Hashable, Sendable {
  /// The entry.
  public let entry: AsRunEntry
  /// The line that it was recognised to belong to; `nil` when no line is.
  public let line: String?

  /// An entry that belongs to no placement.
  public init(entry: AsRunEntry, line: String?) {
    self.entry = entry
    self.line = line
  }
}
