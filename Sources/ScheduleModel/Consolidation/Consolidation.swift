/// What a period's output is over all units: what the logs count, and what lower units declare.
public struct Consolidation: Hashable, Sendable {
  /// The period.
  public let period: ReportingPeriod
  /// The lines of which anything is declared or counted, or should be, in the plan's order.
  public let lines: [ConsolidatedLine]
  /// The same by territory: each unit with others in its territory, or whose place others took.
  public let territories: [ConsolidatedTerritory]
  /// The sums over lines that the plan asks for, in its order.
  public let totals: [ConsolidatedTotal]
  /// Every declared row, in the order of the files, and what became of it.
  public let rows: [JudgedFigure]
  /// The units that ended or began within the period, by id.
  public let changing: [String]

  /// What a period's output is over all units.
  public init(
    period: ReportingPeriod, lines: [ConsolidatedLine], totals: [ConsolidatedTotal],
    territories: [ConsolidatedTerritory], rows: [JudgedFigure], changing: [String]
  ) {
    self.period = period
    self.lines = lines
    self.totals = totals
    self.territories = territories
    self.rows = rows
    self.changing = changing
  }
}

/// A line over all units.
public struct ConsolidatedLine: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// Each level that has a figure, or should have one, from the nation down; the unsaid one last.
  public let levels: [Level]
  /// All levels together.
  public let sum: ConsolidatedSum
  /// The year's figure as the plan states it; `nil` when it states none.
  public let planned: Quantity?
  /// Reached of planned, with two decimals; `nil` unless both are known exactly and in one unit of counting, and the
  /// period begins with the year.
  public let percent: Percentage?

  /// The sum of one level.
  public struct Level: Hashable, Sendable {
    /// The level; `nil` for units of which it is not stated.
    public let level: AdminLevel?
    /// Its sum.
    public let sum: ConsolidatedSum

    /// The sum of one level.
    public init(level: AdminLevel?, sum: ConsolidatedSum) {
      self.level = level
      self.sum = sum
    }
  }

  /// A line over all units.
  public init(
    line: String, levels: [Level], sum: ConsolidatedSum, planned: Quantity? = nil, percent: Percentage? = nil
  ) {
    self.line = line
    self.levels = levels
    self.sum = sum
    self.planned = planned
    self.percent = percent
  }

  /// What part of all levels one of several has, with two decimals; `nil` unless every level is known exactly, in one
  /// unit of counting, and they make up the whole.
  public func share(of level: Level) -> Percentage? {
    let parts = levels.compactMap(\.sum.exact)
    guard levels.count > 1, parts.count == levels.count, let whole = sum.exact, whole.value > 0,
      parts.allSatisfy({ $0.unit == whole.unit }), parts.reduce(0, { $0 + $1.value }) == whole.value
    else { return nil }
    return level.sum.exact.map { Percentage(part: $0.value, whole: whole.value, decimals: 2) }
  }
}

/// A sum over lines that the plan asks for, over all units.
public struct ConsolidatedTotal: Hashable, Sendable {
  /// The total's id.
  public let id: String
  /// Its title.
  public let title: String
  /// The lines that are added, by id.
  public let counted: [String]
  /// The sum of the planned figures; `nil` unless each line has one.
  public let planned: Quantity?
  /// The sum, its units of counting joined; a lower bound while a line has no figure or an incomplete one, and `nil`
  /// when no line has any.
  public let quantity: Quantity?
  /// Why there is no sum though there are figures; `nil` where there is one, or nothing to add.
  public let unlike: UnlikeFigures?

  /// A sum over lines.
  public init(
    id: String, title: String, counted: [String], planned: Quantity?, quantity: Quantity?,
    unlike: UnlikeFigures? = nil
  ) {
    self.unlike = unlike
    self.id = id
    self.title = title
    self.counted = counted
    self.planned = planned
    self.quantity = quantity
  }
}

/// A unit with the units in its territory.
public struct ConsolidatedTerritory: Hashable, Sendable {
  /// The unit's id.
  public let unit: String
  /// The units whose figures are added, itself first.
  public let members: [String]
  /// The lines of which it has anything.
  public let lines: [Line]

  /// A line in a territory.
  public struct Line: Hashable, Sendable {
    /// The line's id.
    public let line: String
    /// Its sum.
    public let sum: ConsolidatedSum

    /// A line in a territory.
    public init(line: String, sum: ConsolidatedSum) {
      self.line = line
      self.sum = sum
    }
  }

  /// A unit with the units in its territory.
  public init(unit: String, members: [String], lines: [Line]) {
    self.unit = unit
    self.members = members
    self.lines = lines
  }
}

/// A sum over units, and of whom it knows nothing.
///
/// A figure that the figure of another unit has already counts unless that unit is one of them: a district's sum has
/// its communes' figures once, and the sum of the communes alone has them too.
public struct ConsolidatedSum: Hashable, Sendable {
  /// What is known, one figure for each unit of counting, which are never added to each other; empty when nothing
  /// is, which is not 0. While a unit is missing, has no data or
  /// reported for a part only, or the logs end earlier, each is a lower bound.
  public let quantities: [Quantity]
  /// What of it the logs count; `nil` when they do not tell of this line.
  public let logged: Int?
  /// Whether the logs end before what was scheduled in the period.
  public let isLogOpen: Bool
  /// The units with a figure that counts, or that another counted figure has already, by id.
  public let reported: [String]
  /// The units that say that they have no data, by id.
  public let withoutData: [String]
  /// The units that should have reported and have no figure that counts, by id.
  public let missing: [String]
  /// Those of them that reported figures which contradict each other.
  public let contradicted: [String]
  /// The units that reported for a part of the period only; they are neither in ``reported`` nor in ``missing``.
  public let partial: [PartialReport]

  /// A sum over units.
  public init(
    quantities: [Quantity], logged: Int?, isLogOpen: Bool, reported: [String], withoutData: [String],
    missing: [String], contradicted: [String] = [], partial: [PartialReport] = []
  ) {
    self.partial = partial
    self.contradicted = contradicted
    self.quantities = quantities
    self.logged = logged
    self.isLogOpen = isLogOpen
    self.reported = reported
    self.withoutData = withoutData
    self.missing = missing
  }

  /// Whether every unit that should report did, with a figure for the whole period, and the logs tell of all that was
  /// scheduled.
  public var isComplete: Bool { missing.isEmpty && withoutData.isEmpty && partial.isEmpty && !isLogOpen }
  /// How many units should report.
  public var due: Int { reported.count + withoutData.count + missing.count + partial.count }
  /// What is known, when that is one exact figure; `nil` otherwise.
  public var exact: Quantity? {
    quantities.count == 1 && quantities[0].isExact ? quantities[0] : nil
  }
  /// Whether there is anything to tell.
  public var isEmpty: Bool { quantities.isEmpty && due == 0 }
}

extension Quantity {
  /// The same figure as the most that can be said of a sum in which something is missing.
  public var asLowerBound: Quantity {
    if isInWords || qualifier == .moreThan { return self }
    return switch qualifier {
    case .exact, .atLeast, .moreThan: Quantity(value, .atLeast, unit)
    case .atMost, .lessThan: Quantity(0, .atLeast, unit)
    case .nearly, .about, .atLeastAbout: Quantity(value, .atLeastAbout, unit)
    }
  }
}
