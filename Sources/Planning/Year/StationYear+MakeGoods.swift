public import ScheduleModel

extension StationYear {
  /// Where what was missed can be made good: the rest of the year planned anew from the day after the logs end, moving
  /// nothing that does not have to move.
  ///
  /// - Returns: `nil` when the plan has no day left, or there is no log.
  public mutating func makeGoods() -> Replan? {
    guard let from = held()?.reconciled.asOf?.advanced(by: 1) else { return nil }
    return replan(from: from, slack: nil, keepsHandMoves: false)?.replan
  }
}
