import ScheduleModel

/// Which numbers a figure allows, so that two figures can be held against each other.
///
/// "hơn 600" allows every number above 600. "gần" and "khoảng" set no limits of their own; a tenth of the
/// number is taken, which no decree says: it tells a rough figure from another one.
struct QuantityClaim {
  private let allowed: ClosedRange<Int>

  /// What a figure claims; words claim nothing.
  init(_ quantity: Quantity) {
    let (low, high) = (quantity.value, quantity.upperValue ?? quantity.value)
    guard !quantity.isInWords else {
      allowed = 0...Int.max
      return
    }
    switch quantity.qualifier {
    case .exact: allowed = low...high
    case .atLeast: allowed = low...Int.max
    case .moreThan: allowed = (low + 1)...Int.max
    case .atMost: allowed = 0...high
    case .lessThan: allowed = 0...max(0, high - 1)
    case .nearly: allowed = max(0, low - max(1, low / 10))...max(0, low - 1)
    case .atLeastAbout: allowed = max(0, low - max(1, low / 10))...Int.max
    case .about: allowed = max(0, low - max(1, low / 10))...(high + max(1, high / 10))
    }
  }

  /// Whether some number fulfils both, so that neither contradicts the other.
  func agrees(with other: QuantityClaim) -> Bool { allowed.overlaps(other.allowed) }

  /// How a stated figure compares with one that was worked out; `nil` when either is in words.
  ///
  /// Two figures of one kind with unlike numbers differ: "hơn 574" is not the sum of 332 and "hơn 232". Where the kinds
  /// differ, both may be true, which is not the same as agreeing.
  static func verdict(stated: Quantity, computed: Quantity) -> AuditVerdict? {
    guard !stated.isInWords, !computed.isInWords else { return nil }
    let isSameKind = stated.qualifier == computed.qualifier && stated.isRange == computed.isRange
    if isSameKind { return stated.amount == computed.amount ? .agrees : .differs }
    return QuantityClaim(stated).agrees(with: QuantityClaim(computed)) ? .compatible : .differs
  }
}
