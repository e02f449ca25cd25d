import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// A broadcast gives its place to another and is placed again later; what was done is taken back by any process.
struct DeskTakingOutTests {
  private static let uid = "lai-chau-2018.chuyen-muc.12.vi@lichsong"

  /// The rows of the draft as it is stored.
  private static func rows(of plan: StoredPlan, _ station: ServedStation) async throws -> Set<String> {
    let (book, files) = try await station.desk.contents(of: plan)
    var year = StationYear(book, files)
    let rows = year.workedDraft(at: ServedStation.now).worked?.draft.rows ?? []
    return Set(rows.map { "\($0.placement.uid) \($0.placement.slot) \($0.isFixed) \($0.why ?? "")" })
  }

  @Test("a broadcast leaves its slot, is listed with what is not placed, and is placed again or taken back")
  func broadcast_makesRoom() async throws {
    try await ServedStation.visit { station in
      let slug = "nhuong-1"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let before = try await Self.rows(of: plan, station)
      let form = try await DeskTests.Form(Self.uid, of: slug, planner)
      #expect(
        form.page.seen.contains(
          "Make room for another The broadcast leaves its slot, so that another has the room, and comes into the list of what is not placed, to be placed again. If that is published before it is placed again, subscribers see it cancelled."
        ), "\(form.page.seen)")
      let out = try await planner.post(
        form.address, ["off": "yes", "seen": form.seen, "why": "nhường phiên họp"])
      #expect(out.status == .seeOther)
      let address = try #require(out.headers[.location]) + "&lang=en"
      let desk = try await planner.get(address)
      #expect(
        desk.seen.contains(
          "Took “Chuyên mục “Cải cách hành chính Nhà nước”, no. 12” out of its slot (Thu, 28/06/2018, 20:15–20:30). Place it again"
        ), "\(desk.seen)")
      #expect(desk.seen.contains("Not placed (1)"))
      let list = try await planner.get("/p/\(slug)/desk/unplaced?lang=en")
      #expect(list.seen.contains("no. 12") && list.seen.contains("Nobody has placed it yet; there is room"))
      #expect(
        try await planner.get("/p/\(slug)/desk/publish?lang=en").seen.contains(
          "0 added, 0 moved, 1 taken out"))
      let note = try #require(
        try await station.desk.store.read { try $0.trail(of: "plan \(slug) \(Self.uid)") }.last?.note)
      #expect(note.action == "take out" && note.before == "truyen-hinh.chuyen-muc.2018-06-28")
      #expect(note.reason == "nhường phiên họp")
      // Whoever still has the form of before is told where it is now.
      let late = try await planner.post(form.address + "?lang=en", ["off": "yes", "seen": form.seen])
      #expect(late.status == .preconditionFailed && late.seen.contains("is in no slot"), "\(late.seen)")
      let number = try #require(desk.text.firstMatch(of: /name="undo" value="([0-9]+)"/)).output.1
      _ = try await planner.post(form.address, ["undo": String(number)])
      #expect(try await Self.rows(of: plan, station) == before)
      #expect(try await planner.get("/p/\(slug)/desk?lang=en").seen.contains("Not placed (0)"))
    }
  }

  @Test(
    "what follows a work leaves with it and comes back with it; one that somebody changed since stays as it is"
  )
  func versions_leaveAndComeBack() async throws {
    try await ServedStation.visit { station in
      let slug = "nhuong-2"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let before = try await Self.rows(of: plan, station)
      let (book, files) = try await station.desk.contents(of: plan)
      var year = StationYear(book, files)
      let worked = try #require(year.workedDraft(at: ServedStation.now).worked)
      let original = try #require(
        worked.draft.rows.map(\.placement).last { worked.takenAlong(with: $0).count > 2 })
      let along = worked.takenAlong(with: original)
      let form = try await DeskTests.Form(original.uid, of: slug, planner)
      #expect(
        form.page.seen.contains(
          "\(along.count - 1) broadcasts that follow it (versions, repeats) leave with it."),
        "\(form.page.seen)")
      let out = try await planner.post(form.address, ["off": "yes", "seen": form.seen])
      let desk = try await planner.get(try #require(out.headers[.location]) + "&lang=en")
      #expect(desk.seen.contains("With it went \(along.count - 1) that follow it."), "\(desk.seen)")
      #expect(desk.seen.contains("Undo all \(along.count)"))
      #expect(try await Self.rows(of: plan, station).count == before.count - along.count)
      let number = try #require(desk.text.firstMatch(of: /name="undo" value="([0-9]+)"/)).output.1
      // A planner of one outlet takes out nothing whose versions lie on another.
      let other = try await station.reader(
        .planner, inUnit: 1, outlet: original.outlet, by: try await station.administrator())
      _ = try await planner.post(form.address, ["undo": String(number)])
      #expect(try await Self.rows(of: plan, station) == before)
      let theirs = try await DeskTests.Form(original.uid, of: slug, other)
      #expect(!theirs.page.seen.contains("Make room for another"))
      let refused = try await other.post(theirs.address, ["off": "yes", "seen": theirs.seen])
      #expect(refused.status == .forbidden)
      #expect(try await Self.rows(of: plan, station) == before)
    }
  }

  @Test("each clash names the others to move or to take out, and to who may change it the part of the plan")
  func clashes_haveAllWaysOut() async throws {
    try await ServedStation.visit { station in
      let slug = "nhuong-3"
      _ = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let form = try await DeskTests.Form(Self.uid, of: slug, planner, day: "2018-07-19")
      let name = "Chuyên mục “Cải cách hành chính Nhà nước”, no. 13"
      #expect(
        form.page.seen.contains(
          "Move \(name) Take \(name) out Change the grid line “chuyen-muc” in the plan"),
        "\(form.page.seen)")
      for link in form.page.text.matches(of: /class="file" href="([^"#]+)/) {
        #expect(try await planner.get(String(link.output.1)).status == .ok, "\(link.output.1)")
      }
      let publisher = try await station.reader(.publisher, inUnit: 1, by: try await station.administrator())
      let moved = try await planner.post(
        form.address, ["slot": "truyen-hinh.chuyen-muc.2018-07-19", "seen": form.seen])
      #expect(moved.status == .seeOther)
      let theirs = try await publisher.get("/p/\(slug)/desk?day=2018-07-19&lang=en")
      #expect(
        theirs.seen.contains("The slot “chuyen-muc”") && !theirs.seen.contains("Take \(name) out"),
        "\(theirs.seen)")
    }
  }

  @Test("another process, and one that was started anew, takes back what this one did")
  func changes_areTakenBackByAnyProcess() async throws {
    try await ServedStation.visit { station in
      let slug = "nhuong-4"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let before = try await Self.rows(of: plan, station)
      let form = try await DeskTests.Form(Self.uid, of: slug, planner)
      let moved = try await planner.post(
        form.address,
        ["slot": "truyen-hinh.chuyen-muc.2018-07-05", "seen": form.seen, "reach": "following"])
      let address = try #require(moved.headers[.location]) + "&lang=en"
      let after = try await Self.rows(of: plan, station)
      #expect(after != before)
      try await station.beside(planner) { elsewhere in
        let desk = try await elsewhere.get(address)
        #expect(desk.seen.contains("Undo all 12"), "\(desk.seen)")
        let number = try #require(desk.text.firstMatch(of: /name="undo" value="([0-9]+)"/)).output.1
        let back = try await elsewhere.post(form.address, ["undo": String(number)])
        let told = try await elsewhere.get(try #require(back.headers[.location]) + "&lang=en")
        #expect(told.seen.contains("Taken back."))
      }
      #expect(try await Self.rows(of: plan, station) == before)
      // This process sees what the other did, and has nothing more to take back.
      let first = try #require(address.firstMatch(of: /undo=([0-9]+)/)).output.1
      let twice = try await planner.post(form.address, ["undo": String(first)])
      #expect(
        try await planner.get(try #require(twice.headers[.location]) + "&lang=en").seen.contains(
          "Not taken back: some of it changed since"))
      // What is published is taken back by nobody.
      let again = try await DeskTests.Form(Self.uid, of: slug, planner)
      let out = try await planner.post(again.address, ["off": "yes", "seen": again.seen])
      let leads = try #require(out.headers[.location])
      let number = try #require(leads.firstMatch(of: /undo=([0-9]+)/)).output.1
      try await station.desk.store.write(.plan(plan.number)) { transaction in
        for path in ["draft.csv", "draft.base"] {
          let file = try #require(try transaction.workingFiles(of: plan.number).first { $0.path == path })
          try transaction.put(nil, at: path, in: plan.number, seen: file.version, on: ServedStation.now)
        }
      }
      let gone = try await planner.post(again.address, ["undo": String(number)])
      #expect(
        try await planner.get(try #require(gone.headers[.location]) + "&lang=en").seen.contains(
          "or the draft was published or thrown away"))
    }
  }
}
