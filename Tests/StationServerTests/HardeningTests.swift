import HTTPTypes
import Hummingbird
import Logging
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What a page elsewhere, a large body or a text of somebody cannot do.
struct HardeningTests {
  private static let pages = [
    "", "/today?day=2018-06-14", "/schedule?day=2018-06-14", "/schedule?view=month&day=2018-06-14",
    "/schedule?view=list&day=2018-06-14", "/languages?day=2018-06-14", "/logs", "/counts", "/counts/tin",
    "/cells/tin/2018-06", "/findings", "/history", "/text", "/papers", "/feeds",
  ].map { "/p/lai-chau-2018\($0)" }

  @Test("every answer, refusals and redirections too, forbids scripts, frames and guesses at types")
  func answers_haveTheHeaders() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let strange = [
        "/robots.txt", "/health/live", "/sign-in", "/khong-co", "/p/khong-co", "/f/x/y.ics", "/p/a%2Fb",
      ]
      for path in Self.pages + strange {
        for answer in [try await browser.get(path), try await station.stranger().get(path)] {
          #expect(
            answer.headers[.contentSecurityPolicy]
              == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
              + "frame-ancestors 'none'", "\(path)")
          #expect(answer.headers[.contentTypeOptions] == "nosniff", "\(path)")
          #expect(answer.headers[.accessControlAllowOrigin] == nil, "\(path)")
          #expect(["same-origin", "no-referrer"].contains(answer.headers[.referrerPolicy]), "\(path)")
          let isOpen = path == "/robots.txt"
          #expect(isOpen || answer.headers[.cacheControl] == "no-store", "\(path)")
        }
      }
    }
  }

  @Test("a file that is to be kept does nothing when a browser opens it all the same")
  func files_areInASandbox() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      for path in [
        "/p/lai-chau-2018/papers/report.html", "/p/lai-chau-2018/papers/report.csv", "/account/data.json",
      ] {
        let answer = try await browser.get(path)
        #expect(answer.status == .ok, "\(path)")
        #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"") == true, "\(path)")
        #expect(
          answer.headers[.contentSecurityPolicy]
            == "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox", "\(path)")
      }
    }
  }

  @Test("no page has a script, a style or a handler inside")
  func pages_haveNothingInline() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      _ = try await browser.post("/p/lai-chau-2018/feeds", ["calendar": "year"])
      for path in Self.pages + ["/", "/sign-in", "/password"] {
        let text = try await browser.get(path).text
        #expect(
          text.firstMatch(of: /(?i)<script|<style|javascript:|\sstyle=|\son[a-z]+\s*=/) == nil, "\(path)")
      }
    }
  }

  @Test("a template puts in unescaped a picture that the program has drawn, and nothing else")
  func templates_escape() {
    for name in Template.Name.allCases {
      let raw = name.text.matches(of: /\{\{\{[^}]*\}\}\}|\{\{&[^}]*\}\}/).map { String($0.output) }
      #expect(raw == ([.picture, .replanCurve].contains(name) ? ["{{{svg}}}"] : []), "\(name)")
      // A value outside quotes could end its attribute.
      #expect(name.text.firstMatch(of: /=\{\{/) == nil, "\(name)")
    }
  }

  @Test("what a plan says is text on every page, whatever it looks like")
  func texts_areEscaped() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let evil = #"Tin <script>alert(1)</script> "><img src=x onerror=alert(1)>"#
      try await station.edit(try await station.ownPlan("gia")) {
        $0.replacing("title: Tin trong chương trình thời sự", with: "title: '\(evil)'")
      }
      for path in Self.pages {
        let text = try await browser.get(path.replacing("lai-chau-2018", with: "gia")).text
        #expect(!text.contains("<script") && !text.contains("<img"), "\(path)")
      }
      let year = try await browser.text("/p/gia")
      #expect(year.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }
  }

  @Test("a form that another page sends changes nothing")
  func foreignForms_areRefused() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let token = try await browser.token()
      let secFetchSite = HTTPField.Name.secFetchSite
      let path = "/p/lai-chau-2018/feeds"
      let form = ["calendar": "year", "token": token]
      let refused: [(form: [String: String], headers: HTTPFields)] = [
        (form, [secFetchSite: "cross-site"]), (form, [secFetchSite: "same-site"]),
        (form, [secFetchSite: "cross-site", .origin: "http://localhost"]),
        (form, [.origin: "http://example.com"]), (form, [.origin: "null"]), (form, [:]),
        (["calendar": "year"], [secFetchSite: "same-origin"]),
        (["calendar": "year", "token": String(token.reversed())], [secFetchSite: "same-origin"]),
      ]
      for (form, headers) in refused {
        #expect(try await browser.post(path, form: form, headers).status == .forbidden, "\(headers)")
      }
      #expect(try await browser.get(path).seen.contains("Bạn chưa đăng ký lịch nào."))
      #expect(try await browser.post(path, form: form, [secFetchSite: "same-origin"]).status == .seeOther)
      #expect(try await browser.get(path).seen.contains("Hủy địa chỉ này"))
    }
  }

  @Test("every address that changes something needs a form of the session")
  func unsafeRoutes_needAForm() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let unsafe = RouteTable.routes.filter {
        $0.method != .get && $0.access != .everybody && $0.operation == nil
      }
      #expect(unsafe.count >= 4)
      for route in unsafe {
        let path = route.path.replacing("{plan}", with: "lai-chau-2018").replacing(/\{[a-z]+\}/, with: "0")
        #expect(
          try await browser.post(path, form: [:], [.origin: "http://localhost"]).status == .forbidden,
          "\(path)")
      }
    }
  }

  @Test("a body larger than any form is refused")
  func largeBodies_areRefused() async throws {
    try await ServedStation.serve([:]) { station in
      let answer = try await station.stranger().post(
        "/sign-in", form: ["login": String(repeating: "a", count: Route.largestForm)],
        [.origin: "http://localhost"])
      #expect(answer.status == .contentTooLarge)
    }
  }

  @Test("the log has a line of JSON for each request, and no secret in any")
  func log_keepsSecrets() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      _ = try await browser.post("/p/lai-chau-2018/feeds", ["calendar": "year"])
      let page = try await browser.text("/p/lai-chau-2018/feeds")
      let path = try #require(
        page.firstMatch(of: /<code>http:\/\/localhost(\/f\/([0-9a-f]{40})\/year\.ics)<\/code>/))
      #expect(try await station.stranger().get(String(path.output.1)).status == .ok)
      let lines = station.log.all
      #expect(lines.contains { $0.contains(#""route":"/f/{secret}/{name}","status":"200""#) })
      #expect(
        lines.allSatisfy { $0.hasPrefix("{\"at\":") && $0.hasSuffix("}\n") && $0.count { $0 == "\n" } == 1 })
      let secrets = [
        String(path.output.2), browser.cookie ?? "-", ServedStation.password, station.first.password,
      ]
      #expect(lines.filter { line in secrets.contains(where: line.contains) } == [])
    }
  }

  @Test("a failure that nobody expected is told as a number; what failed stands in the log alone")
  func unexpected_isANumber() async throws {
    struct Fault: Error { let secret = "mật-khẩu-của-cơ-sở-dữ-liệu" }
    let lines = LogLines()
    let logger = Logger(label: "test") { label in
      JSONLogHandler(label: label, time: { "2018-06-14T02:00:00Z" }) { lines.add($0) }
    }
    let responder = OutermostResponder(
      inner: CallbackResponder { (_: Request, _: StationContext) -> Response in throw Fault() },
      settings: ServerSettings(), milliseconds: { 0 }, metrics: Metrics())
    let any = ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0))
    try await StationClient.serve { started in
      Application(
        responder: responder, configuration: any,
        onServerRunning: { await started($0.localAddress?.port ?? 0) }, logger: logger)
    } _: { client in
      for path in ["/p/x", "/api/v1/plans"] {
        let answer = try await client.execute(uri: path, method: .get)
        #expect(answer.status == .internalServerError, "\(path)")
        #expect(answer.headers[.contentSecurityPolicy] != nil, "\(path)")
        let text = String(buffer: answer.body)
        #expect(!text.contains("mật-khẩu") && !text.contains("Fault"), "\(path)")
      }
    }
    #expect(lines.all.count { $0.contains("request failed") && $0.contains("mật-khẩu") } == 2)
  }

  @Test("a line end in a value stays inside its line of the log")
  func logLines_areWhole() {
    #expect(JSONLogHandler.quoted("a\r\n\"b\\\u{1B}[31m\u{2028}") == #""a\r\n\"b\\\u001b[31m\u2028""#)
  }

  @Test("a large page is compressed for its reader, and never where another site made the browser ask for it")
  func largePage_isCompressed() async throws {
    try await ServedStation.visit { station in
      let viewer = try await station.viewer()
      let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
      func asked(_ headers: HTTPFields, _ path: String = "/p/lai-chau-2018/counts") async throws
        -> Answer
      {
        try await viewer.get(path, headers)
      }
      let plain = try await asked([:])
      #expect(plain.headers[.contentEncoding] == nil && plain.octets.count > 100_000)
      for from in ["same-origin", "none"] {
        let small = try await asked([.acceptEncoding: "gzip, deflate", site: from])
        #expect(
          small.headers[.contentEncoding] == "gzip" && small.octets.prefix(2) == [0x1F, 0x8B], "\(from)")
        #expect(small.octets.count * 5 < plain.octets.count, "\(small.octets.count)")
      }
      for headers: HTTPFields in [
        [.acceptEncoding: "gzip", site: "cross-site"], [.acceptEncoding: "gzip", site: "same-site"],
        [.acceptEncoding: "gzip"], [site: "none"], [.acceptEncoding: "gzip;q=0", site: "none"],
      ] {
        #expect(try await asked(headers).text == plain.text, "\(headers)")
      }
      let short = try await asked([.acceptEncoding: "gzip", site: "none"], "/p/lai-chau-2018/jobs")
      #expect(short.status == .ok && short.headers[.contentEncoding] == nil)
    }
  }
}
