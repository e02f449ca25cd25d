import ScheduleModel
import Yams

extension PlanParser {
  typealias Entry = (id: String, place: SourcePlace, value: Node)

  mutating func document(_ node: Node) -> PlanDocument? {
    guard let mapping = reader.mapping(node, .document) else { return nil }
    let values = mapping.values
    return PlanDocument(
      number: reader.text(values["number"]), date: reader.day(values["date"]),
      issuer: reader.text(values["issuer"]),
      subject: reader.text(values["subject"]),
      role: reader.word(values["role"], of: PlanDocument.Role.self) ?? .plan,
      place: mapping.place)
  }

  mutating func unit(_ entry: Entry) -> AdminUnit? {
    guard let mapping = reader.mapping(entry.value, .unit, at: entry.place) else { return nil }
    let values = mapping.values
    let level = reader.word(values["level"], of: AdminLevel.self)
    let planMode = reader.word(values["plan"], of: AdminUnit.PlanMode.self)
    let validity = validity(values["valid"])
    guard let name = reader.text(values["name"]) else { return nil }
    return AdminUnit(
      id: entry.id, name: name, level: level, validity: validity, planMode: planMode, place: entry.place)
  }

  mutating func topic(_ entry: Entry) -> Topic? {
    reader.text(entry.value).map { Topic(id: entry.id, title: $0, place: entry.place) }
  }

  mutating func blackout(_ node: Node) -> Blackout? {
    guard let mapping = reader.mapping(node, .blackout) else { return nil }
    let values = mapping.values
    let name = reader.text(values["name"])
    let days = window(values, within: CivilDay.year(year))
    let outlets = reader.references(values["outlets"], to: Reference.outlet)
    let lines = reader.references(values["lines"], to: Reference.line)
    guard let name, values["from"] != nil, values["to"] != nil else { return nil }
    return Blackout(name: name, days: days, outlets: outlets, lines: lines, place: mapping.place)
  }

  mutating func outlet(_ entry: Entry) -> Outlet? {
    guard let mapping = reader.mapping(entry.value, .outlet, at: entry.place) else { return nil }
    let values = mapping.values
    let kind = reader.word(values["kind"], of: Outlet.Kind.self)
    let level = reader.word(values["level"], of: AdminLevel.self)
    let owner = reader.reference(values["owner"], to: Reference.unit)
    var zone = zone
    if let named = reader.text(values["zone"]) {
      if ZoneNames.exists(named) { zone = named } else { refuse(zone: named, at: values["zone"]) }
    }
    let validity = validity(values["valid"])
    let grid = reader.list(values["grid"]).compactMap { gridLine($0, of: kind) }
    reader.unique(grid.map { ($0.id, $0.place) })
    guard let name = reader.text(values["name"]), let kind else { return nil }
    return Outlet(
      id: entry.id, name: name, kind: kind, level: level, owner: owner, zone: zone, validity: validity,
      grid: grid,
      place: entry.place)
  }

  private mutating func gridLine(_ node: Node, of kind: Outlet.Kind?) -> GridLine? {
    guard let mapping = reader.mapping(node, .gridLine) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let recurrence = recurrence(values, at: mapping.place)
    let at = reader.value(values["at"], { TimeOfDay($0) }, refused: { .badTime($0, at: $1) })
    let minutes = reader.value(values["length"], PlanValue.minutes, refused: { .badLength($0, at: $1) })
    if values["at"] != nil, values["length"] == nil {
      reader.findings.append(.hourWithoutLength(at: mapping.place))
    }
    if values["at"] == nil, recurrence != .monthly, let kind,
      [.television, .radio, .loudspeaker].contains(kind)
    {
      reader.findings.append(.broadcastWithoutHour(kind, at: mapping.place))
    }
    let pieces = reader.number(values["pieces"], in: 1...10_000)
    let languages = reader.list(values["languages"]).compactMap { reader.language($0) }
    let from = dayWithinYear(values["from"])
    let through = dayWithinYear(values["to"])
    if let from, let through, through < from, let node = values["to"] {
      reader.findings.append(
        .windowEmpty(from: from, to: through, at: reader.place(node), reader.width(node)))
    }
    let inBlackout = reader.value(
      values["in-blackout"], PlanValue.inBlackout,
      refused: { .unknownWord($0, ["drop", "keep", "-7d"], at: $1) })
    guard let id, let recurrence else { return nil }
    return GridLine(
      id: id, recurrence: recurrence, at: at, minutes: at == nil ? 0 : minutes ?? 0, pieces: pieces ?? 1,
      languages: languages, validity: Validity(from: from, through: through), inBlackout: inBlackout ?? .drop,
      place: mapping.place)
  }

  /// Exactly one of `rule`, `dates` and `every`.
  private mutating func recurrence(_ values: [String: Node], at place: SourcePlace) -> GridLine.Recurrence? {
    let given = ["rule", "dates", "every"].filter { values[$0] != nil }
    guard given.count == 1 else {
      reader.findings.append(.oneRecurrence(given: given, at: place))
      return nil
    }
    if let node = values["rule"] { return rule(node).map { .rule($0) } }
    if let node = values["every"] {
      return reader.value(
        node, { $0 == "month" ? .monthly : nil }, refused: { .unknownWord($0, ["month"], at: $1) })
    }
    return .dates(reader.list(values["dates"]).compactMap { dayWithinYear($0) }.sorted())
  }

  private mutating func rule(_ node: Node) -> RecurrenceRule? {
    guard let text = reader.text(node) else { return nil }
    do throws(RecurrenceRule.Refusal) {
      return try RecurrenceRule(text)
    } catch {
      reader.findings.append(.badRule(text, error, at: reader.place(node)))
      return nil
    }
  }
}
