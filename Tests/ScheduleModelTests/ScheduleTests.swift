import ScheduleModel
import Testing

struct ScheduleTests {
  private func slot(_ timing: SlotTiming, on outlet: String = "truyen-hinh") -> Slot {
    Slot(outlet: outlet, grid: "toi", ruleDay: timing.day, timing: timing, pieces: 1, languages: [])
  }

  private func timed(_ iso: String, _ time: String, minutes: Int = 15) throws -> SlotTiming {
    .timed(start: LocalTime(try day(iso), try #require(TimeOfDay(time))), minutes: minutes)
  }

  private func plan(_ year: Int) -> Plan {
    Plan(
      id: "lai-chau-2018", title: "", year: year, days: CivilDay.year(year),
      revised: CivilDay.year(year).lowerBound,
      documents: [], units: [], outlets: [], blackouts: [], topics: [], lines: [], totals: [],
      matching: MatchingTolerance(), remarks: [])
  }

  private func placement(
    _ edition: Int, _ timing: SlotTiming, line: String = "chuyen-muc", language: LanguageTag = .vietnamese,
    run: Placement.Run = .first
  ) -> Placement {
    Placement(
      plan: "lai-chau-2018", line: line, edition: edition, language: language, run: run, slot: slot(timing))
  }

  @Test("a slot's id is its outlet, grid line and the day that the rule gave, wherever it moved")
  func slot_hasID() throws {
    let moved = Slot(
      outlet: "bao", grid: "so-bao", ruleDay: try day("2018-02-16"), timing: .allDay(try day("2018-02-23")),
      pieces: 2, languages: [])
    #expect(moved.id == "bao.so-bao.2018-02-16")
  }

  @Test("a slot or grid line without languages carries Vietnamese, and one with languages these alone")
  func slot_carriesLanguages() throws {
    let hmong = try #require(LanguageTag("hmn"))
    let timing = SlotTiming.allDay(try day("2018-04-05"))
    func carried(by languages: [LanguageTag]) -> [Bool] {
      let slot = Slot(
        outlet: "a", grid: "b", ruleDay: timing.day, timing: timing, pieces: 1, languages: languages)
      let grid = GridLine(
        id: "b", recurrence: .monthly, at: nil, minutes: 0, pieces: 1, languages: languages,
        validity: .always,
        inBlackout: .drop, place: SourcePlace(file: "plan.yaml", line: 1))
      return [.vietnamese, hmong].flatMap { [slot.carries($0), grid.carries($0)] }
    }
    #expect(carried(by: []) == [true, true, false, false])
    #expect(carried(by: [hmong]) == [false, false, true, true])
    #expect(carried(by: [hmong, .vietnamese]) == [true, true, true, true])
  }

  @Test("a timing says its day, its beginning and its half-open end in data")
  func timing_isPrinted() throws {
    let timings: [SlotTiming] = [
      try timed("2018-12-31", "23:50"), .allDay(try day("2018-12-31")),
      .inMonth(CivilDay.month(12, of: 2018)),
    ]
    #expect(timings.map(\.day.description) == ["2018-12-31", "2018-12-31", "2018-12-01"])
    #expect(timings.map(\.startText) == ["2018-12-31T23:50", "2018-12-31", "2018-12-01"])
    #expect(timings.map(\.endText) == ["2019-01-01T00:05", "2019-01-01", "2019-01-01"])
  }

  @Test("timings are in one order: by day, without an hour first, then by hour and length")
  func timing_isTotallyOrdered() throws {
    let ordered: [SlotTiming] = [
      .inMonth(try days("2018-04-01", "2018-04-15")), .inMonth(CivilDay.month(4, of: 2018)),
      .allDay(try day("2018-04-01")), try timed("2018-04-01", "0:00"),
      try timed("2018-04-01", "20:15", minutes: 5),
      try timed("2018-04-01", "20:15"), try timed("2018-04-01", "20:15:01"), try timed("2018-04-01", "24:00"),
      .allDay(try day("2018-04-03")),
    ]
    var firstFailure: String?
    for (i, left) in ordered.enumerated() {
      for (j, right) in ordered.enumerated() where (left < right) != (i < j) || (left == right) != (i == j) {
        firstFailure = firstFailure ?? "\(left) and \(right)"
      }
    }
    #expect(firstFailure == nil)
    #expect(ordered.reversed().sorted() == ordered)
  }

  @Test("a UID follows from plan, work, language and run, and stays when the day moves")
  func uid_staysWhenMoved() throws {
    let april = SlotTiming.allDay(try day("2018-04-05"))
    let may = SlotTiming.allDay(try day("2018-05-03"))
    let hmong = try #require(LanguageTag("hmn"))
    #expect(placement(7, april).uid == "lai-chau-2018.chuyen-muc.7.vi@lichsong")
    #expect(placement(7, april).uid == placement(7, may).uid)
    #expect(placement(7, may, language: hmong).uid == "lai-chau-2018.chuyen-muc.7.hmn@lichsong")
    let runs = Placement.Run.allCases.map { placement(7, april, run: $0).uid }
    #expect(
      runs == [
        "lai-chau-2018.chuyen-muc.7.vi@lichsong", "lai-chau-2018.chuyen-muc.7.vi.part.1@lichsong",
        "lai-chau-2018.chuyen-muc.7.vi.repeat.truyen-hinh@lichsong",
        "lai-chau-2018.chuyen-muc.7.vi.relay.truyen-hinh@lichsong",
        "lai-chau-2018.chuyen-muc.7.vi.cross-post.truyen-hinh@lichsong",
      ])
  }

  @Test(
    "placements stand in time order, without hours repeats last, then by UID; months count first runs of the line's originals alone"
  )
  func months_countOriginalFirstRuns() throws {
    let april = SlotTiming.allDay(try day("2018-04-05"))
    let december = SlotTiming.inMonth(CivilDay.month(12, of: 2018))
    let hmong = try #require(LanguageTag("hmn"))
    let schedule = Schedule(
      slots: [],
      placements: [
        placement(4, december), placement(2, april), placement(1, april),
        placement(1, april, language: hmong), placement(1, december, run: .repeat),
        placement(1, december, run: .crossPost), placement(1, december, line: "tin"),
        placement(5, .allDay(try day("2019-01-01"))), placement(3, .allDay(try day("2018-01-31"))),
      ], unplaced: [], proof: Schedule.Proof(demanded: 9, placed: 9))
    #expect(
      schedule.placements.map(\.uid) == [
        "lai-chau-2018.chuyen-muc.3.vi@lichsong", "lai-chau-2018.chuyen-muc.1.hmn@lichsong",
        "lai-chau-2018.chuyen-muc.1.vi@lichsong", "lai-chau-2018.chuyen-muc.2.vi@lichsong",
        "lai-chau-2018.chuyen-muc.1.vi.cross-post.truyen-hinh@lichsong",
        "lai-chau-2018.chuyen-muc.4.vi@lichsong", "lai-chau-2018.tin.1.vi@lichsong",
        "lai-chau-2018.chuyen-muc.1.vi.repeat.truyen-hinh@lichsong", "lai-chau-2018.chuyen-muc.5.vi@lichsong",
      ])
    let (plan, next) = (self.plan(2018), self.plan(2019))
    #expect(schedule.months(ofLine: "chuyen-muc", of: plan) == [1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(schedule.months(ofLine: "tin", of: plan) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(schedule.months(ofLine: "chuyen-muc", of: next) == [1] + Array(repeating: 0, count: 11))
    #expect(schedule.months(ofLine: "khong-co", of: plan) == Array(repeating: 0, count: 12))
  }
}
