/// How a line is counted, beyond its quota.
public struct LineCounting: Hashable, Sendable {
  /// Its further counting rules.
  public let rules: [CountingRule]
  /// How its figure was changed in the course of the year; `nil` when it was not.
  public let amended: AmendedQuota?
  /// When it is a task done.
  public let done: TaskRule
  /// How many works the plan asks for at each opening of the line's grid line, where its quota follows from that; `nil`
  /// for a figure of its own.
  public let perOpening: Quantity?
  /// The least length with which one of its works, or a part of it, counts, in minutes; `nil` for any, stated or not.
  public let leastMinutes: Int?

  /// In how many parts each of its works goes out, from 1.
  public let parts: Int

  /// The quota alone.
  public static let plain = LineCounting()

  /// How a line is counted.
  public init(
    rules: [CountingRule] = [], amended: AmendedQuota? = nil, done: TaskRule = .quota,
    leastMinutes: Int? = nil, perOpening: Quantity? = nil, parts: Int = 1
  ) {
    self.perOpening = perOpening
    self.parts = parts
    self.rules = rules
    self.amended = amended
    self.done = done
    self.leastMinutes = leastMinutes
  }
}

/// When a line is a task done.
public enum TaskRule: Hashable, Sendable {
  /// When its quota is reached and the floors of its counting rules are kept.
  case quota
  /// When this percentage of its quota is reached.
  case share(Int)
  /// When something of it has aired.
  case aired
  /// Done on that day, by the plan's own word: a conference, a printed leaflet.
  case on(CivilDay)
  /// It is no task.
  case never
}

/// A line's figure and the decisions that changed it.
public struct AmendedQuota: Hashable, Sendable {
  /// The figure as first signed; `nil` when there was none.
  public let original: Quantity?
  /// The changes, in time order, one or more.
  public let changes: [Change]

  /// One decision.
  public struct Change: Hashable, Sendable {
    /// The first day on which the new figure holds.
    public let from: CivilDay
    /// The year's new figure.
    public let quota: Quantity
    /// The document that says so; `nil` when unsaid.
    public let document: String?
    /// Where the plan has it.
    public let place: SourcePlace

    /// One decision.
    public init(from: CivilDay, quota: Quantity, document: String?, place: SourcePlace) {
      self.from = from
      self.quota = quota
      self.document = document
      self.place = place
    }
  }

  /// A figure and its changes. An empty list is a mistake of the program.
  public init(original: Quantity?, changes: [Change]) {
    precondition(!changes.isEmpty, "an amended figure has changed")
    self.original = original
    self.changes = changes
  }
}

/// Which figures a report holds what aired against.
public enum PlanVersion: String, CaseIterable, Sendable {
  /// Those in force on the last day of the period.
  case inForce = "in-force"
  /// Those first signed.
  case original

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .inForce: Words(vi: "chỉ tiêu đang có hiệu lực", en: "the figures in force")
    case .original: Words(vi: "chỉ tiêu ban đầu", en: "the original figures")
    }
  }
}

extension PlanLine {
  /// The year's figure of a version of the plan; `nil` when it states none.
  ///
  /// - Parameter day: The day on which a figure must be in force; those of later decisions do not count.
  public func quota(_ version: PlanVersion, on day: CivilDay) -> Quantity? {
    guard let amended = counting.amended else { return quota }
    switch version {
    case .original: return amended.original
    case .inForce: return amended.changes.last { $0.from <= day }?.quota ?? amended.original
    }
  }
}
