public import ScheduleModel

extension TallyReport {
  /// Every figure of the report as one table, with stable English headings.
  ///
  /// `table` says what a row is: `line`, `rule` (a window of a counting rule, its line the key), `version`, `total`, or the dimension of a group (`month`, `quarter`,
  /// `outlet`, `form`, `level`, `lead`, `producer`, `language`). Add rows of one table only. An empty cell is a figure that is not
  /// stated or not known; `percent` has two decimals and a point. UTF-8 with a byte order mark.
  public static func csv(_ input: Input, language: ReaderLanguage) -> String {
    let layout = TallyLayout(input.plan, input.tally)
    var table = CSVTable(heading: CSVRow.heading)
    for entry in layout.entries { table.append(row(entry, layout, input.tally.yearBefore).cells) }
    for entry in layout.entries {
      for rule in entry.tally.rules {
        table.append(contentsOf: windows(of: rule, entry.tally.line, input, language))
      }
    }
    for rule in input.tally.rules { table.append(contentsOf: windows(of: rule, "", input, language)) }
    for version in input.tally.versions {
      var row = CSVRow("version", version.line, input.plan.line(version.line)?.title ?? version.line)
      row.language = version.language.tag
      row.counts = layout.shown(version)
      row.sent = layout.isCounted(version) ? version.sent : nil
      table.append(row.cells)
    }
    for total in input.tally.totals {
      var row = CSVRow("total", total.id, total.title)
      row.planned = total.planned
      row.published = total.published
      row.counts = layout.shown(total)
      table.append(row.cells)
    }
    for group in input.tally.groups {
      var row = CSVRow(group.dimension.rawValue, group.key, group.title[language])
      row.published = group.published
      row.unit = group.unit
      row.counts = layout.shown(group)
      table.append(row.cells)
    }
    return table.text()
  }

  /// A row for each window of a counting rule.
  private static func windows(
    of tally: RuleTally, _ line: String, _ input: Input, _ language: ReaderLanguage
  ) -> [[String?]] {
    tally.windows.map { window in
      var row = CSVRow("rule", line, CountingWords.sentence(tally.rule, input.plan, language))
      row.window = window
      row.measure = tally.rule.measure
      row.amount = input.tally.knowsOutput ? window.amount : nil
      return row.cells
    }
  }

  private static func row(
    _ entry: TallyLayout.Entry, _ layout: TallyLayout, _ before: YearBefore?
  ) -> CSVRow {
    var row = CSVRow("line", entry.tally.line, entry.line?.title ?? entry.tally.line)
    row.level = entry.level
    row.unit = entry.unit
    row.planned = entry.tally.planned
    row.published = entry.published
    row.counts = layout.shown(entry)
    row.airedInYear = entry.airedInYear
    row.placements = entry.placements
    row.percent = entry.percent
    row.yearBefore = before?[entry.tally.line]?.aired
    row.forecast = entry.tally.forecast
    return row
  }
}

/// One row of the report's table; what is not set stays an empty cell.
private struct CSVRow {
  let table: String
  let key: String
  let title: String
  var level: AdminLevel?
  var language: String?
  var unit: CountingUnit?
  var planned: Quantity?
  var published: Quantity?
  var counts: ShownCounts?
  var amount: Int?
  var sent: Int?
  var airedInYear: Int?
  var placements: Int?
  var percent: Percentage?
  var yearBefore: Int?
  var forecast: Forecast?
  var measure: CountingRule.Measure?
  var window: RuleTally.Window?

  init(_ table: String, _ key: String, _ title: String) {
    self.table = table
    self.key = key
    self.title = title
  }

  static let heading = [
    "table", "key", "title", "level", "language", "unit", "planned", "planned_qualifier", "planned_unit",
    "scheduled", "aired", "late", "moved", "unplanned", "missed", "preempted", "pending", "sent",
    "aired_in_year", "placements", "percent", "published", "published_qualifier", "published_unit",
    "year_before", "forecast_scheduled", "forecast_paced", "from", "to", "amount", "carried", "floor",
    "ceiling",
  ]

  var cells: [String?] {
    let numbers = (counts?.all ?? Array(repeating: nil, count: 8)) + [sent, airedInYear, placements]
    return [table, key, title, level?.rawValue, language, measure?.rawValue ?? unit?.description]
      + CSVTable.cells(of: planned)
      + numbers.map { $0.map(String.init) }
      + [CSVTable.cell(of: percent)] + CSVTable.cells(of: published) + further
  }

  private var further: [String?] {
    let numbers: [Int?] = [yearBefore, forecast?.scheduled, forecast?.paced]
    let limits: [Int?] = [
      amount, window?.carried, window?.floor, window?.ceiling,
    ]
    return numbers.map { $0.map(String.init) }
      + [window?.days.lowerBound.description, window?.days.upperBound.description]
      + limits.map { $0.map(String.init) }
  }
}
