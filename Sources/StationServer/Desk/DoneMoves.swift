import Planning
import ScheduleModel

/// The moves of the desk that are taken back as a whole: a work that was placed, broadcasts that moved alike. They are kept in memory,
/// the newest of them.
actor DoneMoves {
  /// A move as it was done.
  struct Done: Sendable {
    /// The address of the plan.
    let plan: String
    /// The rows before; `nil` for a work that was not in the draft.
    let before: [String: ScheduleDraft.Row?]
    /// The version of each row since, by UID.
    let since: [String: String]
  }

  private var kept: [(number: Int, done: Done)] = []
  private var last = 0

  /// So many are kept, of all plans.
  private static let most = 200

  /// - Returns: The number by which it is taken back.
  func keep(_ done: Done) -> Int {
    last += 1
    kept.append((last, done))
    if kept.count > Self.most { kept.removeFirst() }
    return last
  }

  /// - Returns: `nil` for one that is kept no more.
  func done(_ number: Int) -> Done? { kept.first { $0.number == number }?.done }
}
