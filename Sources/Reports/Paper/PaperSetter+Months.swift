import ScheduleModel

/// The year as people draw it: the lines down, the months across, in each cell what went out of what was scheduled.
extension PaperSetter {
  func months() -> Paper {
    let run = plan.months
    let period = input.tally.period
    // Of a report on a part of the year its months.
    let isWhole = period.part == .year
    let asked = run.indices.filter { isWhole || run.days(of: $0).overlaps(period.days) }
    let isInMonths =
      isWhole
      || asked.allSatisfy {
        period.days.lowerBound <= run.days(of: $0).lowerBound
          && run.days(of: $0).upperBound <= period.days.upperBound
      }
    // A sheet across has room for a year; a longer plan goes on below.
    let (first, end) = (asked.first ?? 0, asked.last.map { $0 + 1 } ?? 0)
    let stretches = stride(from: first, to: end, by: 12).map { $0..<min($0 + 12, end) }
    let tables = stretches.map { Paper.Block.table(table(of: $0, in: run)) }
    let reach = TallyWords.reach(input.tally, of: input.plan) ?? TallyWords.noLog
    return Paper(
      language: language, subject: plan.title, created: plan.revised, isLandscape: true,
      letterhead: letterhead(numbered: false), title: [PaperWords.byMonths[language], plan.title],
      subtitle: [PaperWords.days(isWhole ? plan.days : period.days)[language]],
      blocks: tables + [
        .notes(
          ([PaperWords.monthCell] + (isInMonths ? [] : [PaperWords.monthsInFull])
            + [TallyWords.basis(of: plan), TallyWords.dash, reach]
            + [TallyWords.declaredElsewhere(input.declared)].compactMap(\.self)).map { $0[language] })
      ], recipients: [], signatures: [signature])
  }

  private func table(of months: Range<Int>, in run: MonthRun) -> TextTable {
    let headings = monthHeadings(of: run, language)
    var table = TextTable(
      columns: [
        .words(TallyWords.number[language], width: 5), .name(PaperWords.content[language], width: 30),
        .number(PaperWords.planned(of: plan)[language], width: 10),
      ] + months.map { .number(headings[$0], width: 7) }
        + [.number(PaperWords.monthSum[language], width: 8)])
    for (index, level) in layout.levels.enumerated() where !level.entries.isEmpty {
      if layout.namesLevels {
        let name = (level.level?.name ?? TallyWords.noLevel)[language].uppercased()
        table.rows.append(
          TextTable.Row(
            cells: [.words(roman(index + 1)), .words(name)]
              + Array(repeating: .nothing, count: months.count + 2), isGroup: true))
      }
      for entry in level.entries { table.append(cells(entry, months)) }
    }
    return table
  }

  private func cells(_ entry: TallyLayout.Entry, _ months: Range<Int>) -> [TextTable.Cell] {
    let counts = entry.tally.months
    let isScheduled = entry.line?.placing != nil || counts.contains { $0.scheduled > 0 }
    func cell(_ scheduled: Int, _ aired: Int?) -> TextTable.Cell {
      guard isScheduled || aired ?? 0 > 0 else {
        return aired.map { TextTable.Cell(.number($0), "\($0)") } ?? .notStated
      }
      return TextTable.Cell(
        .share(aired, of: isScheduled ? scheduled : nil),
        "\(aired.map(String.init) ?? "–")/\(isScheduled ? "\(scheduled)" : "–")")
    }
    let aired = months.map { layout.aired(entry, inMonth: $0) }
    let known = aired.compactMap(\.self)
    return [
      "\(entry.number)", .words(entry.title), figures.cell(entry.tally.planned, besides: entry.unit),
    ] + zip(months, aired).map { cell(counts[$0].scheduled, $1) }
      + [cell(months.reduce(0) { $0 + counts[$1].scheduled }, known.isEmpty ? nil : known.reduce(0, +))]
  }
}
