extension Migration {
  /// Work in the background, what calendars are served, and files that wait to be recorded.
  static let work = Migration(
    number: 2, name: "work in the background",
    text: """
      CREATE TABLE job (
        number {int} NOT NULL PRIMARY KEY,
        plan {int} NOT NULL REFERENCES plan (number),
        kind TEXT NOT NULL,
        input TEXT NOT NULL,
        argument TEXT NOT NULL,
        state TEXT NOT NULL,
        attempts {int} NOT NULL,
        progress {int} NOT NULL,
        cancel_asked {int} NOT NULL,
        person {int} REFERENCES person (number),
        asked_at TEXT NOT NULL,
        started_at TEXT,
        ended_at TEXT,
        owner TEXT,
        lease_until TEXT,
        fault_vi TEXT,
        fault_en TEXT
      ) {strict};
      CREATE UNIQUE INDEX job_running ON job (plan, kind) WHERE state = 'running';
      CREATE UNIQUE INDEX job_waiting ON job (plan, kind, input) WHERE state = 'waiting';
      CREATE INDEX job_of_plan ON job (plan, number);
      CREATE INDEX job_open ON job (number) WHERE state = 'waiting' OR state = 'running';

      CREATE TABLE feed_state (
        plan {int} NOT NULL REFERENCES plan (number),
        calendar TEXT NOT NULL,
        language TEXT NOT NULL,
        input TEXT NOT NULL,
        tag TEXT,
        changed_at TEXT NOT NULL,
        PRIMARY KEY (plan, calendar, language)
      ) {strict};

      CREATE TABLE upload (
        id TEXT NOT NULL PRIMARY KEY,
        plan {int} NOT NULL REFERENCES plan (number),
        person {int} NOT NULL REFERENCES person (number),
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size {int} NOT NULL,
        octets {bytes} NOT NULL,
        created_at TEXT NOT NULL
      ) {strict};
      CREATE INDEX upload_of_plan ON upload (plan);

      ALTER TABLE derived ADD COLUMN made_at TEXT NOT NULL DEFAULT '';
      """)
}
