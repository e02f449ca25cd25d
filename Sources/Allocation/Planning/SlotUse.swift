import ScheduleModel

/// Which slots of a plan a line may use for what.
struct SlotUse {
  let plan: Plan
  let slots: [Slot]
  /// The indices of each outlet's slots.
  private let byOutlet: [String: [Int]]

  init(plan: Plan, slots: [Slot]) {
    self.plan = plan
    self.slots = slots
    byOutlet = Dictionary(grouping: slots.indices) { slots[$0].outlet }
  }

  /// Where works of a line, or what follows from them, may be placed.
  struct Place {
    let line: PlanLine
    let outlets: [String]
    /// The ids of grid lines; empty for any.
    let grid: [String]
    /// The languages of which a slot must carry all, or one.
    let languages: WorkLanguages
    /// Whose window and weekdays hold; `nil` where any day will do.
    let days: Placing?
    /// How many days after the plan's last one will do, too.
    let nextYearDays: Int

    init(
      _ line: PlanLine, on outlets: [String], grid: [String], languages: WorkLanguages, days: Placing?,
      nextYearDays: Int = 0
    ) {
      self.line = line
      self.outlets = outlets.unique
      self.grid = grid
      self.languages = languages
      self.days = days
      self.nextYearDays = nextYearDays
    }

    /// The place of a line's originals.
    init(originalsOf line: PlanLine, _ placing: Placing) {
      self.init(
        line, on: line.firstRunOutlets, grid: placing.grid, languages: line.languages, days: placing)
    }

    /// The place of a line's repeats; `outlets` are its own.
    init(_ repeats: Repeats, of line: PlanLine, on outlets: [String]) {
      self.init(
        line, on: repeats.outlet.map { [$0] } ?? outlets, grid: repeats.grid, languages: line.languages,
        days: nil, nextYearDays: repeats.nextYearDays)
    }

    /// The same for other languages.
    func with(languages: WorkLanguages) -> Place {
      Place(
        line, on: outlets, grid: grid, languages: languages, days: days, nextYearDays: nextYearDays)
    }
  }

  /// Why a slot does not take what may be placed somewhere.
  enum Obstacle: Hashable {
    case outlet, grid
    case language(LanguageTag)
    /// The minutes of one work, and of the slot.
    case length(Int, Int)
    /// None of its days lies in the plan's.
    case year
    case window(Range<CivilDay>)
    case weekday([Weekday])
    /// The name of the blackout.
    case blackout(String)
  }

  /// The indices of the slots that take what may be placed somewhere, in time order.
  func slots(for place: Place) -> [Int] {
    place.outlets.flatMap { byOutlet[$0] ?? [] }.sorted().filter { obstacle(to: place, in: slots[$0]) == nil }
  }

  /// The first thing that keeps a slot from taking what may be placed somewhere; `nil` when it takes it.
  func obstacle(to place: Place, in slot: Slot) -> Obstacle? {
    guard place.outlets.contains(slot.outlet) else { return .outlet }
    guard place.grid.isEmpty || place.grid.contains(slot.grid) else { return .grid }
    if let language = place.languages.missing(where: slot.carries) { return .language(language) }
    if let minutes = place.line.placing?.minutes, let room = slot.minutes, minutes > room {
      return .length(minutes, room)
    }
    let open = plan.days.lowerBound..<plan.days.upperBound.advanced(by: place.nextYearDays)
    var days = slot.possibleDays.filter(open.contains)
    guard !days.isEmpty else { return .year }
    if let placing = place.days {
      days = days.filter(placing.window.contains)
      guard !days.isEmpty else { return .window(placing.window) }
      days = days.filter { placing.mayAir(onWeekdayOf: $0.advanced(by: slot.daysToClock)) }
      guard !days.isEmpty else { return .weekday(placing.weekdays) }
    }
    // A blackout of all lines closes grid lines, or leaves them open; where a slot is open, it holds.
    // Weekdays and blackouts are those of the date on the clock, as the rules of grid lines are.
    days = days.map { $0.advanced(by: slot.daysToClock) }
    let blackouts = plan.blackouts.filter { $0.lines.contains(place.line.id) }
    func blackout(on day: CivilDay) -> Blackout? {
      blackouts.first { $0.keeps(line: place.line.id, off: slot.outlet, on: day) }
    }
    guard let name = blackout(on: days[0])?.name else { return nil }
    return days.allSatisfy { blackout(on: $0) != nil } ? .blackout(name) : nil
  }
}

extension Slot {
  /// How many works of some minutes it holds.
  func room(minutes length: Int) -> Int {
    minutes.map { length > 0 ? min(pieces, $0 / length) : pieces } ?? pieces
  }
}
