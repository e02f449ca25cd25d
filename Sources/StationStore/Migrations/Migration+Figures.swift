extension Migration {
  /// The figures of plans, which sums over units are made of. Both tables hold derived results alone.
  static let figures = Migration(
    number: 6, name: "figures of plans",
    text: """
      CREATE TABLE counted_plan (
        plan {int} NOT NULL PRIMARY KEY REFERENCES plan (number),
        input TEXT NOT NULL,
        program TEXT NOT NULL,
        is_current {int} NOT NULL,
        made_at TEXT NOT NULL,
        year {int},
        title TEXT NOT NULL,
        stage TEXT NOT NULL,
        logs_up_to TEXT
      ) {strict};

      CREATE TABLE plan_figure (
        year {int} NOT NULL,
        unit {int} NOT NULL REFERENCES unit (number),
        plan {int} NOT NULL REFERENCES plan (number),
        path_1 {int} NOT NULL,
        path_2 {int},
        path_3 {int},
        path_4 {int},
        path_5 {int},
        path_6 {int},
        program TEXT NOT NULL,
        section TEXT NOT NULL,
        name TEXT NOT NULL,
        measure TEXT NOT NULL,
        planned {int},
        is_least {int} NOT NULL,
        scheduled {int} NOT NULL,
        aired {int},
        missed {int},
        pending {int} NOT NULL,
        unlogged {int} NOT NULL,
        PRIMARY KEY (year, unit, plan, section, name, measure)
      ) {strict};
      CREATE INDEX figure_of_plan ON plan_figure (plan);
      CREATE INDEX figure_of_unit ON plan_figure (unit);

      CREATE INDEX unit_below ON unit (parent);
      """)
}
