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
    let quota = quota(values["quota"], unit: form ?? CountingUnit(["–"]))
    let basis = reader.word(values["basis"], of: PlanLine.QuotaBasis.self) ?? .plan
    let isScheduled = reader.truth(values["scheduled"]) ?? true
    let overlap = overlap(mapping)
    let placing = placing(mapping, quota: quota)
    let versions = versions(values["versions"], at: mapping.span(of: "versions"))
    let responsibility = responsibility(values)
    let topics = reader.references(values["topics"], to: Reference.topic)
    let tone = reader.word(values["tone"], of: PlanLine.Tone.self)
    let note = reader.text(values["note"])
    let reason = isScheduled ? values["embedded-in"].map { _ in "embedded-in" } : "scheduled: false"
    if let reason { checkUnused(mapping, because: reason) }
    guard let id, let title, let form else { return nil }
    let isPlaced = reason == nil && quota != nil
    return PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis,
      placing: isPlaced ? placing : nil, versions: versions, responsibility: responsibility, topics: topics,
      tone: tone, overlap: overlap, note: note, place: mapping.span.place)
  }

  /// A line that is not scheduled is not spread either.
  private mutating func checkUnused(_ mapping: YAMLReader.Mapping, because reason: String) {
    let unused = KeySet.placing.filter { mapping.values[$0] != nil }
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

  private mutating func quota(_ node: Node?, unit: CountingUnit) -> Quantity? {
    reader.value(
      node, { Quantity($0, unit: unit) },
      refused: { text, span in
        Quantity(text, unit: unit, limit: Int.max / 4) == nil
          ? .badQuantity(text, at: span) : .badNumber(text, in: 0...Quantity.largest, at: span)
      })
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

  // MARK: - Placing

  private mutating func placing(_ mapping: YAMLReader.Mapping, quota: Quantity?) -> Placing {
    let values = mapping.values
    let window = window(values, within: days)
    let weights = weights(values["weights"])
    let months = months(values["months"])
    if values["months"] != nil, let quota {
      let least = months.reduce(0) { $0 + $1.lowerBound }
      let most = months.reduce(0) { min(Quantity.largest, $0 + $1.upperBound) }
      if least > quota.value || most < quota.value {
        reader.findings.append(
          .monthsContradictQuota(quota: quota, least: least, most: most, at: mapping.span(of: "months")))
      }
    }
    let pins = reader.list(values["pins"]).compactMap { pin($0) }
    if let quota, pins.count > quota.value {
      reader.findings.append(.pinsPassQuota(pins: pins.count, quota: quota, at: mapping.span(of: "pins")))
    }
    return Placing(
      grid: reader.references(values["grid"], to: Reference.grid), window: window, weights: weights,
      months: months, perDay: reader.number(values["per-day"], in: 1...1_000), pins: pins,
      minutes: reader.minutes(values["length"]))
  }

  /// Twelve weights as a list, or some months' as a mapping; a month that is not named weighs 1.
  private mutating func weights(_ node: Node?) -> [Int] {
    let even = Array(repeating: 1, count: 12)
    guard let node else { return even }
    let span = reader.span(node)
    var weights = even
    if node.sequence != nil {
      let items = reader.list(node)
      guard items.count == 12 else {
        reader.findings.append(.twelveWeights(given: items.count, at: span))
        return even
      }
      for (month, item) in items.enumerated() { weights[month] = reader.number(item, in: 0...1_000) ?? 1 }
    } else {
      for (month, value) in byMonth(node) { weights[month - 1] = reader.number(value, in: 0...1_000) ?? 1 }
    }
    if weights.allSatisfy({ $0 == 0 }) { reader.findings.append(.weightsAllZero(at: span)) }
    return weights
  }

  private mutating func months(_ node: Node?) -> [ClosedRange<Int>] {
    var months = Array(repeating: Placing.anyCount, count: 12)
    guard let node else { return months }
    for (month, value) in byMonth(node) {
      let range = reader.value(value, PlanValue.range, refused: { .badMonthRange($0, at: $1) })
      guard let (least, most) = range else { continue }
      if least <= most {
        months[month - 1] = least...most
      } else {
        let span = reader.span(value)
        reader.findings.append(.minimumAboveMaximum(least, most, month: month, at: span))
      }
    }
    return months
  }

  /// A mapping whose keys are months 1 to 12.
  private mutating func byMonth(_ node: Node) -> [(month: Int, value: Node)] {
    guard let mapping = node.mapping else {
      let span = reader.span(node)
      reader.findings.append(.wrongType(at: span, what: Reference.line, expected: .monthMapping))
      return []
    }
    return mapping.compactMap { key, value in reader.number(key, in: 1...12).map { ($0, value) } }
  }

  private mutating func pin(_ node: Node) -> Placing.Pin? {
    guard node.mapping != nil else {
      return dayWithinYear(node).map { Placing.Pin(day: $0, grid: nil, place: reader.source.place(of: node)) }
    }
    guard let mapping = reader.mapping(node, .pin) else { return nil }
    let grid = reader.reference(mapping.values["grid"], to: Reference.grid)
    let day = dayWithinYear(mapping.values["on"])
    return day.map { Placing.Pin(day: $0, grid: grid, place: mapping.span.place) }
  }

  // MARK: - Versions and responsibility

  private mutating func versions(_ node: Node?, at span: SourceSpan) -> LanguageVersions? {
    guard let node, let mapping = reader.mapping(node, .versions, named: span) else { return nil }
    let values = mapping.values
    let into = reader.list(values["into"]).compactMap { reader.language($0) }
    return LanguageVersions(
      into: into, leadDays: reader.days(values["after"]) ?? 0,
      outlet: reader.reference(values["outlet"], to: Reference.outlet),
      grid: reader.references(values["grid"], to: Reference.grid),
      works: reader.number(values["works"], in: 1...Quantity.largest),
      sentTo: reader.references(values["sent-to"], to: Reference.outlet))
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
      movedDays: reader.days(mapping.values["moved-within"]) ?? usual.movedDays)
  }

  mutating func remarks(_ node: Node?, at span: SourceSpan) -> [Remark] {
    guard let node, let mapping = reader.mapping(node, .remarks, named: span) else { return [] }
    return Remark.Part.allCases.compactMap { part in
      let text = reader.list(mapping.values[part.rawValue]).compactMap { reader.text($0) }
      return text.isEmpty ? nil : Remark(part: part, text: text)
    }
  }
}
