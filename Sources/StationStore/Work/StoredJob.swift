public import ScheduleModel

/// A piece of work for a worker process, and how far it is.
public struct StoredJob: Hashable, Sendable {
  /// Its number in the store.
  public let number: Int
  /// The number of the plan that it is about.
  public let plan: Int
  /// What is done.
  public let kind: Kind
  /// The SHA-256 of what it was asked to work on; the same work on the same input is asked for once.
  public let input: String
  /// What is asked besides, in the words of the kind.
  public let argument: String
  /// How far it is.
  public let state: State
  /// How often a worker began it.
  public let attempts: Int
  /// From 0 to 100.
  public let progress: Int
  /// Whether somebody asked to end it.
  public let isCancelAsked: Bool
  /// The number of the person who asked; `nil` when the server itself did.
  public let person: Int?
  /// When it was asked for, in UTC.
  public let askedAt: LocalTime
  /// When a worker began it last; `nil` before.
  public let startedAt: LocalTime?
  /// When it came to its end; `nil` before.
  public let endedAt: LocalTime?
  /// Why it failed; `nil` for one that did not.
  public let fault: Words?

  /// What is done in the background.
  public enum Kind: String, CaseIterable, Sendable {
    /// Calendars of what is published are made for those who subscribe to them.
    case feeds
    /// A file that somebody sent in is read, and nothing recorded.
    case preview
    /// The same for a large file, of which one is read at a time, so that small ones do not wait for it.
    case largePreview = "large preview"
    /// The rest of a year is planned anew, for somebody who then accepts it or not.
    case replan
    /// The plan is counted for sums over units.
    case figures
  }

  /// How far a job is.
  public enum State: String, CaseIterable, Sendable {
    case waiting, running, done, failed, cancelled

    /// Whether it is still to be done.
    public var isOpen: Bool { self == .waiting || self == .running }
  }

  /// How often a job is begun before it counts as failed.
  public static let mostAttempts = 3
}

/// What is asked of the workers.
public struct JobRequest: Hashable, Sendable {
  /// The number of the plan.
  public let plan: Int
  /// What is to be done.
  public let kind: StoredJob.Kind
  /// The SHA-256 of what it works on.
  public let input: String
  /// What is asked besides, in the words of the kind.
  public let argument: String
  /// The number of the person who asks; `nil` for the server itself.
  public let person: Int?

  /// A request.
  public init(plan: Int, kind: StoredJob.Kind, input: String, argument: String = "", person: Int? = nil) {
    self.plan = plan
    self.kind = kind
    self.input = input
    self.argument = argument
    self.person = person
  }
}
