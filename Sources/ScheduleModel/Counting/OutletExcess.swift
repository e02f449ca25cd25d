/// That more went out on an outlet in a day than it takes: by the logs, not by the schedule.
public struct OutletExcess: Hashable, Sendable {
  /// The outlet's id.
  public let outlet: String
  /// What is counted: placements or minutes.
  public let measure: CountingRule.Measure
  /// The most on one day.
  public let ceiling: Int
  /// The broadcast days with more, in order.
  public let days: [Day]

  /// One broadcast day with more than the outlet takes.
  public struct Day: Hashable, Sendable {
    /// The day.
    public let day: CivilDay
    /// What went out on it.
    public let amount: Int

    /// A day with so much.
    public init(day: CivilDay, amount: Int) {
      self.day = day
      self.amount = amount
    }
  }

  /// That there was more on these days.
  public init(outlet: String, measure: CountingRule.Measure, ceiling: Int, days: [Day]) {
    self.outlet = outlet
    self.measure = measure
    self.ceiling = ceiling
    self.days = days
  }
}
