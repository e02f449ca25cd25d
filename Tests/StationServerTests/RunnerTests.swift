import Foundation
import ScheduleModel
import StationStore
import StationWork
import StoreSupport
import Synchronization
import Testing

/// Work is done in processes of its own, which may die at any moment.
struct RunnerTests {
  /// Does jobs with a program of the test in the place of the worker process.
  ///
  /// - Parameter script: What the shell does instead of the work.
  private static func withJob(
    _ database: TestedDatabase, script: String,
    _ work: (Store, _ plan: Int, JobRunner) async throws -> Void
  ) async throws {
    try await database.withStore { store in
      let plan = try await store.write(.people) { transaction in
        let unit = try transaction.addUnit(code: "đài", name: "Đài", level: "station").number
        let plan = try transaction.addPlan(slug: "mot", unit: unit, at: TestedDatabase.now).number
        try transaction.ask(JobRequest(plan: plan, kind: .feeds, input: "x"), on: TestedDatabase.now)
        return plan
      }
      let runner = JobRunner(
        store, child: WorkChild(program: "/bin/sh", arguments: ["-c", script]), program: "test",
        owner: "w", now: { TestedDatabase.now }, log: { Issue.record("\($0)") })
      try await work(store, plan, runner)
    }
  }

  @Test(
    "a worker process that is killed is begun again twice, then the job says why it failed",
    arguments: TestedDatabase.allCases)
  func killedProcess_isTold(database: TestedDatabase) async throws {
    try await Self.withJob(database, script: "kill -9 $$") { store, plan, runner in
      for _ in 1...3 {
        let hadWork = try await runner.step()
        #expect(hadWork)
      }
      let hasMore = try await runner.step()
      let job = try #require(try await store.read { try $0.jobs(of: plan, count: 1) }.first)
      #expect(!hasMore && job.state == .failed && job.attempts == 3)
      #expect(job.fault?.en == "The worker process broke off (signal 9).")
      #expect(job.fault?.vi == "Tiến trình làm việc dừng giữa chừng (tín hiệu 9).")
    }
  }

  @Test(
    "a result that is cut off, or none of ours, is not taken for a result",
    arguments: ["printf '5 a\\nab'", "echo nonsense", "exit 3", "printf '0 end\\n'; exit 1"])
  func brokenResult_isRefused(script: String) async throws {
    try await Self.withJob(.sqlite, script: "cat > /dev/null; \(script)") { store, plan, runner in
      _ = try await runner.step()
      let job = try #require(try await store.read { try $0.jobs(of: plan, count: 1) }.first)
      #expect(job.state == .waiting && job.attempts == 1)
    }
  }

  @Test(
    "whoever asks for the end of a job has its process killed within seconds",
    arguments: TestedDatabase.allCases)
  func cancelledJob_endsItsProcess(database: TestedDatabase) async throws {
    let mark = TestedDatabase.newFolder() + "/pid"
    try await Self.withJob(database, script: "echo $$ > \(mark); exec sleep 600") { store, plan, runner in
      let working = Task { try await runner.step() }
      let pid = try await Self.number(in: mark)
      let isOpen = try await store.write { try $0.cancelJob(1, of: plan, on: TestedDatabase.now) }
      #expect(isOpen)
      _ = try _ = await working.value
      let job = try await store.read { try $0.job(1) }
      #expect(job?.state == .cancelled && job?.fault == nil)
      #expect(kill(pid, 0) != 0)
    }
  }

  @Test("a runner that is told to stop kills its process and gives the job back")
  func stoppedRunner_givesBack() async throws {
    let mark = TestedDatabase.newFolder() + "/pid"
    try await Self.withJob(.sqlite, script: "echo $$ > \(mark); exec sleep 600") { store, plan, runner in
      let working = Task { await runner.run() }
      let pid = try await Self.number(in: mark)
      working.cancel()
      _ = await working.value
      let job = try await store.read { try $0.job(1) }
      #expect(job?.state == .waiting && job?.attempts == 0)
      #expect(kill(pid, 0) != 0)
    }
  }

  @Test("jobs that ended a week ago and files that nobody recorded in a week are removed, others stay")
  func oldThings_areRemoved() async throws {
    try await TestedDatabase.sqlite.withStore { store in
      let now = TestedDatabase.now
      let old = LocalTime(seconds: now.seconds - 8 * 86_400)
      let plan = try await store.write(.people) { transaction in
        let unit = try transaction.addUnit(code: "đài", name: "Đài", level: "station").number
        let plan = try transaction.addPlan(slug: "mot", unit: unit, at: old).number
        let person = try transaction.addPerson(login: "a", name: "A", on: old).number
        for (id, time) in [("cu", old), ("moi", now)] {
          try transaction.addUpload([1], named: "a.csv", id: id, to: plan, by: person, on: time)
          try transaction.ask(JobRequest(plan: plan, kind: .feeds, input: id), on: time)
          _ = try transaction.claimJob(owner: "w", until: time, on: time)
          _ = try transaction.endJob(id == "cu" ? 1 : 2, owner: "w", as: .done, on: time)
        }
        try transaction.ask(JobRequest(plan: plan, kind: .feeds, input: "mở"), on: old)
        return plan
      }
      let runner = JobRunner(
        store, child: WorkChild(program: "/bin/false", arguments: []), program: "test", owner: "w",
        now: { now }, log: { Issue.record("\($0)") })
      try await runner.tidy()
      #expect(try await store.read { try $0.jobs(of: plan, count: 9).map(\.input) } == ["mở", "moi"])
      #expect(try await store.read { try $0.uploads(to: plan).map(\.id) } == ["moi"])
    }
  }

  @Test("how far the work is can be seen while it goes on")
  func progress_isShown() async throws {
    let mark = TestedDatabase.newFolder() + "/pid"
    let script = "printf '2 progress\\n42'; echo $$ > \(mark); exec sleep 600"
    try await Self.withJob(.sqlite, script: script) { store, plan, runner in
      let working = Task { await runner.run() }
      _ = try await Self.number(in: mark)
      var seen = 0
      for _ in 1...100 where seen == 0 {
        try await Task.sleep(for: .milliseconds(50))
        seen = try await store.read { try $0.job(1)?.progress ?? 0 }
      }
      #expect(seen == 42)
      working.cancel()
      _ = await working.value
    }
  }

  /// The number that a program writes into a file, once it is there.
  private static func number(in path: String) async throws -> Int32 {
    for _ in 1...200 {
      if let text = try? String(contentsOfFile: path, encoding: .utf8),
        let number = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
      {
        return number
      }
      try await Task.sleep(for: .milliseconds(25))
    }
    Issue.record("the program did not begin")
    return -1
  }
}
