import Counting
import Digests
import Logs
import ScheduleModel

extension StationYear {
  /// Why no period can be closed at all.
  public enum CloseObstacle: Sendable {
    /// The Book has no log, and no figure that a unit reported.
    case nothingRecorded
    /// Nothing is published, although something is to be scheduled.
    case notPublished
  }

  /// Why no period can be closed at all; `nil` when one can.
  public var closeObstacle: CloseObstacle? {
    if book.entries(.log).isEmpty, book.entries(.declared).isEmpty { return .nothingRecorded }
    // A plan of which nothing is scheduled has no schedule to publish.
    let schedules = plan?.lines.contains { $0.placing != nil } ?? true
    return schedules && !book.isPublished ? .notPublished : nil
  }

  /// What whoever signs a close has to weigh besides its figures: rows of the period that count for nothing, and a schedule
  /// that is not the plan's any more.
  mutating func closeDoubts(_ period: ReportingPeriod, _ held: ReconciledYear) -> [Finding] {
    var findings = (schedule()?.findings ?? []).filter { $0.code == .scheduleOutdated }
    let rows = held.reconciled.unplanned.filter { row in
      row.line == nil && row.sign != .link && period.days.contains(row.entry.broadcastDay)
    }
    guard !rows.isEmpty else { return findings }
    var names = RecordedRowNames(book)
    let shown = rows.prefix(5).map { row in
      row.entry.id.map { names.name(of: $0) } ?? "\(row.entry.place.file):\(row.entry.place.line)"
    }
    findings.append(.closeRowsUnmatched(period, rows: shown, count: rows.count))
    return findings
  }

  /// The earlier periods of the same sort and year that no close covers: a finding, or none.
  static func earlierOpen(
    _ period: ReportingPeriod, _ scope: PeriodClose.Scope, in records: [CloseRecord], plan: Plan
  ) -> [Finding] {
    let closed = records.map(\.close).filter {
      $0.scope.plan == scope.plan && $0.scope.against == scope.against
    }.map(\.days)
    let open = period.earlierOfYear.filter { earlier in
      // What lies outside the plan's days is nobody's to close.
      earlier.days.overlaps(plan.days)
        && !closed.contains {
          $0.lowerBound <= earlier.days.lowerBound && earlier.days.upperBound <= $0.upperBound
        }
    }
    return open.isEmpty ? [] : [.closeEarlierOpen(period, open)]
  }
}

extension StationYear.PreparedClose {
  /// By which one sees that what is to be recorded is what was shown: its figures and rows, and every doubt about it.
  public var seal: String {
    guard let close else { return "" }
    // Why a period is restated is said after it was looked at.
    var stamp = close.stamp
    stamp.reason = nil
    let shown = PeriodClose(
      scope: close.scope, days: close.days, asOf: close.asOf, stamp: stamp, inputs: [],
      rowsLeftOut: close.rowsLeftOut, figures: close.figures, rows: close.rows)
    let told =
      findings.map(\.message.en)
      + gaps.map { gaps in
        let parts = gaps.partial.map { part in
          "\(part.unit) \(part.missing.map { "\($0.lowerBound)/\($0.upperBound)" }.joined(separator: "+"))"
        }
        return "\(gaps.line): \((gaps.silent + gaps.contradicted + parts).joined(separator: ","))"
      }
    return Digest.sha256(CloseText.bytes(of: shown) + Array(told.joined(separator: "\n").utf8))
  }
}
