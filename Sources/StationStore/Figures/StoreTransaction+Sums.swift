/// Figures of several plans, added.
public struct FigureSum: Hashable, Sendable {
  /// The number of the unit with all below it, or of the plan.
  public let of: Int
  /// The group and what is counted.
  public let figure: PlanFigure
}

/// How far a unit with all below it has plans, figures and logs of a year.
public struct UnitCoverage: Hashable, Sendable {
  /// The number of the unit.
  public let unit: Int
  /// How many units it is with all below it.
  public let units: Int
  /// How many of them have a plan of the year.
  public let unitsWithPlan: Int
  /// The plans of the year.
  public let plans: Int
  /// Those of them of which no log tells.
  public let plansWithoutLog: Int
  /// Those whose former figures stand here until a worker has counted them anew.
  public let plansCountedAnew: Int
  /// Plans that were not counted yet, of whatever year.
  public let plansUncounted: Int
  /// Plans that cannot be counted, because their text has errors.
  public let plansBroken: Int
  /// The short name of the only plan of the year; of several the first.
  public let slug: String?
}

/// A plan of a unit with what its figures are of.
public struct UnitPlan: Hashable, Sendable {
  /// The plan.
  public let plan: StoredPlan
  /// What was counted, without figures; `nil` before it was.
  public let counted: CountedPlan?
  /// Whether it is to be counted anew.
  public let isOld: Bool
}

/// Sums over units: each is one statement over small rows.
extension StoreTransaction {
  /// The years of which there are figures of plans of a unit and those below it, newest first.
  public func figureYears(under unit: Int, by program: String) throws(StoreRefusal) -> [Int] {
    try rows(
      """
      WITH RECURSIVE below (number) AS (
        SELECT number FROM unit WHERE number = $1
        UNION SELECT unit.number FROM unit JOIN below ON unit.parent = below.number
      )
      SELECT DISTINCT counted.year FROM counted_plan AS counted JOIN plan ON plan.number = counted.plan
      JOIN below ON below.number = plan.unit
      WHERE counted.program = $2 AND counted.year IS NOT NULL ORDER BY counted.year DESC
      """, .integer(unit), .text(program)
    ).map { row throws(StoreRefusal) in try row.integer(0) }
  }

  /// For each unit right below one the sums of a year over its plans and those of all units below it.
  ///
  /// Each row of figures has the way from the top of the tree to its unit, so that this is one pass over one table.
  public func sums(below unit: Int, in year: Int, by program: String) throws(StoreRefusal) -> [FigureSum] {
    guard let statement = Self.sumsStatement(depth: try path(to: unit).count) else { return [] }
    return try rows(statement, .integer(unit), .integer(year), .text(program)).map(FigureSum.init)
  }

  /// The figures of each plan of a unit itself.
  public func figures(ofPlansOf unit: Int, in year: Int, by program: String) throws(StoreRefusal)
    -> [FigureSum]
  {
    try rows(
      """
      SELECT plan, section, name, measure, planned, is_least, scheduled, aired, missed, pending, unlogged
      FROM plan_figure WHERE unit = $1 AND year = $2 AND program = $3 ORDER BY plan, section, name, measure
      """, .integer(unit), .integer(year), .text(program)
    ).map(FigureSum.init)
  }

  /// The titles of the plans that were counted, by number.
  public func planTitles(by program: String) throws(StoreRefusal) -> [Int: String] {
    let rows = try rows(
      "SELECT plan, title FROM counted_plan WHERE program = $1 AND is_current = 1 AND year IS NOT NULL",
      .text(program))
    var titles: [Int: String] = [:]
    for row in rows { titles[try row.integer(0)] = try row.text(1) }
    return titles
  }

  /// The plans of a unit itself, by short name.
  public func plansWithYears(of unit: Int, by program: String) throws(StoreRefusal) -> [UnitPlan] {
    try rows(
      """
      SELECT plan.number, plan.slug, counted.year, counted.title, counted.stage, counted.logs_up_to, counted.is_current
      FROM plan LEFT JOIN counted_plan AS counted ON counted.plan = plan.number AND counted.program = $2
      WHERE plan.unit = $1 ORDER BY plan.slug
      """, .integer(unit), .text(program)
    ).map { row throws(StoreRefusal) in
      let counted = try row.optionalText(3).map { title throws(StoreRefusal) in
        CountedPlan(
          year: row.optionalInteger(2), title: title, stage: try row.text(4), logsUpTo: row.optionalText(5),
          figures: [])
      }
      return UnitPlan(
        plan: StoredPlan(number: try row.integer(0), slug: try row.text(1), unit: unit), counted: counted,
        isOld: row.optionalInteger(6) != 1)
    }
  }

  /// For each unit right below one how far it has plans, figures and logs of a year, with all below it.
  public func coverage(below unit: Int, in year: Int, by program: String) throws(StoreRefusal)
    -> [UnitCoverage]
  {
    try rows(
      """
      WITH RECURSIVE below (number, top) AS (
        SELECT number, number FROM unit WHERE parent = $1
        UNION SELECT unit.number, below.top FROM unit JOIN below ON unit.parent = below.number
      )
      SELECT below.top, COUNT(DISTINCT below.number),
        COUNT(DISTINCT CASE WHEN counted.year = $2 THEN below.number END),
        COUNT(CASE WHEN counted.year = $2 THEN 1 END),
        COUNT(CASE WHEN counted.year = $2 AND counted.logs_up_to IS NULL THEN 1 END),
        COUNT(CASE WHEN counted.year = $2 AND counted.is_current = 0 THEN 1 END),
        COUNT(CASE WHEN plan.number IS NOT NULL AND counted.plan IS NULL THEN 1 END),
        COUNT(CASE WHEN counted.plan IS NOT NULL AND counted.year IS NULL THEN 1 END),
        MIN(CASE WHEN counted.year = $2 THEN plan.slug END)
      FROM below LEFT JOIN plan ON plan.unit = below.number
      LEFT JOIN counted_plan AS counted ON counted.plan = plan.number AND counted.program = $3
      GROUP BY below.top ORDER BY below.top
      """, .integer(unit), .integer(year), .text(program)
    ).map { row throws(StoreRefusal) in
      UnitCoverage(
        unit: try row.integer(0), units: try row.integer(1), unitsWithPlan: try row.integer(2),
        plans: try row.integer(3), plansWithoutLog: try row.integer(4), plansCountedAnew: try row.integer(5),
        plansUncounted: try row.integer(6), plansBroken: try row.integer(7), slug: row.optionalText(8))
    }
  }
}

extension FigureSum {
  /// - Parameter row: Whose it is, section, name, measure, and the figures in the order of ``FigureCounts``.
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    guard let section = PlanFigure.Section(rawValue: try row.text(1)) else {
      throw .unexpected("figures have a section that this program does not have")
    }
    var counts = FigureCounts()
    counts.planned = row.optionalInteger(4)
    counts.isLeast = try row.integer(5) == 1
    counts.scheduled = try row.integer(6)
    counts.aired = row.optionalInteger(7)
    counts.missed = row.optionalInteger(8)
    counts.pending = try row.integer(9)
    counts.unlogged = try row.integer(10)
    self.init(
      of: try row.integer(0),
      figure: PlanFigure(section: section, name: try row.text(2), measure: try row.text(3), counts: counts))
  }
}
