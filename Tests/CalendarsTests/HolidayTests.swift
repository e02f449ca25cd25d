import Calendars
import ScheduleModel
import Testing

@Suite("Openings on Tết, in mourning and in districts that ended are noticed")
struct HolidayTests {
  /// The monthly programme of the last Saturday.
  private func lastSaturday(_ inBlackout: GridLine.InBlackout = .drop) throws -> GridLine {
    try Sample.grid(
      Sample.rule("FREQ=MONTHLY;BYDAY=-1SA"), id: "thang", at: "8h", minutes: 60, inBlackout: inBlackout)
  }

  @Test(
    "the last Saturday of January 2020 is the first day of Tết, and the remedy says how to drop or move it")
  func newYear() throws {
    let (slots, findings) = GridExpansion.slots(of: Sample.plan(try lastSaturday()))
    #expect(slots.count == 12)
    #expect(
      findings.map(\.told) == [
        [
          "HOLIDAY_COLLISION", "warning",
          "Khung giờ “thang” (Truyền hình) 25/01/2020 mở vào Tết Nguyên đán.",
          "On Tết, the lunar new year, there are openings: “thang” (Truyền hình) 2020-01-25.",
        ]
      ])
    #expect(
      findings.first?.remedy?.vi == """
        Muốn dời thay vì bỏ, ghi ở khung giờ “thang” (Truyền hình):
        in-blackout: -7d
        Rồi thêm vào `blackouts:`
        - { name: Tết Nguyên đán, from: 2020-01-25, to: 2020-01-27, outlets: [tv] }
        Buổi nào không dời thì nghỉ.
        """)
    #expect(
      findings.first?.remedy?.en == """
        To move instead of losing them, write at the grid line “thang” (Truyền hình):
        in-blackout: -7d
        Then add to `blackouts:`
        - { name: Tết Nguyên đán, from: 2020-01-25, to: 2020-01-27, outlets: [tv] }
        An opening that does not move is lost.
        """)
  }

  @Test(
    "the remedy works: dropped, the collision is gone; moved, all twelve remain, one of them on 18 January")
  func remedyWorks() throws {
    let blackout = try Sample.blackout("Tết Nguyên đán", "2020-01-25", "2020-01-27")
    let dropped = GridExpansion.slots(of: Sample.plan(try lastSaturday(), blackouts: [blackout]))
    #expect(dropped.slots.count == 11)
    #expect(dropped.findings.map(\.code) == [.blackoutCollision])
    let moved = GridExpansion.slots(
      of: Sample.plan(try lastSaturday(.shift(days: -7)), blackouts: [blackout]))
    #expect(moved.slots.count == 12)
    #expect(moved.slots.first?.timing.startText == "2020-01-18T08:00")
    #expect(moved.slots.first?.id == "tv.thang.2020-01-25")
    #expect(moved.findings.map(\.code) == [.blackoutCollision])
  }

  @Test("a weekly programme cannot move by a week onto itself, so the remedy proposes another day")
  func weeklyRemedy() throws {
    let grid = try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=SU"))
    let remedy = GridExpansion.slots(of: Sample.plan(grid)).findings.first?.remedy?.en
    #expect(remedy?.split(separator: "\n").dropFirst().first == "in-blackout: -2d")
  }

  @Test(
    "the remedy never asks for a second in-blackout: it replaces the one that there is, or says that it will do"
  )
  func remedyWithInBlackout() throws {
    func remedy(_ inBlackout: GridLine.InBlackout) throws -> [Substring] {
      let findings = GridExpansion.slots(of: Sample.plan(try lastSaturday(inBlackout))).findings
      return Array((findings.first?.remedy?.en ?? "").split(separator: "\n").dropLast(3))
    }
    #expect(
      try remedy(.keep) == [
        "The grid line “thang” (Truyền hình) keeps its openings there (in-blackout: keep). To move them, change that to:",
        "in-blackout: -7d",
      ])
    #expect(
      try remedy(.shift(days: 3)) == [
        "The grid line “thang” (Truyền hình) then moves, as it says: in-blackout: +3d"
      ])
    #expect(
      try remedy(.shift(days: 1)) == [
        "The grid line “thang” (Truyền hình) cannot move as it says (in-blackout: +1d). Change that to:",
        "in-blackout: -7d",
      ])
  }

  @Test("a move to a later day is proposed with its sign, without which no plan can be read")
  func laterRemedy() throws {
    let closed = try Sample.blackout("Bảo trì", "2020-01-18", "2020-01-18")
    let findings = GridExpansion.slots(of: Sample.plan(try lastSaturday(), blackouts: [closed])).findings
    let remedy = findings.first { $0.code == .holidayCollision }?.remedy?.en
    #expect(remedy?.split(separator: "\n").dropFirst().first == "in-blackout: +7d")
  }

  @Test("a daily programme has no day to move to, so the remedy only drops")
  func dailyRemedy() throws {
    let findings = GridExpansion.slots(of: Sample.plan(try Sample.grid(Sample.rule("FREQ=DAILY")))).findings
    let onNewYear = findings.first { $0.code == .holidayCollision }
    #expect(
      onNewYear?.message.en
        == "On Tết, the lunar new year, there are openings: “g” (Truyền hình) 2020-01-25, 2020-01-26, 2020-01-27."
    )
    #expect(
      onNewYear?.remedy?.en
        == "Add to `blackouts:`\n- { name: Tết Nguyên đán, from: 2020-01-25, to: 2020-01-27, outlets: [tv] }")
  }

  @Test("several grid lines of several outlets have one finding, and one blackout that names the outlets")
  func severalGridLines() throws {
    let weekly = try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=SU"), id: "tuan")
    let plan = Sample.plan(
      year: 2020,
      outlets: [
        Sample.outlet("tv", name: "Truyền hình", grid: [try lastSaturday(), weekly]),
        Sample.outlet("loa", name: "Loa xã", kind: .loudspeaker, grid: [try lastSaturday()]),
        Sample.outlet(
          "khong", name: "Đài khác", grid: [try Sample.grid(.dates([try Sample.day("2020-03-05")]))]),
      ])
    let findings = GridExpansion.slots(of: plan).findings
    #expect(findings.map(\.code) == [.holidayCollision])
    #expect(
      findings.first?.message.vi
        == "Khung giờ “thang” (Truyền hình) 25/01/2020; “tuan” (Truyền hình) 26/01/2020; “thang” (Loa xã) 25/01/2020 mở "
        + "vào Tết Nguyên đán.")
    #expect(
      findings.first?.remedy?.vi == """
        Muốn dời thay vì bỏ, ghi ở khung giờ “thang” (Truyền hình); “thang” (Loa xã):
        in-blackout: -7d
        Muốn dời thay vì bỏ, ghi ở khung giờ “tuan” (Truyền hình):
        in-blackout: -2d
        Rồi thêm vào `blackouts:`
        - { name: Tết Nguyên đán, from: 2020-01-25, to: 2020-01-27, outlets: [tv, loa] }
        Buổi nào không dời thì nghỉ.
        """)
  }

  @Test("Tết and Vietnamese mourning concern outlets in Việt Nam only")
  func elsewhere() throws {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    let plan = Sample.plan(
      year: 2018, outlets: [Sample.outlet("lao", name: "Đài Lào", zone: "Asia/Vientiane", grid: [daily])])
    #expect(GridExpansion.slots(of: plan).findings == [])
    let later = Sample.plan(
      year: 2031, outlets: [Sample.outlet("lao", name: "Đài Lào", zone: "Asia/Vientiane", grid: [daily])])
    #expect(GridExpansion.slots(of: later).findings == [])
  }

  @Test("what is kept in a blackout on purpose is not reported again")
  func keptOnPurpose() throws {
    let blackout = try Sample.blackout("Tết Nguyên đán", "2020-01-25", "2020-01-27")
    let (slots, findings) = GridExpansion.slots(
      of: Sample.plan(try lastSaturday(.keep), blackouts: [blackout]))
    #expect(slots.count == 12)
    #expect(findings == [])
  }

  @Test("Giỗ Tổ is a working day of the station")
  func ancestorsDay() throws {
    let days = try #require(NationalCalendar.ancestorsDay(of: 2020))
    let (slots, findings) = GridExpansion.slots(of: Sample.plan(try Sample.grid(.dates([days]))))
    #expect(slots.count == 1)
    #expect(findings == [])
  }

  @Test("an opening somewhere in the month collides with nothing")
  func monthly() throws {
    let grid = try Sample.grid(.monthly)
    #expect(GridExpansion.slots(of: Sample.plan(year: 2018, grid)).findings == [])
  }

  @Test("a year whose Tết is not shipped is said to be unchecked, once")
  func unknownYear() throws {
    let (_, findings) = GridExpansion.slots(
      of: Sample.plan(
        year: 2031,
        outlets: [Sample.outlet("a", grid: [try lastSaturday()]), Sample.outlet(grid: [try lastSaturday()])]))
    #expect(
      findings.map(\.told) == [
        [
          "HOLIDAY_COLLISION", "info",
          "Chưa có ngày Tết Nguyên đán năm 2031 (chỉ có từ 2018 đến 2030), "
            + "nên không kiểm tra được khung giờ nào trùng Tết.",
          "The days of Tết 2031 are not known here (only 2018 to 2030), "
            + "so no grid line was checked against them.",
        ]
      ])
  }

  @Test(
    "what is heard or performed on the days of state mourning is told, one finding a mourning, naming who")
  func mourning() throws {
    let grid = try Sample.grid(Sample.rule("FREQ=DAILY"), id: "toi")
    let findings = GridExpansion.slots(of: Sample.plan(year: 2018, grid, kind: .radio)).findings
      .filter { $0.code == .mourningCollision }
    #expect(
      findings.map(\.message.vi) == [
        "Khung giờ “toi” (Truyền hình) 20/03/2018, 21/03/2018 mở trong những ngày Quốc tang (Phan Văn Khải).",
        "Khung giờ “toi” (Truyền hình) 26/09/2018, 27/09/2018 mở trong những ngày Quốc tang (Trần Đại Quang).",
        "Khung giờ “toi” (Truyền hình) 06/10/2018, 07/10/2018 mở trong những ngày Quốc tang (Đỗ Mười).",
      ])
    #expect(
      findings.first?.message.en
        == "In the state mourning for Phan Văn Khải there are openings: “toi” (Truyền hình) 2018-03-20, 2018-03-21."
    )
    #expect(Set(findings.map(\.severity)) == [.info])
    #expect(
      findings.first?.remedy?.vi == """
        Thời sự vẫn phát; giải trí, tiểu phẩm, cuộc thi thì dời hoặc nghỉ.
        Thêm vào `blackouts:`
        - { name: Quốc tang Phan Văn Khải, from: 2018-03-20, to: 2018-03-21, outlets: [tv] }
        """)
  }

  @Test("television, radio, loudspeakers and events are looked at in mourning; what is read is not")
  func mourningKinds() throws {
    let told = try Outlet.Kind.allCases.filter { kind in
      let grid = try Sample.grid(.dates([try Sample.day("2018-03-20")]))
      let findings = GridExpansion.slots(of: Sample.plan(year: 2018, grid, kind: kind)).findings
      return findings.map(\.code) == [.mourningCollision]
    }
    #expect(Set(told) == [.television, .radio, .loudspeaker, .event])
  }

  @Test("a district's outlet that nobody closed is told from 1 July 2025 on, with the day to close it")
  func district() throws {
    let weekly = try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=TU"))
    let outlet = Sample.outlet("dai", name: "Đài huyện", level: .district, grid: [weekly])
    let findings = GridExpansion.slots(of: Sample.plan(year: 2025, outlets: [outlet])).findings
      .filter { $0.code == .outletNotValidOnDate }
    #expect(
      findings.map(\.told) == [
        [
          "OUTLET_NOT_VALID_ON_DATE", "warning",
          "“Đài huyện” thuộc cấp huyện, nhưng cấp huyện kết thúc hoạt động từ ngày 01/07/2025; "
            + "vẫn còn 27 buổi kể từ ngày 01/07/2025.",
          "“Đài huyện” is a district's, but districts ended on 2025-07-01; 27 openings from 2025-07-01 on remain.",
        ]
      ])
    #expect(findings.first?.remedy?.en.split(separator: "\n")[1] == "valid: { to: 2025-06-30 }")
  }

  @Test("a district's outlet that is closed, a commune's, and a year before are not told")
  func districtClosed() throws {
    let weekly = try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=TU"))
    let closed = Validity(through: try Sample.day("2025-06-30"))
    let plans = [
      Sample.plan(year: 2025, outlets: [Sample.outlet(level: .district, validity: closed, grid: [weekly])]),
      Sample.plan(year: 2025, outlets: [Sample.outlet(level: .commune, grid: [weekly])]),
      Sample.plan(year: 2024, outlets: [Sample.outlet(level: .district, grid: [weekly])]),
    ]
    let codes = plans.flatMap { GridExpansion.slots(of: $0).findings.map(\.code) }
    #expect(!codes.contains(.outletNotValidOnDate))
  }
}
