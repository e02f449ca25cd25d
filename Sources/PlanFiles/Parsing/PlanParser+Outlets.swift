import ScheduleModel
import Yams

extension PlanParser {
  typealias Entry = (id: String, span: SourceSpan, value: Node)

  mutating func document(_ node: Node) -> PlanDocument? {
    guard let mapping = item(node, .document) else { return nil }
    let values = mapping.values
    return PlanDocument(
      number: reader.text(values["number"]), date: reader.day(values["date"]),
      issuer: reader.text(values["issuer"]), subject: reader.text(values["subject"]),
      role: reader.word(values["role"], of: PlanDocument.Role.self) ?? .plan, place: mapping.span.place)
  }

  mutating func unit(_ entry: Entry) -> AdminUnit? {
    guard let mapping = item(entry.value, .unit, named: entry.span) else { return nil }
    let values = mapping.values
    let level = reader.level(values["level"])
    let planMode = reader.word(values["plan"], of: AdminUnit.PlanMode.self)
    let validity = validity(values["valid"], at: mapping.span(of: "valid"))
    let parent = reader.reference(values["parent"], to: Reference.unit)
    guard let name = reader.text(values["name"]) else { return nil }
    return AdminUnit(
      id: entry.id, name: name, level: level, parent: parent, validity: validity, planMode: planMode,
      place: entry.span.place)
  }

  mutating func topic(_ entry: Entry) -> Topic? {
    reader.text(entry.value).map { Topic(id: entry.id, title: $0, place: entry.span.place) }
  }

  mutating func blackout(_ node: Node) -> Blackout? {
    guard let mapping = item(node, .blackout) else { return nil }
    let values = mapping.values
    let name = reader.text(values["name"])
    let from = dayWithinYear(values["from"])
    let through = dayWithinYear(values["to"])
    let outlets = reader.references(values["outlets"], to: Reference.outlet)
    let lines = reader.references(values["lines"], to: Reference.line)
    guard let from, let through else { return nil }
    let days = validity(from: from, through: through, successor: nil, end: values["to"])
    guard let name, days != .always else { return nil }
    return Blackout(
      name: name, days: from..<through.advanced(by: 1), outlets: outlets, lines: lines,
      place: mapping.span.place)
  }

  mutating func outlet(_ entry: Entry) -> Outlet? {
    guard let mapping = item(entry.value, .outlet, named: entry.span) else { return nil }
    let values = mapping.values
    let kind = reader.kind(values["kind"])
    let level = reader.level(values["level"])
    let owner = reader.reference(values["owner"], to: Reference.unit)
    let zone = reader.zone(values["zone"]) ?? zone
    let dayStarts = reader.value(
      values["day-starts"], { TimeOfDay($0).flatMap { $0.seconds <= 43_200 ? $0 : nil } },
      refused: { .badTime($0, at: $1) })
    let validity = validity(values["valid"], at: mapping.span(of: "valid"))
    let grid = reader.items(values["grid"], .gridLine).compactMap { gridLine($0, of: kind) }
    reader.unique(values["grid"])
    let perDay = reader.number(values["per-day"], in: 1...10_000)
    let minutesPerDay = reader.minutes(values["minutes-per-day"])
    let perMonth = perMonth(values["per-month"])
    let relays = reader.distinctReferences(values["relays"], to: Reference.outlet)
    let deadlines = deadlines(values["deadlines"], at: mapping.span(of: "deadlines"))
    guard let name = reader.text(values["name"]), let kind else { return nil }
    return Outlet(
      id: entry.id, name: name, kind: kind, level: level, owner: owner, zone: zone, validity: validity,
      grid: grid, place: entry.span.place, perDay: perDay, perMonth: perMonth,
      dayStarts: dayStarts ?? .midnight, relays: relays, deadlines: deadlines,
      was: reader.text(values["was"]), minutesPerDay: minutesPerDay)
  }

  /// One number for every month, a list of one for each, or some months' as a mapping; one that is not named has
  /// no limit.
  private mutating func perMonth(_ node: Node?) -> [Int]? {
    guard let node else { return nil }
    let counts = 0...Quantity.largest
    var most = Array(repeating: Quantity.largest, count: months.count)
    if node.sequence != nil {
      let items = reader.list(node)
      guard items.count == months.count else {
        let span = reader.span(node)
        reader.findings.append(.numberForEachMonth(given: items.count, months, at: span))
        return nil
      }
      for (month, item) in items.enumerated() { most[month] = reader.number(item, in: counts) ?? most[month] }
    } else if node.mapping != nil {
      for (month, value) in byMonth(node) {
        most[month] = reader.number(value, in: counts) ?? most[month]
      }
    } else if let every = reader.number(node, in: counts) {
      most = Array(repeating: every, count: months.count)
    }
    return most.allSatisfy { $0 == Quantity.largest } ? nil : most
  }

  private mutating func gridLine(_ node: Node, of kind: Outlet.Kind?) -> GridLine? {
    guard let mapping = reader.mapping(node, .gridLine) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let from = gridStart(values)
    let recurrence = recurrence(mapping, from: from)
    let except = dates(values["except"])
    if !except.isEmpty, values["rule"] == nil {
      reader.findings.append(.exceptWithoutRule(at: mapping.span(of: "except")))
    }
    let at = reader.value(values["at"], { TimeOfDay($0) }, refused: { .badTime($0, at: $1) })
    let minutes = reader.minutes(values["length"])
    checkLength(mapping, of: kind)
    let spanDays = spanDays(mapping)
    let inside = reader.reference(values["inside"], to: Reference.grid)
    let pieces = reader.number(values["pieces"], in: 1...10_000)
    let languages = reader.list(values["languages"]).compactMap { reader.language($0) }
    let through = dayWithinYear(values["to"])
    let validity = validity(from: from, through: through, successor: nil, end: values["to"])
    let inBlackout = reader.value(
      values["in-blackout"], PlanValue.inBlackout,
      refused: { .unknownWord($0, ["drop", "keep", "-7d"], at: $1) })
    guard let id, let recurrence else { return nil }
    return GridLine(
      id: id, recurrence: recurrence, at: at, minutes: minutes ?? 0, pieces: pieces ?? 1,
      languages: languages, validity: validity, inBlackout: inBlackout ?? .drop, place: mapping.span.place,
      except: values["rule"] == nil ? [] : except, inside: inside,
      spanDays: spanDays)
  }

  /// What is read has no length. What is broadcast or held may have an hour and a length, one of them or neither: a
  /// plan says what its source states.
  private mutating func checkLength(_ mapping: YAMLReader.Mapping, of kind: Outlet.Kind?) {
    let isHourGiven = mapping.values["at"] != nil || mapping.reported.contains("at")
    guard let kind, mapping.values["length"] != nil, !isHourGiven else { return }
    switch kind {
    case .television, .radio, .loudspeaker, .event: break
    case .newspaper, .website, .socialPage, .outdoor, .print:
      reader.findings.append(.lengthOfReading(kind, at: mapping.span(of: "length")))
    }
  }

  /// How many days an opening lasts as one event; one of several days has no hour and no length of an hour's kind, and
  /// what is on a day that is not fixed does not last several.
  private mutating func spanDays(_ mapping: YAMLReader.Mapping) -> Int {
    guard let node = mapping.values["lasts"], let days = reader.days(node) else { return 1 }
    guard days > 1 else { return 1 }
    guard let other = ["at", "length", "every"].first(where: { mapping.values[$0] != nil }) else {
      return days
    }
    reader.findings.append(.keysExclude("lasts", other, at: mapping.span(of: "lasts")))
    return 1
  }

  /// Exactly one of `rule`, `dates` and `every`.
  private mutating func recurrence(
    _ mapping: YAMLReader.Mapping, from: CivilDay?
  ) -> GridLine.Recurrence? {
    let values = mapping.values
    let given = ["rule", "dates", "every"].filter { values[$0] != nil }
    guard given.count == 1 else {
      if given.count > 1 || mapping.reported.isDisjoint(with: ["rule", "dates", "every"]) {
        reader.findings.append(.oneRecurrence(given: given, year: year, at: mapping.span))
      }
      return nil
    }
    if let node = values["rule"] {
      return rule(node, from: from, hasStart: values["from"] != nil).map { .rule($0) }
    }
    if let node = values["every"] {
      return reader.value(
        node, { $0 == "month" ? .monthly : nil }, refused: { .unknownWord($0, ["month"], at: $1) })
    }
    return .dates(dates(values["dates"]))
  }

  /// Days in order; one that is there twice would open the same slot twice.
  private mutating func dates(_ node: Node?) -> [CivilDay] {
    var days: Set<CivilDay> = []
    for item in reader.list(node) {
      guard let day = dayWithinYear(item), !days.insert(day).inserted else { continue }
      let span = reader.span(item)
      reader.findings.append(.dayTwice(day, at: span))
    }
    return days.sorted()
  }
}
