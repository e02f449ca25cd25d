import Calendars
import ScheduleModel
import Testing

@Suite("Openings in a blackout are lost, stay or move, and each is told")
struct BlackoutTests {
  /// Thursdays in January and February 2020, of which 23 and 30 January fall into the days off.
  private func thursdays(
    _ inBlackout: GridLine.InBlackout, blackouts: [Blackout]? = nil, rule: String = "FREQ=WEEKLY;BYDAY=TH"
  ) throws -> (starts: [String], ids: [String], findings: [Finding]) {
    let grid = try Sample.grid(Sample.rule(rule), id: "toi", inBlackout: inBlackout)
    let plan = Sample.plan(
      days: try Sample.days("2020-01-09", "2020-02-08"), grid,
      blackouts: try blackouts ?? [Sample.blackout("Tết", "2020-01-23", "2020-01-30")])
    let (slots, findings) = GridExpansion.slots(of: plan)
    return (slots.map(\.timing.startText), slots.map(\.id), findings)
  }

  @Test("dropped openings are lost, and one finding names the blackout and the days")
  func drop() throws {
    let (starts, _, findings) = try thursdays(.drop)
    #expect(starts == ["2020-01-09T20:15", "2020-01-16T20:15", "2020-02-06T20:15"])
    #expect(
      findings.map(\.told) == [
        [
          "BLACKOUT_COLLISION", "info",
          "Khung giờ “toi” (Truyền hình) nghỉ 2 buổi vì “Tết”: 23/01/2020, 30/01/2020.",
          "Grid line “toi” (Truyền hình) loses 2 openings to “Tết”: 2020-01-23, 2020-01-30.",
        ]
      ])
  }

  @Test("kept openings stay and need no finding")
  func keep() throws {
    let (starts, _, findings) = try thursdays(.keep)
    #expect(starts.count == 5)
    #expect(findings == [])
  }

  @Test("moved openings keep their ids, and each move is told")
  func shift() throws {
    let (starts, ids, findings) = try thursdays(.shift(days: 9))
    #expect(
      starts == [
        "2020-01-09T20:15", "2020-01-16T20:15", "2020-02-01T20:15", "2020-02-06T20:15", "2020-02-08T20:15",
      ])
    #expect(
      ids == [
        "tv.toi.2020-01-09", "tv.toi.2020-01-16", "tv.toi.2020-01-23", "tv.toi.2020-02-06",
        "tv.toi.2020-01-30",
      ])
    #expect(
      findings.map(\.message.vi) == [
        "Khung giờ “toi” (Truyền hình) dời buổi 23/01/2020 sang 01/02/2020 vì “Tết”.",
        "Khung giờ “toi” (Truyền hình) dời buổi 30/01/2020 sang 08/02/2020 vì “Tết”.",
      ])
    #expect(
      findings.map(\.message.en) == [
        "Grid line “toi” (Truyền hình) moves from 2020-01-23 to 2020-02-01 because of “Tết”.",
        "Grid line “toi” (Truyền hình) moves from 2020-01-30 to 2020-02-08 because of “Tết”.",
      ])
    #expect(Set(findings.map(\.code)) == [.blackoutCollision] && Set(findings.map(\.severity)) == [.info])
  }

  @Test(
    "an opening is lost when it would move into the blackout, out of the plan, or onto an opening of the line",
    arguments: [
      (2, ["2020-01-09", "2020-01-16", "2020-02-01", "2020-02-06"]),
      (12, ["2020-01-09", "2020-01-16", "2020-02-04", "2020-02-06"]),
      (-7, ["2020-01-09", "2020-01-16", "2020-02-06"]),
    ])
  func shiftLost(days: Int, left: [String]) throws {
    let (starts, _, findings) = try thursdays(.shift(days: days))
    #expect(starts == left.map { $0 + "T20:15" })
    let lost = try #require(findings.last)
    let (vi, en) =
      days == -7
      ? (
        "nghỉ 2 buổi vì “Tết”: 23/01/2020, 30/01/2020.", "loses 2 openings to “Tết”: 2020-01-23, 2020-01-30."
      )
      : days == 2
        ? ("nghỉ 1 buổi vì “Tết”: 23/01/2020.", "loses 1 opening to “Tết”: 2020-01-23.")
        : ("nghỉ 1 buổi vì “Tết”: 30/01/2020.", "loses 1 opening to “Tết”: 2020-01-30.")
    #expect(lost.message.vi == "Khung giờ “toi” (Truyền hình) " + vi)
    #expect(lost.message.en == "Grid line “toi” (Truyền hình) " + en)
    #expect(lost.remedy != nil)
  }

  @Test("a long list of lost days is cut after six")
  func manyDays() throws {
    let (_, _, findings) = try thursdays(.drop, rule: "FREQ=DAILY")
    #expect(
      findings.map(\.message.en) == [
        "Grid line “toi” (Truyền hình) loses 8 openings to “Tết”: 2020-01-23, 2020-01-24, 2020-01-25, "
          + "2020-01-26, 2020-01-27, 2020-01-28 and 2 more."
      ])
    #expect(
      findings.map(\.message.vi) == [
        "Khung giờ “toi” (Truyền hình) nghỉ 8 buổi vì “Tết”: 23/01/2020, 24/01/2020, 25/01/2020, "
          + "26/01/2020, 27/01/2020, 28/01/2020 và 2 ngày nữa."
      ])
  }

  @Test("two blackouts give two findings; the one that the plan names first has the day that both close")
  func twoBlackouts() throws {
    let (_, _, findings) = try thursdays(
      .drop,
      blackouts: [
        Sample.blackout("Hội nghị", "2020-01-30", "2020-02-06"),
        Sample.blackout("Tết", "2020-01-23", "2020-01-30"),
      ])
    #expect(
      findings.map(\.message.en) == [
        "Grid line “toi” (Truyền hình) loses 1 opening to “Tết”: 2020-01-23.",
        "Grid line “toi” (Truyền hình) loses 2 openings to “Hội nghị”: 2020-01-30, 2020-02-06.",
      ])
  }

  @Test("a blackout of another outlet, or of single lines, closes nothing here")
  func otherBlackouts() throws {
    let (starts, _, findings) = try thursdays(
      .drop,
      blackouts: [
        Sample.blackout("Báo nghỉ", "2020-01-01", "2020-12-31", outlets: ["bao"]),
        Sample.blackout("Chuyên mục nghỉ", "2020-01-01", "2020-12-31", lines: ["chuyen-muc"]),
      ])
    #expect(starts.count == 5)
    #expect(findings == [])
  }

  @Test("a month without a fixed day is lost only when all its days of the plan are closed")
  func wholeMonth() throws {
    let plan = Sample.plan(
      days: try Sample.days("2020-01-20", "2020-03-31"), try Sample.grid(.monthly, id: "it"),
      blackouts: [
        try Sample.blackout("Tết", "2020-01-15", "2020-01-28"),
        try Sample.blackout("Sửa chữa", "2020-01-28", "2020-02-28"),
      ])
    let (slots, findings) = GridExpansion.slots(of: plan)
    #expect(slots.map(\.id) == ["tv.it.2020-02-01", "tv.it.2020-03-01"])
    #expect(
      findings.map(\.told) == [
        [
          "BLACKOUT_COLLISION", "info",
          "Khung giờ “it” (Truyền hình) không có buổi nào trong tháng 1/2020 vì cả tháng nghỉ: “Tết”.",
          "Grid line “it” (Truyền hình) has no opening in 2020-01, for the whole month is closed: “Tết”.",
        ]
      ])
  }

  @Test("an opening at 24:00 is closed by a blackout of the day that ends with it")
  func endOfDay() throws {
    let grid = try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=WE"), id: "dem", at: "24:00")
    let plan = Sample.plan(
      days: try Sample.days("2020-03-01", "2020-03-20"), grid,
      blackouts: [try Sample.blackout("Nghỉ", "2020-03-05", "2020-03-05")])
    let ids = ["tv.dem.2020-03-04", "tv.dem.2020-03-11", "tv.dem.2020-03-18"]
    #expect(GridExpansion.slots(of: plan).slots.map(\.id) == ids)
    let closed = Sample.plan(
      days: try Sample.days("2020-03-01", "2020-03-20"), grid,
      blackouts: [try Sample.blackout("Nghỉ", "2020-03-04", "2020-03-04")])
    #expect(GridExpansion.slots(of: closed).slots.map(\.id) == Array(ids.dropFirst()))
  }
}
