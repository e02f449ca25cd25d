import ScheduleModel

/// An as-run log held against the placements of a year, row by row.
///
///     planned ──▶ sorted by outlet and start ─┐
///     as-run ───▶ sorted by outlet and start ─┴─▶ sweep: reach of each row ──▶ OptimalAssignment ──▶ outcomes
///
/// **Who comes into question.** A row that names the id of a placement shows that one or none: an id is certain,
/// whatever the time. Any other row may show the placements of its own outlet that start at most
/// ``Tolerance/reachMinutes`` before or after it, whose title is like its own (``TitleLikeness``), and whose
/// language is not another. Two sorted sweeps find them; they are a range of the sorted placements.
///
/// **What a pair costs**, in seconds: the time between the two starts; up to as much as the whole reach for a title
/// that is not quite the same, half of that where one side has none; the difference of the lengths, up to a
/// quarter of the reach; and a quarter where only one side states its language.
///
/// **Which pairs are made.** Ids first. Then those that are worth the most in all (``OptimalAssignment``), a
/// pair being worth the most that one can cost, and a second, less what it does cost. So any two that come into
/// question and would else both be left alone are paired; but good pairs are not broken for the mere sake of one
/// pair more, which the greatest number of pairs would do whenever something unplanned airs near a placement that
/// was missed. The assignment is exact however many rows hang together, and its prices prove it.
public struct TimetableMatch: Sendable {
  /// How far from its placement a row may lie.
  public struct Tolerance: Hashable, Sendable {
    /// Up to so many minutes before or after the planned start it may be the same airing.
    public var reachMinutes = 60
    /// Up to so many it counts as on time.
    public var onTimeMinutes = MatchingTolerance().onTimeMinutes
    /// With less than so many per cent of the planned length it aired only in part.
    public var partialPercent = MatchingTolerance().partialPercent

    /// The tolerances that hold when nobody sets others: 60 and 15 minutes, and 75 %.
    public init() {}
  }

  let planned: Timetable
  let asRun: Timetable
  let tolerance: Tolerance
  /// For each row of the log the row of its placement; -1 without one.
  private(set) var placements: [Int32]
  /// What became of each row of the log; `nil` for one that could not be read.
  private(set) var outcomes: [Outcome?] = []
  /// What the proof needs: the assignment of the rows that name no id, in the order of the sweeps.
  private(set) var assignment: OptimalAssignment

  /// Holds a log against placements.
  ///
  /// - Complexity: O(n log n) in the rows, and O(n) when the files are sorted; beside that what
  ///   ``OptimalAssignment`` says of the pairs that come into question.
  public init(planned: Timetable, asRun: Timetable, tolerance: Tolerance = Tolerance()) {
    self.planned = planned
    self.asRun = asRun
    self.tolerance = tolerance
    let shared = SharedNumbers(of: planned, asRun)
    var pairs = TimetablePairing(planned, asRun, shared, reach: tolerance.reachMinutes * 60)
    placements = pairs.pairByID()
    let taken = Set(placements.lazy.filter { $0 >= 0 })
    let entries = TimetableOrder(of: asRun, outlets: shared.outlets) { row in
      shared.named.isEmpty || shared.named[row] < 0
    }
    let open = TimetableOrder(of: planned, outlets: nil) { taken.isEmpty || !taken.contains(Int32($0)) }
    assignment = pairs.assign(entries, open)
    for (entry, placement) in assignment.placementOfEntry.enumerated() where placement >= 0 {
      placements[Int(entries.rows[entry])] = open.rows[Int(placement)]
    }
    outcomes = asRun.outlets.indices.map(outcome)
  }

  /// What became of a row of the log: ``Outcome/aired``, ``Outcome/late`` on the planned day, ``Outcome/moved`` to
  /// another, ``Outcome/partial`` when less of the planned length aired than is tolerated, or
  /// ``Outcome/unplanned``; `nil` when the row could not be read.
  private func outcome(of row: Int) -> Outcome? {
    guard asRun.outlets[row] != Timetable.unread else { return nil }
    guard placements[row] >= 0 else { return .unplanned }
    let placement = Int(placements[row])
    let (length, wanted) = (asRun.lengths[row], planned.lengths[placement])
    if length != Timetable.absent, wanted > 0, Int(length) * 100 < Int(wanted) * tolerance.partialPercent {
      return .partial
    }
    let (start, meant) = (asRun.starts[row], planned.starts[placement])
    if abs(start - meant) <= tolerance.onTimeMinutes * 60 { return .aired }
    return LocalTime(seconds: start).day == LocalTime(seconds: meant).day ? .late : .moved
  }
}
