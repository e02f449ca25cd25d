public import ScheduleModel

extension AuditReport {
  /// The findings, each sum, percentage, frequency and interval; `agrees` is `null` where nothing can be said.
  public static func json(
    _ figures: AuditedFigures, findings: [Finding], language: ReaderLanguage
  ) -> String {
    JSONText.of(
      Page(
        source: figures.published.source, plan: figures.published.plan,
        findings: FindingRow.rows(findings, language),
        sums: figures.sums.map { row($0, figures.published, language) },
        ratios: figures.ratios.map { row($0, language) }, frequencies: figures.frequencies.map(row),
        intervals: figures.intervals.map { row($0, language) }))
  }

  private static func row(_ audited: AuditedFrequency) -> FrequencyRow {
    let figure = audited.figure
    return FrequencyRow(
      figure: figure.id, title: figure.title, frequency: audited.frequency.says,
      from: audited.days.lowerBound, to: audited.days.upperBound.advanced(by: -1),
      stated: figure.quantity?.value, least: audited.expected.lowerBound, most: audited.expected.upperBound,
      agrees: audited.agrees, file: figure.place.file, line: figure.place.line)
  }

  private static func row(_ audited: AuditedInterval, _ language: ReaderLanguage) -> IntervalRow {
    let interval = audited.interval
    return IntervalRow(
      id: interval.id, title: interval.title, from: interval.days.lowerBound,
      to: interval.days.upperBound.advanced(by: -1), stated: interval.stated.value,
      qualifier: interval.stated.qualifier.rawValue,
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
      computed: audited.computed.map { QuantityRow($0, language) }, agrees: audited.agrees,
      file: sum.place.file, line: sum.place.line)
  }

  private static func row(_ audited: AuditedRatio, _ language: ReaderLanguage) -> RatioRow {
    let ratio = audited.ratio
    return RatioRow(
      id: ratio.id, title: ratio.title, part: ratio.part, whole: ratio.whole, stated: ratio.stated.number,
      statedText: ratio.stated.text(in: language), computed: audited.computed?.number,
      computedText: audited.computed?.text(in: language), agrees: audited.agrees, file: ratio.place.file,
      line: ratio.place.line)
  }

  private struct Page: Encodable {
    let source: String
    @OrNull var plan: String?
    let findings: [FindingRow]
    let sums: [SumRow]
    let ratios: [RatioRow]
    let frequencies: [FrequencyRow]
    let intervals: [IntervalRow]
  }

  private struct FrequencyRow: Encodable {
    let figure: String
    let title: String
    let frequency: String
    let from: CivilDay
    let to: CivilDay
    @OrNull var stated: Int?
    let least: Int
    let most: Int
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
