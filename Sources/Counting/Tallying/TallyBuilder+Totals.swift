import ScheduleModel

extension TallyBuilder {
  /// A sum over lines, in which no work is counted twice as far as the plan says.
  static func total(
    _ total: PlanTotal, plan: Plan, lines tallies: [LineTally], published: PublishedFigures?
  ) -> TotalTally {
    let (asked, counted) = lines(of: total, in: plan)
    let ids = counted.map(\.id)
    let members = tallies.filter { ids.contains($0.line) }
    let planned = members.compactMap(\.planned)
    return TotalTally(
      id: total.id, title: total.title, counted: ids, inside: asked.map(\.id).filter { !ids.contains($0) },
      planned: planned.count == counted.count ? sum(planned) : nil,
      published: sum(of: published?.figures.filter { $0.line.map(ids.contains) ?? false } ?? []),
      counts: members.map(\.counts).reduce(Counts(), +))
  }

  /// The lines that a total names, each once, and those of them that it adds: none that another counts already.
  static func lines(of total: PlanTotal, in plan: Plan) -> (asked: [PlanLine], counted: [PlanLine]) {
    var seen: Set<String> = []
    let asked = total.lines.filter { seen.insert($0).inserted }.compactMap { plan.line($0) }
    let counted = asked.filter { line in
      !line.isEmbedded
        && !asked.contains { host in
          host.id != line.id && WorkRegister.parts(of: host, in: plan).contains { $0.id == line.id }
        }
    }
    return (asked, counted)
  }

  /// The sum of published figures, each part of another left out; `nil` when none states a number, or they cannot be
  /// added.
  static func sum(of figures: [PublishedFigure]) -> Quantity? {
    sum(withoutIncluded(figures).compactMap(\.quantity))
  }

  /// The figures that state something, without those that another of them may have in it.
  static func withoutIncluded(_ figures: [PublishedFigure]) -> [PublishedFigure] {
    let stated = figures.filter { $0.quantity != nil }
    return stated.enumerated().filter { index, figure in
      !stated.enumerated().contains { otherIndex, other in
        let isMutual = figure.mayInclude.contains(other.id)
        return other.mayInclude.contains(figure.id) && other.id != figure.id
          && (!isMutual || otherIndex < index)
      }
    }.map(\.element)
  }

  /// The sum with the weakest claim among the figures; `nil` for none, and for figures that cannot be added.
  static func sum(_ quantities: [Quantity]) -> Quantity? { (try? Quantity.sum(quantities)) ?? nil }

  /// Which published figures make an output, and which stand apart from it: whoever came or took part, rates, and
  /// outputs that cannot be added to works.
  static func output(of figures: [PublishedFigure]) -> (added: [PublishedFigure], apart: [PublishedFigure]) {
    let stated = withoutIncluded(figures)
    func split(_ fits: (Quantity) -> Bool) -> (added: [PublishedFigure], apart: [PublishedFigure]) {
      let isAdded = stated.map { $0.quantity.map(fits) ?? false }
      return (
        zip(stated, isAdded).filter(\.1).map(\.0), zip(stated, isAdded).filter { !$0.1 }.map(\.0)
      )
    }
    func isOutput(_ quantity: Quantity) -> Bool { quantity.unit.isOutput && quantity.rate == nil }
    let outputs = split(isOutput)
    if (try? Quantity.sum(outputs.added.compactMap(\.quantity))) != nil { return outputs }
    let works = split { isOutput($0) && $0.unit.kind == .works }
    return works.added.isEmpty ? split { _ in false } : works
  }
}
