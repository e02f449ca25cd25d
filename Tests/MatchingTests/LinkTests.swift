import Foundation
import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("Links that somebody made by hand")
struct LinkTests {
  let plan = Plan.sample([.sample("a", "Cải cách hành chính"), .sample("b", "Tin", form: "tin")])
  let placements = [
    Placement.sample("a", 1, at: "2018-04-05T20:15"), .sample("a", 2, at: "2018-04-12T20:15"),
  ]
  let entries: [AsRunEntry] = [
    .sample(2, at: "2018-04-05T20:15", line: "a", edition: 1),
    .sample(3, at: "2018-04-20T11:00", on: "phat-thanh", title: "Một cửa ở Tam Đường"),
    .sample(4, at: "2018-04-21T11:00", title: "Phim"),
  ]

  private func links(_ rows: String...) -> (links: [EntryLink], findings: [Finding]) {
    let head = "link,uid,date,time,outlet,title,edition,by,reason\n"
    return LinkReader.read(
      Array((head + rows.joined(separator: "\n") + "\n").utf8), file: "links.csv", plan: plan)
  }

  private func match(_ links: [EntryLink], _ entries: [AsRunEntry]? = nil) -> (
    story: [String], findings: [String]
  ) {
    let log = AsRunLog.sample(entries ?? self.entries)
    let reconciled = Matcher.match(plan: plan, schedule: .sample(placements), log: log, links: links)
    let findings = Matcher.findings(plan: plan, log: log, links: links, reconciled: reconciled)
    return (reconciled.story, findings.map { told($0) })
  }

  @Test("a row is told by what it says: which placement it shows, which it makes good, or that it is nothing")
  func meanings() {
    let shows = links(
      "shows,lai-chau.a.2.vi@lichsong,2018-04-20,11:00,phat-thanh,MOT CUA O TAM DUONG,,Lò A,xem băng")
    #expect(shows.findings == [])
    #expect(match(shows.links).story == ["a.1 aired 2", "a.2 moved 3", "– unplanned 4"])
    let good = links("phát bù,lai-chau.a.2.vi@lichsong,20/04/2018,11h00,Phát thanh Lai Châu,,,Lò A,xem băng")
    #expect(match(good.links).story == ["a.1 aired 2", "a.2 missed made good 3", "– unplanned 4"])
    let nothing = links("nothing,,2018-04-05,,truyen-hinh,,1,Lò A,ghi nhầm ngày")
    #expect(
      match(nothing.links).story
        == ["a.1 missed", "a.2 missed", "– unplanned 2", "– unplanned 3", "– unplanned 4"])
  }

  @Test("a link holds when rows are added before it and the log is exported anew")
  func survives() {
    let given = links(
      "shows,lai-chau.a.2.vi@lichsong,2018-04-20,11:00,phat-thanh,Một cửa ở Tam Đường,,Lò A,xem băng")
    let later = [
      AsRunEntry.sample(2, at: "2018-04-01T20:15", title: "Phim"),
      .sample(3, at: "2018-04-20T11:00", on: "phat-thanh", title: "Ca nhạc"),
      .sample(4, at: "2018-04-20T11:00", on: "phat-thanh", title: "Một cửa ở Tam Đường".decomposed),
    ]
    #expect(match(given.links, later).story.prefix(2) == ["a.1 pending", "a.2 moved 4"])
  }

  @Test(
    "a link whose row or placement is gone, that fits several rows, or that says what another says is told")
  func broken() {
    let uid = "lai-chau.a.2.vi@lichsong"
    let given = links(
      "shows,\(uid),2018-04-22,,truyen-hinh,,,Lò A,xem băng",
      "shows,gone,2018-04-20,,phat-thanh,,,Lò A,xem băng",
      "shows,\(uid),2018-04-21,,truyen-hinh,,,Lò A,xem băng", "nothing,,2018-04-21,,truyen-hinh,,,Lò B,phim",
      "shows,\(uid),2018-04-05,,truyen-hinh,,,Lò B,xem băng")
    let twin = AsRunEntry.sample(5, at: "2018-04-20T12:00", on: "phat-thanh", title: "Ca nhạc")
    let expected = [
      "links.csv:2:1 ^1 warning LINK_ROW_UNKNOWN: The logs have no row as this link describes it; it is not followed. "
        + "→ Make the day, time, outlet and title those of the row, or add the log; if the row is gone, delete the link.",
      "links.csv:3:1 ^1 warning LINK_UID_UNKNOWN: The schedule has no UID “gone”; this link is not followed. "
        + "→ Take the UID from outcomes.csv or placements.csv; if that placement is gone, delete this row.",
      "links.csv:5:1 ^1 warning LINK_REPEATED: Line 4 tells of the same row of the log; only line 4 counts. "
        + "→ Delete one of the two.",
      "links.csv:6:1 ^1 warning LINK_REPEATED: Line 4 links the same placement to another row; only line 4 counts. "
        + "→ Delete one of the two.",
    ]
    #expect(match(given.links).findings == expected)
    #expect(
      match(links("nothing,,2018-04-20,,phat-thanh,,,Lò A,phim").links, entries + [twin]).findings == [
        "links.csv:2:1 ^1 warning LINK_ROW_AMBIGUOUS: 2 rows of the logs are as this link describes (log.csv:3, "
          + "log.csv:5); it is not followed. → Add the time, edition, language, title or file, so that one row is left."
      ])
  }

  @Test("a row of links that cannot be read is told with everything that is wrong with it")
  func unreadable() {
    let given = links("thay,x,2018-02-30,,đài nào,,,,", "shows,,2018-04-05,,truyen-hinh,,,Lò A,xem băng")
    #expect(given.links == [])
    let remedy = " → Correct the row, or delete it and make the link anew with lichsong link."
    #expect(
      given.findings.map { told($0) } == [
        "links.csv:2:1 ^1 error LINK_BROKEN: This link is not followed: “2018-02-30” is not a date; the plan has no "
          + "outlet “đài nào”; “thay” is none of shows, makes-good, nothing, titles and withdrawn; it does not say by whom; it does not "
          + "say for what reason." + remedy,
        "links.csv:3:1 ^1 error LINK_BROKEN: This link is not followed: the placement's UID is missing."
          + remedy,
      ])
    let headless = LinkReader.read(Array("a,b\n1,2\n".utf8), file: "links.csv", plan: plan)
    #expect(headless.findings.map(\.code) == [.linkBroken])
  }

  @Test("a link that is written is read again as it was, whatever its words and whatever the columns")
  func written() {
    let entry = AsRunEntry.sample(
      7, at: "2018-04-20T11:00", on: "phat-thanh", line: "b", edition: 3, in: "hmn",
      title: "“Một\" cửa”, số 2\nhai")
    let link = EntryLink.sample(.makesGood(uid: placements[1].uid), entry)
    var bytes = LinkFile.adding(link, to: nil)
    bytes = LinkFile.adding(.sample(.nothing, entry), to: bytes)
    let (read, findings) = LinkReader.read(bytes, file: "links.csv", plan: plan)
    #expect(findings == [])
    #expect(read.map(\.row) == [link.row, link.row])
    #expect(read.map(\.meaning) == [link.meaning, .nothing])
    #expect(read.map(\.author) == ["Lò Văn A", "Lò Văn A"])
    let own = Array("lý do;người gắn;liên kết;uid;ngày;kênh".utf8)
    let (short, faults) = LinkReader.read(LinkFile.adding(link, to: own), file: "links.csv", plan: plan)
    #expect(faults == [])
    #expect(short.first?.row.day == link.row.day && short.first?.row.title == nil)
  }
}

extension String {
  fileprivate var decomposed: String {
    decomposedStringWithCanonicalMapping
  }
}
