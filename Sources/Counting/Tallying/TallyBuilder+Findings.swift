public import ScheduleModel

extension TallyBuilder {
  /// What a reader of the tally has to know: figures that the plan does not state, sums that may count works
  /// twice, counts that cannot be split or are not exact, versions and levels without a published count.
  ///
  /// - Parameters:
  ///   - plan: The plan that was counted.
  ///   - tally: Its tally.
  ///   - published: The report beside which it is shown; `nil` for none.
  /// - Returns: The findings, in the order of the files.
  public static func findings(plan: Plan, tally: Tally, published: PublishedFigures?) -> [Finding] {
    let published = published?.standing(in: tally.period, planYear: plan.year)
    let lines = plan.lines.filter { !$0.isEmbedded }
    var findings: [Finding] = []
    if !plan.isPlanned(tally.period) { findings.append(.periodOfOtherYear(tally.period, plan)) }
    for line in lines {
      if line.basis == .result { findings.append(.planFigureMissing(line)) }
      if let quota = line.quota {
        if quota.isApproximate { findings.append(.approximate(quota, of: line.title, at: line.place)) }
        if quota.unit.isCompound { findings.append(.compoundUnit(quota, of: line.title, at: line.place)) }
      }
      if let versions = line.versions, published != nil {
        findings.append(.versionsUncounted(line, into: versions.into))
      }
    }
    for line in tally.lines {
      let planLine = plan.line(line.line)
      findings += line.rules.flatMap {
        [Finding.floorMissed($0, of: planLine), .ceilingPassed($0, of: planLine)].compactMap(\.self)
      }
      guard let planLine else { continue }
      if let short = Finding.tooShort(tally.tooShort.filter { $0.line == line.line }, of: planLine) {
        findings.append(short)
      }
      if let lacking = Finding.incomplete(tally.incomplete.filter { $0.line == line.line }, of: planLine) {
        findings.append(lacking)
      }
      if let missed = missedQuota(line, planLine, in: tally, of: plan) { findings.append(missed) }
      if let ceiling = line.planned.flatMap({ $0.unit.time == nil ? $0.ceiling : nil }),
        tally.isCounted(line, in: plan), line.airedInYear > ceiling
      {
        findings.append(.quotaPassed(line.airedInYear, of: ceiling, planLine))
      }
      if planLine.placing != nil,
        let forecast = line.forecast.flatMap({
          Finding.forecastShort($0, planLine, aired: line.months.reduce(Counts(), +).aired)
        })
      {
        findings.append(forecast)
      }
      if let before = tally.yearBefore, before[line.line] == nil {
        findings.append(.noFigureBefore(planLine, before))
      }
    }
    findings += tally.rules.flatMap {
      [Finding.floorMissed($0, of: nil), .ceilingPassed($0, of: nil)].compactMap(\.self)
    }
    findings += tally.excesses.compactMap { excess in
      plan.outlet(excess.outlet).flatMap { .outletCeilingPassed(excess, $0) }
    }
    for total in tally.totals {
      findings +=
        doubleCounts(of: total.counted.compactMap { plan.line($0) }, in: total.title) { size(of: $0, tally) }
        + unlike(total.id, total.counted, plan: plan, published: published)
    }
    for level in AdminLevel.allCases {
      let apart = published.map { output(of: figures(of: level, $0, plan)).apart } ?? []
      if let first = apart.first { findings.append(.figuresApart(level, apart, at: first.place)) }
    }
    for group in tally.groups where group.dimension == .level && group.counts == nil && group.published == nil
    {
      let figure = published?.figures.first { $0.level?.rawValue == group.key && $0.quantity == nil }
      findings.append(.levelMissing(group.title, at: figure?.place))
    }
    return (findings + (published.map(inclusions) ?? [])).inFileOrder
  }

  /// What aired and does not count as a work: rows that are too short, and works of which parts are missing. For whoever looks
  /// at outcomes alone.
  public static func uncountedWorks(plan: Plan, reconciled: Reconciled) -> [Finding] {
    let lines = plan.lines.filter { !$0.isEmbedded && ($0.counting.leastMinutes != nil || $0.parts > 1) }
    guard !lines.isEmpty else { return [] }
    let register = WorkRegister(plan: plan, reconciled: reconciled)
    let tooShort = Dictionary(grouping: register.tooShort(in: plan.months.days), by: \.line)
    return lines.flatMap { line in
      [
        Finding.tooShort(tooShort[line.id] ?? [], of: line),
        Finding.incomplete(register.incomplete(line, before: plan.months.days.upperBound), of: line),
      ].compactMap(\.self)
    }
  }

  /// That a total of the plan adds what cannot be added, in the plan's figures or in the published ones.
  private static func unlike(
    _ id: String, _ counted: [String], plan: Plan, published: PublishedFigures?
  ) -> [Finding] {
    guard let total = plan.totals.first(where: { $0.id == id }) else { return [] }
    let planned = counted.compactMap { plan.line($0)?.plannedQuantity }
    let figures = published?.figures.filter { $0.line.map(counted.contains) ?? false } ?? []
    let stated = withoutIncluded(figures).compactMap(\.quantity)
    for figures in [planned, stated] {
      do throws(UnlikeFigures) {
        _ = try Quantity.sum(figures)
      } catch {
        return [.totalUnlike(total, error)]
      }
    }
    return plan.unlikeLines(counted).map { [.totalUnlike(total, $0)] } ?? []
  }

  /// The plan's totals that add what cannot be added, before anything is counted.
  public static func unlikeTotals(plan: Plan) -> [Finding] {
    plan.totals.flatMap { total in
      unlike(total.id, lines(of: total, in: plan).counted.map(\.id), plan: plan, published: nil)
    }
  }

  /// What a line without a rule of its own lacks when the year is over; before that the forecast tells it.
  private static func missedQuota(
    _ line: LineTally, _ planLine: PlanLine, in tally: Tally, of plan: Plan
  ) -> Finding? {
    let year = tally.period.profile.days(of: .year, in: tally.period.year)
    guard tally.isCounted(line, in: plan), let asOf = tally.asOf, asOf.advanced(by: 1) >= year.upperBound,
      tally.period.days.upperBound == year.upperBound,
      line.planned?.unit.time == nil, let floor = line.planned?.floor,
      // Where a log is still to come, nobody can say that it was missed.
      line.airedInYear + line.pendingInYear < floor,
      !line.rules.contains(where: { $0.rule.measure == .works && $0.windows.contains(where: \.isShort) })
    else { return nil }
    let isCutOff = year.upperBound < plan.months.days.upperBound
    return .quotaMissed(
      line.airedInYear, of: floor, planLine, cutOff: isCutOff ? year.upperBound.advanced(by: -1) : nil)
  }

  /// Figures that may lie inside another: they are never added to it.
  static func inclusions(in published: PublishedFigures) -> [Finding] {
    published.figures.compactMap { figure in
      let inside = figure.mayInclude.compactMap { published.figure($0) }
      return inside.isEmpty ? nil : .mayInclude(figure, inside)
    }
  }

  /// Lines for which it is not stated whether they are part of another (`part-of`), before anything is counted: of the
  /// plan's totals, and of one form on one outlet, where the title of one says what the other's does and more.
  ///
  /// - Parameter published: A report whose figures stand for those that the plan does not state; `nil` for none.
  public static func overlapDoubts(plan: Plan, published: PublishedFigures?) -> [Finding] {
    let ofTotals = plan.totals.flatMap { total in
      doubleCounts(of: lines(of: total, in: plan).counted, in: total.title) { line in
        line.quota ?? published?.figures.first { $0.line == line.id && $0.quantity != nil }?.quantity
      }
    }
    let told = Set(ofTotals.compactMap(\.place))
    return ofTotals + namesakes(in: plan).filter { $0.place.map { !told.contains($0) } ?? true }
  }

  /// Lines whose title holds that of another line of their form on their outlet: “Tin cải cách hành chính” beside “Tin”.
  private static func namesakes(in plan: Plan) -> [Finding] {
    let lines = plan.lines.filter { !$0.isEmbedded }
    let words = lines.map { Set(FoldedText($0.title).text.split(separator: " ")) }
    return lines.indices.compactMap { index in
      guard lines[index].overlap == .unsaid else { return nil }
      let host = lines.indices.first { other in
        words[other].isStrictSubset(of: words[index]) && !words[other].isEmpty
          && lines[other].overlap != .disjoint
          && !Set(lines[other].form.forms).isDisjoint(with: lines[index].form.forms)
          && !Set(lines[other].outlets.ids).isDisjoint(with: lines[index].outlets.ids)
      }
      return host.map { .possiblePart(lines[index], of: lines[$0]) }
    }
  }

  /// Lines of a total that share an outlet with a larger one, and for which it is not stated whether they are part of
  /// it. The larger line's own word that it overlaps with none settles it too.
  private static func doubleCounts(
    of lines: [PlanLine], in total: String, size: (PlanLine) -> Quantity?
  ) -> [Finding] {
    let sizes = lines.map(size)
    // The largest first; of two of one size the one that the total names first.
    let bySize = lines.indices.sorted { (sizes[$1]?.value ?? 0, $0) < (sizes[$0]?.value ?? 0, $1) }
    return bySize.enumerated().compactMap { rank, index in
      let line = lines[index]
      let hosts = bySize.prefix(rank).filter { host in
        lines[host].overlap != .disjoint && line.isCountedLike(lines[host])
          && !Set(lines[host].outlets.ids).isDisjoint(with: line.outlets.ids)
          && !isOneRow(line, lines[host])
      }
      guard line.overlap == .unsaid, !hosts.isEmpty else { return nil }
      return .possibleDoubleCount(
        line, inside: hosts.map { lines[$0] }, of: total, sums: bothSums(sizes, without: index))
    }
  }

  /// Whether two lines are one row of the plan with a quota for each language: none of them has works of the other.
  private static func isOneRow(_ one: PlanLine, _ other: PlanLine) -> Bool {
    one.place == other.place && one.title == other.title
      && Set(one.languages.all).isDisjoint(with: other.languages.all)
  }

  /// A sum without one of its parts, and with it; `nil` when one part is not known.
  private static func bothSums(_ parts: [Quantity?], without index: Int) -> (Quantity, Quantity)? {
    let known = parts.compactMap { $0 }
    guard known.count == parts.count, let with = sum(known),
      let without = sum(known.indices.filter { $0 != index }.map { known[$0] })
    else { return nil }
    return (without, with)
  }

  /// How many works a line has: as planned or found, as published, or as counted.
  private static func size(of line: PlanLine, _ tally: Tally) -> Quantity? {
    let counted = tally.lines.first { $0.line == line.id }
    return line.quota ?? counted?.published?.quantity
      ?? counted.flatMap { $0.airedInYear > 0 ? Quantity($0.airedInYear, .exact, line.form) : nil }
  }
}
