public import ScheduleModel

/// By what a program asks in the name of a person.
public struct StoredToken: Hashable, Sendable {
  /// The SHA-256 of the token.
  public let digest: String
  /// By which its owner names it; no secret.
  public let id: String
  /// The number of its owner.
  public let person: Int
  /// What its owner calls it.
  public let name: String
  /// The rights that it may use, as the desk calls them.
  public let scopes: [String]
  /// When it was made, in UTC.
  public let createdAt: LocalTime
  /// From when on it is good no more, in UTC.
  public let expiresAt: LocalTime
  /// When it was used last, to five minutes; `nil` when it never was.
  public let usedAt: LocalTime?
  /// Since when it is revoked; `nil` for one that is not.
  public let revokedAt: LocalTime?

  /// A token that nobody has used yet.
  public init(
    digest: String, id: String, person: Int, name: String, scopes: [String], createdAt: LocalTime,
    expiresAt: LocalTime
  ) {
    self.init(
      digest: digest, id: id, person: person, name: name, scopes: scopes, createdAt: createdAt,
      expiresAt: expiresAt, usedAt: nil, revokedAt: nil)
  }

  private init(
    digest: String, id: String, person: Int, name: String, scopes: [String], createdAt: LocalTime,
    expiresAt: LocalTime, usedAt: LocalTime?, revokedAt: LocalTime?
  ) {
    self.digest = digest
    self.id = id
    self.person = person
    self.name = name
    self.scopes = scopes
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.usedAt = usedAt
    self.revokedAt = revokedAt
  }

  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    self.init(
      digest: try row.text(0), id: try row.text(1), person: try row.integer(2), name: try row.text(3),
      scopes: try row.text(4).split(separator: " ").map(String.init), createdAt: try row.time(5),
      expiresAt: try row.time(6), usedAt: row.optionalTime(7), revokedAt: row.optionalTime(8))
  }
}

extension StoreTransaction {
  /// Keeps a new token.
  public func add(_ token: StoredToken) throws(StoreRefusal) {
    try run(
      """
      INSERT INTO token (sha256, id, person, name, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, .text(token.digest), .text(token.id), .integer(token.person), .text(token.name),
      .text(token.scopes.joined(separator: " ")), .time(token.createdAt), .time(token.expiresAt))
  }

  /// The token with a digest, revoked or expired ones too; `nil` when there is none.
  public func token(_ digest: String) throws(StoreRefusal) -> StoredToken? {
    try row(
      """
      SELECT sha256, id, person, name, scopes, created_at, expires_at, used_at, revoked_at FROM token
      WHERE sha256 = $1
      """, .text(digest)
    ).map(StoredToken.init)
  }

  /// The tokens of a person, newest first, revoked and expired ones too.
  public func tokens(of person: Int) throws(StoreRefusal) -> [StoredToken] {
    try rows(
      """
      SELECT sha256, id, person, name, scopes, created_at, expires_at, used_at, revoked_at FROM token
      WHERE person = $1 ORDER BY created_at DESC, id
      """, .integer(person)
    ).map(StoredToken.init)
  }

  /// Notes that a token was used.
  public func useToken(_ digest: String, on now: LocalTime) throws(StoreRefusal) {
    try run("UPDATE token SET used_at = $1 WHERE sha256 = $2", .time(now), .text(digest))
  }

  /// Revokes a token of a person.
  ///
  /// - Returns: Whether it was one that was not revoked before.
  public func revokeToken(_ id: String, of person: Int, on now: LocalTime) throws(StoreRefusal) -> Bool {
    try run(
      "UPDATE token SET revoked_at = $1 WHERE id = $2 AND person = $3 AND revoked_at IS NULL",
      .time(now), .text(id), .integer(person)) == 1
  }
}
