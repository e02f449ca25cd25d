/// A cost of whole units, the first of which costs `first`, and each next one `rise` more than that before.
struct LinearCost {
  /// What the first unit costs.
  var first: Int128
  /// By how much each unit is dearer than that before it; at least 0.
  var rise: Int128

  /// What a number of units cost together.
  func total(_ units: Int) -> Int128 {
    let units = Int128(units)
    return first * units + rise * (units * (units - 1) / 2)
  }

  /// The numbers of units, least to most, that cost the least.
  func cheapest(_ least: Int, _ most: Int) -> (least: Int, most: Int) {
    guard rise > 0 else { return (first < 0 ? most : least, first > 0 ? least : most) }
    // Units are worth taking while the next one costs less than 0, and may be taken while it costs 0.
    let (cheap, free) = (-CountRun.floor(first, over: rise), CountRun.floor(-first, over: rise) + 1)
    func clamped(_ units: Int128) -> Int { Int(min(max(units, Int128(least)), Int128(most))) }
    return (clamped(cheap), clamped(free))
  }
}
