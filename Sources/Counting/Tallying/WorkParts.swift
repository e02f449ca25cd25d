import ScheduleModel

/// The appearances of a work in parts, by part.
struct WorkParts {
  /// Those of each part, the first part first; empty for one that neither was planned nor appeared.
  let all: [[Work.Appearance]]
  /// Those of which it is not known which part they show.
  let unnamed: [Work.Appearance]

  init(of count: Int, _ appearances: some Collection<Work.Appearance>) {
    var all = Array(repeating: [Work.Appearance](), count: count)
    var unnamed: [Work.Appearance] = []
    for appearance in appearances {
      let index = Int(appearance.part) - 1
      if all.indices.contains(index) { all[index].append(appearance) } else { unnamed.append(appearance) }
    }
    (self.all, self.unnamed) = (all, unnamed)
  }
}

extension WorkRegister {
  /// The works of a line of which some parts went out up to a day and others did not: they do not count.
  ///
  /// - Parameter end: The day after the last one that is looked at.
  func incomplete(_ line: PlanLine, before end: CivilDay) -> [IncompleteWork] {
    guard line.parts > 1 else { return [] }
    return originals(of: line).compactMap { number in
      let parts = WorkParts(of: line.parts, appearances(of: number))
      let unnamed = parts.unnamed.filter { appearance in
        appearance.airing.flatMap { entry($0.source) }.map { line.part(shownBy: $0) == nil } ?? true
      }
      func hasAired(_ appearance: Work.Appearance) -> Bool { appearance.airing.map { $0.day < end } ?? false }
      let lacking = parts.all.indices.filter { !parts.all[$0].contains(where: hasAired) }
      guard !lacking.isEmpty, lacking.count < line.parts || unnamed.contains(where: hasAired),
        // What is still to come is not lacking.
        lacking.contains(where: { !parts.all[$0].contains { !$0.outcome.isKnown } })
      else { return nil }
      return IncompleteWork(
        line: line.id, edition: works[number].edition, lacking: lacking.map { $0 + 1 },
        unnamed: unnamed.count(where: hasAired))
    }
  }
}
