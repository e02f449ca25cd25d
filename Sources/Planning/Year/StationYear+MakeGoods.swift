public import ScheduleModel

extension StationYear {
  /// Where what was missed can be made good: the rest of the year planned anew from the day after the logs end, and from
  /// today on where that is known and within the plan, moving nothing that does not have to move.
  ///
  /// - Returns: `nil` when the plan has no day left, or there is no log.
  public mutating func makeGoods() -> Replan? {
    guard let logged = held()?.reconciled.asOf?.advanced(by: 1) else { return nil }
    let today = today.flatMap { plan?.days.contains($0) ?? false ? $0 : nil }
    return replan(from: max(logged, today ?? logged), slack: nil)?.replan
  }
}
