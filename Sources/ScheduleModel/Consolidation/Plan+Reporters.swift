extension Plan {
  /// The units that should report figures of a line over some days: its producer, or all units of its level with a unit
  /// above them. Units that do not exist in these days are none; a line inside another activity has none.
  public func reporters(of line: PlanLine, in days: Range<CivilDay>) -> [AdminUnit] {
    guard !line.isEmbedded else { return [] }
    let level = level(of: line)
    return units.filter { unit in
      guard unit.validity.overlaps(days) else { return false }
      if let producer = line.responsibility.producer { return unit.id == producer }
      return level != nil && unit.level == level && unit.parent != nil
    }
  }

  /// The level whose output a line is: its own, or that of its outlet; `nil` when the plan says neither.
  public func level(of line: PlanLine) -> AdminLevel? {
    line.responsibility.level ?? line.outlets.ids.first.flatMap { outlet($0)?.level }
  }
}
