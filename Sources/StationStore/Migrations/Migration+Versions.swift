extension Migration {
  /// How far language versions are, and who makes them.
  static let versions = Migration(
    number: 4, name: "how far language versions are",
    text: """
      CREATE TABLE version_state (
        plan {int} NOT NULL REFERENCES plan (number),
        uid TEXT NOT NULL,
        version {int} NOT NULL,
        state TEXT NOT NULL,
        person {int} REFERENCES person (number),
        changed_by {int} NOT NULL REFERENCES person (number),
        changed_at TEXT NOT NULL,
        PRIMARY KEY (plan, uid)
      ) {strict};
      """)
}
