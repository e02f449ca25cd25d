public import ScheduleModel
import Yams

/// Reads a plan file.
public enum PlanReader {
  /// What a plan file says.
  public struct Reading: Sendable {
    /// The plan; `nil` when too little could be read to have one. With errors among the findings, the values
    /// that they name are left out of it.
    public let plan: Plan?
    /// Everything that is wrong or doubtful, in file order, with excerpts.
    public let findings: [Finding]
    /// The text, for excerpts under the findings of later stages; `nil` when it is not text.
    public let source: SourceText?
  }

  /// Reads a plan from the bytes of its file.
  ///
  /// Never throws: what is wrong is told in the findings, all at once. Cost: linear in the size.
  /// - Parameter file: The name that findings give the file.
  public static func read(_ bytes: [UInt8], file: String) -> Reading {
    let (source, refused) = SourceText.checked(bytes, file: file)
    guard let source else { return Reading(plan: nil, findings: refused, source: nil) }
    var parser = PlanParser(source: source)
    let plan = parser.plan()
    var findings = refused + parser.reader.findings
    if let plan { findings += PlanCheck.findings(for: plan) }
    return Reading(plan: plan, findings: source.excerpted(findings).inFileOrder, source: source)
  }
}

/// The kinds of things that ids name.
enum Reference {
  static let unit = Words(vi: "đơn vị", en: "unit")
  static let outlet = Words(vi: "kênh", en: "outlet")
  static let grid = Words(vi: "khung giờ", en: "grid line")
  static let line = Words(vi: "chỉ tiêu", en: "line")
  static let topic = Words(vi: "chủ đề", en: "topic")
  static let figure = Words(vi: "số liệu", en: "figure")
  static let successor = Words(vi: "đơn vị, kênh kế thừa", en: "successor")
}

/// One plan file being read.
struct PlanParser {
  var reader: YAMLReader
  /// The days of the plan, once known; every date in it must lie in its year.
  var days: Range<CivilDay> = CivilDay.year(2000)
  var year = 2000
  var zone = "Asia/Ho_Chi_Minh"

  init(source: SourceText) { reader = YAMLReader(source: source) }

  mutating func plan() -> Plan? {
    guard let root = reader.root(), let mapping = reader.mapping(root, .plan) else { return nil }
    let values = mapping.values
    let id = reader.id(values["plan"])
    let title = reader.text(values["title"])
    let year = reader.number(values["year"], in: 2000...2100)
    self.year = year ?? 2000
    days = window(values, within: CivilDay.year(self.year), dated: year != nil)
    if let named = reader.text(values["zone"]) {
      if ZoneNames.exists(named) { zone = named } else { refuse(zone: named, at: values["zone"]) }
    }
    let revised = reader.day(values["revised"])
    let documents = reader.list(values["documents"]).compactMap { document($0) }
    let units = reader.byID(values["units"], what: Reference.unit).compactMap { unit($0) }
    let outlets = reader.byID(values["outlets"], what: Reference.outlet).compactMap { outlet($0) }
    let topics = reader.byID(values["topics"], what: Reference.topic).compactMap { topic($0) }
    let blackouts = reader.list(values["blackouts"]).compactMap { blackout($0) }
    let lines = reader.list(values["lines"]).compactMap { line($0) }
    let totals = reader.list(values["totals"]).compactMap { total($0) }
    let matching = matching(values["matching"])
    let remarks = remarks(values["remarks"])
    reader.unique(lines.map { ($0.id, $0.place) })
    reader.unique(totals.map { ($0.id, $0.place) })
    resolve(values)
    guard let id, let title, let year else { return nil }
    return Plan(
      id: id, title: title, year: year, days: days,
      revised: revised ?? lastDate(of: documents) ?? days.lowerBound,
      documents: documents, units: units, outlets: outlets, blackouts: blackouts, topics: topics,
      lines: lines,
      totals: totals, matching: matching, remarks: remarks)
  }

  /// Without a date of its own, a plan was last changed when its newest plan document was signed.
  private func lastDate(of documents: [PlanDocument]) -> CivilDay? {
    documents.filter { $0.role == .plan }.compactMap(\.date).max()
  }

  /// Looks up every id that something named, among all that the file declares, readable or not, so that one
  /// broken outlet does not make every line that names it wrong too.
  private mutating func resolve(_ values: [String: Node]) {
    let outlets = declaredIDs(values["outlets"])
    let units = declaredIDs(values["units"])
    reader.resolve(Reference.unit, among: units)
    reader.resolve(Reference.outlet, among: outlets)
    reader.resolve(Reference.topic, among: declaredIDs(values["topics"]))
    reader.resolve(Reference.line, among: declaredIDs(inItemsOf: values["lines"]))
    reader.resolve(Reference.successor, among: units + outlets)
    let grids = (values["outlets"]?.mapping.map { Array($0.values) } ?? []).flatMap {
      declaredIDs(inItemsOf: $0.mapping?["grid"])
    }
    reader.resolve(Reference.grid, among: grids)
  }

  private func declaredIDs(_ node: Node?) -> [String] {
    node?.mapping?.keys.compactMap { $0.scalar?.string } ?? []
  }

  private func declaredIDs(inItemsOf node: Node?) -> [String] {
    node?.sequence?.compactMap { $0.mapping?["id"]?.scalar?.string } ?? []
  }

  // MARK: - Days

  /// `from` and `to`, both included, as half-open days within `outer`.
  mutating func window(_ values: [String: Node], within outer: Range<CivilDay>, dated: Bool = true) -> Range<
    CivilDay
  > {
    let from = dayWithinYear(values["from"], check: dated) ?? outer.lowerBound
    let last = dayWithinYear(values["to"], check: dated) ?? outer.upperBound.advanced(by: -1)
    guard from <= last else {
      if let node = values["to"] ?? values["from"] {
        reader.findings.append(.windowEmpty(from: from, to: last, at: reader.place(node), reader.width(node)))
      }
      return outer
    }
    return from..<last.advanced(by: 1)
  }

  mutating func dayWithinYear(_ node: Node?, check: Bool = true) -> CivilDay? {
    guard let node, let day = reader.day(node) else { return nil }
    guard !check || day.year == year else {
      reader.findings.append(.dateOutsideYear(day, year: year, at: reader.place(node)))
      return nil
    }
    return day
  }

  mutating func refuse(zone: String, at node: Node?) {
    guard let node else { return }
    reader.findings.append(.badZone(zone, at: reader.place(node)))
  }

  mutating func validity(_ node: Node?) -> Validity {
    guard let node, let mapping = reader.mapping(node, .validity) else { return .always }
    let from = reader.day(mapping.values["from"])
    let through = reader.day(mapping.values["to"])
    if let from, let through, through < from, let node = mapping.values["to"] {
      reader.findings.append(
        .windowEmpty(from: from, to: through, at: reader.place(node), reader.width(node)))
      return .always
    }
    return Validity(
      from: from, through: through,
      successor: reader.reference(mapping.values["successor"], to: Reference.successor))
  }
}
