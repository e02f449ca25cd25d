import ScheduleModel
import Testing

/// Weights, and the least and most of a month.
struct MonthTests {
  private let daily = Sample.slots(on: Sample.daily(), pieces: 2)

  @Test("a month of weight 2 gets twice as many")
  func weightTwo() {
    let allocated = Allocated([Sample.line("a", 26, weights: [5: 2])], in: daily)
    #expect(allocated.months() == [2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2])
  }

  @Test("a month of weight 0 gets none, and the others share its works")
  func weightZero() {
    let allocated = Allocated([Sample.line("a", 22, weights: [2: 0])], in: daily)
    #expect(allocated.months() == [2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2])
  }

  @Test("the only work of a year does not fall between two months that alone have weight")
  func weightZeroBetween() {
    let weights = Dictionary(uniqueKeysWithValues: (2...11).map { ($0, 0) })
    let allocated = Allocated([Sample.line("a", 1, weights: weights)], in: daily)
    #expect(allocated.months()[0] + allocated.months()[11] == 1)
  }

  @Test("a month of weight 0 stays empty when the others are full, and the rest is reported")
  func weightZeroIsHard() {
    let line = Sample.line("a", 12, weights: [2: 0])
    let allocated = Allocated([line], in: Sample.slots(on: Sample.each(10)))
    #expect(allocated.months() == [1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(
      allocated.schedule.unplaced.map(\.reason.en) == [
        "“Dòng a” needs 12 places, the grid line “g” (tv) has 11"
      ])
  }

  @Test("a month of weight 0 keeps its pins and its least")
  func weightZeroWithPinsAndLeast() {
    let pinned = Allocated([Sample.line("a", 4, weights: [2: 0], pins: [Sample.pin(2, 9)])], in: daily)
    #expect(pinned.months()[1] == 1)
    let least = Allocated([Sample.line("a", 4, weights: [2: 0], months: [2: 2...9])], in: daily)
    #expect(least.months()[1] == 2)
  }

  @Test("with weight 0 in every month that opens, nothing is placed and the reason says so")
  func weightZeroEverywhere() {
    let line = Sample.line("a", 3, weights: [5: 0])
    let allocated = Allocated([line], in: Sample.slots(on: CivilDay.month(5, of: 2018)))
    #expect(allocated.schedule.placements.isEmpty)
    #expect(allocated.unplaced == ["a vi 3"])
    #expect(
      allocated.schedule.unplaced.map(\.reason.en) == [
        "“Dòng a” needs 3 places, no grid line opens in the months that have a weight"
      ])
  }

  @Test("the least and the most of a month hold, and the others stay even")
  func leastAndMost() {
    let line = Sample.line("a", 24, months: [2: 0...1, 9: 4...9])
    let months = Allocated([line], in: daily).months()
    #expect(months.reduce(0, +) == 24)
    #expect(months[1] == 1)
    #expect(months[8] == 4)
    let others = months.enumerated().filter { $0.offset != 1 && $0.offset != 8 }.map(\.element)
    #expect(others.allSatisfy { (1...3).contains($0) })
  }

  @Test("a month that takes none is none of the spread: the others share evenly")
  func mostZero() {
    let line = Sample.line("a", 33, months: [2: 0...0])
    #expect(Allocated([line], in: daily).months() == [3, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3])
  }

  @Test("a grid that opens in May spreads the quota over the months from May, not behind the year's line")
  func gridFromMay() {
    let slots = Sample.slots(on: Sample.weekly(4).filter { $0.month >= 5 })
    #expect(Allocated([Sample.line("a", 24)], in: slots).months() == [0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3])
  }

  @Test("a least that the month's slots cannot hold is reported, and no work is lost for it")
  func leastNotPossible() {
    let line = Sample.line("a", 12, months: [6: 3...9])
    let allocated = Allocated([line], in: Sample.slots(on: Sample.each(10)))
    #expect(allocated.months() == Array(repeating: 1, count: 12))
    #expect(
      allocated.findings.map { [$0.message.vi, $0.message.en, $0.remedy?.en] } == [
        [
          "Tháng 6 thiếu 2: “Dòng a” cần ít nhất 3, khung giờ “g” (tv) chỉ có 1.",
          "Month 6 lacks 2: “Dòng a” asks for at least 3, the grid line “g” (tv) has 1.",
          "Write “Dòng a”: months: { 6: 1..9 }.",
        ]
      ])
    #expect(allocated.codes == [.quotaNotMet])
  }

  @Test("the least of a month is kept, even where another line loses a work for it")
  func leastBeforeNumber() {
    let lines = [Sample.line("a", 1, months: [6: 1...9]), Sample.line("b", 1, grid: ["june"])]
    let slots = Sample.slots(on: [Sample.day(6, 10)], "june") + Sample.slots(on: [Sample.day(7, 10)])
    let allocated = Allocated(lines, in: slots)
    #expect(allocated.days("a") == [Sample.day(6, 10)])
    #expect(allocated.unplaced == ["b vi 1"])
    #expect(allocated.codes == [.quotaNotMet])
  }

  @Test("two lines that share the slots of a month both get their least")
  func leastOfTwoLines() {
    let lines = [
      Sample.line("a", 12, months: [6: 2...9]), Sample.line("b", 12, months: [6: 2...9]),
    ]
    let allocated = Allocated(lines, in: Sample.slots(on: Sample.each(5, 15, 20, 25)))
    #expect([allocated.months("a")[5], allocated.months("b")[5]] == [2, 2])
    #expect(allocated.findings.isEmpty)
  }

  @Test("pins count towards the least of their month")
  func leastWithPins() {
    let line = Sample.line("a", 12, months: [6: 2...9], pins: [Sample.pin(6, 3), Sample.pin(6, 20)])
    let months = Allocated([line], in: daily).months()
    #expect(months[5] == 2)
    #expect(months.reduce(0, +) == 12)
  }
}
