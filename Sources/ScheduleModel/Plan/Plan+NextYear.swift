extension Plan {
  /// The days on which a grid line opens, half-open: those of the plan and, where repeats that use it may go beyond
  /// its last day (``Repeats/nextYearDays``), as many after it.
  public func openDays(of grid: GridLine, on outlet: Outlet) -> Range<CivilDay> {
    let beyond = lines.lazy.flatMap { line in
      line.repeats.lazy.filter { repeats in
        repeats.nextYearDays > 0 && line.outlets(of: repeats).contains(outlet.id)
          && (repeats.grid.isEmpty || repeats.grid.contains(grid.id))
      }
    }
    return days.lowerBound..<days.upperBound.advanced(by: beyond.map(\.nextYearDays).max() ?? 0)
  }

  /// The days on which anything may be scheduled, half-open: those of the plan, and those after it into which
  /// repeats may go.
  public var scheduledDays: Range<CivilDay> {
    let beyond = lines.lazy.flatMap(\.repeats).map(\.nextYearDays).max() ?? 0
    return days.lowerBound..<days.upperBound.advanced(by: beyond)
  }
}

extension PlanLine {
  /// The ids of the outlets that carry some of its repeats.
  fileprivate func outlets(of repeats: Repeats) -> [String] {
    if let outlet = repeats.outlet { return [outlet] }
    return switch outlets {
    case .each(let ids): Array(ids.prefix(1))
    case .together(let ids): ids
    }
  }
}
