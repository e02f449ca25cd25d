import ScheduleModel
import Testing

struct PinTests {
  private let daily = Sample.slots(on: Sample.daily())

  @Test("pins are kept, count in their month, and the others are spread evenly around them")
  func kept() {
    let line = Sample.line("a", 36, pins: [Sample.pin(5, 19), Sample.pin(9, 2)])
    let allocated = Allocated([line], in: daily)
    #expect(allocated.months() == Array(repeating: 3, count: 12))
    #expect(
      allocated.days().filter { $0.month == 5 } == [Sample.day(5, 6), Sample.day(5, 19), Sample.day(5, 26)])
    #expect(
      allocated.days().filter { $0.month == 9 } == [Sample.day(9, 2), Sample.day(9, 16), Sample.day(9, 26)])
    #expect(allocated.findings.isEmpty)
  }

  @Test("more pins than its share crowd a month, and the rest of the year makes up for them")
  func manyInAMonth() {
    let pins = (1...6).map { Sample.pin(1, 2 * $0) }
    let months = Allocated([Sample.line("a", 12, pins: pins)], in: daily).months()
    #expect(months == [6, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
  }

  @Test("a pin on a closed day is reported with the nearest open days, and its work placed elsewhere")
  func notOpen() {
    let line = Sample.line("a", 12, pins: [Sample.pin(5, 19, at: 7)])
    let allocated = Allocated([line], in: Sample.slots(on: Sample.weekly(4)))
    #expect(allocated.placements().count == 12)
    #expect(
      allocated.findings == [
        Finding(
          .pinNotOpen, .error, at: SourcePlace(file: "plan.yaml", line: 7), width: 10,
          Words(
            vi:
              "Ngày 2018-05-19 không có khung giờ nào còn chỗ cho “Dòng a” (ngoài lịch mở, hết chỗ, trong khoảng "
              + "không phát, hoặc đã đủ số nhiều nhất của ngày, tháng).",
            en:
              "On 2018-05-19 no slot has room for “Dòng a” (not open, full, in a blackout, or the most of the day "
              + "or month is reached)."),
          remedy: Words(
            vi: "Ngày mở gần nhất: 2018-05-17, 2018-05-24.",
            en: "The nearest open days: 2018-05-17, 2018-05-24."))
      ])
  }

  @Test("the nearest open days are those of the pin's grid line")
  func nearestInGrid() {
    let slots = Sample.slots(on: Sample.weekly(4)) + Sample.slots(on: Sample.each(1), "h")
    let allocated = Allocated([Sample.line("a", 12, pins: [Sample.pin(5, 17, grid: "h")])], in: slots)
    #expect(allocated.findings.map(\.remedy?.en) == ["The nearest open days: 2018-05-01, 2018-06-01."])
  }

  @Test("a pin where nothing opens at all can only be dropped")
  func nothingOpen() {
    let allocated = Allocated([Sample.line("a", 1, pins: [Sample.pin(5, 17)])], in: [])
    #expect(allocated.codes == [.pinNotOpen, .quotaNotMet])
    #expect(allocated.findings.first?.remedy?.en == "Drop this pin.")
  }

  @Test("a pin names its grid line")
  func inGrid() {
    let slots = Sample.slots(on: Sample.daily()) + Sample.slots(on: Sample.daily(), "h", at: 6)
    let allocated = Allocated([Sample.line("a", 1, pins: [Sample.pin(5, 17, grid: "g")])], in: slots)
    #expect(allocated.placements().map(\.slot) == ["tv.g.2018-05-17"])
  }

  @Test("a pin on any slot of a day leaves the one that another pin needs")
  func pinsGoTogether() {
    let day = [Sample.day(5, 17)]
    let lines = [
      Sample.line("a", 1, pins: [Sample.pin(5, 17)]),
      Sample.line("b", 1, pins: [Sample.pin(5, 17, grid: "g", at: 9)]),
    ]
    let allocated = Allocated(lines, in: Sample.slots(on: day) + Sample.slots(on: day, "h", at: 21))
    #expect(allocated.placements("a").map(\.slot) == ["tv.h.2018-05-17"])
    #expect(allocated.placements("b").map(\.slot) == ["tv.g.2018-05-17"])
    #expect(allocated.findings.isEmpty)
  }

  @Test("a pin leaves the slot of its day that another line cannot do without")
  func pinsLeaveRoom() {
    let day = [Sample.day(5, 17)]
    let lines = [Sample.line("a", 1, pins: [Sample.pin(5, 17)]), Sample.line("b", 1, grid: ["g"])]
    let allocated = Allocated(lines, in: Sample.slots(on: day) + Sample.slots(on: day, "h", at: 21))
    #expect(allocated.placements("a").map(\.slot) == ["tv.h.2018-05-17"])
    #expect(allocated.placements("b").map(\.slot) == ["tv.g.2018-05-17"])
    #expect(allocated.unplaced.isEmpty)
  }

  @Test("a pin goes before another line's only work, which is reported")
  func pinBeforeNumber() {
    let lines = [Sample.line("b", 1, grid: ["g"]), Sample.line("a", 1, pins: [Sample.pin(5, 17)])]
    let slots = Sample.slots(on: [Sample.day(5, 17)]) + Sample.slots(on: [Sample.day(5, 18)], "h")
    let allocated = Allocated(lines, in: slots)
    #expect(allocated.days("a") == [Sample.day(5, 17)])
    #expect(allocated.unplaced == ["b vi 1"])
  }

  @Test("the first of two pins on one place keeps it")
  func firstPinWins() {
    let lines = ["a", "b"].map { Sample.line($0, 1, pins: [Sample.pin(5, 17, at: $0 == "a" ? 3 : 4)]) }
    let allocated = Allocated(lines, in: Sample.slots(on: [Sample.day(5, 17), Sample.day(5, 24)]))
    #expect(allocated.days("a") == [Sample.day(5, 17)])
    #expect(allocated.days("b") == [Sample.day(5, 24)])
    #expect(allocated.findings.map(\.place?.line) == [4])
  }

  @Test("pins beyond the most of a day or of a month are reported")
  func beyondLimits() {
    let perDay = Sample.line(
      "a", 4, perDay: 1, pins: [Sample.pin(5, 17, at: 3), Sample.pin(5, 17, at: 4)])
    let month = Sample.line(
      "b", 4, months: [5: 0...1], pins: [Sample.pin(5, 1, at: 5), Sample.pin(5, 2, at: 6)])
    let allocated = Allocated([perDay, month], in: Sample.slots(on: Sample.daily(), pieces: 3))
    #expect(allocated.codes == [.pinNotOpen, .pinNotOpen])
    #expect(allocated.findings.map(\.place?.line) == [4, 6])
    #expect(allocated.placements("a").count == 4 && allocated.placements("b").count == 4)
  }

  @Test("pins beyond the works that are left to place are reported, none is dropped in silence")
  func beyondQuota() {
    let pins = [Sample.pin(5, 1, at: 3), Sample.pin(5, 2, at: 4)]
    let lines = [Sample.line("a", 4, pins: pins), Sample.line("b", 3, partOf: "a")]
    let allocated = Allocated(lines, in: daily)
    #expect(allocated.codes == [.pinsPassQuota])
    #expect(allocated.findings.map(\.place?.line) == [4])
    #expect(
      allocated.findings.map(\.message.en) == [
        "The pin on 2018-05-02 is one too many: “Dòng a” has 1 to place."
      ])
    #expect(allocated.days("a") == [Sample.day(5, 1)])
  }

  @Test("a slot without a fixed day keeps no pin")
  func inMonth() {
    let line = Sample.line("a", 12, pins: [Sample.pin(5, 1)])
    let allocated = Allocated([line], in: Sample.monthly())
    #expect(allocated.months() == Array(repeating: 1, count: 12))
    #expect(allocated.codes == [.pinNotOpen])
  }

  @Test("a second work does not join a pin on its day where the plan says one a day")
  func besideAnotherDay() {
    let days = [1, 4, 9, 10].map { Sample.day(5, $0) }
    let lines = [
      Sample.line("a", 3, perDay: 1, pins: [Sample.pin(5, 9)]),
      Sample.line("b", 2, pins: [Sample.pin(5, 10), Sample.pin(5, 10)]),
    ]
    let allocated = Allocated(lines, in: Sample.slots(on: days, pieces: 2))
    #expect(allocated.days("a") == Array(days.prefix(3)))
  }

  @Test("the room that a shortage names counts the pins in a month of weight 0")
  func roomWithPins() {
    let line = Sample.line("a", 3, weights: [5: 0], pins: [Sample.pin(5, 9)])
    let allocated = Allocated([line], in: Sample.slots(on: CivilDay.month(5, of: 2018)))
    #expect(
      allocated.schedule.unplaced.map(\.reason.en) == [
        "“Dòng a” needs 3 places, the most of the months (months) of “Dòng a” allows 1"
      ])
  }
}
