import Dispatch
import Foundation
import Synchronization

/// Threads of our own for work that blocks, each with a state that never leaves it: a connection, say.
///
/// Swift's tasks share as many threads as the machine has cores; a call that waits there keeps all others waiting.
public final class WorkerThreads<State>: Sendable {
  private typealias Job = @Sendable (inout State) -> Void

  private let jobs = Mutex<[Job]>([])
  private let isOpen = Mutex(true)
  private let waiting = DispatchSemaphore(value: 0)
  private let count: Int

  /// The threads are ended, and no work is taken any more.
  public struct Ended: Error, Sendable {}

  /// Starts threads.
  ///
  /// - Parameters:
  ///   - count: How many, and so how many pieces of work are done at a time.
  ///   - state: Is called once in each thread.
  public init(_ count: Int, named name: String, state: @escaping @Sendable () -> State) {
    self.count = count
    for number in 1...count {
      let thread = Thread { [self] in
        var state = state()
        while let job = next() { job(&state) }
      }
      thread.name = "\(name) \(number)"
      thread.start()
    }
  }

  /// How many pieces of work wait for a thread.
  public var waitingCount: Int { jobs.withLock { $0.count } }

  /// Does some work in one of the threads, in the order in which it was asked for.
  public func run<Value: Sendable>(_ work: @escaping @Sendable (inout State) throws -> Value) async throws
    -> Value
  {
    try await withCheckedThrowingContinuation { continuation in
      let isTaken = isOpen.withLock { isOpen in
        if isOpen {
          jobs.withLock { $0.append { state in continuation.resume(with: Result { try work(&state) }) } }
        }
        return isOpen
      }
      if isTaken { waiting.signal() } else { continuation.resume(throwing: Ended()) }
    }
  }

  /// Takes no more work; the threads end when what waits is done.
  public func end() {
    let wasOpen = isOpen.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
    guard wasOpen else { return }
    for _ in 0..<count { waiting.signal() }
  }

  /// The next work; `nil` when there is none, which a thread is only woken for at the end.
  private func next() -> Job? {
    waiting.wait()
    return jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}
