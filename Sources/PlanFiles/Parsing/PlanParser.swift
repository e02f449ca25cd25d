import ScheduleModel
import Yams

/// One plan file being read.
struct PlanParser {
  var reader: YAMLReader
  /// The year of the plan; `nil` when it could not be read.
  var year: Int?
  /// The months of the plan, in which every date of it must lie; of any year when that could not be read.
  var months = MonthRun(year: 2000)
  /// The days of the plan; of any year when that could not be read.
  var days = CivilDay.year(2000)
  var zone = "Asia/Ho_Chi_Minh"
  /// While which days each outlet and its owner exist, by id.
  private(set) var existence: [String: Validity] = [:]
  private(set) var units: [AdminUnit] = []
  /// The languages of the works of the line that is read; `nil` when they could not be read.
  var quotaLanguages: WorkLanguages?
  /// Whether lines that are written once are read once for each language, and so are their findings.
  private(set) var readsLinesOften = false
  /// The keys of what the plan consists of, to tell which values could not be read.
  private var entries: [UnreadValues.Entry] = []

  init(source: SourceText) { reader = YAMLReader(source: source) }

  mutating func plan() -> Plan? {
    guard let root = reader.root() else { return nil }
    let byLanguage = LanguageQuotas(root, &reader)
    readsLinesOften = !byLanguage.parts.isEmpty
    guard let mapping = item(byLanguage.plan, .plan) else { return nil }
    let values = mapping.values
    let id = reader.id(values["plan"])
    let title = reader.text(values["title"])
    year = reader.number(values["year"], in: 2000...2100)
    if let year { reader.exampleYear = year }
    days = planDays(values)
    months = year.map { MonthRun(ofPlan: $0, days: days) } ?? MonthRun(of: days)
    zone = reader.zone(values["zone"]) ?? zone
    let successor = reader.id(values["successor"])
    let revised = reader.day(values["revised"])
    let documents = reader.items(values["documents"], .document).compactMap { document($0) }
    let units = reader.byID(values["units"], what: Reference.unit).compactMap { unit($0) }
    let outlets = reader.byID(values["outlets"], what: Reference.outlet).compactMap { outlet($0) }
    existence = Dictionary(
      outlets.map { ($0.id, $0.validity.intersection(units.existence(of: $0.owner))) },
      uniquingKeysWith: { first, _ in first })
    self.units = units
    let topics = reader.byID(values["topics"], what: Reference.topic).compactMap { topic($0) }
    let translators = reader.byID(values["translators"], what: Reference.translator).compactMap {
      translator($0)
    }
    let blackouts = reader.items(values["blackouts"], .blackout).compactMap { blackout($0) }
    let lines = reader.items(values["lines"], .line).compactMap { line($0) }
    let stated = reader.items(values["totals"], .total).compactMap { total($0) }
    let totals = stated + byLanguage.totals(of: lines, besides: stated)
    let matching = matching(values["matching"], at: mapping.span(of: "matching"))
    let remarks = remarks(values["remarks"], at: mapping.span(of: "remarks"))
    let counts = reader.items(values["counts"], .planCount).compactMap { rule($0, .planCount) }
    let score = score(values["score"], at: mapping.span(of: "score"))
    let reporting = reporting(values["reporting"], at: mapping.span(of: "reporting"))
    let office = office(values["office"], at: mapping.span(of: "office"))
    let calendars = calendars(values["calendars"], at: mapping.span(of: "calendars"))
    reader.unique(values["lines"])
    reader.unique(values["totals"])
    resolve(mapping)
    guard let id, let title, let year else { return nil }
    return Plan(
      id: id, title: title, year: year, days: days,
      revised: revised ?? lastDate(of: documents) ?? days.lowerBound,
      documents: documents, units: units, outlets: outlets, blackouts: blackouts, topics: topics,
      lines: lines, totals: totals, matching: matching, remarks: remarks, successor: successor,
      translators: translators, counts: counts, score: score, reporting: reporting, office: office,
      calendars: calendars)
  }

  /// Without a date of its own, a plan was last changed when its newest plan document was signed.
  private func lastDate(of documents: [PlanDocument]) -> CivilDay? {
    documents.filter { $0.role == .plan }.compactMap(\.date).max()
  }

  /// A mapping that is part of the plan by itself, whose keys are remembered.
  mutating func item(_ node: Node, _ keys: KeySet, named name: SourceSpan? = nil) -> YAMLReader.Mapping? {
    let mapping = reader.mapping(node, keys, named: name)
    if let mapping {
      entries += mapping.keys.map {
        UnreadValues.Entry(start: $0.span.place, item: mapping.span.place, key: $0.name)
      }
    }
    return mapping
  }

  /// The values that could not be read.
  func unread(_ findings: [Finding]) -> UnreadValues { UnreadValues(entries, findings: findings) }

  // MARK: - Ids

  /// Looks up every id that something named, among all that the file declares, readable or not, so that one
  /// broken outlet does not make every line that names it wrong too.
  private mutating func resolve(_ plan: YAMLReader.Mapping) {
    let units = declared("units", in: plan)
    let outlets = declared("outlets", in: plan)
    resolve(Reference.unit, among: units)
    resolve(Reference.outlet, among: outlets)
    resolve(Reference.topic, among: declared("topics", in: plan))
    resolve(Reference.translator, among: declared("translators", in: plan))
    resolve(Reference.line, among: declaredLines(in: plan))
    resolve(Reference.grid, among: outlets == nil ? nil : declaredGrid(in: plan))
    if let units, let outlets { resolve(Reference.successor, among: units + outlets) }
  }

  private mutating func resolve(_ kind: Words, among ids: [String]?) {
    if let ids { reader.resolve(kind, among: ids) }
  }

  /// The ids of a section; `nil` when it could not be read, which is told already.
  private func declared(_ section: String, in plan: YAMLReader.Mapping) -> [String]? {
    let nodes = plan.every(section)
    guard !plan.reported.contains(section), nodes.allSatisfy({ $0.mapping != nil }) else { return nil }
    return nodes.flatMap { $0.mapping?.keys.compactMap { $0.scalar?.string } ?? [] }
  }

  private func declaredLines(in plan: YAMLReader.Mapping) -> [String]? {
    let nodes = plan.every("lines")
    let ids = nodes.flatMap(reader.ids)
    return ids.isEmpty && nodes.contains { $0.sequence == nil } || plan.reported.contains("lines") ? nil : ids
  }

  /// Whatever lists of things with ids the outlets have, under whatever key.
  private func declaredGrid(in plan: YAMLReader.Mapping) -> [String] {
    let outlets = plan.every("outlets").flatMap { $0.mapping.map { Array($0.values) } ?? [] }
    return outlets.flatMap { outlet in
      (outlet.mapping.map { Array($0.values) } ?? []).flatMap(reader.ids)
    }
  }

  // MARK: - Days

  /// `from` and `to`, both included, as half-open days within `outer`.
  mutating func window(_ values: [String: Node], within outer: Range<CivilDay>) -> Range<CivilDay> {
    let from = dayWithinYear(values["from"])
    let through = dayWithinYear(values["to"])
    let first = from ?? outer.lowerBound
    let last = through ?? outer.upperBound.advanced(by: -1)
    guard first <= last else {
      let isCertain = year != nil || (from != nil && through != nil)
      if isCertain, let node = values["to"] ?? values["from"] {
        let span = reader.span(node)
        reader.findings.append(.windowEmpty(from: first, to: last, at: span))
      }
      return outer
    }
    return first..<last.advanced(by: 1)
  }

  /// A day in the months of the plan; in any, when its year could not be read.
  mutating func dayWithinYear(_ node: Node?) -> CivilDay? {
    guard let node, let day = reader.day(node) else { return nil }
    return isWithinPlan(day, node) ? day : nil
  }

  /// Whether a day lies in the months of the plan, with a finding where it does not.
  mutating func isWithinPlan(_ day: CivilDay, _ node: Node) -> Bool {
    guard let year, months.index(of: day) == nil else { return true }
    let span = reader.span(node)
    reader.findings.append(
      months.isCalendarYear
        ? .dateOutsideYear(day, year: year, at: span) : .dateOutsidePlan(day, days, at: span))
    return false
  }

  mutating func validity(_ node: Node?, at span: SourceSpan) -> Validity {
    guard let node, let mapping = reader.mapping(node, .validity, named: span) else { return .always }
    let from = reader.day(mapping.values["from"])
    let through = reader.day(mapping.values["to"])
    let successor = reader.reference(mapping.values["successor"], to: Reference.successor)
    return validity(from: from, through: through, successor: successor, end: mapping.values["to"])
  }

  /// A validity, or a finding at `end` and none when it ends before it begins.
  mutating func validity(
    from: CivilDay?, through: CivilDay?, successor: String?, end: Node?
  ) -> Validity {
    if let from, let through, through < from, let end {
      let span = reader.span(end)
      reader.findings.append(.windowEmpty(from: from, to: through, at: span))
      return .always
    }
    return Validity(from: from, through: through, successor: successor)
  }
}

extension YAMLReader.Mapping {
  /// The values of a key, those included that were written before and again later.
  fileprivate func every(_ key: String) -> [Node] {
    earlier[key, default: []] + [values[key]].compactMap(\.self)
  }
}
