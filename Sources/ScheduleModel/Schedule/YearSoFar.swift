/// The year up to a day: what was published, and what of it has aired. A re-plan begins with it.
public struct YearSoFar: Hashable, Sendable {
  /// The first broadcast day that is still open.
  public let from: CivilDay
  /// The published placements of the whole year.
  public let published: [Placement]
  /// The broadcast day on which a placement aired, by its UID; each before ``from``. What is not here has not aired.
  public let aired: [String: CivilDay]
  /// Whether logs say what aired; otherwise all that was published before ``from`` counts as aired.
  public let isLogged: Bool
  /// Rows of the logs before ``from`` that belong to no published placement, and are not counted.
  public let unplanned: Int
  private let broadcast: BroadcastDays

  /// The year up to a day.
  public init(
    from: CivilDay, published: [Placement], aired: [String: CivilDay], isLogged: Bool, unplanned: Int = 0,
    broadcast: BroadcastDays = .usual
  ) {
    self.from = from
    self.published = published
    self.aired = aired
    self.isLogged = isLogged
    self.unplanned = unplanned
    self.broadcast = broadcast
  }

  /// Whether a placement may still go out as published.
  public func isOpen(_ placement: Placement) -> Bool { isOpen(placement.timing, on: placement.outlet) }

  /// Whether what is planned then on an outlet may still go out: its last broadcast day is not over.
  public func isOpen(_ timing: SlotTiming, on outlet: String) -> Bool {
    broadcast.days(of: timing, on: outlet).upperBound > from
  }
}
