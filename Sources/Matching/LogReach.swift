import ScheduleModel

/// Up to which broadcast day the logs of each outlet tell what went out there.
///
/// What is due later and shown by no row is not known: it is neither aired nor missed.
struct LogReach {
  /// The day up to which somebody says that the logs of all outlets are complete; `nil` when it is not stated.
  private let stated: CivilDay?
  private let last: [String: CivilDay]

  /// - Parameter stated: The day up to which somebody says that the logs are complete; `nil` to go by the last row of
  ///   each outlet.
  init(_ entries: [AsRunEntry], stated: CivilDay?) {
    self.stated = stated
    var last: [String: CivilDay] = [:]
    // Rows of one outlet mostly follow each other, and a year has a million of them.
    guard let first = entries.first(where: \.showsItsDay) else {
      self.last = [:]
      return
    }
    var (outlet, day) = (first.outlet, first.broadcastDay)
    for entry in entries where entry.showsItsDay {
      if entry.outlet != outlet {
        last[outlet] = max(last[outlet] ?? day, day)
        (outlet, day) = (entry.outlet, entry.broadcastDay)
      } else {
        day = max(day, entry.broadcastDay)
      }
    }
    last[outlet] = max(last[outlet] ?? day, day)
    self.last = last
  }

  /// The last day of each outlet, by its id; `nil` where one day is stated for all.
  var lastDays: [String: CivilDay]? { stated == nil ? last : nil }

  /// The last day of which it is known what went out on an outlet; `nil` when no log tells of the outlet.
  func day(of outlet: String) -> CivilDay? { stated ?? last[outlet] }

  /// The last day on which an outlet has a row; `nil` when it has none.
  func lastRow(of outlet: String) -> CivilDay? { last[outlet] }
}
