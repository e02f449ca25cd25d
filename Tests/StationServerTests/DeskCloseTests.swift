import HTTPTypes
import Planning
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// A period is closed in the browser, its certificate printed, and the close worked out again.
struct DeskCloseTests {
  @Test(
    "a closer closes a quarter, gets the certificate, and the close comes out again; others may only look")
  func quarter_isClosed() async throws {
    try await ServedStation.visit { station in
      let slug = "chot-1"
      let plan = try await station.ownPlan(slug)
      let administrator = try await station.administrator()
      let closer = try await station.reader(.closer, inUnit: 1, by: administrator)
      let viewer = try await station.viewer()
      let address = "/p/\(slug)/desk/closes"
      let form = "/p/\(slug)/desk/close"
      #expect(try await viewer.get(address + "?lang=en").seen.contains("Your account may not close periods."))
      #expect(try await viewer.get(form).status == .forbidden)
      #expect(try await viewer.post(form, ["period": "2018-Q1"]).status == .forbidden)
      let closed = try await Self.close("2018-Q1", of: slug, closer)
      #expect(closed.status == .seeOther)
      let page = try await closer.get(address + "?lang=en&verify=yes")
      #expect(page.seen.contains("quarter 1 of 2018 – 03/01/2019, 09:30:01"), "on the station's clock")
      #expect(page.seen.contains("confirmed"))
      let certificate = try await viewer.get(address + "/1.html?lang=vi")
      #expect(certificate.status == .ok)
      #expect(
        certificate.headers[.contentDisposition] == #"attachment; filename="lai-chau-2018-close-1.html""#)
      #expect(certificate.text.contains("Tuyên truyền cải cách hành chính tỉnh Lai Châu năm 2018"))
      // Once more changes nothing.
      let again = try await closer.get(form + "?period=2018-Q1&lang=en")
      #expect(again.seen.contains("The period was closed before, and nothing has changed."))
      #expect(!again.text.contains(#"name="seen""#))
      #expect(try await closer.post(form, ["period": "2018-Q1", "seen": "0"]).status == .ok)
      #expect(try await station.desk.contents(of: plan).book.entries(.close).count == 1)
      #expect(try await closer.post(form, ["period": "2018-Q9"]).status == .badRequest)
    }
  }

  @Test("the scan of a signed certificate is kept beside its close, and another does not remove it")
  func signedPaper_isKept() async throws {
    try await ServedStation.visit { station in
      let slug = "ky-1"
      let plan = try await station.ownPlan(slug)
      let administrator = try await station.administrator()
      let closer = try await station.reader(.closer, inUnit: 1, by: administrator)
      let viewer = try await station.viewer()
      #expect(try await Self.close("2018-Q1", of: slug, closer).status == .seeOther)
      let entry = try #require(try await station.desk.contents(of: plan).book.entries(.close).first)
      let address = "/p/\(slug)/desk/closes"
      let paper = "\(address)/\(entry.shortID)/signed"
      #expect(try await closer.text(address + "?lang=en").contains(#"action="\#(paper)""#))
      #expect(try await !viewer.text(address + "?lang=en").contains(paper))
      let first = Array("%PDF-1.7\nbản quét thứ nhất\n%%EOF\n".utf8)
      let second = Array("%PDF-1.7\nbản quét có đủ hai chữ ký\n%%EOF\n".utf8)
      #expect(try await viewer.send(paper, file: first, named: "a.pdf").status == .forbidden)
      for (octets, words) in [
        (Array("PK là tệp Word".utf8), "This is no whole PDF file"),
        (Array(first.dropLast(8)), "no whole PDF"),
        ([], "No file was chosen"),
      ] {
        let refused = try await closer.send(paper + "?lang=en", file: octets, named: "a.pdf")
        #expect(refused.status == .unprocessableContent && refused.seen.contains(words))
      }
      #expect(
        try await closer.send("\(address)/000000000000/signed", file: first, named: "a.pdf").status
          == .notFound)
      let sent = try await closer.send(paper, file: first, named: "Biên bản đã ký.pdf")
      #expect(sent.status == .seeOther && sent.headers[.location] == address + "?signed=yes")
      let again = try await closer.send(paper, file: first, named: "x.pdf")
      #expect(again.headers[.location] == address + "?signed=known")
      #expect(
        try await closer.send(paper, file: second, named: "b.pdf").headers[.location] == address
          + "?signed=yes")
      let page = try await viewer.text(address + "?lang=en&signed=yes")
      #expect(page.contains("The signed paper is kept."))
      let links = page.matches(of: /href="([^"]+\/signed\/[0-9a-f]{64})">([^<]+)</).map {
        (String($0.output.1), String($0.output.2))
      }
      #expect(links.map(\.1) == ["signed paper", "an earlier one"])
      for (link, octets) in zip(links, [second, first]) {
        let file = try await viewer.get(link.0)
        #expect(file.status == .ok && file.text == String(decoding: octets, as: UTF8.self))
        #expect(file.headers[.contentType] == "application/pdf")
        #expect(
          file.headers[.contentDisposition]
            == #"attachment; filename="2018-Q1-\#(entry.shortID).pdf""#)
      }
      let name = "signed/2018-Q1-\(entry.shortID).pdf"
      let folder = try await station.desk.store.read { try $0.exportPlan(plan.number) }
      #expect(folder.first { $0.name == name }?.bytes == second, "it goes with the folder")
      let note = try #require(try await station.desk.store.read { try $0.trail(count: 1) }.first).note
      #expect(note.action == "change file" && note.object == "plan \(slug) \(name)")
      #expect(note.before != nil && note.after != nil)
    }
  }

  /// What a form has hidden by which one sees what was shown.
  static func seen(_ page: Answer) throws -> String {
    String(try #require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
  }

  /// Looks at what would be signed, and closes the period.
  static func close(
    _ period: String, of slug: String, _ browser: Browser, _ fields: [String: String] = [:]
  ) async throws -> Answer {
    let address = "/p/\(slug)/desk/close"
    let page = try await browser.get("\(address)?period=\(period)&lang=en")
    let own = ["period": period, "seen": try seen(page)]
    return try await browser.post(address + "?lang=en", own.merging(fields) { $1 })
  }

  @Test("an editor gives a version to a translator, who sees and sets that one alone")
  func versions_areAssigned() async throws {
    try await ServedStation.visit { station in
      let slug = "dich-1"
      _ = try await DeskTests.plan(slug, at: station)
      let administrator = try await station.administrator()
      let translator = try await station.reader(.translator, inUnit: 1, by: administrator)
      let address = "/p/\(slug)/desk/languages"
      let board = try await administrator.get(address + "?lang=en&day=2018-07-02")
      let uid = String(try #require(board.text.firstMatch(of: /name="uid" value="([^"]+)"/)).output.1)
      let cookie = try #require(translator.cookie)
      let visitor = try #require(try await station.desk.visitor(cookie: cookie, .test()))
      #expect(
        try await translator.get(address + "?lang=en&day=2018-07-02").seen.contains("There are no versions."))
      let given = try await administrator.post(
        address, ["uid": uid, "seen": "0", "state": "to-translate", "person": "\(visitor.person.number)"])
      #expect(given.status == .seeOther)
      let own = try await translator.get(address + "?lang=en&day=2018-07-02")
      #expect(own.text.matches(of: /name="uid"/).count == 1)
      let fields = ["uid": uid, "seen": "1", "state": "translating", "person": "\(visitor.person.number)"]
      #expect(try await translator.post(address, fields).status == .seeOther)
      let late = try await administrator.post(address + "?lang=en", fields)
      #expect(late.status == .preconditionFailed)
      #expect(
        late.seen.contains(
          "changed this version after you opened the page (now: translating); nothing was stored."))
    }
  }
}
