import ScheduleModel

extension SlotTiming {
  /// The days on which it may be: one, or those of a month.
  var possibleDays: Range<CivilDay> {
    switch self {
    case .inMonth(let days): days
    case .timed, .allDay: day..<day.advanced(by: 1)
    }
  }

  /// The last day on which it may be.
  var lastDay: CivilDay { possibleDays.upperBound.advanced(by: -1) }
}
