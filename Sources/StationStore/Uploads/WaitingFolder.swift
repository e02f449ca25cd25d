public import ScheduleModel

/// A plan's folder that somebody sent in as a ZIP file, and that nobody has taken in yet.
public struct WaitingFolder: Hashable, Sendable {
  /// By which addresses name it: 32 hexadecimal digits.
  public let id: String
  /// Whose it is.
  public let person: Int
  /// Why it was sent.
  public let reason: String
  /// The ZIP file.
  public let octets: [UInt8]
  /// When it was sent, in UTC.
  public let createdAt: LocalTime

  /// The same for another reason.
  public func with(reason: String) -> WaitingFolder {
    WaitingFolder(id: id, person: person, reason: reason, octets: octets, createdAt: createdAt)
  }
}

extension StoreTransaction {
  /// Keeps a folder that was sent in, in place of the one that the same person sent to this plan before.
  public func addFolder(
    _ octets: [UInt8], id: String, to plan: Int, by person: Int, reason: String, on now: LocalTime
  ) throws(StoreRefusal) {
    try run("DELETE FROM waiting_folder WHERE plan = $1 AND person = $2", .integer(plan), .integer(person))
    try run(
      """
      INSERT INTO waiting_folder (id, plan, person, reason, octets, created_at) VALUES ($1, $2, $3, $4, $5, $6)
      """, .text(id), .integer(plan), .integer(person), .text(reason), .bytes(octets), .time(now))
  }

  /// A folder that waits; `nil` when it is not there any more.
  public func waitingFolder(_ id: String, of plan: Int) throws(StoreRefusal) -> WaitingFolder? {
    try row(
      "SELECT person, reason, octets, created_at FROM waiting_folder WHERE id = $1 AND plan = $2", .text(id),
      .integer(plan)
    ).map { row throws(StoreRefusal) in
      WaitingFolder(
        id: id, person: try row.integer(0), reason: try row.text(1), octets: try row.bytes(2),
        createdAt: try row.time(3))
    }
  }

  /// Removes a folder that was taken in, or that nobody wants.
  public func removeFolder(_ id: String) throws(StoreRefusal) {
    try run("DELETE FROM waiting_folder WHERE id = $1", .text(id))
  }

  /// Removes folders that were sent in before a time.
  public func forgetFolders(sentBefore time: LocalTime) throws(StoreRefusal) {
    try run("DELETE FROM waiting_folder WHERE created_at < $1", .time(time))
  }
}
