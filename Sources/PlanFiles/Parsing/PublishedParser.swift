import ScheduleModel
import Yams

/// Reads the parts of a file of published figures.
struct PublishedParser {
  var reader: YAMLReader
  /// The year of the report; `nil` when the file does not say.
  private var year: Int?
  /// The period of the report; `nil` when the file does not say.
  private var period: StatedPeriod?
  private let profile: ReportingProfile?
  /// The figures that were read, by id.
  private var figures: [String: PublishedFigure] = [:]
  /// Those of which the value was not understood.
  private var unread: [UnreadFigure] = []

  /// - Parameter plan: The plan whose lines and periods the figures name; `nil` when it is not at hand.
  init(reader: YAMLReader, plan: Plan?) {
    self.reader = reader
    profile = plan.map { $0.usualProfile }
  }

  mutating func published(of plan: Plan?) -> PublishedFigures? {
    guard let root = reader.root(), let mapping = reader.mapping(root, .published) else { return nil }
    let values = mapping.values
    let planID = reader.id(values["plan"])
    year = reader.number(values["year"], in: CivilDay.years)
    period = period(mapping)
    let isProposed = reader.truth(values["proposed"]) ?? false
    if isProposed { reader.findings.append(.figuresProposed(at: mapping.span(of: "proposed"))) }
    let figures = reader.items(values["figures"], .figure).compactMap { figure($0) }
    self.figures = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sums = reader.items(values["sums"], .sum).compactMap { sum($0) }
    let ratios = reader.items(values["ratios"], .ratio).compactMap { ratio($0) }
    let intervals = reader.items(values["intervals"], .interval).compactMap { interval($0) }
    let hours = reader.items(values["hours"], .hours).compactMap { self.hours($0) }
    let products = reader.items(values["products"], .product).compactMap { product($0) }
    let shares = reader.items(values["shares"], .shares).compactMap { self.shares($0, among: ratios) }
    let noise = reader.items(values["noise"], .noise).compactMap { self.noise($0) }
    reader.unique(values["figures"], values["sums"])
    for section in ["ratios", "intervals", "hours", "products", "shares"] { reader.unique(values[section]) }
    if !mapping.reported.contains("figures") {
      reader.resolve(Reference.figure, among: reader.ids(in: values["figures"]))
    }
    reader.resolve(Reference.ratio, among: reader.ids(in: values["ratios"]))
    let sections = KeySet.publishedSections
    if !sections.contains(where: { values[$0] != nil || mapping.reported.contains($0) }) {
      reader.findings.append(.missingKey("figures", .published, at: mapping.span))
    }
    if let plan, planID == plan.id || planID == nil {
      reader.resolve(Reference.line, among: plan.lines.map(\.id))
    } else if let plan, let planID, let node = values["plan"] {
      let span = reader.span(node)
      reader.findings.append(.otherPlan(planID, plan, at: span))
    }
    guard let source = reader.text(values["source"]) else { return nil }
    var published = PublishedFigures(
      source: source, plan: planID, figures: figures, sums: sums, ratios: ratios, intervals: intervals,
      noise: noise, period: period, year: year, hours: hours, products: products, shares: shares)
    published.isProposed = isProposed
    published.unread = unread
    return published
  }

  // MARK: - Figures

  private mutating func figure(_ node: Node) -> PublishedFigure? {
    guard let mapping = reader.mapping(node, .figure) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let line = reader.reference(values["line"], to: Reference.line)
    let level = reader.level(values["level"])
    let mayInclude = reader.references(values["may-include"], to: Reference.figure)
    let frequency = frequency(values["frequency"])
    let stated = period(mapping)
    let days = (stated ?? period)?.days ?? year.map(CivilDay.year)
    if days == nil, values["frequency"] != nil {
      reader.findings.append(.daysMissing("frequency", at: mapping.span(of: "frequency")))
    }
    let says = reader.text(values["says"])
    let value = values["value"]?.scalar?.string.lowercased()
    let saysNoData = ["no-data", "no data", "không có số liệu"].contains(value)
    let quantity = saysNoData ? nil : quantity(values["value"])
    guard let id, let title else { return nil }
    guard saysNoData || quantity != nil else {
      if let text = values["value"]?.scalar?.string {
        unread.append(UnreadFigure(id: id, title: title, text: text, says: says, place: mapping.span.place))
      }
      return nil
    }
    return PublishedFigure(
      id: id, title: title, line: line, level: level, quantity: quantity, mayInclude: mayInclude,
      frequency: frequency, days: days, says: says, place: mapping.span.place, period: stated)
  }

  private mutating func quantity(_ node: Node?) -> Quantity? {
    reader.quantity(node, unit: nil, limit: Self.largest)
  }

  /// A figure as stated, or the id of one.
  private mutating func quantityOrFigure(_ node: Node?) -> Quantity? {
    guard let id = node?.scalar?.string, let figure = figures[id] else { return quantity(node) }
    return figure.quantity
  }

  private mutating func frequency(_ node: Node?) -> StatedFrequency? {
    guard let node, let text = reader.text(node) else { return nil }
    do throws(QuantityRefusal) {
      return try StatedFrequency.reading(text)
    } catch {
      let span = reader.span(node)
      reader.findings.append(.badFrequency(text, error, at: span))
      return nil
    }
  }

  // MARK: - Periods

  /// The period that `period`, or `from` and `to`, name; `nil` for none.
  private mutating func period(_ mapping: YAMLReader.Mapping) -> StatedPeriod? {
    let values = mapping.values
    guard let node = values["period"] else {
      let isStated = values["from"] != nil || values["to"] != nil
      return isStated ? days(mapping).map(StatedPeriod.days) : nil
    }
    for other in ["from", "to"] where values[other] != nil {
      reader.findings.append(.keysExclude(other, "period", at: mapping.span(of: other)))
    }
    let known = profile
    let name = reader.value(node, { Self.period(named: $0, in: known) }, refused: { .badPeriod($0, at: $1) })
    return name.map(StatedPeriod.named)
  }

  /// A period as it is named; the stretches of a profile are known only with the plan.
  private static func period(named text: String, in profile: ReportingProfile?) -> String? {
    if let profile, let period = ReportingPeriod(text, profile: profile) { return "\(period)" }
    if let period = ReportingPeriod(text, profile: .calendarYear) { return "\(period)" }
    return profile == nil && text.first?.isLetter == true && YAMLReader.isID(text) ? text : nil
  }

  /// The days from `from` to `to`, both inside; the file's year where one of them is left out.
  private mutating func days(_ mapping: YAMLReader.Mapping) -> Range<CivilDay>? {
    let values = mapping.values
    let from = reader.day(values["from"]) ?? year.map { CivilDay.year($0).lowerBound }
    let through = reader.day(values["to"]) ?? year.map { CivilDay.year($0).upperBound.advanced(by: -1) }
    guard let from, let through else {
      let key = values["from"] == nil ? "to" : "from"
      let isRead = (values["from"] == nil || from != nil) && (values["to"] == nil || through != nil)
      if isRead { reader.findings.append(.daysMissing(key, at: mapping.span(of: key))) }
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
        guard let quantity = try? Quantity.readingInterval(text), !quantity.isInWords, quantity.rate == nil,
          let unit = StatedFrequency.TimeUnit(named: "\(quantity.unit)")
        else { return nil }
        return (quantity, unit)
      }, refused: { .badDuration($0, at: $1) })
    let days = values["from"] == nil || values["to"] == nil ? nil : days(mapping)
    let says = reader.text(values["says"])
    guard let id, let title, let stated, let days else { return nil }
    return PublishedInterval(
      id: id, title: title, days: days, stated: stated.quantity, unit: stated.unit, says: says,
      place: mapping.span.place)
  }

  // MARK: - What follows from figures

  private mutating func sum(_ node: Node) -> PublishedSum? {
    guard let mapping = reader.mapping(node, .sum) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let of = reader.distinctReferences(values["of"], to: Reference.figure)
    let stated = quantityOrFigure(values["stated"])
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
    let part = number(values["part"], in: 0...Self.largest)
    let whole = number(values["whole"], in: 1...Self.largest)
    let says = reader.text(values["says"])
    guard let id, let title, let stated else { return nil }
    let copied = [(values["part"], part), (values["whole"], whole)].compactMap { node, number in
      node?.scalar.flatMap { figures[$0.string] }?.says == nil ? number?.value : nil
    }
    return PublishedRatio(
      id: id, title: title, part: part?.value, whole: whole?.value, stated: stated, says: says,
      place: mapping.span.place, partUnit: part?.unit, wholeUnit: whole?.unit, copied: copied,
      namesParts: values["part"] != nil || values["whole"] != nil)
  }

  /// A number, or the id of a figure that states one exactly; `nil` without a finding for a figure that does not.
  private mutating func number(
    _ node: Node?, in range: ClosedRange<Int>
  ) -> (value: Int, unit: CountingUnit?)? {
    guard let node, let text = reader.text(node) else { return nil }
    if let figure = figures[text] {
      guard let quantity = figure.quantity, quantity.isExact, range.contains(quantity.value) else {
        return nil
      }
      return (quantity.value, quantity.unit)
    }
    if let number = Int(text) {
      if range.contains(number) { return (number, nil) }
    } else if let quantity = try? Quantity.reading(text, unit: Self.plain, limit: Self.largest),
      quantity.isExact
    {
      if range.contains(quantity.value) {
        return (quantity.value, quantity.unit == Self.plain ? nil : quantity.unit)
      }
    } else if text.first?.isLetter == true {
      _ = reader.reference(node, to: Reference.figure)
      return nil
    }
    let span = reader.span(node)
    reader.findings.append(.badNumber(text, in: range, at: span))
    return nil
  }

  private mutating func hours(_ node: Node) -> PublishedHours? {
    guard let mapping = reader.mapping(node, .hours) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let from = reader.value(values["from"], { TimeOfDay($0) }, refused: { .badTime($0, at: $1) })
    let to = reader.value(values["to"], { TimeOfDay($0) }, refused: { .badTime($0, at: $1) })
    let says = reader.text(values["says"])
    let stated = quantityOrFigure(values["stated"])
    if let stated, stated.unit.time == nil || stated.rate != nil {
      reader.findings.append(.notATime(stated, at: mapping.span(of: "stated")))
      return nil
    }
    guard let id, let title, let from, let to, let stated else { return nil }
    return PublishedHours(
      id: id, title: title, from: from, to: to, stated: stated, says: says, place: mapping.span.place)
  }

  private mutating func product(_ node: Node) -> PublishedProduct? {
    guard let mapping = reader.mapping(node, .product) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let items = reader.list(values["of"])
    // A figure that is rough, a range, words or missing is no factor.
    let isRough = items.contains { item in
      figures[item.scalar?.string ?? ""].map { !($0.quantity?.isExact ?? false) } ?? false
    }
    let factors = items.compactMap { number($0, in: 0...Self.largest) }
    if items.count == 1 { reader.findings.append(.tooFew("of", at: mapping.span(of: "of"))) }
    let stated = quantityOrFigure(values["stated"])
    let says = reader.text(values["says"])
    guard let id, let title, let stated, items.count > 1 else { return nil }
    guard factors.count == items.count else {
      if isRough {
        reader.findings.append(.productNotRecomputable(title, stated, at: mapping.span.place))
      }
      return nil
    }
    return PublishedProduct(
      id: id, title: title, factors: factors.map(\.value), stated: stated, says: says,
      place: mapping.span.place, units: factors.map(\.unit))
  }

  private mutating func shares(_ node: Node, among ratios: [PublishedRatio]) -> PublishedShares? {
    guard let mapping = reader.mapping(node, .shares) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let items = reader.list(values["of"])
    let percentages = items.compactMap { item -> Percentage? in
      let text = item.scalar?.string ?? ""
      if let ratio = ratios.first(where: { $0.id == text }) { return ratio.stated }
      guard text.first?.isLetter == true else {
        return reader.value(item, { Percentage($0) }, refused: { .badPercent($0, at: $1) })
      }
      _ = reader.reference(item, to: Reference.ratio)
      return nil
    }
    if items.count == 1 { reader.findings.append(.tooFew("of", at: mapping.span(of: "of"))) }
    let says = reader.text(values["says"])
    guard let id, let title, items.count > 1, percentages.count == items.count else { return nil }
    return PublishedShares(id: id, title: title, of: percentages, says: says, place: mapping.span.place)
  }

  private mutating func noise(_ node: Node) -> NoiseNumber? {
    guard let mapping = reader.mapping(node, .noise) else { return nil }
    let note = reader.text(mapping.values["note"])
    return reader.text(mapping.values["says"]).map {
      NoiseNumber(says: $0, note: note, place: mapping.span.place)
    }
  }

  /// The largest number of a report.
  private static let largest = PrintedPart.largest
  /// What a plain number counts.
  private static let plain = CountingUnit(["–"])
}
