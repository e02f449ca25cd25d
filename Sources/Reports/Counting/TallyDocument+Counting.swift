import ScheduleModel

extension TallyDocument {
  /// What the counting rules give, a row for each.
  var rules: ReportDocument.Section? {
    let own = layout.entries.flatMap { entry in entry.tally.rules.map { ("\(entry.number)", $0) } }
    let rules = own + tally.rules.map { ("", $0) }
    guard !rules.isEmpty else { return nil }
    var table = TextTable(columns: [
      .words(TallyWords.number[language]), .name(CountingWords.rule[language], width: 48),
      .number(CountingWords.counted[language], width: 16), .number(CountingWords.kept[language], width: 12),
      .words(CountingWords.extreme[language], width: 34),
      .words(CountingWords.uncounted[language], width: 40),
    ])
    for (number, rule) in rules {
      let over = rule.windows.filter { $0.isOver && $0.isJudged }
      let kept = over.filter { !$0.isShort && !$0.isExceeded }
      let isKnown = tally.knowsOutput
      table.rows.append(
        TextTable.Row(
          cells: [
            .words(number), .words(CountingWords.sentence(rule.rule, plan, language)),
            figures.cell(isKnown ? rule.amount : nil, isLeast: rule.isLeast),
            isKnown && rule.rule.hasLimit ? figures.cell(kept.count, of: over.count) : .notStated,
            .stated(isKnown ? worst(of: rule) : nil),
            .words(CountingWords.reasons(rule.uncounted, language)),
          ], sources: rule.counted.map(\.entry.place), opened: 2))
    }
    return ReportDocument.Section(heading: CountingWords.rules[language], tables: [table])
  }

  /// The window that lacks most, or else the one that is farthest above its ceiling, or else the one that runs.
  private func worst(of tally: RuleTally) -> String? {
    let short = tally.windows.filter(\.isShort).max { $0.lacking < $1.lacking }
    let exceeded = tally.windows.filter(\.isExceeded).max { $0.amount < $1.amount }
    guard tally.rule.hasLimit, let window = short ?? exceeded ?? tally.windows.last(where: \.isJudged)
    else { return nil }
    let isLeast = tally.isLeast(in: window.days)
    let amount = CountingWords.amount(window.amount + window.carried, isLeast: isLeast, language)
    return "\(window.daysText): \(amount), \(CountingWords.verdict(window, isLeast: isLeast)[language])"
  }

  /// Where the lines will be at the end of the year.
  var forecasts: ReportDocument.Section? {
    let entries = layout.entries.filter { $0.tally.forecast != nil }
    let days = entries.compactMap { $0.tally.forecast?.asOf }
    guard let day = days.max(), let earliest = days.min() else { return nil }
    var table = TextTable(columns: [
      .words(TallyWords.number[language]), .name(TallyWords.content[language], width: 36),
      .number(TallyWords.planned(of: plan)[language], width: 10),
      .number(CountingWords.airedSoFar[language], width: 10),
      .number(CountingWords.dueSoFar[language], width: 10),
      .number(CountingWords.bySchedule(of: plan)[language], width: 18),
      .number(CountingWords.byPace(of: plan)[language], width: 16),
      .words(CountingWords.shortFrom[language]),
    ])
    for entry in entries {
      guard let forecast = entry.tally.forecast else { continue }
      func cell(_ number: Int?) -> TextTable.Cell {
        number.flatMap(forecast.quantity).map { figure($0) } ?? figure(number)
      }
      func cell(_ most: Int, from least: Int?) -> TextTable.Cell {
        // Of a line that nobody schedules, a schedule says nothing.
        if entry.line?.placing == nil, forecast.due == 0 { return .notStated }
        return least.flatMap { forecast.quantity(from: $0, to: most) }.map { figure($0) } ?? cell(most)
      }
      table.append([
        "\(entry.number)", .words(entry.title), figure(entry.tally.planned, besides: entry.unit),
        cell(forecast.aired), cell(forecast.due, from: forecast.shortest?.due),
        cell(forecast.scheduled, from: forecast.shortest?.scheduled), cell(forecast.paced),
        .stated(forecast.shortFrom.map { CountingWords.month($0 - 1, of: plan.months)[language] }),
      ])
    }
    return ReportDocument.Section(
      heading: CountingWords.forecast(of: plan)[language],
      paragraphs: [CountingWords.forecastTwoWays(earliest...day)[language]],
      tables: [table])
  }

  /// Tasks done of tasks planned, apart from the output of each.
  var completion: ReportDocument.Section? {
    let completion = tally.completion
    guard let rates = completion.rates else { return nil }
    var paragraphs = [CountingWords.tasks(completion, rates)[language], CountingWords.twoRates[language]]
    if let rule = completion.rule, let scores = completion.scores {
      paragraphs.append(CountingWords.score(scores, rule, language))
    }
    var table = TextTable(columns: [
      .words(TallyWords.number[language]), .name(TallyWords.content[language], width: 36),
      .words(CountingWords.state[language]), .number(CountingWords.outputRate[language], width: 14),
    ])
    // In the order of their numbers, which is that of the levels.
    let tasks = completion.tasks.map { (task: $0, entry: layout.entry(of: $0.line)) }.enumerated().sorted {
      ($0.element.entry?.number ?? .max, $0.offset) < ($1.element.entry?.number ?? .max, $1.offset)
    }
    for (task, entry) in tasks.map(\.element) {
      table.append([
        .stated(entry.map { "\($0.number)" }),
        .words(entry?.title ?? plan.line(task.line)?.title ?? task.line),
        .words(task.state.name[language]), figures.cell(entry?.percent),
      ])
    }
    return ReportDocument.Section(
      heading: CountingWords.completion[language], paragraphs: paragraphs, tables: [table])
  }

  /// How a line's figure was changed, and what it had a year ago.
  func changes(_ entry: TallyLayout.Entry) -> [String] {
    var before = entry.line?.counting.amended?.original
    var notes: [Words] = []
    for change in entry.line?.counting.amended?.changes ?? [] {
      notes.append(CountingWords.amended(change, from: before))
      before = change.quota
    }
    return notes.map { $0[language] }
  }

  /// What a line had in the same period of the year before.
  func yearBefore(_ line: String) -> TextTable.Cell {
    guard let before = tally.yearBefore else { return .nothing }
    return before[line].map { figure($0.aired) } ?? .words(TallyWords.noData[language])
  }
}

extension RuleTally.Window {
  /// Its first and last day, or its only one, for a reader.
  var daysText: String {
    let (first, last) = (days.lowerBound, days.upperBound.advanced(by: -1))
    return first == last ? first.forPeople : "\(first.forPeople)–\(last.forPeople)"
  }
}

extension CountingRule {
  /// Whether it asks for a least or a most.
  var hasLimit: Bool { floor != nil || ceiling != nil }
}
