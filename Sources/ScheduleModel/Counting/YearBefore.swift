/// The same period of the year before, by the ids of this year's lines.
public struct YearBefore: Hashable, Sendable {
  /// The period.
  public let period: ReportingPeriod
  /// The id of the plan of that year.
  public let plan: String
  private let lines: [String: Figure]

  /// What one line had.
  public struct Figure: Hashable, Sendable {
    /// Gone out in the period.
    public let aired: Int
    /// Gone out since the start of that reporting year.
    public let airedInYear: Int
  }

  /// Takes the figures out of the tally of the year before.
  ///
  /// - Parameters:
  ///   - plan: The plan of that year, which may have other lines.
  ///   - tally: Its tally. What no log tells of is left out, for that is not 0.
  public init(plan: Plan, tally: Tally) {
    period = tally.period
    self.plan = plan.id
    lines = Dictionary(
      tally.lines.compactMap { line in
        let isKnown = tally.knowsOutput && (plan.line(line.line)?.placing != nil || line.airedInYear > 0)
        return isKnown
          ? (line.line, Figure(aired: line.counts.aired, airedInYear: line.airedInYear)) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What a line had; `nil` when there are no data, which is not 0.
  public subscript(line: String) -> Figure? { lines[line] }
}
