import Foundation
import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What people do by hand on pages and programs by the API, by the same rules: links, figures of units, closes, parts of re-plans.
struct APIHandTests {
  private static let root = "/api/v1/plans"

  /// Faults of an answer against the description of its operation.
  private static func faults(
    _ answer: Answer, _ program: Program, _ method: String, _ path: String, _ status: String
  ) async throws -> [String] {
    let document = try await program.get("/api/v1/openapi.json").object()
    let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    let operation = try #require(paths["\(root)/{plan}/\(path)"]?[method])
    return try SchemaCheck(document).faults(of: answer.json(), in: operation, status: status)
  }

  /// The newest row of the trail.
  private static func newest(_ station: ServedStation) async throws -> TrailNote {
    try #require(try await station.desk.store.read { try $0.trail(count: 1) }.first).note
  }

  @Test("a program says what a row is and takes it back, and the trail names the token")
  func row_isLinked() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("noi-api-1")
      let logger = try await station.reader(.logger, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.link], of: logger)
      let address = "\(Self.root)/\(plan.slug)"
      let before = try await program.get("\(address)/unmatched").object()
      let item = try #require((before["items"] as? [[String: Any]])?.first)
      let first = try #require(item["entry"] as? [String: Any])
      let total = try #require(before["total"] as? Int)
      let row = "\(first["file"] ?? ""):\(first["row"] ?? "")"
      let wrong: [[String: Any]] = [
        ["row": row, "meaning": "nothing"], ["row": row, "meaning": "shows", "reason": "biên bản"],
        ["row": row, "meaning": "nothing", "uid": "x", "reason": "biên bản"],
        ["row": row, "meaning": "nothing", "reason": "  "],
        ["row": "khong-co.csv:7", "meaning": "nothing", "reason": "biên bản"],
        ["row": row, "meaning": "shows", "uid": "khong-co", "reason": "biên bản"],
      ]
      for body in wrong {
        let answer = try await program.send(.post, "\(address)/links", body)
        #expect(answer.status == .unprocessableContent, "\(body) \(answer.text)")
      }
      let body = ["row": row, "meaning": "nothing", "reason": "chương trình giải trí"]
      let linked = try await program.send(.post, "\(address)/links", body)
      #expect(linked.status == .ok)
      #expect((try linked.object()["entry"] as? [String: Any])?["kind"] as? String == "link")
      #expect(try await Self.faults(linked, program, "post", "links", "200") == [])
      let note = try await Self.newest(station)
      #expect(note.session?.hasPrefix("token ") == true && note.reason == "chương trình giải trí")
      #expect(try await program.get("\(address)/unmatched").object()["total"] as? Int == total - 1)
      // The Book says so already.
      let again = try await program.send(.post, "\(address)/links", body)
      let known = try again.object()["entry"]
      #expect(again.status == .ok && known is NSNull)

      let list = try await program.get("\(address)/statements")
      let said = try #require((try list.object()["items"] as? [[String: Any]])?.first)
      #expect(said["kind"] as? String == "row" && said["standing"] as? String == "holds")
      let statement = try #require(said["id"] as? String)
      let back = ["statement": statement, "reason": "nhầm dòng"]
      let taken = try await program.send(.post, "\(address)/statements/withdraw", back)
      #expect(taken.status == .ok)
      #expect(try await Self.faults(taken, program, "post", "statements/withdraw", "200") == [])
      #expect(try await program.get("\(address)/unmatched").object()["total"] as? Int == total)
      #expect(
        try await program.send(.post, "\(address)/statements/withdraw", back).status == .conflict)
      let none = ["statement": "000000000000:2", "reason": "nhầm dòng"]
      #expect(try await program.send(.post, "\(address)/statements/withdraw", none).status == .notFound)

      let title = ["title": "Bản tin lạ", "line": "tin", "reason": "đài đặt tên khác"]
      #expect(try await program.send(.post, "\(address)/links/titles", title).status == .ok)
      let unknown = ["title": "Bản tin lạ", "line": "khong-co", "reason": "đài đặt tên khác"]
      let refused = try await program.send(.post, "\(address)/links/titles", unknown)
      #expect(refused.status == .unprocessableContent && refused.text.contains("The plan has no line"))
      let reader = try await station.program([.read, .recordLogs], of: logger)
      #expect(try await reader.send(.post, "\(address)/links", body).status == .forbidden)
    }
  }

  @Test("a program records what a unit reported, in its own words, after it has looked")
  func figures_areDeclared() async throws {
    try await ServedStation.visit { station in
      let slug = "bieu-api-1"
      _ = try await station.desk.store.write(.people) { transaction in
        try transaction.importPlan(
          slug, of: 1, [InputFile(name: "plan.yaml", bytes: Array(DeclareFormTests.plan.utf8))],
          on: ServedStation.now)
      }
      let logger = try await station.reader(.logger, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.recordLogs], of: logger)
      let path = "declared/{unit}/{period}"
      let address = "\(Self.root)/\(slug)/declared/huyen-a/2018-Q1"
      let form = try await program.get(address)
      #expect(form.status == .ok)
      #expect(try await Self.faults(form, program, "get", path, "200") == [])
      let tag = try #require(form.headers[.eTag])
      let body: [String: Any] = [
        "rows": [["line": "tin", "value": "12 tin, 3 bài", "evidence": "báo cáo 5/BC"]],
        "author": "Lò Thị C", "received": "03/04/2018",
      ]
      #expect(try await program.send(.post, address, body).status == .preconditionRequired)
      for rows: [[String: Any]] in [
        [], [["line": "tin"]], [["line": "khong-co", "value": "3"]], [["line": "tin", "value": " "]],
        [["line": "tin", "value": "chưa rõ bao nhiêu"]],
        [["line": "tin", "value": "3"], ["line": "tin", "value": "4"]],
        [["line": "tin", "value": "3", "khac": "4"]],
      ] {
        let answer = try await program.send(.post, address, ["rows": rows], [.ifMatch: tag])
        #expect(answer.status == .unprocessableContent, "\(rows) \(answer.text)")
      }
      let preview = try await program.send(
        .post, address, body.merging(["preview": true]) { $1 }, [.ifMatch: tag])
      #expect(preview.status == .ok, "\(preview.text)")
      #expect((try preview.object()["entries"] as? [Any])?.isEmpty == true)
      let understood = try preview.object()["understood"] as? [[String: Any]]
      #expect(understood?.first?["figure"] as? String == "15 tin, bài")
      let recorded = try await program.send(.post, address, body, [.ifMatch: tag])
      #expect(try await Self.faults(recorded, program, "post", path, "200") == [])
      #expect(
        (try recorded.object()["entries"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["declared"])
      #expect(try await Self.newest(station).session?.hasPrefix("token ") == true)
      #expect(try await program.send(.post, address, body, [.ifMatch: tag]).status == .preconditionFailed)
      let now = try await program.get(address)
      let rows = try #require(try now.object()["rows"] as? [[String: Any]])
      let known = (rows.first { $0["line"] as? String == "tin" }?["known"] as? [[String: Any]])?.first
      #expect(known?["figure"] as? String == "15 tin, bài" && known?["received"] as? String == "2018-04-03")
      #expect(try await program.get("\(Self.root)/\(slug)/declared/huyen-x/2018-Q1").status == .notFound)
    }
  }

  @Test("a program closes what it has seen, with its owner's password, and sends in the signed paper")
  func period_isClosed() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("chot-api-1")
      let closer = try await station.reader(.closer, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.close], of: closer)
      let root = "\(Self.root)/\(plan.slug)"
      let address = "\(root)/closing/2018-Q1"
      let seen = try await program.get(address)
      #expect(seen.status == .ok)
      #expect(try await Self.faults(seen, program, "get", "closing/{period}", "200") == [])
      #expect(try seen.object()["state"] as? String == "ready")
      #expect((try seen.object()["figures"] as? [Any])?.isEmpty == false)
      let tag = try #require(seen.headers[.eTag])
      let password = ["password": ServedStation.password]
      #expect(try await program.send(.post, address, password).status == .preconditionRequired)
      #expect(
        try await program.send(.post, address, password, [.ifMatch: "\"0\""]).status == .preconditionFailed)
      #expect(try await program.send(.post, address, [:], [.ifMatch: tag]).status == .unprocessableContent)
      let wrong = try await program.send(.post, address, ["password": "một câu khác"], [.ifMatch: tag])
      #expect(wrong.status == .forbidden && wrong.text.contains("The password is wrong; nothing was closed."))
      #expect(try await station.desk.contents(of: plan).book.entries(.close).isEmpty)
      let closed = try await program.send(.post, address, password, [.ifMatch: tag])
      #expect(closed.status == .created, "\(closed.text)")
      #expect(try await Self.faults(closed, program, "post", "closing/{period}", "201") == [])
      let note = try await Self.newest(station)
      #expect(note.session?.hasPrefix("token ") == true)
      #expect(try await station.desk.contents(of: plan).book.entries(.close).count == 1)
      let again = try await program.get(address)
      #expect(try again.object()["state"] as? String == "unchanged")
      let twice = try await program.send(
        .post, address, password, [.ifMatch: try #require(again.headers[.eTag])])
      #expect(twice.status == .unprocessableContent)

      let close = try #require(try closed.object()["close"] as? String)
      let certificate = try await program.get("\(root)/closes/\(close)/certificate?number=12/BB")
      #expect(certificate.status == .ok && certificate.text.contains("12/BB"))
      #expect(try await program.get("\(root)/closes/\(close)/certificate?format=odt").status == .badRequest)
      let page = try await closer.get("/p/\(plan.slug)/desk/closes/1.html?number=12/BB&lang=en")
      #expect(page.text == certificate.text)
      let paper = "%PDF-1.7\nbản quét\n%%EOF\n"
      #expect(
        try await program.upload("\(root)/closes/\(close)/signed", "PK", named: "a.docx").status
          == .unprocessableContent)
      let sent = try await program.upload("\(root)/closes/\(close)/signed", paper, named: "a.pdf")
      let isNew = try sent.object()["isNew"] as? Bool
      #expect(sent.status == .created && isNew == true)
      let list = try await program.get("\(root)/closes")
      #expect(try await Self.faults(list, program, "get", "closes", "200") == [])
      let row = try #require((try list.object()["items"] as? [[String: Any]])?.first)
      let digest = try #require((row["signed"] as? [[String: Any]])?.first?["digest"] as? String)
      let kept = try await program.get("\(root)/closes/\(close)/signed/\(digest)")
      #expect(kept.text == paper)
      #expect(try await program.get("\(root)/closes/000000000000/certificate").status == .notFound)
      #expect(try await program.get("\(root)/closing/2018-Q9").status == .notFound)
    }
  }

  @Test("a program takes a part of a re-plan, and throws the draft away that it has seen")
  func part_isTaken() async throws {
    try await ServedStation.visit { station in
      let plan = try await DeskTests.plan("phan-api-1", at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.readDraft, .draft], of: planner)
      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: 25 kỳ") }
      let root = "\(Self.root)/\(plan.slug)"
      let asked = try await program.send(.post, "\(root)/replans", ["from": "2018-07-01"])
      let replan = try #require(asked.headers[.location])
      for _ in 1...600 where try await program.get(replan).object()["result"] is NSNull {
        try await Task.sleep(for: .milliseconds(100))
      }
      let list = try await program.get("\(replan)/changes?limit=1000")
      #expect(try await Self.faults(list, program, "get", "replans/{job}/changes", "200") == [])
      let changes = try #require(try list.object()["items"] as? [[String: Any]])
      let added = changes.filter { $0["change"] as? String == "added" }.compactMap { $0["uid"] as? String }
      #expect(added.count == 2)
      let part = "\(replan)/accept/part"
      for body: [String: Any] in [[:], ["uids": []], ["uids": "x"], ["uids": ["khong-co"]]] {
        #expect(try await program.send(.post, part, body).status == .unprocessableContent, "\(body)")
      }
      #expect(try await station.desk.draft(of: plan).draft == nil)
      let taken = try await program.send(.post, part, ["uids": [added[0]]])
      // The draft was made by another text of the plan, so that it has to be taken whole.
      #expect([.ok, .conflict].contains(taken.status), "\(taken.text)")
      if taken.status == .ok {
        let draft = try await program.get("\(root)/draft?changed=yes").object()
        #expect((draft["items"] as? [[String: Any]])?.map { $0["uid"] as? String } == [added[0]])
      } else {
        #expect(try await program.send(.post, "\(replan)/accept", nil).status == .ok)
      }
      #expect(try await Self.newest(station).session?.hasPrefix("token ") == true)

      let tag = try #require(try await program.get("\(root)/publication").headers[.eTag])
      #expect(try await program.send(.delete, "\(root)/draft", nil).status == .preconditionRequired)
      let stale = try await program.send(.delete, "\(root)/draft", nil, [.ifMatch: "\"x\""])
      #expect(stale.status == .preconditionFailed)
      let gone = try await program.send(.delete, "\(root)/draft", nil, [.ifMatch: tag])
      #expect(gone.status == .noContent)
      #expect(try await station.desk.draft(of: plan).draft == nil)
      #expect(try await Self.newest(station).session?.hasPrefix("token ") == true)
      #expect(try await program.send(.delete, "\(root)/draft", nil, [.ifMatch: tag]).status == .notFound)
    }
  }

  @Test("a program enters a broadcast of which no log tells, with its evidence, once")
  func broadcast_isEntered() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("nhap-api-1")
      let logger = try await station.reader(.logger, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.recordLogs], of: logger)
      let address = "\(Self.root)/\(plan.slug)/broadcasts"
      let body: [String: Any] = [
        "day": "2018-12-20", "time": "20:15", "outlet": "truyen-hinh", "line": "chuyen-muc", "edition": 23,
        "title": "Cải cách hành chính", "trust": "signed-sheet", "reason": "mất nhật ký do mất điện",
        "evidence": "phiếu số 20",
      ]
      let wrong: [[String: Any]] = [
        ["day": "20/12/2018"], ["time": "25:99"], ["trust": "automation"], ["evidence": " "], ["title": ""],
        ["reason": " "], ["edition": 1.5], ["minutes": 0], ["outlet": "khong-co"], ["khac": "1"],
      ]
      let before = try await station.desk.contents(of: plan).book.entries.count
      for fault in wrong {
        let answer = try await program.send(.post, address, body.merging(fault) { $1 })
        #expect(answer.status == .unprocessableContent, "\(fault) \(answer.text)")
      }
      #expect(try await station.desk.contents(of: plan).book.entries.count == before)
      let done = try await program.send(.post, address, body)
      #expect(done.status == .created, "\(done.text)")
      #expect(try await Self.faults(done, program, "post", "broadcasts", "201") == [])
      let entry = try #require(try await station.desk.contents(of: plan).book.last(.log))
      #expect((try done.object()["entry"] as? [String: Any])?["id"] as? String == entry.id)
      #expect(String(decoding: entry.body, as: UTF8.self).contains("phiếu số 20"))
      let note = try await Self.newest(station)
      #expect(note.session?.hasPrefix("token ") == true && note.reason == "mất nhật ký do mất điện")
      #expect(try await program.send(.post, address, body).status == .unprocessableContent)
      let reader = try await station.program([.read, .link], of: logger)
      #expect(try await reader.send(.post, address, body).status == .forbidden)
    }
  }

  @Test(
    "programs read the board of language versions and say how far one is, an editor of all, a translator of their own"
  )
  func versions_areSaid() async throws {
    try await ServedStation.visit { station in
      let slug = "dich-api-1"
      _ = try await DeskTests.plan(slug, at: station)
      let administrator = try await station.administrator()
      let editor = try await station.program(
        [.readDraft, .ownTranslations, .assign],
        of: try await station.reader(.editor, inUnit: 1, by: administrator))
      let browser = try await station.reader(.translator, inUnit: 1, by: administrator)
      let translator = try await station.program([.readDraft, .ownTranslations], of: browser)
      let root = "\(Self.root)/\(slug)/versions"
      let list = try await editor.get("\(root)?from=2018-07-01&to=2018-08-01&limit=1000")
      #expect(try await Self.faults(list, editor, "get", "versions", "200") == [])
      let open = try #require(
        (try list.object()["items"] as? [[String: Any]])?.first { $0["maySet"] as? Bool == true })
      #expect(open["state"] as? String == "to-translate" && open["version"] as? String == "0")
      let uid = try #require((open["broadcast"] as? [String: Any])?["uid"] as? String)
      let address = "\(root)/\(uid.replacing("@", with: "%40"))"
      #expect((try await translator.get(root).object()["items"] as? [Any])?.isEmpty == true)
      let own = ["state": "translating"]
      #expect(try await translator.send(.put, address, own, [.ifMatch: "\"0\""]).status == .forbidden)
      let cookie = try #require(browser.cookie)
      let number = try #require(try await station.desk.visitor(cookie: cookie, .test())).person.number
      let given: [String: Any] = ["state": "to-translate", "person": number]
      #expect(try await editor.send(.put, address, given).status == .preconditionRequired)
      for fault: [String: Any] in [["state": "xong"], ["state": "approved", "person": "an"], [:]] {
        #expect(
          try await editor.send(.put, address, fault, [.ifMatch: "\"0\""]).status == .unprocessableContent)
      }
      let done = try await editor.send(.put, address, given, [.ifMatch: "\"0\""])
      #expect(done.status == .ok && done.headers[.eTag] == "\"1\"", "\(done.text)")
      #expect(try await Self.faults(done, editor, "put", "versions/{uid}", "200") == [])
      #expect(try await Self.newest(station).session?.hasPrefix("token ") == true)
      let mine = try #require((try await translator.get(root).object()["items"] as? [[String: Any]])?.first)
      #expect(mine["person"] as? Int == number && mine["maySet"] as? Bool == true)
      #expect(try await translator.send(.put, address, own, [.ifMatch: "\"1\""]).status == .ok)
      #expect(try await editor.send(.put, address, given, [.ifMatch: "\"1\""]).status == .preconditionFailed)
      let after = try #require((try await translator.get(root).object()["items"] as? [[String: Any]])?.first)
      #expect(after["state"] as? String == "translating" && after["person"] as? Int == number)
      let none = "\(root)/khong-co"
      #expect(try await editor.send(.put, none, own, [.ifMatch: "\"0\""]).status == .notFound)
    }
  }
}
