import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("Calendars follow from what was published")
struct PublicationTests {
  private let uid = "p2020.a.1.vi@lichsong"

  private func plan(
    id: Int = 2020, title: String = "A", outlets: [String] = ["tv", "fm"],
    responsibility: Responsibility = .init()
  ) throws -> Plan {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    return Sample.plan(
      year: id, units: [Sample.unit("so", "Sở Nội vụ")],
      outlets: outlets.map { Sample.outlet($0, name: $0, grid: [daily]) },
      lines: [Sample.line("a", title: title, responsibility: responsibility), Sample.line("b", title: "B")])
  }

  private func placement(
    _ day: String, line: String = "a", edition: Int = 1, outlet: String = "tv", in plan: Plan
  ) throws -> Placement {
    let start = LocalTime(try Sample.day(day), try #require(TimeOfDay("20:15")))
    let slot = Slot(
      outlet: outlet, grid: "g", ruleDay: start.day, timing: .timed(start: start, minutes: 15), pieces: 1,
      languages: [])
    return Placement(
      plan: plan.id, line: line, edition: edition, language: .vietnamese, run: .first, slot: slot)
  }

  private func terms(_ day: String) throws -> PublishingTerms {
    PublishingTerms(revised: LocalTime(try Sample.day(day)))
  }

  /// A folder with one event, published on 1 March.
  private func published() throws -> (plan: Plan, folder: PublishedFolder) {
    let plan = try plan()
    var folder = PublishedFolder()
    folder.publish(plan, [try placement("2020-04-02", in: plan)], try terms("2020-03-01"))
    return (plan, folder)
  }

  @Test("what is new begins at SEQUENCE 0 with the time of the revision")
  func new() throws {
    let (_, folder) = try published()
    #expect(folder.files.keys.sorted() == ["language-vi.ics", "outlet-tv.ics", "year.ics"])
    let event = folder.component(uid, in: "outlet-tv.ics")
    #expect(
      [event["SEQUENCE"], event["DTSTAMP"], event["LAST-MODIFIED"]]
        == ["0", "20200301T000000Z", "20200301T000000Z"])
    #expect(folder.codes == [])
  }

  @Test("publishing again later, with nothing changed, changes no octet")
  func unchanged() throws {
    var (plan, folder) = try published()
    let before = folder.files
    folder.publish(plan, [try placement("2020-04-02", in: plan)], try terms("2020-06-01"))
    #expect(folder.files == before)
    #expect(folder.codes == [])
  }

  @Test("a move raises SEQUENCE by one and takes the time of the revision, in each calendar alike")
  func moved() throws {
    var (plan, folder) = try published()
    folder.publish(plan, [try placement("2020-04-09", in: plan)], try terms("2020-03-02"))
    for name in ["language-vi.ics", "outlet-tv.ics", "year.ics"] {
      let event = folder.component(uid, in: name)
      #expect(event["DTSTART"] == "20200409T201500")
      #expect([event["SEQUENCE"], event["DTSTAMP"]] == ["1", "20200302T000000Z"], "\(name)")
    }
  }

  @Test("a title alone takes the time of the revision and leaves SEQUENCE")
  func retitled() throws {
    var (_, folder) = try published()
    let plan = try plan(title: "A, mới")
    folder.publish(plan, [try placement("2020-04-02", in: plan)], try terms("2020-03-02"))
    let event = folder.component(uid, in: "year.ics")
    #expect([event["SEQUENCE"], event["DTSTAMP"]] == ["0", "20200302T000000Z"])
  }

  @Test("what is removed stays cancelled for its window, goes, and goes on higher when it comes again")
  func cancelled() throws {
    var (plan, folder) = try published()
    let other = try placement("2020-05-01", line: "b", in: plan)
    folder.publish(plan, [other], try terms("2020-03-02"))
    let tombstone = folder.component(uid, in: "outlet-tv.ics")
    #expect(
      [tombstone["STATUS"], tombstone["SEQUENCE"], tombstone["DTSTAMP"]] == [
        "CANCELLED", "1", "20200302T000000Z",
      ])
    #expect(tombstone["DTSTART"] == "20200402T201500")
    folder.publish(plan, [other], try terms("2020-07-01"))
    #expect(folder.component(uid, in: "outlet-tv.ics") == tombstone)
    var restored = folder
    restored.publish(plan, [other, try placement("2020-04-02", in: plan)], try terms("2020-07-01"))
    let back = restored.component(uid, in: "outlet-tv.ics")
    #expect([back["STATUS"], back["SEQUENCE"]] == ["CONFIRMED", "2"])
    // 90 days after 2 April.
    folder.publish(plan, [other], try terms("2020-07-02"))
    #expect(folder.components("outlet-tv.ics").keys.sorted() == ["p2020.b.1.vi@lichsong"])
    #expect(folder.component("p2020.b.1.vi@lichsong", in: "year.ics").sequence == 0)
    folder.publish(plan, [other, try placement("2020-04-02", in: plan)], try terms("2020-07-03"))
    #expect(folder.component(uid, in: "outlet-tv.ics").sequence == 2)
  }

  @Test("what moves to another outlet is cancelled in the one calendar and the same revision in the other")
  func left() throws {
    var (plan, folder) = try published()
    folder.publish(plan, [try placement("2020-04-02", outlet: "fm", in: plan)], try terms("2020-03-02"))
    let (old, new) = (folder.component(uid, in: "outlet-tv.ics"), folder.component(uid, in: "outlet-fm.ics"))
    #expect([old["STATUS"], old["SEQUENCE"], old["LOCATION"]] == ["CANCELLED", "1", "tv"])
    #expect([new["STATUS"], new["SEQUENCE"], new["LOCATION"]] == ["CONFIRMED", "1", "fm"])
    #expect(folder.component(uid, in: "year.ics") == new)
    // The station has no placement any more; its calendar goes when the tombstone does.
    #expect(CalendarChecker.findings(in: folder.files["outlet-tv.ics"] ?? [], file: "x") == [])
    folder.publish(plan, [try placement("2020-04-02", outlet: "fm", in: plan)], try terms("2020-08-01"))
    #expect(folder.files["outlet-tv.ics"] == nil)
    #expect(folder.component(uid, in: "year.ics") == new)
  }

  @Test("a plan without placements leaves calendars of tombstones, not stale ones")
  func empty() throws {
    var (plan, folder) = try published()
    folder.publish(plan, [], try terms("2020-03-02"))
    #expect(folder.files.count == 3)
    for name in folder.files.keys.sorted() {
      #expect(folder.components(name).values.map(\.isCancelled) == [true], "\(name)")
    }
  }

  @Test(
    "what somebody else wrote is left alone and told; what we wrote goes when there is no such calendar any more"
  )
  func tidying() {
    func file(_ name: String, _ product: String) -> Publication.ExistingFile {
      let head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:\(product)//VI\r\n"
      return Publication.ExistingFile(name: name, path: "ra/\(name)", head: Array(head.utf8))
    }
    let (ours, theirs) = ("-//Lich Song//lichsong", "-//Google Inc")
    let (removed, findings) = Publication.tidying(
      [
        file("year.ics", theirs), file("hop.ics", theirs), file("outlet-tv.ics", ours),
        file("outlet-fm.ics", ours), file("year-2020-h1.ics", ours), file("feed-x.ics", ours),
        file("ban-sao.ics", ours), file("year-cu.ics", ours), file("outlet-.ics", ours),
      ], wanted: ["year.ics", "outlet-tv.ics"])
    #expect(removed == ["feed-x.ics", "outlet-fm.ics", "year-2020-h1.ics"])
    #expect(
      findings.map(\.told).map { $0[0] + " " + $0[1] + " " + $0[3] } == [
        "CALENDAR_NOT_OURS info hop.ics was not written by Lịch Sóng and stays as it is.",
        "CALENDAR_NOT_OURS error year.ics was not written by Lịch Sóng and stays as it is; the calendar of that "
          + "name was not written.",
      ])
  }

  @Test("what left a calendar and returns there is no tombstone any more, in a revision that is higher")
  func returned() throws {
    var (plan, folder) = try published()
    folder.publish(plan, [try placement("2020-04-02", outlet: "fm", in: plan)], try terms("2020-03-02"))
    folder.publish(plan, [try placement("2020-04-02", in: plan)], try terms("2020-03-03"))
    let (back, left) = (
      folder.component(uid, in: "outlet-tv.ics"), folder.component(uid, in: "outlet-fm.ics")
    )
    #expect([back["STATUS"], back["SEQUENCE"], back["DTSTAMP"]] == ["CONFIRMED", "2", "20200303T000000Z"])
    #expect([left["STATUS"], left["SEQUENCE"], left["LOCATION"]] == ["CANCELLED", "2", "fm"])
    folder.publish(plan, [], try terms("2020-03-04"))
    #expect(folder.component(uid, in: "outlet-tv.ics").sequence == 3)
    #expect(folder.component(uid, in: "outlet-fm.ics") == left)
  }

  @Test("a tombstone takes its words from the plan of before, whatever the plan has become")
  func oldWords() throws {
    var (_, folder) = try published()
    let plan = try plan(title: "Tên mới")
    folder.publish(plan, [], try terms("2020-03-02"))
    let tombstone = folder.component(uid, in: "year.ics")
    #expect([tombstone["SUMMARY"], tombstone["STATUS"]] == ["A – kỳ 1", "CANCELLED"])
  }

  @Test("what the newest plan has no line or outlet for any more keeps its words from the plan that had them")
  func goneFromThePlan() throws {
    let (plan, folder) = try published()
    let row = try #require(folder.history.schedule.rows.first)
    let bare = Sample.plan(outlets: [Sample.outlet("fm", grid: [])], lines: [Sample.line("b")])
    func texts(_ publications: [PublishedSchedule.Publication]) -> [String] {
      let newest = PublishedPlacement(
        placement: row.placement, zone: row.zone, outcome: .aired, content: row.content,
        revision: .init(sequence: 0, publication: publications.count - 1))
      let schedule = PublishedSchedule(publications: publications, rows: [newest])
      let files = CalendarExport.publication(of: schedule, on: bare.revised, language: .english)?.composed()
        .files
      let text = files?.first { $0.name == "year.ics" }?.text ?? ""
      return text.split(separator: "\r\n").map(String.init).filter {
        $0.hasPrefix("SUMMARY") || $0.hasPrefix("LOC")
      }
    }
    let (old, new) = (
      PublishedSchedule.Publication(time: LocalTime(plan.revised), plan: plan),
      PublishedSchedule.Publication(time: LocalTime(plan.revised.advanced(by: 9)), plan: bare)
    )
    #expect(texts([old, new]) == ["SUMMARY;LANGUAGE=en:Aired: A – no. 1", "LOCATION:tv"])
    #expect(texts([new]) == ["SUMMARY;LANGUAGE=en:Done: a – no. 1", "LOCATION:tv"])
  }

  @Test("nothing published is no calendar")
  func nothing() {
    #expect(CalendarExport.publication(of: .none, on: CivilDay(daysSince1970: 0), language: .english) == nil)
  }

  @Test("further calendars come when they are asked for, and go when they are not any more")
  func further() throws {
    let who = Responsibility(lead: "so", person: "Đỗ Thị  Lan (VP)")
    let plan = try plan(responsibility: who)
    var folder = PublishedFolder()
    var terms = try terms("2020-03-01")
    terms.further = [.line, .lead, .person]
    folder.publish(plan, [try placement("2020-04-02", in: plan)], terms)
    let names = [
      "language-vi.ics", "lead-so.ics", "line-a.ics", "outlet-tv.ics", "person-do-thi-lan-vp.ics", "year.ics",
    ]
    #expect(folder.files.keys.sorted() == names)
    for name in names { #expect(folder.component(uid, in: name)["DTSTART"] == "20200402T201500", "\(name)") }
    folder.make(try self.terms("2020-03-02"))
    #expect(folder.files.keys.sorted() == ["language-vi.ics", "outlet-tv.ics", "year.ics"])
  }

  @Test("the address of a page is the base with the UID, and without a base there is none")
  func link() throws {
    let plan = try plan()
    var folder = PublishedFolder()
    var terms = try terms("2020-03-01")
    #expect(try published().folder.component(uid, in: "year.ics")["URL"] == "")
    terms.link = "https://lich.example.vn/luot/"
    folder.publish(plan, [try placement("2020-04-02", in: plan)], terms)
    #expect(
      folder.component(uid, in: "year.ics")["URL"] == "https://lich.example.vn/luot/p2020.a.1.vi@lichsong")
  }

  @Test("a time of revision on a zone's clock is stamped in UTC, also on the day when the clock changes")
  func clock() throws {
    func utc(_ text: String, _ zone: String) throws -> String {
      let parts = text.split(separator: "T")
      let local = LocalTime(try Sample.day(String(parts[0])), try #require(TimeOfDay(parts[1])))
      return "\(PublishingTerms(revised: local, zone: zone).revised)"
    }
    #expect(try utc("2026-11-21T09:00", "Asia/Ho_Chi_Minh") == "2026-11-21T02:00")
    #expect(try utc("2020-03-29T01:30", "Europe/Paris") == "2020-03-29T00:30")
    #expect(try utc("2020-03-29T03:30", "Europe/Paris") == "2020-03-29T01:30")
  }
}
