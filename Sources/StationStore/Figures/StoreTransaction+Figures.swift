public import ScheduleModel

/// The figures of plans: derived results as rows, so that a sum over units is one statement. The two tables can be emptied at any
/// time; the workers fill them again.
extension StoreTransaction {
  /// The digest of everything that a plan's figures follow from. A draft counts as long as nothing is published.
  public func figureInput(of plan: Int) throws(StoreRefusal) -> String {
    try state(of: plan, without: try isPublished(plan) ? WorkingFile.draftPaths : [])
  }

  private func isPublished(_ plan: Int) throws(StoreRefusal) -> Bool {
    try row("SELECT id FROM entry WHERE plan = $1 AND kind = 'publication' LIMIT 1", .integer(plan)) != nil
  }

  /// Keeps the figures of a plan in place of those that were there. Its transaction names ``StoreLock/people``, so that its unit stays
  /// where it is, and ``StoreLock/plan(_:)``.
  ///
  /// - Parameters:
  ///   - input: What ``figureInput(of:)`` gave when the counting began.
  ///   - program: The version of the program that counted.
  public func keep(
    _ counted: CountedPlan, of plan: Int, input: String, by program: String, on now: LocalTime
  ) throws(StoreRefusal) {
    guard let unit = try self.plan(numbered: plan)?.unit else { return }
    let isCurrent = try figureInput(of: plan) == input
    try run("DELETE FROM plan_figure WHERE plan = $1", .integer(plan))
    try run(
      """
      INSERT INTO counted_plan (plan, input, program, is_current, made_at, year, title, stage, logs_up_to)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (plan) DO UPDATE SET input = $2, program = $3, is_current = $4, made_at = $5, year = $6, title = $7,
        stage = $8, logs_up_to = $9
      """, .integer(plan), .text(input), .text(program), .integer(isCurrent ? 1 : 0), .time(now),
      .integer(counted.year), .text(counted.title), .text(counted.stage), .text(counted.logsUpTo))
    guard let year = counted.year else { return }
    let path = try path(to: unit)
    for figure in counted.figures {
      let counts = figure.counts
      try run(
        """
        INSERT INTO plan_figure (year, unit, plan, program, section, name, measure, planned, is_least, scheduled, aired,
          missed, pending, unlogged, path_1, path_2, path_3, path_4, path_5, path_6)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """, .integer(year), .integer(unit), .integer(plan), .text(program), .text(figure.section.rawValue),
        .text(figure.name), .text(figure.measure), .integer(counts.planned),
        .integer(counts.isLeast ? 1 : 0),
        .integer(counts.scheduled), .integer(counts.aired), .integer(counts.missed), .integer(counts.pending),
        .integer(counts.unlogged), path.value(0), path.value(1), path.value(2), path.value(3), path.value(4),
        path.value(5))
    }
  }

  /// The numbers of the units from the top of the tree down to one, itself the last.
  func path(to unit: Int) throws(StoreRefusal) -> [Int] {
    try rows(
      """
      WITH RECURSIVE above (number, parent, distance) AS (
        SELECT number, parent, 0 FROM unit WHERE number = $1
        UNION ALL SELECT unit.number, unit.parent, above.distance + 1 FROM unit JOIN above ON unit.number = above.parent
        WHERE above.distance < 100
      )
      SELECT number FROM above ORDER BY distance DESC
      """, .integer(unit)
    ).map { row throws(StoreRefusal) in try row.integer(0) }
  }

  /// Writes the way from the top of the tree anew into the figures of a unit that was moved, and of all below it.
  func moveFigures(of unit: Int) throws(StoreRefusal) {
    let moved = try rows(
      """
      WITH RECURSIVE below (number) AS (
        SELECT number FROM unit WHERE number = $1
        UNION SELECT unit.number FROM unit JOIN below ON unit.parent = below.number
      )
      SELECT number FROM below
      """, .integer(unit))
    for row in moved {
      let number = try row.integer(0)
      let path = try path(to: number)
      try run(
        """
        UPDATE plan_figure SET path_1 = $2, path_2 = $3, path_3 = $4, path_4 = $5, path_5 = $6, path_6 = $7
        WHERE unit = $1
        """, .integer(number), path.value(0), path.value(1), path.value(2), path.value(3), path.value(4),
        path.value(5))
    }
  }

  /// Notes that a plan's figures no longer follow from what it has.
  ///
  /// - Parameter path: The working file that changed; `nil` for an entry of the Book.
  func noteFiguresAreOld(of plan: Int, path: String? = nil) throws(StoreRefusal) {
    if let path, WorkingFile.draftPaths.contains(path), try isPublished(plan) { return }
    try run("UPDATE counted_plan SET is_current = 0 WHERE plan = $1 AND is_current = 1", .integer(plan))
  }

  /// The plans whose figures are not there, or not those of what they have now, and of which no worker counts any.
  ///
  /// - Parameter program: The version of the program whose figures are asked for.
  public func plansToCount(by program: String) throws(StoreRefusal) -> [Int] {
    try rows(
      """
      SELECT plan.number FROM plan
      LEFT JOIN counted_plan AS counted
        ON counted.plan = plan.number AND counted.program = $1 AND counted.is_current = 1
      WHERE counted.plan IS NULL
        AND NOT EXISTS (SELECT 1 FROM job WHERE job.plan = plan.number AND job.kind = 'figures'
          AND (job.state = 'waiting' OR job.state = 'running'))
        AND (EXISTS (SELECT 1 FROM working_file WHERE working_file.plan = plan.number)
          OR EXISTS (SELECT 1 FROM entry WHERE entry.plan = plan.number))
      ORDER BY plan.number
      """, .text(program)
    ).map { row throws(StoreRefusal) in try row.integer(0) }
  }

  /// Whether the figures of a plan follow from what it has, whichever program counted.
  public func hasFigures(of plan: Int) throws(StoreRefusal) -> Bool {
    try row("SELECT is_current FROM counted_plan WHERE plan = $1", .integer(plan))?.integer(0) == 1
  }

  /// Whether a worker will count a plan anew.
  public func isCountingAsked(of plan: Int) throws(StoreRefusal) -> Bool {
    try row(
      "SELECT number FROM job WHERE plan = $1 AND kind = 'figures' AND state = 'waiting' LIMIT 1",
      .integer(plan)
    ) != nil
  }

  /// Removes all figures; they are made again.
  public func forgetFigures() throws(StoreRefusal) {
    try run("DELETE FROM plan_figure")
    try run("DELETE FROM counted_plan")
  }
}

extension [Int] {
  /// The unit at a place of a path; null behind its end.
  fileprivate func value(_ index: Int) -> StoreValue {
    indices.contains(index) ? .integer(self[index]) : .null
  }
}
