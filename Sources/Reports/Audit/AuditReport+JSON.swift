public import ScheduleModel

extension AuditReport {
  /// The findings, each sum, percentage, frequency and interval; `agrees` is `null` where nothing can be said.
  ///
  /// - Parameter draft: The draft from which the figures are proposed; it tells the place of each, and what is doubtful.
  public static func json(
    _ figures: AuditedFigures, findings: [Finding], language: ReaderLanguage, draft: ReportDraft? = nil
  ) -> String {
    JSONText.of(
      Page(
        source: figures.published.source, plan: figures.published.plan,
        proposed: figures.published.isProposed ? true : nil, places: draft?.places.mapValues { $0[language] },
        doubts: draft?.doubts.mapValues { $0[language] },
        findings: FindingRow.rows(findings, language),
        figures: figures.published.figures.map { row($0, figures.published, language) }
          + figures.published.unread.map { row($0) },
        sums: figures.sums.map { row($0, figures.published, language) },
        ratios: figures.ratios.map { row($0, language) },
        frequencies: figures.frequencies.map { row($0, language) },
        intervals: figures.intervals.map { row($0, language) },
        hours: figures.hours.map { row($0, language) },
        products: figures.products.map { row($0, language) },
        shares: figures.shares.map { row($0, language) }))
  }

  private static func row(
    _ figure: PublishedFigure, _ published: PublishedFigures, _ language: ReaderLanguage
  ) -> FigureRow {
    FigureRow(
      id: figure.id, title: figure.title, planLine: figure.line, level: figure.level?.rawValue,
      period: (figure.period ?? published.period)?.text ?? published.year.map(String.init),
      quantity: figure.quantity.map { QuantityRow($0, language) }, unread: nil, file: figure.place.file,
      line: figure.place.line)
  }

  private static func row(_ figure: UnreadFigure) -> FigureRow {
    FigureRow(
      id: figure.id, title: figure.title, planLine: nil, level: nil, period: nil, quantity: nil,
      unread: figure.text, file: figure.place.file, line: figure.place.line)
  }

  private static func row(_ audited: AuditedHours, _ language: ReaderLanguage) -> HoursRow {
    let hours = audited.hours
    return HoursRow(
      id: hours.id, title: hours.title, from: "\(hours.from)", to: "\(hours.to)",
      stated: QuantityRow(hours.stated, language), computed: QuantityRow(audited.computed, language),
      verdict: audited.verdict.rawValue, file: hours.place.file, line: hours.place.line)
  }

  private static func row(_ audited: AuditedProduct, _ language: ReaderLanguage) -> ProductRow {
    let product = audited.product
    return ProductRow(
      id: product.id, title: product.title, factors: product.factors,
      stated: QuantityRow(product.stated, language),
      computed: audited.computed.map { QuantityRow($0, language) }, verdict: audited.verdict?.rawValue,
      file: product.place.file, line: product.place.line)
  }

  private static func row(_ audited: AuditedShares, _ language: ReaderLanguage) -> SharesRow {
    let shares = audited.shares
    return SharesRow(
      id: shares.id, title: shares.title, of: shares.of.map(\.number), total: audited.total.number,
      totalText: audited.total.text(in: language), verdict: audited.verdict.rawValue, file: shares.place.file,
      line: shares.place.line)
  }

  private static func row(_ audited: AuditedFrequency, _ language: ReaderLanguage) -> FrequencyRow {
    let expected = audited.expected
    let figure = audited.figure
    return FrequencyRow(
      figure: figure.id, title: figure.title, frequency: audited.frequency.says,
      from: audited.days.lowerBound, to: audited.days.upperBound.advanced(by: -1),
      stated: figure.quantity?.dataValue, least: expected.qualifier == .atMost ? nil : expected.value,
      most: expected.qualifier == .atLeast ? nil : expected.upperValue, expected: expected.text(in: language),
      agrees: audited.agrees, file: figure.place.file, line: figure.place.line)
  }

  private static func row(_ audited: AuditedInterval, _ language: ReaderLanguage) -> IntervalRow {
    let interval = audited.interval
    return IntervalRow(
      id: interval.id, title: interval.title, from: interval.days.lowerBound,
      to: interval.days.upperBound.advanced(by: -1), stated: interval.stated.value,
      qualifier: interval.stated.dataQualifier,
      unit: interval.unit.rawValue, whole: audited.whole, daysOver: audited.daysOver, agrees: audited.agrees,
      file: interval.place.file, line: interval.place.line)
  }

  private static func row(
    _ audited: AuditedSum, _ published: PublishedFigures, _ language: ReaderLanguage
  ) -> SumRow {
    let sum = audited.sum
    let parts = sum.of.enumerated().map { index, id in
      let figure = published.figure(id)
      let share = audited.shares.flatMap { index < $0.count ? $0[index] : nil }
      return PartRow(
        figure: id, title: figure?.title, quantity: figure?.quantity.map { QuantityRow($0, language) },
        share: share?.number)
    }
    return SumRow(
      id: sum.id, title: sum.title, parts: parts, stated: sum.stated.map { QuantityRow($0, language) },
      computed: audited.computed.map { QuantityRow($0, language) }, agrees: audited.verdict?.agrees,
      verdict: audited.verdict?.rawValue, unlike: audited.unlike?.reason[language],
      file: sum.place.file, line: sum.place.line)
  }

  private static func row(_ audited: AuditedRatio, _ language: ReaderLanguage) -> RatioRow {
    let ratio = audited.ratio
    return RatioRow(
      id: ratio.id, title: ratio.title, part: ratio.part, whole: ratio.whole, stated: ratio.stated.number,
      statedText: ratio.stated.text(in: language), computed: audited.computed?.number,
      computedText: audited.computed?.text(in: language), agrees: audited.verdict?.agrees,
      verdict: audited.verdict?.rawValue, file: ratio.place.file,
      line: ratio.place.line)
  }

  private struct Page: Encodable {
    let source: String
    @OrNull var plan: String?
    /// `true` while nobody has confirmed the figures; left out otherwise.
    let proposed: Bool?
    /// Of a draft: where each figure and proposal is, and why somebody must decide about it; by their ids.
    let places: [String: String]?
    let doubts: [String: String]?
    let findings: [FindingRow]
    let figures: [FigureRow]
    let sums: [SumRow]
    let ratios: [RatioRow]
    let frequencies: [FrequencyRow]
    let intervals: [IntervalRow]
    let hours: [HoursRow]
    let products: [ProductRow]
    let shares: [SharesRow]
  }

  private struct FigureRow: Encodable {
    let id: String
    let title: String
    @OrNull var planLine: String?
    @OrNull var level: String?
    @OrNull var period: String?
    @OrNull var quantity: QuantityRow?
    /// The value as the file has it where it is not understood; `null` where it is.
    @OrNull var unread: String?
    let file: String
    let line: Int
  }

  private struct HoursRow: Encodable {
    let id: String
    let title: String
    let from: String
    let to: String
    let stated: QuantityRow
    let computed: QuantityRow
    let verdict: String
    let file: String
    let line: Int
  }

  private struct ProductRow: Encodable {
    let id: String
    let title: String
    let factors: [Int]
    let stated: QuantityRow
    @OrNull var computed: QuantityRow?
    @OrNull var verdict: String?
    let file: String
    let line: Int
  }

  private struct SharesRow: Encodable {
    let id: String
    let title: String
    let of: [Double]
    let total: Double
    let totalText: String
    let verdict: String
    let file: String
    let line: Int
  }

  private struct FrequencyRow: Encodable {
    let figure: String
    let title: String
    let frequency: String
    let from: CivilDay
    let to: CivilDay
    @OrNull var stated: Int?
    @OrNull var least: Int?
    @OrNull var most: Int?
    let expected: String
    @OrNull var agrees: Bool?
    let file: String
    let line: Int
  }

  private struct IntervalRow: Encodable {
    let id: String
    let title: String
    let from: CivilDay
    let to: CivilDay
    let stated: Int
    let qualifier: String
    let unit: String
    let whole: Int
    let daysOver: Int
    let agrees: Bool
    let file: String
    let line: Int
  }

  private struct SumRow: Encodable {
    let id: String
    let title: String
    let parts: [PartRow]
    @OrNull var stated: QuantityRow?
    @OrNull var computed: QuantityRow?
    @OrNull var agrees: Bool?
    @OrNull var verdict: String?
    @OrNull var unlike: String?
    let file: String
    let line: Int
  }

  private struct PartRow: Encodable {
    let figure: String
    @OrNull var title: String?
    @OrNull var quantity: QuantityRow?
    @OrNull var share: Double?
  }

  private struct RatioRow: Encodable {
    let id: String
    let title: String
    @OrNull var part: Int?
    @OrNull var whole: Int?
    let stated: Double
    let statedText: String
    @OrNull var computed: Double?
    @OrNull var computedText: String?
    @OrNull var agrees: Bool?
    @OrNull var verdict: String?
    let file: String
    let line: Int
  }
}

extension Percentage {
  /// The percentage as a JSON number; the double nearest to it prints with the same decimals.
  var number: Double {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    return Double(units) / Double(scale)
  }
}
