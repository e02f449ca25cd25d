extension Migration {
  /// Folders of plans that were sent in and wait to be taken in.
  static let folders = Migration(
    number: 5, name: "folders that wait",
    text: """
      CREATE TABLE waiting_folder (
        id TEXT NOT NULL PRIMARY KEY,
        plan {int} NOT NULL REFERENCES plan (number),
        person {int} NOT NULL REFERENCES person (number),
        reason TEXT NOT NULL,
        octets {bytes} NOT NULL,
        created_at TEXT NOT NULL
      ) {strict};
      CREATE INDEX waiting_folder_of_plan ON waiting_folder (plan);
      """)
}
