import ScheduleModel
import Yams

// The lines of a plan as they are written.
extension PlanWriter {
  static func line(_ line: PlanLine, of plan: Plan) -> Node {
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
          ("quota", quota(line.counting.perOpening ?? line.counting.amended.map(\.original) ?? line.quota)),
          ("basis", line.basis == .plan ? nil : .text(line.basis.rawValue)),
          ("scheduled", isCountedOnly ? .no : nil),
        ] + ((placing ?? line.signed).map { Self.placing($0, of: plan) } ?? []) + [
          ("language", language(of: line.languages)), ("bilingual", line.languages.areTogether ? .yes : nil),
          ("repeats", .items(line.repeats.map(repeats))),
          ("versions", line.versions.map(versions)), ("deadlines", deadlines(line.deadlines)),
          ("level", answers.level.map { .text($0.rawValue) }),
          ("producer", answers.producer.map(Node.text)), ("lead", answers.lead.map(Node.text)),
          ("support", .items(answers.support.map(Node.text))), ("person", answers.person.map(Node.text)),
          ("document", answers.document.map(Node.text)), ("row", answers.row.map(Node.quoted)),
          ("topics", .items(line.topics.map(Node.text))), ("tone", line.tone.map { .text($0.rawValue) }),
        ] + overlap + [
          ("house-number", line.houseNumber.map { .quoted($0.pattern) }),
          ("cost", line.cost.map { .text("\(grouped($0, in: .vietnamese)) đồng") }),
          ("note", line.note.map(Node.text)),
        ] + counting(line.counting) + [
          ("was", line.was.map(Node.text)), ("aliases", .items(line.aliases.map(Node.text))),
        ])
  }

  static func pin(_ pin: Placing.Pin) -> Node {
    pin.grid.map { Node.keyed([("on", .day(pin.day)), ("grid", .text($0))]) } ?? .day(pin.day)
  }

  static func placing(_ placing: Placing, of plan: Plan) -> [(String, Node?)] {
    let months = placing.months.enumerated().filter { $0.element != Placing.anyCount }.map { month, range in
      let most = range.upperBound == Quantity.largest ? "" : "\(range.upperBound)"
      let text = "\(range.lowerBound)..\(most)"
      return (
        Self.month(month, of: plan.months), range.count == 1 ? Node.number(range.lowerBound) : Node.text(text)
      )
    }
    let isEven = placing.weights.allSatisfy { $0 == 1 }
    return [
      ("grid", .items(placing.grid.map(Node.text))),
      ("from", placing.window.lowerBound == plan.days.lowerBound ? nil : .day(placing.window.lowerBound)),
      (
        "to",
        placing.window.upperBound == plan.days.upperBound
          ? nil : .day(placing.window.upperBound.advanced(by: -1))
      ),
      ("days", .items(placing.weekdays.map { .text($0.code) })),
      ("weights", isEven ? nil : .list(placing.weights.map(Node.number))),
      ("peaks", .items(placing.peaks.map(peak))), ("months", months.isEmpty ? nil : Node(months, Tag(.map))),
      ("per-day", placing.perDay.map(Node.number)), ("gap", placing.gapDays.map(Node.days)),
      ("prefer", .items(placing.preferred.map(Node.text))), ("pins", .items(placing.pins.map(pin))),
      (
        "length",
        placing.lengths.map {
          .text($0.count > 1 ? "\($0.lowerBound) - \($0.upperBound) phút" : "\($0.upperBound)m")
        }
      ),
    ]
  }

  private static func peak(_ peak: Placing.Peak) -> Node {
    .keyed(stretch(peak.days) + [("weight", .number(peak.weight))])
  }

  /// A first and a last day.
  static func stretch(_ days: Range<CivilDay>) -> [(String, Node?)] {
    [("from", .day(days.lowerBound)), ("to", .day(days.upperBound.advanced(by: -1)))]
  }

  static func repeats(_ repeats: Repeats) -> Node {
    .keyed([
      ("after", .days(repeats.afterDays)), ("within", repeats.withinDays.map(Node.days)),
      ("outlet", repeats.outlet.map(Node.text)), ("grid", .items(repeats.grid.map(Node.text))),
      ("works", repeats.works.map(Node.number)),
      ("times", repeats.times == 1 ? nil : .number(repeats.times)),
      ("into-next-year", repeats.nextYearDays == 0 ? nil : .days(repeats.nextYearDays)),
    ])
  }

  /// The languages of a line's works; `nil` for Vietnamese, which is meant when nothing is said.
  static func language(of languages: WorkLanguages) -> Node? {
    if languages == .vietnamese { return nil }
    return languages.all.count == 1 ? .tag(languages.main) : .list(languages.all.map(Node.tag))
  }

  static func versions(_ versions: LanguageVersions) -> Node {
    .keyed([
      ("into", .list(versions.into.map(Node.tag))),
      ("after", versions.leadDays == 0 ? nil : .days(versions.leadDays)),
      ("outlet", versions.outlet.map(Node.text)), ("grid", .items(versions.grid.map(Node.text))),
      ("works", versions.works.map(Node.number)), ("sent-to", .items(versions.sentTo.map(Node.text))),
      ("together", versions.together ? .yes : nil), ("translator", translator(of: versions)),
    ])
  }

  /// The one translator of all languages, or each language's, in the order of the languages.
  private static func translator(of versions: LanguageVersions) -> Node? {
    let assigned = versions.into.compactMap { tag in versions.translators[tag].map { (tag, $0) } }
    guard let first = assigned.first else { return nil }
    if assigned.count == versions.into.count, assigned.allSatisfy({ $0.1 == first.1 }) {
      return .text(first.1)
    }
    return Node(assigned.map { (Node.tag($0.0), Node.text($0.1)) }, Tag(.map))
  }
}
