import ScheduleModel

extension TallyBuilder {
  /// A sum over lines, in which no work is counted twice as far as the plan says.
  static func total(
    _ total: PlanTotal, plan: Plan, lines tallies: [LineTally], published: PublishedFigures?
  ) -> TotalTally {
    var seen: Set<String> = []
    let asked = total.lines.filter { seen.insert($0).inserted }.compactMap { plan.line($0) }
    let counted = asked.filter { line in
      !line.isEmbedded
        && !asked.contains { host in
          host.id != line.id && WorkRegister.parts(of: host, in: plan).contains { $0.id == line.id }
        }
    }
    let ids = counted.map(\.id)
    let members = tallies.filter { ids.contains($0.line) }
    let planned = members.compactMap(\.planned)
    return TotalTally(
      id: total.id, title: total.title, counted: ids, inside: asked.map(\.id).filter { !ids.contains($0) },
      planned: planned.count == counted.count ? sum(planned) : nil,
      published: sum(of: published?.figures.filter { $0.line.map(ids.contains) ?? false } ?? []),
      counts: members.map(\.counts).reduce(Counts(), +))
  }

  /// The sum of published figures, each part of another left out; `nil` when none states a number.
  static func sum(of figures: [PublishedFigure]) -> Quantity? {
    let stated = figures.filter { $0.quantity != nil }
    let apart = stated.enumerated().filter { index, figure in
      !stated.enumerated().contains { otherIndex, other in
        let isMutual = figure.mayInclude.contains(other.id)
        return other.mayInclude.contains(figure.id) && other.id != figure.id
          && (!isMutual || otherIndex < index)
      }
    }
    return sum(apart.compactMap(\.element.quantity))
  }

  /// The sum with the weakest claim among the figures; `nil` for none.
  static func sum(_ quantities: [Quantity]) -> Quantity? {
    quantities.dropFirst().reduce(quantities.first) { sum, next in sum.map { $0 + next } }
  }
}
