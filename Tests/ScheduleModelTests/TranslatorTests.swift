import ScheduleModel
import Testing

struct TranslatorTests {
  private func translator(_ perWeek: Int, off: [Range<CivilDay>]) -> Translator {
    Translator(
      id: "a", name: "A", perWeek: perWeek, off: off, place: SourcePlace(file: "plan.yaml", line: 1))
  }

  @Test("a week without days off has its whole capacity, whatever day it is asked for")
  func capacity_ofAWholeWeek() throws {
    let someone = translator(6, off: [try days("2026-07-13", "2026-07-20")])
    let week = try days("2026-07-06", "2026-07-13")
    #expect(week.map { someone.capacity(inWeekOf: $0) } == Array(repeating: 6, count: 7))
    #expect(someone.capacity(inWeekOf: week.upperBound) == 0)
    #expect(try someone.capacity(inWeekOf: days("2026-07-20", "2026-07-21").lowerBound) == 6)
  }

  @Test("a week with days off has the share of those that remain, rounded down; a day counts off once")
  func capacity_withDaysOff() throws {
    let monday = try days("2026-07-06", "2026-07-13").lowerBound
    let capacities = (0...7).map { count in
      translator(6, off: [monday..<monday.advanced(by: count)]).capacity(inWeekOf: monday)
    }
    #expect(capacities == [6, 5, 4, 3, 2, 1, 0, 0])
    let twice = translator(
      6, off: [try days("2026-07-06", "2026-07-08"), try days("2026-07-07", "2026-07-09")])
    #expect(twice.capacity(inWeekOf: monday) == 3)
    #expect(try translator(1, off: [days("2026-07-06", "2026-07-07")]).capacity(inWeekOf: monday) == 0)
  }
}
