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
          "Khung giờ “thang” (Truyền hình) mở vào Tết Nguyên đán: 25/01/2020.",
          "Grid line “thang” (Truyền hình) opens on Tết, the lunar new year: 2020-01-25.",
        ]
      ])
    #expect(
      findings.first?.remedy?.vi == """
        Thêm vào `blackouts:`
        - { name: Tết Nguyên đán, from: 2020-01-25, to: 2020-01-27 }
        Muốn dời thay vì bỏ, ghi ở khung giờ:
        in-blackout: -7d
        """)
    #expect(
      findings.first?.remedy?.en == """
        Add to `blackouts:`
        - { name: Tết Nguyên đán, from: 2020-01-25, to: 2020-01-27 }
        To move instead of losing it, let the grid line say:
        in-blackout: -7d
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
    #expect(remedy?.split(separator: "\n").last == "in-blackout: -2d")
  }

  @Test(
    "the remedy never asks for a second in-blackout: it replaces the one that there is, or says that it will do"
  )
  func remedyWithInBlackout() throws {
    func remedy(_ inBlackout: GridLine.InBlackout) throws -> [Substring] {
      let findings = GridExpansion.slots(of: Sample.plan(try lastSaturday(inBlackout))).findings
      return Array((findings.first?.remedy?.en ?? "").split(separator: "\n").dropFirst(2))
    }
    #expect(
      try remedy(.keep) == [
        "The grid line keeps its openings there (in-blackout: keep). To move them, change that to:",
        "in-blackout: -7d",
      ])
    #expect(
      try remedy(.shift(days: 3)) == ["The grid line then moves, as it says: in-blackout: +3d"])
    #expect(
      try remedy(.shift(days: 1)) == [
        "The grid line cannot move as it says (in-blackout: +1d). Change that to:", "in-blackout: -7d",
      ])
  }

  @Test("a move to a later day is proposed with its sign, without which no plan can be read")
  func laterRemedy() throws {
    let closed = try Sample.blackout("Bảo trì", "2020-01-18", "2020-01-18")
    let findings = GridExpansion.slots(of: Sample.plan(try lastSaturday(), blackouts: [closed])).findings
    let remedy = findings.first { $0.code == .holidayCollision }?.remedy?.en
    #expect(remedy?.split(separator: "\n").last == "in-blackout: +7d")
  }

  @Test("a daily programme has no day to move to, so the remedy only drops")
  func dailyRemedy() throws {
    let findings = GridExpansion.slots(of: Sample.plan(try Sample.grid(Sample.rule("FREQ=DAILY")))).findings
    let onNewYear = findings.first { $0.code == .holidayCollision }
    #expect(
      onNewYear?.message.en
        == "Grid line “g” (Truyền hình) opens on Tết, the lunar new year: 2020-01-25, 2020-01-26, 2020-01-27."
    )
    #expect(
      onNewYear?.remedy?.en
        == "Add to `blackouts:`\n- { name: Tết Nguyên đán, from: 2020-01-25, to: 2020-01-27 }")
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
        "Khung giờ “toi” (Truyền hình) mở trong những ngày Quốc tang (Phan Văn Khải): 20/03/2018, 21/03/2018.",
        "Khung giờ “toi” (Truyền hình) mở trong những ngày Quốc tang (Trần Đại Quang): 26/09/2018, 27/09/2018.",
        "Khung giờ “toi” (Truyền hình) mở trong những ngày Quốc tang (Đỗ Mười): 06/10/2018, 07/10/2018.",
      ])
    #expect(
      findings.first?.message.en
        == "Grid line “toi” (Truyền hình) opens in the state mourning for Phan Văn Khải: 2018-03-20, 2018-03-21."
    )
    #expect(Set(findings.map(\.severity)) == [.info])
    #expect(
      findings.first?.remedy?.vi == """
        Thời sự vẫn phát; nếu là giải trí, tiểu phẩm, cuộc thi thì thêm vào `blackouts:`
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
