public import ScheduleModel

/// Least numbers of works in each quarter, month or week that a schedule does not have, so that they cannot be kept however
/// well it goes out.
public enum ScheduledFloors {
  /// What a schedule lacks, a finding for each rule.
  ///
  /// - Parameter from: Told of are windows that end on this day or later; `nil` for all.
  public static func findings(plan: Plan, placements: [Placement], from: CivilDay? = nil) -> [Finding] {
    plan.lines.flatMap { line in
      rules(of: line).compactMap { rule in
        let short = windows(of: rule, line, plan: plan, placements: placements).filter { window in
          window.lacking > 0 && window.days.upperBound > from ?? window.days.lowerBound
        }
        return short.isEmpty
          ? nil : .floorNotScheduled(rule, of: line, short.map { ($0.days, $0.has, $0.floor) })
      }
    }
  }

  /// All windows in which a line owes a least number of works, as a schedule fills them.
  public static func windows(plan: Plan, placements: [Placement]) -> [FloorWindow] {
    plan.lines.flatMap { line in
      rules(of: line).flatMap { windows(of: $0, line, plan: plan, placements: placements) }
    }
  }

  private static func rules(of line: PlanLine) -> [CountingRule] {
    line.placing == nil ? [] : line.counting.rules.filter(isPlain)
  }

  private static func windows(
    of rule: CountingRule, _ line: PlanLine, plan: Plan, placements: [Placement]
  ) -> [FloorWindow] {
    guard let year = ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile) else { return [] }
    // The days on which each work may go out first.
    var days: [Int: Range<CivilDay>] = [:]
    for placement in placements where placement.line == line.id {
      let own = placement.timing.days
      if let known = days[placement.edition], known.lowerBound <= own.lowerBound { continue }
      days[placement.edition] = own
    }
    let owed = OwedDays(of: [line], on: [], in: plan)
    return rule.cycle.windows(of: year).map { window in
      // Of a window of which only some days are owed, the floor is that share.
      let floor = (rule.floor ?? 0) * owed.count(in: window) / window.count
      return FloorWindow(
        line: line.id, days: window, floor: floor, has: days.values.count { $0.overlaps(window) })
    }
  }

  /// Whether a rule counts works alone, wherever and whenever they go out, in windows that lie one after another.
  private static func isPlain(_ rule: CountingRule) -> Bool {
    switch rule.cycle {
    case .year, .whole, .rolling, .day: return false
    case .half, .quarter, .month, .weeks: break
    }
    return rule.measure == .works && (rule.floor ?? 0) > 0 && rule.hours == nil && rule.outlets.isEmpty
      && rule.languages.isEmpty && rule.exclusions.isEmpty && !rule.carriesOver
  }
}

extension Finding {
  fileprivate static func floorNotScheduled(
    _ rule: CountingRule, of line: PlanLine, _ short: [(days: Range<CivilDay>, has: Int, floor: Int)]
  ) -> Finding {
    func list(_ word: String) -> String {
      short.prefix(4).map { window in
        let last = window.days.upperBound.advanced(by: -1)
        return "\(window.days.lowerBound.forPeople)–\(last.forPeople): \(window.has) \(word) \(window.floor)"
      }.joined(separator: "; ") + (short.count > 4 ? "; …" : "")
    }
    return Finding(
      .floorMissed, .warning, at: rule.place,
      Words(
        vi: "“\(line.title)”: lịch không đủ số tối thiểu \(rule.cycle.name.vi) (\(list("trên"))).",
        en: "“\(line.title)”: the schedule has less than the floor \(rule.cycle.name.en) (\(list("of")))."),
      remedy: Words(
        vi:
          "Dời một lượt vào thời gian ấy (lichsong move), hoặc ghi số tối thiểu của một tháng trong đó, ví dụ months: { \(short[0].days.lowerBound.month): 1.. }, rồi xếp lại.",
        en:
          "Move a placement into that time (lichsong move), or write the least of one of its months, such as months: { \(short[0].days.lowerBound.month): 1.. }, and allocate again."
      ))
  }
}
