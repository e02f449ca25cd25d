import HTTPTypes
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What the plan's text once was is found again, held against what it is, and taken again as a new version.
struct PlanVersionTests {
  @Test("an earlier text is looked at, compared and taken again; no version is changed, and viewers see none")
  func formerText_isTakenAgain() async throws {
    try await ServedStation.visit { station in
      let slug = "ban-cu"
      let plan = try await DeskTests.plan(slug, at: station)
      let administrator = try await station.administrator()
      let planner = try await station.reader(.planner, inUnit: 1, by: administrator)
      let viewer = try await station.viewer()
      try await station.edit(plan) {
        $0.replacing("title: Tin trong chương trình thời sự", with: "title: Tin")
      }
      let address = "/p/\(slug)/text/versions"
      #expect(try await viewer.get(address).status == .forbidden)
      let list = try await planner.get(address + "?lang=en")
      #expect(list.seen.contains("2 14/06/2018 09:00 imported at the server in work"), "\(list.seen)")
      let first = try await planner.get(address + "/1?lang=en")
      #expect(first.seen.contains("From this version to the one in work"), "\(first.seen)")
      #expect(first.text.contains("<del>- ") && first.text.contains("<ins>+ "))
      #expect(first.text.contains("href=\"/p/\(slug)/desk/plan/text?version=1\""))
      let second = try await planner.get(address + "/2?lang=en")
      #expect(second.seen.contains("Against version 1, the one before"), "\(second.seen)")
      #expect(!second.text.contains("?version=2"), "the text in work is not taken again")
      #expect(try await planner.get(address + "/7").status == .notFound)

      let form = try await planner.get("/p/\(slug)/desk/plan/text?version=1&lang=en")
      #expect(form.status == .ok && form.seen.contains("What it does to the year"), "\(form.seen)")
      #expect(form.text.contains(#"value="Version 1 taken again""#))
      let seen = String(try #require(form.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
      let versions = try await station.desk.texts(of: plan)
      let old = String(decoding: try #require(versions.first).octets, as: UTF8.self)
      let taken = try await planner.post(
        "/p/\(slug)/desk/plan/text", ["text": old, "seen": seen, "step": "accept", "reason": "Lấy lại bản 1"])
      #expect(taken.status == .seeOther)
      let after = try await station.desk.texts(of: plan)
      #expect(after.map(\.name) == ["1", "2", "3"])
      #expect(after[0].digest == after[2].digest && after[1] == versions[1])
      #expect(after[2].comment == "Lấy lại bản 1" && after[2].author?.hasPrefix("Người thử") == true)
    }
  }
}
