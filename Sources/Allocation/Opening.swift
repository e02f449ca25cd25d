import ScheduleModel

/// The slots of a line that lie on the same day, or somewhere in the same month.
struct Opening {
  /// The day; several where nobody has fixed it.
  let days: Range<CivilDay>
  /// The indices of the slots.
  let slots: [Int]
  /// Whether a work placed here would come too late for one of its versions or further outlets.
  let isLate: Bool

  /// The day it begins.
  var day: CivilDay { days.lowerBound }

  /// Whether it is on that very day.
  func isOn(_ day: CivilDay) -> Bool { days == day..<day.advanced(by: 1) }

  /// How many works of a line with so many a day it takes.
  func most(perDay: Int?) -> Int { perDay.map { $0 * days.count } ?? Quantity.largest }
}
