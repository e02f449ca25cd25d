import Digests
public import ScheduleModel

/// A file that somebody sent in and that is not recorded yet.
public struct StoredUpload: Hashable, Sendable {
  /// By which addresses name it: 32 hexadecimal digits.
  public let id: String
  /// Whose it is.
  public let person: Int
  /// The file's name, without folders.
  public let name: String
  /// The SHA-256 of its octets.
  public let digest: String
  /// How many octets it has.
  public let size: Int
  /// When it was sent, in UTC.
  public let createdAt: LocalTime
}

extension StoreTransaction {
  /// Keeps a file that was sent in.
  public func addUpload(
    _ octets: [UInt8], named name: String, id: String, to plan: Int, by person: Int, on now: LocalTime
  ) throws(StoreRefusal) {
    try run(
      """
      INSERT INTO upload (id, plan, person, name, sha256, size, octets, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """, .text(id), .integer(plan), .integer(person), .text(name), .text(Digest.sha256(octets)),
      .integer(octets.count), .bytes(octets), .time(now))
  }

  /// The files that wait to be recorded in a plan's Book, newest first.
  public func uploads(to plan: Int) throws(StoreRefusal) -> [StoredUpload] {
    try rows(
      """
      SELECT id, person, name, sha256, size, created_at FROM upload WHERE plan = $1 ORDER BY created_at DESC, id
      """, .integer(plan)
    ).map { row throws(StoreRefusal) in
      StoredUpload(
        id: try row.text(0), person: try row.integer(1), name: try row.text(2), digest: try row.text(3),
        size: try row.integer(4), createdAt: try row.time(5))
    }
  }

  /// The octets of a file that was sent in; `nil` when it is not there any more.
  public func uploadedOctets(_ id: String, to plan: Int) throws(StoreRefusal) -> [UInt8]? {
    try row("SELECT octets FROM upload WHERE id = $1 AND plan = $2", .text(id), .integer(plan))?.bytes(0)
  }

  /// Removes a file that was sent in, once it is recorded or not wanted.
  public func removeUpload(_ id: String, from plan: Int) throws(StoreRefusal) -> Bool {
    try run("DELETE FROM upload WHERE id = $1 AND plan = $2", .text(id), .integer(plan)) == 1
  }

  /// Removes files that were sent in before a time.
  public func forgetUploads(sentBefore time: LocalTime) throws(StoreRefusal) {
    try run("DELETE FROM upload WHERE created_at < $1", .time(time))
  }
}
