import Reports
import ScheduleModel

/// A month of an outlet: a row for each week, a cell for each broadcast day with the blocks of the week's grid, so that what passes
/// midnight stays one block under its own day.
struct DeskMonth {
  let weekdays: [String]
  let weeks: [Week]

  /// Seven days from Monday.
  struct Week {
    let days: [Day]
  }

  /// A day with what is on it.
  struct Day {
    let name: String
    let number: Int
    /// `day`, `today`, or `outside` the month.
    let kind: String
    /// Its week on the desk.
    let leads: String
    let blocks: [DeskBlock]
  }

  /// - Parameter shown: The weeks that have days of the month.
  init(_ month: Range<CivilDay>, _ shown: DeskWeek, _ choice: DeskPage.Choice, _ language: ReaderLanguage) {
    let days = shown.days.map { day in
      Day(
        name: day.name, number: day.day.components.day, kind: month.contains(day.day) ? day.kind : "outside",
        leads: "?day=\(day.day)&outlet=\(choice.outlet)", blocks: day.blocks)
    }
    weeks = stride(from: 0, to: days.count, by: 7).map {
      Week(days: Array(days[$0..<min($0 + 7, days.count)]))
    }
    weekdays = (1...7).map { weekdayName($0, language) }
  }
}
