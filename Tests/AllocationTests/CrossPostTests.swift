import ScheduleModel
import Testing

struct CrossPostTests {
  @Test("10 slogans on two channels are 10 works and 20 placements")
  func twenty() {
    let slots = Sample.slots(on: Sample.daily(), of: "radio") + Sample.slots(on: Sample.daily(), of: "web")
    let allocated = Allocated([Sample.line("a", 10, on: ["radio", "web"])], in: slots)
    #expect(allocated.counted == Schedule.Proof(demanded: 20, placed: 20))
    #expect(allocated.months().reduce(0, +) == 10)
    #expect(allocated.days("a", "vi", .crossPost) == allocated.days())
    #expect(
      allocated.placements("a", "vi", .crossPost).first?.uid == "p.a.1.vi.cross-post.web@lichsong")
  }

  @Test("a work goes to the other channel at its next opening")
  func nextOpening() {
    let slots =
      Sample.slots(on: [Sample.day(5, 17), Sample.day(6, 14)], of: "radio")
      + Sample.slots(on: Sample.weekly(1), of: "web")
    let allocated = Allocated([Sample.line("a", 2, on: ["radio", "web"])], in: slots)
    #expect(allocated.days("a", "vi", .crossPost) == [Sample.day(5, 21), Sample.day(6, 18)])
  }

  @Test("works are early enough for the last opening of the other channel, if their slots allow it")
  func earlyEnough() {
    let slots =
      Sample.slots(on: Sample.each(1, 30).filter { $0.month == 12 }, of: "radio")
      + Sample.slots(on: [Sample.day(12, 20)], of: "web")
    let one = Allocated([Sample.line("a", 1, on: ["radio", "web"])], in: slots)
    #expect(one.days() == [Sample.day(12, 1)])
    #expect(one.findings.isEmpty)
    let two = Allocated([Sample.line("a", 2, on: ["radio", "web"])], in: slots)
    #expect(two.days() == [Sample.day(12, 1), Sample.day(12, 30)])
    #expect(
      two.findings.map { [$0.code.rawValue, $0.message.en, $0.remedy?.en] } == [
        [
          "CROSS_POST_NOT_PLACED",
          "Short by 1: “Dòng a” (again on “web”) needs 2 places, the grid line “g” (web) has 1. "
            + "The first month that fails: month 12.",
          "Add a grid line to “web” that opens in the line's days, carries its language and is long enough.",
        ]
      ])
    #expect(two.counted == Schedule.Proof(demanded: 4, placed: 3))
  }

  @Test("a line's blackouts and window hold for its further placements")
  func closedDays() {
    let day = [Sample.day(5, 17)]
    let web = [Sample.day(5, 17), Sample.day(5, 18), Sample.day(5, 19)]
    let slots = Sample.slots(on: day, of: "radio") + Sample.slots(on: web, of: "web")
    let closed = Sample.blackout(
      Sample.days(from: (5, 17), through: (5, 18)), outlets: ["web"], lines: ["a"])
    let line = Sample.line("a", 1, on: ["radio", "web"])
    let allocated = Allocated([line], in: slots, blackouts: [closed])
    #expect(allocated.days("a", "vi", .crossPost) == [Sample.day(5, 19)])
    let windowed = Sample.line("a", 1, on: ["radio", "web"], window: Sample.days(through: (5, 18)))
    let outside = Allocated([windowed], in: slots, blackouts: [closed])
    #expect(outside.codes == [.crossPostNotPlaced])
    #expect(outside.days() == day)
  }

  @Test("a line's grid lines on the other channel hold for its further placements")
  func gridOnOther() {
    let day = [Sample.day(5, 17)]
    let slots =
      Sample.slots(on: day, of: "radio", "r") + Sample.slots(on: day, of: "web", "w", at: 21)
      + Sample.slots(on: day, of: "web", "x")
    let outlets = [Sample.outlet("radio", grid: ["r"]), Sample.outlet("web", grid: ["w", "x"])]
    func slot(grid: [String]) -> [String] {
      let line = Sample.line("a", 1, on: ["radio", "web"], grid: grid)
      return Allocated(Sample.plan([line], outlets: outlets), slots).placements("a", "vi", .crossPost)
        .map(\.slot)
    }
    #expect(["web.w.2018-05-17", "web.x.2018-05-17"].contains(slot(grid: ["r"]).first))
    #expect(slot(grid: ["r", "w"]) == ["web.w.2018-05-17"])
  }

  @Test("an outlet named twice is one outlet")
  func namedTwice() {
    let slots =
      Sample.slots(on: Sample.each(10), of: "radio") + Sample.slots(on: Sample.each(20), of: "web", pieces: 5)
    let line = Sample.line("a", 1, on: ["radio", "web", "radio", "web"])
    #expect(Allocated([line], in: slots).counted == Schedule.Proof(demanded: 2, placed: 2))
    let together = Sample.line("a", 20, on: ["radio", "radio"], together: true)
    #expect(
      Allocated([together], in: slots).schedule.unplaced.map(\.reason.en) == [
        "“Dòng a” needs 20 places, the grid line “g” (radio) has 12"
      ])
  }

  @Test("a work without a fixed day goes to the other channel once it has surely been")
  func afterInMonth() {
    let slots =
      Sample.monthly(5...5, of: "radio")
      + Sample.slots(on: [Sample.day(5, 10), Sample.day(6, 10)], of: "web")
    let allocated = Allocated([Sample.line("a", 1, on: ["radio", "web"])], in: slots)
    #expect(allocated.days("a", "vi", .crossPost) == [Sample.day(6, 10)])
  }

  @Test("a slot of two languages goes to the further placement before a version")
  func beforeVersions() {
    let line = Sample.line(
      "a", 1, on: ["radio", "web"], versions: Sample.versions(into: ["hmn"], after: 0, on: "web"))
    let slots =
      Sample.slots(on: [Sample.day(5, 1)], of: "radio")
      + Sample.slots(on: [Sample.day(5, 2)], of: "web", languages: ["vi", "hmn"])
    let allocated = Allocated([line], in: slots)
    #expect(allocated.days("a", "vi", .crossPost) == [Sample.day(5, 2)])
    #expect(allocated.unplaced == ["a hmn 1"])
  }
}
