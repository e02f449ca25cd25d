public import ScheduleModel

/// The second factor of a person: codes that a telephone shows (RFC 6238). The key of the codes is not kept; it follows
/// from the id and the key of the station.
public struct StoredFactor: Hashable, Sendable {
  /// The number of the person.
  public let person: Int
  /// Drawn by lot; no secret.
  public let id: String
  /// When the first code came, in UTC; `nil` while none has, and then no code is asked for.
  public let confirmedAt: LocalTime?
  /// The number of the last half-minute whose code was used: no code is good twice.
  public let lastStep: Int
}

extension StoreTransaction {
  /// The second factor of a person; `nil` without one.
  public func factor(of person: Int) throws(StoreRefusal) -> StoredFactor? {
    try row(
      "SELECT person, id, confirmed_at, last_step FROM second_factor WHERE person = $1", .integer(person)
    ).map { row throws(StoreRefusal) in
      StoredFactor(
        person: try row.integer(0), id: try row.text(1), confirmedAt: row.optionalTime(2),
        lastStep: try row.integer(3))
    }
  }

  /// Begins a second factor of a person, which no code has confirmed yet, in place of another.
  public func beginFactor(of person: Int, id: String) throws(StoreRefusal) {
    try run(
      """
      INSERT INTO second_factor (person, id, confirmed_at, last_step) VALUES ($1, $2, NULL, 0)
      ON CONFLICT (person) DO UPDATE SET id = $2, confirmed_at = NULL, last_step = 0
      """, .integer(person), .text(id))
  }

  /// Uses the code of a half-minute.
  ///
  /// - Returns: Whether it, and all later ones, had not been used.
  public func useCode(of step: Int, by person: Int, on now: LocalTime) throws(StoreRefusal) -> Bool {
    try run(
      """
      UPDATE second_factor SET last_step = $1, confirmed_at = COALESCE(confirmed_at, $2)
      WHERE person = $3 AND last_step < $1
      """, .integer(step), .time(now), .integer(person)) == 1
  }

  /// Takes the second factor and the recovery codes from a person.
  public func removeFactor(of person: Int) throws(StoreRefusal) {
    try run("DELETE FROM second_factor WHERE person = $1", .integer(person))
    try run("DELETE FROM recovery_code WHERE person = $1", .integer(person))
  }

  /// Keeps the digests of a person's recovery codes, in place of all earlier ones.
  public func setRecoveryCodes(_ digests: [String], of person: Int) throws(StoreRefusal) {
    try run("DELETE FROM recovery_code WHERE person = $1", .integer(person))
    for digest in digests {
      try run(
        "INSERT INTO recovery_code (sha256, person) VALUES ($1, $2)", .text(digest), .integer(person))
    }
  }

  /// How many recovery codes of a person are left.
  public func recoveryCodesLeft(of person: Int) throws(StoreRefusal) -> Int {
    try row("SELECT COUNT(*) FROM recovery_code WHERE person = $1 AND used_at IS NULL", .integer(person))?
      .integer(0) ?? 0
  }

  /// Uses a recovery code up.
  ///
  /// - Returns: Whether it was one of the person's that was not used.
  public func useRecoveryCode(_ digest: String, of person: Int, on now: LocalTime) throws(StoreRefusal)
    -> Bool
  {
    try run(
      "UPDATE recovery_code SET used_at = $1 WHERE sha256 = $2 AND person = $3 AND used_at IS NULL",
      .time(now), .text(digest), .integer(person)) == 1
  }
}
