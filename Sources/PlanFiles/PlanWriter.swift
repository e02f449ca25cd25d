public import ScheduleModel
import Yams

/// Writes a plan as a plan file.
public enum PlanWriter {
  /// The text of a plan file which reads back as the same plan, except for the places in the file.
  ///
  /// Keys stand in the order of `schedules/README.md`; what has its default is left out.
  public static func text(_ plan: Plan) -> String {
    let outlets = plan.outlets.map { ($0.id, outlet($0, of: plan)) }
    let units = plan.units.map { ($0.id, unit($0)) }
    let topics = plan.topics.map { ($0.id, Node.text($0.title)) }
    let year = CivilDay.year(plan.year)
    let root = Node.keyed([
      ("plan", .text(plan.id)), ("title", .text(plan.title)), ("year", .number(plan.year)),
      ("from", plan.days.lowerBound == year.lowerBound ? nil : .day(plan.days.lowerBound)),
      ("to", plan.days.upperBound == year.upperBound ? nil : .day(plan.days.upperBound.advanced(by: -1))),
      ("successor", plan.successor.map(Node.text)), ("revised", .day(plan.revised)),
      ("documents", .items(plan.documents.map(document))),
      ("units", .byID(units)), ("outlets", .byID(outlets) ?? .keyed([])),
      ("blackouts", .items(plan.blackouts.map(blackout))), ("topics", .byID(topics)),
      ("lines", .list(plan.lines.map { line($0, of: plan) })), ("totals", .items(plan.totals.map(total))),
      ("matching", matching(plan.matching)), ("remarks", remarks(plan.remarks)),
    ])
    do {
      return try Yams.serialize(node: root, width: -1, allowUnicode: true)
    } catch {
      preconditionFailure("texts, numbers and lists of them can be written: \(error)")
    }
  }

  private static func document(_ document: PlanDocument) -> Node {
    .keyed([
      ("number", document.number.map(Node.text)), ("date", document.date.map(Node.day)),
      ("issuer", document.issuer.map(Node.text)), ("subject", document.subject.map(Node.text)),
      ("role", document.role == .plan ? nil : .text(document.role.rawValue)),
    ])
  }

  private static func unit(_ unit: AdminUnit) -> Node {
    .keyed([
      ("name", .text(unit.name)), ("level", unit.level.map { .text($0.rawValue) }),
      ("valid", validity(unit.validity)),
      ("plan", unit.planMode.map { .text($0.rawValue) }),
    ])
  }

  private static func validity(_ validity: Validity) -> Node? {
    guard validity != .always else { return nil }
    return .keyed([
      ("from", validity.from.map(Node.day)), ("to", validity.through.map(Node.day)),
      ("successor", validity.successor.map(Node.text)),
    ])
  }

  private static func outlet(_ outlet: Outlet, of plan: Plan) -> Node {
    .keyed([
      ("name", .text(outlet.name)), ("kind", .text(outlet.kind.rawValue)),
      ("level", outlet.level.map { .text($0.rawValue) }), ("owner", outlet.owner.map(Node.text)),
      ("zone", .text(outlet.zone)), ("valid", validity(outlet.validity)),
      ("grid", .items(outlet.grid.map(gridLine))),
    ])
  }

  private static func gridLine(_ grid: GridLine) -> Node {
    var rule: Node?
    var dates: Node?
    var every: Node?
    switch grid.recurrence {
    case .rule(let text): rule = .text(text.text)
    case .dates(let days): dates = .list(days.map(Node.day))
    case .monthly: every = .text("month")
    }
    var inBlackout: Node?
    switch grid.inBlackout {
    case .drop: break
    case .keep: inBlackout = .text("keep")
    case .shift(let days): inBlackout = .text("\(days > 0 ? "+" : "")\(days)d")
    }
    return .keyed([
      ("id", .text(grid.id)), ("rule", rule), ("dates", dates), ("every", every),
      ("at", grid.at.map { .quoted($0.description) }),
      ("length", grid.at == nil ? nil : .text("\(grid.minutes)m")),
      ("pieces", grid.pieces == 1 ? nil : .number(grid.pieces)),
      ("languages", .items(grid.languages.map(Node.tag))),
      ("from", grid.validity.from.map(Node.day)), ("to", grid.validity.through.map(Node.day)),
      ("in-blackout", inBlackout),
    ])
  }

  private static func blackout(_ blackout: Blackout) -> Node {
    .keyed([
      ("name", .text(blackout.name)), ("from", .day(blackout.days.lowerBound)),
      ("to", .day(blackout.days.upperBound.advanced(by: -1))),
      ("outlets", .items(blackout.outlets.map(Node.text))),
      ("lines", .items(blackout.lines.map(Node.text))),
    ])
  }

  private static func line(_ line: PlanLine, of plan: Plan) -> Node {
    let placing = line.placing
    let answers = line.responsibility
    var outlet: [(String, Node?)]
    switch line.outlets {
    case .each(let ids):
      outlet = [
        ("outlet", ids.first.map(Node.text)), ("also-on", .items(ids.dropFirst().map(Node.text))),
      ]
    case .together(let ids): outlet = [("outlets", .list(ids.map(Node.text)))]
    }
    var overlap: [(String, Node?)] = []
    switch line.overlap {
    case .unsaid: break
    case .disjoint: overlap = [("part-of", .text("none"))]
    case .partOf(let host): overlap = [("part-of", .text(host))]
    case .embedded(in: let host): overlap = [("embedded-in", .text(host))]
    }
    let isCountedOnly = placing == nil && line.quota != nil && !line.isEmbedded
    return .keyed(
      [("id", .text(line.id)), ("title", .text(line.title)), ("form", .text(line.form.description))] + outlet
        + [
          ("quota", line.quota.map { .text($0.text(in: .vietnamese)) }),
          ("basis", line.basis == .plan ? nil : .text(line.basis.rawValue)),
          ("scheduled", isCountedOnly ? Node("false", Tag(.bool)) : nil),
        ] + (placing.map { Self.placing($0, of: plan) } ?? []) + [
          ("versions", line.versions.map(versions)), ("level", answers.level.map { .text($0.rawValue) }),
          ("producer", answers.producer.map(Node.text)), ("lead", answers.lead.map(Node.text)),
          ("support", .items(answers.support.map(Node.text))), ("person", answers.person.map(Node.text)),
          ("document", answers.document.map(Node.text)), ("row", answers.row.map(Node.quoted)),
          ("topics", .items(line.topics.map(Node.text))), ("tone", line.tone.map { .text($0.rawValue) }),
        ] + overlap + [("note", line.note.map(Node.text))])
  }

  private static func placing(_ placing: Placing, of plan: Plan) -> [(String, Node?)] {
    let months = placing.months.enumerated().filter { $0.element != Placing.anyCount }.map { month, range in
      let most = range.upperBound == Quantity.largest ? "" : "\(range.upperBound)"
      let text = "\(range.lowerBound)..\(most)"
      return (Node.number(month + 1), range.count == 1 ? Node.number(range.lowerBound) : Node.text(text))
    }
    let isEven = placing.weights.allSatisfy { $0 == 1 }
    let pins = placing.pins.map { pin in
      pin.grid.map { Node.keyed([("on", .day(pin.day)), ("grid", .text($0))]) } ?? .day(pin.day)
    }
    return [
      ("grid", .items(placing.grid.map(Node.text))),
      ("from", placing.window.lowerBound == plan.days.lowerBound ? nil : .day(placing.window.lowerBound)),
      (
        "to",
        placing.window.upperBound == plan.days.upperBound
          ? nil : .day(placing.window.upperBound.advanced(by: -1))
      ),
      ("weights", isEven ? nil : .list(placing.weights.map(Node.number))),
      ("months", months.isEmpty ? nil : Node(months, Tag(.map))),
      ("per-day", placing.perDay.map(Node.number)), ("pins", .items(pins)),
      ("length", placing.minutes.map { .text("\($0)m") }),
    ]
  }

  private static func versions(_ versions: LanguageVersions) -> Node {
    .keyed([
      ("into", .list(versions.into.map(Node.tag))),
      ("after", versions.leadDays == 0 ? nil : .text("\(versions.leadDays)d")),
      ("outlet", versions.outlet.map(Node.text)), ("grid", .items(versions.grid.map(Node.text))),
      ("works", versions.works.map(Node.number)), ("sent-to", .items(versions.sentTo.map(Node.text))),
    ])
  }

  private static func total(_ total: PlanTotal) -> Node {
    .keyed([
      ("id", .text(total.id)), ("title", .text(total.title)), ("lines", .list(total.lines.map(Node.text))),
    ])
  }

  private static func matching(_ tolerance: MatchingTolerance) -> Node? {
    guard tolerance != MatchingTolerance() else { return nil }
    return .keyed([
      ("on-time", .text("\(tolerance.onTimeMinutes)m")), ("moved-within", .text("\(tolerance.movedDays)d")),
    ])
  }

  private static func remarks(_ remarks: [Remark]) -> Node? {
    guard !remarks.isEmpty else { return nil }
    return .keyed(remarks.map { ($0.part.rawValue, .list($0.text.map(Node.text))) })
  }
}

extension Node {
  /// A text; in quotes where YAML, here or elsewhere, would take it for a number, a day, yes, no or nothing,
  /// and as a block where it has several lines.
  fileprivate static func text(_ text: String) -> Node {
    let style: Scalar.Style = text.contains("\n") ? .literal : isAmbiguous(text) ? .doubleQuoted : .any
    return Node(text, Tag(.str), style)
  }

  /// Whether YAML 1.1 (*Language-Independent Types*) may have another type for a plain text.
  private static func isAmbiguous(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    if words.contains(text.lowercased()) || text.hasPrefix("0x") { return true }
    return !text.contains("..") && text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { "0123456789+-.:_ eETtZz".utf8.contains($0) }
  }

  private static let words: Set<String> = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".nan", ".inf", "-.inf",
    "+.inf",
  ]

  fileprivate static func quoted(_ text: String) -> Node { Node(text, Tag(.str), .doubleQuoted) }
  fileprivate static func number(_ number: Int) -> Node { Node(String(number), Tag(.int)) }
  fileprivate static func day(_ day: CivilDay) -> Node { Node(day.description, Tag(.timestamp)) }
  fileprivate static func tag(_ tag: LanguageTag) -> Node { text(tag.tag) }
  fileprivate static func list(_ nodes: [Node]) -> Node { Node(nodes, Tag(.seq)) }
  /// A list, or nothing when it is empty.
  fileprivate static func items(_ nodes: [Node]) -> Node? { nodes.isEmpty ? nil : list(nodes) }
  /// A mapping of the entries that are there. Keys are never in quotes, though `on` means yes to some.
  fileprivate static func keyed(_ entries: [(String, Node?)]) -> Node {
    let pairs = entries.compactMap { key, value in value.map { (Node(key, Tag(.str), .plain), $0) } }
    return Node(pairs, Tag(.map))
  }
  /// A mapping by ids, or nothing when it is empty.
  fileprivate static func byID(_ entries: [(String, Node)]) -> Node? {
    entries.isEmpty ? nil : Node(entries.map { (text($0.0), $0.1) }, Tag(.map))
  }
}
