import Planning
import ScheduleModel
import StationDesk
import StationStore

/// Re-plans that people asked for: worked out beside the requests, looked at, then accepted or dropped.
actor ReplanJobs {
  private var jobs: [String: Job] = [:]
  private var order: [String] = []

  /// So many are kept; the oldest goes first.
  private static let most = 20

  /// A re-plan.
  struct Job: Sendable {
    let plan: Int
    let from: CivilDay
    /// In thousandths of a work; `nil` to move only what has to move.
    let slack: Int?
    /// On what it rests.
    let reading: DeskReading
    /// When it began, in UTC.
    let began: LocalTime
    var state = State.running
  }

  /// How far a re-plan is.
  enum State: Sendable {
    case running, cancelled
    /// Done; `nil` where the year cannot be planned, with the reasons.
    case done(StationYear.ReplannedYear?, [Finding])
  }

  /// Begins a re-plan.
  func begin(_ id: String, _ job: Job, on work: HeavyWork) {
    jobs[id] = job
    order.append(id)
    if order.count > Self.most { jobs[order.removeFirst()] = nil }
    Task {
      let state = try await work.run {
        var year = job.reading.year
        let replanned = year.replan(from: job.from, slack: job.slack)
        return State.done(replanned, replanned == nil ? year.planFindings + year.scheduleFaults : [])
      }
      finish(id, state)
    }
  }

  private func finish(_ id: String, _ state: State) {
    guard case .running = jobs[id]?.state else { return }
    jobs[id]?.state = state
  }

  /// The re-plan of a plan with an id; `nil` when there is none any more.
  func job(_ id: String, of plan: StoredPlan) -> Job? {
    jobs[id].flatMap { $0.plan == plan.number ? $0 : nil }
  }

  /// Drops a re-plan: what it works out is not looked at.
  func cancel(_ id: String) { jobs[id]?.state = .cancelled }
}
