import HTTPTypes
import HummingbirdTesting
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

  /// What a form has hidden by which one sees what was shown.
  static func seen(_ page: TestResponse) throws -> String {
    String(try #require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
  }

  /// Looks at what would be signed, and closes the period.
  static func close(
    _ period: String, of slug: String, _ browser: Browser, _ fields: [String: String] = [:]
  ) async throws -> TestResponse {
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
