import ScheduleModel

/// The originals of one line that are to be placed: how many, and where they may go.
struct LineDemand {
  let line: PlanLine
  let placing: Placing
  /// Works that need a slot of their own: the quota less the works of lines that lie inside this one, and less
  /// those that have aired.
  let count: Int
  /// Indices of the slots it may use, in time order.
  var usable: [Int]
  /// The slots of repeats on the day of their first run, by the rule's place among the line's, then by repeat.
  var sameDay: [Int: [[Int]]] = [:]
  /// The pins that are kept, in the plan's order.
  var pins: [Pin] = []
  /// The plan's months.
  let months: MonthRun
  /// The least of each of the plan's months, as far as it can be kept.
  var least: [Int]

  /// A work whose day is fixed.
  struct Pin {
    let day: CivilDay
    /// The slot, where the plan names its grid line; `nil` for any of that day.
    let slot: Int?
  }

  /// The outlets on which its works appear first.
  var outlets: [String] { line.firstRunOutlets }

  /// The place of the month in which a day lies, among the plan's.
  func month(of day: CivilDay) -> Int { months.index(of: day) ?? 0 }

  /// The pins that are kept in a month, by its place.
  func pins(in month: Int) -> [Pin] { pins.filter { self.month(of: $0.day) == month } }

  /// The least and the most that the plan says for a month, by its place; where its weight is 0, no more than its
  /// least.
  func limits(in month: Int) -> ClosedRange<Int> {
    let range = placing.months[month]
    return placing.weights[month] > 0 ? range : range.lowerBound...range.lowerBound
  }

  /// What the year could take, month by month, if the line had its slots for itself.
  func room(_ slots: [Slot]) -> Int {
    var pieces: [[Range<CivilDay>: Int]] = Array(repeating: [:], count: months.count)
    for index in usable {
      let days = slots[index].possibleDays
      pieces[month(of: slots[index].firstDay)][days, default: 0] += slots[index].pieces
    }
    return months.indices.reduce(0) { sum, month in
      let room = pieces[month].reduce(0) { sum, opening in
        sum + min(opening.value, placing.perDay.map { $0 * opening.key.count } ?? opening.value)
      }
      return sum + min(room, max(limits(in: month).upperBound, pins(in: month).count))
    }
  }

  /// The lines of a plan that are to be placed, in the plan's order.
  ///
  /// - Parameter record: What was published and what of it has aired.
  static func all(of plan: Plan, _ use: SlotUse, after record: PublishedRecord = .none) -> [LineDemand] {
    plan.lines.compactMap { line in
      guard let placing = line.placing, let works = line.works else { return nil }
      let parts = plan.worksInside(line)
      let usable = use.slots(for: SlotUse.Place(originalsOf: line, placing))
      var demand = LineDemand(
        line: line, placing: placing,
        count: max(0, works - parts - record.past(of: line, nil).aired.count), usable: usable,
        months: plan.months, least: placing.months.map(\.lowerBound))
      demand.divideDays(use)
      return demand
    }
  }

  /// Leaves the later openings of each day to repeats of that day, as long as all works find a slot all the same.
  private mutating func divideDays(_ use: SlotUse) {
    guard line.repeats.contains(where: { $0.withinDays == 0 }) else { return }
    let needed = min(count, room(use.slots))
    let stages = SameDayStages(of: line, usable, use) { early in
      var demand = self
      demand.usable = early
      return demand.room(use.slots) >= needed
    }
    usable = stages.originals
    sameDay = stages.repeats
  }
}

extension PlanLine {
  /// The outlets on which its works appear first: the main one, or several that share a figure.
  var firstRunOutlets: [String] {
    switch outlets {
    case .each(let ids): Array(ids.prefix(1))
    case .together(let ids): ids.unique
    }
  }
}
