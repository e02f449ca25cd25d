import HTTPTypes
import StationDesk
import StoreSupport
import Testing

@testable import StationStore

/// A disk without room.
struct FullDiskTests {
  @Test(
    "on a full disk pages, operations and calendars go on, and what would be recorded is refused with a page")
  func readingGoesOn() async throws {
    try await ServedStation.serve(["a-dai": "lai-chau-2018"], isWorkHeard: false) { station in
      let browser = try await station.viewer()
      _ = try await browser.post("/p/lai-chau-2018/feeds", ["calendar": "year"])
      let page = try await browser.text("/p/lai-chau-2018/feeds")
      let feed = try #require(
        page.firstMatch(of: /<code>http:\/\/localhost(\/f\/[0-9a-f]{40}\/year\.ics)<\/code>/))
      let program = try await station.program([.read, .ownFeeds], of: browser)
      // The worker makes the calendar first, however slow the machine is.
      for _ in 1...10 where (try? await station.stranger().get(String(feed.output.1)).status) != .ok {}
      // From here on the database may not grow.
      try await station.desk.store.write { _ = try $0.rows("PRAGMA max_page_count = 1") }
      try await fill(station)

      #expect(try await browser.get("/p/lai-chau-2018").status == .ok)
      #expect(try await program.get("/api/v1/plans/lai-chau-2018").status == .ok)
      #expect(try await station.stranger().get(String(feed.output.1)).status == .ok)
      // Small rows find room in pages that are there, until these are full, too.
      let path = "/api/v1/plans/lai-chau-2018/feeds?lang=vi"
      var refused = try await program.send(.post, path, ["calendar": "year"])
      for _ in 1...500 where refused.status == .created {
        refused = try await program.send(.post, path, ["calendar": "year"])
      }
      #expect(refused.status.code == 507)
      #expect(
        try refused.object()["detail"] as? String
          == "Ổ đĩa đã đầy nên chưa ghi gì; dọn bớt rồi thử lại.")
      let form = try await browser.post("/p/lai-chau-2018/feeds", ["calendar": "year"])
      #expect(form.status.code == 507)
      #expect(form.seen.contains("Ổ đĩa đã đầy nên chưa ghi gì; dọn bớt rồi thử lại."))
    }
  }

  /// Uses up the room that is left in pages of the database.
  private func fill(_ station: ServedStation) async throws {
    for size in [200_000, 4_000, 10] {
      for number in 0..<500 {
        do {
          try await station.desk.store.write {
            try $0.keepDerived(
              Array(repeating: 1, count: size), "fill \(size)", of: "\(number)", by: "test",
              on: ServedStation.now)
          }
        } catch StoreRefusal.full { break }
      }
    }
  }
}
