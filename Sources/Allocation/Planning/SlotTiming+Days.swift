import ScheduleModel

extension SlotTiming {
  /// The days on which it may begin: one, or those of a month. What lasts several days counts on its first.
  var possibleDays: Range<CivilDay> {
    switch self {
    case .inMonth(let days): days
    case .timed, .allDay, .span: day..<day.advanced(by: 1)
    }
  }

  /// The last day on which it may begin.
  var lastDay: CivilDay { possibleDays.upperBound.advanced(by: -1) }
}
