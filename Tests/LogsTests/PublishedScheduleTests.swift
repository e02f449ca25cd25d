import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

/// The schedule that was published, read back from its table.
struct PublishedScheduleTests {
  private static let plan = Plan.sample([.sample("chuyen-muc", "Cải cách hành chính")])
  private static let heading = "uid,line,edition,language,run,outlet,slot,start,end,title\r\n"

  private static let rows = [
    "lai-chau.chuyen-muc.1.vi@lichsong,chuyen-muc,1,vi,first,truyen-hinh,truyen-hinh.g.2018-04-05,2018-04-05T20:15,2018-04-05T20:30,A",
    "lai-chau.chuyen-muc.1.hmn@lichsong,chuyen-muc,1,hmn,first,bao,bao.g.2018-04-06,2018-04-06,2018-04-07,\"A, B\"",
    "lai-chau.chuyen-muc.1.vi.repeat.bao.2@lichsong,chuyen-muc,1,vi,repeat,bao,bao.k.2018-05-01,2018-05-01,2018-06-01,A",
  ]

  private func read(_ text: String, slots: [Slot] = [], from: String = "2018-12-31") -> (
    placements: [Placement]?, findings: [Finding]
  ) {
    PublishedScheduleReader.read(
      Array(text.utf8), file: "placements.csv", plan: Self.plan, slots: slots, from: .of(from))
  }

  /// The findings about the first row with some of its text replaced.
  private func told(_ old: String, _ new: String) -> [String] {
    let row = Self.rows[0].replacing(old, with: new)
    let (placements, findings) = read(Self.heading + row + "\r\n" + Self.rows[1] + "\r\n")
    #expect(placements?.map(\.uid) == ["lai-chau.chuyen-muc.1.hmn@lichsong"])
    return findings.map { "\($0.place?.line ?? 0) \($0.severity) \($0.code.rawValue)" }
  }

  @Test("an hour, a day and a month come back, with language, run and the number of the repeat")
  func roundTrip() {
    let (placements, findings) = read(
      "\u{FEFF}" + Self.heading + Self.rows.joined(separator: "\r\n") + "\r\n")
    #expect(findings.isEmpty)
    #expect(placements?.map(\.timing.startText) == ["2018-04-05T20:15", "2018-04-06", "2018-05-01"])
    #expect(placements?.map(\.timing.endText) == ["2018-04-05T20:30", "2018-04-07", "2018-06-01"])
    #expect(placements?.map(\.slot) == ["truyen-hinh.g.2018-04-05", "bao.g.2018-04-06", "bao.k.2018-05-01"])
    #expect(placements?.map(\.number) == [1, 1, 2])
    #expect(placements?.map(\.language.tag) == ["vi", "hmn", "vi"])
    #expect(placements?.map(\.run) == [.first, .first, .repeat])
  }

  @Test("a spreadsheet's semicolons and another order of columns are read alike")
  func otherDialect() {
    let text = """
      end;start;slot;outlet;run;language;edition;line;uid
      2018-04-07;2018-04-06;bao.g.2018-04-06;bao;first;hmn;1;chuyen-muc;lai-chau.chuyen-muc.1.hmn@lichsong
      """
    let (placements, findings) = read(text)
    #expect(findings.isEmpty)
    #expect(placements?.map(\.uid) == ["lai-chau.chuyen-muc.1.hmn@lichsong"])
  }

  @Test("a row that cannot be read is told with its line, and keeps no other from being read")
  func brokenRows() {
    #expect(told("chuyen-muc,1", "chuyen-mu,1") == ["2 error LOG_ROW_BROKEN"])
    #expect(told(",1,vi", ",không,vi") == ["2 error LOG_ROW_BROKEN"])
    #expect(told(",A", ",A,B") == ["2 error LOG_ROW_BROKEN"])
    #expect(told("first", "firts") == ["2 error PUBLISHED_ROW_BROKEN"])
    #expect(told("T20:30", "T19:30") == ["2 error PUBLISHED_ROW_BROKEN"])
    #expect(told("g.2018-04-05", "g.2018-04-31") == ["2 error PUBLISHED_ROW_BROKEN"])
    #expect(told("lai-chau.", "lai-chau-2017.") == ["2 error PUBLISHED_UID_UNKNOWN"])
  }

  @Test("a later attempt comes back under its own UID, of a repeat too, and a made-up one is refused")
  func attempts() {
    func read(_ uid: String, _ row: Int) -> ([Placement]?, [FindingCode]) {
      let own = String(Self.rows[row].prefix { $0 != "," })
      let (placements, findings) = self.read(Self.heading + Self.rows[row].replacing(own, with: uid) + "\r\n")
      return (placements, findings.map(\.code))
    }
    let (first, none) = read("lai-chau.chuyen-muc.1.vi.again.2@lichsong", 0)
    #expect(first?.map(\.uid) == ["lai-chau.chuyen-muc.1.vi.again.2@lichsong"] && none == [])
    #expect(first?.map(\.number) == [1])
    let (second, nothing) = read("lai-chau.chuyen-muc.1.vi.repeat.bao.2.again.3@lichsong", 2)
    #expect(second?.map(\.number) == [2] && nothing == [])
    for wrong in ["again.1", "again.02", "again.x", "again", "2"] {
      #expect(read("lai-chau.chuyen-muc.1.vi.\(wrong)@lichsong", 0).1 == [.publishedUIDUnknown])
    }
    #expect(read("lai-chau.chuyen-muc.2.vi.again.2@lichsong", 0).1 == [.publishedUIDUnknown])
  }

  @Test("each attempt follows the one before it that is there")
  func attemptsBefore() {
    #expect(
      PlacementAttempt.before([
        "x.a.1.vi.again.3@l", "x.a.1.vi@l", "x.a.1.vi.again.2@l", "x.b.1.vi.again.2@l",
      ])
        == ["x.a.1.vi.again.3@l": "x.a.1.vi.again.2@l", "x.a.1.vi.again.2@l": "x.a.1.vi@l"])
    #expect(PlacementAttempt(uid: "x.a.1.vi@l").number == 1)
    #expect(PlacementAttempt(first: "x.a.1.vi@l", number: 2).uid == "x.a.1.vi.again.2@l")
  }

  @Test("a UID stands once")
  func repeated() {
    let (placements, findings) = read(Self.heading + Self.rows[0] + "\r\n" + Self.rows[0] + "\r\n")
    #expect(placements?.count == 1)
    #expect(findings.map(\.code) == [.publishedUIDRepeated])
    #expect(findings.first?.place?.line == 3)
  }

  @Test(
    "a slot that the plan opens no more is told where its day is still to come, and the placement is kept")
  func slotGone() {
    let slot = Slot(
      outlet: "bao", grid: "g", ruleDay: .of("2018-04-06"), timing: .allDay(.of("2018-04-06")), pieces: 1,
      languages: [])
    let text = Self.heading + Self.rows.joined(separator: "\r\n")
    let (placements, findings) = read(text, slots: [slot], from: "2018-04-06")
    #expect(placements?.count == 3)
    #expect(findings.map(\.code) == [.publishedSlotGone])
    #expect(findings.first?.place?.line == 4)
    #expect(findings.first?.severity == .warning)
  }

  @Test("another table is no published schedule, and nothing is read from it")
  func otherTable() {
    for text in ["", "date,outlet\r\n2018-04-05,bao\r\n"] {
      let (placements, findings) = read(text)
      #expect(placements == nil)
      #expect(findings.map(\.code) == [.publishedRowBroken])
    }
  }

  @Test("what is published for 01:10 is history of the day before, where the outlet's day starts at 05:00")
  func smallHours() {
    let plan = Plan.sample(
      [.sample("a", "Đêm", on: .each(["dem"]))], further: [.sample("dem", "Kênh đêm", dayStarts: "05:00")])
    let schedule = Schedule.sample([
      .sample("a", 1, at: "2018-04-16T01:10", on: "dem"), .sample("a", 2, at: "2018-04-17T01:10", on: "dem"),
    ])
    let year = YearSoFar(from: .of("2018-04-16"), plan: plan, published: schedule.placements)
    #expect(year.aired == ["lai-chau.a.1.vi@lichsong": CivilDay.of("2018-04-15")])
    #expect(!year.isLogged && year.unknown.count == 1 && year.airedCount == 0)
    #expect(schedule.placements.map { year.isOpen($0.timing, on: "dem") } == [false, true])
  }
}
