/// Which sign comes before decimals, and which between thousands: `1.234,5` or `1,234.5`.
enum NumberSigns {
  /// As Việt Nam writes it.
  case decimalComma
  /// As English does.
  case decimalPoint
  /// Nothing in the column shows it; a number that could be either is not read.
  case unknown
}

/// A number with a point or comma in it, under both ways to write numbers, in thousandths.
struct SignedNumber {
  /// What it is where a comma comes before decimals; `nil` where it is none then.
  let withComma: Int?
  /// What it is where a point does.
  let withPoint: Int?

  /// Reads digits with points and commas; `nil` for any other text, and for one without either.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.contains(where: { $0 == .point || $0 == .comma }),
      text.allSatisfy({ (0x30...0x39).contains($0) || $0 == .point || $0 == .comma })
    else { return nil }
    withComma = Self.thousandths(text, decimal: .comma, thousands: .point)
    withPoint = Self.thousandths(text, decimal: .point, thousands: .comma)
  }

  /// Whether it is two different numbers.
  var isOpen: Bool { withComma != nil && withPoint != nil && withComma != withPoint }

  /// The way to write numbers that alone makes it one; `nil` where both do, or none.
  var signs: NumberSigns? {
    switch (withComma, withPoint) {
    case (_?, nil): .decimalComma
    case (nil, _?): .decimalPoint
    default: nil
    }
  }

  /// The number under a way to write them; one that has a single reading has it under an unknown way too.
  func thousandths(_ signs: NumberSigns) -> Int? {
    switch signs {
    case .decimalComma: withComma
    case .decimalPoint: withPoint
    case .unknown: isOpen ? nil : withComma ?? withPoint
    }
  }

  private static func thousandths(_ text: ArraySlice<UInt8>, decimal: UInt8, thousands: UInt8) -> Int? {
    let halves = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard halves.count <= 2, let first = halves.first else { return nil }
    let groups = first.split(separator: thousands, omittingEmptySubsequences: false)
    guard groups.count == 1 || (1...3).contains(groups[0].count) && groups[0].first != 0x30,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      let whole = LogValue.number(Array(groups.joined())[...])
    else { return nil }
    guard halves.count == 2 else { return whole * 1_000 }
    guard (1...3).contains(halves[1].count), let fraction = LogValue.number(halves[1]) else { return nil }
    return whole * 1_000 + fraction * (halves[1].count == 1 ? 100 : halves[1].count == 2 ? 10 : 1)
  }
}

extension UInt8 {
  fileprivate static let point = UInt8(ascii: ".")
}

/// What the numbers of a column show about how they are written: evidence in one shows it for all.
struct NumberEvidence {
  private var hasComma = false
  private var hasPoint = false
  /// Whether a number has decimals that cannot be the seconds of a clock, as in `4,5` and `15.75`.
  private(set) var hasDecimals = false

  /// Nothing seen yet.
  init() {}

  /// Takes the number into account with which a cell begins, or every number in it.
  mutating func note(_ text: ArraySlice<UInt8>) {
    for word in text.split(separator: 0x20) {
      let fraction = word.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }.dropFirst()
      if fraction.count == 1, let digits = fraction.first {
        let value = LogValue.number(digits) ?? 0
        if digits.count == 1 && value > 0 || digits.count == 2 && value > 59 { hasDecimals = true }
      }
      switch SignedNumber(word)?.signs {
      case .decimalComma: hasComma = true
      case .decimalPoint: hasPoint = true
      case .unknown, nil: break
      }
    }
  }

  /// The way in which the column writes numbers; unknown where nothing, or both, is shown.
  var signs: NumberSigns {
    switch (hasComma, hasPoint) {
    case (true, false): .decimalComma
    case (false, true): .decimalPoint
    default: .unknown
    }
  }
}
