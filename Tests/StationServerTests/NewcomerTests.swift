import HTTPTypes
import Planning
import ScheduleModel
import Spreadsheets
import StationDesk
import StationFolder
import StationStore
import Testing

@testable import StationServer

/// A station begins: an empty server, the first plan, the first people.
struct NewcomerTests {
  /// The case of Lai Châu as a ZIP file.
  private static func folder() throws -> [UInt8] {
    let files = try PlanFolder.open("schedules/lai-chau-2018").contents()
    return ZipArchive.packed(files.map { ZipArchive.Entry(name: "lai-chau/\($0.name)", bytes: $0.bytes) })
  }

  @Test("an administrator of an empty server is told what to do, brings a plan in, and gets to its findings")
  func emptyServer_getsItsFirstPlan() async throws {
    try await ServedStation.serve([:], isWorkHeard: false) { station in
      let administrator = try await station.administrator()
      let empty = try await administrator.get("/?lang=en")
      #expect(
        empty.seen
          == "Plans The units that you manage have no plan yet. Begin one, or bring a plan's folder in. "
          + "A new plan People")
      #expect(empty.text.contains(#"<a href="/people">People</a>"#))
      #expect(empty.text.contains(#"<a href="/audit">Audit trail</a>"#))
      let viewer = try await station.reader(.viewer, inUnit: 1, by: administrator)
      let nothing = try await viewer.get("/?lang=en")
      #expect(
        nothing.seen
          == "Plans There is no plan yet that your account may see; ask the station's administrator.")
      #expect(!nothing.text.contains("/people") && !nothing.text.contains("/audit"))

      func send(_ name: String, _ octets: [UInt8]) async throws -> Answer {
        try await administrator.send(
          "/new-plan?lang=en", file: octets, named: "x.zip", fields: ["name": name, "unit": "1"])
      }
      let badName = try await send("Lai Châu", try Self.folder())
      #expect(badName.status == .unprocessableContent)
      #expect(
        badName.seen.contains(
          "“LaiChâu” cannot be a short name: use small letters without marks, digits and hyphens, 63 at the most."
        ))
      #expect(try await send("lai-chau", Array("no zip".utf8)).status == .unprocessableContent)
      #expect(try await station.desk.store.read { try $0.plans() }.isEmpty)
      let brought = try await send("lai-chau", try Self.folder())
      #expect(brought.status == .seeOther && brought.headers[.location] == "/p/lai-chau/findings")
      #expect(try await viewer.get("/p/lai-chau").status == .ok)
      let note = try #require(try await station.desk.store.read { try $0.trail(count: 1) }.first).note
      #expect(note.action == "bring in plan" && note.object == "plan lai-chau")
      let again = try await send("lai-chau", try Self.folder())
      #expect(
        again.status == .unprocessableContent
          && again.seen.contains("A plan has the short name “lai-chau” already"))
    }
  }

  @Test("who manages one unit brings no plan into another and changes none there")
  func newPlan_staysInTheUnit() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      let other = try await station.reader(.administrator, inUnit: 1, by: administrator)
      let state = try await station.desk.store.read { try $0.plans().count }
      let foreign = try await other.send(
        "/new-plan", file: try Self.folder(), named: "x.zip", fields: ["name": "o-noi-khac", "unit": "2"])
      #expect(foreign.status == .forbidden)
      let taken = try await other.send(
        "/new-plan", file: try Self.folder(), named: "x.zip", fields: ["name": "tan-hong-2020", "unit": "1"])
      #expect(taken.status == .unprocessableContent)
      #expect(try await station.desk.store.read { try $0.plans().count } == state)
    }
  }

  @Test("an invitation names the person to both sides, and asks for the password twice")
  func invitation_namesThePerson() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      let made = try await administrator.post(
        "/people?lang=en", ["login": "lo.thi.moi", "name": "Lò Thị Mới", "role": "viewer", "unit": "1"])
      #expect(
        made.seen.contains(
          "Send this link to Lò Thị Mới, who signs in as lo.thi.moi; it is shown this once, and is good once, within a day:"
        ))
      let link = String(try #require(made.text.firstMatch(of: /\/link\/[0-9a-f]+/)).output)
      let stranger = station.stranger()
      let page = try await stranger.get(link + "?lang=en")
      #expect(
        page.seen == "Choose a password Lò Thị Mới, who signs in as: lo.thi.moi "
          + "At least 12 characters of any kind; a sentence that you remember is best. "
          + "New password The same once more Save")
      let slip = try await stranger.post(
        link + "?lang=en", ["new": ServedStation.password, "again": ServedStation.password + "!"])
      #expect(
        slip.status == .unprocessableContent
          && slip.seen.contains("The new password was not typed the same twice; type it again."))
      let chosen = try await stranger.post(
        link, ["new": ServedStation.password, "again": ServedStation.password])
      #expect(chosen.status == .seeOther)
    }
  }

  @Test("a refused invitation keeps what was typed, says which name is taken, and which outlets there are")
  func refusedInvitation_keepsTheForm() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      let taken = try await administrator.post(
        "/people?lang=en", ["login": "Admin", "name": "Người Mới", "role": "planner", "unit": "1"])
      #expect(taken.status == .unprocessableContent)
      #expect(
        taken.seen.contains("Somebody signs in as “admin” already; choose another name to sign in with."))
      for kept in [#"value="Người Mới""#, #"value="Admin""#, #"<option value="planner" selected>"#] {
        #expect(taken.text.contains(kept), "\(kept)")
      }
      let count = try await station.desk.store.read { try $0.people().count }
      let outlet = try await administrator.post(
        "/people?lang=en",
        ["login": "moi.nua", "name": "Người Mới", "role": "planner", "unit": "1", "outlet": "khong-co"])
      #expect(outlet.status == .unprocessableContent)
      #expect(outlet.seen.contains("No plan of this unit has an outlet “khong-co”. There are: "))
      #expect(outlet.seen.contains("truyen-hinh ("))
      #expect(try await station.desk.store.read { try $0.people().count } == count)
      let fitting = try await administrator.post(
        "/people?lang=en",
        ["login": "moi.nua", "name": "Người Mới", "role": "planner", "unit": "1", "outlet": "truyen-hinh"])
      #expect(fitting.status == .ok)
    }
  }

  @Test("a refusal has a heading in words, and a way back to a page of this server alone")
  func refusal_hasAWayBack() async throws {
    try await ServedStation.visit { station in
      let viewer = try await station.viewer()
      let referer = try #require(HTTPField.Name("Referer"))
      let host = try #require(HTTPField.Name("Host"))
      func refused(_ from: String) async throws -> Answer {
        try await viewer.get("/people?lang=en", [referer: from, host: "localhost"])
      }
      let page = try await refused("http://localhost/p/lai-chau-2018/counts?lang=en")
      #expect(
        page.seen
          == "403 · Not allowed Your account does not have this right; ask the station's administrator. "
          + "Back to the page before · To the first page", "\(page.text)")
      #expect(page.text.contains(#"<a href="/p/lai-chau-2018/counts?lang=en">"#))
      for foreign in [
        "https://example.com/p", "http://localhost//example.com", "http://localhost/people?lang=en", "x",
      ] {
        let page = try await refused(foreign)
        #expect(!page.seen.contains("Back to the page before"), "\(foreign)")
      }
    }
  }

  @Test("the trail shows the clock of the station, and its days are those of that clock")
  func times_areTheStations() async throws {
    try await ServedStation.serve([:], isWorkHeard: false) { station in
      let administrator = try await station.administrator()
      let page = try await administrator.get("/audit?lang=en&from=2018-06-14&to=2018-06-14")
      #expect(page.seen.contains("14/06/2018 09:00"))
      #expect(!page.seen.contains("UTC"))
      #expect(try await administrator.get("/account?lang=en").seen.contains("14/06/2018 09:00"))
      try await station.desk.store.write { transaction in
        // Half past midnight in Việt Nam.
        transaction.note(
          TrailNote(
            at: try #require(LocalTime("2018-06-15T17:30")), action: "first start", object: "person 99"))
      }
      let next = try await administrator.get("/audit?lang=en&from=2018-06-16&to=2018-06-16")
      #expect(next.seen.contains("16/06/2018 00:30") && !next.seen.contains("14/06/2018 09:00"))
    }
  }

  @Test("a viewer sees what is published alone: no desk, no draft, no folder, and no form for rows of logs")
  func viewer_seesNoDraft() async throws {
    try await ServedStation.visit { station in
      let viewer = try await station.viewer()
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      for page in ["/desk", "/desk/publish", "/desk/languages", "/folder", "/folder/lai-chau-2018.zip"] {
        #expect(try await viewer.get("/p/lai-chau-2018\(page)").status == .forbidden, "\(page)")
        #expect(try await planner.get("/p/lai-chau-2018\(page)").status == .ok, "\(page)")
      }
      let history = try await viewer.text("/p/lai-chau-2018/history")
      #expect(!history.contains(#"href="/p/lai-chau-2018/desk""#) && !history.contains("/folder"))
      #expect(history.contains(#"href="/p/lai-chau-2018/desk/closes""#))
      #expect(try await planner.text("/p/lai-chau-2018/history").contains(#"href="/p/lai-chau-2018/desk""#))
      let unmatched = try await viewer.get("/p/lai-chau-2018/logs/unmatched?lang=en")
      #expect(!unmatched.text.contains(#"action="/p/lai-chau-2018/logs/link""#))
      #expect(!unmatched.seen.contains("Say what a row is"))
    }
  }

  @Test("a viewer reads the plan's text as it was published, and not what is being changed in it")
  func viewer_readsPublishedText() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("van-ban")
      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: hai ba kỳ") }
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let working = try await planner.get("/p/van-ban/text?lang=en")
      #expect(working.seen.contains("quota: hai ba kỳ") && working.text.contains("<p class=\"error\">"))
      let published = try await station.viewer().get("/p/van-ban/text?lang=en")
      #expect(published.seen.contains("quota: 23 kỳ") && !published.seen.contains("hai ba kỳ"))
      #expect(!published.text.contains("<p class=\"error\">"))
    }
  }

  @Test("a remedy that names a command has the page that does it beside it, for who may open that page")
  func remedies_leadToPages() async throws {
    try await ServedStation.visit { station in
      let plan = try await DeskTests.plan("loi-ra", at: station)
      try await station.desk.store.write(.plan(plan.number)) {
        _ = try $0.put(
          Array("line,edition\n".utf8), at: "draft.csv", in: plan.number, seen: 0, on: ServedStation.now)
      }
      let administrator = try await station.administrator()
      let page = try await administrator.get("/p/loi-ra/findings?lang=en")
      #expect(page.text.contains(#"<a class="file" href="/p/loi-ra/desk/replan">"#), "\(page.seen)")
      let viewer = try await station.viewer()
      let same = try await viewer.get("/p/loi-ra/findings?lang=en")
      #expect(!same.seen.contains("lichsong allocate") && !same.text.contains("/desk/replan"))
      #expect(
        same.seen.contains(
          "Your account does not open that page; ask whoever plans, or the administrator."), "\(same.seen)")
    }
  }
}
