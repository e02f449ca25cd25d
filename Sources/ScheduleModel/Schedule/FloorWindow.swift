/// A least number of works of a line in a quarter, a month or some weeks, and how many of them are scheduled there.
public struct FloorWindow: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// The days.
  public let days: Range<CivilDay>
  /// The least.
  public let floor: Int
  /// The works that a schedule has there.
  public let has: Int

  /// How many are lacking.
  public var lacking: Int { max(0, floor - has) }

  /// A window.
  public init(line: String, days: Range<CivilDay>, floor: Int, has: Int) {
    (self.line, self.days, self.floor, self.has) = (line, days, floor, has)
  }
}
