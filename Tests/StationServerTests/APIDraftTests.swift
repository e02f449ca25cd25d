import Foundation
import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What programs change of a plan's draft, and how they publish it: the very steps of the desk.
struct APIDraftTests {
  private static let uid = "lai-chau-2018.chuyen-muc.12.vi@lichsong"
  private static let at = "lai-chau-2018.chuyen-muc.12.vi%40lichsong"
  private static let (here, there) = (
    "truyen-hinh.chuyen-muc.2018-06-28", "truyen-hinh.chuyen-muc.2018-07-05"
  )

  /// A plan of its own, and the program of a planner.
  private static func withPlan(
    _ slug: String, _ work: (ServedStation, StoredPlan, Browser, Program, String) async throws -> Void
  ) async throws {
    try await ServedStation.visit { station in
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.readDraft, .draft, .changePlan], of: planner)
      try await work(station, plan, planner, program, "/api/v1/plans/\(slug)")
    }
  }

  private static func draft(of plan: StoredPlan, _ station: ServedStation) async throws -> [UInt8]? {
    try await station.desk.draft(of: plan).draft?.bytes
  }

  @Test("a move through the API leaves the very draft that the desk leaves, and the trail names the token")
  func move_isThatOfTheDesk() async throws {
    try await Self.withPlan("doi-api-1") { station, plan, planner, program, address in
      let byHand = try await DeskTests.plan("doi-tay-1", at: station)
      let form = try await DeskTests.Form(Self.uid, of: byHand.slug, planner)
      _ = try await planner.post(
        form.address, ["slot": Self.there, "seen": form.seen, "fixed": "yes", "why": "họp HĐND"])
      let seen = try await program.get("\(address)/draft/\(Self.at)")
      let tag = try #require(seen.headers[.eTag])
      #expect(tag == "\"\(form.seen)\"")
      let moved = try await program.send(
        .put, "\(address)/draft/\(Self.at)", ["slot": Self.there, "why": " họp \n HĐND "], [.ifMatch: tag])
      #expect(moved.status == .ok && moved.headers[.eTag] != tag, "\(moved.text)")
      let answer = try moved.object()
      #expect(answer["from"] as? String == Self.here)
      #expect((answer["breaks"] as? [Any])?.isEmpty == true && (answer["heals"] as? [Any])?.isEmpty == true)
      let draft = try #require(try await Self.draft(of: plan, station))
      #expect(try await Self.draft(of: byHand, station) == draft)
      let note = try #require(try await station.desk.store.read { try $0.trail(count: 1) }.first?.note)
      #expect(note.action == "move" && note.object == "plan doi-api-1 \(Self.uid)")
      #expect(note.before == Self.here && note.after == Self.there && note.reason == "họp HĐND")
      #expect(note.session?.wholeMatch(of: /token [0-9a-f]{16}/) != nil)
      let audit = try await station.administrator().get("/audit?text=move&lang=en")
      let who = try await program.name()
      #expect(audit.seen.contains(who) && audit.seen.contains("token “Chương trình thử”"), "\(audit.seen)")
      #expect(audit.seen.contains("moved a broadcast"))
      let changed = try await program.get("\(address)/draft?changed=yes").object()
      #expect((changed["items"] as? [[String: Any]])?.map { $0["uid"] as? String } == [Self.uid])
    }
  }

  @Test("twelve moves of one plan at the same time are all done")
  func moves_takeTurns() async throws {
    try await Self.withPlan("doi-api-12") { station, plan, _, program, address in
      let list = try await program.get("\(address)/draft?from=2018-07-01&limit=200").object()
      let items = try #require(list["items"] as? [[String: Any]])
      var moves: [(uid: String, tag: String, slot: String)] = []
      for item in items where moves.count < 12 {
        let uid = try #require(item["uid"] as? String).replacing("@", with: "%40")
        let slots = try await program.get("\(address)/draft/\(uid)/slots?from=2018-07-01&limit=50").object()
        let open = (slots["items"] as? [[String: Any]])?.first { $0["state"] as? String == "open" }
        guard let slot = open?["slot"] as? String, let version = item["version"] as? String else { continue }
        moves.append((uid, "\"\(version)\"", slot))
      }
      #expect(moves.count == 12)
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for move in moves {
          group.addTask {
            try await program.send(
              .put, "\(address)/draft/\(move.uid)", ["slot": move.slot], [.ifMatch: move.tag]
            ).status.code
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 200, count: 12))
      let changed = try await program.get("\(address)/draft?changed=yes").object()
      #expect(changed["total"] as? Int == 12)
    }
  }

  @Test("a broadcast is taken out through the API as on the desk, and is listed with what is not placed")
  func takingOut_isThatOfTheDesk() async throws {
    try await Self.withPlan("bo-api-1") { station, plan, planner, program, address in
      let one = "\(address)/draft/\(Self.at)"
      #expect(try await program.send(.delete, one, nil, [:]).status == .preconditionRequired)
      #expect(try await program.send(.delete, one, nil, [.ifMatch: "\"0\""]).status == .preconditionFailed)
      let tag = try #require(try await program.get(one).headers[.eTag])
      let out = try await program.send(.delete, one, nil, [.ifMatch: tag])
      #expect(out.status == .ok, "\(out.text)")
      #expect(try out.object()["takenOut"] as? [String] == [Self.uid])
      let left = try await program.get("\(address)/unplaced").object()
      #expect((left["items"] as? [[String: Any]])?.map { $0["uid"] as? String } == [Self.uid])
      let placed = try await program.send(
        .put, one, ["slot": Self.here, "fixed": false], [.ifMatch: "\"unplaced\""])
      #expect(placed.status == .ok, "\(placed.text)")
    }
  }

  @Test("a move that names no version is refused, and one that names an old one learns who changed what")
  func move_overwritesNobody() async throws {
    try await Self.withPlan("doi-api-2") { station, plan, planner, program, address in
      let one = "\(address)/draft/\(Self.at)"
      let tag = try #require(try await program.get(one).headers[.eTag])
      for none: HTTPFields in [[:], [.ifMatch: "*"], [.ifMatch: ""]] {
        let answer = try await program.send(.put, one, ["slot": Self.there], none)
        #expect(answer.status == .preconditionRequired, "\(none)")
      }
      #expect(try await Self.draft(of: plan, station) == nil)
      let form = try await DeskTests.Form(Self.uid, of: plan.slug, planner)
      _ = try await planner.post(form.address, ["slot": Self.there, "seen": form.seen, "why": "bão"])
      let draft = try await Self.draft(of: plan, station)
      let early = ["slot": "truyen-hinh.chuyen-muc.2018-06-21"]
      let stale = try await program.send(.put, one, early, [.ifMatch: tag])
      #expect(stale.status == .preconditionFailed)
      let (problem, name) = (try stale.object(), try await program.name())
      #expect(
        problem["detail"] as? String
          == "\(name) changed this broadcast at 2018-06-14T02:00:00Z; it is now on Thu, 05/07/2018, 20:15–20:30."
      )
      let change = try #require(problem["change"] as? [String: Any])
      #expect(change["by"] as? String == name && change["reason"] as? String == "bão")
      #expect(change["from"] as? String == Self.here && change["to"] as? String == Self.there)
      let current = try #require(problem["current"] as? [String: Any])
      #expect(try await Self.draft(of: plan, station) == draft)
      // A proxy that compresses makes the tag a weak one.
      let version = try #require(current["version"] as? String)
      let again = try await program.send(.put, one, early, [.ifMatch: "W/\"\(version)\""])
      #expect(again.status == .ok, "\(again.text)")
    }
  }

  @Test("a move tells the rules that it breaks, the way back those that it heals")
  func move_tellsRules() async throws {
    try await Self.withPlan("doi-api-3") { _, _, _, program, address in
      let one = "\(address)/draft/\(Self.at)"
      let next = "\(address)/draft/lai-chau-2018.chuyen-muc.13.vi%40lichsong"
      let other = try #require(
        (try await program.get(next).object()["broadcast"] as? [String: Any])?["slot"] as? String)
      let slots = try await program.get("\(one)/slots?from=2018-07-01&to=2018-08-01&limit=1000").object()
      let told = try #require(
        (slots["items"] as? [[String: Any]])?.first { $0["slot"] as? String == other })
      #expect(told["state"] as? String == "conflict")
      let tag = try #require(try await program.get(one).headers[.eTag])
      let moved = try await program.send(.put, one, ["slot": other, "fixed": false], [.ifMatch: tag])
      let breaks = try #require(try moved.object()["breaks"] as? [[String: Any]])
      #expect(!breaks.isEmpty && breaks.count == (told["breaks"] as? [Any])?.count)
      #expect(breaks.allSatisfy { ($0["message"] as? String)?.isEmpty == false && $0["remedy"] != nil })
      let publication = try await program.get("\(address)/publication").object()
      #expect(publication["canPublish"] as? Bool == false)
      #expect((publication["findings"] as? [[String: Any]])?.first?["severity"] as? String == "error")
      let back = try await program.send(
        .put, one, ["slot": Self.here, "fixed": false], [.ifMatch: try #require(moved.headers[.eTag])])
      let healed = try back.object()
      #expect(
        (healed["heals"] as? [Any])?.count == breaks.count && (healed["breaks"] as? [Any])?.isEmpty == true)
    }
  }

  @Test("what cannot be moved, and what is no move, is refused with what is wrong, and nothing is stored")
  func nonsense_isRefused() async throws {
    try await Self.withPlan("doi-api-4") { station, plan, _, program, address in
      let one = "\(address)/draft/\(Self.at)"
      let tag = try #require(try await program.get(one).headers[.eTag])
      let bodies: [([String: Any], String)] = [
        (
          ["slot": "truyen-hinh.chuyen-muc.2018-07-06"],
          "The plan opens no slot “truyen-hinh.chuyen-muc.2018-07-06”."
        ),
        (["slot": 5], "The field “slot” is not right; it has to be a text."),
        ([:], "The field “slot” is not right; it has to be a text."),
        (["slot": Self.there, "fixed": 1], "The field “fixed” is not right; it has to be true or false."),
        (
          ["slot": Self.there, "reach": "x"], "The field “reach” is not right; it is this, following or all."
        ),
        (
          ["slot": Self.there, "when": ""],
          "The field “when” is not right; the fields are fixed, reach, slot, why."
        ),
        (
          ["slot": Self.there, "why": String(repeating: "a", count: 201)],
          "The field “why” is not right; it has at most 200 characters."
        ),
        (
          ["slot": String(repeating: "a", count: 301)],
          "The field “slot” is not right; it is the id of a slot, as …/slots has them."
        ),
      ]
      for (body, detail) in bodies {
        let answer = try await program.send(.put, one, body, [.ifMatch: tag])
        #expect(answer.status == .unprocessableContent, "\(body)")
        #expect(try answer.object()["detail"] as? String == detail)
      }
      let past = "\(address)/draft/lai-chau-2018.chuyen-muc.5.vi%40lichsong"
      let gone = try await program.get(past)
      #expect(try gone.object()["past"] as? Bool == true)
      #expect((try await program.get("\(past)/slots").object()["items"] as? [Any])?.isEmpty == true)
      let refused = try await program.send(
        .put, past, ["slot": Self.there], [.ifMatch: try #require(gone.headers[.eTag])])
      #expect(refused.status == .unprocessableContent)
      let findings = try #require(try refused.object()["findings"] as? [[String: Any]])
      #expect(findings.first?["code"] as? String == "DRAFT_PAST", "\(findings)")
      #expect(try await program.get("\(address)/draft/khong-co").status == .notFound)
      #expect(
        try await program.send(.put, "\(address)/draft/khong-co", ["slot": Self.there], [.ifMatch: tag])
          .status
          == .notFound)
      #expect(try await program.get("\(address)/draft?changed=perhaps").status == .badRequest)
      #expect(try await Self.draft(of: plan, station) == nil)
    }
  }

  @Test("what the draft lacks is placed, with the version of what is in no slot")
  func work_isPlaced() async throws {
    try await Self.withPlan("doi-api-5") { station, plan, _, program, address in
      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: 24 kỳ") }
      let list = try await program.get("\(address)/unplaced").object()
      let work = try #require((list["items"] as? [[String: Any]])?.first)
      let uid = try #require(work["uid"] as? String)
      let one = "\(address)/draft/\(uid.replacing("@", with: "%40"))"
      let seen = try await program.get(one)
      #expect(try seen.object()["broadcast"] is NSNull && seen.headers[.eTag] == "\"unplaced\"")
      let slots = try await program.get("\(one)/slots?from=2018-07-01&limit=1000").object()
      let open = try #require(
        (slots["items"] as? [[String: Any]])?.first { $0["state"] as? String == "open" }?["slot"] as? String)
      let stale = try await program.send(.put, one, ["slot": open], [.ifMatch: "\"0123456789ab\""])
      #expect(stale.status == .preconditionFailed, "\(stale.text)")
      let placed = try await program.send(.put, one, ["slot": open], [.ifMatch: "\"unplaced\""])
      #expect(placed.status == .ok, "\(placed.text)")
      let answer = try placed.object()
      #expect(answer["from"] is NSNull && (answer["breaks"] as? [Any])?.isEmpty == true)
      #expect((answer["heals"] as? [[String: Any]])?.map { $0["rule"] as? String } == ["works-missing"])
      let note = try #require(try await station.desk.store.read { try $0.trail(count: 1) }.first?.note)
      #expect(note.action == "place" && note.after == open)
    }
  }

  @Test(
    "a planner of one outlet moves its broadcasts through the API, and no others; who has no scope moves none"
  )
  func rights_areThoseOfTheDesk() async throws {
    try await Self.withPlan("doi-api-6") { station, plan, planner, _, address in
      let administrator = try await station.administrator()
      let other = try await station.reader(
        .planner, inUnit: 1, outlet: "tieng-dan-toc", by: administrator)
      let own = try await station.reader(.planner, inUnit: 1, outlet: "truyen-hinh", by: administrator)
      let one = "\(address)/draft/\(Self.at)"
      let tag = try #require(
        try await station.program([.readDraft], of: planner).get(one).headers[.eTag])
      for (browser, scopes, status): (Browser, Set<Right>, HTTPResponse.Status) in [
        (other, [.draft], .forbidden), (planner, [.readDraft], .forbidden),
        (planner, [.changePlan], .forbidden),
        (try await station.reader(.publisher, inUnit: 1, by: administrator), [.draft, .publish], .forbidden),
        (own, [.draft], .ok),
      ] {
        let program = try await station.program(scopes, of: browser)
        let answer = try await program.send(.put, one, ["slot": Self.there], [.ifMatch: tag])
        #expect(answer.status == status, "\(scopes) \(answer.text)")
      }
      #expect(try await Self.draft(of: plan, station) != nil)
    }
  }

  @Test("what was seen is published with its comment by whoever may, once")
  func draft_isPublished() async throws {
    try await Self.withPlan("doi-api-7") { station, plan, planner, program, address in
      let administrator = try await station.administrator()
      let publisher = try await station.program(
        [.readDraft, .publish], of: try await station.reader(.publisher, inUnit: 1, by: administrator))
      let one = "\(address)/draft/\(Self.at)"
      let before = try #require(try await publisher.get("\(address)/publication").headers[.eTag])
      _ = try await program.send(
        .put, one, ["slot": Self.there], [.ifMatch: try #require(try await program.get(one).headers[.eTag])])
      let body = ["comment": "Dời vì họp HĐND"]
      let (post, old): (HTTPRequest.Method, HTTPFields) = (.post, [.ifMatch: before])
      #expect(try await program.send(post, "\(address)/publication", body, old).status == .forbidden)
      #expect(try await publisher.send(post, "\(address)/publication", body).status == .preconditionRequired)
      #expect(
        try await publisher.send(post, "\(address)/publication", body, old).status == .preconditionFailed)
      let seen = try await publisher.get("\(address)/publication")
      #expect(try seen.object()["moved"] as? Int == 1 && seen.object()["canPublish"] as? Bool == true)
      let tag: HTTPFields = [.ifMatch: try #require(seen.headers[.eTag])]
      let done = try await publisher.send(post, "\(address)/publication", body, tag)
      #expect(done.status == .created, "\(done.text)")
      let book = try await station.desk.contents(of: plan).book
      let entry = try #require(book.last(.publication))
      let name = try await publisher.name()
      #expect(entry.head.comment == "Dời vì họp HĐND" && entry.head.author == name)
      #expect(
        (try done.object()["entries"] as? [[String: Any]])?.last?["id"] as? String == entry.id)
      #expect(try await Self.draft(of: plan, station) == nil)
      let trail = try await station.desk.store.read { try $0.trail(count: 5) }.map(\.note)
      #expect(
        trail.contains {
          $0.action == "record publication" && $0.session?.hasPrefix("token ") == true
        })
      #expect(
        try await publisher.send(post, "\(address)/publication", body, tag).status == .preconditionFailed)
      let newest: HTTPFields = [
        .ifMatch: try #require(try await publisher.get("\(address)/publication").headers[.eTag])
      ]
      let nothing = try await publisher.send(post, "\(address)/publication", body, newest)
      #expect(nothing.status == .unprocessableContent)
      #expect(try nothing.object()["detail"] as? String == "There is nothing new to publish.")
    }
  }

  @Test("a plan with errors has no draft, and says what is wrong with it")
  func brokenPlan_isTold() async throws {
    try await Self.withPlan("doi-api-8") { station, plan, _, program, address in
      try await station.edit(plan) { $0.replacing("year: 2018", with: "year: hai nghìn") }
      for path in ["draft", "unplaced", "draft/\(Self.at)", "draft/\(Self.at)/slots", "publication"] {
        let answer = try await program.get("\(address)/\(path)")
        #expect(answer.status == .conflict, "\(path)")
        #expect((try answer.object()["findings"] as? [Any])?.isEmpty == false, "\(path)")
      }
      let move = try await program.send(
        .put, "\(address)/draft/\(Self.at)", ["slot": Self.there], [.ifMatch: "\"0123456789ab\""])
      #expect(move.status == .conflict)
      let replan = try await program.send(.post, "\(address)/replans", ["from": "2018-07-01"])
      #expect(replan.status == .conflict)
    }
  }
}
