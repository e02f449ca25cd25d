import Allocation

/// How large the numbers of a problem may be: so small that no sum or square of the search overflows.
enum InstanceBounds {
  /// The most of any count, limit, weight or preference cost.
  static let largest = 1_000_000
  /// The longest year that has 53 weeks.
  static let days = 366
  /// Weeks of a year, the last one short.
  static let weeks = 53
  /// The largest number of a slot's type.
  static let largestType = Int(Int32.max)
  /// The most series: ten times what a whole country has.
  static let series = 200_000
  /// The most slots that series may choose from, summed over the series: 2 GB of memory.
  static let choices = 50_000_000
  /// The largest file, in bytes.
  static let bytes = 1 << 27
}
