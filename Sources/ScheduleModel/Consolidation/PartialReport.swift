/// What a unit reported on a line for a part of a period, and of which part nothing is known.
public struct PartialReport: Hashable, Sendable {
  /// The unit, by id.
  public let unit: String
  /// The periods of its figures that lie in the period, by their days.
  public let reported: [ReportingPeriod]
  /// The periods of which it says that it has no data, by their days.
  public let withoutData: [ReportingPeriod]
  /// The periods of which it reported figures that contradict each other, by their days.
  public let contradicted: [ReportingPeriod]
  /// The days of which it says nothing, half-open, in order.
  public let missing: [Range<CivilDay>]

  /// A report on a part of a period.
  public init(
    unit: String, reported: [ReportingPeriod], withoutData: [ReportingPeriod] = [],
    contradicted: [ReportingPeriod] = [], missing: [Range<CivilDay>]
  ) {
    self.unit = unit
    self.reported = reported
    self.withoutData = withoutData
    self.contradicted = contradicted
    self.missing = missing
  }
}

/// The units of which a line's figure lacks something, by id, in the plan's order.
public struct LineGaps: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// Those that reported nothing.
  public let silent: [String]
  /// Those that reported figures which contradict each other, and no others.
  public let contradicted: [String]
  /// Those that reported for a part of the period.
  public let partial: [PartialReport]

  /// What a sum lacks; `nil` when every unit reported for the whole period, or says that it has no data.
  public init?(line: String, _ sum: ConsolidatedSum) {
    guard !sum.missing.isEmpty || !sum.partial.isEmpty else { return nil }
    self.line = line
    silent = sum.missing.filter { !sum.contradicted.contains($0) }
    contradicted = sum.contradicted
    partial = sum.partial
  }
}

extension Consolidation {
  /// What the lines' figures lack, line by line.
  public var gaps: [LineGaps] { lines.compactMap { LineGaps(line: $0.line, $0.sum) } }

  /// The figures for the period that are not added, because another figure or the logs have them already, or the unit
  /// did not exist, in the order of the files. What a later row replaces or contradicts is none of them.
  public var notAdded: [JudgedFigure] {
    rows.filter { row in
      switch row.fate {
      case .included, .logged, .notValid: row.figure.quantity != nil
      case .counted, .partial, .noData, .replaced, .contradicted, .otherPeriod: false
      }
    }
  }
}
