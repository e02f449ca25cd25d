import Foundation

/// Work that takes long, on threads of its own: those that answer requests stay free for others.
final class HeavyWork: Sendable {
  private let queue: OperationQueue

  /// - Parameter atOnce: How much is done at once; what comes later waits.
  init(atOnce: Int) {
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = atOnce
    queue.name = "heavy work"
  }

  /// Does some work and gives what it makes.
  func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Swift.Result(catching: work)) }
    }
  }
}
