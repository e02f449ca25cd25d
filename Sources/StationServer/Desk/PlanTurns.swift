import Synchronization

/// The turns of those who change one plan in this process: one after the other, in the order in which they came.
///
/// A change rests on what the plan had when it was worked out, and is worked out again when somebody was faster. Of many changes
/// at once each would be worked out many times. Processes beside this one know nothing of its turns, so the check stays.
final class PlanTurns: Sendable {
  /// The most that wait for one plan.
  private let mostWaiting: Int
  /// The longest that one of them waits.
  private let patience: Duration

  private struct State {
    /// Who waits for each plan whose turn somebody has, in the order in which they came.
    var waiting: [Int: [(number: Int, continuation: CheckedContinuation<Bool, Never>)]] = [:]
    var last = 0
  }
  private let state = Mutex(State())

  init(mostWaiting: Int = 50, patience: Duration = .seconds(20)) {
    (self.mostWaiting, self.patience) = (mostWaiting, patience)
  }

  /// Does something to a plan when nobody else in this process does.
  ///
  /// - Parameter plan: The number of the plan.
  /// - Throws: ``Refusal/busyPlan`` where too many wait, or after too long a wait.
  func turn<Result>(of plan: Int, _ work: () async throws -> Result) async throws -> Result {
    guard await take(plan) else { throw Refusal.busyPlan }
    defer { give(plan) }
    return try await work()
  }

  /// Waits for the turn.
  ///
  /// - Returns: Whether it has come.
  private func take(_ plan: Int) async -> Bool {
    let number = state.withLock { state in
      state.last += 1
      return state.last
    }
    // Whoever goes away waits no more.
    let end = Task { [patience] in
      try? await Task.sleep(for: patience)
      self.leave(plan, number)
    }
    defer { end.cancel() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isMine = state.withLock { state -> Bool? in
          guard let waiting = state.waiting[plan] else {
            state.waiting[plan] = []
            return true
          }
          guard waiting.count < mostWaiting, !Task.isCancelled else { return false }
          state.waiting[plan]?.append((number, continuation))
          return nil
        }
        if let isMine { continuation.resume(returning: isMine) }
      }
    } onCancel: {
      leave(plan, number)
    }
  }

  /// Ends the wait of one who has not had the turn yet.
  private func leave(_ plan: Int, _ number: Int) {
    let left = state.withLock { state in
      let index = state.waiting[plan]?.firstIndex { $0.number == number }
      return index.flatMap { state.waiting[plan]?.remove(at: $0) }
    }
    left?.continuation.resume(returning: false)
  }

  /// Gives the turn to whoever waits longest.
  private func give(_ plan: Int) {
    let next = state.withLock { state in
      guard state.waiting[plan]?.isEmpty == false else {
        state.waiting[plan] = nil
        return nil as (number: Int, continuation: CheckedContinuation<Bool, Never>)?
      }
      return state.waiting[plan]?.removeFirst()
    }
    next?.continuation.resume(returning: true)
  }
}
