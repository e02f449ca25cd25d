import ScheduleModel

/// A placement that a guide to programmes lists: on a channel, at an hour.
struct ListedProgramme {
  let placement: Placement
  let line: PlanLine
  let outlet: Outlet
  let start: ZonedTime
  /// When it is over, which is no part of it; `nil` when nobody said how long it is.
  let end: ZonedTime?
  /// Its place among those of the same hour on the same channel, and how many these are: `(0, 1)` when alone.
  let clump: (index: Int, count: Int)
  /// The first run of what this shows again; `nil` for a first run, and when the schedule has none.
  let first: Placement?

  /// The line's title, on one line.
  var title: String { CleanText(line.title)?.text ?? line.id }

  /// Whether it was shown before, here or elsewhere.
  var isShownAgain: Bool {
    switch placement.run {
    case .first, .part, .relay: false
    case .repeat: true
    case .crossPost: first.map { $0.timing < placement.timing } ?? false
    }
  }
}

extension Outlet.Kind {
  /// Whether it goes out at an hour to whoever listens or watches.
  var isBroadcast: Bool {
    switch self {
    case .television, .radio, .loudspeaker: true
    case .newspaper, .website, .socialPage, .outdoor, .print, .event: false
    }
  }
}
