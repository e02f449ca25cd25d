extension StoreTransaction {
  /// The sums of a year for each unit right below one, which is $1; the year is $2, the program $3.
  ///
  /// One statement for each depth, and not one with a CASE: PostgreSQL cannot tell how many rows a CASE lets pass, and plans a sort of
  /// all rows.
  ///
  /// - Parameter depth: Of the unit, from 1 at the top.
  /// - Returns: `nil` for a depth below which there can be no units.
  static func sumsStatement(depth: Int) -> StaticString? {
    switch depth {
    case 1:
      """
      SELECT path_2, section, name, measure, CAST(SUM(planned) AS BIGINT), CAST(MAX(is_least) AS BIGINT),
        CAST(SUM(scheduled) AS BIGINT), CAST(SUM(aired) AS BIGINT), CAST(SUM(missed) AS BIGINT),
        CAST(SUM(pending) AS BIGINT), CAST(SUM(unlogged) AS BIGINT)
      FROM plan_figure WHERE path_1 = $1 AND path_2 IS NOT NULL AND year = $2 AND program = $3
      GROUP BY path_2, section, name, measure ORDER BY path_2, section, name, measure
      """
    case 2:
      """
      SELECT path_3, section, name, measure, CAST(SUM(planned) AS BIGINT), CAST(MAX(is_least) AS BIGINT),
        CAST(SUM(scheduled) AS BIGINT), CAST(SUM(aired) AS BIGINT), CAST(SUM(missed) AS BIGINT),
        CAST(SUM(pending) AS BIGINT), CAST(SUM(unlogged) AS BIGINT)
      FROM plan_figure WHERE path_2 = $1 AND path_3 IS NOT NULL AND year = $2 AND program = $3
      GROUP BY path_3, section, name, measure ORDER BY path_3, section, name, measure
      """
    case 3:
      """
      SELECT path_4, section, name, measure, CAST(SUM(planned) AS BIGINT), CAST(MAX(is_least) AS BIGINT),
        CAST(SUM(scheduled) AS BIGINT), CAST(SUM(aired) AS BIGINT), CAST(SUM(missed) AS BIGINT),
        CAST(SUM(pending) AS BIGINT), CAST(SUM(unlogged) AS BIGINT)
      FROM plan_figure WHERE path_3 = $1 AND path_4 IS NOT NULL AND year = $2 AND program = $3
      GROUP BY path_4, section, name, measure ORDER BY path_4, section, name, measure
      """
    case 4:
      """
      SELECT path_5, section, name, measure, CAST(SUM(planned) AS BIGINT), CAST(MAX(is_least) AS BIGINT),
        CAST(SUM(scheduled) AS BIGINT), CAST(SUM(aired) AS BIGINT), CAST(SUM(missed) AS BIGINT),
        CAST(SUM(pending) AS BIGINT), CAST(SUM(unlogged) AS BIGINT)
      FROM plan_figure WHERE path_4 = $1 AND path_5 IS NOT NULL AND year = $2 AND program = $3
      GROUP BY path_5, section, name, measure ORDER BY path_5, section, name, measure
      """
    case 5:
      """
      SELECT path_6, section, name, measure, CAST(SUM(planned) AS BIGINT), CAST(MAX(is_least) AS BIGINT),
        CAST(SUM(scheduled) AS BIGINT), CAST(SUM(aired) AS BIGINT), CAST(SUM(missed) AS BIGINT),
        CAST(SUM(pending) AS BIGINT), CAST(SUM(unlogged) AS BIGINT)
      FROM plan_figure WHERE path_5 = $1 AND path_6 IS NOT NULL AND year = $2 AND program = $3
      GROUP BY path_6, section, name, measure ORDER BY path_6, section, name, measure
      """
    default: nil
    }
  }
}
