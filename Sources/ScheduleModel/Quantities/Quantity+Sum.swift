/// Why figures make no sum.
public enum UnlikeFigures: Error, Hashable, Sendable {
  /// One of them is a rate, not a total.
  case rate(Quantity)
  /// Two of them count different things, or the same on another basis.
  case units(Quantity, Quantity)
  /// What two lines count is not the same.
  case lines(Counted, Counted)
  /// Two of them have some days in common, so that these would count twice; both as titles with their periods.
  case periods(String, String)

  /// A line, by its title, and what it counts.
  public struct Counted: Hashable, Sendable {
    let title: String
    let unit: CountingUnit

    fileprivate var words: Words {
      Words(
        vi: "“\(title)” (\(unit), \(unit.kind.name.vi))", en: "“\(title)” (\(unit), \(unit.kind.name.en))")
    }
  }

  /// The reason, as part of a sentence.
  public var reason: Words {
    switch self {
    case .lines(let one, let other):
      Words(
        vi: "\(one.words.vi) và \(other.words.vi) không cùng đơn vị tính",
        en: "\(one.words.en) and \(other.words.en) do not count the same thing")
    case .periods(let one, let other):
      Words(
        vi: "\(one) và \(other) có những ngày trùng nhau", en: "\(one) and \(other) have days in common")
    case .rate(let rate):
      Words(
        vi: "“\(rate.text(in: .vietnamese))” là tần suất, không phải tổng số",
        en: "“\(rate.text(in: .english))” is a rate, not a total")
    case .units(let one, let other):
      Words(
        vi: "“\(one.text(in: .vietnamese))” (\(one.unit.kind.name.vi)) và “\(other.text(in: .vietnamese))” "
          + "(\(other.unit.kind.name.vi)) không cùng đơn vị tính",
        en: "“\(one.text(in: .english))” (\(one.unit.kind.name.en)) and “\(other.text(in: .english))” "
          + "(\(other.unit.kind.name.en)) do not count the same thing")
    }
  }
}

extension Quantity {
  /// The sum of figures that count the same thing; `nil` for none, and where all are in words.
  ///
  /// A range makes a range. A figure in words adds nothing known, so that the sum is "at least". Otherwise the sum has
  /// the weakest claim that all of them allow.
  /// - Throws: The first two that cannot be added, or the first rate.
  public static func sum(_ figures: [Quantity]) throws(UnlikeFigures) -> Quantity? {
    guard let first = figures.first else { return nil }
    if let rate = figures.first(where: { $0.rate != nil }) { throw .rate(rate) }
    if let other = figures.first(where: { !first.unit.canBeAdded(to: $0.unit) }) {
      throw .units(first, other)
    }
    guard figures.count > 1 else { return first }
    guard figures.contains(where: { !$0.isInWords }) else { return nil }
    return figures.dropFirst().reduce(first, +)
  }

  /// The sum, with the weakest claim that both figures allow: 370 and "hơn 600" make "hơn 970".
  ///
  /// Of a rough figure and one that is open above the sum is "at least about". Units are joined, never converted:
  /// whether two may be added, ``sum(_:)`` tells.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    let unit = left.unit.joined(with: right.unit)
    if case .words(let one) = left.amount, case .words(let other) = right.amount {
      return Quantity(.words("\(one) + \(other)"), .exact, unit)
    }
    if left.isSimple, right.isSimple {
      return Quantity(left.value + right.value, left.qualifier.combined(with: right.qualifier), unit)
    }
    return (Bounds(left) + Bounds(right)).quantity(unit)
  }

  /// Whether it is one number and sets no upper limit.
  private var isSimple: Bool {
    if case .number = amount { qualifier != .atMost && qualifier != .lessThan } else { false }
  }
}

/// Between which numbers a figure lies.
private struct Bounds {
  var low: Int
  /// `nil` without an upper limit.
  var high: Int?
  /// Whether the low end itself is not among them.
  var isAbove = false
  /// Whether the ends are rough.
  var isRough = false
  /// Whether only the upper end was stated.
  var isCeiling = false

  init(low: Int, high: Int?, isAbove: Bool, isRough: Bool, isCeiling: Bool) {
    self.low = low
    self.high = high
    self.isAbove = isAbove
    self.isRough = isRough
    self.isCeiling = isCeiling
  }

  init(_ quantity: Quantity) {
    low = quantity.value
    high = quantity.upperValue
    switch quantity.qualifier {
    case .exact: break
    case .atLeast: high = nil
    case .moreThan: (high, isAbove) = (nil, true)
    case .atMost: (low, isCeiling) = (0, true)
    case .lessThan: (low, high, isCeiling) = (0, high.map { max(0, $0 - 1) }, true)
    case .nearly, .about: isRough = true
    case .atLeastAbout: (high, isRough) = (nil, true)
    }
  }

  static func + (left: Bounds, right: Bounds) -> Bounds {
    let high: Int? = if let one = left.high, let other = right.high { one + other } else { nil }
    return Bounds(
      low: left.low + right.low, high: high, isAbove: left.isAbove || right.isAbove,
      isRough: left.isRough || right.isRough, isCeiling: left.isCeiling && right.isCeiling)
  }

  func quantity(_ unit: CountingUnit) -> Quantity {
    if isRough {
      guard let high else { return Quantity(low, .atLeastAbout, unit) }
      return Quantity(high > low ? .range(low, high) : .number(low), .about, unit)
    }
    guard let high else { return Quantity(low, isAbove ? .moreThan : .atLeast, unit) }
    if isCeiling { return Quantity(high, .atMost, unit) }
    return Quantity(high > low ? .range(low, high) : .number(low), .exact, unit)
  }
}

extension Quantity.Qualifier {
  /// What follows from two claims about single numbers without upper limits.
  fileprivate func combined(with other: Self) -> Self {
    switch (self, other) {
    case (.exact, let only), (let only, .exact): only
    case (.nearly, .nearly): .nearly
    case (.about, .about), (.about, .nearly), (.nearly, .about): .about
    case (.about, _), (_, .about), (.nearly, _), (_, .nearly), (.atLeastAbout, _), (_, .atLeastAbout):
      .atLeastAbout
    case (.moreThan, _), (_, .moreThan): .moreThan
    default: .atLeast
    }
  }
}
