public import ScheduleModel

/// A calendar address that somebody was given.
public struct StoredFeed: Hashable, Sendable {
  /// The SHA-256 of the secret in the address.
  public let digest: String
  /// Whose it is.
  public let person: Int
  /// Of which plan.
  public let plan: Int
  /// What of the plan, in the words of the desk.
  public let selection: String
  /// When it was made, in UTC.
  public let createdAt: LocalTime
  /// Since when it gives nothing any more; `nil` for one that holds.
  public let revokedAt: LocalTime?

  /// A new address.
  public init(digest: String, person: Int, plan: Int, selection: String, createdAt: LocalTime) {
    self.init(
      digest: digest, person: person, plan: plan, selection: selection, createdAt: createdAt, revokedAt: nil)
  }

  fileprivate init(
    digest: String, person: Int, plan: Int, selection: String, createdAt: LocalTime, revokedAt: LocalTime?
  ) {
    self.digest = digest
    self.person = person
    self.plan = plan
    self.selection = selection
    self.createdAt = createdAt
    self.revokedAt = revokedAt
  }
}

extension StoreTransaction {
  /// Keeps a new address.
  public func add(_ feed: StoredFeed) throws(StoreRefusal) {
    try run(
      "INSERT INTO feed (sha256, person, plan, selection, created_at) VALUES ($1, $2, $3, $4, $5)",
      .text(feed.digest), .integer(feed.person), .integer(feed.plan), .text(feed.selection),
      .time(feed.createdAt))
  }

  /// Keeps an address that there may have been before, revoked or not.
  public func putFeed(_ feed: StoredFeed) throws(StoreRefusal) {
    try run(
      """
      INSERT INTO feed (sha256, person, plan, selection, created_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (sha256) DO UPDATE SET person = $2, created_at = $5, revoked_at = NULL
      """,
      .text(feed.digest), .integer(feed.person), .integer(feed.plan), .text(feed.selection),
      .time(feed.createdAt))
  }

  /// The address with a digest, revoked or not; `nil` when there is none.
  public func feed(_ digest: String) throws(StoreRefusal) -> StoredFeed? {
    try row(
      "SELECT sha256, person, plan, selection, created_at, revoked_at FROM feed WHERE sha256 = $1",
      .text(digest)
    ).map(StoredFeed.init)
  }

  /// The addresses of a person, newest first, revoked ones too.
  public func feeds(of person: Int) throws(StoreRefusal) -> [StoredFeed] {
    try rows(
      """
      SELECT sha256, person, plan, selection, created_at, revoked_at FROM feed
      WHERE person = $1 ORDER BY created_at DESC, sha256
      """, .integer(person)
    ).map(StoredFeed.init)
  }

  /// The addresses of calendars of a plan that hold, oldest first.
  public func feeds(ofPlan plan: Int) throws(StoreRefusal) -> [StoredFeed] {
    try rows(
      """
      SELECT sha256, person, plan, selection, created_at, revoked_at FROM feed
      WHERE plan = $1 AND revoked_at IS NULL ORDER BY created_at, sha256
      """, .integer(plan)
    ).map(StoredFeed.init)
  }

  /// Revokes an address of a person.
  ///
  /// - Returns: Whether it was one that held.
  public func revokeFeed(_ digest: String, of person: Int, on now: LocalTime) throws(StoreRefusal) -> Bool {
    try run(
      "UPDATE feed SET revoked_at = $1 WHERE sha256 = $2 AND person = $3 AND revoked_at IS NULL",
      .time(now), .text(digest), .integer(person)) == 1
  }
}

extension StoredFeed {
  init(_ row: StoreRow) throws(StoreRefusal) {
    self.init(
      digest: try row.text(0), person: try row.integer(1), plan: try row.integer(2),
      selection: try row.text(3),
      createdAt: try row.time(4), revokedAt: row.optionalTime(5))
  }
}
