import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationFolder
import StationStore
import Testing

@testable import StationServer

/// Planners prepare, publishers publish: neither needs what only the other may.
struct DeskPublishTests {
  private static func seen(_ page: Answer) throws -> String {
    String(try #require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
  }

  @Test("a publisher publishes a plan whose text a planner changed; a planner is told who publishes")
  func changedText_isPublished() async throws {
    try await ServedStation.visit { station in
      let slug = "phat-hanh-1"
      let plan = try await DeskTests.plan(slug, at: station)
      let administrator = try await station.administrator()
      let planner = try await station.reader(.planner, inUnit: 1, by: administrator)
      let publisher = try await station.reader(.publisher, inUnit: 1, by: administrator)
      let nothing = try await planner.get("/p/\(slug)/desk/publish?lang=en")
      #expect(nothing.seen.contains("There is nothing new to publish."))
      #expect(!nothing.seen.contains("You may not publish"))
      #expect(try await !publisher.get("/p/\(slug)/desk/publish?lang=en").text.contains("id=\"comment\""))

      try await station.edit(plan) { $0 + "# theo công văn mới\n" }
      let told = try await planner.get("/p/\(slug)/desk/publish?lang=en")
      #expect(told.seen.contains("You may not publish; a publisher does this on this page: "))
      #expect(told.seen.contains("Người thử publisher."))
      #expect(!told.text.contains("id=\"comment\""))
      let page = try await publisher.get("/p/\(slug)/desk/publish?lang=en")
      #expect(
        page.seen.contains(
          "The plan's text has changed; publishing records its new version in the Book too."))
      let done = try await publisher.post(
        "/p/\(slug)/desk/publish", ["seen": try Self.seen(page), "comment": "Theo công văn"])
      #expect(done.status == .seeOther)
      let (book, files) = try await station.desk.contents(of: plan)
      #expect(book.last(.plan).map { Array($0.body) } == files?.plan.bytes)
      #expect(book.last(.plan)?.head.comment == "Theo công văn")
    }
  }

  @Test("a publisher publishes a new plan for the first time; before that nothing is said to be as published")
  func newPlan_isPublished() async throws {
    try await ServedStation.visit { station in
      let slug = "phat-hanh-2"
      let text = try #require(
        try PlanFolder.open("schedules/lai-chau-2018").contents().first { $0.name == "plan.yaml" })
      let plan = try await station.desk.store.write(.people) { transaction in
        _ = try transaction.importPlan(slug, of: 1, [text], on: ServedStation.now)
        return try #require(try transaction.plan(slug))
      }
      let publisher = try await station.reader(
        .publisher, inUnit: 1, by: try await station.administrator())
      let desk = try await publisher.get("/p/\(slug)/desk?lang=en")
      #expect(desk.seen.contains("Key: not published yet breaks a rule ● fixed"))
      #expect(!desk.text.contains("block same"))
      let page = try await publisher.get("/p/\(slug)/desk/publish?lang=en")
      #expect(
        try await publisher.post("/p/\(slug)/desk/publish", ["seen": try Self.seen(page)]).status
          == .seeOther)
      #expect(try await station.desk.contents(of: plan).book.isPublished)
      let after = try await publisher.get("/p/\(slug)/desk?lang=en")
      #expect(after.seen.contains("Key: as published unlike what is published past breaks a rule ● fixed"))
    }
  }

  @Test("a publication says what it changed as people read it, and is compared with any other")
  func publications_areCompared() async throws {
    try await ServedStation.visit { station in
      let slug = "so-sanh"
      let plan = try await DeskTests.plan(slug, at: station)
      let publisher = try await station.reader(
        .publisher, inUnit: 1, by: try await station.administrator())
      let first = try #require(try await station.desk.contents(of: plan).book.last(.publication))
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      func move(_ edition: Int) async throws -> (from: String, to: String) {
        let form = try await DeskTests.Form(
          "lai-chau-2018.chuyen-muc.\(edition).vi@lichsong", of: slug, planner)
        let moved = try await planner.post(
          form.address, ["slot": try #require(form.slots.first), "seen": form.seen, "why": ""])
        let desk = try await planner.get(try #require(moved.headers[.location]) + "&lang=en").seen
        let told = try #require(desk.firstMatch(of: /no\. \d+”: (.+?) → (.+?)\./), "\(desk)")
        return (String(told.output.1), String(told.output.2))
      }
      func publish() async throws -> BookEntry {
        let page = try await publisher.get("/p/\(slug)/desk/publish?lang=en")
        let done = try await publisher.post("/p/\(slug)/desk/publish", ["seen": try Self.seen(page)])
        #expect(done.status == .seeOther)
        return try #require(try await station.desk.contents(of: plan).book.last(.publication))
      }
      let one = try await move(12)
      let second = try await publish()
      let two = try await move(15)
      let third = try await publish()

      let before = "Against what was published before."
      let alone = try await publisher.get("/p/\(slug)/history/\(third.shortID)?lang=en").seen
      #expect(alone.contains(before) && alone.contains("0 added, 1 moved, 0 taken out"), "\(alone)")
      #expect(alone.contains(two.from) && alone.contains(two.to) && !alone.contains(one.to), "\(alone)")
      let both = try await publisher.get(
        "/p/\(slug)/history/\(third.shortID)?against=\(first.shortID)&lang=en"
      ).seen
      #expect(both.contains("0 added, 2 moved, 0 taken out"), "\(both)")
      #expect(both.contains(one.from) && both.contains(one.to) && both.contains(two.to), "\(both)")
      // The older one comes first, whichever is open.
      let other = try await publisher.get(
        "/p/\(slug)/history/\(first.shortID)?against=\(second.shortID)&lang=en"
      ).seen
      #expect(other.contains("0 added, 1 moved, 0 taken out"), "\(other)")
      #expect(other.contains("moved") && other.contains("\(one.from) · "), "\(other)")
    }
  }

  /// Six openings for ten works, and a line that is only counted.
  private static let narrow = """
    plan: hep
    title: Kế hoạch hẹp (số liệu bịa)
    year: 2018
    outlets:
      th: { name: Truyền hình, kind: television, grid: [{ id: toi, dates: [2018-11-01, 2018-11-08, 2018-11-15, 2018-11-22, 2018-11-29, 2018-12-06], at: "20:15", length: 15m }] }
    lines:
      - { id: tin, title: Bản tin, form: tin, outlet: th, quota: 10 tin }
      - { id: to, title: Tờ gấp, form: tờ gấp, quota: 500 tờ gấp, scheduled: false }

    """

  @Test(
    "a schedule that has less than the plan asks for says so before it is published and after, and can be published"
  )
  func shortSchedule_isTold() async throws {
    try await ServedStation.visit { station in
      let slug = "phat-hanh-thieu"
      let plan = try await station.desk.store.write(.people) { transaction in
        _ = try transaction.importPlan(
          slug, of: 1, [InputFile(name: "plan.yaml", bytes: Array(Self.narrow.utf8))], on: ServedStation.now)
        return try #require(try transaction.plan(slug))
      }
      let publisher = try await station.reader(
        .publisher, inUnit: 1, by: try await station.administrator())
      let address = "/p/\(slug)/desk/publish"
      let told =
        "This schedule has less than the plan asks for works of “Bản tin”: 10 planned, 6 scheduled, 4 short "
      let page = try await publisher.get("\(address)?lang=en")
      #expect(page.seen.contains(told + "It can be published; what is short stays told"), "\(page.seen)")
      #expect(page.seen.contains("Publish although it is short"), "\(page.seen)")
      let left =
        "The plan says that these are not scheduled; they are not in this schedule, and only counted: “Tờ gấp” (500 tờ gấp)."
      #expect(page.seen.contains(left), "\(page.seen)")
      let unplaced = try await publisher.get("/p/\(slug)/desk/unplaced?lang=en")
      #expect(unplaced.seen.contains("4 not placed.") && unplaced.seen.contains(left), "\(unplaced.seen)")
      let program = try await station.program([.readDraft, .publish], of: publisher)
      let seen = try await program.get("/api/v1/plans/\(slug)/publication").object()
      #expect(seen["canPublish"] as? Bool == true && seen["added"] as? Int == 6)
      let done = try await publisher.post(address, ["seen": try Self.seen(page)])
      #expect(done.status == .seeOther)
      #expect(try await station.desk.contents(of: plan).book.isPublished)
      let after = try await publisher.get("\(address)?lang=en")
      #expect(after.seen.contains("There is nothing new to publish."), "\(after.seen)")
      #expect(after.seen.contains(told + "It stays so until all has a place"), "\(after.seen)")
    }
  }
}
