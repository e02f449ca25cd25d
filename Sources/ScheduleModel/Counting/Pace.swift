/// A number of works, and how many days they have.
public struct Pace: Hashable, Sendable {
  private let aired: Int
  private let window: Range<CivilDay>
  private let elapsed: Int

  /// A pace.
  /// - Parameters:
  ///   - aired: Works gone out up to today.
  ///   - window: The days that the works have, half-open.
  ///   - today: The last day of which anything is known.
  /// - Returns: `nil` before a twelfth of the days: a pace of a few days says nothing.
  public init?(aired: Int, window: Range<CivilDay>, today: CivilDay) {
    let passed = window.clamped(to: window.lowerBound..<max(window.lowerBound, today.advanced(by: 1))).count
    guard passed > 0, passed * 12 >= window.count else { return nil }
    self.aired = aired
    self.window = window
    elapsed = passed
  }

  /// Works before a day if the pace is kept, rounded down; never fewer than have gone out.
  public func works(before day: CivilDay) -> Int {
    let days = window.lowerBound.distance(to: min(max(day, window.lowerBound), window.upperBound))
    return max(aired, aired * days / elapsed)
  }
}
