import Synchronization
import Testing

@testable import StationServer

/// Those who change one plan take turns, and none of them waits for ever.
struct PlanTurnsTests {
  /// What was done, in order.
  private final class Done: Sendable {
    private let list = Mutex<[Int]>([])
    var all: [Int] { list.withLock { $0 } }
    func add(_ number: Int) { list.withLock { $0.append(number) } }
  }

  @Test("one plan is changed by one at a time, in the order in which they came; another plan does not wait")
  func turns_areInOrder() async throws {
    let (turns, done) = (PlanTurns(patience: .seconds(3_600)), Done())
    let (stream, go) = AsyncStream.makeStream(of: Void.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await turns.turn(of: 1) {
          done.add(1)
          for await _ in stream { break }
          done.add(-1)
        }
      }
      while done.all.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
      for number in 2...4 {
        group.addTask { try await turns.turn(of: 1) { done.add(number) } }
        try await Task.sleep(for: .milliseconds(50))
      }
      try await turns.turn(of: 2) { done.add(9) }
      go.yield()
      try await group.waitForAll()
    }
    #expect(done.all == [1, 9, -1, 2, 3, 4])
  }

  @Test("who waits too long, or where too many wait, is sent away; the turns of the others go on")
  func waiting_hasAnEnd() async throws {
    let turns = PlanTurns(mostWaiting: 1, patience: .milliseconds(200))
    try await turns.turn(of: 1) {
      let patient = Task { try await turns.turn(of: 1) { Issue.record("it had no turn") } }
      try await Task.sleep(for: .milliseconds(50))
      await #expect(throws: Refusal.self) { try await turns.turn(of: 1) {} }
      await #expect(throws: Refusal.self) { try await patient.value }
    }
    try await turns.turn(of: 1) {}
  }

  @Test("who goes away waits no more")
  func waiting_isCancelled() async throws {
    let turns = PlanTurns(patience: .seconds(3_600))
    try await turns.turn(of: 1) {
      let other = Task { try await turns.turn(of: 1) {} }
      try await Task.sleep(for: .milliseconds(50))
      other.cancel()
      await #expect(throws: Refusal.self) { try await other.value }
    }
  }
}
