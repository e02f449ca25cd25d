import Counting
import Logs
public import ScheduleModel

extension StationYear {
  /// The entries of the Book, and which figures of a period they changed since a day.
  ///
  /// The entries since then are added one after the other, and the figures counted each time, so that what each entry
  /// changed adds up to the difference. Working files are left out.
  /// - Parameter since: The day at whose end the figures are compared; `nil` for a list of entries alone.
  /// - Complexity: A count of the year for each entry since then that can change a figure.
  public func history(since: CivilDay?, period: ReportingPeriod, against: PlanVersion = .inForce)
    -> BookHistory
  {
    let numbers = Dictionary(uniqueKeysWithValues: book.entries.enumerated().map { ($1.id, $0 + 1) })
    let firstPlan = book.entries.first { $0.head.kind == .plan }?.id
    func listed(_ entries: [BookEntry]) -> [BookHistory.Entry] {
      entries.map { entry in
        let rows = entry.head.kind == .plan ? nil : RecordedRows(of: entry.bytes, from: entry.bodyStart)
        return BookHistory.Entry(
          number: numbers[entry.id] ?? 0, id: entry.shortID, kind: entry.head.kind.rawValue,
          time: clock.local(entry.head.time), author: entry.head.author,
          comment: entry.head.comment ?? entry.head.notes["source"] ?? entry.head.notes["period"],
          rows: rows?.count, corrections: rows?.corrections ?? 0,
          isAmendment: entry.head.kind == .plan && entry.id != firstPlan)
      }
    }
    guard let since else { return BookHistory(entries: listed(book.entries), since: nil, changes: []) }
    var seen = book.knownOn(since, clock: clock)
    let later = book.entries.filter { seen.entry($0.id) == nil }
    let first = figures(seen, period, against)
    var now = first
    var steps: [FigureKey: [BookHistory.Step]] = [:]
    for entry in later {
      seen = seen.adding([entry])
      guard entry.head.kind != .close else { continue }
      let next = figures(seen, period, against)
      for key in next.order where now.values[key] != next.values[key] {
        steps[key, default: []].append(
          BookHistory.Step(entry: numbers[entry.id] ?? 0, value: next.values[key] ?? nil))
      }
      now = next
    }
    let changes = now.order.compactMap { key -> BookHistory.Change? in
      let (before, after) = (first.values[key] ?? nil, now.values[key] ?? nil)
      // Two entries may take back what the other did; that both did is told all the same.
      guard before != after || steps[key] != nil else { return nil }
      return BookHistory.Change(
        subject: key.subject, measure: key.measure, before: before, after: after, steps: steps[key] ?? [])
    }
    return BookHistory(entries: listed(later), since: since, changes: changes)
  }

  private struct FigureKey: Hashable {
    let subject: ClosedFigure.Subject
    /// `nil` for the planned figure.
    let measure: ClosedFigure.Measure?
  }

  private struct Figures {
    var order: [FigureKey] = []
    var values: [FigureKey: String] = [:]

    mutating func add(_ key: FigureKey, _ value: String?) {
      order.append(key)
      values[key] = value
    }
  }

  /// The figures of a period as a Book alone gives them.
  private func figures(_ book: Book, _ period: ReportingPeriod, _ against: PlanVersion) -> Figures {
    var figures = Figures()
    var year = StationYear(book, nil)
    guard let plan = year.plan, let (tally, _) = year.tally(period, against: against) else { return figures }
    let rows = year.consolidated(tally)?.consolidation.rows ?? []
    let declared = Closing.figures(declared: rows, in: tally.period)
    for figure in Closing.figures(of: tally, in: plan) + declared {
      if [.line, .total, .declared].contains(figure.subject.kind) {
        figures.add(FigureKey(subject: figure.subject, measure: nil), figure.planned)
      }
      for measure in ClosedFigure.Measure.allCases {
        guard let value = figure.values[measure] else { continue }
        figures.add(FigureKey(subject: figure.subject, measure: measure), String(value))
      }
    }
    return figures
  }
}
