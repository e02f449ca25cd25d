import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("Calendars are published over those of before")
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

  private func terms(_ day: String) throws -> Publication.Terms {
    Publication.Terms(revised: LocalTime(try Sample.day(day)))
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

  @Test(
    "when the time of the revision is not later, SEQUENCE tells of a title too, the stamp does not fall, and it is told",
    arguments: ["2020-03-01", "2020-02-01"])
  func notLater(day: String) throws {
    var (_, folder) = try published()
    let plan = try plan(title: "A, mới")
    folder.publish(plan, [try placement("2020-04-02", in: plan)], try terms(day))
    let event = folder.component(uid, in: "year.ics")
    #expect([event["SEQUENCE"], event["DTSTAMP"]] == ["1", "20200301T000000Z"])
    #expect(folder.codes == [.revisionNotLater])
    #expect(
      folder.publication?.findings.first?.message.en
        == "The calendars changed, but the time of this revision (\(day)T00:00Z) is not later than that of the "
        + "last publication (2020-03-01T00:00Z).")
    #expect(
      folder.publication?.findings.first?.remedy?.en
        == "Write the day of the change into the plan (revised: 2020-03-02), or add: --revised 2020-03-02")
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
    #expect(folder.text("year.ics").contains("\r\nX-LICHSONG-FLOOR:2\r\n"))
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
    #expect(folder.publication?.removed == ["outlet-tv.ics"])
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

  @Test("two plans share a folder: neither cancels the other's events nor touches them")
  func twoPlans() throws {
    var (_, folder) = try published()
    let before = folder.component(uid, in: "year.ics")
    let next = try plan(id: 2021)
    folder.publish(next, [try placement("2021-04-02", in: next)], try terms("2021-01-01"))
    #expect(folder.components("year.ics").keys.sorted() == [uid, "p2021.a.1.vi@lichsong"])
    #expect(folder.component(uid, in: "year.ics") == before)
    #expect(CalendarChecker.findings(in: folder.files["year.ics"] ?? [], file: "x") == [])
  }

  @Test("a file that somebody else put there is left alone and told; one in our place is an error")
  func notOurs() throws {
    var (plan, folder) = try published()
    let theirs = Array("BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//EN\r\nEND:VCALENDAR\r\n".utf8)
    folder.files["hop.ics"] = theirs
    folder.files["year.ics"] = theirs
    folder.publish(plan, [try placement("2020-04-02", in: plan)], try terms("2020-03-02"))
    #expect(folder.files["hop.ics"] == theirs && folder.files["year.ics"] == theirs)
    #expect(
      folder.publication?.findings.map(\.told).map { $0[0] + " " + $0[1] + " " + $0[3] } == [
        "CALENDAR_NOT_OURS info hop.ics was not written by Lịch Sóng and stays as it is.",
        "CALENDAR_NOT_OURS error year.ics was not written by Lịch Sóng and stays as it is; the calendar of that "
          + "name was not written.",
      ])
  }

  @Test("a damaged calendar is told with its line, and made whole from the others without a new revision")
  func damaged() throws {
    var (plan, folder) = try published()
    folder.publish(plan, [try placement("2020-04-09", in: plan)], try terms("2020-03-02"))
    let whole = folder
    let text = folder.text("outlet-tv.ics")
    folder.files["outlet-tv.ics"] = Array(
      text.prefix(upTo: text.firstRange(of: "SUMMARY")?.lowerBound ?? text.endIndex).utf8)
    folder.publish(plan, [try placement("2020-04-09", in: plan)], try terms("2020-03-02"))
    #expect(folder.files == whole.files)
    #expect(folder.codes == [.calendarDamaged])
    #expect(folder.publication?.findings.first?.place == SourcePlace(file: "ra/outlet-tv.ics", line: 20))
  }

  @Test("any octets in the place of any calendar end in a publication that is sound")
  func hostile() throws {
    let (plan, folder) = try published()
    let event = "BEGIN:VEVENT\r\nUID:\(uid)\r\nDTSTAMP:20200301T000000Z\r\n"
    let hostile: [String] = [
      "", "\u{0}\u{0}\u{0}", "BEGIN:VCALENDAR\r\nVERS", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + event,
      event + "SEQUENCE:99999999999999999999\r\nDTSTART:20200402T201500\r\nEND:VEVENT\r\n",
      event + "SEQUENCE:-1\r\nDTSTART:20200402T201500\r\nEND:VEVENT\r\n",
      event + "SEQUENCE:2147483647\r\nDTSTART:20200402T201500\r\nEND:VEVENT\r\n",
      event + "SEQUENCE:3\r\nDTSTART:99999999T999999\r\nEND:VEVENT\r\n",
      event + "SEQUENCE:3\r\nDTSTART;TZID=Nowhere/Land:20200402T201500\r\nEND:VEVENT\r\n",
      event + "SEQUENCE:3\r\nDTSTART:20200402T201500\r\n" + event
        + "SEQUENCE:2\r\nEND:VEVENT\r\nEND:VEVENT\r\n",
      String(repeating: "BEGIN:VEVENT\r\n", count: 500), "UID", "\n\n\n \n", "END:VCALENDAR\r\nEND:VEVENT",
    ]
    for text in hostile {
      var folder = folder
      let old = folder.component(uid, in: "year.ics").sequence
      folder.files["outlet-tv.ics"] = Array(text.utf8)
      folder.files["outlet-gone.ics"] = Array(text.utf8)
      folder.publish(plan, [try placement("2020-04-02", in: plan)], try terms("2020-03-02"))
      #expect(folder.component(uid, in: "year.ics").sequence >= old, "\(text.debugDescription)")
      for (name, octets) in folder.files where octets != Array(text.utf8) {
        #expect(CalendarChecker.findings(in: octets, file: name) == [], "\(text.debugDescription)")
      }
    }
  }

  @Test("a revision that somebody raised by hand counts, as the highest")
  func raisedByHand() throws {
    var (plan, folder) = try published()
    folder.files["language-vi.ics"] = Array(
      folder.text("language-vi.ics").replacing("SEQUENCE:0", with: "SEQUENCE:7").utf8)
    folder.publish(plan, [try placement("2020-04-09", in: plan)], try terms("2020-03-02"))
    #expect(folder.component(uid, in: "outlet-tv.ics").sequence == 8)
  }

  @Test("further calendars come when they are asked for, and stay once they are there")
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
    folder.publish(plan, [try placement("2020-04-09", in: plan)], try self.terms("2020-03-02"))
    #expect(folder.files.keys.sorted() == names)
    for name in names { #expect(folder.component(uid, in: name)["DTSTART"] == "20200409T201500", "\(name)") }
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
      return "\(Publication.Terms(revised: local, zone: zone).revised)"
    }
    #expect(try utc("2026-11-21T09:00", "Asia/Ho_Chi_Minh") == "2026-11-21T02:00")
    #expect(try utc("2020-03-29T01:30", "Europe/Paris") == "2020-03-29T00:30")
    #expect(try utc("2020-03-29T03:30", "Europe/Paris") == "2020-03-29T01:30")
  }
}
