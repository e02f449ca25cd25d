/// Who makes language versions, and how many in a week.
///
/// A version is translated in a week after the one in which its original is aired, and before the one in
/// which it is aired itself. Weeks run from Monday to Sunday.
public struct Translator: Hashable, Sendable {
  /// The id by which lines refer to it.
  public let id: String
  /// The name of the person or the group.
  public let name: String
  /// The most versions in a whole week, at least 1.
  public let perWeek: Int
  /// Days on which nothing is translated, half-open; they may overlap.
  public let off: [Range<CivilDay>]
  /// Where the plan names it.
  public let place: SourcePlace

  /// A translator of the plan.
  public init(id: String, name: String, perWeek: Int, off: [Range<CivilDay>], place: SourcePlace) {
    self.id = id
    self.name = name
    self.perWeek = perWeek
    self.off = off
    self.place = place
  }

  /// The most versions in the week in which a day lies. With days off it is the share of the days that
  /// remain of the seven, rounded down: 6 a week are 4 with two days off.
  public func capacity(inWeekOf day: CivilDay) -> Int {
    let monday = day.advanced(by: 1 - day.weekday)
    let working = (0..<7).count { offset in
      let day = monday.advanced(by: offset)
      return !off.contains { $0.contains(day) }
    }
    return perWeek * working / 7
  }
}
