import ScheduleModel

/// The rows of one log that are dated after the day of its recording: one mistake, however many days they name.
struct EarlyRows {
  private var first: (entry: AsRunEntry, at: LogPlace)?
  private var days: ClosedRange<CivilDay>?
  private var lines: [Int] = []

  /// Notes a row; one that shows its day is passed over.
  mutating func note(_ entry: AsRunEntry, _ at: @autoclosure () -> LogPlace) {
    guard !entry.showsItsDay else { return }
    if first == nil { first = (entry, at()) }
    lines.append(entry.place.line)
    days = days.map { min($0.lowerBound, entry.day)...max($0.upperBound, entry.day) } ?? entry.day...entry.day
  }

  /// What to tell of them; `nil` where there are none.
  var finding: Finding? {
    first.map { entry, at in
      .rowUnclear(
        entry, at: at.place, rows: lines.count, days: days, list: LineRanges(lines).text, width: at.width,
        excerpt: at.excerpt)
    }
  }
}
