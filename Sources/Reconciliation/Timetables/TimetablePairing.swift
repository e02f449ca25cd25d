/// Pairs the rows of a log with placements; ``TimetableMatch`` tells how.
struct TimetablePairing {
  private let planned: Timetable
  private let asRun: Timetable
  private let shared: SharedNumbers
  /// How far apart two starts may be, in seconds.
  private let reach: Int
  private var likeness: TitleLikeness

  init(_ planned: Timetable, _ asRun: Timetable, _ shared: SharedNumbers, reach: Int) {
    self.planned = planned
    self.asRun = asRun
    self.shared = shared
    self.reach = reach
    likeness = TitleLikeness(count: shared.titleCount(planned)) { shared.title($0, planned, asRun) }
  }

  /// For each row of the log the placement whose id it names, or -1. Of several rows that name one placement it
  /// goes to the one that starts nearest to it, and of these to the first.
  func pairByID() -> [Int32] {
    var placements = [Int32](repeating: -1, count: asRun.count)
    guard !shared.named.isEmpty else { return placements }
    var rows: [Int32: Int] = [:]
    for row in 0..<asRun.count where asRun.outlets[row] != Timetable.unread {
      let placement = shared.named[row]
      guard placement >= 0 else { continue }
      let start = planned.starts[Int(placement)]
      if let earlier = rows[placement] {
        guard abs(asRun.starts[row] - start) < abs(asRun.starts[earlier] - start) else { continue }
        placements[earlier] = -1
      }
      rows[placement] = row
      placements[row] = placement
    }
    return placements
  }

  /// The pairs of entries and placements, both in the order of time, that are worth the most.
  mutating func assign(_ entries: TimetableOrder, _ placements: TimetableOrder) -> OptimalAssignment {
    let sweep = Sweep(of: entries.keys, over: placements.keys, apart: reach)
    var likeness = likeness
    let pairing = self
    let assignment = OptimalAssignment(
      entries: entries.rows.count, placements: placements.rows.count,
      reach: { sweep.reach(of: $0) },
      worth: { entry, placement in
        pairing.worth(
          of: Int(entries.rows[entry]), with: Int(placements.rows[placement]),
          apart: abs(entries.keys[entry] - placements.keys[placement]), &likeness)
      })
    self.likeness = likeness
    return assignment
  }

  /// What a pair is worth; 0 when its titles or languages are those of two works.
  private func worth(of row: Int, with placement: Int, apart: Int, _ likeness: inout TitleLikeness) -> Int {
    let title = asRun.titles[row]
    guard
      let amiss = likeness.amiss(planned.titles[placement], title < 0 ? title : shared.titles[Int(title)])
    else { return 0 }
    var cost = apart + amiss * reach / TitleLikeness.most
    let (language, wanted) = (asRun.languages[row], planned.languages[placement])
    if language >= 0, wanted >= 0 {
      guard shared.languages.asRun[Int(language)] == shared.languages.planned[Int(wanted)] else { return 0 }
    } else if language != wanted {
      cost += reach / 4
    }
    let (length, meant) = (asRun.lengths[row], planned.lengths[placement])
    if length >= 0, meant >= 0 { cost += min(abs(Int(length - meant)), reach / 4) }
    return 2 * reach + 2 * (reach / 4) + 1 - cost
  }
}
