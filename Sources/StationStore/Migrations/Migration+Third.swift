extension Migration {
  /// Tokens of programs, and the second factor of a sign-in.
  static let third = Migration(
    number: 3, name: "tokens and second factor",
    text: """
      CREATE TABLE token (
        sha256 TEXT NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        person {int} NOT NULL REFERENCES person (number),
        name TEXT NOT NULL,
        scopes TEXT NOT NULL,
        created_at TEXT NOT NULL,
        expires_at TEXT NOT NULL,
        used_at TEXT,
        revoked_at TEXT
      ) {strict};
      CREATE INDEX token_of_person ON token (person);

      CREATE TABLE second_factor (
        person {int} NOT NULL PRIMARY KEY REFERENCES person (number),
        id TEXT NOT NULL,
        confirmed_at TEXT,
        last_step {int} NOT NULL
      ) {strict};

      CREATE TABLE recovery_code (
        sha256 TEXT NOT NULL PRIMARY KEY,
        person {int} NOT NULL REFERENCES person (number),
        used_at TEXT
      ) {strict};
      CREATE INDEX recovery_code_of_person ON recovery_code (person);

      ALTER TABLE session ADD COLUMN awaits_code {int} NOT NULL DEFAULT 0;
      """)
}
