extension Plan {
  /// What must be done before a placement, in the order in which it is done; empty for a line or outlet that the plan
  /// does not have.
  ///
  /// A work, each of its parts and a version are recorded and approved once, before their first run; a page closes before each issue. What
  /// the line says of a sort of work counts, else what the outlet says; where neither does, only a translation has a
  /// deadline, the day before.
  public func deadlines(of placement: Placement) -> [Deadline] {
    guard let line = line(placement.line), let outlet = outlet(placement.outlet) else { return [] }
    return Deadline.Work.allCases.compactMap { work in
      let isMeant =
        switch work {
        case .translation: isVersionFirstRun(placement)
        case .recording, .approval: placement.run == .first || placement.run == .part
        case .pageClosing: outlet.kind == .newspaper
        }
      guard isMeant else { return nil }
      return line.deadline(for: work, on: outlet)
    }
  }
}

extension PlanLine {
  /// By when a sort of work is done before anything of the line goes out on an outlet: what the line says, else what the
  /// outlet says; a translation without either on the day before.
  public func deadline(for work: Deadline.Work, on outlet: Outlet) -> Deadline? {
    deadlines.first { $0.work == work } ?? outlet.deadlines.first { $0.work == work }
      ?? (work == .translation ? .usualTranslation : nil)
  }
}

extension Deadline {
  /// Whether it is due before another of the same placement; without an hour a day is over at its end.
  public func isDue(before other: Deadline) -> Bool {
    guard daysBefore == other.daysBefore else { return daysBefore > other.daysBefore }
    guard let at else { return false }
    return other.at.map { at < $0 } ?? true
  }

  /// When a plan does not say: the day before.
  fileprivate static let usualTranslation = Deadline(
    work: .translation, daysBefore: 1, at: nil, reminderDays: nil, place: SourcePlace(file: "", line: 1))

  /// The day on which it is due, counted back from the placement; without a fixed day, before the last on which that
  /// can go out.
  public func day(before placement: Placement) -> CivilDay {
    placement.timing.lastStart.advanced(by: -daysBefore)
  }
}
