import Foundation
import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// Calendars are made when something is published, and only those that changed are new to their clients.
struct FeedFreshnessTests {
  /// Subscribes to a calendar and gives the path of its address.
  private static func subscribe(_ browser: Browser, _ plan: StoredPlan, _ calendar: String) async throws
    -> String
  {
    #expect(try await browser.post("/p/\(plan.slug)/feeds", ["calendar": calendar]).status == .seeOther)
    let page = try await browser.text("/p/\(plan.slug)/feeds")
    let addresses = page.matches(of: /<code>http:\/\/localhost(\/f\/[0-9a-f]{40}\/[^<]+)<\/code>/)
    return String(try #require(addresses.first { $0.output.1.hasSuffix("/\(calendar).ics") }).output.1)
  }

  /// What a client is told of a calendar.
  private struct Told: Equatable {
    let tag: String?
    let changed: String?
  }

  private static func told(_ station: ServedStation, _ path: String) async throws -> Told {
    let answer = try await station.stranger().get(path)
    #expect(answer.status == .ok)
    return Told(tag: answer.headers[.eTag], changed: answer.headers[.lastModified])
  }

  @Test(
    "a publication makes calendars in the background; one that did not change keeps its tag and its date")
  func publication_makesWhatChanged() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("lich-moi")
      let browser = try await station.viewer()
      let (news, paper) = (
        try await Self.subscribe(browser, plan, "line-tin"),
        try await Self.subscribe(browser, plan, "line-bao-in")
      )
      let before = (try await Self.told(station, news), try await Self.told(station, paper))
      #expect(before.0.changed == "Thu, 03 Jan 2019 02:30:00 GMT")

      // Another title for one line, published by somebody who may.
      try await station.edit(plan) { $0.replacing("Tin trong chương trình thời sự", with: "Tin thời sự tối") }
      let administrator = try await station.administrator()
      let publisher = try await station.reader(.publisher, inUnit: 1, by: administrator)
      let visitor = try #require(
        try await station.desk.visitor(cookie: publisher.cookie ?? "", .test("2001:db8:ffff::1")))
      let planner = try await station.reader(.planner, inUnit: 1, by: administrator)
      let other = try #require(
        try await station.desk.visitor(cookie: planner.cookie ?? "", .test("2001:db8:ffff::2")))
      let (book, files) = try await station.desk.contents(of: plan)
      var year = StationYear(book, files)
      let prepared = year.publication(by: "Người thử", at: ServedStation.now, comment: "đổi tên mục")
      #expect(prepared.statements.map(\.head.kind) == [.plan, .publication])
      let revision = try await station.desk.record(
        [prepared.statements[0]], in: try await station.desk.plan(plan.slug, for: other, .changePlan),
        seen: book, by: other)
      _ = try await station.desk.record(
        [prepared.statements[1]], in: try await station.desk.plan(plan.slug, for: visitor, .publish),
        seen: book.adding(revision), by: visitor)

      // At once the former calendar, then the new one.
      for _ in 1...200 where try await station.desk.jobs(of: plan, count: 1)[0].job.state.isOpen {
        try await Task.sleep(for: .milliseconds(50))
      }
      let after = (try await Self.told(station, news), try await Self.told(station, paper))
      #expect(after.0.tag != before.0.tag && after.0.changed != before.0.changed)
      #expect(after.1 == before.1)
      let text = try await station.stranger().text(news)
      #expect(text.replacing("\r\n ", with: "").contains("Tin thời sự tối"))
    }
  }

  @Test("all results that can be made again are removed: they come back with the same bytes")
  func derivedResults_comeBack() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("lam-lai")
      let browser = try await station.viewer()
      var paths: [String] = []
      for calendar in ["year", "outlet-truyen-hinh"] {
        paths.append(try await Self.subscribe(browser, plan, calendar))
      }
      func all() async throws -> [[UInt8]] {
        var bodies: [[UInt8]] = []
        for path in paths {
          for encoding in ["identity", "gzip"] {
            let answer = try await station.stranger().get(path, [.acceptEncoding: encoding])
            let head = [answer.headers[.eTag], answer.headers[.lastModified]].map { $0 ?? "" }
            bodies.append(Array(head.joined(separator: "\n").utf8) + answer.octets)
          }
        }
        bodies.append(Array(try await browser.text("/p/\(plan.slug)/feeds").utf8))
        return bodies
      }
      let before = try await all()
      try await station.desk.store.write { try $0.forgetDerived() }
      station.forgetBodies()
      let after = try await all()
      let isSame = before == after
      #expect(isSame)
    }
  }

  @Test("a subscriber of a calendar that the plan lost is told that it is gone")
  func lostCalendar_isGone() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("mat-lich")
      let browser = try await station.viewer()
      let path = try await Self.subscribe(browser, plan, "year")
      let gone = path.replacing("/year.ics", with: "/x.ics")
      // What stands behind the secret counts, not the name in the address.
      #expect(try await station.stranger().get(gone).status == .ok)
      try await station.desk.store.write { transaction in
        let state = try #require(try transaction.feedState(of: plan.number, "year", .vietnamese))
        try transaction.put(
          FeedState(
            calendar: "year", language: .vietnamese, input: state.input, tag: nil,
            changedAt: state.changedAt), of: plan.number)
      }
      #expect(try await station.stranger().get(path).status == .gone)
    }
  }
}
