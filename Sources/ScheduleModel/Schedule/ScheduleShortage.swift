/// Works of a line, or what follows from them, of which a schedule has fewer than the plan asks for.
public struct ScheduleShortage: Hashable, Sendable {
  /// The line.
  public let line: String
  /// The line in the plan's file.
  public let place: SourcePlace
  /// What is counted: “works of “Tin””, “versions of “Tin” in Mông”.
  public let what: Words
  /// Whether it is the works themselves, not what follows from them.
  public let isOriginal: Bool
  /// Whether the figure of the line was reported, so that it is not to be changed.
  public let isReported: Bool
  /// How many the plan asks for.
  public let asked: Int
  /// How many there are; less than ``asked``.
  public let found: Int

  /// What a schedule has too few of.
  public init(
    line: String, place: SourcePlace, what: Words, isOriginal: Bool, isReported: Bool, asked: Int, found: Int
  ) {
    self.line = line
    self.place = place
    self.what = what
    self.isOriginal = isOriginal
    self.isReported = isReported
    self.asked = asked
    self.found = found
  }

  /// How many are missing.
  public var missing: Int { asked - found }
}
