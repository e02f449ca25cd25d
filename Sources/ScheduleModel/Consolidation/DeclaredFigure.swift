/// A figure that a lower unit reports, without a log that anyone could count.
public struct DeclaredFigure: Hashable, Sendable {
  /// The unit that reports, by its id.
  public let unit: String
  /// The line that it reports on, by its id.
  public let line: String
  /// The period for which it reports.
  public let period: ReportingPeriod
  /// The figure; `nil` when the unit says that it has no data, which is not 0.
  public let quantity: Quantity?
  /// How far it can be relied on; `nil` when not stated.
  public let trust: AsRunEntry.Trust?
  /// What proves it; `nil` when nothing is named.
  public let evidence: String?
  /// Who reports; `nil` when not named.
  public let author: String?
  /// When the report came in; `nil` when not noted.
  public let received: CivilDay?
  /// The day on which the Book took it in, by when it had been received; `nil` for a figure that it does not have.
  public var recorded: CivilDay?
  /// The units whose figures this one has already (gồm cả); empty when it says that there are none, `nil` when it
  /// says nothing.
  public let includes: [String]?
  /// A remark.
  public let note: String?
  /// The row of the file.
  public let place: SourcePlace

  /// A figure of a unit.
  public init(
    unit: String, line: String, period: ReportingPeriod, quantity: Quantity?, trust: AsRunEntry.Trust? = nil,
    evidence: String? = nil, author: String? = nil, received: CivilDay? = nil, includes: [String]? = nil,
    note: String? = nil, place: SourcePlace
  ) {
    self.unit = unit
    self.line = line
    self.period = period
    self.quantity = quantity
    self.trust = trust
    self.evidence = evidence
    self.author = author
    self.received = received
    self.includes = includes
    self.note = note
    self.place = place
  }
}

/// A declared figure, and what became of it in the sum.
public struct JudgedFigure: Hashable, Sendable {
  /// The figure.
  public let figure: DeclaredFigure
  /// What became of it.
  public let fate: Fate
  /// How many days after its due date it came in; `nil` when it was in time, or nobody can say.
  public let daysLate: Int?

  /// What became of it.
  public enum Fate: Hashable, Sendable {
    /// It counts.
    case counted
    /// It counts, and the unit said nothing of another part of the period: the sum is a lower bound.
    case partial
    /// The unit says that it has no data.
    case noData
    /// A row that came in later takes its place.
    case replaced(by: SourcePlace)
    /// Another row that came in on the same day says otherwise; neither counts.
    case contradicted(by: SourcePlace)
    /// The figure of another unit has it already.
    case included(in: String)
    /// The logs count the works of this line.
    case logged
    /// The unit did not exist in the period.
    case notValid
    /// It is for a period that does not lie in the one that is asked for, or another figure has its days already.
    case otherPeriod
  }

  /// A figure and what became of it.
  public init(figure: DeclaredFigure, fate: Fate, daysLate: Int?) {
    self.figure = figure
    self.fate = fate
    self.daysLate = daysLate
  }
}

extension JudgedFigure.Fate {
  /// Whether its figure is added, whether or not it is of the whole period.
  public var isAdded: Bool { self == .counted || self == .partial }

  /// The key in data.
  public var key: String {
    switch self {
    case .counted: "counted"
    case .partial: "partial"
    case .noData: "no-data"
    case .replaced: "replaced"
    case .contradicted: "contradicted"
    case .included: "included"
    case .logged: "logged"
    case .notValid: "not-valid"
    case .otherPeriod: "other-period"
    }
  }
}
