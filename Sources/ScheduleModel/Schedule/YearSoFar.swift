/// The year up to a day: what was published, and what of it has aired. A re-plan begins with it.
public struct YearSoFar: Hashable, Sendable {
  /// The first broadcast day that is still open.
  public let from: CivilDay
  /// The published placements of the whole year.
  public let published: [Placement]
  /// The broadcast day on which a placement aired, by its UID, and for those that are ``unknown`` the last day for which
  /// they were published; each before ``from``. What is not here has not aired.
  public let aired: [String: CivilDay]
  /// UIDs of placements of days before ``from`` of which no log tells yet: they stay as published, and it is not known
  /// whether they aired.
  public let unknown: Set<String>
  /// The last day on which the logs have a row of each outlet; an outlet without any is not here.
  public let lastLogged: [String: CivilDay]
  /// Whether there are logs at all.
  public let isLogged: Bool
  /// Rows of the logs before ``from`` that belong to no published placement, and are not counted.
  public let unplanned: Int
  private let broadcast: BroadcastDays

  /// The year up to a day.
  public init(
    from: CivilDay, published: [Placement], aired: [String: CivilDay], unknown: Set<String> = [],
    lastLogged: [String: CivilDay] = [:], isLogged: Bool, unplanned: Int = 0,
    broadcast: BroadcastDays = .usual
  ) {
    self.from = from
    self.published = published
    self.aired = aired
    self.unknown = unknown
    self.lastLogged = lastLogged
    self.isLogged = isLogged
    self.unplanned = unplanned
    self.broadcast = broadcast
  }

  /// The year up to a day of which there are no logs: whether what was published for the days before it aired is not
  /// known.
  public init(from: CivilDay, plan: Plan, published: [Placement]) {
    let broadcast = BroadcastDays(plan: plan)
    var aired: [String: CivilDay] = [:]
    for placement in published {
      if broadcast.isPast(placement, before: from) {
        aired[placement.uid] = broadcast.countedDay(of: placement)
      }
    }
    self.init(
      from: from, published: published, aired: aired, unknown: Set(aired.keys), isLogged: false,
      broadcast: broadcast)
  }

  /// How many placements aired, by the logs.
  public var airedCount: Int { aired.count - unknown.count }

  /// How many placements of each outlet are ``unknown``; outlets without any are left out.
  public var unknownByOutlet: [String: Int] {
    Dictionary(grouping: published.lazy.filter { unknown.contains($0.uid) }, by: \.outlet).mapValues(\.count)
  }

  /// Whether a placement may still go out as published.
  public func isOpen(_ placement: Placement) -> Bool { isOpen(placement.timing, on: placement.outlet) }

  /// Whether what is planned then on an outlet may still go out: its last broadcast day is not over, and as an event of
  /// several days it has not begun.
  public func isOpen(_ timing: SlotTiming, on outlet: String) -> Bool {
    !broadcast.isPast(timing, on: outlet, before: from)
  }
}
