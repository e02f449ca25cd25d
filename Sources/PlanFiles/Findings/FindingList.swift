import ScheduleModel

/// The findings of a file, up to a limit: a file that is no plan at all must fill neither screen nor memory.
struct FindingList {
  /// As many as anybody reads.
  static let limit = 1_000

  /// Those that are told, in the order in which they were found.
  private(set) var told: [Finding] = []
  /// How many were found beyond the limit.
  private(set) var untold = 0

  var isEmpty: Bool { told.isEmpty }

  mutating func append(_ finding: @autoclosure () -> Finding) {
    if told.count < Self.limit {
      told.append(finding())
    } else {
      untold += 1
    }
  }

  /// The findings, and one that says how many more there were.
  func all(in file: String) -> [Finding] {
    untold == 0 ? told : told + [.moreFindings(untold, in: file)]
  }
}
