public import ScheduleModel

/// Results that can be made again at any time.
extension StoreTransaction {
  /// A result that was kept; `nil` when it is to be made.
  ///
  /// - Parameters:
  ///   - kind: What it is: `year`, `feed`.
  ///   - input: The SHA-256 of everything that it was made from.
  ///   - program: The version of the program that made it.
  public func derived(_ kind: String, of input: String, by program: String) throws(StoreRefusal) -> [UInt8]? {
    try row(
      "SELECT octets FROM derived WHERE kind = $1 AND input = $2 AND program = $3",
      .text(kind), .text(input), .text(program)
    )?.bytes(0)
  }

  /// Keeps a result.
  public func keepDerived(
    _ octets: [UInt8], _ kind: String, of input: String, by program: String, on now: LocalTime
  ) throws(StoreRefusal) {
    try run(
      """
      INSERT INTO derived (kind, input, program, octets, made_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (kind, input, program) DO UPDATE SET octets = $4, made_at = $5
      """, .text(kind), .text(input), .text(program), .bytes(octets), .time(now))
  }

  /// Removes a result that nothing asks for any more, whichever program made it.
  public func forgetDerived(_ kind: String, of input: String) throws(StoreRefusal) {
    try run("DELETE FROM derived WHERE kind = $1 AND input = $2", .text(kind), .text(input))
  }

  /// Removes the results of a kind that were made before a time.
  public func forgetDerived(_ kind: String, madeBefore time: LocalTime) throws(StoreRefusal) {
    try run("DELETE FROM derived WHERE kind = $1 AND made_at < $2", .text(kind), .time(time))
  }

  /// Removes all results; those of one version of the program are spared where it is named.
  public func forgetDerived(except program: String? = nil) throws(StoreRefusal) {
    try run("DELETE FROM derived WHERE program <> $1", .text(program ?? ""))
  }
}
