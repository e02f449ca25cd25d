import ScheduleModel

/// A line's own works, without those of the lines inside it, so that no group has a work twice.
struct LineWorks {
  let line: PlanLine
  /// Their numbers in the register.
  let works: Range<Int>
  let fates: ArraySlice<Work.Fate>
  let figures: [PublishedFigure]
}

/// Lines by what they count, as far as that may be added: what a newsroom makes first, then conferences, leaflets and others,
/// each by itself.
struct GroupKinds {
  struct Kind {
    let unit: CountingUnit
    var lines: [LineWorks]
    /// Whether it is what a newsroom makes, or a form of the plan's own, of which that is likely.
    let isWorks: Bool
  }

  /// At least one, even of no lines.
  private(set) var all: [Kind]
  private let namesFirst: Bool

  /// - Parameter isMixed: Whether other groups of the dimension count other kinds, so that the first is named too where it is not
  ///   of works.
  init(_ lines: [LineWorks], besidesOthers isMixed: Bool = false) {
    var kinds: [Kind] = []
    for line in lines {
      let unit = line.line.loggedUnit
      let isWorks = [.works, .other].contains(unit.kind)
      let index = kinds.firstIndex { isWorks ? $0.isWorks : !$0.isWorks && $0.unit.canBeAdded(to: unit) }
      if let index {
        kinds[index].lines.append(line)
      } else {
        kinds.append(Kind(unit: unit, lines: [line], isWorks: isWorks))
      }
    }
    all = kinds.filter(\.isWorks) + kinds.filter { !$0.isWorks }
    namesFirst = isMixed && !(all.first?.isWorks ?? true)
    if all.isEmpty { all = [Kind(unit: CountingUnit(["tin"]), lines: [], isWorks: true)] }
  }

  /// A group's counts by kind: the first always, any other where it has some.
  ///
  /// - Parameters:
  ///   - keepsFirst: Whether the first stands there even without any, beside others that have some.
  ///   - counts: The counts of a kind, by its place in ``all``.
  func groups(
    _ dimension: GroupTally.Dimension, _ key: String, _ title: Words, published: Quantity? = nil,
    keepsFirst: Bool = true, counts: (Int) -> Counts
  ) -> [GroupTally] {
    let found = all.indices.map(counts)
    let first = keepsFirst ? 0 : found.firstIndex { $0 != Counts() } ?? 0
    return all.indices.compactMap { index in
      guard index == first || index > first && found[index] != Counts() else { return nil }
      let isNamed = index > 0 || namesFirst && found[index] != Counts()
      let unit = all[index].unit
      return GroupTally(
        dimension: dimension, key: key,
        title: isNamed ? Words(vi: "\(title.vi) – \(unit)", en: "\(title.en) – \(unit)") : title,
        counts: found[index], published: index == first ? published : nil, unit: isNamed ? unit : nil)
    }
  }
}
