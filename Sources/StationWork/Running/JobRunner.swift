import Planning
public import ScheduleModel
public import StationStore
import Synchronization

/// Does the jobs of a store, one after the other, each in a process of its own.
///
/// Several may run, in one process or in many. A job is claimed for a minute and the claim renewed while its process works;
/// when this process dies, the claim runs out and another takes the job up. What the work gives is kept, and the job ended,
/// in one transaction.
public struct JobRunner: Sendable {
  private let store: Store
  private let child: WorkChild
  /// The version of the program, by which results are kept.
  private let program: String
  /// By which this runner is known among all.
  private let owner: String
  private let now: @Sendable () -> LocalTime
  private let log: @Sendable (String) -> Void

  /// After how many seconds a claim runs out.
  private static let claimSeconds = 60
  /// After how many milliseconds a claim is renewed, and somebody may have asked to end the job.
  private static let renewMilliseconds = 1_000
  /// After how many milliseconds a runner without work looks for some.
  private static let restMilliseconds = 300

  /// A runner.
  ///
  /// - Parameters:
  ///   - owner: A name that no other runner of the store has, nor had.
  ///   - log: Takes what went wrong with the store itself.
  public init(
    _ store: Store, child: WorkChild, program: String, owner: String,
    now: @escaping @Sendable () -> LocalTime,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.store = store
    self.child = child
    self.program = program
    self.owner = owner
    self.now = now
    self.log = log
  }

  /// Works until the task is cancelled.
  public func run() async {
    var tidiedIn: Int?
    var idleCount: Int?
    while !Task.isCancelled {
      do {
        let hour = now().seconds / 3_600
        if tidiedIn != hour {
          try await tidy()
          tidiedIn = hour
        }
        let count = store.changes.count
        if count == nil || idleCount != count {
          if try await step() { continue }
          // An open job of somebody else may run out without any change.
          idleCount = try await store.read({ try $0.hasOpenJobs() }) ? nil : count
        }
      } catch is CancellationError {
        return
      } catch {
        // What a cancelled task meets on its way out is no fault of the store.
        if Task.isCancelled { return }
        log("\(error)")
      }
      try? await Task.sleep(for: .milliseconds(Self.restMilliseconds))
    }
  }

  /// Removes what nobody asks for any more: jobs that ended a week ago, files that nobody recorded in a week, readings and
  /// folders of a day ago, re-plans of a week ago. Asks for the figures of plans that were not counted.
  public func tidy() async throws {
    let (now, program) = (now(), program)
    try await store.write { transaction in
      try transaction.forgetJobs(endedBefore: LocalTime(seconds: now.seconds - 7 * 86_400))
      try transaction.forgetUploads(sentBefore: LocalTime(seconds: now.seconds - 7 * 86_400))
      try transaction.forgetFolders(sentBefore: LocalTime(seconds: now.seconds - 86_400))
      try transaction.forgetDerived("preview", madeBefore: LocalTime(seconds: now.seconds - 86_400))
      try transaction.forgetDerived("replan", madeBefore: LocalTime(seconds: now.seconds - 7 * 86_400))
    }
    try await FigureWork.askForMissing(in: store, by: program, on: now)
  }

  /// Does the job that waits longest.
  ///
  /// - Returns: Whether there was one.
  public func step() async throws -> Bool {
    // Nothing is written while there is nothing to do.
    guard try await store.read({ try $0.hasOpenJobs() }) else { return false }
    let (owner, now) = (owner, now())
    let claimed: StoredJob?
    do {
      let end = claimEnd()
      claimed = try await store.write { transaction in
        try transaction.freeJobs(on: now)
        return try transaction.claimJob(owner: owner, until: end, on: now)
      }
    } catch StoreRefusal.taken {
      // Somebody else claimed a job of the same plan and kind in the same moment.
      return false
    }
    guard let job = claimed else { return false }
    // A task that is cancelled could not say any more what became of the job.
    let settle = { @Sendable (work: @escaping @Sendable (StoreTransaction) throws -> Void) async throws in
      let store = store
      try await Task.detached { try await store.write(work: work) }.value
    }
    do {
      try await perform(job)
    } catch is CancellationError {
      let time = self.now()
      try await settle { try $0.giveBackJob(job.number, owner: owner, on: time) }
    } catch is Cancelled {
      let time = self.now()
      try await settle { _ = try $0.endJob(job.number, owner: owner, as: .cancelled, on: time) }
    } catch let fault as WorkFault {
      let time = self.now()
      try await settle { try $0.breakOffJob(job.number, owner: owner, fault: fault.words, on: time) }
    } catch is Lost {
      // Another runner has taken it up; what was made here is dropped.
    }
    return true
  }

  /// Somebody asked to end the job.
  private struct Cancelled: Error {}
  /// The claim ran out.
  private struct Lost: Error {}

  private func perform(_ job: StoredJob) async throws {
    let (program, owner, asked) = (program, owner, now())
    let material = try await store.read { try JobMaterial(job, program: program, now: asked, $0) }
    guard let material else { throw WorkFault.noInput }
    let progress = Percent()
    let made = try await withThrowingTaskGroup(of: [InputFile]?.self) { group in
      group.addTask {
        try await child.run(material.order) { progress.set($0) }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: .milliseconds(Self.renewMilliseconds))
          try await renew(job, progress.value)
        }
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    let done = now()
    let keep = { @Sendable (transaction: StoreTransaction) throws in
      guard try transaction.endJob(job.number, owner: owner, as: .done, on: done) else { throw Lost() }
      try material.keep(made ?? [], on: done, transaction)
    }
    // Figures are kept with the place of their unit, which somebody may just be moving.
    if job.kind == .figures {
      try await store.write(.people, .plan(job.plan), work: keep)
    } else {
      try await store.write(.plan(job.plan), work: keep)
    }
  }

  private func renew(_ job: StoredJob, _ progress: Int) async throws {
    let (owner, end) = (owner, claimEnd())
    let isCancelled = try await store.write {
      try $0.renewJob(job.number, owner: owner, progress: progress, until: end)
    }
    guard let isCancelled else { throw Lost() }
    if isCancelled { throw Cancelled() }
  }

  private func claimEnd() -> LocalTime { LocalTime(seconds: now().seconds + Self.claimSeconds) }
}

/// How far a job is, as its process says and the renewing of its claim tells.
private final class Percent: Sendable {
  private let percent = Mutex(0)

  var value: Int { percent.withLock { $0 } }
  func set(_ value: Int) { percent.withLock { $0 = value } }
}
