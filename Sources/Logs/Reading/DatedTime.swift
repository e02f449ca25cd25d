import ScheduleModel

/// A cell for the time that has a whole time stamp, as programs export it: `2025-03-26 20:15:00`.
struct DatedTime {
  /// Seconds after midnight.
  let seconds: Int
  /// Seconds east of Greenwich; `nil` when it does not say.
  let offset: Int?

  /// The days that its date may be: either order of day and month; none where a spreadsheet put in its day zero.
  private let days: [CivilDay]

  /// `nil` for any other text.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.count <= 40, let gap = text.firstIndex(where: { $0 == 0x20 || $0 == UInt8(ascii: "T") })
    else { return nil }
    // A spreadsheet that is to show the day of a time alone shows its own day zero.
    if Self.zeroDays.contains(String(decoding: text[..<gap], as: UTF8.self)) {
      guard let seconds = LogValue.seconds(text[(gap + 1)...]) else { return nil }
      (self.seconds, offset, days) = (seconds, nil, [])
      return
    }
    let moments = [DayOrder.dayFirst, .monthFirst].compactMap { LogMoment(text, $0) }
    guard let first = moments.first, let seconds = first.seconds else { return nil }
    (self.seconds, offset, days) = (seconds, first.offset, moments.map(\.day))
  }

  /// Whether it may lie on the day that the row names; the night after it belongs to it where the log says so.
  func fits(_ day: CivilDay, _ dialect: LogDialect) -> Bool {
    days.isEmpty || days.contains(day)
      || (dialect.countsBroadcastDays && days.contains(day.advanced(by: 1)))
  }

  private static let zeroDays: Set<String> = [
    "1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01", "30/12/1899", "31/12/1899", "00/01/1900",
  ]
}
