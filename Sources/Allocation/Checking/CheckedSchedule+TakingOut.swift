public import ScheduleModel

extension ScheduleState {
  /// What leaves the schedule together with a placement, itself first: the other languages of its programme, and what follows it
  /// (versions, repeats, parts, further appearances) and would follow nothing then. What is past stays.
  public func takenAlong(with placement: Placement) -> [Placement] {
    guard let number = surroundings.series(of: placement) else { return [placement] }
    return surroundings.checked.takenAlong(with: placement, of: number)
  }
}

extension CheckedSchedule {
  /// - Parameter number: That of the placement's series.
  fileprivate func takenAlong(with placement: Placement, of number: Int) -> [Placement] {
    func open(_ number: Int) -> [Placement] {
      series[number].placements.filter { $0.edition == placement.edition && isJudged($0) }
    }
    var gone = [placement]
    if series[number].followUp.map({ $0.languages.count > 1 }) ?? false {
      gone += open(number).filter { $0.uid != placement.uid }
    }
    var left = [number]
    while let source = left.popLast() {
      let isStillThere = series[source].placements.contains { other in
        other.edition == placement.edition && !gone.contains { $0.uid == other.uid }
      }
      guard !isStillThere else { continue }
      for follower in series.indices where series[follower].source == source {
        let own = open(follower).filter { other in !gone.contains { $0.uid == other.uid } }
        guard !own.isEmpty else { continue }
        gone += own
        left.append(follower)
      }
    }
    return gone
  }
}
