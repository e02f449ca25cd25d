import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationFolder
import StationStore
import Testing

@testable import StationServer

/// The path of a change through the desk: a planner moves, a publisher publishes, the feed shows it.
struct DeskTests {
  /// The case of Lai Châu as it was published in April 2018, without what came later.
  static func plan(_ slug: String, at station: ServedStation) async throws -> StoredPlan {
    let files = try PlanFolder.open("schedules/lai-chau-2018").contents().filter {
      !$0.name.hasPrefix("as-run/") && !$0.name.hasPrefix("book/2019")
    }
    return try await station.desk.store.write(.people) { transaction in
      _ = try transaction.importPlan(slug, of: 1, files, on: ServedStation.now)
      return try #require(try transaction.plan(slug))
    }
  }

  /// What the form of a broadcast has: its version, and the slots that can be chosen.
  struct Form {
    let address: String
    let seen: String
    let slots: [String]
    let page: Answer

    init(_ uid: String, of slug: String, _ browser: Browser, day: String = "") async throws {
      address = "/p/\(slug)/desk/place/\(uid.inAddress)"
      page = try await browser.get(address + (day.isEmpty ? "?lang=en" : "?lang=en&day=\(day)"))
      seen = try #require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1.description
      slots = page.text.matches(of: /name="slot" value="([^"]+)"/).map { String($0.output.1) }
    }
  }

  private static let uid = "lai-chau-2018.chuyen-muc.12.vi@lichsong"

  @Test(
    "a planner moves a broadcast by its form, sees what that does, a publisher publishes, and the feed has it"
  )
  func move_isPublished() async throws {
    try await ServedStation.visit { station in
      let slug = "ban-1"
      _ = try await Self.plan(slug, at: station)
      let administrator = try await station.administrator()
      let planner = try await station.reader(.planner, inUnit: 1, by: administrator)
      let publisher = try await station.reader(.publisher, inUnit: 1, by: administrator)
      _ = try await publisher.post("/p/\(slug)/feeds", ["calendar": "line-chuyen-muc"])
      let feeds = try await publisher.text("/p/\(slug)/feeds")
      let feed = String(try #require(feeds.firstMatch(of: /\/f\/[0-9a-f]+\/line-chuyen-muc\.ics/)).output)

      let form = try await Form(Self.uid, of: slug, planner)
      #expect(form.page.seen.contains("In the draft Thu, 28/06/2018, 20:15–20:30"))
      let target = "truyen-hinh.chuyen-muc.2018-07-05"
      #expect(form.slots.contains(target))
      let moved = try await planner.post(
        form.address, ["slot": target, "seen": form.seen, "fixed": "yes", "why": "họp HĐND"])
      #expect(moved.status == .seeOther)
      let desk = try await planner.get(try #require(moved.headers[.location]) + "&lang=en")
      #expect(
        desk.seen.contains(
          "Moved “Chuyên mục “Cải cách hành chính Nhà nước”, no. 12”: Thu, 28/06/2018, 20:15–20:30 → "
            + "Thu, 05/07/2018, 20:15–20:30. Undo"))
      #expect(desk.seen.contains("published: Thu, 28/06/2018, 20:15–20:30; fixed by Người thử"))

      // Only what is published is in the feed.
      let stranger = station.stranger()
      #expect(try await !stranger.get(feed).text.contains("20180705T201500"))
      let page = try await publisher.get("/p/\(slug)/desk/publish?lang=en")
      #expect(page.seen.contains("0 added, 1 moved, 0 taken out, 0 with other outcomes or words."))
      #expect(
        page.seen.contains(
          "1 subscription will see it: Line: Chuyên mục “Cải cách hành chính Nhà nước”: 1"))
      let state = try #require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1
      #expect(
        try await publisher.post(
          "/p/\(slug)/desk/publish", ["seen": String(state), "comment": "Dời vì họp HĐND"]
        ).status == .seeOther)
      let plan = try #require(try await station.desk.store.read { try $0.plan(slug) })
      for _ in 1...400 where try await station.desk.jobs(of: plan, count: 1)[0].job.state.isOpen {
        try await Task.sleep(for: .milliseconds(50))
      }
      let calendar = try await stranger.get(feed).text
      #expect(calendar.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20180705T201500"))
      #expect(calendar.contains("SEQUENCE:1"))
      let history = try await publisher.get("/p/\(slug)/history?lang=en")
      #expect(history.seen.contains("Dời vì họp HĐND"))
      // The draft went with its publication, and what was published is nobody's draft.
      #expect(
        try await planner.get("/p/\(slug)/desk/publish?lang=en").seen.contains(
          "There is nothing new to publish."))
      let trail = try await station.desk.store.read { try $0.trail(count: 12) }.map(\.note)
      #expect(
        trail.contains {
          $0.action == "move" && $0.object == "plan \(slug) \(Self.uid)"
            && $0.before == "truyen-hinh.chuyen-muc.2018-06-28" && $0.after == target
            && $0.reason == "họp HĐND"
        })
      #expect(trail.contains { $0.action == "record publication" && $0.reason == "Dời vì họp HĐND" })
    }
  }

  @Test(
    "who moves what somebody else moved meanwhile is told who, and overwrites nothing; other broadcasts are no matter"
  )
  func staleMove_isRefused() async throws {
    try await ServedStation.visit { station in
      let slug = "ban-2"
      let plan = try await Self.plan(slug, at: station)
      let administrator = try await station.administrator()
      let an = try await station.reader(.planner, inUnit: 1, by: administrator)
      let binh = try await station.reader(.planner, inUnit: 1, by: administrator)
      let (first, second) = (
        try await Form(Self.uid, of: slug, an), try await Form(Self.uid, of: slug, binh)
      )
      let other = try await Form("lai-chau-2018.chuyen-muc.13.vi@lichsong", of: slug, binh)
      let (early, late) = ("truyen-hinh.chuyen-muc.2018-06-21", "truyen-hinh.chuyen-muc.2018-07-05")
      #expect(
        try await an.post(first.address, ["slot": early, "seen": first.seen, "why": "bão"]).status
          == .seeOther)
      let state = try await station.desk.state(of: plan)
      let refused = try await binh.post(second.address + "?lang=en", ["slot": late, "seen": second.seen])
      #expect(refused.status == .preconditionFailed)
      #expect(
        refused.seen.contains(
          "This broadcast changed since you opened the page; it is now on Thu, 21/06/2018, 20:15–20:30. "
            + "You wanted: Thu, 05/07/2018, 20:15–20:30. Nothing was changed."))
      #expect(try await station.desk.state(of: plan) == state)
      // The same as data, for the script.
      let data = try await binh.post(
        second.address, ["slot": late, "seen": second.seen],
        [.origin: "http://localhost", .accept: "application/json"])
      #expect(data.status == .preconditionFailed)
      #expect(data.text.hasPrefix(#"{"message":"Lượt này đã đổi từ khi bạn mở trang"#))
      // Another broadcast is as it was seen.
      #expect(
        try await binh.post(other.address, ["slot": "truyen-hinh.chuyen-muc.2018-07-26", "seen": other.seen])
          .status
          == .seeOther)
    }
  }

  @Test(
    "a move that breaks a rule is kept in the draft and told with its ways out; it is not published, and undone"
  )
  func brokenRule_isTold() async throws {
    try await ServedStation.visit { station in
      let slug = "ban-3"
      _ = try await Self.plan(slug, at: station)
      let administrator = try await station.administrator()
      let form = try await Form(Self.uid, of: slug, administrator, day: "2018-07-19")
      let full = "truyen-hinh.chuyen-muc.2018-07-19"
      let moved = try await administrator.post(
        form.address, ["slot": full, "seen": form.seen, "fixed": "yes"])
      let address = try #require(moved.headers[.location])
      let desk = try await administrator.get(address + "&lang=en")
      #expect(desk.seen.contains("The draft breaks 1 rule of the plan"))
      #expect(desk.seen.contains("holds 1, the draft has 2"))
      #expect(desk.seen.contains("Move Chuyên mục “Cải cách hành chính Nhà nước”, no. 12"))
      let page = try await administrator.get("/p/\(slug)/desk/publish?lang=en")
      #expect(page.seen.contains("There are errors, so nothing can be published yet; put these right first."))
      #expect(!page.text.contains("id=\"comment\""))
      let again = try await Form(Self.uid, of: slug, administrator)
      #expect(
        try await administrator.post(
          again.address, ["slot": "truyen-hinh.chuyen-muc.2018-06-28", "seen": again.seen, "fixed": ""]
        ).status == .seeOther)
      #expect(
        try await administrator.get("/p/\(slug)/desk?lang=en").seen.contains(
          "The draft keeps every rule of the plan."))
    }
  }

  @Test("what is past does not move, nothing moves into the past, and an invented slot is refused")
  func past_staysWhereItIs() async throws {
    try await ServedStation.visit { station in
      let slug = "ban-4"
      _ = try await Self.plan(slug, at: station)
      let administrator = try await station.administrator()
      let past = try await administrator.get(
        "/p/\(slug)/desk/place/\("lai-chau-2018.chuyen-muc.2.vi@lichsong".inAddress)?lang=en")
      #expect(past.seen.contains("This broadcast is past and does not move."))
      let form = try await Form(Self.uid, of: slug, administrator)
      for (slot, message) in [
        ("truyen-hinh.chuyen-muc.2018-06-07", "The slot “chuyen-muc” of 20:15 on 07/06/2018 is past"),
        ("truyen-hinh.khong-co.2018-07-05", "The plan opens no slot “truyen-hinh.khong-co.2018-07-05”."),
      ] {
        let answer = try await administrator.post(
          form.address + "?lang=en", ["slot": slot, "seen": form.seen])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.seen.contains(message))
      }
      #expect(
        try await administrator.get("/p/\(slug)/desk/place/khong-co").status == .notFound)
    }
  }

  @Test("a broadcast goes back to what is published and is free, and undo fixes it again with its reason")
  func broadcast_goesBack() async throws {
    try await ServedStation.visit { station in
      let slug = "ban-5"
      let plan = try await Self.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let target = "truyen-hinh.chuyen-muc.2018-07-05"
      let form = try await Form(Self.uid, of: slug, planner)
      #expect(!form.page.seen.contains("Back to what is published"))
      _ = try await planner.post(
        form.address, ["slot": target, "seen": form.seen, "fixed": "yes", "why": "họp HĐND"])
      let moved = try await Form(Self.uid, of: slug, planner)
      #expect(
        moved.page.seen.contains("Back to what is published: Thu, 28/06/2018, 20:15–20:30, not fixed"))
      let back = try await planner.post(
        moved.address, ["slot": "truyen-hinh.chuyen-muc.2018-06-28", "seen": moved.seen, "fixed": ""])
      let desk = try await planner.get(try #require(back.headers[.location]) + "&lang=en")
      #expect(!desk.seen.contains("fixed by"))
      let undo = try #require(desk.text.firstMatch(of: /class="undo noprint">(.*?)<\/form>/)).output.1
      func field(_ name: String) throws -> String {
        String(
          try #require(undo.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\"")))[1].substring
            ?? "")
      }
      #expect(try field("why") == "họp HĐND")
      _ = try await planner.post(
        moved.address,
        [
          "slot": try field("slot"), "seen": try field("seen"), "fixed": try field("fixed"),
          "why": try field("why"),
        ])
      let again = try await planner.get("/p/\(slug)/desk?day=2018-07-05&outlet=truyen-hinh&lang=en")
      #expect(again.seen.contains(": họp HĐND"))

      // The whole draft goes after one more question, when it is still the one that was seen.
      #expect(again.seen.contains("Back to what is published"))
      let question = try await planner.get("/p/\(slug)/desk/discard?lang=en")
      #expect(
        question.seen.contains(
          "The draft has 1 change against what is published, and 1 fixed broadcast; all of that goes."))
      let seen = String(
        try #require(question.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
      #expect(
        try await planner.post("/p/\(slug)/desk/discard", ["seen": "0"]).status == .preconditionFailed)
      #expect(try await station.desk.draft(of: plan).draft != nil)
      #expect(try await planner.post("/p/\(slug)/desk/discard", ["seen": seen]).status == .seeOther)
      #expect(try await station.desk.draft(of: plan).draft == nil)
      #expect(
        try await planner.get("/p/\(slug)/desk/discard?lang=en").seen.contains("There is no draft."))
    }
  }

  @Test("who moves into a slot that somebody else took is told who did")
  func takenSlot_isTold() async throws {
    try await ServedStation.visit { station in
      let slug = "ban-6"
      _ = try await Self.plan(slug, at: station)
      let administrator = try await station.administrator()
      let an = try await station.reader(.planner, inUnit: 1, by: administrator)
      let binh = try await station.reader(.planner, inUnit: 1, by: administrator)
      let target = "truyen-hinh.chuyen-muc.2018-07-05"
      let other = try await Form("lai-chau-2018.chuyen-muc.13.vi@lichsong", of: slug, binh)
      let form = try await Form(Self.uid, of: slug, an)
      _ = try await an.post(form.address, ["slot": target, "seen": form.seen, "fixed": "yes"])
      let moved = try await binh.post(
        other.address, ["slot": target, "seen": other.seen, "fixed": "yes"])
      let desk = try await binh.get(try #require(moved.headers[.location]) + "&lang=en")
      #expect(
        desk.seen.contains(
          /Người thử planner\.[0-9]+ has put “Chuyên mục “Cải cách hành chính Nhà nước”, no\. 12” into this slot\./
        ))
    }
  }

  @Test("a draft that is older than the plan is not lifted and not praised, and leads to planning anew")
  func oldDraft_leadsToReplan() async throws {
    try await ServedStation.visit { station in
      let slug = "ban-7"
      let plan = try await Self.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let form = try await Form(Self.uid, of: slug, planner)
      _ = try await planner.post(
        form.address, ["slot": "truyen-hinh.chuyen-muc.2018-07-05", "seen": form.seen, "fixed": "yes"])
      let before = try await planner.get("/p/\(slug)/desk?lang=en")
      #expect(before.text.contains("data-move=\"yes\""))
      #expect(before.seen.contains("The draft keeps every rule of the plan."))
      try await station.edit(plan) { $0 + "# mới\n" }
      let after = try await planner.get("/p/\(slug)/desk?lang=en")
      #expect(!after.text.contains("data-move=\"yes\""))
      #expect(!after.seen.contains("The draft keeps every rule of the plan."))
      #expect(after.text.contains("<p class=\"noprint\"><a class=\"file\" href=\"/p/\(slug)/desk/replan\">"))
    }
  }
}
