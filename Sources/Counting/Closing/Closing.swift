import Digests
import Foundation
public import ScheduleModel

/// Makes the close of a period of what was counted.
public enum Closing {
  /// The close of a period: its figures, and the rows of the logs that they rest on.
  ///
  /// - Parameters:
  ///   - tally: The period counted, with a log that tells of something.
  ///   - log: The log that was counted.
  ///   - asOf: The last day of it that was read.
  ///   - inputs: The entries that it rests on.
  ///   - declared: What lower units reported for the period.
  /// - Complexity: O(n log n) in the rows.
  public static func close(
    plan: Plan, tally: Tally, log: AsRunLog, asOf: CivilDay, stamp: PeriodClose.Stamp,
    inputs: [PeriodClose.Input], declared: [JudgedFigure] = []
  ) -> PeriodClose {
    let period = tally.period
    var stamp = stamp
    stamp.author = recordable(stamp.author)
    stamp.reason = stamp.reason.map(recordable)
    return PeriodClose(
      scope: PeriodClose.Scope(
        plan: plan.id, period: period.description, profile: period.profile.code, against: tally.against),
      days: period.days, asOf: asOf, stamp: stamp, inputs: inputs, rowsLeftOut: log.rowsLeftOut,
      figures: figures(of: tally, in: plan) + figures(declared: declared, in: period),
      rows: rows(of: log, tally))
  }

  /// The figures of a period, in the order of the report: lines, versions, totals, counting rules, tasks.
  public static func figures(of tally: Tally, in plan: Plan) -> [ClosedFigure] {
    let lines = tally.lines.map { line in
      var values = values(line.counts, isKnown: tally.isCounted(line, in: plan))
      if values[.aired] != nil {
        values[.airedInYear] = line.airedInYear
        values[.placements] = line.placementsAired
      }
      return ClosedFigure(
        subject: .init(kind: .line, id: line.line), planned: line.planned?.text(in: .vietnamese),
        values: values)
    }
    let versions = tally.versions.map { version in
      var values = values(version.counts, isKnown: tally.isCounted(version, in: plan))
      if values[.aired] != nil { values[.sent] = version.sent }
      return ClosedFigure(
        subject: .init(kind: .version, id: version.line, language: version.language), values: values)
    }
    let totals = tally.totals.map { total in
      ClosedFigure(
        subject: .init(kind: .total, id: total.id), planned: total.planned?.text(in: .vietnamese),
        values: values(total.counts, isKnown: tally.isCounted(total, in: plan)))
    }
    let own = tally.lines.flatMap { line in windows(line.rules, of: line.line, tally.knowsOutput) }
    let tasks = ClosedFigure(
      subject: .init(kind: .tasks, id: ""),
      values: [
        .tasks: tally.completion.planned - tally.completion.unknown, .done: tally.completion.done,
        .pending: tally.completion.unknown,
      ])
    return lines + versions + totals + own + windows(tally.rules, of: "", tally.knowsOutput) + [tasks]
  }

  /// What lower units reported, as far as it counts, in the order of the rows; what has no data is “no-data”. A figure of
  /// a part of the period has the days of that part.
  public static func figures(declared: [JudgedFigure], in period: ReportingPeriod) -> [ClosedFigure] {
    declared.filter { $0.fate.isAdded || $0.fate == .noData }.map { judged in
      let days = judged.figure.period.days
      return ClosedFigure(
        subject: .init(
          kind: .declared, id: "\(judged.figure.unit).\(judged.figure.line)",
          days: days == period.days ? nil : days),
        planned: judged.figure.quantity?.text(in: .vietnamese) ?? "no-data", values: [:])
    }
  }

  private static func values(_ counts: Counts, isKnown: Bool) -> [ClosedFigure.Measure: Int] {
    guard isKnown else { return [.scheduled: counts.scheduled] }
    return [
      .scheduled: counts.scheduled, .aired: counts.aired, .late: counts.late, .moved: counts.moved,
      .unplanned: counts.unplanned, .missed: counts.missed, .preempted: counts.preempted,
      .pending: counts.pending,
    ]
  }

  private static func windows(_ rules: [RuleTally], of line: String, _ isKnown: Bool) -> [ClosedFigure] {
    rules.enumerated().flatMap { index, rule in
      rule.windows.map { window in
        ClosedFigure(
          subject: .init(kind: .rule, id: "\(line).\(index + 1)", days: window.days),
          values: isKnown ? [.amount: window.amount, .carried: window.carried] : [:])
      }
    }
  }

  // MARK: - Rows

  private static func rows(of log: AsRunLog, _ tally: Tally) -> [ClosedRow] {
    var lines: [SourcePlace: [String]] = [:]
    for line in tally.lines { for row in line.rows { lines[row, default: []].append(line.line) } }
    for version in tally.versions { for row in version.rows { lines[row, default: []].append(version.line) } }
    let days = tally.period.yearStart..<tally.period.days.upperBound
    return log.entries.filter { days.contains($0.broadcastDay) }.map { entry in
      ClosedRow(
        name: entry.nameInReports, countsFor: lines[entry.place, default: []], cells: cells(of: entry))
    }
  }

  private static func cells(of entry: AsRunEntry) -> [String] {
    ClosedRow.Column.allCases.map { column in
      recordable(text(of: column, in: entry))
    }
  }

  /// A text as a record has it: composed, without blanks around it, and no longer than can be read again.
  private static func recordable(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines).composed
    guard text.utf8.count > longestCell else { return text }
    return "sha256:" + Digest.sha256(Array(text.utf8))
  }

  /// A longer text, in bytes, is recorded by its hash, for a record must be one that can be read.
  private static let longestCell = 16_384

  private static func text(of column: ClosedRow.Column, in entry: AsRunEntry) -> String {
    switch column {
    case .date: entry.day.description
    case .time: entry.time?.description ?? ""
    case .outlet: entry.outlet
    case .line: entry.line ?? ""
    case .edition: entry.editionText
    case .language: entry.language.tag
    case .title: entry.title
    case .minutes: entry.minutes.map(String.init) ?? ""
    case .status: entry.statusText
    case .uid: entry.uid ?? ""
    case .evidence: entry.evidence ?? ""
    case .trust: entry.trust?.rawValue ?? ""
    case .author: entry.author ?? ""
    case .houseNumber: entry.houseNumber ?? ""
    case .makesGood: entry.makesGood ?? ""
    }
  }
}

extension AsRunEntry {
  /// What the row is called where no path matters: its id in the ledger, or its file's last part and its line.
  fileprivate var nameInReports: String {
    id ?? "\(place.file.split(separator: "/").last ?? ""):\(place.line)"
  }
}
