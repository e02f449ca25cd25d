import Digests
import Foundation
import Planning
import Reports
public import ScheduleModel
public import StationStore

/// Plans the rest of a year anew, as `lichsong allocate --from` does, for somebody who then accepts all of it, a part, or nothing.
public enum ReplanWork {
  /// What is asked of a re-plan.
  public struct Request: Codable, Sendable {
    /// The first day that is still open, as `2018-07-01`.
    public let from: String
    /// In thousandths of a work; `nil` to move only what has to move.
    public let slack: Int?

    /// A request.
    public init(from: CivilDay, slack: Int?) {
      self.from = "\(from)"
      self.slack = slack
    }

    /// The request of a job; `nil` for a job that is no re-plan.
    public init?(_ job: StoredJob) {
      guard job.kind == .replan,
        let request = try? JSONDecoder().decode(Request.self, from: Data(job.argument.utf8))
      else { return nil }
      self = request
    }

    fileprivate var text: String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      guard let data = try? encoder.encode(self) else { preconditionFailure("texts can be JSON") }
      return String(decoding: data, as: UTF8.self)
    }
  }

  /// Asks for a re-plan. Each is a job of its own, so that people who ask for the same one can end theirs.
  public static func ask(
    for request: Request, of plan: Int, person: Int, on now: LocalTime, _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> StoredJob {
    let parts = [try transaction.state(of: plan), request.text, "\(person)", now.utcText]
    return try transaction.ask(
      JobRequest(
        plan: plan, kind: .replan, input: Digest.sha256(parts.joined(separator: "\n").utf8),
        argument: request.text, person: person), on: now)
  }

  /// What a job gave; `nil` before it is done, and when it is kept no more.
  public static func result(
    of job: StoredJob, by program: String, _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> ReplanResult? {
    try transaction.derived("replan", of: job.input, by: program).flatMap { ReplanResult($0) }
  }

  // MARK: - In the worker process

  static func perform(
    _ order: WorkOrder, _ progress: (Int) throws -> Void, _ say: (InputFile) throws -> Void
  ) throws {
    guard let request = try? JSONDecoder().decode(Request.self, from: Data(order.argument.utf8)),
      let from = CivilDay(iso: request.from)
    else { throw WorkProcess.NoOrder() }
    let (book, files) = order.contents()
    var year = StationYear(book, files)
    // A pipe that is closed has nobody who reads progress.
    let made = year.replan(from: from, slack: request.slack) { try? progress($0) }
    let findings = made?.findings ?? (year.planFindings + year.scheduleFaults)
    if let made, let plan = year.plan {
      try say(InputFile(name: "draft.csv", bytes: made.draft.table(plan)))
      try say(InputFile(name: "draft.base", bytes: Array(made.draft.base.text.utf8)))
    }
    let replan = made?.replan
    let account = ReplanResult.Account(
      from: request.from, slack: replan?.slack ?? 0, keepsPublished: replan?.keepsPublished ?? true,
      short: replan?.schedule.unplaced.count ?? 0,
      lacks: year.plan.flatMap { replan?.schedule.lacks($0) }?.map(ReplanResult.Sentence.init),
      proof: replan.map { ReplanReport.proof(of: $0).map(ReplanResult.Sentence.init) } ?? [],
      curve: replan?.curve.map {
        ReplanResult.Point(slack: $0.slack, moves: $0.moves, deviation: $0.deviation)
      } ?? [],
      findings: findings.filter { $0.severity != .info }.map(ReplanResult.Told.init))
    let result = ReplanResult(draft: nil, base: nil, account: account)
    for part in WorkParts.read(result.octets) ?? [] { try say(part) }
  }

  // MARK: - Around it

  /// - Parameter state: The state of the plan that the process was given.
  static func keep(
    _ made: [InputFile], of job: StoredJob, restingOn state: String, by program: String, on now: LocalTime,
    _ transaction: StoreTransaction
  ) throws {
    guard let result = ReplanResult(parts: made) else { throw WorkFault.unreadable }
    var account = result.account
    account.state = state
    let kept = ReplanResult(draft: result.draft, base: result.base, account: account)
    try transaction.keepDerived(kept.octets, "replan", of: job.input, by: program, on: now)
  }
}
