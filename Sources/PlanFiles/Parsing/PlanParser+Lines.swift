import ScheduleModel
import Yams

extension PlanParser {
  mutating func line(_ node: Node) -> PlanLine? {
    guard let mapping = item(node, .line) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let form = reader.value(
      values["form"], { (text: String) -> CountingUnit? in CountingUnit(text) },
      refused: { .badForm($0, at: $1) })
    // Rows of an annex such as "tin, bài, ảnh: 100" have no title besides.
    let isUntitled = values["title"] == nil && !mapping.reported.contains("title")
    let title = isUntitled ? form?.description : reader.text(values["title"])
    let outlets = outlets(mapping)
    let window = rateDays(values, outlets)
    let languages = languages(mapping)
    quotaLanguages = languagesAreRead(values) ? languages : nil
    let isScheduled = reader.truth(values["scheduled"]) ?? true
    let stated = quota(
      values["quota"], unit: form ?? CountingUnit(["–"]), in: window, takesOpenings: true,
      isScheduled: isScheduled)
    let basis = reader.word(values["basis"], of: PlanLine.QuotaBasis.self) ?? .plan
    let quota = openingsAreCounted(stated, mapping, isScheduled: isScheduled) ? stated : nil
    let overlap = overlap(mapping)
    let (counting, inForce) = counting(
      mapping, quota: quota, unit: form ?? CountingUnit(["–"]), in: window, isScheduled: isScheduled)
    let placing = placing(mapping, quota: inForce)
    let repeats = repeats(mapping, quota: inForce)
    let versions = versions(values["versions"], at: mapping.span(of: "versions"))
    let deadlines = deadlines(values["deadlines"], at: mapping.span(of: "deadlines"))
    let responsibility = responsibility(values)
    let topics = reader.references(values["topics"], to: Reference.topic)
    let tone = reader.word(values["tone"], of: PlanLine.Tone.self)
    let houseNumber = reader.value(
      values["house-number"], { HouseNumber($0) }, refused: { .badHouseNumber($0, at: $1) })
    let cost = reader.value(values["cost"], PlanValue.cost, refused: { .badCost($0, at: $1) })
    let note = reader.text(values["note"])
    let aliases = reader.list(values["aliases"]).compactMap { reader.text($0) }
    let reason = isScheduled ? values["embedded-in"].map { _ in "embedded-in" } : "scheduled: false"
    if let reason { checkUnused(mapping, because: reason) }
    guard let id, let title, let form else { return nil }
    let isPlaced = reason == nil && inForce != nil && !(inForce?.isInWords ?? false)
    if isPlaced, let inForce, inForce.unit.time != nil, values["length"] == nil,
      !mapping.reported.contains("length")
    {
      reader.findings.append(.lengthMissing(inForce, at: mapping.span(of: "quota")))
    }
    return PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: inForce, basis: basis,
      placing: isPlaced ? placing : nil, versions: versions, responsibility: responsibility, topics: topics,
      tone: tone, overlap: overlap, note: note, place: mapping.span.place, repeats: isPlaced ? repeats : [],
      deadlines: deadlines, counting: counting, houseNumber: houseNumber, was: reader.text(values["was"]),
      aliases: aliases, languages: languages, cost: cost, signed: isPlaced ? nil : signed(placing))
  }

  /// The days and months of a line that is not scheduled; `nil` where the plan states none.
  private func signed(_ placing: Placing) -> Placing? {
    guard placing.window != days || placing.months.contains(where: { $0 != Placing.anyCount }) else {
      return nil
    }
    return Placing(
      grid: [], window: placing.window, weights: placing.months.map { _ in 1 }, months: placing.months,
      perDay: nil,
      pins: [], minutes: nil)
  }

  /// A line that is not scheduled is not spread either. Its days and months may be there all the same: they are the signed
  /// document's, and hold from the day on which it is scheduled.
  private mutating func checkUnused(_ mapping: YAMLReader.Mapping, because reason: String) {
    let unused = KeySet.placing.filter {
      mapping.values[$0] != nil && !["from", "to", "months"].contains($0)
    }
    guard let first = mapping.keys.first(where: { unused.contains($0.name) }) else { return }
    reader.findings.append(.placingUnused(unused, because: reason, at: first.span))
  }

  /// `outlet` with `also-on`, or `outlets` for one figure over several.
  private mutating func outlets(_ mapping: YAMLReader.Mapping) -> PlanLine.OutletUse {
    let values = mapping.values
    if values["outlets"] != nil {
      for other in ["outlet", "also-on"] where values[other] != nil {
        reader.findings.append(.keysExclude(other, "outlets", at: mapping.span(of: other)))
      }
      return .together(reader.references(values["outlets"], to: Reference.outlet))
    }
    if values["also-on"] != nil, values["outlet"] == nil, !mapping.reported.contains("outlet") {
      reader.findings.append(.missingKey("outlet", .line, at: mapping.span(of: "also-on")))
    }
    let first = reader.reference(values["outlet"], to: Reference.outlet)
    return .each([first].compactMap(\.self) + reader.references(values["also-on"], to: Reference.outlet))
  }

  /// Whether a quota is no number for each opening, or the line says of which grid line; otherwise told.
  private mutating func openingsAreCounted(
    _ quota: Quantity?, _ line: YAMLReader.Mapping, isScheduled: Bool
  ) -> Bool {
    guard let quota, quota.rate == .session else { return true }
    let values = line.values
    let grid = values["grid"].map { $0.sequence?.count ?? 1 } ?? 0
    let isScheduled = isScheduled && values["embedded-in"] == nil
    guard grid != 1 || !isScheduled || values["amended"] != nil else { return true }
    let span = values["quota"].map { reader.span($0) } ?? line.span
    reader.findings.append(
      .openingsUnnamed(quota, isScheduled: isScheduled, isAmended: values["amended"] != nil, at: span))
    return false
  }

  /// A year's figure. A rate is refused with the figure that follows from it.
  ///
  /// - Parameters:
  ///   - running: The days on which the line runs.
  ///   - takesOpenings: Whether a number for each opening is taken, which is counted once the grid has dates.
  mutating func quota(
    _ node: Node?, unit: CountingUnit, in running: RateDays, takesOpenings: Bool = false,
    isScheduled: Bool = true
  ) -> Quantity? {
    let window = running.window
    guard let node else { return nil }
    if takesOpenings, let text = node.scalar?.string, PlanValue.isEveryOpening(text) {
      return Quantity(.number(1), .exact, unit, rate: .session)
    }
    guard
      let quota = reader.quantity(
        node, unit: unit, limit: isScheduled ? Quantity.largest : Quantity.largestUnscheduled)
    else { return nil }
    if let other = QuotaWords(quota.unit, besides: unit).contradiction(in: quotaLanguages) {
      let span = reader.span(node)
      reader.findings.append(.quotaOfOthers(quota, other, at: span))
      return nil
    }
    guard let rate = quota.rate else { return quota }
    if takesOpenings, rate == .session, case .number(1...1_000) = quota.amount, quota.qualifier == .exact,
      quota.unit.time == nil
    {
      return quota
    }
    let span = reader.span(node)
    guard case .every(let every, let unit) = rate, (quota.upperValue ?? 0) > 0 else {
      reader.findings.append(.quotaIsRate(quota, in: window, total: nil, rule: nil, at: span))
      return nil
    }
    let times = Quantity(quota.amount, quota.qualifier, quota.unit)
    // A yearly rate of a line that runs all year is the year's figure.
    if every == 1, unit == .year, year != nil, window == days, (365...366).contains(window.count) {
      return times
    }
    let total = running.total(times, every: every, unit)
    let cycle: Cycle? =
      switch (every, unit) {
      case (1, .day): running.hasAllWeekdays ? .day : nil
      case (1, .month): .month
      case (1, .quarter), (3, .month): .quarter
      case (6, .month), (2, .quarter): .half
      case (1...52, .week): .weeks(every)
      default: nil
      }
    let isCounted = (quota.floor ?? quota.ceiling) != nil && quota.unit.time == nil
    reader.findings.append(
      .quotaIsRate(quota, in: window, total: total, rule: isCounted ? cycle?.description : nil, at: span))
    return nil
  }

  /// The days of a line as far as they can be read; what is wrong with them is told where they are read for good.
  private func rateDays(_ values: [String: Node], _ outlets: PlanLine.OutletUse) -> RateDays {
    func day(_ key: String) -> CivilDay? { values[key]?.scalar.flatMap { CivilDay(written: $0.string) } }
    let weekdays = (values["days"].map { $0.sequence.map(Array.init) ?? [$0] } ?? []).compactMap {
      $0.scalar.flatMap { Weekday(named: $0.string) }
    }
    let isTogether = if case .together = outlets { true } else { false }
    let producer = units.existence(of: values["producer"]?.scalar?.string)
    return RateDays(
      of: days, from: day("from"), through: day("to"), weekdays: Set(weekdays),
      existence: outlets.ids.compactMap { existence[$0]?.intersection(producer) }, isTogether: isTogether)
  }

  /// Whether every language that a line names is understood; what is wrong with one is told where it is read.
  private func languagesAreRead(_ values: [String: Node]) -> Bool {
    guard let node = values["language"] else { return true }
    return (node.sequence.map(Array.init) ?? [node]).allSatisfy {
      $0.scalar.flatMap { BroadcastLanguage.tag(named: $0.string) } != nil
    }
  }

  private mutating func overlap(_ mapping: YAMLReader.Mapping) -> PlanLine.Overlap {
    let values = mapping.values
    if let node = values["embedded-in"] {
      if values["part-of"] != nil {
        reader.findings.append(.keysExclude("part-of", "embedded-in", at: mapping.span(of: "part-of")))
      }
      return reader.reference(node, to: Reference.line).map { .embedded(in: $0) } ?? .unsaid
    }
    guard let node = values["part-of"] else { return .unsaid }
    if node.scalar?.string == "none" { return .disjoint }
    return reader.reference(node, to: Reference.line).map { .partOf($0) } ?? .unsaid
  }

  private mutating func responsibility(_ values: [String: Node]) -> Responsibility {
    Responsibility(
      level: reader.level(values["level"]),
      producer: reader.reference(values["producer"], to: Reference.unit),
      lead: reader.reference(values["lead"], to: Reference.unit),
      support: reader.references(values["support"], to: Reference.unit),
      person: reader.text(values["person"]),
      document: reader.text(values["document"]), row: reader.text(values["row"]))
  }

  // MARK: - After the lines

  mutating func total(_ node: Node) -> PlanTotal? {
    guard let mapping = item(node, .total) else { return nil }
    let id = reader.id(mapping.values["id"])
    let title = reader.text(mapping.values["title"])
    let lines = reader.references(mapping.values["lines"], to: Reference.line)
    guard let id, let title else { return nil }
    return PlanTotal(id: id, title: title, lines: lines, place: mapping.span.place)
  }

  mutating func matching(_ node: Node?, at span: SourceSpan) -> MatchingTolerance {
    guard let node, let mapping = reader.mapping(node, .matching, named: span) else {
      return MatchingTolerance()
    }
    let usual = MatchingTolerance()
    return MatchingTolerance(
      onTimeMinutes: reader.minutes(mapping.values["on-time"]) ?? usual.onTimeMinutes,
      movedDays: reader.days(mapping.values["moved-within"]) ?? usual.movedDays,
      partialPercent: reader.percent(mapping.values["partial-below"], in: 1...100) ?? usual.partialPercent,
      titlePercent: reader.percent(mapping.values["title-alike"], in: 1...100) ?? usual.titlePercent)
  }

  mutating func office(_ node: Node?, at span: SourceSpan) -> ReportingOffice {
    guard let node, let mapping = reader.mapping(node, .office, named: span) else { return .unnamed }
    let values = mapping.values
    return ReportingOffice(
      name: reader.text(values["name"]), above: reader.text(values["above"]),
      place: reader.text(values["place"]), signs: reader.list(values["signs"]).compactMap { reader.text($0) },
      signer: reader.text(values["signer"]),
      recipients: reader.list(values["recipients"]).compactMap { reader.text($0) })
  }

  mutating func remarks(_ node: Node?, at span: SourceSpan) -> [Remark] {
    guard let node, let mapping = reader.mapping(node, .remarks, named: span) else { return [] }
    return Remark.Part.allCases.compactMap { part in
      let text = reader.list(mapping.values[part.rawValue]).compactMap { reader.text($0) }
      return text.isEmpty ? nil : Remark(part: part, text: text)
    }
  }
}
