import ScheduleModel

/// A schedule told apart by what the plan asks for, so that each rule can be held against it.
struct CheckedSchedule: Sendable {
  let plan: Plan
  let use: SlotUse
  let demands: [LineDemand]
  /// The days before it are past; `nil` where none are.
  private(set) var from: CivilDay?
  /// What the plan asks for: the originals of each line, then what follows from them.
  private(set) var series: [Series] = []
  /// Placements that the plan does not ask for.
  private(set) var others: [Placement] = []
  private let slotsByID: [String: Slot]
  private let broadcast: BroadcastDays
  private var aired: [String: CivilDay] = [:]

  /// What the plan asks for of one line, and what the schedule has of it.
  struct Series: Sendable {
    let line: PlanLine
    let placing: Placing
    /// The number of its demand.
    let demand: Int
    /// `nil` for originals.
    let followUp: FollowUp?
    /// The series that it follows.
    fileprivate(set) var source: Int?
    let place: SlotUse.Place
    /// Whether it is there only for what it takes of slots, outlets and translators that others share: its own rules are not
    /// looked at.
    fileprivate(set) var isCompanion = false
    /// In the order of time.
    var placements: [Placement] = []
  }

  /// What takes a piece of a slot: a placement, or the languages of one programme.
  struct Unit {
    let series: Int
    let placements: [Placement]
    let minutes: Int
  }

  /// What the plan asks for, and a schedule that has nothing of it.
  init(plan: Plan, slots: [Slot]) {
    self.plan = plan
    broadcast = BroadcastDays(plan: plan)
    let use = SlotUse(plan: plan, slots: slots)
    self.use = use
    demands = LineDemand.all(of: plan, use)
    slotsByID = Dictionary(slots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    series = demands.enumerated().map { number, demand in
      Series(
        line: demand.line, placing: demand.placing, demand: number, followUp: nil, source: nil,
        place: SlotUse.Place(originalsOf: demand.line, demand.placing))
    }
    for (number, followUp) in PlanProblem.followUps(demands, use) {
      var source = number
      if followUp.followsAnother { source = series.count - 1 }
      series.append(
        Series(
          line: followUp.line, placing: demands[number].placing, demand: number, followUp: followUp,
          source: source, place: followUp.place))
    }
  }

  /// A schedule of the same plan; what the plan asks for is not worked out again.
  ///
  /// - Parameter aired: The days on which past placements aired, by UID, where they are others than planned.
  func with(_ placements: [Placement], from: CivilDay?, aired: [String: CivilDay]) -> CheckedSchedule {
    var other = self
    (other.from, other.aired, other.others) = (from, aired, [])
    for number in other.series.indices where !other.series[number].placements.isEmpty {
      other.series[number].placements = []
    }
    other.take(placements)
    return other
  }

  /// A part of the schedule.
  ///
  /// - Parameters:
  ///   - own: The numbers of the series whose rules are looked at.
  ///   - whole: The numbers of those that are there with all their placements.
  ///   - companions: What is there of further series, by their numbers.
  func part(
    own: [Int], whole: Set<Int>, companions: [Int: [Placement]], others: [Placement]
  ) -> CheckedSchedule {
    var part = self
    let own = Set(own)
    let numbers = whole.union(companions.keys).sorted()
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    part.series = numbers.map { number in
      var one = series[number]
      one.source = one.source.flatMap { places[$0] }
      one.isCompanion = !own.contains(number)
      if !whole.contains(number) {
        one.placements = (companions[number] ?? []).sorted { ($0.timing, $0.uid) < ($1.timing, $1.uid) }
      }
      return one
    }
    part.others = others.sorted { ($0.timing, $0.uid) < ($1.timing, $1.uid) }
    return part
  }

  /// The same with a placement elsewhere.
  func replacing(_ old: Placement, by new: Placement) -> CheckedSchedule {
    var other = self
    other.replace(old, by: new)
    return other
  }

  /// The same without a placement.
  func removing(_ old: Placement) -> CheckedSchedule {
    var other = self
    other.remove(old)
    return other
  }

  /// Takes a placement out.
  mutating func remove(_ old: Placement) {
    for number in series.indices where series[number].line.id == old.line && !series[number].isCompanion {
      series[number].placements.removeAll { $0.uid == old.uid }
    }
    others.removeAll { $0.uid == old.uid }
  }

  /// Puts a placement elsewhere.
  mutating func replace(_ old: Placement, by new: Placement) {
    remove(old)
    guard new.run != .relay else { return }
    let number = series.indices.first { number in
      series[number].line.id == new.line && new.belongs(to: series[number].followUp, of: series[number].line)
        && isAskedFor(new, series[number])
    }
    func index(in placements: [Placement]) -> Int {
      placements.firstIndex { (new.timing, new.uid) < ($0.timing, $0.uid) } ?? placements.endIndex
    }
    if let number {
      series[number].placements.insert(new, at: index(in: series[number].placements))
    } else {
      others.insert(new, at: index(in: others))
    }
  }

  private mutating func take(_ placements: [Placement]) {
    let byLine = Dictionary(grouping: series.indices) { series[$0].line.id }
    let sorted = placements.sorted { ($0.timing, $0.uid) < ($1.timing, $1.uid) }
    for placement in sorted where placement.run != .relay {
      let own = byLine[placement.line]?.first { number in
        placement.belongs(to: series[number].followUp, of: series[number].line)
          && isAskedFor(placement, series[number])
      }
      if let own { series[own].placements.append(placement) } else { others.append(placement) }
    }
  }

  private func isAskedFor(_ placement: Placement, _ series: Series) -> Bool {
    series.followUp.map { $0.languages.contains(placement.language) } ?? true
  }

  /// The slot in which a placement lies; `nil` where the plan has none, or opens it at another time.
  func slot(of placement: Placement) -> Slot? {
    slotsByID[placement.slot].flatMap { slot in
      slot.timing == placement.timing && slot.outlet == placement.outlet ? slot : nil
    }
  }

  /// The slot with that id.
  func slot(_ id: String) -> Slot? { slotsByID[id] }

  /// Whether a placement is not past.
  func isJudged(_ placement: Placement) -> Bool {
    from.map { startDays(of: placement).upperBound > $0 } ?? true
  }

  /// The days on which a placement may air, or the one on which it did.
  func days(of placement: Placement) -> Range<CivilDay> {
    aired[placement.uid].map { $0..<$0.advanced(by: 1) } ?? startDays(of: placement)
  }

  /// The broadcast days on which a placement may begin as planned.
  func startDays(of placement: Placement) -> Range<CivilDay> {
    broadcast.startDays(of: placement.timing, on: placement.outlet)
  }

  /// The last day on which a placement may air, or the one on which it did.
  func day(of placement: Placement) -> CivilDay { days(of: placement).upperBound.advanced(by: -1) }

  /// What takes the pieces of slots.
  var units: [Unit] {
    series.enumerated().flatMap { number, one -> [Unit] in
      let minutes = one.placing.minutes ?? 0
      guard let followUp = one.followUp, followUp.languages.count > 1 else {
        return one.placements.map { Unit(series: number, placements: [$0], minutes: minutes) }
      }
      let programmes = Dictionary(grouping: one.placements) { "\($0.edition) \($0.slot)" }
      return programmes.sorted { $0.key < $1.key }.map {
        Unit(series: number, placements: $0.value, minutes: minutes)
      }
    } + others.map { Unit(series: -1, placements: [$0], minutes: plan.line($0.line)?.placing?.minutes ?? 0) }
  }
}

extension CheckedSchedule {
  /// What the engine is told of a series. It does not depend on other lines.
  func problemSeries(_ number: Int) -> Problem.Series {
    let demand = series[number].demand
    let own = series.indices.filter { series[$0].demand == demand }
    return PlanProblem.series([demands[demand]], plan: plan, use)[own.firstIndex(of: number) ?? 0]
  }
}
