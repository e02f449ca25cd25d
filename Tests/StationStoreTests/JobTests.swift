import ScheduleModel
import StationStore
import StoreSupport
import Testing

/// What the workers are asked for, in both databases.
struct JobTests {
  private static let now = TestedDatabase.now

  private static func later(_ seconds: Int) -> LocalTime { LocalTime(seconds: now.seconds + seconds) }

  /// A store with two plans.
  private static func withPlans(
    _ database: TestedDatabase, _ work: (Store, _ first: Int, _ second: Int) async throws -> Void
  ) async throws {
    try await database.withStore { store in
      let plans = try await store.write(.people) { transaction in
        let unit = try transaction.addUnit(code: "đài", name: "Đài", level: "station").number
        return [
          try transaction.addPlan(slug: "mot", unit: unit, at: now).number,
          try transaction.addPlan(slug: "hai", unit: unit, at: now).number,
        ]
      }
      try await work(store, plans[0], plans[1])
    }
  }

  private static func feeds(_ plan: Int, _ input: String) -> JobRequest {
    JobRequest(plan: plan, kind: .feeds, input: input)
  }

  @Test("the same work on the same input is asked for once", arguments: TestedDatabase.allCases)
  func job_isAskedOnce(database: TestedDatabase) async throws {
    try await Self.withPlans(database) { store, first, second in
      let numbers = try await store.write { transaction in
        [
          try transaction.ask(Self.feeds(first, "a"), on: Self.now).number,
          try transaction.ask(Self.feeds(first, "a"), on: Self.later(1)).number,
          try transaction.ask(Self.feeds(first, "b"), on: Self.later(2)).number,
          try transaction.ask(Self.feeds(second, "a"), on: Self.later(3)).number,
        ]
      }
      #expect(numbers == [1, 1, 2, 3])
    }
  }

  @Test(
    "large files are read one at a time in all plans, and small ones before them",
    arguments: TestedDatabase.allCases)
  func largeFiles_doNotHoldUpSmallOnes(database: TestedDatabase) async throws {
    try await Self.withPlans(database) { store, first, second in
      let claimed = try await store.write { transaction in
        for (plan, kind, input) in [
          (first, StoredJob.Kind.largePreview, "a"), (second, .largePreview, "b"), (first, .preview, "c"),
        ] {
          try transaction.ask(JobRequest(plan: plan, kind: kind, input: input), on: Self.now)
        }
        return try (1...3).map {
          try transaction.claimJob(owner: "w\($0)", until: Self.later(60), on: Self.now)?.number
        }
      }
      #expect(claimed == [3, 1, nil])
    }
  }

  @Test(
    "of a plan and kind one job runs at a time; other plans do not wait", arguments: TestedDatabase.allCases)
  func plan_hasOneRunning(database: TestedDatabase) async throws {
    try await Self.withPlans(database) { store, first, second in
      let claimed = try await store.write { transaction in
        for (plan, input) in [(first, "a"), (first, "b"), (second, "c")] {
          try transaction.ask(Self.feeds(plan, input), on: Self.now)
        }
        return try (1...3).map {
          try transaction.claimJob(owner: "w\($0)", until: Self.later(60), on: Self.now)?.number
        }
      }
      #expect(claimed == [1, 3, nil])
      let next = try await store.write { transaction in
        let isOurs = try transaction.endJob(1, owner: "w1", as: .done, on: Self.later(5))
        #expect(isOurs)
        return try transaction.claimJob(owner: "w1", until: Self.later(60), on: Self.later(5))
      }
      #expect(next?.number == 2 && next?.attempts == 1 && next?.state == .running)
    }
  }

  @Test(
    "a worker that died loses its job to another, and can keep nothing any more",
    arguments: TestedDatabase.allCases)
  func deadWorker_losesItsJob(database: TestedDatabase) async throws {
    try await Self.withPlans(database) { store, first, _ in
      try await store.write { transaction in
        try transaction.ask(Self.feeds(first, "a"), on: Self.now)
        _ = try transaction.claimJob(owner: "w1", until: Self.later(60), on: Self.now)
        try transaction.freeJobs(on: Self.later(59))
        #expect(try transaction.claimJob(owner: "w2", until: Self.later(120), on: Self.later(59)) == nil)
        // A claim that is renewed does not run out.
        #expect(try transaction.renewJob(1, owner: "w1", progress: 40, until: Self.later(90)) == false)
        try transaction.freeJobs(on: Self.later(80))
        #expect(try transaction.job(1)?.progress == 40)
        try transaction.freeJobs(on: Self.later(91))
        let second = try transaction.claimJob(owner: "w2", until: Self.later(150), on: Self.later(91))
        #expect(second?.number == 1 && second?.attempts == 2)
        #expect(try transaction.renewJob(1, owner: "w1", progress: 50, until: Self.later(200)) == nil)
        #expect(try !transaction.endJob(1, owner: "w1", as: .done, on: Self.later(92)))
        #expect(try transaction.endJob(1, owner: "w2", as: .done, on: Self.later(93)))
      }
    }
  }

  @Test("work that breaks off is begun three times, then it has failed", arguments: TestedDatabase.allCases)
  func job_failsAfterThree(database: TestedDatabase) async throws {
    try await Self.withPlans(database) { store, first, _ in
      let fault = Words(vi: "Đã dừng.", en: "It broke off.")
      try await store.write { transaction in
        try transaction.ask(Self.feeds(first, "a"), on: Self.now)
        for attempt in 1...3 {
          let job = try transaction.claimJob(owner: "w", until: Self.later(60), on: Self.now)
          #expect(job?.attempts == attempt)
          try transaction.breakOffJob(1, owner: "w", fault: fault, on: Self.later(attempt))
        }
        let failed = try transaction.job(1)
        #expect(failed?.state == .failed && failed?.fault == fault && failed?.endedAt == Self.later(3))
        // It would fail again; ten minutes later somebody may have put right what is wrong.
        #expect(try transaction.ask(Self.feeds(first, "a"), on: Self.later(500)).number == 1)
        #expect(try transaction.ask(Self.feeds(first, "a"), on: Self.later(700)).number == 2)
      }
    }
  }

  @Test(
    "a job that is given back waits again, and the attempt does not count", arguments: TestedDatabase.allCases
  )
  func job_isGivenBack(database: TestedDatabase) async throws {
    try await Self.withPlans(database) { store, first, _ in
      try await store.write { transaction in
        try transaction.ask(Self.feeds(first, "a"), on: Self.now)
        _ = try transaction.claimJob(owner: "w", until: Self.later(60), on: Self.now)
        try transaction.giveBackJob(1, owner: "w", on: Self.now)
        let job = try transaction.job(1)
        #expect(job?.state == .waiting && job?.attempts == 0)
        // One that was asked for anew meanwhile is not done twice.
        _ = try transaction.claimJob(owner: "w", until: Self.later(60), on: Self.now)
        #expect(try transaction.cancelJob(1, of: first, on: Self.now))
        let anew = try transaction.ask(Self.feeds(first, "a"), on: Self.now)
        try transaction.giveBackJob(1, owner: "w", on: Self.now)
        #expect(anew.number == 2)
        #expect(try transaction.jobs(of: first, count: 9).map(\.state) == [.waiting, .cancelled])
      }
    }
  }

  @Test("many workers at once each get a job of their own, and every job is done once")
  func workers_shareTheJobs() async throws {
    try await Self.withPlans(.postgresql) { store, _, _ in
      try await store.write(.people) { transaction in
        for number in 1...40 {
          let plan = try transaction.addPlan(slug: "n\(number)", unit: 1, at: Self.now).number
          try transaction.ask(Self.feeds(plan, "a"), on: Self.now)
        }
      }
      let done = await withTaskGroup(of: [Int].self) { group in
        for worker in 1...6 {
          group.addTask {
            var done: [Int] = []
            while let job = try? await store.write(work: {
              try $0.claimJob(owner: "w\(worker)", until: Self.later(60), on: Self.now)
            }) {
              let isOurs = try? await store.write(work: {
                try $0.endJob(job.number, owner: "w\(worker)", as: .done, on: Self.now)
              })
              if isOurs == true { done.append(job.number) }
            }
            return done
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      #expect(done.sorted() == Array(1...40))
    }
  }
}
