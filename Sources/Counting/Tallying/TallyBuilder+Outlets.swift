import ScheduleModel

extension TallyBuilder {
  /// The days on which an outlet carried more of the plan's lines than it takes in a day, in the order of the outlets;
  /// minutes as far as the logs state them, what went out inside another of its programmes once.
  ///
  /// - Parameter days: The days looked at, half-open.
  /// - Complexity: O(n) in the appearances of all works.
  static func excesses(plan: Plan, register: WorkRegister, days: Range<CivilDay>) -> [OutletExcess] {
    struct OutletDay: Hashable {
      let outlet: Int
      let day: CivilDay
    }
    let limited = plan.outlets.map { $0.perDay != nil || $0.minutesPerDay != nil }
    guard limited.contains(true) else { return [] }
    var used: [OutletDay: (times: Int, minutes: Int)] = [:]
    var inserts = InsertedMinutes(plan: plan)
    for work in register.works.indices {
      for appearance in register.appearances(of: work) {
        guard appearance.outlet < limited.count, limited[appearance.outlet],
          let airing = appearance.airing, days.contains(airing.day)
        else { continue }
        let entry = register.entry(airing.source)
        let minutes = entry?.minutes ?? 0
        if let entry, let placement = register.placement(airing.source) {
          inserts.note(entry, of: placement, on: appearance.outlet, airing.day)
        }
        let key = OutletDay(outlet: appearance.outlet, day: airing.day)
        used[key, default: (0, 0)].times += 1
        used[key, default: (0, 0)].minutes += minutes
      }
    }
    for (outlet, day, minutes) in inserts.covered {
      used[OutletDay(outlet: outlet, day: day)]?.minutes -= minutes
    }
    let byOutlet = Dictionary(grouping: used.sorted { $0.key.day < $1.key.day }, by: \.key.outlet)
    return plan.outlets.enumerated().flatMap { number, outlet in
      let days = byOutlet[number, default: []]
      func excess(
        _ measure: CountingRule.Measure, above ceiling: Int?,
        _ amount: (OutletDay, (times: Int, minutes: Int)) -> Int
      ) -> OutletExcess? {
        guard let ceiling else { return nil }
        let over = days.filter { amount($0.key, $0.value) > ceiling }
        guard !over.isEmpty else { return nil }
        return OutletExcess(
          outlet: outlet.id, measure: measure, ceiling: ceiling,
          days: over.map { .init(day: $0.key.day, amount: amount($0.key, $0.value)) })
      }
      return [
        excess(.placements, above: outlet.perDay) { $1.times },
        excess(.minutes, above: outlet.minutesPerDay) { $1.minutes },
      ].compactMap(\.self)
    }
  }
}

extension Finding {
  /// What went out on an outlet in a day is more than the plan says it takes.
  static func outletCeilingPassed(_ excess: OutletExcess, _ outlet: Outlet) -> Finding? {
    guard let worst = excess.days.max(by: { $0.amount < $1.amount }) else { return nil }
    let key = excess.measure == .minutes ? "minutes-per-day" : "per-day"
    func figures(_ language: ReaderLanguage) -> (days: String, most: String, worst: String) {
      (
        grouped(excess.days.count, in: language), grouped(excess.ceiling, in: language),
        "\(grouped(worst.amount, in: language)) \(excess.measure.name[language])"
      )
    }
    let (vi, en) = (figures(.vietnamese), figures(.english))
    return Finding(
      .ceilingPassed, .warning, at: outlet.place,
      Words(
        vi: "“\(outlet.name)”: theo nhật ký, \(vi.days) ngày vượt mức tối đa một ngày (\(key): \(vi.most)); "
          + "cao nhất là ngày \(worst.day.forPeople): \(vi.worst).",
        en:
          "“\(outlet.name)”: by the logs \(en.days) \(excess.days.count == 1 ? "day is" : "days are") above "
          + "the most of a day (\(key): \(en.most)); \(worst.day.forPeople) has most: \(en.worst)."),
      remedy: Words(
        vi: "Kiểm tra các dòng nhật ký của những ngày đó; nếu đúng là đã phát thì báo cáo như thế.",
        en: "Look at the rows of these days; if all of it went out, report it so."))
  }
}
