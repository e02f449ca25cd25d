import ScheduleModel
import Testing

/// Lines that share slots, outlets that share lines, and what closes a slot.
struct SharingTests {
  @Test("96 and 72 share the daily news, two pieces each, eight and six a month")
  func sharedNews() {
    let lines = [Sample.line("a", 96, perDay: 1), Sample.line("b", 72, perDay: 1)]
    let allocated = Allocated(lines, in: Sample.slots(on: Sample.daily(), pieces: 2))
    #expect(allocated.months("a") == Array(repeating: 8, count: 12))
    #expect(allocated.months("b") == Array(repeating: 6, count: 12))
    #expect(allocated.findings.isEmpty)
  }

  @Test("two lines of 26 share 52 slots of one piece, and each stays even")
  func sharedSingles() {
    let lines = [Sample.line("a", 26), Sample.line("b", 26)]
    let allocated = Allocated(lines, in: Sample.slots(on: Sample.weekly(4)))
    #expect(allocated.days("a").count == 26 && allocated.days("b").count == 26)
    for line in ["a", "b"] {
      let farthest = (1...12).map { month in
        abs(allocated.months(line).prefix(month).reduce(0, +) * 12 - 26 * month)
      }.max()
      #expect(farthest ?? 12 < 12, "never a whole work from the even line")
    }
  }

  @Test("a line that may use one grid line only gets its slots from the line that may use both")
  func makesWay() {
    let lines = [Sample.line("a", 12), Sample.line("b", 12, grid: ["g"])]
    let slots = Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(20), "h")
    let allocated = Allocated(lines, in: slots)
    #expect(allocated.days("b") == Sample.each(10))
    #expect(allocated.days("a") == Sample.each(20))
  }

  @Test("newspaper issues of two pieces hold 100 pieces, four months of nine and eight of eight")
  func newspaper() {
    let issues = Sample.slots(on: Sample.weekly(1, 3, 5), of: "paper", at: nil, pieces: 2)
    let allocated = Allocated([Sample.line("a", 100, on: ["paper"])], in: issues)
    #expect(allocated.months().sorted() == Array(repeating: 8, count: 8) + Array(repeating: 9, count: 4))
    #expect(Set(allocated.days()).count == 100)
    #expect(
      allocated.schedule.placements.allSatisfy { if case .allDay = $0.timing { true } else { false } })
  }

  @Test("an issue takes a second piece of a line once every issue of the month has one")
  func secondPiece() {
    let issues = Sample.slots(on: Sample.weekly(1), of: "paper", at: nil, pieces: 2)
    let allocated = Allocated([Sample.line("a", 6 * 12, on: ["paper"])], in: issues)
    #expect(allocated.months().allSatisfy { (5...7).contains($0) }, "issues do not fall on months' ends")
    let issuesUsed = Set(allocated.days())
    #expect(issuesUsed == Set(Sample.weekly(1)))
  }

  @Test("slots in a month have no invented day, and one takes several works of a line that airs one a day")
  func inMonth() {
    let allocated = Allocated([Sample.line("a", 24, perDay: 1)], in: Sample.monthly(pieces: 2))
    #expect(allocated.months() == Array(repeating: 2, count: 12))
    #expect(
      allocated.placements().first?.timing == .inMonth(Sample.day(1, 1)..<Sample.day(2, 1)))
    #expect(allocated.findings.isEmpty)
  }

  @Test("per-day holds over all slots of a day, and what passes it is reported with the room there is")
  func perDay() {
    let days = CivilDay.month(5, of: 2018).prefix(3)
    let slots = Sample.slots(on: days, at: 6, pieces: 5) + Sample.slots(on: days, "h", pieces: 5)
    let allocated = Allocated([Sample.line("a", 10, perDay: 2)], in: slots)
    #expect(allocated.days() == days.flatMap { [$0, $0] })
    #expect(
      allocated.schedule.unplaced.map(\.reason.en) == [
        "“Dòng a” needs 10 places, the most of a day (per-day) of “Dòng a” allows 6"
      ])
  }

  @Test("several outlets together carry one figure, no more on one than it holds")
  func together() {
    let line = Sample.line("a", 24, on: ["web", "radio"], together: true)
    let slots =
      Sample.slots(on: Sample.each(10), of: "web") + Sample.slots(on: Sample.each(20), of: "radio")
    let allocated = Allocated([line], in: slots)
    #expect(allocated.days() == Sample.each(10, 20))
    #expect(allocated.placements().prefix(2).map(\.outlet) == ["web", "radio"])
    #expect(allocated.schedule.placements.allSatisfy { $0.run == .first })
  }

  @Test("a window limits a line to its days")
  func window() {
    let window = Sample.days(from: (3, 10), through: (4, 9))
    let allocated = Allocated([Sample.line("a", 31, window: window)], in: Sample.slots(on: Sample.daily()))
    #expect(allocated.days() == Array(window))
    #expect(allocated.findings.isEmpty)
  }

  @Test("a blackout of one line leaves the slots to the others")
  func lineBlackout() {
    let closed = Sample.days(from: (1, 1), through: (11, 30))
    let lines = [Sample.line("a", 2), Sample.line("b", 10)]
    let allocated = Allocated(
      lines, in: Sample.slots(on: Sample.each(10)), blackouts: [Sample.blackout(closed, lines: ["a"])])
    #expect(allocated.days("a") == [Sample.day(12, 10)])
    #expect(allocated.days("b").count == 10)
    #expect(allocated.unplaced == ["a vi 1"])
  }

  @Test("a blackout of a line on one outlet leaves it the other")
  func lineBlackoutOnOutlet() {
    let line = Sample.line("a", 1, on: ["web", "radio"], together: true)
    let day = [Sample.day(5, 17)]
    let closed = Sample.blackout(
      Sample.days(from: (5, 17), through: (5, 17)), outlets: ["web"], lines: ["a"])
    let allocated = Allocated(
      [line], in: Sample.slots(on: day, of: "web") + Sample.slots(on: day, of: "radio"), blackouts: [closed])
    #expect(allocated.placements().map(\.outlet) == ["radio"])
  }

  @Test("a blackout of a line closes a slot in a month only when it closes the whole month")
  func lineBlackoutInMonth() {
    let closed = [
      Sample.blackout(Sample.days(from: (2, 1), through: (2, 14)), lines: ["a"]),
      Sample.blackout(Sample.days(from: (3, 2), through: (4, 30)), lines: ["a"]),
    ]
    let allocated = Allocated([Sample.line("a", 11)], in: Sample.monthly(), blackouts: closed)
    #expect(allocated.months() == [1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(allocated.findings.isEmpty)
  }

  @Test("a slot that the grid keeps in a blackout of all lines is used")
  func keptInBlackout() {
    let tet = Sample.blackout(Sample.days(from: (2, 14), through: (2, 20)))
    let kept = [Sample.day(2, 16)]
    #expect(Allocated([Sample.line("a", 1)], in: Sample.slots(on: kept), blackouts: [tet]).days() == kept)
  }
}
