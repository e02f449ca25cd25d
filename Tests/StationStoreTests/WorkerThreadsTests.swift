import StationStore
import Synchronization
import Testing

struct WorkerThreadsTests {
  /// Counts how many are at work.
  private final class Watch: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func begin() {
      counts.withLock { counts in
        counts.now += 1
        counts.most = max(counts.most, counts.now)
      }
    }

    func end() { counts.withLock { $0.now -= 1 } }
  }

  @Test("two threads do two pieces of work at a time and no more, in the order in which they were asked for")
  func two_areAtWork() async throws {
    let threads = WorkerThreads<[Int]>(2, named: "thử") { [] }
    let watch = Watch()
    let answers = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 1...12 {
        group.addTask {
          try await threads.run { done in
            watch.begin()
            for _ in 0..<200_000 { done.append(number) }
            watch.end()
            done = [number]
            return number
          }
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(answers == Set(1...12))
    #expect((1...2).contains(watch.most))
    struct Failure: Error {}
    await #expect(throws: Failure.self) { try await threads.run { _ in throw Failure() } }
    threads.end()
    await #expect(throws: WorkerThreads<[Int]>.Ended.self) { try await threads.run { _ in } }
  }
}
