import ScheduleModel

/// One work in one language, with everything that was planned of it and everything that went out.
struct Work {
  /// Its placements, in time order, and its airings outside the schedule.
  var appearances: [Appearance] = []
  /// Its number within its line; `nil` when nobody gave it one.
  var edition: Int?

  /// Once that it was planned, or went out, or both.
  struct Appearance {
    /// The outlet.
    let outlet: String
    /// The broadcast days for which it was planned, half-open; `nil` outside the schedule.
    let planned: Range<CivilDay>?
    /// As what it was planned; `nil` outside the schedule.
    let run: Placement.Run?
    /// What became of it.
    let outcome: Outcome
    /// When it went out; `nil` when it did not.
    let airing: Airing?

    /// Whether it was planned as the first run.
    var isFirstRun: Bool { run == .first }
  }

  /// That something went out, and the row that shows it.
  struct Airing: Comparable {
    /// The broadcast day.
    let day: CivilDay
    /// The row.
    let row: SourcePlace
    /// Where the row is found again.
    let source: WorkRegister.RowSource
    private let seconds: Int

    /// What a row shows.
    init(_ entry: AsRunEntry, from source: WorkRegister.RowSource) {
      day = entry.broadcastDay
      row = entry.place
      self.source = source
      seconds = entry.seconds
    }

    /// By time, then by the row.
    static func < (left: Airing, right: Airing) -> Bool {
      (left.seconds, left.row) < (right.seconds, right.row)
    }
  }

  /// What became of a work: the one thing that is counted, however often it appeared.
  struct Fate {
    /// The broadcast day for which it was planned; `nil` outside the schedule.
    let planned: CivilDay?
    /// What became of it.
    let outcome: Outcome
    /// The airing that counts; `nil` when it did not go out.
    let airing: Airing?
  }

  /// What became of the work, on one outlet or on all.
  ///
  /// That is what became of its first run. When this did not go out but the work did elsewhere, it aired if
  /// that was on the day planned, and moved if not: a work that went out is not missed.
  /// - Returns: `nil` when it neither was planned nor appeared on that outlet.
  func fate(on outlet: String? = nil) -> Fate? {
    var first: Int?
    var airing: Airing?
    for index in appearances.indices where outlet.map({ appearances[index].outlet == $0 }) ?? true {
      if appearances[index].planned != nil,
        first.map({ !appearances[$0].isFirstRun && appearances[index].isFirstRun }) ?? true
      {
        first = index
      }
      if let other = appearances[index].airing { airing = airing.map { min($0, other) } ?? other }
    }
    guard let main = first.map({ appearances[$0] }), let days = main.planned else {
      return airing.map { Fate(planned: nil, outcome: .unplanned, airing: $0) }
    }
    guard main.airing == nil, let airing else {
      return Fate(planned: days.lowerBound, outcome: main.outcome, airing: main.airing)
    }
    let outcome: Outcome = days.contains(airing.day) ? .aired : .moved
    return Fate(planned: days.lowerBound, outcome: outcome, airing: airing)
  }

  /// How often it went out in these days.
  func airings(in days: Range<CivilDay>) -> Int {
    appearances.count { $0.airing.map { days.contains($0.day) } ?? false }
  }
}

extension Counts {
  /// Counts what was planned of a work.
  mutating func addPlan(of fate: Work.Fate) {
    scheduled += 1
    switch fate.outcome {
    case .missed, .substituted: missed += 1
    case .preempted: preempted += 1
    case .pending: pending += 1
    default: break
    }
  }

  /// Counts that a work went out.
  mutating func addAiring(of fate: Work.Fate) {
    aired += 1
    switch fate.outcome {
    case .late: late += 1
    case .moved: moved += 1
    case .unplanned: unplanned += 1
    default: break
    }
  }

  /// Counts works: what was planned by the day planned, what went out by the day on which it did.
  init(_ fates: some Sequence<Work.Fate>, in days: Range<CivilDay>) {
    self.init()
    for fate in fates {
      if let planned = fate.planned, days.contains(planned) { addPlan(of: fate) }
      if let airing = fate.airing, days.contains(airing.day) { addAiring(of: fate) }
    }
  }

  /// Counts works in the same way, for each of the twelve months of a year.
  static func months(_ fates: some Sequence<Work.Fate>, of year: Int) -> [Counts] {
    var months = Array(repeating: Counts(), count: 12)
    for fate in fates {
      if let (of, month, _) = fate.planned?.components, of == year { months[month - 1].addPlan(of: fate) }
      if let (of, month, _) = fate.airing?.day.components, of == year {
        months[month - 1].addAiring(of: fate)
      }
    }
    return months
  }
}
