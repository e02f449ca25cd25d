import ScheduleModel

/// What an event says of what became of its placement.
struct AirResult: Sendable {
  /// `nil` while nobody knows.
  let outcome: Outcome?
  /// When it really went out, where that is another time than the planned one.
  let actual: Actual?

  /// The day of a log's row, and its time if it has one.
  struct Actual: Sendable {
    let day: CivilDay
    let time: TimeOfDay?
  }

  /// What nobody knows.
  static let unknown = AirResult(outcome: nil, actual: nil)

  private init(outcome: Outcome?, actual: Actual?) {
    (self.outcome, self.actual) = (outcome, actual)
  }

  init(_ result: PlacementOutcome) {
    guard result.outcome != .pending else {
      self = .unknown
      return
    }
    outcome = result.outcome
    switch result.outcome {
    case .late, .moved, .partial, .substituted:
      actual = result.entry.map { Actual(day: $0.day, time: $0.time) }
    case .aired, .preempted, .missed, .unplanned, .pending: actual = nil
    }
  }

  /// Whether an event tells something that no other of its kind does.
  var isSaidByItself: Bool { actual != nil }

  /// The status of the event (RFC 5545 §3.8.1.11): what certainly did not go out is cancelled, what no log has is
  /// not certain.
  ///
  /// - Parameter showsCancelled: Whether it is for clients that hide what is cancelled.
  func status(showsCancelled: Bool) -> String {
    switch outcome {
    case .preempted: showsCancelled ? "TENTATIVE" : "CANCELLED"
    case .missed: "TENTATIVE"
    case nil, .aired, .late, .moved, .partial, .substituted, .unplanned, .pending: "CONFIRMED"
    }
  }

  /// Whether the work before it is done, since it went out.
  var isDone: Bool { outcome?.countsAsAired ?? false }
}
