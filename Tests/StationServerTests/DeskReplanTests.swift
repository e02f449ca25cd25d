import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import StationWork
import Testing

@testable import StationServer

/// A re-plan is worked out by a worker process, looked at, and accepted whole or in part.
struct DeskReplanTests {
  private static let uid = "lai-chau-2018.chuyen-muc.12.vi@lichsong"

  /// Asks for a re-plan, and waits until its page shows what it gives.
  private static func replan(
    _ slug: String, from day: String, slack: String = "", _ browser: Browser
  ) async throws -> (job: String, page: Answer) {
    let begun = try await browser.post(
      "/p/\(slug)/desk/replan", ["from": day, "how": slack.isEmpty ? "keep" : "even", "slack": slack])
    let job = try #require(begun.headers[.location])
    var page = try await browser.get(job + "?lang=en")
    while page.text.contains("<progress") {
      #expect(page.headers[try #require(HTTPField.Name("Refresh"))] == "2")
      try await Task.sleep(for: .milliseconds(200))
      page = try await browser.get(job + "?lang=en")
    }
    return (job, page)
  }

  @Test(
    "a re-plan runs beside the requests, shows what would change, and becomes the draft when it is accepted")
  func replan_isAccepted() async throws {
    try await ServedStation.visit { station in
      let slug = "xep-lai-1"
      let plan = try await DeskTests.plan(slug, at: station)
      let administrator = try await station.administrator()
      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: 24 kỳ") }
      let (job, page) = try await Self.replan(slug, from: "2018-07-01", administrator)
      #expect(
        page.seen.contains(
          "Compared with the published schedule: 1 added, 0 moved, 0 missed before and planned again, 0 dropped. "
            + "Broadcasts: 1,042 → 1,043."))
      #expect(page.seen.contains("placements have a slot; no schedule places more."))
      #expect(page.seen.contains("Among the schedules that leave in place what may stay."))
      #expect(page.seen.contains("added Chuyên mục “Cải cách hành chính Nhà nước”, no. 24"))
      // The curve is a picture with its figures in a table beside it.
      #expect(page.text.contains("<svg viewBox"))
      #expect(page.seen.contains("Slack (works) Moves Farthest from the even pace (works)"))
      #expect(try await station.desk.draft(of: plan).draft == nil)
      #expect(try await administrator.post(job, ["step": "accept"]).status == .seeOther)
      #expect(try await station.desk.draft(of: plan).draft != nil)
      let publish = try await administrator.get("/p/\(slug)/desk/publish?lang=en")
      #expect(publish.seen.contains("1 added, 0 moved, 0 taken out"))
      // What it rested on is no longer there.
      let again = try await administrator.post(job + "?lang=en", ["step": "accept"])
      #expect(again.status == .preconditionFailed)
      #expect(again.seen.contains("Plan or draft changed since this was worked out; nothing was stored."))
      let old = try await administrator.get(job + "?lang=en")
      #expect(old.seen.contains("so it cannot be taken any more"))
      #expect(!old.text.contains("value=\"accept\""))
      let trail = try await station.desk.store.read { try $0.trail(count: 12) }.map(\.note)
      #expect(trail.contains { $0.action == "ask for re-plan" && $0.after == "2018-07-01" })
      #expect(trail.contains { $0.action == "accept re-plan" })
    }
  }

  @Test("of a re-plan only what is ticked is taken; with nothing ticked nothing is")
  func someChanges_areTaken() async throws {
    try await ServedStation.visit { station in
      let slug = "xep-lai-2"
      let plan = try await DeskTests.plan(slug, at: station)
      let administrator = try await station.administrator()
      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: 25 kỳ") }
      let (job, page) = try await Self.replan(slug, from: "2018-07-01", administrator)
      #expect(page.seen.contains("2 added, 0 moved"))
      #expect(page.text.contains("name=\"take.lai-chau-2018.chuyen-muc.25.vi@lichsong\""))
      let none = try await administrator.post(job + "?lang=en", ["step": "some"])
      #expect(none.status == .unprocessableContent)
      #expect(none.seen.contains("Nothing was ticked; nothing was stored."))
      #expect(try await station.desk.draft(of: plan).draft == nil)
      let some = try await administrator.post(
        job, ["step": "some", "take.lai-chau-2018.chuyen-muc.24.vi@lichsong": "yes"])
      #expect(some.status == .seeOther)
      let publish = try await administrator.get("/p/\(slug)/desk/publish?lang=en")
      #expect(publish.seen.contains("1 added, 0 moved, 0 taken out"))
    }
  }

  @Test("the page of the plan's text and that of the re-plan say the same, against the draft as it is")
  func bothPages_compareAlike() async throws {
    try await ServedStation.visit { station in
      let slug = "xep-lai-3"
      _ = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let form = try await DeskTests.Form(Self.uid, of: slug, planner)
      _ = try await planner.post(
        form.address, ["slot": "truyen-hinh.chuyen-muc.2018-07-05", "seen": form.seen, "fixed": "yes"])
      let address = "/p/\(slug)/desk/plan/text?lang=en"
      let shown = try await planner.get(address)
      let seen = String(try #require(shown.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
      let plan = try #require(try await station.desk.store.read { try $0.plan(slug) })
      let old = String(
        decoding: try #require(try await station.desk.contents(of: plan).files).plan.bytes, as: UTF8.self)
      let new = old.replacing("quota: 23 kỳ", with: "quota: 24 kỳ")
      let preview = try await planner.post(address, ["text": new, "seen": seen, "step": "check"])
      let sentence =
        "Compared with the draft as it is: 1 added, 0 moved, 0 missed before and planned again, 0 dropped. "
        + "Broadcasts: 1,042 → 1,043."
      #expect(preview.seen.contains(sentence), "\(preview.seen)")
      _ = try await planner.post(address, ["text": new, "seen": seen, "step": "accept"])
      let (_, page) = try await Self.replan(slug, from: "2018-06-15", planner)
      #expect(page.seen.contains(sentence), "\(page.seen)")
      // The draft is older than the plan, so a part of the re-plan cannot be taken.
      #expect(page.text.contains("value=\"accept\"") && !page.text.contains("value=\"some\""))
    }
  }

  @Test("a re-plan that waits is told so and ended by whoever asked, and nothing is stored")
  func waitingReplan_isEnded() async throws {
    try await ServedStation.visit { station in
      let slug = "xep-lai-4"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      // A worker elsewhere is busy with a re-plan of the same plan.
      let busy = try await station.desk.store.write { transaction in
        let asked = try transaction.ask(
          JobRequest(plan: plan.number, kind: .replan, input: "another"), on: ServedStation.now)
        let claimed = try transaction.claimJob(
          owner: "elsewhere", until: LocalTime(seconds: ServedStation.now.seconds + 3_600),
          on: ServedStation.now)
        #expect(claimed?.number == asked.number)
        return asked.number
      }
      let begun = try await planner.post("/p/\(slug)/desk/replan", ["from": "2018-07-01"])
      let job = try #require(begun.headers[.location])
      #expect(
        try await planner.get(job + "?lang=en").seen.contains(
          "Waiting for its turn. The page looks again every two seconds; you may close it, the work goes on.")
      )
      #expect(try await planner.post(job, ["step": "cancel"]).status == .seeOther)
      let page = try await planner.get(job + "?lang=en")
      #expect(page.seen.contains("The re-plan was ended; nothing was stored."))
      #expect(!page.text.contains("<progress"))
      #expect(try await planner.get("/p/\(slug)/desk/replan/khong-co").status == .notFound)
      try await station.desk.store.write {
        _ = try $0.endJob(busy, owner: "elsewhere", as: .cancelled, on: ServedStation.now)
      }
    }
  }
}
