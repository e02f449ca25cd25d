public import ScheduleModel

/// An outlet whose logs do not reach what was due on it in a period.
public struct ShortLog: Hashable, Sendable {
  /// The outlet's name.
  public let outlet: String
  /// The last day of its logs; `nil` when it has none.
  public let last: CivilDay?
  /// How many placements were due after that, or in gaps.
  public let due: Int
  /// Days of the period of which its logs have nothing, although something was due.
  public var gaps: [Range<CivilDay>] = []

  /// The outlets of a plan, in its order, on which something was due in some days that no log tells of yet, or that carry
  /// lines which are counted without a schedule and whose logs end before these days do.
  ///
  /// - Complexity: Linear in the placements.
  public static func all(of plan: Plan, _ reconciled: Reconciled, in days: Range<CivilDay>) -> [ShortLog] {
    let broadcast = BroadcastDays(plan: plan)
    var due: [String: Int] = [:]
    for result in reconciled.outcomes where result.outcome == .pending {
      let planned = broadcast.days(of: result.placement)
      if planned.lowerBound >= days.lowerBound, planned.upperBound <= days.upperBound {
        due[result.placement.outlet, default: 0] += 1
      }
    }
    let unscheduled = Set(
      plan.lines.filter { $0.placing == nil && !$0.isEmbedded }.flatMap(\.outlets.ids))
    return plan.outlets.compactMap { outlet in
      let last = reconciled.lastDay(of: outlet.id)
      if due[outlet.id] == nil, unscheduled.contains(outlet.id), let last,
        last.advanced(by: 1) < days.upperBound, outlet.validity.through.map({ $0 > last }) ?? true
      {
        return ShortLog(outlet: outlet.name, last: last, due: 0)
      }
      return due[outlet.id].map {
        let gaps = (reconciled.coverage.logs(of: outlet.id)?.gaps ?? []).map(\.days)
        return ShortLog(
          outlet: outlet.name, last: reconciled.lastDay(of: outlet.id), due: $0,
          gaps: gaps.filter { $0.overlaps(days) })
      }
    }
  }

  /// “Báo tỉnh” until 20/03/2018, 3 placements.
  func text(in language: ReaderLanguage) -> String {
    let count = grouped(due, in: language)
    let lacking = gaps.map { gap in
      let end = gap.upperBound.advanced(by: -1)
      return Words(
        vi: "\(gap.lowerBound.forPeople)–\(end.forPeople)", en: "\(gap.lowerBound) to \(end)")[language]
    }.joined(separator: ", ")
    if !gaps.isEmpty, let last {
      return Words(
        vi: "“\(outlet)” đến \(last.forPeople), thiếu \(lacking), \(count) lượt",
        en: "“\(outlet)” until \(last), without \(lacking), \(count) \(due == 1 ? "placement" : "placements")"
      )[
        language]
    }
    if due == 0 {
      return Words(
        vi: "“\(outlet)” " + (last.map { "đến \($0.forPeople)" } ?? "không có nhật ký"),
        en: "“\(outlet)” " + (last.map { "until \($0)" } ?? "has no log"))[language]
    }
    switch language {
    case .vietnamese:
      return "“\(outlet)” " + (last.map { "đến \($0.forPeople)" } ?? "không có nhật ký") + ", \(count) lượt"
    case .english:
      return "“\(outlet)” " + (last.map { "until \($0)" } ?? "has no log")
        + ", \(count) \(due == 1 ? "placement" : "placements")"
    }
  }
}
