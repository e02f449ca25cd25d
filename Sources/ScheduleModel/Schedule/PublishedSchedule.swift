/// The schedule as it was promised: for each placement what was published of it last, and what before that.
///
/// It is folded from the publications of a Book, or made of a draft that nobody has published yet. Calendars are
/// composed from it alone. A cancelled placement stays in it, so that its tombstone does too.
public struct PublishedSchedule: Hashable, Sendable {
  /// The publications, in the order of the Book; rows name them by index.
  public let publications: [Publication]
  /// The newest row of each UID, in time order, then by UID; cancelled ones included.
  public let rows: [PublishedPlacement]
  /// The rows that a newer one replaced, by UID, oldest first; only of those that have any.
  public let earlier: [String: [PublishedPlacement]]

  /// One publication, and the plan with which it was made.
  public struct Publication: Hashable, Sendable {
    /// When it was recorded, in UTC.
    public let time: LocalTime
    /// The plan from which its events take their words.
    public let plan: Plan

    /// A publication.
    public init(time: LocalTime, plan: Plan) {
      self.time = time
      self.plan = plan
    }
  }

  /// A schedule; rows are put into time order.
  public init(
    publications: [Publication], rows: [PublishedPlacement], earlier: [String: [PublishedPlacement]] = [:]
  ) {
    self.publications = publications
    self.rows = rows.sorted {
      ($0.placement.timing, $0.placement.uid) < ($1.placement.timing, $1.placement.uid)
    }
    self.earlier = earlier
  }

  /// Nothing was published.
  public static let none = PublishedSchedule(publications: [], rows: [])
}

/// What was published of one placement.
///
/// The event shows ``placement`` where it was planned, whatever became of it; ``outcome`` and ``aired`` say that.
public struct PublishedPlacement: Hashable, Sendable {
  /// Where and when it is planned.
  public let placement: Placement
  /// What is said of it besides.
  public let state: State
  /// The work that must be done before it, cancelled tasks included, in the order in which it is done.
  public let tasks: [PublishedTask]

  /// The IANA zone of the outlet's clock.
  public var zone: String { state.zone }
  /// `STATUS` of the event (RFC 5545 §3.8.1.11).
  public var status: Status { state.status }
  /// What became of it; `nil` while nothing is known.
  public var outcome: Outcome? { state.outcome }
  /// When it went out, where that is another day or time than planned.
  public var aired: AirTime? { state.aired }
  /// The UID of the missed placement whose second attempt it is.
  public var againOf: String? { state.againOf }
  /// A short digest of the values that its event shows besides place, time and outcome.
  public var content: String { state.content }
  /// Which revision of the event it is.
  public var revision: Revision { state.revision }

  /// What is said of a placement besides where and when it is planned. Most works of a line share it: a reader of
  /// publications makes it once for all of them.
  public final class State: Hashable, Sendable {
    /// The IANA zone of the outlet's clock.
    public let zone: String
    let status: Status
    let outcome: Outcome?
    let aired: AirTime?
    let againOf: String?
    let content: String
    let revision: Revision

    /// What is said of a placement; ``PublishedPlacement`` tells what each means.
    public init(
      zone: String, status: Status, outcome: Outcome?, aired: AirTime?, againOf: String?, content: String,
      revision: Revision
    ) {
      self.zone = zone
      self.status = status
      self.outcome = outcome
      self.aired = aired
      self.againOf = againOf
      self.content = content
      self.revision = revision
    }

    /// By what they say.
    public static func == (left: State, right: State) -> Bool {
      left === right
        || (left.zone == right.zone && left.status == right.status && left.outcome == right.outcome
          && left.aired == right.aired && left.againOf == right.againOf && left.content == right.content
          && left.revision == right.revision)
    }

    /// Hashes what tells most states apart.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(content)
      hasher.combine(revision)
    }
  }

  /// Whether the placement is promised. The raw values are those of iCalendar in small letters.
  public enum Status: String, CaseIterable, Sendable {
    /// It is promised, or went out.
    case confirmed
    /// No log has it, though its day is over: that is not certain, since a log may be incomplete.
    case tentative
    /// It is not planned any more, or something with precedence took its place.
    case cancelled
  }

  /// When something went out.
  public struct AirTime: Hashable, Sendable {
    /// The day on the outlet's clock.
    public let day: CivilDay
    /// The time; `nil` when the log has none.
    public let time: TimeOfDay?

    /// A day, and perhaps a time.
    public init(day: CivilDay, time: TimeOfDay?) {
      self.day = day
      self.time = time
    }
  }

  /// Which revision of a calendar component something is.
  public struct Revision: Hashable, Sendable {
    /// `SEQUENCE` (RFC 5545 §3.8.7.4): how often its time, place or status changed.
    public let sequence: Int
    /// The index of the publication in which it changed last; its time is `DTSTAMP` and `LAST-MODIFIED`.
    public let publication: Int

    /// A revision.
    public init(sequence: Int, publication: Int) {
      self.sequence = sequence
      self.publication = publication
    }
  }

  /// What was published of a placement.
  public init(
    placement: Placement, zone: String, status: Status = .confirmed, outcome: Outcome? = nil,
    aired: AirTime? = nil, againOf: String? = nil, content: String, revision: Revision,
    tasks: [PublishedTask] = []
  ) {
    let state = State(
      zone: zone, status: status, outcome: outcome, aired: aired, againOf: againOf, content: content,
      revision: revision)
    self.init(placement: placement, state: state, tasks: tasks)
  }

  /// The same in a state that is known.
  public init(placement: Placement, state: State, tasks: [PublishedTask] = []) {
    self.placement = placement
    self.state = state
    self.tasks = tasks
  }
}

/// A piece of work before a placement, as it was published (VTODO, RFC 5545 §3.6.2).
public struct PublishedTask: Hashable, Sendable {
  /// What is to be done.
  public let work: Deadline.Work
  /// The day on which it is due, on the outlet's clock.
  public let day: CivilDay
  /// The hour; `nil` for the day as a whole.
  public let time: TimeOfDay?
  /// How far it is.
  public let status: Status
  /// Which revision of the task it is.
  public let revision: PublishedPlacement.Revision

  /// How far a task is.
  public enum Status: String, CaseIterable, Sendable {
    /// It is to be done.
    case open
    /// What it serves went out.
    case completed
    /// It is not asked for any more.
    case cancelled
  }

  /// A task as it was published.
  public init(
    work: Deadline.Work, day: CivilDay, time: TimeOfDay?, status: Status,
    revision: PublishedPlacement.Revision
  ) {
    self.work = work
    self.day = day
    self.time = time
    self.status = status
    self.revision = revision
  }

  /// The UID of the task before the placement with a UID: `todo-` and that UID; between them the work, where it is no
  /// translation. An id has no `_`, so that this can be told from the id of a plan.
  public static func uid(of work: Deadline.Work, before placement: String) -> String {
    work == .translation ? "todo-\(placement)" : "todo-\(work.rawValue)_\(placement)"
  }

  /// The UID of the event that shows the same deadline as a whole day, with `due-` in place of `todo-`.
  public static func dayUID(of work: Deadline.Work, before placement: String) -> String {
    "due-" + uid(of: work, before: placement).dropFirst(5)
  }
}

extension PublishedPlacement {
  /// The same with other tasks.
  public func with(tasks: [PublishedTask]) -> PublishedPlacement {
    PublishedPlacement(placement: placement, state: state, tasks: tasks)
  }

  /// Whether it is promised, or was and went out or should have: not one that was taken out of the schedule.
  ///
  /// Something that had to yield to what has precedence is cancelled too, but it stays in the schedule.
  public var isPlanned: Bool { status != .cancelled || outcome != nil }
}
