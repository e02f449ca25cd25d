import Hummingbird
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of units: which there are, and the sums over their plans.
enum UnitOperations {
  static let routes: [Route] = [
    .api(.get, "/units", .anywhere(.read), units, answerUnits),
    .api(.get, "/units/{unit}/sums", .unit(.read), sums, answerSums),
  ]

  private static let units = Operation.list(
    "units",
    Words(
      vi: "Các đơn vị mà mã truy cập đọc được, theo cây.", en: "The units that the token may read, as a tree."
    ),
    of: .object(["unit": .text, "name": .text, "level": .text, "below": .orNull(.text)]))

  private static func answerUnits(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.noToken }
    let units = try await visit.station.desk.readableUnits(visitor).places.map(\.unit)
    let codes = Dictionary(uniqueKeysWithValues: units.map { ($0.number, $0.code) })
    let part = try PagePart(visit, state: units.map { "\($0)" }.joined(separator: " "))
    return visit.json(
      part.value(of: units) { unit in
        [
          "unit": .text(unit.code), "name": .text(unit.name), "level": .text(unit.level),
          "below": JSONValue(unit.parent.flatMap { codes[$0] }),
        ]
      }.written)
  }

  /// Figures that were added.
  static let figures = JSONShape.object([
    "planned": .orNull(.integer), "isPlannedLeast": .truth, "scheduled": .integer, "aired": .orNull(.integer),
    "missed": .orNull(.integer), "isAiredLeast": .truth, "noLogYet": .integer,
  ])

  private static let group = JSONShape.object([
    "name": .text, "measure": .orNull(.text), "figures": .named("Figures"),
  ])

  private static let sums = Operation(
    id: "sums",
    summary: Words(
      vi:
        "Số liệu một năm của đơn vị và các đơn vị bên dưới: theo loại kênh, theo ngôn ngữ, theo đơn vị và kế hoạch.",
      en: "A year's figures of a unit and all below it: by kind of outlet, by language, by unit and plan."),
    query: [
      Operation.Parameter(
        name: "year", shape: .count(1_900...2_200),
        summary: Words(
          vi: "Năm; mặc định là năm mới nhất có số liệu.",
          en: "The year; the newest with figures unless given."))
    ],
    answer: .object([
      "unit": .text, "name": .text, "year": .orNull(.integer), "years": .array(.integer),
      "kinds": .array(group), "languages": .array(group),
      "units": .array(
        .object([
          "unit": .text, "name": .text, "units": .integer, "unitsWithPlan": .integer, "plans": .integer,
          "plansWithoutLog": .integer, "plansUncounted": .integer, "plansCountedAnew": .integer,
          "plansBroken": .integer, "works": .orNull(.named("Figures")),
        ])),
      "plans": .array(
        .object([
          "plan": .text, "title": .orNull(.text), "isCountedAnew": .truth,
          "logsUpTo": .orNull(.formatted("date")),
          "works": .orNull(.named("Figures")),
        ])),
    ]))

  private static func answerSums(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let unit = visit.unit else { throw Refusal.noToken }
    let sums = try await visit.station.desk.sums(
      of: unit, in: try visit.given("year").map(SumsPage.year), for: visitor, by: visit.station.program)
    let figures: [PlanFigure] = (sums.sums + sums.figures).map(\.figure)
    let value: JSONValue = [
      "unit": .text(unit.code), "name": .text(unit.name), "year": JSONValue(sums.year),
      "years": .array(sums.years.map { .integer($0) }),
      "kinds": groups(.kind, of: figures), "languages": groups(.language, of: figures),
      "units": units(sums), "plans": plans(sums),
    ]
    return visit.json(value.written)
  }

  private static func units(_ sums: UnitSums) -> JSONValue {
    let figures = Dictionary(grouping: sums.sums, by: \.of)
    let units = sums.below.map { unit -> JSONValue in
      let coverage = sums.coverage[unit.number]
      return [
        "unit": .text(unit.code), "name": .text(unit.name), "units": .integer(coverage?.units ?? 1),
        "unitsWithPlan": .integer(coverage?.unitsWithPlan ?? 0), "plans": .integer(coverage?.plans ?? 0),
        "plansWithoutLog": .integer(coverage?.plansWithoutLog ?? 0),
        "plansUncounted": .integer(coverage?.plansUncounted ?? 0),
        "plansCountedAnew": .integer(coverage?.plansCountedAnew ?? 0),
        "plansBroken": .integer(coverage?.plansBroken ?? 0), "works": works(of: figures[unit.number] ?? []),
      ]
    }
    return .array(units)
  }

  private static func plans(_ sums: UnitSums) -> JSONValue {
    let figures = Dictionary(grouping: sums.figures, by: \.of)
    let plans = sums.plans.filter { $0.counted?.year == nil || $0.counted?.year == sums.year }
    return .array(
      plans.map { plan -> JSONValue in
        [
          "plan": .text(plan.plan.slug), "title": JSONValue(plan.counted?.title),
          "isCountedAnew": JSONValue(plan.isOld), "logsUpTo": JSONValue(plan.counted?.logsUpTo),
          "works": works(of: figures[plan.plan.number] ?? []),
        ]
      })
  }

  private static func works(of sums: [FigureSum]) -> JSONValue {
    FigureChoice.works.sum(of: sums.map(\.figure)).map(value) ?? .null
  }

  private static func groups(_ section: PlanFigure.Section, of figures: [PlanFigure]) -> JSONValue {
    let groups = Dictionary(grouping: figures.filter { $0.section == section }) { [$0.measure, $0.name] }
    return .array(
      groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, group in
        [
          "name": .text(key[1]), "measure": key[0].isEmpty ? .null : .text(key[0]),
          "figures": value(group.map(\.counts).reduce(FigureCounts(), +)),
        ]
      })
  }

  private static func value(_ counts: FigureCounts) -> JSONValue {
    [
      "planned": JSONValue(counts.planned), "isPlannedLeast": JSONValue(counts.isLeast),
      "scheduled": .integer(counts.scheduled), "aired": JSONValue(counts.aired),
      "missed": JSONValue(counts.missed), "isAiredLeast": JSONValue(counts.unlogged > 0),
      "noLogYet": .integer(counts.pending),
    ]
  }
}
