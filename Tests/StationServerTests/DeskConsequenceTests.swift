import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What follows from a move is told whole, and every move has its way back.
struct DeskConsequenceTests {
  private static let uid = "lai-chau-2018.chuyen-muc.12.vi@lichsong"

  @Test("the list below a move has every rule that it broke, and that numbers are out of order")
  func move_tellsAllItBroke() async throws {
    try await ServedStation.visit { station in
      let slug = "he-qua-1"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      // June must have what it has, so that whatever leaves it breaks a rule that names no broadcast.
      let june = try #require(try await Self.count(in: 6, of: slug, station))
      try await station.edit(plan) {
        $0.replacing("quota: 23 kỳ", with: "quota: 23 kỳ\n    months: { 6: \(june).. }")
      }
      _ = try await Self.replanned(slug, planner)
      let form = try await DeskTests.Form(Self.uid, of: slug, planner, day: "2018-08-02")
      let moved = try await planner.post(
        form.address, ["slot": "truyen-hinh.chuyen-muc.2018-08-02", "seen": form.seen])
      let desk = try await planner.get(try #require(moved.headers[.location]) + "&lang=en")
      let told = try #require(
        desk.seen.firstMatch(of: /To be looked at since:.*Outlets|To be looked at since:.*Week before/))
      #expect(
        told.output.contains("must have at least \(june) in month 6, the draft has \(june - 1)."),
        "\(desk.seen)")
      #expect(told.output.contains("The numbers are not in the order of the days: no. 12"), "\(desk.seen)")
    }
  }

  /// How many works of the column lie in a month.
  private static func count(in month: Int, of slug: String, _ station: ServedStation) async throws -> Int? {
    guard let plan = try await station.desk.store.read({ try $0.plan(slug) }) else { return nil }
    let (book, files) = try await station.desk.contents(of: plan)
    var year = StationYear(book, files)
    return year.workedDraft(at: ServedStation.now).worked?.draft.rows.count {
      $0.placement.line == "chuyen-muc" && $0.placement.timing.day.month == month
    }
  }

  /// Takes a draft that the plan as it is now made: that of what is published.
  private static func replanned(_ slug: String, _ planner: Browser) async throws -> Answer {
    try await planner.get("/p/\(slug)/desk?lang=en")
  }

  @Test(
    "broadcasts that moved alike go back at once, a work that was placed goes out again, and nobody's later change is lost"
  )
  func moves_areTakenBack() async throws {
    try await ServedStation.visit { station in
      let slug = "he-qua-2"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      func rows() async throws -> Set<String> {
        let (book, files) = try await station.desk.contents(of: plan)
        var year = StationYear(book, files)
        let rows = year.workedDraft(at: ServedStation.now).worked?.draft.rows ?? []
        return Set(rows.map { "\($0.placement.uid) \($0.placement.slot) \($0.isFixed) \($0.why ?? "")" })
      }
      let before = try await rows()
      let form = try await DeskTests.Form(Self.uid, of: slug, planner)
      let moved = try await planner.post(
        form.address,
        [
          "slot": "truyen-hinh.chuyen-muc.2018-07-05", "seen": form.seen, "reach": "following",
          "fixed": "yes",
        ])
      let desk = try await planner.get(try #require(moved.headers[.location]) + "&lang=en")
      #expect(desk.seen.contains("Undo all 12"), "\(desk.seen)")
      let number = try #require(desk.text.firstMatch(of: /name="undo" value="([0-9]+)"/)).output.1
      #expect(try await rows() != before)
      let back = try await planner.post(form.address, ["undo": String(number)])
      #expect(
        try await planner.get(try #require(back.headers[.location]) + "&lang=en").seen.contains("Taken back.")
      )
      #expect(try await rows() == before)
      // A second time there is nothing that is as the move left it.
      let twice = try await planner.post(form.address, ["undo": String(number)])
      #expect(
        try await planner.get(try #require(twice.headers[.location]) + "&lang=en").seen.contains(
          "Not taken back: some of it changed since"))

      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: 24 kỳ") }
      let new = "lai-chau-2018.chuyen-muc.24.vi@lichsong"
      try await station.desk.store.write(.plan(plan.number)) { transaction in
        for path in ["draft.csv", "draft.base"] {
          if let file = try transaction.workingFiles(of: plan.number).first(where: { $0.path == path }) {
            try transaction.put(nil, at: path, in: plan.number, seen: file.version, on: ServedStation.now)
          }
        }
      }
      let place = try await DeskTests.Form.unplaced(new, of: slug, planner)
      let placed = try await planner.post(
        place.address, ["slot": try #require(place.slots.first), "seen": DeskMove.unplaced])
      let after = try await planner.get(try #require(placed.headers[.location]) + "&lang=en")
      #expect(after.seen.contains("Undo: take it out again"), "\(after.seen)")
      let placing = try #require(after.text.firstMatch(of: /name="undo" value="([0-9]+)"/)).output.1
      _ = try await planner.post(place.address, ["undo": String(placing)])
      #expect(try await planner.get("/p/\(slug)/desk/unplaced?lang=en").seen.contains("1 not placed."))
    }
  }

  @Test("the desk of a planner of one outlet opens on that outlet, and offers no broadcast of another")
  func outletPlanner_seesTheirs() async throws {
    try await ServedStation.visit { station in
      let slug = "he-qua-3"
      _ = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(
        .planner, inUnit: 1, outlet: "tieng-dan-toc", by: try await station.administrator())
      let desk = try await planner.get("/p/\(slug)/desk?day=2018-07-05&lang=en")
      let here = desk.text.matches(of: /outlet=([a-z-]+)" aria-current="true"/).map { String($0.output.1) }
      #expect(here.contains("tieng-dan-toc"), "\(here)")
      let uid = try #require(desk.text.firstMatch(of: /data-uid="(lai-chau-2018\.tin\.[^"]+)"/)).output.1
      let form = try await planner.get(
        "/p/\(slug)/desk/place/\(String(uid).inAddress)?lang=en&day=2018-06-15")
      #expect(form.status == .ok)
      for link in form.text.matches(of: /class="file" href="([^"]+)"/) {
        #expect(try await planner.get(String(link.output.1)).status == .ok, "\(link.output.1)")
      }
    }
  }

  @Test("a draft with errors says what it changes, and the first publication what it brings")
  func publishing_isToldBefore() async throws {
    try await ServedStation.visit { station in
      let slug = "he-qua-4"
      _ = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let form = try await DeskTests.Form(Self.uid, of: slug, planner, day: "2018-07-19")
      _ = try await planner.post(
        form.address, ["slot": "truyen-hinh.chuyen-muc.2018-07-19", "seen": form.seen])
      let page = try await planner.get("/p/\(slug)/desk/publish?lang=en")
      #expect(
        page.seen.contains(
          "The draft has 0 added, 1 moved, 0 taken out; errors keep it from being published."), "\(page.seen)"
      )
      #expect(page.seen.contains("Move Chuyên mục “Cải cách hành chính Nhà nước”, no. 12"))

      let text = try #require(
        try await station.desk.folder(of: try await Self.visible(slug, planner, station)).first {
          $0.name == "plan.yaml"
        })
      let fresh = try await station.desk.store.write(.people) { transaction in
        _ = try transaction.importPlan("he-qua-5", of: 1, [text], on: ServedStation.now)
        return try #require(try transaction.plan("he-qua-5"))
      }
      #expect(fresh.slug == "he-qua-5")
      let first = try await planner.get("/p/he-qua-5/desk/publish?lang=en")
      #expect(first.seen.contains("The first publication: "))
      #expect(
        first.seen.contains("What the first publication brings Line Outlet Broadcasts First Last"),
        "\(first.seen)")
      #expect(first.text.contains("<td class=\"number\">23</td>"))
    }
  }

  private static func visible(_ slug: String, _ browser: Browser, _ station: ServedStation) async throws
    -> VisiblePlan
  {
    let visitor = try #require(try await station.desk.visitor(cookie: browser.cookie ?? "", .test()))
    return try await station.desk.plan(slug, for: visitor, .readDraft)
  }

  @Test("a re-plan from a day that the plan does not have is asked for again, with what was entered")
  func replan_isAskedAgain() async throws {
    try await ServedStation.visit { station in
      let slug = "he-qua-6"
      _ = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let answer = try await planner.post(
        "/p/\(slug)/desk/replan?lang=en", ["from": "2019-05-01", "how": "even", "slack": "0.5"])
      #expect(answer.status == .unprocessableContent)
      #expect(
        answer.seen.contains(
          "Not planned anew: choose a day of the plan, from 01/01/2018 to 31/12/2018 (you entered “2019-05-01”)."
        ),
        "\(answer.seen)")
      #expect(answer.text.contains("value=\"2019-05-01\"") && answer.text.contains("value=\"even\" checked"))
    }
  }
}
