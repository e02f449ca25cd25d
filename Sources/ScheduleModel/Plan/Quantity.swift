/// A figure as a plan or a report states it: "23 kỳ", "12 - 15 kỳ", "hơn 600 tin, bài, ảnh", "hàng chục tin", "40 giờ".
///
/// What the source says of the number stays with it through sums, reports and exports: its qualifier, both ends of a
/// range, its own words where it has no number, its unit, and the stretch of time of a rate.
public struct Quantity: Hashable, Sendable {
  /// The number, the range or the words.
  public let amount: Amount
  /// How exactly the source states it; ``Qualifier/exact`` for words.
  public let qualifier: Qualifier
  /// What is counted.
  public let unit: CountingUnit
  /// For each of what it is stated: 3 a quarter; `nil` for a total.
  public let rate: Rate?

  /// What stands where the number does. Time is in minutes.
  public enum Amount: Hashable, Sendable {
    /// One number, 0 or more.
    case number(Int)
    /// From one number to a larger one, both included.
    case range(Int, Int)
    /// Words without a number, as the source has them: "hàng chục".
    case words(String)
  }

  /// For each of what a rate is stated.
  public enum Rate: Hashable, Sendable {
    /// For every `n` units of the calendar, 1 or more.
    case every(Int, StatedFrequency.TimeUnit)
    /// For every opening (buổi).
    case session
  }

  /// An exact figure in a unit.
  public init(_ value: Int, _ unit: CountingUnit) { self.init(value, .exact, unit) }

  /// A figure in a unit; in minutes for a unit of time.
  public init(_ value: Int, _ qualifier: Qualifier, _ unit: CountingUnit) {
    self.init(.number(value), qualifier, unit)
  }

  /// A figure of any kind. A range whose ends are not in order is a mistake of the program.
  public init(_ amount: Amount, _ qualifier: Qualifier = .exact, _ unit: CountingUnit, rate: Rate? = nil) {
    if case .range(let low, let high) = amount { precondition(low < high, "a range goes upwards") }
    self.amount = amount
    self.qualifier = qualifier
    self.unit = unit
    self.rate = rate
  }

  /// The number, or the lower end of a range; 0 for words, of which nobody knows how many they are.
  public var value: Int {
    switch amount {
    case .number(let value), .range(let value, _): value
    case .words: 0
    }
  }

  /// The number, or the upper end of a range; `nil` for words.
  public var upperValue: Int? {
    switch amount {
    case .number(let value), .range(_, let value): value
    case .words: nil
    }
  }

  /// What it makes for a number of stretches, 1 or more, each of which has it: “2 - 3 kỳ” for 12 months is 24 - 36 kỳ. Words
  /// stay as they are.
  public func times(_ count: Int) -> Quantity {
    let (low, high) = (value, upperValue ?? value)
    switch (amount, qualifier) {
    case (.words, _): return self
    case (.range, _): return Quantity(.range(low * count, high * count), qualifier, unit)
    case (_, .moreThan): return Quantity((low + 1) * count, .atLeast, unit)
    case (_, .lessThan): return Quantity(max(0, high - 1) * count, .atMost, unit)
    default: return Quantity(low * count, qualifier, unit)
    }
  }

  /// Whether it is one number, stated as it is, for the whole of its time.
  public var isExact: Bool {
    if case .number = amount { qualifier == .exact && rate == nil } else { false }
  }

  /// Whether the source itself leaves open how many: a qualifier, a range or words.
  public var isApproximate: Bool {
    if case .number = amount { qualifier != .exact } else { true }
  }

  /// Whether it has words instead of a number.
  public var isInWords: Bool { if case .words = amount { true } else { false } }

  /// Whether it has two ends.
  public var isRange: Bool { if case .range = amount { true } else { false } }

  /// The least that fulfils it: 601 for "hơn 600"; `nil` where it sets none.
  public var floor: Int? {
    guard !isInWords else { return nil }
    return switch qualifier {
    case .exact, .atLeast: value
    case .moreThan: value + 1
    case .atMost, .lessThan, .nearly, .about, .atLeastAbout: nil
    }
  }

  /// The most that it allows: 15 for "12 - 15", 11 for "dưới 12"; `nil` where it sets none. One number alone sets none:
  /// more than was planned is no fault.
  public var ceiling: Int? {
    switch (amount, qualifier) {
    case (.range(_, let high), .exact), (.number(let high), .atMost): high
    case (.number(let high), .lessThan): max(0, high - 1)
    default: nil
    }
  }

  /// How many works fill it (``PlanLine/works``): of a time, as many as reach it even when all are short, or, where only the
  /// most is stated, as many as do not pass it even when all are long.
  ///
  /// - Parameter lengths: The lengths that a work may have, in minutes; `nil` when unsaid.
  public func works(of lengths: ClosedRange<Int>?) -> Int? {
    guard !isInWords, rate == nil else { return nil }
    let target = floor ?? ceiling ?? value
    guard unit.time != nil else { return target }
    return lengths.map { lengths in
      let enough = (target + lengths.lowerBound - 1) / lengths.lowerBound
      guard floor == nil, let ceiling else { return enough }
      return min(enough, ceiling / lengths.upperBound)
    }
  }

  /// How exactly a source states a number.
  public enum Qualifier: String, CaseIterable, Sendable {
    /// The number itself.
    case exact
    /// "ít nhất", "tối thiểu", "không dưới", "trở lên": the number or more.
    case atLeast = "at-least"
    /// "hơn", "trên": more than the number.
    case moreThan = "more-than"
    /// "tối đa", "không quá", "trở xuống": the number or fewer.
    case atMost = "at-most"
    /// "dưới", "chưa đến": fewer than the number.
    case lessThan = "less-than"
    /// "gần": a little less than the number.
    case nearly
    /// "khoảng", "ước", "xấp xỉ", "trên dưới": the number, roughly.
    case about
    /// "ít nhất khoảng": roughly the number, or more; what a sum is in which one figure is rough and another open above.
    case atLeastAbout = "at-least-about"
  }
}

extension Quantity {
  /// The largest number that a plan may state for a line that is scheduled. A larger one is a typing error, and sums stay far from overflow.
  public static let largest = 1_000_000

  /// The largest number of what nobody schedules: readers, attendances, leaflets.
  public static let largestUnscheduled = 1_000_000_000
}

extension StringProtocol {
  var trimmingSpaces: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
