extension Migration {
  /// The first tables. docs/server.md says what each is for.
  static let first = Migration(
    number: 1, name: "first tables",
    text: """
      CREATE TABLE counter (
        name TEXT NOT NULL PRIMARY KEY,
        value {int} NOT NULL
      ) {strict};

      CREATE TABLE unit (
        number {int} NOT NULL PRIMARY KEY,
        parent {int} REFERENCES unit (number),
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        level TEXT NOT NULL
      ) {strict};

      CREATE TABLE person (
        number {int} NOT NULL PRIMARY KEY,
        login TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        password TEXT,
        must_change_by TEXT,
        disabled_at TEXT,
        created_at TEXT NOT NULL
      ) {strict};

      CREATE TABLE role_grant (
        person {int} NOT NULL REFERENCES person (number),
        unit {int} NOT NULL REFERENCES unit (number),
        role TEXT NOT NULL,
        outlet TEXT NOT NULL,
        PRIMARY KEY (person, unit, role, outlet)
      ) {strict};

      CREATE TABLE session (
        id TEXT NOT NULL PRIMARY KEY,
        secret_sha256 TEXT NOT NULL,
        person {int} NOT NULL REFERENCES person (number),
        created_at TEXT NOT NULL,
        confirmed_at TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        address TEXT NOT NULL,
        agent TEXT NOT NULL
      ) {strict};
      CREATE INDEX session_of_person ON session (person);

      CREATE TABLE one_time_link (
        sha256 TEXT NOT NULL PRIMARY KEY,
        person {int} NOT NULL REFERENCES person (number),
        purpose TEXT NOT NULL,
        created_at TEXT NOT NULL,
        expires_at TEXT NOT NULL,
        used_at TEXT
      ) {strict};

      CREATE TABLE throttle (
        key TEXT NOT NULL PRIMARY KEY,
        credit {int} NOT NULL,
        filled_at {int} NOT NULL
      ) {strict};

      CREATE TABLE document (
        sha256 TEXT NOT NULL PRIMARY KEY,
        size {int} NOT NULL,
        octets {bytes} NOT NULL
      ) {strict};
      {append-only document}

      CREATE TABLE plan (
        number {int} NOT NULL PRIMARY KEY,
        unit {int} NOT NULL REFERENCES unit (number),
        slug TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL
      ) {strict};
      CREATE INDEX plan_of_unit ON plan (unit);

      CREATE TABLE working_file (
        plan {int} NOT NULL REFERENCES plan (number),
        path TEXT NOT NULL,
        version {int} NOT NULL,
        document TEXT REFERENCES document (sha256),
        person {int} REFERENCES person (number),
        changed_at TEXT NOT NULL,
        PRIMARY KEY (plan, path, version)
      ) {strict};
      {append-only working_file}

      CREATE TABLE entry (
        plan {int} NOT NULL REFERENCES plan (number),
        position {int} NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        time TEXT NOT NULL,
        author TEXT NOT NULL,
        comment TEXT,
        document TEXT NOT NULL REFERENCES document (sha256),
        PRIMARY KEY (plan, position),
        UNIQUE (plan, id)
      ) {strict};
      {append-only entry}

      CREATE TABLE predecessor (
        plan {int} NOT NULL REFERENCES plan (number),
        entry TEXT NOT NULL,
        after_id TEXT NOT NULL,
        PRIMARY KEY (plan, entry, after_id),
        FOREIGN KEY (plan, entry) REFERENCES entry (plan, id)
      ) {strict};
      CREATE INDEX follower ON predecessor (plan, after_id);
      {append-only predecessor}

      CREATE TABLE feed (
        sha256 TEXT NOT NULL PRIMARY KEY,
        person {int} NOT NULL REFERENCES person (number),
        plan {int} NOT NULL REFERENCES plan (number),
        selection TEXT NOT NULL,
        created_at TEXT NOT NULL,
        revoked_at TEXT
      ) {strict};
      CREATE INDEX feed_of_person ON feed (person);

      CREATE TABLE audit (
        number {int} NOT NULL PRIMARY KEY,
        at TEXT NOT NULL,
        person {int} REFERENCES person (number),
        session TEXT,
        address TEXT,
        action TEXT NOT NULL,
        object TEXT NOT NULL,
        value_before TEXT,
        value_after TEXT,
        reason TEXT,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) {strict};
      {append-only audit}

      CREATE TABLE derived (
        kind TEXT NOT NULL,
        input TEXT NOT NULL,
        program TEXT NOT NULL,
        octets {bytes} NOT NULL,
        PRIMARY KEY (kind, input, program)
      ) {strict};
      """)
}
