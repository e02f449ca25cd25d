import Digests
import Planning
import ScheduleModel
import StoreSupport
import Testing

@testable import StationStore

/// The two databases are one store: equal histories leave equal tables.
struct EqualHistoriesTests {
  @Test("any history of operations leaves the same rows in both databases", arguments: 1...4)
  func histories_leaveEqualRows(seed: Int) async throws {
    var dumps: [[String]] = []
    for database in TestedDatabase.allCases {
      try await database.withStore { store in
        try await store.write(.people) { transaction in
          for name in ["một", "hai"] {
            let unit = try transaction.addUnit(code: name, name: name, level: "station").number
            _ = try transaction.addPlan(slug: name, unit: unit, at: TestedDatabase.now)
            _ = try transaction.addPerson(login: name, name: name, on: TestedDatabase.now)
          }
        }
        var history = History(seed: seed)
        for _ in 1...140 { await history.step(store) }
        let dump = try await store.read { try $0.dump() }
        dumps.append(history.answers + dump)
        let damages = try await store.damages()
        #expect(damages == [])
      }
    }
    let tables = Set(dumps[0].dropFirst(140).compactMap { $0.split(separator: " ").first })
    #expect(tables.count > 12, "nearly every table has rows")
    #expect(zip(dumps[0], dumps[1]).first { $0 != $1 }.map { "\($0)" } == nil)
    #expect(dumps[0].count == dumps[1].count)
  }

  @Test("both databases have the same tables, columns, types and keys")
  func tables_areEqual() async throws {
    let sqlite = try await TestedDatabase.sqlite.withStore { store in
      try await store.read { transaction in
        try transaction.rows(
          """
          SELECT t.name, c.name,
            CASE c.type WHEN 'INTEGER' THEN 'bigint' WHEN 'BLOB' THEN 'bytea' ELSE 'text' END, c."notnull", c.pk
          FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
          WHERE t.type = 'table' ORDER BY t.name, c.cid
          """)
      }.map { "\($0.values)" }
    }
    let postgres = try await TestedDatabase.postgresql.withStore { store in
      try await store.read { transaction in
        try transaction.rows(
          """
          SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT), CAST(c.data_type AS TEXT),
            CASE c.is_nullable WHEN 'NO' THEN 1 ELSE 0 END, CAST(COALESCE(k.ordinal_position, 0) AS BIGINT)
          FROM information_schema.columns AS c
          LEFT JOIN information_schema.table_constraints AS p
            ON p.table_schema = c.table_schema AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY'
          LEFT JOIN information_schema.key_column_usage AS k
            ON k.constraint_name = p.constraint_name AND k.table_name = c.table_name AND k.column_name = c.column_name
          WHERE c.table_schema = 'public' ORDER BY c.table_name COLLATE "C", c.ordinal_position
          """)
      }.map { "\($0.values)" }
    }
    #expect(sqlite.count > 80)
    #expect(sqlite == postgres)
  }
}

/// Operations drawn by lot, some of which are refused, and what they answered.
private struct History {
  private var state: UInt64
  private var number = 0
  private(set) var answers: [String] = []

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func draw(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  private mutating func draw<Element>(of elements: [Element]) -> Element { elements[draw(elements.count)] }

  private static let texts = [
    "", "Đài", "đài", "ĐÀI", "a'b\"c", "x\ny", "%_\\", "\u{1F30A}", "Z", "é", "e\u{301}", "0", "nul\0",
  ]

  /// Does one operation, and notes the answer or the refusal.
  mutating func step(_ store: Store) async {
    number += 1
    let (text, some, other) = (draw(of: Self.texts), 1 + draw(4), 1 + draw(4))
    let time = LocalTime(seconds: 1_522_893_600 + number * 97)
    let octets = (0..<draw(40)).map { _ in UInt8(draw(256)) }
    let outlet = draw(2) == 0 ? nil : text
    let operation: (name: String, work: @Sendable (StoreTransaction) throws -> String)
    let step = number
    switch draw(21) {
    case 0:
      operation = (
        "unit",
        {
          "\(try $0.addUnit(code: "\(text)\(some)", name: text, level: "station", parent: other == 1 ? nil : other))"
        }
      )
    case 1: operation = ("plan", { "\(try $0.addPlan(slug: "\(text)\(some)", unit: other, at: time))" })
    case 2: operation = ("person", { "\(try $0.addPerson(login: "\(text)\(some)", name: text, on: time))" })
    case 3:
      operation = ("grant", { "\(try $0.add(Grant(unit: other, role: "viewer", outlet: outlet), to: some))" })
    case 4:
      operation = (
        "revoke", { "\(try $0.remove(Grant(unit: other, role: "viewer", outlet: outlet), from: some))" }
      )
    case 5:
      operation = (
        "session",
        {
          try $0.add(
            StoredSession(
              id: "\(some)\(text)", secretDigest: "x", person: other, createdAt: time, address: text,
              agent: text))
          return "\(try $0.sessions(of: other))"
        }
      )
    case 6: operation = ("end", { "\(try $0.endSessions(of: some, except: text))" })
    case 7, 8:
      operation = (
        "put",
        { transaction in
          let path = "as-run/\(text)"
          let seen = try transaction.versions(of: path, in: some).first?.version ?? 0
          let file = try transaction.put(
            other == 1 ? nil : octets, at: path, in: some, seen: other == 2 ? seen + 1 : seen, on: time)
          return "\(file) \(try transaction.workingFiles(of: some))"
        }
      )
    case 9, 10:
      operation = (
        "append",
        { transaction in
          let head = BookEntry.Head(kind: .log, time: time, author: text, comment: outlet)
          let book = try transaction.book(of: some)
          let seen = other == 1 ? Book.empty : book
          do {
            return
              "\(try transaction.append([Book.Statement(head, body: octets)], to: some, seen: seen).map(\.id))"
          } catch let overtaken as Book.Overtaken {
            return "overtaken by \(overtaken.entries.map(\.id))"
          }
        }
      )
    case 11: operation = ("attempt", { "\(try $0.takeAttempt(text, burst: 3, oneEach: 200, on: time) ?? 0)" })
    case 12:
      operation = ("derived", { "\(try $0.keepDerived(octets, "kind", of: text, by: "\(some)", on: time))" })
    case 13:
      operation = (
        "link", { "\(try $0.addLink("\(text)\(some)", for: other, purpose: text, on: time, until: time))" }
      )
    case 14:
      operation = (
        "feed",
        {
          try $0.add(
            StoredFeed(digest: "\(text)\(some)", person: some, plan: other, selection: text, createdAt: time))
          return "\(try $0.revokeFeed("\(text)\(other)", of: some, on: time)) \(try $0.feeds(of: some))"
        }
      )
    case 15, 16:
      operation = (
        "ask",
        {
          "\(try $0.ask(JobRequest(plan: some, kind: .feeds, input: text, argument: text, person: other), on: time))"
        }
      )
    case 17:
      operation = (
        "claim",
        { transaction in
          try transaction.freeJobs(on: time)
          return "\(String(describing: try transaction.claimJob(owner: "\(other)", until: time, on: time)))"
        }
      )
    case 18:
      operation = (
        "end job",
        { transaction in
          guard let job = try transaction.jobs(of: some, count: 9).first(where: { $0.state == .running })
          else {
            return "none"
          }
          let renewed = try transaction.renewJob(job.number, owner: "\(other)", progress: 140, until: time)
          return
            "\(String(describing: renewed)) \(try transaction.cancelJob(job.number, of: some, on: time)) \(try transaction.endJob(job.number, owner: "\(some)", as: .done, on: time))"
        }
      )
    case 19:
      operation = (
        "upload",
        { transaction in
          try transaction.addUpload(
            octets, named: text, id: "\(step)", to: some, by: other, on: time)
          let last = try transaction.uploads(to: other).last?.id ?? ""
          return "\(try transaction.uploads(to: some)) \(try transaction.removeUpload(last, from: other))"
        }
      )
    default:
      operation = (
        "password", { "\(try $0.setPassword(text, of: some, mustChangeBy: other == 1 ? time : nil))" }
      )
    }
    do {
      let answer = try await store.write(.people, .attempts, .plan(some)) { transaction in
        let answer = try operation.work(transaction)
        transaction.note(
          TrailNote(
            at: time, person: outlet == nil ? nil : some, action: operation.name, object: "\(step)",
            reason: outlet))
        return answer
      }
      answers.append("\(step) \(operation.name): \(answer)")
    } catch StoreRefusal.ruleBroken {
      answers.append("\(step) \(operation.name): rule broken")
    } catch {
      answers.append("\(step) \(operation.name): \(error)")
    }
  }
}

extension StoreTransaction {
  /// All rows of all tables, as texts, in an order of their own.
  func dump() throws -> [String] {
    let tables = [
      "audit", "counter", "derived", "document", "entry", "feed", "feed_state", "job", "migration",
      "one_time_link", "person",
      "plan",
      "predecessor", "recovery_code", "role_grant", "second_factor", "session", "throttle", "token", "unit",
      "upload", "version_state", "working_file",
    ]
    return try tables.flatMap { table in
      try connection.rows("SELECT * FROM \(table)", []).map { "\(table) \($0.values)" }.sorted()
    }
  }
}
