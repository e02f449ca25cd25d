import Allocation
import ScheduleModel

/// The findings of a problem, up to a limit: one wrong rule of a script must fill neither screen nor memory.
struct BoundedFindings {
  /// As many as anybody reads.
  static let limit = 200

  private var told: [Finding] = []
  private var untold = 0
  /// Whether one of them, told or not, is an error.
  private(set) var hasErrors = false
  /// The file that is read; `nil` when there is none.
  let file: String?

  init(file: String? = nil) { self.file = file }

  /// Adds a finding, or counts it.
  mutating func append(_ finding: Finding) {
    if finding.severity == .error { hasErrors = true }
    if told.count < Self.limit {
      told.append(finding)
    } else {
      untold += 1
    }
  }

  /// Whether further findings are only counted.
  var isFull: Bool { told.count >= Self.limit }

  /// The findings, and one that says how many more there were.
  var all: [Finding] { untold == 0 ? told : told + [.moreOfInstance(untold, file: file)] }
}
