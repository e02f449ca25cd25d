/// The figures of a period as somebody closed them, with the rows that they rest on.
///
/// A close is never changed. What comes to light afterwards makes a restatement: another close of the same period
/// with the next number, whose difference to the one before can be told (``CloseDifference``). Each close names the
/// hash of the one made before it, so that none can be taken out or written anew without the later ones telling.
public struct PeriodClose: Hashable, Sendable {
  /// What was closed.
  public let scope: Scope
  /// The days whose output was counted, half-open.
  public let days: Range<CivilDay>
  /// The last day of the logs that was read: what came after it counts as not known.
  public let asOf: CivilDay
  /// Where it is among the closes of its plan, and who made it.
  public let stamp: Stamp
  /// The files that it was made of.
  public let inputs: [Input]
  /// Rows of the logs that were left out: unreadable, repeated, or of days after ``asOf``.
  public let rowsLeftOut: Int
  /// The figures.
  public let figures: [ClosedFigure]
  /// Every row of the logs from the start of the reporting year to the end of the period, counted or not.
  public let rows: [ClosedRow]

  /// Whether it rests on no log, only on what units reported: no day of one was read.
  public var isWithoutLogs: Bool { rows.isEmpty && asOf < days.lowerBound }

  /// Whether it rests on logs that end before the period begins: then nothing is known of what went out in it.
  public var isBeyondLogs: Bool { !isWithoutLogs && asOf < days.lowerBound }

  /// What is closed.
  public struct Scope: Hashable, Sendable {
    /// The plan's id.
    public let plan: String
    /// The period, as ``ReportingPeriod`` reads it: `2018-Q1`.
    public let period: String
    /// The code of the profile that draws its limits.
    public let profile: String
    /// Against which of the plan's figures.
    public let against: PlanVersion

    /// A period of a plan.
    public init(plan: String, period: String, profile: String, against: PlanVersion) {
      self.plan = plan
      self.period = period
      self.profile = profile
      self.against = against
    }
  }

  /// The place of a close among others, and who made it.
  public struct Stamp: Hashable, Sendable {
    /// Which of the plan's closes it is, from 1, in the order in which they were made.
    public var sequence: Int
    /// The SHA-256 of the record before it, in hexadecimal; `nil` for the first.
    public var previous: String?
    /// 0 for the first close of its period, then the number of the restatement.
    public var number: Int
    /// Why the period was restated; `nil` for the first close.
    public var reason: String?
    /// When it was closed, on the clock of the plan's first outlet.
    public var closed: LocalTime
    /// Who closed it.
    public var author: String

    /// A stamp.
    public init(
      sequence: Int, previous: String?, number: Int, reason: String?, closed: LocalTime, author: String
    ) {
      self.sequence = sequence
      self.previous = previous
      self.number = number
      self.reason = reason
      self.closed = closed
      self.author = author
    }
  }

  /// A file that a close was made of.
  public struct Input: Hashable, Sendable {
    /// What it is.
    public let role: Role
    /// Its name within the plan's folder.
    public let name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public let digest: String

    /// What a file is for a close; the raw values stand in records.
    public enum Role: String, CaseIterable, Sendable {
      /// The plan.
      case plan
      /// The schedule that was published.
      case placements
      /// What people said by hand about rows of the logs.
      case links
      /// A log, or a file of the ledger.
      case log
    }

    /// A file and its hash.
    public init(role: Role, name: String, digest: String) {
      self.role = role
      self.name = name
      self.digest = digest
    }
  }

  /// A close.
  public init(
    scope: Scope, days: Range<CivilDay>, asOf: CivilDay, stamp: Stamp, inputs: [Input], rowsLeftOut: Int,
    figures: [ClosedFigure], rows: [ClosedRow]
  ) {
    self.scope = scope
    self.days = days
    self.asOf = asOf
    self.stamp = stamp
    self.inputs = inputs
    self.rowsLeftOut = rowsLeftOut
    self.figures = figures
    self.rows = rows
  }
}

/// A close with the name and the hash of the file in which it stands.
public struct CloseRecord: Hashable, Sendable {
  /// The file, as the user named its folder.
  public let file: String
  /// The SHA-256 of its bytes, in hexadecimal: what the certificate prints.
  public let digest: String
  /// What it says.
  public let close: PeriodClose

  /// A close in a file.
  public init(file: String, digest: String, close: PeriodClose) {
    self.file = file
    self.digest = digest
    self.close = close
  }
}
