import ScheduleModel

/// Which numbers a figure allows, so that two figures can be held against each other.
///
/// "hơn 600" allows every number above 600. "gần" and "khoảng" set no limits of their own; a tenth of the
/// number is taken, which no decree says: it tells a rough figure from another one.
struct QuantityClaim {
  private let allowed: ClosedRange<Int>

  /// What a figure claims.
  init(_ quantity: Quantity) {
    let value = quantity.value
    let tenth = max(1, value / 10)
    switch quantity.qualifier {
    case .exact: allowed = value...value
    case .atLeast: allowed = value...Int.max
    case .moreThan: allowed = (value + 1)...Int.max
    case .nearly: allowed = max(0, value - tenth)...max(0, value - 1)
    case .about: allowed = max(0, value - tenth)...(value + tenth)
    }
  }

  /// A figure that may be any of these.
  init(_ allowed: ClosedRange<Int>) { self.allowed = allowed }

  /// Whether some number fulfils both, so that neither contradicts the other.
  func agrees(with other: QuantityClaim) -> Bool { allowed.overlaps(other.allowed) }
}
