extension Plan {
  /// Why the works of some lines, by their ids, make no sum: two of the lines count different things. `nil` where they make one.
  public func unlikeLines(_ ids: [String]) -> UnlikeFigures? {
    let lines = ids.compactMap { line($0) }
    guard let first = lines.first,
      let other = lines.first(where: { !first.loggedUnit.canBeAdded(to: $0.loggedUnit) })
    else { return nil }
    func counted(_ line: PlanLine) -> UnlikeFigures.Counted {
      UnlikeFigures.Counted(title: line.title, unit: line.loggedUnit)
    }
    return .lines(counted(first), counted(other))
  }
}
