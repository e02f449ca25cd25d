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
    let published = parser.published(of: plan)
    let findings = parser.reader.findings.all(in: file).without(linesOf: refused) + refused
    return Reading(published: published, findings: source.excerpted(findings.inFileOrder), source: source)
  }
}

private struct PublishedParser {
  var reader: YAMLReader
  /// The year of the report; `nil` when the file does not say.
  var year: Int?

  mutating func published(of plan: Plan?) -> PublishedFigures? {
    guard let root = reader.root(), let mapping = reader.mapping(root, .published) else { return nil }
    let values = mapping.values
    let planID = reader.id(values["plan"])
    year = reader.number(values["year"], in: CivilDay.years)
    let figures = reader.items(values["figures"], .figure).compactMap { figure($0) }
    let sums = reader.items(values["sums"], .sum).compactMap { sum($0) }
    let ratios = reader.items(values["ratios"], .ratio).compactMap { ratio($0) }
    let intervals = reader.items(values["intervals"], .interval).compactMap { interval($0) }
    let noise = reader.items(values["noise"], .noise).compactMap { self.noise($0) }
    reader.unique(values["figures"], values["sums"])
    reader.unique(values["ratios"])
    reader.unique(values["intervals"])
    if !mapping.reported.contains("figures") {
      reader.resolve(Reference.figure, among: reader.ids(in: values["figures"]))
    }
    if let plan, planID == plan.id || planID == nil {
      reader.resolve(Reference.line, among: plan.lines.map(\.id))
    } else if let plan, let planID, let node = values["plan"] {
      let span = reader.span(node)
      reader.findings.append(.otherPlan(planID, plan, at: span))
    }
    guard let source = reader.text(values["source"]) else { return nil }
    return PublishedFigures(
      source: source, plan: planID, figures: figures, sums: sums, ratios: ratios, intervals: intervals,
      noise: noise)
  }

  private mutating func figure(_ node: Node) -> PublishedFigure? {
    guard let mapping = reader.mapping(node, .figure) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let line = reader.reference(values["line"], to: Reference.line)
    let level = reader.level(values["level"])
    let mayInclude = reader.references(values["may-include"], to: Reference.figure)
    let frequency = reader.value(
      values["frequency"], { StatedFrequency($0) }, refused: { .badFrequency($0, at: $1) })
    let days = days(mapping, neededBy: "frequency")
    let says = reader.text(values["says"])
    let value = values["value"]?.scalar?.string.lowercased()
    let saysNoData = ["no-data", "không có số liệu"].contains(value)
    let quantity = saysNoData ? nil : quantity(values["value"])
    guard let id, let title, saysNoData || quantity != nil else { return nil }
    return PublishedFigure(
      id: id, title: title, line: line, level: level, quantity: quantity, mayInclude: mayInclude,
      frequency: frequency, days: days, says: says, place: mapping.span.place)
  }

  /// The days from `from` to `to`, both inside; the file's year where they are left out.
  private mutating func days(_ mapping: YAMLReader.Mapping, neededBy key: String) -> Range<CivilDay>? {
    let values = mapping.values
    let from = reader.day(values["from"]) ?? year.map { CivilDay.year($0).lowerBound }
    let through = reader.day(values["to"]) ?? year.map { CivilDay.year($0).upperBound.advanced(by: -1) }
    guard let from, let through else {
      if values[key] != nil { reader.findings.append(.daysMissing(key, at: mapping.span(of: key))) }
      return nil
    }
    guard from <= through else {
      reader.findings.append(.windowEmpty(from: from, to: through, at: mapping.span))
      return nil
    }
    return from..<through.advanced(by: 1)
  }

  private mutating func interval(_ node: Node) -> PublishedInterval? {
    guard let mapping = reader.mapping(node, .interval) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let stated = reader.value(
      values["stated"],
      { text -> (quantity: Quantity, unit: StatedFrequency.TimeUnit)? in
        guard let quantity = Quantity(text, unit: nil, limit: 100_000),
          let unit = StatedFrequency.TimeUnit(named: "\(quantity.unit)")
        else { return nil }
        return (quantity, unit)
      }, refused: { .badDuration($0, at: $1) })
    let days = days(mapping, neededBy: "stated")
    let says = reader.text(values["says"])
    guard let id, let title, let stated, let days else { return nil }
    return PublishedInterval(
      id: id, title: title, days: days, stated: stated.quantity, unit: stated.unit, says: says,
      place: mapping.span.place)
  }

  private mutating func noise(_ node: Node) -> NoiseNumber? {
    guard let mapping = reader.mapping(node, .noise) else { return nil }
    let note = reader.text(mapping.values["note"])
    return reader.text(mapping.values["says"]).map {
      NoiseNumber(says: $0, note: note, place: mapping.span.place)
    }
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
    let of = reader.distinctReferences(values["of"], to: Reference.figure)
    let stated = quantity(values["stated"])
    let says = reader.text(values["says"])
    guard let id, let title, !of.isEmpty else { return nil }
    return PublishedSum(id: id, title: title, of: of, stated: stated, says: says, place: mapping.span.place)
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
      id: id, title: title, part: part, whole: whole, stated: stated, says: says, place: mapping.span.place)
  }
}
