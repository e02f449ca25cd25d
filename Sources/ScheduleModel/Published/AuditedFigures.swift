/// Published figures beside what follows from them; both are kept.
public struct AuditedFigures: Hashable, Sendable {
  /// The figures as published.
  public let published: PublishedFigures
  /// Each sum, in the order of the file.
  public let sums: [AuditedSum]
  /// Each percentage, in the order of the file.
  public let ratios: [AuditedRatio]
  /// Each figure with a stated frequency and known days, in the order of the file.
  public let frequencies: [AuditedFrequency]
  /// Each stretch of days, in the order of the file.
  public let intervals: [AuditedInterval]

  /// Published figures beside what follows from them.
  public init(
    published: PublishedFigures, sums: [AuditedSum], ratios: [AuditedRatio],
    frequencies: [AuditedFrequency] = [], intervals: [AuditedInterval] = []
  ) {
    self.published = published
    self.sums = sums
    self.ratios = ratios
    self.frequencies = frequencies
    self.intervals = intervals
  }
}

/// A stated sum and the sum of its parts.
public struct AuditedSum: Hashable, Sendable {
  /// The sum as published.
  public let sum: PublishedSum
  /// The sum of the parts; `nil` when one of them has no data.
  public let computed: Quantity?
  /// The share of each part with two decimals, in the order of the parts; `nil` where there is no exact sum.
  public let shares: [Percentage]?
  /// Whether the stated sum agrees; `nil` when none is stated or none can be worked out.
  public let agrees: Bool?

  /// A stated sum and the sum of its parts.
  public init(sum: PublishedSum, computed: Quantity?, shares: [Percentage]?, agrees: Bool?) {
    self.sum = sum
    self.computed = computed
    self.shares = shares
    self.agrees = agrees
  }
}

/// A stated percentage and the one that follows from its part and whole.
public struct AuditedRatio: Hashable, Sendable {
  /// The percentage as published.
  public let ratio: PublishedRatio
  /// The percentage worked out, with the decimals of the stated one; `nil` when part or whole is not given.
  public let computed: Percentage?
  /// Whether they agree to within one unit of the last decimal; `nil` when nothing can be worked out.
  public let agrees: Bool?

  /// A stated percentage and the one worked out.
  public init(ratio: PublishedRatio, computed: Percentage?, agrees: Bool?) {
    self.ratio = ratio
    self.computed = computed
    self.agrees = agrees
  }
}

/// A stated count and the one that follows from the stated frequency.
public struct AuditedFrequency: Hashable, Sendable {
  /// The figure as published.
  public let figure: PublishedFigure
  /// The frequency as published.
  public let frequency: StatedFrequency
  /// The days over which it runs, half-open.
  public let days: Range<CivilDay>
  /// How many follow: for the whole weeks or months alone, and for those that are only begun too.
  public let expected: ClosedRange<Int>
  /// Whether the count agrees; `nil` when none is stated.
  public let agrees: Bool?

  /// A stated count and the one that follows.
  public init(
    figure: PublishedFigure, frequency: StatedFrequency, days: Range<CivilDay>, expected: ClosedRange<Int>,
    agrees: Bool?
  ) {
    self.figure = figure
    self.frequency = frequency
    self.days = days
    self.expected = expected
    self.agrees = agrees
  }
}

/// A stated duration and the one that follows from the first and last day.
public struct AuditedInterval: Hashable, Sendable {
  /// The stretch of days as published.
  public let interval: PublishedInterval
  /// The whole units that it has, in the unit that is stated.
  public let whole: Int
  /// The days beyond them.
  public let daysOver: Int
  /// Whether it agrees with what is stated.
  public let agrees: Bool

  /// A stated duration and the one that follows.
  public init(interval: PublishedInterval, whole: Int, daysOver: Int, agrees: Bool) {
    self.interval = interval
    self.whole = whole
    self.daysOver = daysOver
    self.agrees = agrees
  }

  /// The duration that follows: "2 tháng 28 ngày".
  public func text(in language: ReaderLanguage) -> String {
    let days = StatedFrequency.TimeUnit.day.text(daysOver, in: language)
    let units = interval.unit.text(whole, in: language)
    if daysOver == 0 { return units }
    return whole == 0 ? days : "\(units) \(days)"
  }
}
