public import ScheduleModel

/// The minutes that a schedule puts on each outlet in a day, held against the most that the outlet takes
/// (`minutes-per-day`).
public enum OutletMinutes {
  /// The days on which a schedule has more, one finding for each outlet, in the plan's order.
  ///
  /// Works of a stated length take that length, others all of their opening; an opening without a length takes nothing
  /// that is known. What lies inside another programme of the outlet that is used that day takes nothing of its own.
  ///
  /// - Parameter isPublished: Whether the schedule is what was published.
  public static func findings(
    plan: Plan, slots: [Slot], placements: [Placement], isPublished: Bool
  ) -> [Finding] {
    let limited = plan.outlets.filter { $0.minutesPerDay != nil }
    guard !limited.isEmpty else { return [] }
    let broadcast = BroadcastDays(plan: plan)
    let openings = Dictionary(slots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byOutlet = Dictionary(grouping: placements, by: \.outlet)
    return limited.compactMap { outlet in
      guard let most = outlet.minutesPerDay else { return nil }
      let byDay = Dictionary(
        grouping: (byOutlet[outlet.id] ?? []).filter {
          broadcast.startDays(of: $0.timing, on: outlet.id).count == 1
        }, by: broadcast.firstDay)
      let over = byDay.mapValues { minutes(of: $0, on: outlet, plan, openings) }.filter { $0.value > most }
      guard let worst = over.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { return nil }
      return .minutesPassed(outlet, most: most, days: over.count, worst: worst, isPublished: isPublished)
    }
  }

  private static func minutes(
    of placements: [Placement], on outlet: Outlet, _ plan: Plan, _ openings: [String: Slot]
  ) -> Int {
    let bySlot = Dictionary(grouping: placements, by: \.slot)
    let hosts = Dictionary(
      outlet.grid.compactMap { line in line.inside.map { (line.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    // A slot is named after its outlet, its opening and the day: `tv.toi.2018-04-05`.
    func grid(_ slot: String) -> String { String(slot.dropFirst(outlet.id.count + 1).dropLast(11)) }
    let used = Set(bySlot.keys.map(grid))
    return bySlot.reduce(0) { sum, slot in
      if let host = hosts[grid(slot.key)], used.contains(host) { return sum }
      // Several languages of one programme are one work.
      let works = Set(slot.value.map { "\($0.line) \($0.edition) \($0.run) \($0.number)" }).count
      let lengths = slot.value.map { plan.line($0.line)?.placing?.minutes }
      if works == lengths.count, lengths.allSatisfy({ $0 != nil }) {
        return sum + lengths.reduce(0) { $0 + ($1 ?? 0) }
      }
      return sum + (openings[slot.key]?.minutes ?? 0)
    }
  }
}

extension Finding {
  fileprivate static func minutesPassed(
    _ outlet: Outlet, most: Int, days: Int, worst: (key: CivilDay, value: Int), isPublished: Bool
  ) -> Finding {
    let by =
      isPublished
      ? Words(vi: "theo lịch đã công bố", en: "by the published schedule")
      : Words(vi: "theo lịch dự kiến", en: "by the schedule")
    func figure(_ number: Int, _ language: ReaderLanguage) -> String { grouped(number, in: language) }
    return Finding(
      .ceilingPassed, .warning, at: outlet.place,
      Words(
        vi:
          "“\(outlet.name)”: \(by.vi), \(figure(days, .vietnamese)) ngày vượt mức tối đa một ngày (minutes-per-day: "
          + "\(figure(most, .vietnamese)) phút); cao nhất là ngày \(worst.key.forPeople): "
          + "\(figure(worst.value, .vietnamese)) phút.",
        en:
          "“\(outlet.name)”: \(by.en) \(figure(days, .english)) \(days == 1 ? "day is" : "days are") above the most of a "
          + "day (minutes-per-day: \(figure(most, .english))); \(worst.key.forPeople) has most: "
          + "\(figure(worst.value, .english)) minutes."),
      remedy: Words(
        vi:
          "Dời bớt sang ngày khác (lichsong move), hoặc ghi thêm mức một ngày theo lượt (per-day) để khi xếp lịch giữ mức ấy.",
        en:
          "Move some of it to other days (lichsong move), or state the most of a day in placements too (per-day), which is "
          + "kept when the year is scheduled."))
  }
}
