import ScheduleModel

/// Everything in a plan that may take places from some lines, one kind a function.
struct PlanChanges {
  let plan: Plan
  let slots: [Slot]
  /// The lines that are too many together, in the plan's order.
  let lines: [PlanLine]
  /// The ids of the outlets on which they compete.
  let outlets: [String]
  /// The grid lines on which they compete.
  let grids: [GridName]
  /// How many are too many.
  let excess: Int
  /// The slots that a plan opens.
  let reopen: (Plan) -> [Slot]

  /// A grid line of an outlet.
  struct GridName: Hashable {
    let outlet: String
    let grid: String
  }

  /// All of them, in a fixed order.
  var all: [PlanChange] {
    moves + blackouts + lines.flatMap(placing) + pinsOfOthers + outlets.flatMap(limits) + translators + pieces
  }

  private var blackouts: [PlanChange] {
    plan.blackouts.enumerated().filter { touches($0.element) }.map { number, blackout in
      let lifted = plan.without(blackout: number)
      return PlanChange(
        Words(vi: "khoảng nghỉ “\(blackout.name)”", en: "the blackout “\(blackout.name)”"), lifted,
        blackout.lines.isEmpty ? reopen(lifted) : slots)
    }
  }

  /// Whether a blackout may take places from the lines.
  func touches(_ blackout: Blackout) -> Bool {
    (blackout.lines.isEmpty || lines.contains { blackout.lines.contains($0.id) })
      && (blackout.outlets.isEmpty || outlets.contains { blackout.outlets.contains($0) })
  }

  // MARK: - Lines

  private func placing(_ line: PlanLine) -> [PlanChange] {
    guard let placing = line.placing else { return [] }
    return window(line, placing) + weekdays(line, placing) + gap(line, placing) + perDay(line, placing)
      + months(line, placing) + grid(line, placing) + minutes(line, placing) + lead(line)
  }

  private func change(
    _ line: PlanLine, _ key: String, _ vi: String, _ en: String, steps: PlanChange.Steps? = nil,
    _ lift: (Placing) -> Placing
  ) -> PlanChange {
    PlanChange(
      Words(vi: "\(vi) của “\(line.title)” (\(key))", en: "\(en) of “\(line.title)” (\(key))"),
      plan.placing(line.id, lift), slots, steps: steps)
  }

  private func steps(
    _ line: PlanLine, _ count: Int, _ words: @escaping (Int) -> String,
    _ change: @escaping (Placing, Int) -> Placing
  ) -> PlanChange.Steps {
    PlanChange.Steps(
      count: count, taken: { step in (plan.placing(line.id) { change($0, step) }, slots) },
      words: { Words("“\(line.title)”: \(words($0))") })
  }

  private func window(_ line: PlanLine, _ placing: Placing) -> [PlanChange] {
    let (window, year) = (placing.window, plan.days)
    var changes: [PlanChange] = []
    if window.upperBound < year.upperBound {
      let later = steps(
        line, window.upperBound.distance(to: year.upperBound),
        { "to: \(window.upperBound.advanced(by: $0 - 1))" },
        { $0.with(window: window.lowerBound..<window.upperBound.advanced(by: $1)) })
      changes.append(
        change(line, "to", "ngày cuối", "the last day", steps: later) {
          $0.with(window: window.lowerBound..<year.upperBound)
        })
    }
    if window.lowerBound > year.lowerBound {
      let earlier = steps(
        line, year.lowerBound.distance(to: window.lowerBound),
        { "from: \(window.lowerBound.advanced(by: -$0))" },
        { $0.with(window: window.lowerBound.advanced(by: -$1)..<window.upperBound) })
      changes.append(
        change(line, "from", "ngày đầu", "the first day", steps: earlier) {
          $0.with(window: year.lowerBound..<window.upperBound)
        })
    }
    return changes
  }

  private func weekdays(_ line: PlanLine, _ placing: Placing) -> [PlanChange] {
    guard !placing.weekdays.isEmpty else { return [] }
    return [change(line, "days", "các thứ trong tuần", "the weekdays") { $0.with(weekdays: []) }]
  }

  private func gap(_ line: PlanLine, _ placing: Placing) -> [PlanChange] {
    guard let gap = placing.gapDays else { return [] }
    let shorter = steps(line, gap - 1, { "gap: \(gap - $0)d" }, { $0.with(gapDays: .some(gap - $1)) })
    return [
      change(line, "gap", "khoảng cách giữa hai lần", "the gap", steps: shorter) {
        $0.with(gapDays: .some(nil))
      }
    ]
  }

  private func perDay(_ line: PlanLine, _ placing: Placing) -> [PlanChange] {
    guard let most = placing.perDay else { return [] }
    let more = steps(line, excess, { "per-day: \(most + $0)" }, { $0.with(perDay: .some(most + $1)) })
    return [
      change(line, "per-day", "số nhiều nhất một ngày", "the most of a day", steps: more) {
        $0.with(perDay: .some(nil))
      }
    ]
  }

  private func months(_ line: PlanLine, _ placing: Placing) -> [PlanChange] {
    var changes: [PlanChange] = []
    if placing.months.contains(where: { $0.upperBound < Placing.anyCount.upperBound }) {
      changes.append(
        change(line, "months", "số nhiều nhất các tháng", "the most of the months") { placing in
          placing.with(months: placing.months.map { $0.lowerBound...Placing.anyCount.upperBound })
        })
    }
    if placing.weights.contains(0) {
      changes.append(
        change(line, "weights", "các tháng trọng số 0", "the months of weight 0") { placing in
          placing.with(weights: placing.weights.map { max(1, $0) })
        })
    }
    return changes
  }

  private func grid(_ line: PlanLine, _ placing: Placing) -> [PlanChange] {
    guard !placing.grid.isEmpty else { return [] }
    return [change(line, "grid", "giới hạn khung giờ", "the choice of grid lines") { $0.with(grid: []) }]
  }

  private func minutes(_ line: PlanLine, _ placing: Placing) -> [PlanChange] {
    guard placing.minutes != nil else { return [] }
    return [change(line, "length", "thời lượng", "the length") { $0.with(minutes: .some(nil)) }]
  }

  private func lead(_ line: PlanLine) -> [PlanChange] {
    guard let lead = line.versions?.leadDays, lead > 0 else { return [] }
    let shorter = PlanChange.Steps(
      count: lead, taken: { (plan.leading(line.id, days: lead - $0), slots) },
      words: { Words("“\(line.title)”: versions: after: \(lead - $0)d") })
    return [
      PlanChange(
        Words(
          vi: "thời gian dịch của “\(line.title)” (after)",
          en: "the days for translating “\(line.title)” (after)"),
        plan.leading(line.id, days: 0), slots, steps: shorter)
    ]
  }

  private var pinsOfOthers: [PlanChange] {
    plan.lines.filter { other in !lines.contains { $0.id == other.id } }.compactMap { other in
      guard let placing = other.placing, !placing.pins.isEmpty else { return nil }
      return change(other, "pins", "các ngày cố định", "the pins") { $0.with(pins: []) }
    }
  }

  // MARK: - Outlets and translators

  private func limits(_ id: String) -> [PlanChange] {
    guard let outlet = plan.outlet(id) else { return [] }
    var changes: [PlanChange] = []
    if let most = outlet.perDay {
      let more = PlanChange.Steps(
        count: excess, taken: { (plan.limiting(id, perDay: most + $0, perMonth: outlet.perMonth), slots) },
        words: { Words("“\(outlet.name)”: per-day: \(most + $0)") })
      changes.append(
        PlanChange(
          Words(
            vi: "số nhiều nhất một ngày của \(outlet.name) (per-day)",
            en: "the most of a day on \(outlet.name) (per-day)"),
          plan.limiting(id, perDay: nil, perMonth: outlet.perMonth), slots, steps: more))
    }
    if let most = outlet.perMonth {
      let isSame = Set(most).count == 1
      let more = PlanChange.Steps(
        count: excess,
        taken: { step in
          (plan.limiting(id, perDay: outlet.perDay, perMonth: most.map { $0 + step }), slots)
        }, words: { Words("“\(outlet.name)”: per-month: \(most[0] + $0)") })
      changes.append(
        PlanChange(
          Words(
            vi: "số nhiều nhất một tháng của \(outlet.name) (per-month)",
            en: "the most of a month on \(outlet.name) (per-month)"),
          plan.limiting(id, perDay: outlet.perDay, perMonth: nil), slots, steps: isSame ? more : nil))
    }
    return changes
  }

  private var translators: [PlanChange] {
    let ids = Set(lines.flatMap { $0.versions.map { Array($0.translators.values) } ?? [] })
    return plan.translators.filter { ids.contains($0.id) }.map { translator in
      // With days off a week holds a seventh for each day that is left.
      let more = PlanChange.Steps(
        count: 7 * excess,
        taken: { (plan.translating(translator.id, perWeek: translator.perWeek + $0), slots) },
        words: { Words("“\(translator.name)”: per-week: \(translator.perWeek + $0)") })
      return PlanChange(
        Words(
          vi: "số bản dịch mỗi tuần của \(translator.name) (per-week)",
          en: "the versions a week of \(translator.name) (per-week)"),
        plan.translating(translator.id, perWeek: Quantity.largest), slots, steps: more)
    }
  }

  private var pieces: [PlanChange] {
    grids.compactMap { name in
      guard let outlet = plan.outlet(name.outlet), let grid = outlet.grid.first(where: { $0.id == name.grid })
      else { return nil }
      let more = { (step: Int) in
        slots.map { $0.outlet == name.outlet && $0.grid == name.grid ? $0.holding(step) : $0 }
      }
      let steps = PlanChange.Steps(
        count: excess, taken: { (plan, more($0)) },
        words: { step in
          Words(
            vi: "khung giờ “\(name.grid)” (\(outlet.name)): pieces: \(grid.pieces + step)",
            en: "grid line “\(name.grid)” (\(outlet.name)): pieces: \(grid.pieces + step)")
        })
      return PlanChange(
        Words(
          vi: "số tác phẩm mỗi lần của khung giờ “\(name.grid)” (pieces)",
          en: "the room of the grid line “\(name.grid)” (pieces)"), plan, more(excess), steps: steps,
        isCause: false)
    }
  }
}
