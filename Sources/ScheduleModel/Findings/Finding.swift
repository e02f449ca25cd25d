/// Something wrong or doubtful in what the user gave.
///
/// Findings are values: a stage collects all of them and goes on. What the environment refuses (a file that
/// cannot be read) is thrown instead, and what the program itself gets wrong is a precondition.
public struct Finding: Hashable, Sendable {
  /// What kind of thing it is; stable, for scripts.
  public let code: FindingCode
  /// How much it matters. One error makes the command exit with status 1.
  public let severity: Severity
  /// Where it is; `nil` when it concerns a file or a plan as a whole.
  public let place: SourcePlace?
  /// How many columns from the place on are meant, for the `^^^` under the excerpt; at least 1.
  public let width: Int
  /// The line of the file that `place` names, as it is there; `nil` when there is none to show.
  public let excerpt: String?
  /// What is wrong, and where: one sentence.
  public let message: Words
  /// What to do about it, if possible to paste; `nil` when the message says it all.
  public let remedy: Words?

  /// How much a finding matters.
  public enum Severity: String, Comparable, CaseIterable, Sendable {
    /// Worth knowing; nothing needs to be done.
    case info
    /// Doubtful: a person should look.
    case warning
    /// Wrong: what depends on it is left out.
    case error

    /// Less serious comes first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A finding with its place, if it has one.
  public init(
    _ code: FindingCode, _ severity: Severity, at place: SourcePlace? = nil, width: Int = 1,
    excerpt: String? = nil, _ message: Words, remedy: Words? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.width = max(1, width)
    self.excerpt = excerpt
    self.message = message
    self.remedy = remedy
  }
}

extension [Finding] {
  /// Whether one of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// Each finding once, where it comes first: two stages may see the same thing.
  public var withoutRepeats: [Finding] {
    var seen: Set<Finding> = []
    return filter { seen.insert($0).inserted }
  }

  /// By file, line and column; those without a place come last, in the order in which they were found.
  public var inFileOrder: [Finding] {
    enumerated().sorted { left, right in
      switch (left.element.place, right.element.place) {
      case (let a?, let b?) where a != b: a < b
      case (nil, _?): false
      case (_?, nil): true
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
