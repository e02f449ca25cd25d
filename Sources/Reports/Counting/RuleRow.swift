import ScheduleModel

/// A counting rule's figures in JSON, without its rows.
struct RuleRow: Encodable {
  @OrNull var line: String?
  let count: String
  @OrNull var title: String?
  let rule: String
  let every: String
  @OrNull var amount: Int?
  /// Whether rows without a length could add to it.
  let atLeast: Bool
  let windows: [Window]
  let rowsCounted: Int
  let rowsNotCounted: [String: Int]

  struct Window: Encodable {
    let from: String
    let to: String
    @OrNull var amount: Int?
    let atLeast: Bool
    let carried: Int
    @OrNull var floor: Int?
    @OrNull var ceiling: Int?
    let over: Bool
    @OrNull var lacking: Int?
    @OrNull var exceeded: Bool?
    /// Left out where all days count.
    let daysInside: Int?
  }

  init(_ tally: RuleTally, line: String?, plan: Plan, isKnown: Bool, _ language: ReaderLanguage) {
    _line = OrNull(wrappedValue: line)
    count = tally.rule.measure.rawValue
    _title = OrNull(wrappedValue: tally.rule.title)
    rule = CountingWords.sentence(tally.rule, plan, language)
    every = tally.rule.cycle.description
    _amount = OrNull(wrappedValue: isKnown ? tally.amount : nil)
    atLeast = tally.isLeast
    windows = tally.windows.map { window in
      Window(
        from: window.days.lowerBound.description, to: window.days.upperBound.description,
        amount: isKnown ? window.amount : nil, atLeast: tally.isLeast(in: window.days),
        carried: window.carried, floor: window.floor, ceiling: window.ceiling, over: window.isOver,
        lacking: isKnown && window.floor != nil ? window.lacking : nil,
        exceeded: isKnown && window.ceiling != nil ? window.isExceeded : nil,
        daysInside: window.daysInside)
    }
    rowsCounted = tally.counted.count
    rowsNotCounted = Dictionary(tally.uncounted.map { ($0.reason.key, 1) }, uniquingKeysWith: +)
  }
}

/// A line's forecast in JSON.
struct ForecastRow: Encodable {
  let line: String
  let quota: Int
  let asOf: String
  let aired: Int
  let due: Int
  let scheduled: Int
  /// `due` and `scheduled` if all that is to come is of the least length; `null` where works have one length.
  @OrNull var dueShortest: Int?
  @OrNull var scheduledShortest: Int?
  @OrNull var paced: Int?
  @OrNull var shortFrom: Int?
  /// `works` or `minutes`.
  let unit: String
  let months: [Month]

  struct Month: Encodable {
    let scheduled: Int
    @OrNull var aired: Int?
    @OrNull var paced: Int?
    @OrNull var expected: Int?
  }

  init(_ forecast: Forecast, of line: String) {
    self.line = line
    quota = forecast.quota
    asOf = forecast.asOf.description
    aired = forecast.aired
    due = forecast.due
    scheduled = forecast.scheduled
    _dueShortest = OrNull(wrappedValue: forecast.shortest?.due)
    _scheduledShortest = OrNull(wrappedValue: forecast.shortest?.scheduled)
    _paced = OrNull(wrappedValue: forecast.paced)
    _shortFrom = OrNull(wrappedValue: forecast.shortFrom)
    unit = forecast.time == nil ? "works" : "minutes"
    months = forecast.months.map {
      Month(scheduled: $0.scheduled, aired: $0.aired, paced: $0.paced, expected: $0.expected)
    }
  }
}

/// Tasks in JSON: `rate` in percent, `points` with its table's version. Both are `null` where some tasks cannot be judged;
/// the least and the most that they may be stand beside them.
struct CompletionRow: Encodable {
  let planned: Int
  let done: Int
  let unknown: Int
  @OrNull var rate: Double?
  @OrNull var rateLeast: Double?
  @OrNull var rateMost: Double?
  let tasks: [Task]
  @OrNull var score: Score?

  struct Task: Encodable {
    let line: String
    let state: String
  }

  struct Score: Encodable {
    let version: String
    @OrNull var points: Double?
    let pointsLeast: Double
    let pointsMost: Double
    let max: Double
  }

  init(_ completion: Completion) {
    planned = completion.planned
    done = completion.done
    unknown = completion.unknown
    func number(_ hundredths: Int) -> Double { Percentage(units: hundredths, decimals: 2).number }
    let rates = completion.rates
    _rate = OrNull(wrappedValue: rates.flatMap { completion.unknown == 0 ? number($0.lowerBound) : nil })
    _rateLeast = OrNull(wrappedValue: rates.map { number($0.lowerBound) })
    _rateMost = OrNull(wrappedValue: rates.map { number($0.upperBound) })
    tasks = completion.tasks.map { Task(line: $0.line, state: $0.state.rawValue) }
    let score = completion.rule.flatMap { rule in
      completion.scores.map { scores in
        Score(
          version: rule.version, points: scores.count == 1 ? number(scores.lowerBound) : nil,
          pointsLeast: number(scores.lowerBound), pointsMost: number(scores.upperBound),
          max: number(rule.full))
      }
    }
    _score = OrNull(wrappedValue: score)
  }
}

/// The same period of the year before in JSON; a line without data is `null`.
struct YearBeforeRow: Encodable {
  let plan: String
  let from: String
  let to: String
  let lines: [Line]

  struct Line: Encodable {
    let line: String
    @OrNull var aired: Int?
    @OrNull var airedInYear: Int?
  }

  init(_ before: YearBefore, lines: [LineTally]) {
    plan = before.plan
    from = before.period.days.lowerBound.description
    to = before.period.days.upperBound.description
    self.lines = lines.map {
      Line(line: $0.line, aired: before[$0.line]?.aired, airedInYear: before[$0.line]?.airedInYear)
    }
  }
}

/// A row of the log, counted or not, in JSON.
struct ExplainedRow: Encodable {
  let row: String
  let date: String
  @OrNull var time: String?
  let outlet: String
  let language: String
  @OrNull var line: String?
  @OrNull var edition: Int?
  let title: String
  @OrNull var evidence: String?
  @OrNull var note: String?
  @OrNull var trust: String?
  @OrNull var amount: Int?
  @OrNull var reason: String?
  @OrNull var reasonText: String?

  init(_ entry: AsRunEntry, amount: Int?, reason: UncountedRow.Reason?, _ language: ReaderLanguage) {
    row = entry.place.row
    date = entry.day.description
    _time = OrNull(wrappedValue: entry.time?.description)
    outlet = entry.outlet
    self.language = entry.language.tag
    _line = OrNull(wrappedValue: entry.line)
    _edition = OrNull(wrappedValue: entry.edition)
    title = entry.title
    _evidence = OrNull(wrappedValue: entry.evidence)
    _note = OrNull(wrappedValue: entry.note)
    _trust = OrNull(wrappedValue: entry.trust?.rawValue)
    _amount = OrNull(wrappedValue: amount)
    _reason = OrNull(wrappedValue: reason?.key)
    _reasonText = OrNull(wrappedValue: reason?.name[language])
  }
}
