import ScheduleModel

extension TallyBuilder {
  /// The works by month, quarter, outlet, form, level, lead unit and producer, and the versions by language.
  static func groups(
    plan: Plan, register: WorkRegister, published: PublishedFigures?, period: ReportingPeriod
  ) -> [GroupTally] {
    let lines = plan.lines.filter { !$0.isEmbedded }.map { line in
      let works = register.originals(of: line)
      return LineWorks(
        line: line, works: works, fates: register.fates[works],
        figures: published?.figures.filter { $0.line == line.id } ?? [])
    }
    return months(lines, of: plan) + outlets(lines, register, of: plan, in: period.days)
      + forms(lines, of: plan, in: period.days) + levels(lines, published, of: plan, in: period.days)
      + units(.lead, lines, of: plan, in: period.days, \.lead)
      + units(.producer, lines, of: plan, in: period.days, \.producer)
      + languages(lines, register, in: period.days)
  }

  /// A line's own works, without those of the lines inside it, so that no group has a work twice.
  private struct LineWorks {
    let line: PlanLine
    /// Their numbers in the register.
    let works: Range<Int>
    let fates: ArraySlice<Work.Fate>
    let figures: [PublishedFigure]
  }

  private static func months(_ lines: [LineWorks], of plan: Plan) -> [GroupTally] {
    let run = plan.months
    let fates = lines.lazy.flatMap(\.fates)
    let byMonth = Counts.months(fates, of: run).enumerated().map { index, counts in
      let name = CivilDay.englishMonths[run.month(of: index) - 1]
      return GroupTally(
        dimension: .month, key: run.name(of: index),
        title: Words(
          vi: "Tháng \(run.label(of: index))",
          en: run.isToldByNumbers ? name : "\(name) \(run.year(of: index))"),
        counts: counts, published: nil)
    }
    return byMonth + quarters(fates, of: plan)
  }

  /// The quarters of the plan's own year.
  private static func quarters(_ fates: some Sequence<Work.Fate>, of plan: Plan) -> [GroupTally] {
    let periods = plan.quarters
    return zip(periods, Counts.stretches(fates, periods.map(\.days))).compactMap {
      period, counts -> GroupTally? in
      guard case .quarter(let quarter) = period.profile.shape.named(period.part) else { return nil }
      let (first, last) = (period.days.lowerBound, period.days.upperBound.advanced(by: -1))
      let days = plan.months.isCalendarYear ? "" : " (\(first.forPeople)–\(last.forPeople))"
      return GroupTally(
        dimension: .quarter, key: period.description,
        title: Words(
          vi: "Quý \(["I", "II", "III", "IV"][quarter - 1])\(days)", en: "Quarter \(quarter)\(days)"),
        counts: counts, published: nil)
    }
  }

  /// Works by the outlets on which they were planned or appeared; a work on two of them is in both.
  private static func outlets(
    _ lines: [LineWorks], _ register: WorkRegister, of plan: Plan, in days: Range<CivilDay>
  ) -> [GroupTally] {
    var counts = Array(repeating: Counts(), count: register.outlets.count)
    for work in lines.lazy.flatMap(\.works) {
      let appearances = register.appearances(of: work)
      for index in appearances.indices {
        let outlet = appearances[index].outlet
        // Once for each outlet.
        guard !appearances[..<index].contains(where: { $0.outlet == outlet }) else { continue }
        if let fate = register.fate(of: work, on: outlet) { counts[outlet].add(fate, in: days) }
      }
    }
    let isPublished = lines.contains { !$0.figures.isEmpty }
    let former = register.outlets.indices.dropFirst(plan.outlets.count).filter { counts[$0] != Counts() }
    let own = plan.outlets.enumerated().map { number, outlet in
      let figures = isPublished ? lines.filter { $0.line.outlets.states(figureOf: outlet.id) } : []
      return GroupTally(
        dimension: .outlet, key: outlet.id, title: Words(outlet.name),
        counts: counts[number], published: sum(of: output(of: apart(figures, plan)).added))
    }
    return own
      + former.map { number in
        let id = register.outlets[number]
        return GroupTally(
          dimension: .outlet, key: id,
          title: Words(vi: "\(id) (không còn trong kế hoạch)", en: "\(id) (no longer in the plan)"),
          counts: counts[number], published: nil)
      }
  }

  private static func forms(_ lines: [LineWorks], of plan: Plan, in days: Range<CivilDay>) -> [GroupTally] {
    var forms: [CountingUnit] = []
    for line in lines where !forms.contains(line.line.form) { forms.append(line.line.form) }
    return forms.map { form in
      let members = lines.filter { $0.line.form == form }
      return GroupTally(
        dimension: .form, key: form.description, title: Words(form.description),
        counts: Counts(members.lazy.flatMap(\.fates), in: days), published: sum(of: apart(members, plan)))
    }
  }

  /// Works by the level whose output they are.
  ///
  /// A level without any work has no counts when a report says that there are no data on it, or when no line
  /// is of that level: that is not 0.
  private static func levels(
    _ lines: [LineWorks], _ published: PublishedFigures?, of plan: Plan, in days: Range<CivilDay>
  ) -> [GroupTally] {
    AdminLevel.allCases.compactMap { level in
      let members = lines.filter { $0.line.responsibility.level == level }
      let figures = published?.figures.filter { self.level(of: $0, plan) == level } ?? []
      guard !members.isEmpty || !figures.isEmpty else { return nil }
      let fates = members.lazy.flatMap(\.fates)
      let isUnknown = fates.isEmpty && (members.isEmpty || figures.contains { $0.quantity == nil })
      return GroupTally(
        dimension: .level, key: level.rawValue, title: level.name,
        counts: isUnknown ? nil : Counts(fates, in: days),
        published: sum(of: published.map { output(of: self.figures(of: level, $0, plan)).added } ?? []))
    }
  }

  /// Works by a unit that answers for their lines, in the plan's order of units; lines that name none stand last, so that
  /// the groups add up. Nothing when no line names one.
  private static func units(
    _ dimension: GroupTally.Dimension, _ lines: [LineWorks], of plan: Plan, in days: Range<CivilDay>,
    _ unit: (Responsibility) -> String?
  ) -> [GroupTally] {
    let byUnit = Dictionary(grouping: lines) { unit($0.line.responsibility) ?? "" }
    guard byUnit.keys.contains(where: { !$0.isEmpty }) else { return [] }
    let known = plan.units.map(\.id)
    let others = byUnit.keys.filter { !$0.isEmpty && !known.contains($0) }.sorted()
    return (known + others + [""]).compactMap { id in
      guard let members = byUnit[id] else { return nil }
      let title =
        id.isEmpty ? Words(vi: "không nêu", en: "not stated") : Words(plan.unit(id)?.name ?? id)
      return GroupTally(
        dimension: dimension, key: id, title: title, counts: Counts(members.lazy.flatMap(\.fates), in: days),
        published: sum(of: output(of: apart(members, plan)).added))
    }
  }

  private static func level(of figure: PublishedFigure, _ plan: Plan) -> AdminLevel? {
    figure.level ?? figure.line.flatMap { plan.line($0) }?.responsibility.level
  }

  /// The published figures of a level, without those of a line that is counted inside another line of the level.
  static func figures(of level: AdminLevel, _ published: PublishedFigures, _ plan: Plan) -> [PublishedFigure]
  {
    let members = plan.lines.filter { !$0.isEmbedded && $0.responsibility.level == level }
    let hosted = Set(members.flatMap { WorkRegister.parts(of: $0, in: plan).map(\.id) })
    return published.figures.filter { figure in
      self.level(of: figure, plan) == level && !(figure.line.map(hosted.contains) ?? false)
    }
  }

  private static func languages(
    _ lines: [LineWorks], _ register: WorkRegister, in days: Range<CivilDay>
  ) -> [GroupTally] {
    let isVietnamese = lines.isEmpty || lines.contains { $0.line.languages.contains(.vietnamese) }
    var tags: [LanguageTag] = isVietnamese ? [.vietnamese] : []
    for tag in lines.flatMap(\.line.languages.all) where !tags.contains(tag) { tags.append(tag) }
    for tag in lines.flatMap({ $0.line.versions?.into ?? [] }) where !tags.contains(tag) { tags.append(tag) }
    tags += Set(register.languages.values.joined()).subtracting(tags).sorted()
    return tags.map { tag in
      let fates = lines.lazy.map { register.fates(of: $0.line, spokenIn: tag) }.joined()
      return GroupTally(
        dimension: .language, key: tag.tag,
        title: Words(
          vi: BroadcastLanguage.name(of: tag, in: .vietnamese),
          en: BroadcastLanguage.name(of: tag, in: .english)),
        counts: Counts(fates, in: days), published: nil)
    }
  }

  /// The figures of some lines, without those of a line that is counted inside another of them.
  private static func apart(_ lines: [LineWorks], _ plan: Plan) -> [PublishedFigure] {
    let hosted = Set(hosted(lines, plan))
    return lines.filter { !hosted.contains($0.line.id) }.flatMap(\.figures)
  }

  private static func hosted(_ lines: [LineWorks], _ plan: Plan) -> [String] {
    lines.flatMap { WorkRegister.parts(of: $0.line, in: plan).map(\.id) }
  }
}

extension PlanLine.OutletUse {
  /// Whether the line's figure is one of this outlet: the only one, or one of those that each work is on.
  fileprivate func states(figureOf outlet: String) -> Bool {
    switch self {
    case .each(let ids): ids.contains(outlet)
    case .together(let ids): ids == [outlet]
    }
  }
}
