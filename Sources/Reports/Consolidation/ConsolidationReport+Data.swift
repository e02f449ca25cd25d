public import ScheduleModel

extension ConsolidationReport {
  /// Every figure as one table, with stable English headings: `table` is `level`, `line` (all levels), `total` (a sum
  /// of the plan, by its id), `territory` or `row`. Add rows of one table only. An empty value is not known, which is
  /// not 0; `missing`, `no_data` and
  /// `partial`, those that reported for a part of the period, are unit ids parted by semicolons. UTF-8 with a byte order mark.
  public static func csv(_ input: Input) -> String {
    let consolidation = input.consolidation
    var table = CSVTable(heading: [
      "table", "line", "level", "unit", "period", "value", "qualifier", "counted_in", "logged", "reported",
      "due",
      "no_data", "missing", "trust", "evidence", "received", "days_late", "fate", "file", "row", "planned",
      "share", "percent", "partial", "planned_qualifier", "planned_unit",
    ])
    func add(
      _ kind: String, _ line: String, _ level: AdminLevel?, _ unit: String, _ sum: ConsolidatedSum,
      planned: Quantity? = nil, share: Percentage? = nil, percent: Percentage? = nil
    ) {
      let period = consolidation.period.description
      let quantities = sum.quantities.isEmpty ? [nil] : sum.quantities.map(Optional.some)
      for quantity in quantities {
        let head: [String?] = [kind, line, level?.rawValue, unit, period]
        let reports: [String?] = [
          sum.logged.map(String.init), "\(sum.reported.count)", "\(sum.due)",
          sum.withoutData.joined(separator: ";"), sum.missing.joined(separator: ";"),
        ]
        let parts: [String?] =
          [
            CSVTable.cells(of: planned)[0], CSVTable.cell(of: share), CSVTable.cell(of: percent),
            sum.partial.map(\.unit).joined(separator: ";"),
          ] + CSVTable.cells(of: planned).dropFirst()
        table.append(
          head + CSVTable.cells(of: quantity) + reports + Array(repeating: nil, count: 7) + parts)
      }
    }
    for line in consolidation.lines {
      for level in line.levels {
        add("level", line.line, level.level, "", level.sum, share: line.share(of: level))
      }
      add("line", line.line, nil, "", line.sum, planned: line.planned, percent: line.percent)
    }
    for total in consolidation.totals {
      let head: [String?] = ["total", total.id, nil, "", consolidation.period.description]
      table.append(
        head + CSVTable.cells(of: total.quantity) + Array(repeating: nil, count: 12)
          + [CSVTable.cells(of: total.planned)[0], nil, nil, nil]
          + CSVTable.cells(of: total.planned).dropFirst())
    }
    for territory in consolidation.territories {
      for line in territory.lines { add("territory", line.line, nil, territory.unit, line.sum) }
    }
    for row in consolidation.rows {
      let figure = row.figure
      let level = input.plan.unit(figure.unit)?.level?.rawValue
      let head: [String?] = ["row", figure.line, level, figure.unit, figure.period.description]
      let rest: [String?] = [
        figure.trust?.rawValue, figure.evidence, figure.received?.description, row.daysLate.map(String.init),
        row.fate.key, figure.place.file, String(figure.place.line),
      ]
      table.append(
        head + CSVTable.cells(of: figure.quantity) + Array(repeating: nil, count: 5) + rest
          + Array(repeating: nil, count: 6))
    }
    return table.text()
  }

  /// The report for scripts: keys are stable and English; what is not known is `null` or an empty list, never 0.
  public static func json(_ input: Input, language: ReaderLanguage) -> String {
    let consolidation = input.consolidation
    return JSONText.of(
      Page(
        plan: input.plan.id, period: consolidation.period.description,
        profile: consolidation.period.profile.code,
        lines: consolidation.lines.map { line in
          LineRow(
            line: line.line,
            levels: line.levels.map {
              LevelRow($0.level, line.share(of: $0)?.number, SumRow($0.sum, language))
            },
            sum: SumRow(line.sum, language), planned: line.planned.map { QuantityRow($0, language) },
            percent: line.percent?.number)
        },
        totals: consolidation.totals.map { TotalRow($0, language) },
        territories: consolidation.territories.map { territory in
          TerritoryRow(
            unit: territory.unit, members: territory.members,
            lines: territory.lines.map {
              TerritoryRow.Line(line: $0.line, sum: SumRow($0.sum, language))
            })
        },
        rows: consolidation.rows.map { DeclaredRow($0, language) }, changing: consolidation.changing,
        findings: FindingRow.rows(input.findings, language)))
  }

  private struct Page: Encodable {
    let plan: String
    let period: String
    let profile: String
    let lines: [LineRow]
    let totals: [TotalRow]
    let territories: [TerritoryRow]
    let rows: [DeclaredRow]
    let changing: [String]
    let findings: [FindingRow]
  }

  private struct LineRow: Encodable {
    let line: String
    let levels: [LevelRow]
    let sum: SumRow
    @OrNull var planned: QuantityRow?
    @OrNull var percent: Double?

    init(line: String, levels: [LevelRow], sum: SumRow, planned: QuantityRow?, percent: Double?) {
      (self.line, self.levels, self.sum) = (line, levels, sum)
      _planned = OrNull(wrappedValue: planned)
      _percent = OrNull(wrappedValue: percent)
    }
  }

  private struct TotalRow: Encodable {
    let total: String
    let title: String
    let counted: [String]
    @OrNull var planned: QuantityRow?
    @OrNull var quantity: QuantityRow?
    /// Why its lines cannot be added; `null` where they can.
    @OrNull var unlike: String?

    init(_ sum: ConsolidatedTotal, _ language: ReaderLanguage) {
      (total, title, counted) = (sum.id, sum.title, sum.counted)
      _planned = OrNull(wrappedValue: sum.planned.map { QuantityRow($0, language) })
      _quantity = OrNull(wrappedValue: sum.quantity.map { QuantityRow($0, language) })
      _unlike = OrNull(wrappedValue: sum.unlike?.reason[language])
    }
  }

  private struct LevelRow: Encodable {
    @OrNull var level: String?
    @OrNull var share: Double?
    let sum: SumRow

    init(_ level: AdminLevel?, _ share: Double?, _ sum: SumRow) {
      _level = OrNull(wrappedValue: level?.rawValue)
      _share = OrNull(wrappedValue: share)
      self.sum = sum
    }
  }

  private struct TerritoryRow: Encodable {
    let unit: String
    let members: [String]
    let lines: [Line]

    struct Line: Encodable {
      let line: String
      let sum: SumRow
    }
  }

  private struct SumRow: Encodable {
    let quantities: [QuantityRow]
    @OrNull var logged: Int?
    let logOpen: Bool
    let complete: Bool
    let reported: [String]
    let noData: [String]
    let missing: [String]
    let partial: [PartialRow]

    init(_ sum: ConsolidatedSum, _ language: ReaderLanguage) {
      quantities = sum.quantities.map { QuantityRow($0, language) }
      _logged = OrNull(wrappedValue: sum.logged)
      logOpen = sum.isLogOpen
      complete = sum.isComplete
      reported = sum.reported
      noData = sum.withoutData
      missing = sum.missing
      partial = sum.partial.map(PartialRow.init)
    }
  }

  /// A unit that reported for a part of the period.
  private struct PartialRow: Encodable {
    let unit: String
    let reported: [String]
    let noData: [String]
    let contradicted: [String]
    let missing: [Days]

    /// Days, with the first day after them.
    struct Days: Encodable {
      let from: String
      let to: String
    }

    init(_ report: PartialReport) {
      unit = report.unit
      reported = report.reported.map(\.description)
      noData = report.withoutData.map(\.description)
      contradicted = report.contradicted.map(\.description)
      missing = report.missing.map {
        Days(from: $0.lowerBound.description, to: $0.upperBound.description)
      }
    }
  }

  private struct DeclaredRow: Encodable {
    let unit: String
    let line: String
    let period: String
    @OrNull var quantity: QuantityRow?
    @OrNull var trust: String?
    @OrNull var evidence: String?
    @OrNull var author: String?
    @OrNull var received: String?
    @OrNull var daysLate: Int?
    @OrNull var includes: [String]?
    @OrNull var note: String?
    let fate: String
    let file: String
    let row: Int

    init(_ judged: JudgedFigure, _ language: ReaderLanguage) {
      let figure = judged.figure
      unit = figure.unit
      line = figure.line
      period = figure.period.description
      _quantity = OrNull(wrappedValue: figure.quantity.map { QuantityRow($0, language) })
      _trust = OrNull(wrappedValue: figure.trust?.rawValue)
      _evidence = OrNull(wrappedValue: figure.evidence)
      _author = OrNull(wrappedValue: figure.author)
      _received = OrNull(wrappedValue: figure.received?.description)
      _daysLate = OrNull(wrappedValue: judged.daysLate)
      _includes = OrNull(wrappedValue: figure.includes)
      _note = OrNull(wrappedValue: figure.note)
      fate = judged.fate.key
      file = figure.place.file
      row = figure.place.line
    }
  }
}
