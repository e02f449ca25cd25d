public import ScheduleModel
import Yams

/// Reads a file of published figures.
public enum PublishedReader {
  /// What a file of published figures says.
  public struct Reading: Sendable {
    /// The figures; `nil` when too little could be read.
    public let published: PublishedFigures?
    /// Everything that is wrong or doubtful, in file order, with excerpts.
    public let findings: [Finding]
    /// The text, for excerpts under later findings; `nil` when it is not text.
    public let source: SourceText?
  }

  /// Reads published figures from the bytes of their file; never throws.
  ///
  /// - Parameter plan: The plan whose lines the figures name; with `nil`, the lines are not looked up.
  public static func read(_ bytes: [UInt8], file: String, plan: Plan?) -> Reading {
    let (source, refused) = SourceText.checked(bytes, file: file)
    guard let source else { return Reading(published: nil, findings: refused, source: nil) }
    var parser = PublishedParser(reader: YAMLReader(source: source))
    let published = parser.published(plan: plan)
    let findings = refused + parser.reader.findings
    return Reading(published: published, findings: source.excerpted(findings).inFileOrder, source: source)
  }
}

private struct PublishedParser {
  var reader: YAMLReader

  mutating func published(plan: Plan?) -> PublishedFigures? {
    guard let root = reader.root(), let mapping = reader.mapping(root, .published) else { return nil }
    let values = mapping.values
    let planID = reader.id(values["plan"])
    let figures = reader.list(values["figures"]).compactMap { figure($0) }
    let sums = reader.list(values["sums"]).compactMap { sum($0) }
    let ratios = reader.list(values["ratios"]).compactMap { ratio($0) }
    reader.unique((figures.map { ($0.id, $0.place) } + sums.map { ($0.id, $0.place) }))
    reader.resolve(Reference.figure, among: figures.map(\.id))
    if let plan { reader.resolve(Reference.line, among: plan.lines.map(\.id)) }
    guard let source = reader.text(values["source"]) else { return nil }
    return PublishedFigures(source: source, plan: planID, figures: figures, sums: sums, ratios: ratios)
  }

  private mutating func figure(_ node: Node) -> PublishedFigure? {
    guard let mapping = reader.mapping(node, .figure) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let line = reader.reference(values["line"], to: Reference.line)
    let level = reader.word(values["level"], of: AdminLevel.self)
    let mayInclude = reader.references(values["may-include"], to: Reference.figure)
    let says = reader.text(values["says"])
    let saysNoData = ["no-data", "không có số liệu"].contains(values["value"]?.scalar?.string)
    let quantity = saysNoData ? nil : quantity(values["value"])
    guard let id, let title, saysNoData || quantity != nil else { return nil }
    return PublishedFigure(
      id: id, title: title, line: line, level: level, quantity: quantity, mayInclude: mayInclude, says: says,
      place: mapping.place)
  }

  private mutating func quantity(_ node: Node?) -> Quantity? {
    reader.value(
      node, { Quantity($0, unit: nil, limit: 1_000_000_000) }, refused: { .badQuantity($0, at: $1) })
  }

  private mutating func sum(_ node: Node) -> PublishedSum? {
    guard let mapping = reader.mapping(node, .sum) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let of = reader.references(values["of"], to: Reference.figure)
    let stated = quantity(values["stated"])
    let says = reader.text(values["says"])
    guard let id, let title, !of.isEmpty else { return nil }
    return PublishedSum(id: id, title: title, of: of, stated: stated, says: says, place: mapping.place)
  }

  private mutating func ratio(_ node: Node) -> PublishedRatio? {
    guard let mapping = reader.mapping(node, .ratio) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let stated = reader.value(values["stated"], { Percentage($0) }, refused: { .badPercent($0, at: $1) })
    let part = reader.number(values["part"], in: 0...1_000_000_000)
    let whole = reader.number(values["whole"], in: 1...1_000_000_000)
    let says = reader.text(values["says"])
    guard let id, let title, let stated else { return nil }
    return PublishedRatio(
      id: id, title: title, part: part, whole: whole, stated: stated, says: says, place: mapping.place)
  }
}
