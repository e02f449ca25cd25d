import ScheduleModel

/// The findings of a timetable, up to a limit: one wrong column of a million rows must fill neither screen nor
/// memory.
struct TimetableFindings {
  /// As many as anybody reads.
  static let limit = 200

  private var told: [Finding] = []
  private var untold = 0

  /// Adds a finding, or counts it.
  mutating func append(_ finding: @autoclosure () -> Finding) {
    if told.count < Self.limit { told.append(finding()) } else { untold += 1 }
  }

  /// The findings, and one that says how many more there were.
  func all(in file: String) -> [Finding] {
    untold == 0 ? told : told + [.moreOfTimetable(untold, file: file)]
  }
}
