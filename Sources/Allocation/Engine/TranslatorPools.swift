/// The weeks of translators as part of the network.
///
/// A version that airs in week w has been made in week w - 1 or before. Where a translator's versions have their
/// slots to themselves, the way from such a slot to the sink leads through the weeks: down from the latest one,
/// to any that has room. When the original aired is not seen here.
struct TranslatorPools {
  private let problem: Problem
  /// The translator whose versions alone use a slot.
  private var owner: [Int: Int] = [:]
  private var pooled: Set<Int> = []
  /// The nodes of each translator's weeks, from 0 on, once they are there.
  var nodes: [Int: [Int]] = [:]

  /// A week of a translator; negative when nothing could be made in time.
  struct Week {
    let translator: Int
    let number: Int
  }

  init(_ problem: Problem, series: [Int]) {
    self.problem = problem
    pooled = Set(series.compactMap { problem.series[$0].follows?.translator })
    guard !pooled.isEmpty else { return }
    for index in series {
      let own = problem.series[index].follows?.translator ?? -1
      for choice in problem.series[index].choices {
        let outlet = problem.outlets[problem.slots[choice.slot].outlet]
        if outlet.perDay != nil || outlet.perMonth != nil { pooled.remove(own) }
        if let other = owner.updateValue(own, forKey: choice.slot), other != own {
          pooled.subtract([own, other])
        }
      }
    }
  }

  /// Whether the network keeps a translator's weeks.
  func isPooled(_ translator: Int) -> Bool { pooled.contains(translator) }

  /// The last week of its translator in which a version can be made for a slot; `nil` where the network does
  /// not keep them.
  func week(of slot: Int) -> Week? {
    guard let translator = owner[slot], pooled.contains(translator) else { return nil }
    return Week(translator: translator, number: problem.lastWeek(toAirOn: problem.slots[slot].day))
  }
}

extension Problem {
  /// The week in which a version must be made at the latest that airs on a day; negative for none.
  func lastWeek(toAirOn day: Int) -> Int { week(of: day) - 1 }

  /// The last day on which the unit may have aired that one waits for which airs on a day.
  func lastDay(_ follows: Follows, beforeAiringOn day: Int) -> Int {
    guard follows.translator != nil else { return day - follows.leastDays }
    return min(day - follows.leastDays, 7 * lastWeek(toAirOn: day) - weekOffset - 1)
  }
}
