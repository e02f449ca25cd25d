import HTTPTypes
import Planning
import StationDesk
import Testing

@testable import StationServer
@testable import StationStore

/// What a reader asks for leaves the store as it is.
struct ReadingTests {
  @Test("no page, file or answer to a program changes anything of what is kept")
  func getting_changesNothing() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("chi-doc-thoi")
      let administrator = try await station.administrator()
      let program = try await station.program([.read, .ownFeeds, .changePlan, .audit, .administer])
      let feed = String(
        try #require(
          try await administrator.post("/p/chi-doc-thoi/feeds", ["calendar": "year"]).headers[.location]))
      let sent = try await administrator.send(
        "/p/chi-doc-thoi/logs/upload",
        file: Array("date,time,outlet,title\n2018-04-05,20:15,truyen-hinh,Tin\n".utf8),
        named: "a.csv")
      let upload = try #require(sent.headers[.location]).split(separator: "/").last.map(String.init) ?? ""
      let entry = try #require(try await station.desk.contents(of: plan).book.entries.first).shortID
      // Whoever was here some minutes ago is noted once; then session and token are as they were.
      _ = try await administrator.get("/")
      _ = try await program.get("/api/v1/openapi.json")
      let before = try await Self.store(of: station)
      #expect(before.count == Self.tables.count && feed.contains("feeds"))
      var answered = 0
      for route in RouteTable.routes where route.method == .get && !route.path.hasSuffix("/live") {
        var address = RouteRightsTests.address(
          route, plan: "chi-doc-thoi", uid: "chi-doc-thoi.tin.1.vi%40lichsong")
        address = address.replacing("/logs/upload/0", with: "/logs/upload/\(upload)")
        address = address.replacing("000000000000", with: entry)
        let answer =
          route.operation == nil ? try await administrator.get(address) : try await program.get(address)
        if answer.status == .ok { answered += 1 }
        #expect(answer.status != .internalServerError, "\(address)")
        let after = try await Self.store(of: station)
        for (table, rows) in after where rows != before[table] {
          Issue.record("GET \(address) changed \(table)")
          return
        }
      }
      #expect(answered > 70, "\(answered) addresses were answered with a page")
    }
  }

  /// All that people and plans have. Work in the background and what it makes can be made again at any time.
  private static let tables: [(name: String, all: StaticString)] = [
    ("unit", "SELECT * FROM unit"), ("person", "SELECT * FROM person"),
    ("role_grant", "SELECT * FROM role_grant"), ("session", "SELECT * FROM session"),
    ("one_time_link", "SELECT * FROM one_time_link"), ("throttle", "SELECT * FROM throttle"),
    ("document", "SELECT * FROM document"), ("plan", "SELECT * FROM plan"),
    ("working_file", "SELECT * FROM working_file"), ("entry", "SELECT * FROM entry"),
    ("predecessor", "SELECT * FROM predecessor"), ("feed", "SELECT * FROM feed"),
    ("audit", "SELECT * FROM audit"), ("upload", "SELECT * FROM upload"),
    ("waiting_folder", "SELECT * FROM waiting_folder"), ("token", "SELECT * FROM token"),
    ("second_factor", "SELECT * FROM second_factor"), ("recovery_code", "SELECT * FROM recovery_code"),
    ("version_state", "SELECT * FROM version_state"),
  ]

  private static func store(of station: ServedStation) async throws -> [String: [[StoreValue]]] {
    try await station.desk.store.read { transaction in
      var all: [String: [[StoreValue]]] = [:]
      for (name, statement) in tables { all[name] = try transaction.rows(statement).map(\.values) }
      return all
    }
  }
}
