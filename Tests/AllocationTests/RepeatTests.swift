import ScheduleModel
import Testing

/// Works that are aired again.
struct RepeatTests {
  private let daily = Sample.slots(on: Sample.daily())

  @Test("repeats go to a grid line of another outlet")
  func onAnotherOutlet() {
    let line = Sample.line("a", 12, repeats: [Sample.repeats(after: 1, on: "radio", grid: ["r"])])
    let slots = daily + Sample.slots(on: Sample.weekly(6), of: "radio", "r")
    let allocated = Allocated([line], in: slots)
    #expect(allocated.placements("a", "vi", .repeat).count == 12)
    #expect(allocated.placements("a", "vi", .repeat).allSatisfy { $0.slot.hasPrefix("radio.r.") })
  }

  @Test("two repeats of a work follow each other, and each has a UID of its own")
  func twice() {
    let line = Sample.line("a", 12, repeats: [Sample.repeats(after: 2, within: 9, times: 2)])
    let allocated = Allocated([line], in: daily)
    #expect(allocated.counted == Schedule.Proof(demanded: 36, placed: 36))
    let uids = allocated.placements("a", "vi", .repeat).filter { $0.edition == 1 }.map(\.uid)
    #expect(uids.sorted() == ["p.a.1.vi.repeat.tv.2@lichsong", "p.a.1.vi.repeat.tv@lichsong"])
    for edition in 1...12 {
      let days =
        allocated.schedule.placements.filter { $0.edition == edition }.map(\.timing.day)
      let steps = zip(days, days.dropFirst()).map { $0.distance(to: $1) }
      #expect(steps.count == 2 && steps.allSatisfy { (2...9).contains($0) }, "edition \(edition)")
    }
  }

  @Test("where only some works are repeated, they are spread evenly")
  func someWorks() {
    let line = Sample.line("a", 12, repeats: [Sample.repeats(after: 1, works: 4)])
    let allocated = Allocated([line], in: Sample.slots(on: Sample.each(5, 15)))
    #expect(allocated.placements("a", "vi", .repeat).map(\.edition) == [2, 5, 8, 11])
  }

  @Test("repeats from the same day on come later on it, or on the next day where nothing does")
  func sameDay() {
    let line = Sample.line("a", 12, repeats: [Sample.repeats(after: 0, within: 1, on: "radio")])
    let evening = daily + Sample.slots(on: Sample.daily(), of: "radio", at: 22)
    let later = Allocated([line], in: evening)
    #expect(later.days("a", "vi", .repeat) == later.days())
    let morning = Allocated([line], in: daily + Sample.slots(on: Sample.daily(), of: "radio", at: 6))
    #expect(morning.days("a", "vi", .repeat) == morning.days().map { $0.advanced(by: 1) })
  }

  @Test("repeats that find no slot in their days are reported where the plan asks for them")
  func notPlaced() {
    let line = Sample.line("a", 3, repeats: [Sample.repeats(after: 1, within: 2)])
    let allocated = Allocated([line], in: Sample.slots(on: Sample.each(10)))
    #expect(allocated.unplaced == ["a vi 3"])
    #expect(
      allocated.findings == [
        Finding(
          .repeatNotPlaced, .warning, at: SourcePlace(file: "plan.yaml", line: 5),
          Words(
            vi: "“Dòng a”: 3 lượt phát lại không có chỗ.", en: "“Dòng a”: no slot for 3 of its repeats."),
          remedy: Words(
            vi:
              "Thêm khung giờ cho phát lại, hoặc nới số ngày (within), hoặc giảm số tác phẩm phát lại (works).",
            en: "Add grid lines for repeats, widen the days (within), or repeat fewer works (works)."))
      ])
  }

  @Test(
    "programmes of several languages share their translators with other lines, and none is promised twice")
  func sharedTranslator() {
    let both = Sample.versions(
      into: ["hmn", "tai"], after: 0, grid: ["b"], together: true, translators: ["hmn": "t", "tai": "t"])
    let one = Sample.versions(into: ["hmn"], after: 0, grid: ["h"], translators: ["hmn": "t"])
    let lines = [
      Sample.line("a", 6, grid: ["g"], versions: both), Sample.line("b", 6, grid: ["g"], versions: one),
    ]
    let slots =
      Sample.slots(on: Sample.each(5, 15))
      + Sample.slots(on: Sample.weekly(1), "b", languages: ["hmn", "tai"])
      + Sample.slots(on: Sample.weekly(3), "h", languages: ["hmn"])
    let allocated = Allocated(lines, in: slots, translators: [Sample.translator("t", perWeek: 6)])
    #expect(allocated.counted == Schedule.Proof(demanded: 30, placed: 30))
    let idle = Allocated(lines, in: slots, translators: [Sample.translator("t", perWeek: 1)])
    #expect(idle.placements("a", "tai").isEmpty, "two languages a week are more than one")
  }
}
