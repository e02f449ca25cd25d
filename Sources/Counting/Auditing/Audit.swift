public import ScheduleModel

/// Recomputes what a published report states.
public enum Audit {
  /// Published figures beside what follows from them; neither replaces the other.
  ///
  /// A percentage is worked out with the decimals that are printed, rounded half up, and accepted within one
  /// unit of the last decimal, for some offices cut off instead of rounding. A sum is held against its parts
  /// by what they claim: "hơn 970" contradicts 970, and does not contradict 1.000. The shares are each rounded
  /// half up and need not make 100 %. A count is held against a stated frequency over its days, weeks and months
  /// that are only begun allowed for; a duration against its first and last day, both inside. A number that the
  /// source's words do not have was copied wrongly.
  /// - Returns: The audited figures in the order of the file, and the findings by their place.
  public static func audit(_ published: PublishedFigures) -> (audited: AuditedFigures, findings: [Finding]) {
    let sums = published.sums.map { audit($0, in: published) }
    let ratios = published.ratios.map(audit)
    let frequencies = published.figures.compactMap(frequency)
    let intervals = published.intervals.map(audit)
    let findings =
      ratios.compactMap(finding) + sums.flatMap { self.findings($0, in: published) }
      + published.figures.flatMap { self.findings($0) } + TallyBuilder.inclusions(in: published)
      + frequencies.filter { $0.agrees == false }.map(Finding.frequencyMismatch)
      + intervals.filter { !$0.agrees }.map(Finding.intervalMismatch)
      + published.noise.map { .noiseNumber($0, taken: figure(taking: $0, in: published)) }
    return (
      AuditedFigures(
        published: published, sums: sums, ratios: ratios, frequencies: frequencies, intervals: intervals),
      findings.inFileOrder
    )
  }

  private static func audit(_ sum: PublishedSum, in published: PublishedFigures) -> AuditedSum {
    let known = sum.of.compactMap { published.figure($0)?.quantity }
    let computed = known.count == sum.of.count ? TallyBuilder.sum(known) : nil
    var shares: [Percentage]?
    if let computed, computed.qualifier == .exact, computed.value > 0 {
      shares = known.map { Percentage(part: $0.value, whole: computed.value, decimals: 2) }
    }
    let agrees = sum.stated.flatMap { stated in
      computed.map { QuantityClaim($0).agrees(with: QuantityClaim(stated)) }
    }
    return AuditedSum(sum: sum, computed: computed, shares: shares, agrees: agrees)
  }

  private static func audit(_ ratio: PublishedRatio) -> AuditedRatio {
    guard let part = ratio.part, let whole = ratio.whole, (0...largest).contains(part),
      (1...largest).contains(whole)
    else { return AuditedRatio(ratio: ratio, computed: nil, agrees: nil) }
    let computed = Percentage(part: part, whole: whole, decimals: ratio.stated.decimals)
    return AuditedRatio(
      ratio: ratio, computed: computed, agrees: abs(computed.units - ratio.stated.units) <= 1)
  }

  private static func frequency(_ figure: PublishedFigure) -> AuditedFrequency? {
    guard let frequency = figure.frequency, let days = figure.days else { return nil }
    let expected = frequency.expected(in: days)
    let agrees = figure.quantity.map { QuantityClaim($0).agrees(with: QuantityClaim(expected)) }
    return AuditedFrequency(
      figure: figure, frequency: frequency, days: days, expected: expected, agrees: agrees)
  }

  private static func audit(_ interval: PublishedInterval) -> AuditedInterval {
    let (first, end) = (interval.days.lowerBound, interval.days.upperBound)
    let whole = interval.unit.count(in: interval.days).lowerBound
    let over = interval.unit.end(of: whole, from: first).distance(to: end)
    // Days over make it more than a whole number and less than the next, which no whole number is: doubled, it is one.
    let found = Quantity(2 * whole + (over > 0 ? 1 : 0), interval.stated.unit)
    let stated = Quantity(2 * interval.stated.value, interval.stated.qualifier, interval.stated.unit)
    return AuditedInterval(
      interval: interval, whole: whole, daysOver: over,
      agrees: QuantityClaim(found).agrees(with: QuantityClaim(stated)))
  }

  /// The figure that has a number of the page for its own; `nil` when none has.
  private static func figure(taking noise: NoiseNumber, in published: PublishedFigures) -> PublishedFigure? {
    let numbers = PrintedNumbers(in: noise.says)
    return published.figures.first { $0.quantity.map { numbers.has($0.value) } ?? false }
  }

  /// Parts and wholes beyond this cannot be multiplied by a million; no count of works or people comes near.
  private static let largest = 1_000_000_000_000

  private static func finding(_ audited: AuditedRatio) -> Finding? {
    guard let computed = audited.computed else { return .percentNotRecomputable(audited.ratio) }
    return audited.agrees == false ? .percentMismatch(audited.ratio, computed: computed) : nil
  }

  private static func findings(_ audited: AuditedSum, in published: PublishedFigures) -> [Finding] {
    let sum = audited.sum
    var findings: [Finding] = []
    if audited.agrees == false, let computed = audited.computed {
      findings.append(.sumMismatch(sum, computed: computed))
    }
    findings += miscopied(sum.title, sum.stated, says: sum.says, at: sum.place)
    let parts = sum.of.compactMap { published.figure($0) }
    for part in parts {
      let inside = parts.filter { part.mayInclude.contains($0.id) && $0.id != part.id }
      if !inside.isEmpty { findings.append(.sumMayCountTwice(sum, part, inside)) }
    }
    for level in deeperLevels(than: parts, in: published) {
      findings.append(.levelOutsideSum(level.name, sum))
    }
    return findings
  }

  /// Levels below all parts of a sum that goes by level, which the report knows of elsewhere.
  private static func deeperLevels(than parts: [PublishedFigure], in published: PublishedFigures)
    -> [AdminLevel]
  {
    let levels = parts.compactMap(\.level)
    guard levels.count == parts.count, Set(levels).count > 1, let deepest = levels.max() else { return [] }
    return Set(published.figures.compactMap(\.level)).filter { $0 > deepest }.sorted()
  }

  private static func findings(_ figure: PublishedFigure) -> [Finding] {
    // The source breaks its list off, so that it cannot be counted.
    let breaksOff = figure.says.map { $0.suffix(4).contains("…") || $0.suffix(6).contains("...") } ?? false
    return (breaksOff ? [.ellipsisList(figure)] : []) + doubts(about: figure)
      + miscopied(figure.title, figure.quantity, says: figure.says, at: figure.place)
  }

  /// A number that the source's words, where they have numbers at all, do not have.
  private static func miscopied(_ title: String, _ quantity: Quantity?, says: String?, at place: SourcePlace)
    -> [Finding]
  {
    guard let quantity, let says else { return [] }
    let numbers = PrintedNumbers(in: says)
    return numbers.isEmpty || numbers.has(quantity.value) ? [] : [.notInWords(quantity, title, at: place)]
  }

  private static func doubts(about figure: PublishedFigure) -> [Finding] {
    guard let quantity = figure.quantity else {
      return figure.level.map { [.levelMissing($0.name, at: figure.place)] } ?? []
    }
    var findings: [Finding] = []
    if quantity.qualifier != .exact {
      findings.append(.approximate(quantity, of: figure.title, at: figure.place))
    }
    if quantity.unit.isCompound {
      findings.append(.compoundUnit(quantity, of: figure.title, at: figure.place))
    }
    return findings
  }
}
