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
  /// The hours of a day, in the order of the file.
  public let hours: [AuditedHours]
  /// Each product, in the order of the file.
  public let products: [AuditedProduct]
  /// The percentages that should make 100, in the order of the file.
  public let shares: [AuditedShares]

  /// Published figures beside what follows from them.
  public init(
    published: PublishedFigures, sums: [AuditedSum], ratios: [AuditedRatio],
    frequencies: [AuditedFrequency] = [], intervals: [AuditedInterval] = [], hours: [AuditedHours] = [],
    products: [AuditedProduct] = [], shares: [AuditedShares] = []
  ) {
    self.published = published
    self.sums = sums
    self.ratios = ratios
    self.frequencies = frequencies
    self.intervals = intervals
    self.hours = hours
    self.products = products
    self.shares = shares
  }
}

/// How a stated figure compares with the one that follows from others.
public enum AuditVerdict: String, CaseIterable, Sendable {
  /// They are the same.
  case agrees
  /// The stated one is the exact one rounded half up.
  case rounded
  /// The stated one is the exact one cut off after its decimals.
  case cutOff = "cut-off"
  /// They are not the same, and both can be true: "hơn 970" beside 1.000.
  case compatible
  /// They contradict each other.
  case differs

  /// Whether the stated figure is right; `nil` where both can be true, which nobody can tell from the figures.
  public var agrees: Bool? {
    switch self {
    case .agrees, .rounded, .cutOff: true
    case .compatible: nil
    case .differs: false
    }
  }
}

/// A stated sum and the sum of its parts.
public struct AuditedSum: Hashable, Sendable {
  /// The sum as published.
  public let sum: PublishedSum
  /// The sum of the parts; `nil` when one of them has no data, or they cannot be added.
  public let computed: Quantity?
  /// The share of each part with two decimals, in the order of the parts; `nil` where there is no exact sum.
  public let shares: [Percentage]?
  /// How the stated sum compares with it; `nil` when none is stated or none can be worked out.
  public let verdict: AuditVerdict?
  /// Why the parts cannot be added; `nil` when they can.
  public let unlike: UnlikeFigures?

  /// A stated sum and the sum of its parts.
  public init(
    sum: PublishedSum, computed: Quantity?, shares: [Percentage]?, verdict: AuditVerdict?,
    unlike: UnlikeFigures? = nil
  ) {
    self.sum = sum
    self.computed = computed
    self.shares = shares
    self.verdict = verdict
    self.unlike = unlike
  }
}

/// A stated percentage and the one that follows from its part and whole.
public struct AuditedRatio: Hashable, Sendable {
  /// The percentage as published.
  public let ratio: PublishedRatio
  /// The percentage rounded half up to the decimals of the stated one; `nil` when part or whole is not given.
  public let computed: Percentage?
  /// How the stated one compares with it; `nil` when nothing can be worked out.
  public let verdict: AuditVerdict?

  /// A stated percentage and the one worked out.
  public init(ratio: PublishedRatio, computed: Percentage?, verdict: AuditVerdict?) {
    self.ratio = ratio
    self.computed = computed
    self.verdict = verdict
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
  public let expected: Quantity
  /// Whether the count agrees; `nil` when none is stated.
  public let agrees: Bool?

  /// A stated count and the one that follows.
  public init(
    figure: PublishedFigure, frequency: StatedFrequency, days: Range<CivilDay>, expected: Quantity,
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

/// A stated length of hours and the one that follows from their ends.
public struct AuditedHours: Hashable, Sendable {
  /// The hours as published.
  public let hours: PublishedHours
  /// How the stated length compares with ``PublishedHours/minutes``.
  public let verdict: AuditVerdict

  /// A stated length and its verdict.
  public init(hours: PublishedHours, verdict: AuditVerdict) {
    self.hours = hours
    self.verdict = verdict
  }

  /// The length that follows, in hours and minutes.
  public var computed: Quantity { Quantity(hours.minutes, .time(.hours)) }
}

/// A stated product and the one that follows from its factors.
public struct AuditedProduct: Hashable, Sendable {
  /// The product as published.
  public let product: PublishedProduct
  /// The product worked out, in the stated unit; `nil` when it is beyond any number that is read.
  public let computed: Quantity?
  /// How the stated one compares with it; `nil` when nothing can be worked out.
  public let verdict: AuditVerdict?

  /// A stated product and the one worked out.
  public init(product: PublishedProduct, computed: Quantity?, verdict: AuditVerdict?) {
    self.product = product
    self.computed = computed
    self.verdict = verdict
  }
}

/// Percentages and what they add up to.
public struct AuditedShares: Hashable, Sendable {
  /// The percentages as published.
  public let shares: PublishedShares
  /// Their sum.
  public let total: Percentage
  /// ``AuditVerdict/rounded`` where rounding each of them explains what is lacking.
  public let verdict: AuditVerdict

  /// Percentages and their sum.
  public init(shares: PublishedShares, total: Percentage, verdict: AuditVerdict) {
    self.shares = shares
    self.total = total
    self.verdict = verdict
  }
}
