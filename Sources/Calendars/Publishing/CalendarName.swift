import ScheduleModel

/// How our calendars are named.
enum CalendarName {
  /// How the names of the plan's own feeds begin.
  static let view = "feed-"

  private static let series =
    ["outlet-", "language-", "producer-", view] + CalendarPolicy.Series.allCases.map { $0.rawValue + "-" }

  /// Whether a file is named like a calendar of ours: `year.ics`, `outlet-ID.ics`, or a part of such a one.
  static func isOurs(_ file: String) -> Bool {
    guard file.hasSuffix(".ics") else { return false }
    let name = file.dropLast(4)
    if name == "year" || series.contains(where: { name.hasPrefix($0) && name.count > $0.count }) {
      return true
    }
    return name.hasPrefix("year-") && CalendarPeriod(suffix: name.dropFirst(4)) != nil
  }
}
