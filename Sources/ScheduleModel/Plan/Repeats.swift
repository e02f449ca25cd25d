/// How the works of a line are aired again (phát lại).
///
/// What is repeated is the Vietnamese original; a repeat is a placement, not a work, and no quota counts it.
public struct Repeats: Hashable, Sendable {
  /// The least days from the first run to the repeat, 0 for the same day on; a second repeat counts from the
  /// first one.
  public let afterDays: Int
  /// The most days, counted in the same way and included; `nil` for any later day. Equal to ``afterDays`` it fixes
  /// the day.
  public let withinDays: Int?
  /// The id of the outlet that carries them; `nil` for the line's own.
  public let outlet: String?
  /// The ids of the grid lines they may use; empty for any of the outlet that carries Vietnamese.
  public let grid: [String]
  /// How many of the works are repeated; `nil` for all.
  public let works: Int?
  /// How often each of them is, at least once.
  public let times: Int
  /// How many days after the plan's last one they may use, where the grid opens there; 0 for none.
  public let nextYearDays: Int
  /// Where the plan says so.
  public let place: SourcePlace

  /// Repeats, once unless said otherwise.
  public init(
    afterDays: Int, withinDays: Int?, outlet: String?, grid: [String], works: Int?, times: Int = 1,
    nextYearDays: Int = 0, place: SourcePlace
  ) {
    self.afterDays = afterDays
    self.withinDays = withinDays
    self.outlet = outlet
    self.grid = grid
    self.works = works
    self.times = times
    self.nextYearDays = nextYearDays
    self.place = place
  }
}
