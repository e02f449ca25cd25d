import PlanFiles
import Planning
import Reconciliation
import Reports
public import ScheduleModel

/// Closes periods: writes their figures down with all that they rest on, each close chained to the one before.
///
///     plan, schedule, links, logs ──CloseSources──▶ a close ──held against the one before──▶ a file of `closes`
///
/// The plan, the schedule and the links are kept beside the record, so that a close can be worked out again after the
/// plan was amended and the rest of its year planned anew. A period that is closed stays with that plan and schedule:
/// what restates it is what came to light since, unless somebody asks for the plan of today.
public enum ClosePipeline {
  /// What is asked for.
  public struct Request: Sendable {
    /// The period, and how it is cut.
    public let period: ReportingPeriod
    /// When it is closed, on the clock of the plan's first outlet.
    public let closed: LocalTime
    /// Against which of the plan's figures.
    public var against = PlanVersion.inForce
    /// The last day of the logs that is read; `nil` for that of the close before, or the last there is.
    public var asOf: CivilDay?
    /// Who closes it; `nil` when only a close that is there is to be shown.
    public var author: String?
    /// Why it is restated; `nil` when it is not to be.
    public var reason: String?
    /// Whether it is restated by the plan of today instead of the one that it was closed with.
    public var takesPlanOfToday = false

    /// A request to close a period.
    public init(period: ReportingPeriod, closed: LocalTime) {
      self.period = period
      self.closed = closed
    }
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// What came of it, in one word.
    public let state: State
    /// The close that holds now; `nil` when there is none.
    public var record: CloseRecord?
    /// The close that it restates; `nil` for a first one.
    public var restated: CloseRecord?
    /// What it, or what is known now, has otherwise than the close before; `nil` without one.
    public var difference: CloseDifference?
    /// The plan with which it was closed; `nil` when its file has errors.
    public var plan: Plan?
    /// What is wrong or doubtful.
    public var findings: [Finding] = []

    /// What can come of it.
    public enum State: Sendable {
      /// The period was closed, or restated.
      case closed
      /// The period was closed before, and nothing has changed.
      case unchanged
      /// The period was closed before with other figures or rows, and nobody asked to restate it.
      case differs
      /// Nobody is named who closes it.
      case unsigned
      /// The findings tell why it cannot be closed.
      case refused
    }
  }

  /// Closes a period of a plan, or restates it.
  ///
  /// - Parameters:
  ///   - plan: The plan of today.
  ///   - schedule: Its schedule.
  /// - Throws: What the system refuses.
  public static func close(_ folder: PlanFolder, _ plan: Plan, _ schedule: Schedule, _ request: Request)
    throws -> Outcome
  {
    try folder.closes.locked {
      let history = try CloseHistory(of: folder)
      guard !history.findings.hasErrors else { return Outcome(state: .refused, findings: history.findings) }
      guard request.period.days.upperBound <= request.closed.day else {
        return Outcome(state: .refused, findings: [.closeTooEarly(request.period, at: request.closed)])
      }
      let scope = PeriodClose.Scope(
        plan: plan.id, period: request.period.description, profile: request.period.profile.code,
        against: request.against)
      let before = history.latest(of: scope)
      let logs = try history.logs()
      var sources = CloseSources(plan: folder.plan, links: folder.links, logs: logs)
      if !schedule.placements.isEmpty {
        let table = AllocationReport.csv(plan: plan, schedule: schedule)
        sources.placements = InputFile(name: "placements.csv", bytes: Array(table.utf8))
      }
      if let before, !request.takesPlanOfToday {
        let (found, missing) = try history.sources(of: before)
        guard let found else { return Outcome(state: .refused, findings: missing) }
        (sources.plan, sources.placements) = (found.plan, found.placements)
      }
      let inputs = history.inputs(of: sources)
      let stamp = PeriodClose.Stamp(
        sequence: history.records.count + 1, previous: history.records.last?.digest,
        number: before.map { $0.close.stamp.number + 1 } ?? 0, reason: before == nil ? nil : request.reason,
        closed: request.closed, author: request.author ?? "")
      let draft = sources.draft(
        CloseSources.Terms(scope: scope, asOf: request.asOf ?? before?.close.asOf, stamp: stamp),
        inputs: inputs.map(\.input) + logs.map(history.input))
      var outcome = outcome(of: draft, over: before, request)
      if outcome.state == .closed, let close = draft.close {
        outcome.record = try history.add(close, inputs)
      }
      return outcome
    }
  }

  /// What is to be done with a draft.
  private static func outcome(
    of draft: CloseSources.Draft, over before: CloseRecord?, _ request: Request
  ) -> Outcome {
    var findings = draft.findings
    guard let close = draft.close, !findings.contains(where: { $0.code == .ledgerDamaged }) else {
      return Outcome(state: .refused, plan: draft.plan, findings: findings)
    }
    if close.asOf < close.days.upperBound.advanced(by: -1) {
      findings.append(.closeLogShort(request.period, asOf: close.asOf))
    }
    func outcome(_ state: Outcome.State, _ difference: CloseDifference?) -> Outcome {
      Outcome(
        state: state, record: before, restated: before, difference: difference, plan: draft.plan,
        findings: findings)
    }
    let difference = before.map { CloseDifference(from: $0.close, to: close) }
    if difference?.isEmpty == true { return outcome(.unchanged, nil) }
    if before != nil, request.reason == nil { return outcome(.differs, difference) }
    guard request.author != nil else { return outcome(.unsigned, difference) }
    return outcome(.closed, difference)
  }

  /// Works all closes of a plan's folder out again: of the files that each was made of, and the latest of each period of
  /// all that is known now.
  ///
  /// - Parameter certified: Hashes, or their first digits, that stand on certificates: a close must have each.
  /// - Returns: The closes in the order in which they were made, the plan of today, `nil` when its file has errors, and
  ///   what is wrong or doubtful with the closes.
  /// - Throws: What the system refuses.
  public static func verify(_ folder: PlanFolder, certified: [String] = []) throws -> (
    closes: [VerifiedClose], plan: Plan?, findings: [Finding]
  ) {
    let history = try CloseHistory(of: folder)
    var findings = history.findings
    for hash in certified where !history.records.contains(where: { $0.digest.hasPrefix(hash.lowercased()) }) {
      findings.append(.closeMissing(hash))
    }
    var closes: [VerifiedClose] = []
    let logs = try history.logs()
    for record in history.records {
      let isLatest = history.isLatest(record)
      let (sources, missing) = try history.sources(of: record)
      let (own, changed) = try history.logs(of: record)
      findings += missing
      let recounted = sources.map { recount(record, $0, own) }
      var today: CloseDifference?
      if isLatest, var sources {
        // Mostly nothing came since: then what is known now are the very files that were counted.
        let isSame = own == logs && sources.links?.bytes == folder.links?.bytes
        sources.links = folder.links
        today = isSame ? recounted : recount(record, sources, logs)
      }
      let verified = VerifiedClose(
        record: record, isLatest: isLatest, changedInputs: changed, recount: recounted, today: today)
      closes.append(verified)
      if let finding = Finding.of(verified) { findings.append(finding) }
    }
    return (closes, PlanReader.read(folder.plan.bytes, file: folder.plan.name).plan, findings)
  }

  /// What comes out otherwise than it was closed.
  private static func recount(_ record: CloseRecord, _ sources: CloseSources, _ logs: [InputFile])
    -> CloseDifference
  {
    let close = record.close
    var sources = sources
    sources.logs = logs
    let terms = CloseSources.Terms(scope: close.scope, asOf: close.asOf, stamp: close.stamp)
    let nothing = PeriodClose(
      scope: close.scope, days: close.days, asOf: close.asOf, stamp: close.stamp, inputs: [], rowsLeftOut: 0,
      figures: [], rows: [])
    return CloseDifference(from: close, to: sources.draft(terms, inputs: []).close ?? nothing)
  }

  /// Whether a period that is reported on was closed with other figures: a finding, or none.
  public static func findings(_ folder: PlanFolder, _ plan: Plan, _ tally: Tally) throws -> [Finding] {
    let history = try CloseHistory(of: folder)
    let scope = PeriodClose.Scope(
      plan: plan.id, period: tally.period.description, profile: tally.period.profile.code,
      against: tally.against)
    guard let record = history.latest(of: scope) else { return [] }
    let now = Set(Closing.figures(of: tally, in: plan))
    let changed = record.close.figures.filter { !now.contains($0) }
    return changed.isEmpty ? [] : [.closedOtherwise(record, changed.map(\.subject.id))]
  }
}
