import ScheduleModel

extension PlanProblem {
  /// Turns the parts of a plan into those of a problem.
  struct Builder {
    let plan: Plan
    let slots: [Slot]
    let days: YearDays
    /// The ids of the outlets, in the problem's order.
    private var outletIDs: [String] { (plan.outlets.map(\.id) + slots.map(\.outlet)).unique }

    // MARK: - Outlets and slots

    /// What each outlet takes.
    var outlets: [Problem.Outlet] {
      outletIDs.map { id in
        let outlet = plan.outlet(id)
        return Problem.Outlet(perDay: outlet?.perDay, perMonth: outlet?.perMonth)
      }
    }

    /// The slots, each on the last day on which it may be. What belongs to the day before the first is used by none.
    var problemSlots: [Problem.Slot] {
      var numbers: [String: Int] = [:]
      for (number, id) in outletIDs.enumerated() { numbers[id] = number }
      return slots.map { slot in
        Problem.Slot(
          outlet: numbers[slot.outlet] ?? 0, day: max(0, day(of: slot)), span: slot.possibleDays.count,
          pieces: slot.pieces, minutes: slot.minutes)
      }
    }

    /// The day of a choice's slot.
    func day(of choice: Problem.Choice) -> Int { day(of: slots[choice.slot]) }

    private func day(of slot: Slot) -> Int { days.index(of: slot.lastDay) }

    // MARK: - Choices

    /// The slots of a line's originals, in the months that take some, and those of its pins.
    func choices(of demand: LineDemand) -> [Problem.Choice] {
      let pinned = Dictionary(grouping: demand.pins.compactMap(\.slot)) { $0 }.mapValues(\.count)
      let pinDays = Set(demand.pins.filter { $0.slot == nil }.map(\.day))
      return sorted(
        demand.usable.filter { index in
          let slot = slots[index]
          return demand.limits(in: demand.month(of: slot.firstDay)).upperBound > 0 || pinned[index] != nil
            || (slot.possibleDays.count == 1 && pinDays.contains(slot.firstDay))
        }
      ).map { index in
        Problem.Choice(
          slot: index, most: most(of: index, demand.placing, isOriginal: true), least: pinned[index] ?? 0,
          preference: demand.placing.preferenceCost(of: slots[index].grid))
      }
    }

    /// The slots of what follows.
    func choices(of followUp: FollowUp) -> [Problem.Choice] {
      guard let placing = followUp.line.placing else { return [] }
      return sorted(followUp.slots).map { index in
        Problem.Choice(
          slot: index, most: most(of: index, placing, isOriginal: false),
          preference: followUp.run == .crossPost ? placing.preferenceCost(of: slots[index].grid) : 0)
      }
    }

    private func sorted(_ indices: [Int]) -> [Int] {
      indices.sorted {
        (slots[$0].lastDay, slots[$0].possibleDays.count, $0)
          < (slots[$1].lastDay, slots[$1].possibleDays.count, $1)
      }
    }

    /// How many works of a line a slot takes.
    private func most(of index: Int, _ placing: Placing, isOriginal: Bool) -> Int {
      let slot = slots[index]
      let room = slot.room(minutes: placing.minutes ?? 0)
      guard isOriginal, let perDay = placing.perDay else { return room }
      return min(room, perDay * slot.possibleDays.count)
    }

    // MARK: - Series

    func series(
      _ origin: Origin, _ demand: LineDemand, _ choices: [Problem.Choice], _ weights: [Int],
      translator: Int?
    ) -> Problem.Series {
      let minutes = demand.placing.minutes ?? 0
      let choices = origin.past.marked(choices)
      let aired = origin.past.aired.map(\.day)
      guard let followUp = origin.followUp, let source = origin.source else {
        return Problem.Series(
          quota: origin.all, aired: aired, dayWeights: weights, choices: choices,
          dayPins: dayPins(of: demand),
          perDay: demand.placing.perDay ?? Int(Int32.max),
          perMonth: plan.months.indices.map { months(of: demand, $0) },
          gapDays: demand.placing.gapDays ?? 0, minutes: minutes)
      }
      return Problem.Series(
        quota: origin.all, aired: aired, dayWeights: weights, choices: choices,
        perMonth: Array(repeating: Placing.anyCount, count: plan.months.count), minutes: minutes,
        follows: Problem.Follows(
          source: source, leastDays: followUp.leastDays, mostDays: followUp.mostDays, units: origin.units,
          translator: translator))
    }

    private func months(of demand: LineDemand, _ month: Int) -> ClosedRange<Int> {
      let most = max(demand.limits(in: month).upperBound, demand.pins(in: month).count)
      return min(demand.least[month], most)...most
    }

    /// Days of which any slot will do for a pin, with all pins of that day.
    private func dayPins(of demand: LineDemand) -> [Problem.DayPin] {
      demand.pins.filter { $0.slot == nil }.map(\.day).unique.sorted().map { day in
        Problem.DayPin(day: days.index(of: day), least: demand.pins.count { $0.day == day })
      }
    }

    /// Which works are asked for where it is only some: spread evenly over those that can be early enough.
    ///
    /// - Parameters:
    ///   - source: What they follow.
    ///   - sources: The slots that it may use.
    func units(
      of followUp: FollowUp, choices: [Problem.Choice], among source: Origin, _ sources: [Problem.Choice]
    ) -> [Int]? {
      let count = source.all
      guard let works = followUp.works, works < count else { return nil }
      let last = choices.last.map { day(of: slots[$0.slot]) - followUp.leastDays }
      let early = sources.reduce(min(count, source.past.aired.count)) { room, choice in
        last.map { day(of: slots[choice.slot]) <= $0 } ?? true ? min(count, room + choice.most) : room
      }
      let pool = max(works, early)
      return (0..<works).map { (2 * $0 + 1) * pool / (2 * works) + 1 }
    }
  }
}
