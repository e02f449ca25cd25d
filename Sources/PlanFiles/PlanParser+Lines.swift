import ScheduleModel
import Yams

extension PlanParser {
  mutating func line(_ node: Node) -> PlanLine? {
    guard let mapping = reader.mapping(node, .line) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let form = reader.value(
      values["form"], { (text: String) -> CountingUnit? in CountingUnit(text) },
      refused: { .badQuantity($0, at: $1) })
    let outlets = outlets(values, at: mapping.place)
    let quota = quota(values["quota"], unit: form)
    let basis = reader.word(values["basis"], of: PlanLine.QuotaBasis.self) ?? .plan
    let isScheduled = reader.truth(values["scheduled"]) ?? true
    let overlap = overlap(values, of: id)
    let placing = placing(values, quota: quota)
    let versions = versions(values["versions"])
    let responsibility = responsibility(values)
    let topics = reader.references(values["topics"], to: Reference.topic)
    let tone = reader.word(values["tone"], of: PlanLine.Tone.self)
    let note = reader.text(values["note"])
    guard let id, let title, let form else { return nil }
    var isPlaced = isScheduled && quota != nil
    if case .embedded = overlap { isPlaced = false }
    return PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis,
      placing: isPlaced ? placing : nil, versions: versions, responsibility: responsibility, topics: topics,
      tone: tone, overlap: overlap, note: note, place: mapping.place)
  }

  /// `outlet` with `also-on`, or `outlets` for one figure over several.
  private mutating func outlets(_ values: [String: Node], at place: SourcePlace) -> PlanLine.OutletUse {
    if values["outlet"] != nil, let node = values["outlets"] {
      reader.findings.append(.keysExclude("outlet", "outlets", at: reader.place(node)))
    }
    if values["outlets"] != nil {
      return .together(reader.references(values["outlets"], to: Reference.outlet))
    }
    let first = reader.reference(values["outlet"], to: Reference.outlet)
    return .each([first].compactMap(\.self) + reader.references(values["also-on"], to: Reference.outlet))
  }

  private mutating func quota(_ node: Node?, unit: CountingUnit?) -> Quantity? {
    reader.value(
      node, { Quantity($0, unit: unit) },
      refused: { text, place in
        Quantity(text, unit: unit, limit: Int.max / 4) == nil
          ? .badQuantity(text, at: place) : .badNumber(text, in: 0...Quantity.largest, at: place)
      })
  }

  private mutating func overlap(_ values: [String: Node], of id: String?) -> PlanLine.Overlap {
    if let node = values["embedded-in"] {
      if let other = values["part-of"] {
        reader.findings.append(.keysExclude("embedded-in", "part-of", at: reader.place(other)))
      }
      return reader.reference(node, to: Reference.line).map { .embedded(in: $0) } ?? .unsaid
    }
    guard let node = values["part-of"] else { return .unsaid }
    if node.scalar?.string == "none" { return .disjoint }
    return reader.reference(node, to: Reference.line).map { .partOf($0) } ?? .unsaid
  }

  private mutating func placing(_ values: [String: Node], quota: Quantity?) -> Placing {
    let window = window(values, within: days)
    let weights = weights(values["weights"])
    let months = months(values["months"])
    if let node = values["months"], let quota {
      let least = months.reduce(0) { $0 + $1.lowerBound }
      let most = months.reduce(0) { min(Quantity.largest, $0 + $1.upperBound) }
      if least > quota.value || most < quota.value {
        reader.findings.append(
          .monthsContradictQuota(quota: quota, least: least, most: most, at: reader.place(node)))
      }
    }
    let pins = reader.list(values["pins"]).compactMap { pin($0) }
    if let quota, pins.count > quota.value, let node = values["pins"] {
      reader.findings.append(.pinsPassQuota(pins: pins.count, quota: quota, at: reader.place(node)))
    }
    return Placing(
      grid: reader.references(values["grid"], to: Reference.grid), window: window, weights: weights,
      months: months,
      perDay: reader.number(values["per-day"], in: 1...1_000), pins: pins,
      minutes: reader.value(values["length"], PlanValue.minutes, refused: { .badLength($0, at: $1) }))
  }

  /// Twelve weights as a list, or some months' as a mapping; a month that is not named weighs 1.
  private mutating func weights(_ node: Node?) -> [Int] {
    let even = Array(repeating: 1, count: 12)
    guard let node else { return even }
    var weights = even
    if node.sequence != nil {
      let items = reader.list(node)
      guard items.count == 12 else {
        reader.findings.append(.twelveWeights(given: items.count, at: reader.place(node)))
        return even
      }
      for (month, item) in items.enumerated() { weights[month] = reader.number(item, in: 0...1_000) ?? 1 }
    } else {
      for (month, value) in byMonth(node) { weights[month - 1] = reader.number(value, in: 0...1_000) ?? 1 }
    }
    if weights.allSatisfy({ $0 == 0 }) { reader.findings.append(.weightsAllZero(at: reader.place(node))) }
    return weights
  }

  private mutating func months(_ node: Node?) -> [ClosedRange<Int>] {
    var months = Array(repeating: Placing.anyCount, count: 12)
    guard let node else { return months }
    for (month, value) in byMonth(node) {
      guard
        let (least, most) = reader.value(
          value, PlanValue.range, refused: { .badMonthRange($0, at: $1) })
      else { continue }
      if least <= most {
        months[month - 1] = least...most
      } else {
        reader.findings.append(
          .minimumAboveMaximum(least, most, month: month, at: reader.place(value), reader.width(value)))
      }
    }
    return months
  }

  /// A mapping whose keys are months 1 to 12.
  private mutating func byMonth(_ node: Node) -> [(month: Int, value: Node)] {
    guard let mapping = node.mapping else {
      reader.findings.append(
        .wrongType(at: reader.place(node), reader.width(node), what: Reference.line, expected: .monthMapping))
      return []
    }
    return mapping.compactMap { key, value in reader.number(key, in: 1...12).map { ($0, value) } }
  }

  private mutating func pin(_ node: Node) -> Placing.Pin? {
    guard node.mapping != nil else {
      return dayWithinYear(node).map { Placing.Pin(day: $0, grid: nil, place: reader.place(node)) }
    }
    guard let mapping = reader.mapping(node, .pin) else { return nil }
    let grid = reader.reference(mapping.values["grid"], to: Reference.grid)
    return dayWithinYear(mapping.values["on"]).map { Placing.Pin(day: $0, grid: grid, place: mapping.place) }
  }

  private mutating func versions(_ node: Node?) -> LanguageVersions? {
    guard let node, let mapping = reader.mapping(node, .versions) else { return nil }
    let values = mapping.values
    let into = reader.list(values["into"]).compactMap { reader.language($0) }
    let lead = reader.value(values["after"], PlanValue.days, refused: { .badLength($0, at: $1) })
    return LanguageVersions(
      into: into, leadDays: lead ?? 0, outlet: reader.reference(values["outlet"], to: Reference.outlet),
      grid: reader.references(values["grid"], to: Reference.grid),
      works: reader.number(values["works"], in: 1...Quantity.largest),
      sentTo: reader.references(values["sent-to"], to: Reference.outlet))
  }

  private mutating func responsibility(_ values: [String: Node]) -> Responsibility {
    Responsibility(
      level: reader.word(values["level"], of: AdminLevel.self),
      producer: reader.reference(values["producer"], to: Reference.unit),
      lead: reader.reference(values["lead"], to: Reference.unit),
      support: reader.references(values["support"], to: Reference.unit),
      person: reader.text(values["person"]),
      document: reader.text(values["document"]), row: reader.text(values["row"]))
  }

  mutating func total(_ node: Node) -> PlanTotal? {
    guard let mapping = reader.mapping(node, .total) else { return nil }
    let id = reader.id(mapping.values["id"])
    let title = reader.text(mapping.values["title"])
    let lines = reader.references(mapping.values["lines"], to: Reference.line)
    guard let id, let title else { return nil }
    return PlanTotal(id: id, title: title, lines: lines, place: mapping.place)
  }

  mutating func matching(_ node: Node?) -> MatchingTolerance {
    guard let node, let mapping = reader.mapping(node, .matching) else { return MatchingTolerance() }
    let onTime = reader.value(
      mapping.values["on-time"], PlanValue.minutes, refused: { .badLength($0, at: $1) })
    let moved = reader.value(
      mapping.values["moved-within"], PlanValue.days, refused: { .badLength($0, at: $1) })
    let usual = MatchingTolerance()
    return MatchingTolerance(
      onTimeMinutes: onTime ?? usual.onTimeMinutes, movedDays: moved ?? usual.movedDays)
  }

  mutating func remarks(_ node: Node?) -> [Remark] {
    guard let node, let mapping = reader.mapping(node, .remarks) else { return [] }
    return Remark.Part.allCases.compactMap { part in
      let text = reader.list(mapping.values[part.rawValue]).compactMap { reader.text($0) }
      return text.isEmpty ? nil : Remark(part: part, text: text)
    }
  }
}
