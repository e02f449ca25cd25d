import Digests
import Planning
public import ScheduleModel

/// What the audit trail says about one change, sign-in or refusal.
public struct TrailNote: Hashable, Sendable {
  /// When, in UTC.
  public var at: LocalTime
  /// The number of the person; `nil` where nobody was signed in, or the server itself did it.
  public var person: Int?
  /// The id of the session.
  public var session: String?
  /// The network address.
  public var address: String?
  /// What was done, as a word of the program: `sign-in`, `grant`.
  public var action: String
  /// To what: `person 3`, `plan lai-chau-2018`.
  public var object: String
  /// What was there before; `nil` for nothing.
  public var before: String?
  /// What is there now; `nil` for nothing.
  public var after: String?
  /// Why, as the person said.
  public var reason: String?

  /// A note.
  public init(
    at: LocalTime, person: Int? = nil, session: String? = nil, address: String? = nil, action: String,
    object: String, before: String? = nil, after: String? = nil, reason: String? = nil
  ) {
    self.at = at
    self.person = person
    self.session = session
    self.address = address
    self.action = action
    self.object = object
    self.before = before
    self.after = after
    self.reason = reason
  }

  /// The digest of what it says and of the row before. Each part is written with its length, so that no two notes are
  /// the same text.
  func hash(number: Int, after previous: String) -> String {
    let parts: [String?] = [
      "\(number)", at.utcText, person.map { "\($0)" }, session, address, action, object, before, self.after,
      reason,
      previous,
    ]
    let text = parts.map { part in part.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: "\n")
    return Digest.sha256(text.utf8)
  }
}

/// A row of the audit trail.
public struct TrailRow: Hashable, Sendable {
  /// Its number, from 1 without gaps.
  public let number: Int
  /// What it says.
  public let note: TrailNote
  /// The digest of this row and all before it.
  public let hash: String
}

extension StoreTransaction {
  /// Says something in the audit trail, in this transaction.
  public func note(_ note: TrailNote) { trail.append(note) }

  func writeTrail() throws(StoreRefusal) {
    guard !trail.isEmpty else { return }
    try lock(.trail)
    let last = try row("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
    var number = try last?.integer(0) ?? 0
    var hash = try last?.text(1) ?? ""
    for note in trail {
      let previous = hash
      number += 1
      hash = note.hash(number: number, after: previous)
      try run(
        """
        INSERT INTO audit (number, at, person, session, address, action, object, value_before, value_after, reason,
          previous_hash, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        .integer(number), .text(note.at.utcText), .integer(note.person), .text(note.session),
        .text(note.address),
        .text(note.action), .text(note.object), .text(note.before), .text(note.after), .text(note.reason),
        .text(previous), .text(hash))
    }
    trail = []
  }

  /// The newest rows of the audit trail, newest first.
  ///
  /// - Parameters:
  ///   - number: Only rows before this one; `nil` from the newest.
  ///   - count: The most rows.
  public func trail(before number: Int? = nil, count: Int) throws(StoreRefusal) -> [TrailRow] {
    try rows(
      """
      SELECT number, at, person, session, address, action, object, value_before, value_after, reason, hash
      FROM audit WHERE number < $1 ORDER BY number DESC LIMIT $2
      """, .integer(number ?? .max), .integer(count)
    ).map(TrailRow.init)
  }

  /// What the trail says of what a person did, and of what was done to them, oldest first.
  public func trail(ofPerson person: Int) throws(StoreRefusal) -> [TrailRow] {
    try rows(
      """
      SELECT number, at, person, session, address, action, object, value_before, value_after, reason, hash
      FROM audit WHERE person = $1 OR object = $2 ORDER BY number
      """, .integer(person), .text("person \(person)")
    ).map(TrailRow.init)
  }

  /// What the trail says of a thing, oldest first.
  ///
  /// - Parameter object: As notes name it: `plan lai-chau-2018 plan.yaml`.
  public func trail(of object: String) throws(StoreRefusal) -> [TrailRow] {
    try rows(
      """
      SELECT number, at, person, session, address, action, object, value_before, value_after, reason, hash
      FROM audit WHERE object = $1 ORDER BY number
      """, .text(object)
    ).map(TrailRow.init)
  }

  /// The number of the first row of the trail that is not as it was written, or does not follow on the one before; `nil`
  /// when all hold.
  public func firstBrokenTrailRow() throws(StoreRefusal) -> Int? {
    var previous = ""
    var number = 0
    while true {
      let part = try rows(
        """
        SELECT number, at, person, session, address, action, object, value_before, value_after, reason, hash
        FROM audit WHERE number > $1 ORDER BY number LIMIT 1000
        """, .integer(number))
      if part.isEmpty { return nil }
      for values in part {
        let row = try TrailRow(values)
        number += 1
        guard row.number == number, row.hash == row.note.hash(number: number, after: previous) else {
          return number
        }
        previous = row.hash
      }
    }
  }
}

extension TrailRow {
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    number = try row.integer(0)
    note = TrailNote(
      at: try row.time(1), person: row.optionalInteger(2), session: row.optionalText(3),
      address: row.optionalText(4), action: try row.text(5), object: try row.text(6),
      before: row.optionalText(7), after: row.optionalText(8), reason: row.optionalText(9))
    hash = try row.text(10)
  }
}
