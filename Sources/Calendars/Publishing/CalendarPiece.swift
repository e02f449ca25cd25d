import ScheduleModel

/// Some octets of a calendar, before they are composed.
struct CalendarPiece: Sendable {
  let content: Content
  /// How many octets it has.
  let size: Int

  /// What it is composed of.
  enum Content: Sendable {
    /// Just these octets.
    case octets([UInt8])
    /// The events of those among some placements that a feed carries.
    case events(feed: Int, Range<Int>)
    /// The tasks of those among some placements that a feed carries.
    case tasks(feed: Int, Range<Int>)
    /// What remains of an earlier calendar.
    case remains([RemainingEntry])
  }

  /// So many octets a piece of many entries has, or a little more.
  static let usualSize = 1 << 19
}

/// An entry of an earlier calendar that no placement keeps in it: a tombstone, or one of another plan.
struct RemainingEntry: Sendable {
  let uid: String
  let kind: CalendarComponent.Kind
  /// The day by which it goes into a period: the event's, also for its task.
  let day: CivilDay
  let zone: String?
  let file: Publication.EarlierFile
  /// Its octets in that file.
  let range: Range<Int>
  /// How it is cancelled; `nil` when it stays as it is.
  let cancelled: Tombstone?
  /// How many octets it then has.
  let size: Int

  /// The entry as it is to be.
  var octets: [UInt8] {
    let octets = file.octets(range)
    return cancelled?.octets(of: octets) ?? octets
  }
}
