import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What is not placed is listed with its reason and placed by the form of a move; what clashes, what moves alike, and pins.
struct DeskPlacingTests {
  private static let uid = "lai-chau-2018.chuyen-muc.12.vi@lichsong"

  @Test(
    "a work that the draft lacks is listed with its reason, found by filters, and placed by the form of a move"
  )
  func unplacedWork_isPlaced() async throws {
    try await ServedStation.visit { station in
      let slug = "cho-1"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      #expect(
        try await planner.get("/p/\(slug)/desk/unplaced?lang=en").seen.contains(
          "All works, versions and repeats of the lines that are scheduled have a place."))
      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: 25 kỳ") }
      #expect(try await planner.get("/p/\(slug)/desk?lang=en").seen.contains("Not placed (2)"))
      let list = try await planner.get("/p/\(slug)/desk/unplaced?lang=en")
      #expect(list.seen.contains("2 not placed."))
      #expect(list.seen.contains("Chuyên mục “Cải cách hành chính Nhà nước”, no. 24"), "\(list.seen)")
      #expect(list.seen.contains("Nobody has placed it yet; there is room, best on Thu, "))
      #expect(
        try await planner.get("/p/\(slug)/desk/unplaced?lang=en&line=tin").seen.contains(
          "Nothing of this filter is without a place."))
      let new = "lai-chau-2018.chuyen-muc.24.vi@lichsong"
      let form = try await DeskTests.Form.unplaced(new, of: slug, planner)
      #expect(form.page.seen.contains("In the draft not placed"))
      let slot = try #require(form.slots.first)
      let placed = try await planner.post(
        form.address, ["slot": slot, "seen": DeskMove.unplaced, "fixed": "yes"])
      #expect(placed.status == .seeOther)
      let desk = try await planner.get(try #require(placed.headers[.location]) + "&lang=en")
      #expect(desk.seen.contains("Placed “Chuyên mục “Cải cách hành chính Nhà nước”, no. 24”: Thu, "))
      #expect(desk.seen.contains("Not placed (1)"))
      // Who was slower sees where it is now.
      let late = try await planner.post(
        form.address + "?lang=en", ["slot": slot, "seen": DeskMove.unplaced, "fixed": "yes"])
      #expect(late.status == .preconditionFailed)
      #expect(late.seen.contains("changed this broadcast meanwhile"))
      let trail = try await station.desk.store.read { try $0.trail(count: 6) }.map(\.note)
      #expect(
        trail.contains { $0.action == "place" && $0.object == "plan \(slug) \(new)" && $0.after == slot })
      // The draft as it is stored says the same as what the server holds in memory.
      let stored = try await station.desk.draft(of: plan)
      #expect(String(decoding: try #require(stored.draft).bytes, as: UTF8.self).contains(new))
    }
  }

  @Test("each clash of a slot is told with what helps and the broadcasts that can move instead")
  func clashes_haveWaysOut() async throws {
    try await ServedStation.visit { station in
      let slug = "cho-2"
      _ = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let form = try await DeskTests.Form(Self.uid, of: slug, planner, day: "2018-07-19")
      #expect(
        form.page.seen.contains(
          "Move 1 of them to another slot, or write pieces: 2 for “chuyen-muc”. "
            + "Move Chuyên mục “Cải cách hành chính Nhà nước”, no. 13"), "\(form.page.seen)")
    }
  }

  @Test("of a line that goes out at the same hour every week, this one, this and the following, or all move")
  func series_movesAlike() async throws {
    try await ServedStation.visit { station in
      let slug = "cho-3"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let form = try await DeskTests.Form(Self.uid, of: slug, planner)
      #expect(
        form.page.seen.contains("Which broadcasts move this one this one and the 11 after it"),
        "\(form.page.seen)")
      let target = "truyen-hinh.chuyen-muc.2018-07-05"
      let moved = try await planner.post(
        form.address, ["slot": target, "seen": form.seen, "reach": "following"])
      let desk = try await planner.get(try #require(moved.headers[.location]) + "&lang=en")
      #expect(desk.seen.contains("Thu, 05/07/2018, 20:15–20:30. 11 others moved alike."), "\(desk.seen)")
      let table = String(
        decoding: try #require(try await station.desk.draft(of: plan).draft).bytes, as: UTF8.self)
      #expect(table.matches(of: /truyen-hinh\.chuyen-muc\.2018-07-26,/).count >= 1)
      // After a move of one, the status line asks for the others.
      let again = try await DeskTests.Form(Self.uid, of: slug, planner)
      let one = try await planner.post(
        again.address, ["slot": "truyen-hinh.chuyen-muc.2018-06-28", "seen": again.seen])
      let asked = try await planner.get(try #require(one.headers[.location]) + "&lang=en")
      #expect(asked.seen.contains("Move the 11 after it alike"), "\(asked.seen)")
    }
  }

  @Test("a pin is set and taken out where the broadcast is, without a script too")
  func pin_isToggled() async throws {
    try await ServedStation.visit { station in
      let slug = "cho-4"
      _ = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let week = try await planner.get("/p/\(slug)/desk?day=2018-06-28&outlet=truyen-hinh&lang=en")
      let form = try #require(
        week.text.firstMatch(
          of:
            /class="pin noprint" data-uid="lai-chau-2018\.chuyen-muc\.12\.vi@lichsong">.*?name="seen" value="([0-9a-f]+)".*?name="slot" value="([^"]+)"/
            .dotMatchesNewlines()))
      #expect(
        week.text.contains(
          "aria-pressed=\"false\" aria-label=\"Fix: Chuyên mục “Cải cách hành chính Nhà nước”, no. 12\""))
      let fixed = try await planner.post(
        "/p/\(slug)/desk/place/\(Self.uid.inAddress)",
        ["seen": String(form.output.1), "slot": String(form.output.2), "fixed": "yes"])
      let after = try await planner.get(try #require(fixed.headers[.location]) + "&lang=en")
      #expect(after.seen.contains("no. 12” is fixed now (Thu, 28/06/2018, 20:15–20:30)."))
      #expect(
        after.text.contains(
          "aria-pressed=\"true\" aria-label=\"Fix: Chuyên mục “Cải cách hành chính Nhà nước”, no. 12\""))
    }
  }

  @Test("the month of an outlet has the blocks of its weeks, each under its broadcast day")
  func month_hasBlocks() async throws {
    try await ServedStation.visit { station in
      let slug = "cho-5"
      _ = try await DeskTests.plan(slug, at: station)
      let viewer = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let page = try await viewer.get("/p/\(slug)/desk?view=month&day=2018-06-14&outlet=truyen-hinh&lang=en")
      #expect(page.seen.contains("Desk June 2018"))
      #expect(page.text.contains("class=\"grid monthgrid\""))
      let days = page.text.split(separator: "<td class=").filter { $0.contains("?day=2018-06-28&") }
      #expect(days.count == 1 && days[0].contains("lai-chau-2018.chuyen-muc.12.vi"), "\(days.count)")
      #expect(page.text.contains("rel=\"next\">Month after"))
      let next = try await viewer.get("/p/\(slug)/desk?view=year")
      #expect(next.status == .badRequest)
    }
  }

  @Test("who moved what since then is told from the trail, for the status lines of others")
  func moves_areNoted() async throws {
    try await ServedStation.visit { station in
      let slug = "cho-6"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let before = try await station.desk.moves(of: plan, after: nil)
      #expect(before.moves == [])
      let form = try await DeskTests.Form(Self.uid, of: slug, planner)
      let target = "truyen-hinh.chuyen-muc.2018-07-05"
      _ = try await planner.post(form.address, ["slot": target, "seen": form.seen, "fixed": "yes"])
      let since = try await station.desk.moves(of: plan, after: before.newest)
      #expect(since.moves.map(\.uid) == [Self.uid])
      #expect(since.moves[0].person.name.hasPrefix("Người thử planner"))
      #expect(since.moves[0].from == "truyen-hinh.chuyen-muc.2018-06-28" && since.moves[0].to == target)
      #expect(try await station.desk.moves(of: plan, after: since.newest).moves == [])
    }
  }
}

extension DeskTests.Form {
  /// The form of a work that is not in the draft.
  static func unplaced(_ uid: String, of slug: String, _ browser: Browser) async throws -> (
    address: String, slots: [String], page: Answer
  ) {
    let address = "/p/\(slug)/desk/place/\(uid.inAddress)"
    let page = try await browser.get(address + "?lang=en")
    return (address, page.text.matches(of: /name="slot" value="([^"]+)"/).map { String($0.output.1) }, page)
  }
}
