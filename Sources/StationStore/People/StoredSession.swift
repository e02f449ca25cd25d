public import ScheduleModel

/// That somebody is signed in, in one browser.
public struct StoredSession: Hashable, Sendable {
  /// By which it is found; drawn by lot, and no secret.
  public let id: String
  /// The SHA-256 of the secret that the browser holds.
  public let secretDigest: String
  /// The number of the person.
  public let person: Int
  /// When the person signed in, in UTC.
  public let createdAt: LocalTime
  /// When the person last gave the password.
  public var confirmedAt: LocalTime
  /// When the last request came, to five minutes.
  public var seenAt: LocalTime
  /// From which network address.
  public let address: String
  /// What the browser calls itself.
  public let agent: String
  /// Whether the code of the second factor has not been given yet.
  public let awaitsCode: Bool

  /// A session that begins now.
  public init(
    id: String, secretDigest: String, person: Int, createdAt: LocalTime, address: String, agent: String,
    awaitsCode: Bool = false
  ) {
    self.id = id
    self.secretDigest = secretDigest
    self.person = person
    self.createdAt = createdAt
    confirmedAt = createdAt
    seenAt = createdAt
    self.address = address
    self.agent = agent
    self.awaitsCode = awaitsCode
  }
}

extension StoreTransaction {
  /// Begins a session.
  public func add(_ session: StoredSession) throws(StoreRefusal) {
    try run(
      """
      INSERT INTO session (id, secret_sha256, person, created_at, confirmed_at, seen_at, address, agent,
        awaits_code)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """, .text(session.id), .text(session.secretDigest), .integer(session.person), .time(session.createdAt),
      .time(session.confirmedAt), .time(session.seenAt), .text(session.address), .text(session.agent),
      .integer(session.awaitsCode ? 1 : 0))
  }

  /// The session with an id; `nil` when there is none.
  public func session(_ id: String) throws(StoreRefusal) -> StoredSession? {
    try row(
      """
      SELECT id, secret_sha256, person, created_at, address, agent, confirmed_at, seen_at, awaits_code FROM session
      WHERE id = $1
      """, .text(id)
    ).map(StoredSession.init)
  }

  /// The sessions of a person, newest first.
  public func sessions(of person: Int) throws(StoreRefusal) -> [StoredSession] {
    try rows(
      """
      SELECT id, secret_sha256, person, created_at, address, agent, confirmed_at, seen_at, awaits_code FROM session
      WHERE person = $1 ORDER BY created_at DESC, id
      """, .integer(person)
    ).map(StoredSession.init)
  }

  /// Notes that a request came.
  public func see(_ session: String, on now: LocalTime) throws(StoreRefusal) {
    try run("UPDATE session SET seen_at = $1 WHERE id = $2", .time(now), .text(session))
  }

  /// Ends a session.
  public func endSession(_ id: String) throws(StoreRefusal) {
    try run("DELETE FROM session WHERE id = $1", .text(id))
  }

  /// Ends all sessions of a person but one.
  public func endSessions(of person: Int, except kept: String? = nil) throws(StoreRefusal) {
    try run("DELETE FROM session WHERE person = $1 AND id <> $2", .integer(person), .text(kept ?? ""))
  }

  /// Removes sessions that began before a time or were not seen since another.
  public func removeSessions(before begin: LocalTime, unseenSince seen: LocalTime) throws(StoreRefusal) {
    try run("DELETE FROM session WHERE created_at < $1 OR seen_at < $2", .time(begin), .time(seen))
  }

  /// Keeps a link by which a person may choose a password once.
  ///
  /// - Parameter digest: The SHA-256 of the secret in the link.
  public func addLink(
    _ digest: String, for person: Int, purpose: String, on now: LocalTime, until end: LocalTime
  ) throws(StoreRefusal) {
    try run(
      "INSERT INTO one_time_link (sha256, person, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
      .text(digest), .integer(person), .text(purpose), .time(now), .time(end))
  }

  /// The person for whom a link is good; `nil` when it was used, is too old or never was one.
  public func personOfLink(_ digest: String, on now: LocalTime) throws(StoreRefusal) -> Int? {
    try row(
      "SELECT person FROM one_time_link WHERE sha256 = $1 AND used_at IS NULL AND expires_at > $2",
      .text(digest), .time(now)
    )?.integer(0)
  }

  /// Uses up all links of a person.
  public func useLinks(of person: Int, on now: LocalTime) throws(StoreRefusal) {
    try run(
      "UPDATE one_time_link SET used_at = $1 WHERE person = $2 AND used_at IS NULL", .time(now),
      .integer(person))
  }

  /// Takes one of a number of attempts, which come back one by one. Its transaction names ``StoreLock/attempts``.
  ///
  /// - Parameters:
  ///   - key: Whose attempts.
  ///   - burst: How many may be made at once.
  ///   - seconds: After how many seconds one comes back.
  /// - Returns: `nil` when one was left, else after how many seconds one will be.
  public func takeAttempt(
    _ key: String, burst: Int, oneEach seconds: Int, on now: LocalTime
  ) throws(StoreRefusal) -> Int? {
    // The credit is in seconds: an attempt costs as many as it takes to come back.
    let row = try row("SELECT credit, filled_at FROM throttle WHERE key = $1", .text(key))
    var credit = burst * seconds
    if let row {
      // A clock that was set back gives nothing, and takes nothing.
      credit = min(credit, try row.integer(0) + max(0, now.seconds - (try row.integer(1))))
    }
    let isLeft = credit >= seconds
    if isLeft { credit -= seconds }
    try run(
      """
      INSERT INTO throttle (key, credit, filled_at) VALUES ($1, $2, $3)
      ON CONFLICT (key) DO UPDATE SET credit = $2, filled_at = $3
      """, .text(key), .integer(credit), .integer(now.seconds))
    return isLeft ? nil : seconds - credit
  }

  /// Forgets attempts that all came back long ago.
  public func forgetAttempts(before time: LocalTime) throws(StoreRefusal) {
    try run("DELETE FROM throttle WHERE filled_at < $1", .integer(time.seconds))
  }
}

extension StoredSession {
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    self.init(
      id: try row.text(0), secretDigest: try row.text(1), person: try row.integer(2),
      createdAt: try row.time(3),
      address: try row.text(4), agent: try row.text(5), awaitsCode: try row.integer(8) == 1)
    confirmedAt = try row.time(6)
    seenAt = try row.time(7)
  }
}
