import ScheduleModel

/// In what events differ from others of their kind: the number of the work and the time, in twelve octets each.
///
/// Every calendar goes through all placements again. These have ten times as many octets, and most of the time went
/// into fetching them from memory.
struct EventTable: Sendable {
  private struct Row {
    let edition: UInt32
    /// Seconds after the base.
    let start: Int32
    /// Minutes, or days where there are no hours.
    let length: Int32
  }

  private let base: LocalTime
  private var rows: [Row] = []

  /// A table whose rows tell their times from a day on, or before it.
  init(base: CivilDay, capacity: Int) {
    self.base = LocalTime(base)
    rows.reserveCapacity(capacity)
  }

  /// Adds an event; `false` when it has no room in a row: a number above four billion, or a time sixty years away.
  mutating func append(edition: Int, _ timing: SlotTiming) -> Bool {
    let (start, length): (LocalTime, Int) =
      switch timing {
      case .timed(let start, let minutes): (start, minutes)
      case .allDay(let day): (LocalTime(day), 1)
      case .inMonth(let days): (LocalTime(days.lowerBound), days.count)
      }
    guard let edition = UInt32(exactly: edition), let start = Int32(exactly: start.seconds - base.seconds),
      let length = Int32(exactly: length)
    else { return false }
    rows.append(Row(edition: edition, start: start, length: length))
    return true
  }

  /// When an event begins.
  func start(of index: Int) -> LocalTime { LocalTime(seconds: base.seconds + Int(rows[index].start)) }

  /// An event.
  ///
  /// - Parameter form: How its kind writes the time.
  func variables(of index: Int, _ form: PlacementKind.Form) -> ComponentTemplate.Variables {
    let row = rows[index]
    let start = start(of: index)
    let timing: SlotTiming =
      switch form {
      case .hours, .hourWithoutEnd: .timed(start: start, minutes: Int(row.length))
      case .day: .allDay(start.day)
      case .month: .inMonth(start.day..<start.day.advanced(by: Int(row.length)))
      }
    return ComponentTemplate.Variables(edition: Int(row.edition), timing: timing)
  }
}
