public import ScheduleModel

/// Recomputes what a published report states.
public enum Audit {
  /// Published figures beside what follows from them; neither replaces the other.
  ///
  /// A percentage is right when it is the exact one rounded half up to its decimals, or cut off to them, and the verdict
  /// says which. A sum is held against its parts by what they claim: "hơn 970" contradicts 970 and "hơn 960", and may be
  /// true beside 1.000. The shares are each rounded half up and need not make 100 %. A count is held against a stated
  /// frequency over its days, weeks and months that are only begun allowed for; a duration against its first and last
  /// day, both inside. A number or a qualifier that the source's words do not have was copied wrongly. Nothing is found
  /// wrong with figures that are only proposed.
  /// - Returns: The audited figures in the order of the file, and the findings by their place.
  public static func audit(_ published: PublishedFigures) -> (audited: AuditedFigures, findings: [Finding]) {
    let audited = AuditedFigures(
      published: published, sums: published.sums.map { sum($0, in: published) },
      ratios: published.ratios.map(ratio),
      frequencies: published.figures.compactMap(frequency), intervals: published.intervals.map(interval),
      hours: published.hours.map(hours), products: published.products.map(product),
      shares: published.shares.map(shares))
    guard !published.isProposed else { return (audited, []) }
    var findings: [Finding] = audited.ratios.flatMap { self.findings($0) }
    findings += audited.sums.flatMap { self.findings($0, in: published) }
    findings += published.figures.flatMap { self.findings($0) } + compounds(in: published)
    findings += TallyBuilder.inclusions(in: published) + multiples(in: published)
    findings += audited.frequencies.filter { $0.agrees == false }.map(Finding.frequencyMismatch)
    findings += audited.intervals.filter { !$0.agrees }.map(Finding.intervalMismatch)
    findings += audited.hours.flatMap { self.findings($0) }
    findings += audited.products.flatMap { self.findings($0) }
    findings += audited.shares.flatMap { self.findings($0) }
    findings += published.noise.map { .noiseNumber($0, taken: figure(taking: $0, in: published)) }
    return (audited, findings.inFileOrder)
  }

  // MARK: - What follows

  private static func sum(_ sum: PublishedSum, in published: PublishedFigures) -> AuditedSum {
    let known = sum.of.compactMap { published.figure($0)?.quantity }
    guard known.count == sum.of.count else {
      return AuditedSum(sum: sum, computed: nil, shares: nil, verdict: nil)
    }
    if let overlap = overlap(of: sum.of.compactMap { published.figure($0) }, in: published) {
      return AuditedSum(sum: sum, computed: nil, shares: nil, verdict: nil, unlike: overlap)
    }
    do throws(UnlikeFigures) {
      guard let computed = try Quantity.sum(known) else {
        return AuditedSum(sum: sum, computed: nil, shares: nil, verdict: nil)
      }
      if let stated = sum.stated { _ = try Quantity.sum([computed, stated]) }
      var shares: [Percentage]?
      if computed.isExact, computed.value > 0 {
        shares = known.map { Percentage(part: $0.value, whole: computed.value, decimals: 2) }
      }
      if let stated = sum.stated, stated.unit.cannotBe(computed.unit) {
        return AuditedSum(
          sum: sum, computed: computed, shares: shares, verdict: nil, unlike: .units(stated, computed))
      }
      let verdict = sum.stated.flatMap { QuantityClaim.verdict(stated: $0, computed: computed) }
      return AuditedSum(sum: sum, computed: computed, shares: shares, verdict: verdict)
    } catch {
      return AuditedSum(sum: sum, computed: nil, shares: nil, verdict: nil, unlike: error)
    }
  }

  /// Two parts of a sum whose days are not the same and yet not apart.
  private static func overlap(of parts: [PublishedFigure], in published: PublishedFigures) -> UnlikeFigures? {
    func name(_ figure: PublishedFigure) -> String {
      let period = (figure.period ?? published.period)?.text ?? published.year.map(String.init) ?? "–"
      return "“\(figure.title)” (\(period))"
    }
    for (index, one) in parts.enumerated() {
      let other = parts[(index + 1)...].first { other in
        guard let days = one.days, let others = other.days else { return false }
        return days != others && days.overlaps(others)
      }
      if let other { return .periods(name(one), name(other)) }
    }
    return nil
  }

  private static func ratio(_ ratio: PublishedRatio) -> AuditedRatio {
    guard let part = ratio.part, let whole = ratio.whole, (0...largest).contains(part),
      (1...largest).contains(whole), !ratio.isOfUnlikeUnits
    else { return AuditedRatio(ratio: ratio, computed: nil, verdict: nil) }
    let decimals = ratio.stated.decimals
    let rounded = Percentage(part: part, whole: whole, decimals: decimals)
    let cut = Percentage(cutting: part, of: whole, decimals: decimals)
    let verdict: AuditVerdict =
      switch ratio.stated {
      case rounded where rounded == cut: .agrees
      case rounded: .rounded
      case cut: .cutOff
      default: .differs
      }
    return AuditedRatio(ratio: ratio, computed: rounded, verdict: verdict)
  }

  private static func frequency(_ figure: PublishedFigure) -> AuditedFrequency? {
    guard let frequency = figure.frequency, let days = figure.days else { return nil }
    let expected = frequency.expected(in: days, isHeld: true)
    let agrees = figure.quantity.flatMap { quantity in
      quantity.isInWords || quantity.rate != nil || figure.isOfUnlikeUnits
        ? nil : QuantityClaim(quantity).agrees(with: QuantityClaim(expected))
    }
    return AuditedFrequency(
      figure: figure, frequency: frequency, days: days, expected: expected, agrees: agrees)
  }

  private static func interval(_ interval: PublishedInterval) -> AuditedInterval {
    let (first, end) = (interval.days.lowerBound, interval.days.upperBound)
    let whole = interval.unit.count(in: interval.days).lowerBound
    let over = interval.unit.end(of: whole, from: first).distance(to: end)
    // Days over make it more than a whole number and less than the next, which no whole number is: doubled, it is one.
    let found = Quantity(2 * whole + (over > 0 ? 1 : 0), interval.stated.unit)
    return AuditedInterval(
      interval: interval, whole: whole, daysOver: over,
      agrees: QuantityClaim(found).agrees(with: QuantityClaim(interval.stated.doubled)))
  }

  private static func hours(_ hours: PublishedHours) -> AuditedHours {
    let computed = Quantity(hours.minutes, .time(.hours))
    return AuditedHours(
      hours: hours, verdict: QuantityClaim.verdict(stated: hours.stated, computed: computed) ?? .compatible)
  }

  private static func product(_ product: PublishedProduct) -> AuditedProduct {
    if product.isOfUnlikeUnits { return AuditedProduct(product: product, computed: nil, verdict: nil) }
    var value = 1
    for factor in product.factors {
      let (next, overflow) = value.multipliedReportingOverflow(by: factor)
      guard !overflow, next <= largest else {
        return AuditedProduct(product: product, computed: nil, verdict: nil)
      }
      value = next
    }
    let computed = Quantity(value, product.stated.unit)
    let isTotal = product.stated.rate == nil
    return AuditedProduct(
      product: product, computed: computed,
      verdict: isTotal ? QuantityClaim.verdict(stated: product.stated, computed: computed) : nil)
  }

  /// Each of n percentages may be half a unit of its last decimal away, so that their sum may be n halves away.
  private static func shares(_ shares: PublishedShares) -> AuditedShares {
    let decimals = shares.of.map(\.decimals).max() ?? 0
    func units(_ percentage: Percentage, _ more: Int) -> Int {
      (0..<more).reduce(percentage.units) { units, _ in units * 10 }
    }
    let total = shares.of.reduce(0) { $0 + units($1, decimals - $1.decimals) }
    let whole = units(Percentage(units: 100, decimals: 0), decimals)
    let halves = shares.of.reduce(0) { $0 + units(Percentage(units: 1, decimals: 0), decimals - $1.decimals) }
    let verdict: AuditVerdict =
      total == whole ? .agrees : 2 * abs(total - whole) <= halves ? .rounded : .differs
    return AuditedShares(
      shares: shares, total: Percentage(units: total, decimals: decimals), verdict: verdict)
  }

  /// Parts and wholes beyond this cannot be multiplied by a million; no count of works or people comes near.
  private static let largest = 1_000_000_000_000

  // MARK: - What is told

  private static func findings(_ audited: AuditedRatio) -> [Finding] {
    let ratio = audited.ratio
    var findings: [Finding] = []
    if let computed = audited.computed {
      if audited.verdict == .differs { findings.append(.percentMismatch(ratio, computed: computed)) }
    } else if ratio.isOfUnlikeUnits, let part = ratio.partUnit, let whole = ratio.wholeUnit {
      findings.append(.unlikeParts(ratio, part, whole))
    } else {
      findings.append(.percentNotRecomputable(ratio))
    }
    if let says = ratio.says {
      let printed = PrintedFigures(in: says)
      let missing =
        ratio.copied.filter { !printed.has($0) }.map { number in
          Words(vi: grouped(number, in: .vietnamese), en: grouped(number, in: .english))
        }
        + (printed.has(ratio.stated)
          ? [] : [Words(vi: ratio.stated.text(in: .vietnamese), en: ratio.stated.text(in: .english))])
      if !missing.isEmpty { findings.append(.partsNotInWords(missing, ratio.title, at: ratio.place)) }
      if let part = ratio.part, let whole = ratio.whole, printed.turnsRound(part, of: whole) {
        findings.append(.ratioTurned(ratio, part, whole))
      }
    }
    return findings
  }

  private static func findings(_ audited: AuditedSum, in published: PublishedFigures) -> [Finding] {
    let sum = audited.sum
    var findings: [Finding] = []
    if let unlike = audited.unlike {
      if let computed = audited.computed, let stated = sum.stated {
        findings.append(.sumInOtherUnit(sum, stated: stated, computed: computed))
      } else {
        findings.append(.unlikeFigures(sum, unlike))
      }
    }
    if audited.verdict == .differs, let computed = audited.computed, let stated = sum.stated {
      findings.append(.sumMismatch(sum, stated: stated, computed: computed))
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

  private static func findings(_ audited: AuditedHours) -> [Finding] {
    let hours = audited.hours
    return (audited.verdict == .differs ? [Finding.hoursMismatch(audited)] : [])
      + miscopied(hours.title, hours.stated, says: hours.says, at: hours.place)
  }

  private static func findings(_ audited: AuditedProduct) -> [Finding] {
    let product = audited.product
    if product.isOfUnlikeUnits { return [.unlikeFactors(product)] }
    return (audited.verdict == .differs ? [Finding.productMismatch(audited)] : [])
      + (audited.computed == nil
        ? [.productNotRecomputable(product.title, product.stated, at: product.place)] : [])
      + miscopied(product.title, product.stated, says: product.says, at: product.place)
  }

  private static func findings(_ audited: AuditedShares) -> [Finding] {
    audited.verdict == .differs ? [.sharesMismatch(audited)] : []
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
      + (figure.isOfUnlikeUnits ? [.unlikeFrequency(figure)] : [])
  }

  /// A number, or its qualifier, that the source's words do not have.
  private static func miscopied(_ title: String, _ quantity: Quantity?, says: String?, at place: SourcePlace)
    -> [Finding]
  {
    guard let quantity, let says else { return [] }
    let printed = PrintedFigures(in: says)
    if printed.hasQualified(quantity) { return [] }
    if printed.hasOnlyOtherRate(quantity) { return [.rateNotInWords(quantity, title, at: place)] }
    if printed.has(quantity) { return [.qualifierNotInWords(quantity, title, at: place)] }
    if quantity.isInWords {
      let words = Words(
        vi: "“\(quantity.text(in: .vietnamese, unit: false))”",
        en: "“\(quantity.text(in: .english, unit: false))”")
      return [.partsNotInWords([words], title, at: place)]
    }
    return [
      printed.hasDigits
        ? .notInWords(quantity, title, at: place) : .noNumberInWords(quantity, title, at: place)
    ]
  }

  /// Figures over several forms; many with the same unit, as a table has them, are told once.
  private static func compounds(in published: PublishedFigures) -> [Finding] {
    let compound = published.figures.filter { $0.quantity?.unit.isCompound ?? false }
    let kinds = Dictionary(grouping: compound) { $0.quantity?.unit.description ?? "" }
    return kinds.flatMap { unit, figures in
      figures.count > mostAlike
        ? [Finding.compoundUnits(unit, figures)]
        : figures.compactMap { figure in
          figure.quantity.map { .compoundUnit($0, of: figure.title, at: figure.place) }
        }
    }
  }

  /// How many notes of one kind are told one by one.
  private static let mostAlike = 4

  /// Figures that are an exact multiple of a related one: a product may have been printed for a count. Small numbers are
  /// multiples of each other by chance, and so are figures of different rows of a table: these are titled "row – column".
  private static func multiples(in published: PublishedFigures) -> [Finding] {
    let exact = published.figures.compactMap { figure in
      figure.quantity.flatMap {
        $0.isExact && $0.value >= 50 ? (figure: figure, value: $0.value, unit: $0.unit) : nil
      }
    }
    return exact.compactMap { one in
      guard one.unit.time == nil,
        let other = exact.first(where: {
          $0.value < one.value && one.value % $0.value == 0 && one.value / $0.value <= 100
            && $0.unit.kind == one.unit.kind && row($0.figure) == row(one.figure)
        })
      else { return nil }
      return .multiple(one.figure, of: other.figure, times: one.value / other.value)
    }
  }

  /// The row of a table in which a figure is; `nil` for one of no table.
  private static func row(_ figure: PublishedFigure) -> Substring? {
    let pieces = figure.title.split(separator: " – ", maxSplits: 1)
    return pieces.count > 1 ? pieces[0] : nil
  }

  /// The figure that has a number of the page for its own; `nil` when none has.
  private static func figure(taking noise: NoiseNumber, in published: PublishedFigures) -> PublishedFigure? {
    let numbers = PrintedFigures(in: noise.says)
    return published.figures.first { $0.quantity.map { !$0.isInWords && numbers.has($0) } ?? false }
  }

  private static func doubts(about figure: PublishedFigure) -> [Finding] {
    guard let quantity = figure.quantity else {
      return figure.level.map { [.levelMissing($0.name, at: figure.place)] } ?? []
    }
    var findings: [Finding] = []
    if quantity.isApproximate {
      findings.append(.approximate(quantity, of: figure.title, at: figure.place))
    }
    return findings
  }
}

extension Quantity {
  /// The same with every number doubled, so that a half is a whole number.
  fileprivate var doubled: Quantity {
    switch amount {
    case .number(let value): Quantity(.number(2 * value), qualifier, unit)
    case .range(let low, let high): Quantity(.range(2 * low, 2 * high), qualifier, unit)
    case .words: self
    }
  }
}
