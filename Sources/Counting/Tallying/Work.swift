import ScheduleModel

/// One work in one language: a stretch of the appearances of a ``WorkRegister``.
struct Work {
  /// Its number within its line; `nil` when it has none.
  var edition: Int? { number == Self.none ? nil : Int(number) }
  /// In how many parts it goes out; 1 as a whole.
  var parts: Int { Int(partCount) }
  /// Its placements, in time order, and then its airings outside the schedule, by their index in the register.
  var appearances: Range<Int> { Int(first)..<Int(first) + Int(count) }

  private let number: Int32
  private let first: Int32
  private let count: Int32
  private let partCount: Int32
  private static let none = Int32.min

  init(edition: Int?, parts: Int, appearances: Range<Int>) {
    number = edition.map { Int32($0) } ?? Self.none
    first = Int32(appearances.lowerBound)
    count = Int32(appearances.count)
    partCount = Int32(parts)
  }

  /// Once that it was planned, or went out, or both; packed, because a year has a million of them.
  struct Appearance {
    /// When it went out; `nil` when it did not.
    let airing: Airing?
    /// As what it was planned; `nil` outside the schedule.
    let run: Placement.Run?
    /// What became of it.
    let outcome: Outcome
    private let outletNumber: Int32
    /// The number of the language in which it was planned or went out, among those of ``WorkRegister/tongues``.
    let tongue: Int16
    /// Which part of the work it shows, from 1; 1 for a whole work; 0 where it is not known which of several.
    let part: Int16
    /// The first day for which it was planned, and the day after the last; equal outside the schedule.
    private let firstDay: Int32
    private let endDay: Int32
    private let nextDay: Int32

    init(
      outlet: Int, tongue: Int16, planned: Range<CivilDay>?, run: Placement.Run?, outcome: Outcome,
      airing: Airing?, part: Int = 1, next: CivilDay? = nil
    ) {
      nextDay = next.map { Int32($0.daysSince1970) } ?? Int32.min
      self.part = Int16(clamping: part)
      self.tongue = tongue
      outletNumber = Int32(outlet)
      firstDay = Int32(planned?.lowerBound.daysSince1970 ?? 0)
      endDay = Int32(planned?.upperBound.daysSince1970 ?? 0)
      (self.run, self.outcome, self.airing) = (run, outcome, airing)
    }

    /// The number of the outlet.
    var outlet: Int { Int(outletNumber) }

    /// The broadcast days for which it was planned, half-open; `nil` outside the schedule.
    var planned: Range<CivilDay>? {
      guard firstDay < endDay else { return nil }
      return CivilDay(daysSince1970: Int(firstDay))..<CivilDay(daysSince1970: Int(endDay))
    }

    /// The broadcast day on which it is to go out after all, where no log tells of it yet.
    var next: CivilDay? { nextDay == Int32.min ? nil : CivilDay(daysSince1970: Int(nextDay)) }

    /// Whether it was planned as the first run.
    var isFirstRun: Bool { run == .first }
  }

  /// That something went out.
  struct Airing {
    /// When, on the line of time.
    let seconds: Int
    private let dayNumber: Int32
    private let index: Int32
    private let list: WorkRegister.RowSource.List

    /// What the row at `source` shows.
    init(day: CivilDay, seconds: Int, source: WorkRegister.RowSource) {
      self.seconds = seconds
      dayNumber = Int32(day.daysSince1970)
      index = Int32(source.index)
      list = source.list
    }

    /// What a row shows.
    init(_ entry: AsRunEntry, from source: WorkRegister.RowSource) {
      self.init(day: entry.broadcastDay, seconds: entry.seconds, source: source)
    }

    /// The broadcast day.
    var day: CivilDay { CivilDay(daysSince1970: Int(dayNumber)) }

    /// Where the row that shows it is found again.
    var source: WorkRegister.RowSource { WorkRegister.RowSource(list, Int(index)) }
  }

  /// What became of a work: the one thing that is counted, however often it appeared.
  struct Fate {
    /// The airing that counts; `nil` when it did not go out.
    let airing: Airing?
    /// What became of it.
    let outcome: Outcome
    /// Whether no log tells for certain of the day for which it was planned, on the outlet for which it was, though it may
    /// have gone out before.
    var isBeyondLogs: Bool
    private let plannedDay: Int32
    private let nextDay: Int32

    private static let none = Int32.min

    init(planned: CivilDay?, outcome: Outcome, airing: Airing?, next: CivilDay? = nil) {
      plannedDay = planned.map { Int32($0.daysSince1970) } ?? Self.none
      nextDay = next.map { Int32($0.daysSince1970) } ?? Self.none
      (self.outcome, self.airing) = (outcome, airing)
      isBeyondLogs = !outcome.isKnown
    }

    /// The broadcast day for which it was planned; `nil` outside the schedule.
    var planned: CivilDay? {
      plannedDay == Self.none ? nil : CivilDay(daysSince1970: Int(plannedDay))
    }

    /// The broadcast day on which a work that did not go out is to do so after all, where no log tells of it yet.
    var next: CivilDay? { nextDay == Self.none ? nil : CivilDay(daysSince1970: Int(nextDay)) }
  }
}

extension Counts {
  /// Counts what was planned of a work.
  mutating func addPlan(of fate: Work.Fate) {
    scheduled += 1
    if fate.isBeyondLogs { beyondLogs += 1 }
    switch fate.outcome {
    case .missed, .substituted: missed += 1
    case .preempted: preempted += 1
    case .pending: pending += 1
    case .unclear:
      pending += 1
      unclear += 1
    default: break
    }
  }

  /// Counts that a work went out.
  mutating func addAiring(of fate: Work.Fate) {
    aired += 1
    switch fate.outcome {
    case .late: late += 1
    case .moved: moved += 1
    case .partial: partial += 1
    case .unplanned: unplanned += 1
    default: break
    }
  }

  /// Counts a work: what was planned by the day planned, what went out by the day on which it did.
  mutating func add(_ fate: Work.Fate, in days: Range<CivilDay>) {
    if let planned = fate.planned, days.contains(planned) { addPlan(of: fate) }
    if let airing = fate.airing, days.contains(airing.day) { addAiring(of: fate) }
  }

  /// Counts works in this way.
  init(_ fates: some Sequence<Work.Fate>, in days: Range<CivilDay>) {
    self.init()
    for fate in fates { add(fate, in: days) }
  }

  /// Counts works in the same way, for each month of a run.
  static func months(_ fates: some Sequence<Work.Fate>, of run: MonthRun) -> [Counts] {
    self.stretches(fates, run.indices.map(run.days(of:)))
  }

  /// The same for stretches of days that follow one another.
  static func stretches(_ fates: some Sequence<Work.Fate>, _ stretches: [Range<CivilDay>]) -> [Counts] {
    guard let first = stretches.first, let last = stretches.last else { return [] }
    let days = first.lowerBound..<last.upperBound
    let months = stretches.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element.count) }
    var counts = Array(repeating: Counts(), count: stretches.count)
    for fate in fates {
      if let day = fate.planned, days.contains(day) {
        counts[months[days.lowerBound.distance(to: day)]].addPlan(of: fate)
      }
      if let day = fate.airing?.day, days.contains(day) {
        counts[months[days.lowerBound.distance(to: day)]].addAiring(of: fate)
      }
    }
    return counts
  }
}
