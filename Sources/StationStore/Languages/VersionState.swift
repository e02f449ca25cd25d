public import ScheduleModel

/// How far a language version is before it airs, and who makes it.
public struct VersionState: Hashable, Sendable {
  /// The UID of the version's first run.
  public let uid: String
  /// From 1, each change one more.
  public let version: Int
  /// How far it is, in the words of the desk.
  public let state: String
  /// The number of the person who makes it; `nil` while nobody is named.
  public let person: Int?
  /// The number of the person who said so.
  public let changedBy: Int
  /// When, in UTC.
  public let changedAt: LocalTime

  /// How far a version is.
  public init(
    uid: String, version: Int, state: String, person: Int?, changedBy: Int, changedAt: LocalTime
  ) {
    self.uid = uid
    self.version = version
    self.state = state
    self.person = person
    self.changedBy = changedBy
    self.changedAt = changedAt
  }
}

extension StoreTransaction {
  /// How far the versions of a plan are, by UID; of those about which nobody said anything there is nothing.
  public func versionStates(of plan: Int) throws(StoreRefusal) -> [VersionState] {
    try rows(
      """
      SELECT uid, version, state, person, changed_by, changed_at FROM version_state WHERE plan = $1 ORDER BY uid
      """, .integer(plan)
    ).map(VersionState.init)
  }

  /// How far a version is; `nil` where nobody said anything.
  public func versionState(_ uid: String, of plan: Int) throws(StoreRefusal) -> VersionState? {
    try row(
      """
      SELECT uid, version, state, person, changed_by, changed_at FROM version_state WHERE plan = $1 AND uid = $2
      """, .integer(plan), .text(uid)
    ).map(VersionState.init)
  }

  /// Says how far a version is. Its transaction names ``StoreLock/plan(_:)``.
  public func put(_ state: VersionState, of plan: Int) throws(StoreRefusal) {
    try run(
      """
      INSERT INTO version_state (plan, uid, version, state, person, changed_by, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (plan, uid) DO UPDATE SET version = $3, state = $4, person = $5, changed_by = $6, changed_at = $7
      """, .integer(plan), .text(state.uid), .integer(state.version), .text(state.state),
      .integer(state.person), .integer(state.changedBy), .time(state.changedAt))
  }
}

extension VersionState {
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    self.init(
      uid: try row.text(0), version: try row.integer(1), state: try row.text(2),
      person: row.optionalInteger(3), changedBy: try row.integer(4), changedAt: try row.time(5))
  }
}
