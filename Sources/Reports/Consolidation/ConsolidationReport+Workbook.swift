public import ScheduleModel

extension ConsolidationReport {
  /// The report as a workbook: an introduction, then a sheet each for the sums by line and level, the territories, what
  /// each unit reported, and who has not reported.
  ///
  /// A figure is there twice: as it is stated, with “at least” or “more than”, and as a number where it is one exact
  /// number. An empty cell is not known, which is not 0.
  public static func workbook(_ input: Input, language: ReaderLanguage) -> Workbook {
    ConsolidationWorkbook(input: input, language: language).workbook()
  }
}

/// The sheets of a report over all units.
private struct ConsolidationWorkbook {
  let input: ConsolidationReport.Input
  let language: ReaderLanguage

  private var plan: Plan { input.plan }
  private var consolidation: Consolidation { input.consolidation }

  func workbook() -> Workbook {
    let sheets = [introduction, lines, territories, rows, partly, missing]
    return Workbook(
      title: plan.title.visible(), created: plan.revised,
      sheets: sheets.enumerated().filter { $0.offset == 0 || !$0.element.rows.isEmpty }.map(\.element))
  }

  private var introduction: Workbook.Sheet {
    let document = ConsolidationDocument(input: input, language: language)
    let head = [plan.title, TallyWords.period(consolidation.period, language)]
    let texts = head + document.remarks + document.notes + [ConsolidationWords.emptyCell[language]]
    return sheet(
      WorkbookWords.introduction, [(ConsolidationWords.kind, 120)], fixed: 0, texts.map { [words($0)] })
  }

  private var lines: Workbook.Sheet {
    var rows: [[Workbook.Cell]] = []
    for line in consolidation.lines {
      let title = [words(line.line), words(plan.line(line.line)?.title ?? line.line)]
      let isOne = line.levels.count == 1
      let planned = [words(line.planned?.text(in: language))]
      for level in line.levels {
        rows.append(
          title + [words((level.level?.name ?? TallyWords.noLevel)[language])]
            + (isOne ? planned : [.empty]) + cells(level.sum)
            + [percent(line.share(of: level)), isOne ? percent(line.percent) : .empty])
      }
      guard !isOne else { continue }
      rows.append(
        title + [words(ConsolidationWords.allLevels[language])] + planned + cells(line.sum)
          + [.empty, percent(line.percent)])
    }
    for total in consolidation.totals {
      let figure = [
        words(total.unlike.map { TallyWords.notAdded($0)[language] } ?? total.quantity?.text(in: language)),
        number(total.quantity),
      ]
      rows.append(
        [words(total.id), words(total.title), words(ConsolidationWords.allLevels[language])]
          + [words(total.planned?.text(in: language))] + figure + Array(repeating: .empty, count: 6))
    }
    return sheet(
      ConsolidationWords.lines,
      [
        (WorkbookWords.id, 14), (TallyWords.content, 40), (ConsolidationWords.level, 12),
        (TallyWords.planned(of: plan), 16),
      ] + sumColumns + [(ConsolidationWords.share, 10), (ConsolidationWords.percent, 10)], fixed: 2, rows)
  }

  private var territories: Workbook.Sheet {
    let rows = consolidation.territories.flatMap { territory in
      territory.lines.map { line in
        [words(name(territory.unit)), words(plan.line(line.line)?.title ?? line.line)] + cells(line.sum)
      }
    }
    return sheet(
      ConsolidationWords.territories,
      [(ConsolidationWords.territory, 32), (TallyWords.content, 40)] + sumColumns, fixed: 1, rows)
  }

  private var rows: Workbook.Sheet {
    let rows = consolidation.rows.map { row -> [Workbook.Cell] in
      let figure = row.figure
      return [
        words(name(figure.unit)), words(figure.period.description),
        words(plan.line(figure.line)?.title ?? figure.line), words(figure.quantity?.text(in: language)),
        number(figure.quantity), words(figure.trust?.name[language]), words(figure.evidence),
        figure.received.map(Workbook.Cell.day) ?? .empty, .figure(row.daysLate),
        words(ConsolidationWords.of(row.fate, unit: name, from: figure.place)[language]), words(figure.note),
        words(figure.place.file), .number(figure.place.line),
      ]
    }
    return sheet(
      ConsolidationWords.rows,
      [
        (ConsolidationWords.unit, 32), (ConsolidationWords.period, 10), (TallyWords.content, 36),
        (ConsolidationWords.figure, 22), (ConsolidationWords.exact, 10), (ConsolidationWords.trust, 16),
        (ConsolidationWords.evidence, 24), (ConsolidationWords.received, 12),
        (ConsolidationWords.daysLate, 9),
        (ConsolidationWords.fate, 30), (TallyWords.note, 24), (WorkbookWords.file, 24),
        (WorkbookWords.line, 8),
      ], fixed: 1, rows)
  }

  private var partly: Workbook.Sheet {
    let period = consolidation.period
    let rows = consolidation.lines.flatMap { line in
      line.sum.partial.map { report -> [Workbook.Cell] in
        let known = ConsolidationWords.known(report, in: period, language)
        return [
          words(name(report.unit)), words(plan.line(line.line)?.title ?? line.line),
          words(known.isEmpty ? nil : known), words(ConsolidationWords.lacking(report, in: period, language)),
          period.due(for: plan.unit(report.unit)?.level).map(Workbook.Cell.day) ?? .empty,
        ]
      }
    }
    return sheet(
      ConsolidationWords.partly,
      [
        (ConsolidationWords.unit, 36), (TallyWords.content, 44), (ConsolidationWords.known, 28),
        (ConsolidationWords.lacking, 40), (ConsolidationWords.due, 12),
      ], fixed: 1, rows)
  }

  private var missing: Workbook.Sheet {
    let rows = consolidation.lines.flatMap { line in
      line.sum.missing.filter { !line.sum.contradicted.contains($0) }.map { unit -> [Workbook.Cell] in
        let level = plan.unit(unit)?.level
        return [
          words(name(unit)), words((level?.name ?? TallyWords.noLevel)[language]),
          words(plan.line(line.line)?.title ?? line.line),
          consolidation.period.due(for: level).map(Workbook.Cell.day) ?? .empty,
        ]
      }
    }
    return sheet(
      ConsolidationWords.missing(input.findings),
      [
        (ConsolidationWords.unit, 36), (ConsolidationWords.level, 12), (TallyWords.content, 44),
        (ConsolidationWords.due, 12),
      ], fixed: 1, rows)
  }

  // MARK: - Cells

  private var sumColumns: [(Words, Int)] {
    [
      (ConsolidationWords.figure, 24), (ConsolidationWords.exact, 10), (ConsolidationWords.logged, 12),
      (ConsolidationWords.reported, 10), (ConsolidationWords.dueUnits, 10),
      (ConsolidationWords.withoutFigure, 44),
    ]
  }

  private func cells(_ sum: ConsolidatedSum) -> [Workbook.Cell] {
    return [
      words(sum.quantities.map { $0.text(in: language) }.joined(separator: "; ")), number(sum.exact),
      .figure(sum.logged), sum.due == 0 ? .empty : .number(sum.reported.count),
      sum.due == 0 ? .empty : .number(sum.due),
      words(
        ConsolidationWords.open(
          sum, in: consolidation.period, names: names, input.findings, language
        ).joined(separator: "; ")),
    ]
  }

  private func number(_ quantity: Quantity?) -> Workbook.Cell {
    .figure(quantity.flatMap { $0.isExact ? $0.countValue : nil })
  }

  private func percent(_ percent: Percentage?) -> Workbook.Cell {
    guard let percent, percent.decimals <= 2 else { return .empty }
    return .percent((percent.decimals..<2).reduce(percent.units) { units, _ in units * 10 })
  }

  private func words(_ text: String?) -> Workbook.Cell { text.map { .words($0, language) } ?? .empty }
  private func name(_ unit: String) -> String { plan.unit(unit)?.name ?? unit }
  private func names(_ units: [String]) -> String { units.map(name).joined(separator: ", ") }

  private func sheet(
    _ name: Words, _ columns: [(Words, Int)], fixed: Int, _ rows: [[Workbook.Cell]]
  ) -> Workbook.Sheet {
    Workbook.Sheet(
      name: name[language],
      columns: columns.map { Workbook.Column(heading: $0.0[language], width: $0.1) }, fixedColumns: fixed,
      rows: rows, language: language)
  }
}
