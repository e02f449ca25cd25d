import Calendars
import ScheduleModel
import Testing

@Suite("Grid lines become dated slots")
struct GridExpansionTests {
  /// The beginnings of the slots that one grid line gives.
  private func starts(of grid: GridLine, year: Int = 2020, days: Range<CivilDay>? = nil) -> [String] {
    GridExpansion.slots(of: Sample.plan(year: year, days: days, grid)).slots.map(\.timing.startText)
  }

  @Test("the last Saturday of each month of 2020, at 08:00 for an hour")
  func lastSaturdays() throws {
    let grid = try Sample.grid(Sample.rule("FREQ=MONTHLY;BYDAY=-1SA"), id: "thang", at: "8h", minutes: 60)
    let slots = GridExpansion.slots(of: Sample.plan(grid)).slots
    let days = [
      "2020-01-25", "2020-02-29", "2020-03-28", "2020-04-25", "2020-05-30", "2020-06-27", "2020-07-25",
      "2020-08-29", "2020-09-26", "2020-10-31", "2020-11-28", "2020-12-26",
    ]
    #expect(slots.map(\.timing.startText) == days.map { $0 + "T08:00" })
    #expect(slots.map(\.timing.endText) == days.map { $0 + "T09:00" })
    #expect(slots.map(\.id) == days.map { "tv.thang.\($0)" })
  }

  @Test("the leap year 2020 has 53 Wednesdays and 53 Thursdays, and 52 of every other weekday")
  func leapYear() throws {
    let counts = try ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map { weekday in
      try starts(of: Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=\(weekday)"))).count
    }
    #expect(counts == [52, 52, 53, 53, 52, 52, 52])
  }

  @Test("twice a month on the 1st and the 15th is 24 times a year")
  func halfMonthly() throws {
    let starts = try starts(of: Sample.grid(Sample.rule("FREQ=MONTHLY;BYMONTHDAY=1,15")))
    #expect(starts.count == 24)
    #expect(starts.first == "2020-01-01T20:15" && starts.last == "2020-12-15T20:15")
  }

  @Test("every second week counts from the first day of the plan, or from the grid line's first valid day")
  func intervalStart() throws {
    let rule = try Sample.rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")
    let january = try Sample.days("2020-01-01", "2020-01-31")
    #expect(
      starts(of: try Sample.grid(rule), days: january)
        == ["2020-01-02T20:15", "2020-01-16T20:15", "2020-01-30T20:15"])
    let fromBefore = Validity(from: try Sample.day("2019-12-26"))
    #expect(
      starts(of: try Sample.grid(rule, validity: fromBefore), days: january)
        == ["2020-01-09T20:15", "2020-01-23T20:15"])
  }

  @Test("a grid that has been valid since 1900 still gives every day of the year")
  func longValidity() throws {
    let since = Validity(from: try Sample.day("1900-01-01"))
    let starts = try starts(of: Sample.grid(Sample.rule("FREQ=DAILY"), validity: since))
    #expect(starts.count == 366)
    #expect(starts.first == "2020-01-01T20:15" && starts.last == "2020-12-31T20:15")
  }

  @Test("COUNT ends a rule")
  func count() throws {
    let starts = try starts(of: Sample.grid(Sample.rule("FREQ=DAILY;COUNT=3;BYDAY=SU")))
    #expect(starts == ["2020-01-05T20:15", "2020-01-12T20:15", "2020-01-19T20:15"])
  }

  @Test(
    "UNTIL ends a rule: a day includes its evening, an instant does not, UTC is seven hours earlier",
    arguments: [
      ("20200103", "2020-01-03T20:15"), ("20200103T201500", "2020-01-03T20:15"),
      ("20200103T201459", "2020-01-02T20:15"), ("20200103T131500Z", "2020-01-03T20:15"),
      ("20200103T131459Z", "2020-01-02T20:15"), ("20200102T235959Z", "2020-01-02T20:15"),
    ])
  func until(_ until: String, last: String) throws {
    #expect(starts(of: try Sample.grid(Sample.rule("FREQ=DAILY;UNTIL=\(until)"))).last == last)
  }

  @Test("24 giờ is the end of its day, and of the year")
  func endOfDay() throws {
    let grid = try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=TH"), id: "dem", at: "24 giờ")
    let (slots, findings) = GridExpansion.slots(
      of: Sample.plan(days: try Sample.days("2020-12-20", "2020-12-31"), grid))
    #expect(slots.map(\.timing.startText) == ["2020-12-24T24:00", "2020-12-31T24:00"])
    #expect(slots.map(\.timing.endText) == ["2020-12-25T00:15", "2021-01-01T00:15"])
    #expect(slots.map(\.timing.day.description) == ["2020-12-24", "2020-12-31"])
    #expect(slots.map(\.id) == ["tv.dem.2020-12-24", "tv.dem.2020-12-31"])
    #expect(findings == [])
  }

  @Test("an issue without an hour is a whole day")
  func wholeDay() throws {
    let grid = try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=MO,WE,FR"), at: nil)
    let slots = GridExpansion.slots(
      of: Sample.plan(days: try Sample.days("2020-03-02", "2020-03-08"), grid, kind: .newspaper)
    ).slots
    #expect(
      slots.map(\.timing) == [
        .allDay(try Sample.day("2020-03-02")), .allDay(try Sample.day("2020-03-04")),
        .allDay(try Sample.day("2020-03-06")),
      ])
  }

  @Test("once a month without a fixed day: each month of the plan, the first one cut to its days")
  func monthly() throws {
    let grid = try Sample.grid(.monthly, id: "it")
    let slots = GridExpansion.slots(of: Sample.plan(days: try Sample.days("2020-04-04", "2020-12-31"), grid))
      .slots
    #expect(slots.count == 9)
    #expect(slots.first?.id == "tv.it.2020-04-01")
    #expect(slots.first?.timing == .inMonth(try Sample.days("2020-04-04", "2020-04-30")))
    #expect(slots.last?.timing == .inMonth(try Sample.days("2020-12-01", "2020-12-31")))
    #expect(GridExpansion.slots(of: Sample.plan(year: 2019, grid)).slots.count == 12)
  }

  @Test("named days, in any order and one of them twice")
  func namedDays() throws {
    let days = try ["2020-05-19", "2020-02-03", "2020-05-19"].map(Sample.day)
    #expect(starts(of: try Sample.grid(.dates(days))) == ["2020-02-03T20:15", "2020-05-19T20:15"])
  }

  @Test("named days outside the plan, and outside the outlet's validity, are told and not used")
  func namedDaysOutside() throws {
    let days = try ["2019-12-31", "2020-02-03", "2020-07-01"].map(Sample.day)
    let outlet = Sample.outlet(
      validity: Validity(through: try Sample.day("2020-06-30")), grid: [try Sample.grid(.dates(days))])
    let (slots, findings) = GridExpansion.slots(of: Sample.plan(outlets: [outlet]))
    #expect(slots.map(\.timing.startText) == ["2020-02-03T20:15"])
    #expect(
      findings.map(\.told) == [
        [
          "DATE_OUTSIDE_YEAR", "warning",
          "Khung giờ “g” (Truyền hình) mở ngoài thời gian của kế hoạch, các buổi sau không dùng: 31/12/2019.",
          "Grid line “g” (Truyền hình) opens outside the days of the plan; not used: 2019-12-31.",
        ],
        [
          "OUTLET_NOT_VALID_ON_DATE", "warning",
          "Khung giờ “g” (Truyền hình) nêu ngày nằm ngoài thời hạn `valid:` của kênh hoặc khung giờ, "
            + "các buổi sau không dùng: 01/07/2020.",
          "Grid line “g” (Truyền hình) names days outside `valid:` of the outlet or the grid line; "
            + "not used: 2020-07-01.",
        ],
      ])
  }

  @Test("plan, outlet and grid line must all exist on the day")
  func validityWindows() throws {
    let daily = try Sample.grid(
      Sample.rule("FREQ=DAILY"), validity: Validity(through: Sample.day("2020-03-12")))
    let outlet = Sample.outlet(validity: Validity(from: try Sample.day("2020-03-10")), grid: [daily])
    let plan = Sample.plan(days: try Sample.days("2020-03-01", "2020-12-31"), outlets: [outlet])
    #expect(
      GridExpansion.slots(of: plan).slots.map(\.timing.startText)
        == ["2020-03-10T20:15", "2020-03-11T20:15", "2020-03-12T20:15"])
  }

  @Test(
    "a rule that never occurs is told, however it contradicts itself",
    arguments: [
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
      "FREQ=DAILY;UNTIL=20191231",
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    ])
  func neverOccurs(_ rule: String) throws {
    let (slots, findings) = GridExpansion.slots(of: Sample.plan(try Sample.grid(Sample.rule(rule))))
    #expect(slots == [])
    #expect(
      findings.map(\.told) == [
        [
          "GRID_LINE_WITHOUT_SLOTS", "warning",
          "Khung giờ “g” (Truyền hình) (\(rule)) không mở ngày nào trong thời gian của kế hoạch, "
            + "từ 01/01/2020 đến 31/12/2020.",
          "Grid line “g” (Truyền hình) (\(rule)) does not open on any day of the plan, "
            + "from 2020-01-01 to 2020-12-31.",
        ]
      ])
    #expect(findings.first?.place == Sample.place)
  }

  @Test("a grid line that ended before the plan begins is told, whatever its kind")
  func endedBefore() throws {
    let ended = Validity(through: try Sample.day("2019-12-31"))
    let kinds: [GridLine.Recurrence] = [try Sample.rule("FREQ=DAILY"), .dates([]), .monthly]
    let codes = try kinds.map { kind in
      GridExpansion.slots(of: Sample.plan(try Sample.grid(kind, validity: ended))).findings.map(\.code)
    }
    #expect(codes == Array(repeating: [.gridLineWithoutSlots], count: 3))
  }

  @Test("slots of several outlets come by time: a day without an hour first, then by the clock, then by id")
  func order() throws {
    let daily = try Sample.rule("FREQ=DAILY")
    let plan = Sample.plan(
      days: try Sample.days("2020-03-02", "2020-03-03"),
      outlets: [
        Sample.outlet("b", grid: [try Sample.grid(daily), try Sample.grid(daily, id: "sang", at: "5:00")]),
        Sample.outlet("a", grid: [try Sample.grid(daily)]),
        Sample.outlet("bao", kind: .newspaper, grid: [try Sample.grid(daily, at: nil)]),
      ])
    let slots = GridExpansion.slots(of: plan).slots.map(\.id)
    #expect(
      slots == [
        "bao.g.2020-03-02", "b.sang.2020-03-02", "a.g.2020-03-02", "b.g.2020-03-02",
        "bao.g.2020-03-03", "b.sang.2020-03-03", "a.g.2020-03-03", "b.g.2020-03-03",
      ])
  }

  @Test("slots carry the grid line's room and languages")
  func contents() throws {
    let mong = try Sample.tag("hmn")
    let grid = GridLine(
      id: "g", recurrence: .dates([try Sample.day("2020-03-02")]), at: nil, minutes: 0, pieces: 3,
      languages: [mong], validity: .always, inBlackout: .drop, place: Sample.place)
    let slot = try #require(GridExpansion.slots(of: Sample.plan(grid)).slots.first)
    #expect(slot.pieces == 3 && slot.languages == [mong] && slot.outlet == "tv" && slot.grid == "g")
  }

  @Test("a rule opens on its days but those excepted, which need not be its days")
  func except() throws {
    let grid = GridLine(
      id: "toi", recurrence: try Sample.rule("FREQ=WEEKLY;BYDAY=TH"), at: TimeOfDay("20:15"), minutes: 15,
      pieces: 1,
      languages: [],
      validity: Validity(from: try Sample.day("2020-08-01"), through: try Sample.day("2020-08-31")),
      inBlackout: .drop, place: Sample.place,
      except: [try Sample.day("2020-08-13"), try Sample.day("2020-08-14")])
    let (slots, findings) = GridExpansion.slots(of: Sample.plan(grid))
    #expect(slots.map { "\($0.timing.day)" } == ["2020-08-06", "2020-08-20", "2020-08-27"])
    let idle = findings.filter { $0.code == .unusedKey }
    #expect(
      idle.map { $0.message.en.suffix(62) }
        == ["cepts days on which its rule does not open anyway: 2020-08-14."])
  }
}
