import Calendars
import Foundation
import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationFolder
import StationStore
import Testing

@testable import StationServer

/// A subscription as calendar clients see it.
struct FeedTests {
  /// Subscribes to a calendar and gives the path of its address.
  private static func subscribe(_ browser: Browser, _ calendar: String) async throws -> String {
    let made = try await browser.post("/p/lai-chau-2018/feeds", ["calendar": calendar])
    #expect(made.status == .seeOther)
    let page = try await browser.text("/p/lai-chau-2018/feeds")
    let addresses = page.matches(of: /<code>http:\/\/localhost(\/f\/[0-9a-f]{40}\/[^<]+)<\/code>/)
    return String(try #require(addresses.first { $0.output.1.hasSuffix("/\(calendar).ics") }).output.1)
  }

  @Test("an address gives the very octets of lichsong export, without an account")
  func feed_isTheExport() async throws {
    var year = try PlanFolder.open("schedules/lai-chau-2018").year()
    var calendarOptions = CalendarOptions()
    calendarOptions.further = Set(CalendarPolicy.Series.allCases)
    let publication = PlanningPipeline.calendars(
      &year, language: .vietnamese, calendarOptions: calendarOptions)
    let exported = try #require(publication).composed()
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      for calendar in ["year", "outlet-truyen-hinh", "language-hmn", "line-tin"] {
        let path = try await Self.subscribe(browser, calendar)
        let answer = try await station.stranger().get(path)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(answer.headers[.robotsTag] == "noindex" && answer.headers[.setCookie] == nil)
        let file = try #require(exported.files.first { $0.name == "\(calendar).ics" })
        // A failure must not compare a megabyte octet by octet.
        let isSame = answer.octets == file.octets
        #expect(isSame, "\(calendar)")
      }
    }
  }

  @Test("the page offers the calendars that lichsong export would write, with their titles")
  func page_offersWhatThereIs() async throws {
    var year = try PlanFolder.open("schedules/lai-chau-2018").year()
    var options = CalendarOptions()
    options.further = Set(CalendarPolicy.Series.allCases)
    let exported = try #require(
      PlanningPipeline.calendars(&year, language: .vietnamese, calendarOptions: options)
    ).composed()
    try await ServedStation.visit { station in
      let page = try await station.viewer().text("/p/lai-chau-2018/feeds")
      let offered = page.matches(of: /<option value="([^"]+)">([^<]+)<\/option>/).map {
        "\($0.output.1).ics \($0.output.2)"
      }
      let titles = exported.files.map { "\($0.name) \($0.title.vi)" }
      #expect(offered.sorted() == titles.sorted())
    }
  }

  @Test(
    "a client that has the calendar gets 304, by its tag before its date; HEAD tells the same without a body")
  func feed_isConditional() async throws {
    try await ServedStation.visit { station in
      let path = try await Self.subscribe(try await station.viewer(), "year")
      let client = station.stranger()
      let first = try await client.get(path)
      let tag = try #require(first.headers[.eTag])
      // The last publication in the Book.
      #expect(first.headers[.lastModified] == "Thu, 03 Jan 2019 02:30:00 GMT")
      #expect(
        first.headers[.cacheControl] == "private, max-age=900" && first.headers[.vary] == "Accept-Encoding")

      let fresh: [HTTPFields] = [
        [.ifNoneMatch: tag], [.ifNoneMatch: "W/\(tag)"], [.ifNoneMatch: "\"x\", \(tag)"], [.ifNoneMatch: "*"],
        [.ifModifiedSince: "Thu, 03 Jan 2019 02:30:00 GMT"],
        [.ifModifiedSince: "Fri, 04 Jan 2019 00:00:00 GMT"],
        [.ifNoneMatch: tag, .ifModifiedSince: "Mon, 01 Jan 2018 00:00:00 GMT"],
      ]
      for headers in fresh {
        let answer = try await client.get(path, headers)
        #expect(answer.status == .notModified && answer.octets.isEmpty, "\(headers)")
        #expect(answer.headers[.eTag] == tag)
      }
      let stale: [HTTPFields] = [
        [.ifNoneMatch: "\"x\""], [.ifModifiedSince: "Thu, 03 Jan 2019 02:29:59 GMT"],
        [.ifModifiedSince: "Wed, 03 Jan 2019 02:30:00 GMT"], [.ifModifiedSince: "gần đây"],
        [.ifNoneMatch: "\"x\"", .ifModifiedSince: "Fri, 04 Jan 2019 00:00:00 GMT"],
      ]
      for headers in stale { #expect(try await client.get(path, headers).status == .ok, "\(headers)") }

      let head = try await client.get(path, method: .head)
      #expect(head.status == .ok && head.octets.isEmpty)
      #expect(head.headers[.eTag] == tag)
      #expect(head.headers[.contentLength] == "\(first.octets.count)")
    }
  }

  @Test("gzip has a tag of its own, and holds the same octets")
  func feed_isCompressed() async throws {
    try await ServedStation.visit { station in
      let path = try await Self.subscribe(try await station.viewer(), "year")
      let client = station.stranger()
      let plain = try await client.get(path, [.acceptEncoding: "identity"])
      let packed = try await client.get(path, [.acceptEncoding: "br, gzip;q=0.8"])
      #expect(packed.headers[.contentEncoding] == "gzip" && plain.headers[.contentEncoding] == nil)
      let tag = try #require(plain.headers[.eTag])
      #expect(packed.headers[.eTag] == tag.dropLast() + "-gz\"")
      #expect(packed.octets.count * 4 < plain.octets.count)
      let isSame = try Self.unpacked(packed.octets) == plain.octets
      #expect(isSame)
      // Either tag says that the client has it.
      let known = try await client.get(path, [.acceptEncoding: "gzip", .ifNoneMatch: tag])
      #expect(known.status == .notModified)
    }
  }

  /// What `gzip -d` makes of some octets.
  private static func unpacked(_ octets: some Sequence<UInt8>) throws -> [UInt8] {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let data = Data(octets)
    Thread.detachNewThread {
      try? input.fileHandleForWriting.write(contentsOf: data)
      try? input.fileHandleForWriting.close()
    }
    let unpacked = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(unpacked)
  }

  @Test("a revoked address and one that never was are both unknown, and lead to no page")
  func feed_isRevoked() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let path = try await Self.subscribe(browser, "year")
      let page = try await browser.text("/p/lai-chau-2018/feeds")
      let revoke = try #require(page.firstMatch(of: /action="(\/p\/[^"]+\/revoke)"/)).output.1
      #expect(try await browser.post(String(revoke)).status == .seeOther)
      let client = station.stranger()
      for gone in [path, "/f/\(String(repeating: "0", count: 40))/year.ics", "/f/x/year.ics"] {
        #expect(try await client.get(gone).status == .notFound, "\(gone)")
      }
      #expect(try await browser.get("/p/lai-chau-2018/feeds").seen.contains("Bạn chưa đăng ký lịch nào."))
    }
  }

  @Test("an address ends when its owner loses the right to it")
  func feed_followsTheRight() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      let viewer = try await station.reader(.viewer, inUnit: 1, by: administrator)
      let path = try await Self.subscribe(viewer, "year")
      #expect(try await station.stranger().get(path).status == .ok)
      let owner = try #require(try await station.desk.visitor(cookie: viewer.cookie ?? "", .test()))
      let manager = try #require(try await station.desk.visitor(cookie: administrator.cookie ?? "", .test()))
      try await station.desk.setGrants([], of: owner.person.number, by: manager, reason: "chuyển công tác")
      #expect(try await station.stranger().get(path).status == .notFound)
    }
  }

  @Test("search engines may fetch calendars and nothing else")
  func robots_mayFetchFeeds() async throws {
    try await ServedStation.serve([:]) { station in
      let rules = try await station.stranger().text("/robots.txt")
      #expect(rules == "User-agent: *\nAllow: /f/\nAllow: /public/\nDisallow: /\n")
    }
  }

  @Test("a publisher makes a calendar public: everybody and every page may read it, until it is revoked")
  func calendars_arePublic() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      let path = "/public/lai-chau-2018/outlet-truyen-hinh.ics"
      let form = ["calendar": "outlet-truyen-hinh", "public": "yes"]
      let viewer = try await station.viewer()
      #expect(try await viewer.post("/p/lai-chau-2018/feeds", form).status == .forbidden)
      #expect(try await station.stranger().get(path).status == .notFound)
      let publisher = try await station.reader(.publisher, inUnit: 1, by: administrator)
      for _ in 1...2 {
        #expect(try await publisher.post("/p/lai-chau-2018/feeds", form).status == .seeOther)
        let answer = try await station.stranger().get(path)
        #expect(answer.status == .ok)
        #expect(answer.headers[.accessControlAllowOrigin] == "*")
        #expect(answer.headers[.cacheControl] == "public, max-age=900")
        #expect(try await station.stranger().get(path + "?lang=en").status == .notFound)
        let page = try await publisher.text("/p/lai-chau-2018/feeds")
        #expect(page.contains("<code>http://localhost\(path)</code>"))
        // Once revoked it is gone, and can be made public again.
        let revoke = try #require(page.firstMatch(of: /action="(\/p\/[^"]+\/revoke)"/)).output.1
        #expect(try await publisher.post(String(revoke)).status == .seeOther)
        #expect(try await station.stranger().get(path).status == .notFound)
      }
    }
  }

  @Test(
    "a date is understood whole or not at all",
    arguments: [
      ("Thu, 03 Jan 2019 02:30:00 GMT", 1_546_482_600), ("Thu, 3 Jan 2019 02:30:00 GMT", nil),
      ("Thu, 03 Jan 2019 24:00:00 GMT", nil), ("Thu, 31 Feb 2019 02:30:00 GMT", nil),
      ("Thu, 03 Jan 2019 02:30:00 +0700", nil), ("Thursday, 03-Jan-19 02:30:00 GMT", nil), ("", nil),
    ])
  func dates_areRead(text: String, seconds: Int?) {
    #expect(HTTPDate.time(of: text)?.seconds == seconds)
    if let seconds { #expect(HTTPDate.text(of: LocalTime(seconds: seconds)) == text) }
  }

  @Test(
    "gzip is given to whoever asks for it",
    arguments: [
      ("gzip", true), ("*", true), ("GZIP;q=1.0", true), ("gzip;q=0", false), ("gzip; q=0.0, *", false),
      ("br", false),
      ("", false), ("x-gzip", true),
    ])
  func encodings_areUnderstood(header: String, takes: Bool) {
    #expect(ConditionalAnswer.takesGzip([header]) == takes)
  }
}
