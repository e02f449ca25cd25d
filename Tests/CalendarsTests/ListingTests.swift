import CalendarClients
import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("A schedule as a guide to programmes")
struct ListingTests {
  private func listing(
    _ format: ProgrammeListing.Format, _ plan: Plan, _ schedule: Schedule, link: String? = nil,
    language: ReaderLanguage = .english
  ) -> ProgrammeListing {
    return ProgrammeListing(
      format, plan: plan, schedule: schedule, language: language, revised: LocalTime(plan.revised), link: link
    )
  }

  private func text(_ listing: ProgrammeListing) -> String { String(decoding: listing.octets, as: UTF8.self) }

  /// A weekly programme at a quarter past eight, in two languages, aired again, and also on the radio.
  private func evening() throws -> (plan: Plan, schedule: Schedule) {
    let weekly = try Sample.rule("FREQ=WEEKLY;COUNT=3")
    let plan = Sample.plan(
      title: "Kế hoạch <2020> & \"phát sóng\"",
      outlets: [
        Sample.outlet("tv", name: "Truyền hình", grid: [try Sample.grid(weekly)]),
        Sample.outlet(
          "fm", name: "FM", kind: .radio, grid: [try Sample.grid(weekly, at: "5:30", minutes: 0)]),
      ], lines: [Sample.line("a", title: "Hỏi & đáp", outlets: ["tv", "fm"])])
    let slots = GridExpansion.slots(of: plan).slots
    func slot(_ outlet: String, _ number: Int) throws -> Slot {
      try #require(slots.filter { $0.outlet == outlet }.dropFirst(number).first)
    }
    func placement(_ run: Placement.Run, _ slot: Slot, _ language: LanguageTag = .vietnamese) -> Placement {
      Placement(plan: plan.id, line: "a", edition: 7, language: language, run: run, slot: slot)
    }
    return (
      plan,
      Sample.schedule(
        slots,
        [
          placement(.first, try slot("tv", 0)), placement(.repeat, try slot("tv", 1)),
          placement(.first, try slot("tv", 1), try Sample.tag("hmn")),
          placement(.crossPost, try slot("fm", 2)),
        ])
    )
  }

  @Test("XMLTV says when, in which language, what shares an opening, and where a repeat was shown first")
  func xmltv_wholeFile() throws {
    let (plan, schedule) = try evening()
    let listing = listing(.xmltv, plan, schedule, link: "https://a.vn/?x=1&y=")
    func facts(_ run: String, _ language: String) -> String {
      """
      Form: chuyên mục
      Number: 7
      Run: \(run)
      Language: \(language)
      Plan: Kế hoạch &lt;2020&gt; &amp; "phát sóng"
      """
    }
    #expect(
      text(listing) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tv SYSTEM "xmltv.dtd">
        <tv date="20200101" source-info-url="https://a.vn/?x=1&amp;y=" \
        source-info-name="Kế hoạch &lt;2020&gt; &amp; &quot;phát sóng&quot;" generator-info-name="lichsong">
          <channel id="fm.p2020.lichsong">
            <display-name lang="vi">FM</display-name>
          </channel>
          <channel id="tv.p2020.lichsong">
            <display-name lang="vi">Truyền hình</display-name>
          </channel>
          <programme start="20200101201500 +0700" stop="20200101203000 +0700" channel="tv.p2020.lichsong">
            <title lang="vi">Hỏi &amp; đáp</title>
            <desc lang="en">\(facts("first run", "Vietnamese"))</desc>
            <category lang="vi">chuyên mục</category>
            <language>vi</language>
            <url>https://a.vn/?x=1&amp;y=p2020.a.7.vi@lichsong</url>
            <episode-num system="xmltv_ns">.6.</episode-num>
            <episode-num system="onscreen">no. 7</episode-num>
            <premiere lang="en">first run</premiere>
          </programme>
          <programme start="20200108201500 +0700" stop="20200108203000 +0700" channel="tv.p2020.lichsong" clumpidx="0/2">
            <title lang="vi">Hỏi &amp; đáp</title>
            <desc lang="en">\(facts("first run", "Hmong"))</desc>
            <category lang="vi">chuyên mục</category>
            <language>hmn</language>
            <orig-language>vi</orig-language>
            <url>https://a.vn/?x=1&amp;y=p2020.a.7.hmn@lichsong</url>
            <episode-num system="xmltv_ns">.6.</episode-num>
            <episode-num system="onscreen">no. 7</episode-num>
            <premiere lang="en">first run</premiere>
          </programme>
          <programme start="20200108201500 +0700" stop="20200108203000 +0700" channel="tv.p2020.lichsong" clumpidx="1/2">
            <title lang="vi">Hỏi &amp; đáp</title>
            <desc lang="en">\(facts("repeat", "Vietnamese"))</desc>
            <category lang="vi">chuyên mục</category>
            <language>vi</language>
            <url>https://a.vn/?x=1&amp;y=p2020.a.7.vi.repeat.tv@lichsong</url>
            <episode-num system="xmltv_ns">.6.</episode-num>
            <episode-num system="onscreen">no. 7</episode-num>
            <previously-shown start="20200101201500 +0700" channel="tv.p2020.lichsong"/>
          </programme>
          <programme start="20200115053000 +0700" channel="fm.p2020.lichsong">
            <title lang="vi">Hỏi &amp; đáp</title>
            <desc lang="en">\(facts("also on", "Vietnamese"))</desc>
            <category lang="vi">chuyên mục</category>
            <language>vi</language>
            <url>https://a.vn/?x=1&amp;y=p2020.a.7.vi.cross-post.fm@lichsong</url>
            <episode-num system="xmltv_ns">.6.</episode-num>
            <episode-num system="onscreen">no. 7</episode-num>
            <previously-shown start="20200101201500 +0700" channel="tv.p2020.lichsong"/>
          </programme>
        </tv>

        """)
    #expect(listing.count == 4)
    #expect(listing.findings == [])
  }

  @Test(
    "JSON-LD has a node for each channel, series, version of a work, and broadcast, and no markup of HTML")
  func jsonld_graph() throws {
    let (plan, schedule) = try evening()
    let listing = listing(.jsonld, plan, schedule)
    #expect(!text(listing).contains("<"))
    struct Page: Decodable {
      struct Node: Decodable {
        struct Reference: Decodable {
          let id: String
          enum CodingKeys: String, CodingKey { case id = "@id" }
        }
        let type, id: String
        let startDate, endDate, inLanguage: String?
        let workPerformed, publishedOn, translationOfWork: Reference?
        enum CodingKeys: String, CodingKey {
          case type = "@type"
          case id = "@id"
          case startDate, endDate, inLanguage, workPerformed, publishedOn, translationOfWork
        }
      }
      let graph: [Node]
      enum CodingKeys: String, CodingKey { case graph = "@graph" }
    }
    let nodes = try JSONDecoder().decode(Page.self, from: Data(listing.octets)).graph.map { node in
      [node.type, node.id]
        + [
          node.startDate, node.endDate, node.inLanguage, node.workPerformed?.id, node.publishedOn?.id,
          node.translationOfWork?.id,
        ].compactMap(\.self)
    }
    #expect(
      nodes == [
        ["BroadcastService", "#outlet:tv"], ["RadioBroadcastService", "#outlet:fm"],
        ["CreativeWorkSeries", "#a"], ["Episode", "#a.7.vi", "vi"],
        ["Episode", "#a.7.hmn", "hmn", "#a.7.vi"],
        [
          "BroadcastEvent", "#p2020.a.7.vi@lichsong", "2020-01-01T20:15:00+07:00",
          "2020-01-01T20:30:00+07:00",
          "vi", "#a.7.vi", "#outlet:tv",
        ],
        [
          "BroadcastEvent", "#p2020.a.7.hmn@lichsong", "2020-01-08T20:15:00+07:00",
          "2020-01-08T20:30:00+07:00", "hmn", "#a.7.hmn", "#outlet:tv",
        ],
        [
          "BroadcastEvent", "#p2020.a.7.vi.repeat.tv@lichsong", "2020-01-08T20:15:00+07:00",
          "2020-01-08T20:30:00+07:00", "vi", "#a.7.vi", "#outlet:tv",
        ],
        [
          "BroadcastEvent", "#p2020.a.7.vi.cross-post.fm@lichsong", "2020-01-15T05:30:00+07:00", "vi",
          "#a.7.vi", "#outlet:fm",
        ],
      ])
  }

  @Test("what a careless writer breaks files with is valid XMLTV, says its validator, and valid JSON")
  func hardTitles_areValid() throws {
    let plan = try SampleSchedule.plan()
    let schedule = try SampleSchedule.schedule(of: plan)
    let guide = listing(.xmltv, plan, schedule, language: .vietnamese)
    #expect(text(guide) == text(listing(.xmltv, plan, schedule, language: .vietnamese)))
    let folder = FileManager.default.temporaryDirectory.appending(path: "listing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(guide.octets).write(to: folder.appending(path: guide.name))
    let run = try ClientPrograms.validateXMLTV(folder.appending(path: guide.name))
    #expect(run.output == "Validated ok.\n")
    #expect(run.status == 0)
    let page = listing(.jsonld, plan, schedule)
    #expect(try JSONSerialization.jsonObject(with: Data(page.octets)) is [String: Any])
    #expect(guide.count == page.count)
  }

  @Test("newspapers and what has no hour are not listed, and each outlet says how much that is")
  func leftOut_isTold() throws {
    let plan = try SampleSchedule.plan()
    let schedule = try SampleSchedule.schedule(of: plan)
    let listed = listing(.xmltv, plan, schedule)
    let counts = Dictionary(grouping: schedule.placements, by: \.outlet).mapValues(\.count)
    #expect(
      listed.findings.map(\.told)
        == ["bao", "it", "pano"].compactMap { id in
          plan.outlet(id).map { Finding.notBroadcast($0, count: counts[id, default: 0]).told }
        })
    #expect(listed.count == counts["tv", default: 0] + counts["paris", default: 0])
    let month = try #require(schedule.slots.first { $0.outlet == "it" })
    let station = Sample.plan(
      outlets: [Sample.outlet("it", name: "Đài", grid: [])], lines: [Sample.line("it", outlets: ["it"])])
    let placement = Placement(
      plan: plan.id, line: "it", edition: 1, language: .vietnamese, run: .first, slot: month)
    let unfixed = listing(.jsonld, station, Sample.schedule([], [placement]))
    #expect(unfixed.count == 0)
    #expect(unfixed.findings.map(\.code) == [.notListed])
    #expect(
      unfixed.findings.first?.message.en
        == "“Đài”: 1 placement has no hour, and so is not in the listing; the .ics calendars have it.")
    #expect(unfixed.findings.first?.remedy == nil, "nobody is asked for an hour that is not known")
  }

  @Test(
    "an hour that comes twice is the first, one that is left out goes on by the old clock, and lengths are real",
    arguments: [
      ("2020-03-28", "2:30", "20200328023000 +0100", "20200328040000 +0100"),
      ("2020-03-29", "1:30", "20200329013000 +0100", "20200329040000 +0200"),
      ("2020-03-29", "2:30", "20200329023000 +0100", "20200329050000 +0200"),
      ("2020-03-29", "3:30", "20200329033000 +0200", "20200329050000 +0200"),
      ("2020-10-25", "1:30", "20201025013000 +0200", "20201025020000 +0100"),
      ("2020-10-25", "2:30", "20201025023000 +0200", "20201025030000 +0100"),
      ("2020-10-25", "3:30", "20201025033000 +0100", "20201025050000 +0100"),
    ])
  func changesOfTheClock(day: String, time: String, start: String, end: String) throws {
    let clock = ZoneClock("Europe/Paris")
    let zoned = ZonedTime(LocalTime(try Sample.day(day), try #require(TimeOfDay(time))), on: clock)
    #expect(zoned.basic == start)
    #expect(zoned.adding(minutes: 90, on: clock).basic == end)
  }

  @Test("offsets west of Greenwich and of half an hour are written as such")
  func offsets() throws {
    let noon = LocalTime(try Sample.day("2020-01-02"), try #require(TimeOfDay("12:00:05")))
    #expect(ZonedTime(noon, on: ZoneClock("America/St_Johns")).iso == "2020-01-02T12:00:05-03:30")
    #expect(ZonedTime(noon, on: ZoneClock("Asia/Kathmandu")).basic == "20200102120005 +0545")
  }

  @Test("no character gets into XML that may not be there")
  func escapes() {
    let raw = "a<b>&\"c\"\u{0}\u{8}\u{1B}\r\n\t\u{85}\u{FFFE}\u{FFFF}\u{1F1FB}\u{7F}đ]]>"
    #expect(XMLText.escaped(raw) == "a&lt;b&gt;&amp;\"c\"\n\t\u{1F1FB}đ]]&gt;")
    #expect(XMLText.escaped(raw, inAttribute: true) == "a&lt;b&gt;&amp;&quot;c&quot;  \u{1F1FB}đ]]&gt;")
  }
}
