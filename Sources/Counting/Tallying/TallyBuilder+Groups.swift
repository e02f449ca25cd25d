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
    let kinds = GroupKinds(lines)
    return months(kinds, of: plan) + outlets(lines, register, of: plan, in: period.days)
      + forms(lines, of: plan, in: period.days) + levels(lines, published, of: plan, in: period.days)
      + units(.lead, lines, of: plan, in: period.days, \.lead)
      + units(.producer, lines, of: plan, in: period.days, \.producer)
      + languages(lines, register, in: period.days)
  }

  private static func months(_ kinds: GroupKinds, of plan: Plan) -> [GroupTally] {
    let run = plan.months
    let counts = kinds.all.map { Counts.months($0.lines.lazy.flatMap(\.fates), of: run) }
    let byMonth = run.indices.flatMap { index in
      let name = CivilDay.englishMonths[run.month(of: index) - 1]
      return kinds.groups(
        .month, run.name(of: index),
        Words(
          vi: "Tháng \(run.label(of: index))",
          en: run.isToldByNumbers ? name : "\(name) \(run.year(of: index))")
      ) { counts[$0][index] }
    }
    return byMonth + quarters(kinds, of: plan)
  }

  /// The quarters of the plan's own year, and the days of the plan before and after it, so that the groups add up.
  private static func quarters(_ kinds: GroupKinds, of plan: Plan) -> [GroupTally] {
    let periods = plan.quarters
    guard let start = periods.first?.days.lowerBound, let end = periods.last?.days.upperBound else {
      return []
    }
    let before = min(plan.days.lowerBound, start)..<start
    let after = end..<max(end, plan.days.upperBound)
    let stretches = [before] + periods.map(\.days) + [after]
    let counts = kinds.all.map { Counts.stretches($0.lines.lazy.flatMap(\.fates), stretches) }
    func outside(_ index: Int, _ words: Words) -> [GroupTally] {
      let days = stretches[index]
      guard !days.isEmpty else { return [] }
      let last = days.upperBound.advanced(by: -1)
      let text = "(\(days.lowerBound.forPeople)–\(last.forPeople))"
      return kinds.groups(
        .quarter, "\(days.lowerBound)/\(last)", Words(vi: "\(words.vi) \(text)", en: "\(words.en) \(text)")
      ) { counts[$0][index] }
    }
    let own = periods.enumerated().flatMap { index, period -> [GroupTally] in
      guard case .quarter(let quarter) = period.profile.shape.named(period.part) else { return [] }
      let (first, last) = (period.days.lowerBound, period.days.upperBound.advanced(by: -1))
      let days = plan.months.isCalendarYear ? "" : " (\(first.forPeople)–\(last.forPeople))"
      return kinds.groups(
        .quarter, period.description,
        Words(vi: "Quý \(["I", "II", "III", "IV"][quarter - 1])\(days)", en: "Quarter \(quarter)\(days)")
      ) { counts[$0][index + 1] }
    }
    return outside(0, Words(vi: "Trước quý I", en: "Before quarter 1")) + own
      + outside(stretches.count - 1, Words(vi: "Sau quý IV", en: "After quarter 4"))
  }

  /// Works by the outlets on which they were planned or appeared; a work on two of them is in both.
  private static func outlets(
    _ lines: [LineWorks], _ register: WorkRegister, of plan: Plan, in days: Range<CivilDay>
  ) -> [GroupTally] {
    let kinds = GroupKinds(lines)
    let counts = kinds.all.map { countsByOutlet($0.lines, register, in: days) }
    let isPublished = lines.contains { !$0.figures.isEmpty }
    let former = register.outlets.indices.dropFirst(plan.outlets.count).filter { number in
      counts.contains { $0[number] != Counts() }
    }
    let own = plan.outlets.enumerated().flatMap { number, outlet in
      let figures = isPublished ? lines.filter { $0.line.outlets.states(figureOf: outlet.id) } : []
      return kinds.groups(
        .outlet, outlet.id, Words(outlet.name), published: sum(of: output(of: apart(figures, plan)).added),
        keepsFirst: false
      ) { counts[$0][number] }
    }
    return own
      + former.flatMap { number in
        let id = register.outlets[number]
        return kinds.groups(
          .outlet, id,
          Words(vi: "\(id) (không còn trong kế hoạch)", en: "\(id) (no longer in the plan)")
        ) { counts[$0][number] }
      }
  }

  private static func countsByOutlet(
    _ lines: [LineWorks], _ register: WorkRegister, in days: Range<CivilDay>
  ) -> [Counts] {
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
    return counts
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
    let isMixed = GroupKinds(lines).all.count > 1
    return AdminLevel.allCases.flatMap { level -> [GroupTally] in
      let members = lines.filter { $0.line.responsibility.level == level }
      let figures = published?.figures.filter { self.level(of: $0, plan) == level } ?? []
      guard !members.isEmpty || !figures.isEmpty else { return [] }
      let isUnknown =
        members.allSatisfy(\.fates.isEmpty) && (members.isEmpty || figures.contains { $0.quantity == nil })
      let stated = sum(of: published.map { output(of: self.figures(of: level, $0, plan)).added } ?? [])
      if isUnknown {
        return [
          GroupTally(
            dimension: .level, key: level.rawValue, title: level.name, counts: nil, published: stated)
        ]
      }
      let kinds = GroupKinds(members, besidesOthers: isMixed)
      return kinds.groups(.level, level.rawValue, level.name, published: stated) {
        Counts(kinds.all[$0].lines.lazy.flatMap(\.fates), in: days)
      }
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
    let isMixed = GroupKinds(lines).all.count > 1
    return (known + others + [""]).flatMap { id -> [GroupTally] in
      guard let members = byUnit[id] else { return [] }
      let title =
        id.isEmpty ? Words(vi: "không nêu", en: "not stated") : Words(plan.unit(id)?.name ?? id)
      let kinds = GroupKinds(members, besidesOthers: isMixed)
      return kinds.groups(dimension, id, title, published: sum(of: output(of: apart(members, plan)).added)) {
        Counts(kinds.all[$0].lines.lazy.flatMap(\.fates), in: days)
      }
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
    let kinds = GroupKinds(lines)
    return tags.flatMap { tag in
      kinds.groups(
        .language, tag.tag,
        Words(
          vi: BroadcastLanguage.name(of: tag, in: .vietnamese),
          en: BroadcastLanguage.name(of: tag, in: .english))
      ) { kind in
        let fates = kinds.all[kind].lines.lazy.map { register.fates(of: $0.line, spokenIn: tag) }.joined()
        return Counts(fates, in: days)
      }
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
