/// One connection to a database, inside a transaction.
///
/// The same statement text goes to SQLite and to PostgreSQL. Its parameters are `$1`, `$2`, …, each used at least once.
/// What the two understand in different ways is not used: `ORDER BY` says `NULLS LAST` where there are nulls, sums are
/// `CAST(… AS BIGINT)`, and no `LIKE`, `lower()`, date or JSON function is in a statement.
protocol StoreConnection {
  /// Runs a statement that gives rows.
  func rows(_ statement: String, _ values: [StoreValue]) throws(StoreRefusal) -> [StoreRow]

  /// Runs a statement that changes rows.
  ///
  /// - Returns: How many rows it changed.
  func run(_ statement: String, _ values: [StoreValue]) throws(StoreRefusal) -> Int

  /// Runs several statements without parameters, separated by semicolons.
  func script(_ text: String) throws(StoreRefusal)

  /// Waits until no other transaction holds this lock, and holds it until the transaction ends.
  func lock(_ lock: StoreLock) throws(StoreRefusal)

  /// Tells other processes, when the transaction is committed, that it changed something.
  func announceChange() throws(StoreRefusal)

  /// What the database finds wrong with itself; empty for a whole one.
  func damages() throws(StoreRefusal) -> [String]

  /// What the SQL of this database calls things.
  var dialect: Dialect { get }
}

/// The few places in which the SQL of the two databases differs, as they stand in migrations.
enum Dialect: Sendable {
  case sqlite, postgres

  /// The text of a migration in this dialect.
  ///
  /// `{int}` is a whole number of 64 bits, `{bytes}` octets, `{strict}` ends a table whose columns take only their own
  /// type, and `{append-only NAME}` forbids to change or remove rows of a table.
  func text(of migration: String) -> String {
    var text = migration
    for (token, sqlite, postgres) in [
      ("{int}", "INTEGER", "BIGINT"), ("{bytes}", "BLOB", "BYTEA"), ("{strict}", "STRICT", ""),
    ] {
      text.replace(token, with: self == .sqlite ? sqlite : postgres)
    }
    return text.replacing(/\{append-only ([a-z_]+)\}/) { appendOnly(String($0.output.1)) }
  }

  private func appendOnly(_ table: String) -> String {
    switch self {
    case .sqlite:
      ["UPDATE", "DELETE"].map { change in
        """
        CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        """
      }.joined(separator: "\n")
    case .postgres:
      """
      CREATE FUNCTION \(table)_append_only() RETURNS trigger LANGUAGE plpgsql
      AS 'BEGIN RAISE EXCEPTION ''\(table) is append-only''; END';
      CREATE TRIGGER \(table)_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
      FOR EACH STATEMENT EXECUTE FUNCTION \(table)_append_only();
      """
    }
  }
}
