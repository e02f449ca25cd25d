/// What one transaction at a time may change; PostgreSQL runs others beside it, SQLite has one writer in any case.
public enum StoreLock: Hashable, Sendable {
  /// The tables themselves.
  case schema
  /// The last row of the audit trail.
  case trail
  /// People, their rights and the units.
  case people
  /// The attempts to sign in.
  case attempts
  /// The Book and the working files of a plan.
  case plan(Int)

  /// Two numbers of 32 bits that name it in PostgreSQL.
  var key: (Int32, Int32) {
    switch self {
    case .schema: (0, 0)
    case .people: (1, 0)
    case .plan(let number): (2, Int32(truncatingIfNeeded: number))
    case .attempts: (3, 0)
    case .trail: (4, 0)
    }
  }
}
