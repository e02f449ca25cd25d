/// Published figures beside what follows from them; both are kept.
public struct AuditedFigures: Hashable, Sendable {
  /// The figures as published.
  public let published: PublishedFigures
  /// Each sum, in the order of the file.
  public let sums: [AuditedSum]
  /// Each percentage, in the order of the file.
  public let ratios: [AuditedRatio]

  /// Published figures beside what follows from them.
  public init(published: PublishedFigures, sums: [AuditedSum], ratios: [AuditedRatio]) {
    self.published = published
    self.sums = sums
    self.ratios = ratios
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
