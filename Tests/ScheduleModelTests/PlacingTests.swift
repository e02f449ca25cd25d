import ScheduleModel
import Testing

struct PlacingTests {
  private let place = SourcePlace(file: "plan.yaml", line: 1)

  private func placing(
    weekdays: [Weekday] = [], preferred: [String] = [], peaks: [(Range<CivilDay>, Int)] = []
  ) throws -> Placing {
    Placing(
      grid: [], window: try days("2026-03-01", "2026-06-01"), weights: [1, 1, 2, 1, 0, 1, 1, 1, 1, 1, 1, 1],
      months: Array(repeating: Placing.anyCount, count: 12), perDay: nil, pins: [], minutes: nil,
      weekdays: weekdays, preferred: preferred,
      peaks: peaks.map { Placing.Peak(days: $0.0, weight: $0.1, place: place) })
  }

  private func weights(_ placing: Placing, _ first: String, _ end: String) throws -> [Int] {
    try days(first, end).map { placing.weight(of: $0, in: MonthRun(year: 2026)) }
  }

  @Test("a day weighs what its month does, times its heaviest peak, and nothing outside the window")
  func weight_ofADay() throws {
    let plain = try placing()
    #expect(try weights(plain, "2026-02-28", "2026-03-02") == [0, 2])
    #expect(try weights(plain, "2026-03-31", "2026-04-02") == [2, 1])
    #expect(try weights(plain, "2026-05-31", "2026-06-02") == [0, 0])
    let peaked = try placing(peaks: [
      (try days("2026-03-30", "2026-04-02"), 3), (try days("2026-04-01", "2026-04-03"), 5),
      (try days("2026-05-01", "2026-07-01"), 9),
    ])
    #expect(try weights(peaked, "2026-03-29", "2026-04-04") == [2, 6, 6, 5, 5, 1])
    #expect(try weights(peaked, "2026-05-31", "2026-06-02") == [0, 0])
  }

  @Test("the weekdays of a line let it be placed on those days alone")
  func weekdays_allow() throws {
    let some = try placing(weekdays: [.monday, .thursday])
    let allowed = try days("2026-02-23", "2026-03-10").filter(some.mayAir).map(\.description)
    #expect(
      allowed == ["2026-02-23", "2026-02-26", "2026-03-02", "2026-03-05", "2026-03-09"])
    #expect(try days("2026-03-01", "2026-03-08").allSatisfy(placing().mayAir))
  }

  @Test("a grid line costs its place in the list of preferences; all that are not named cost the same")
  func preferences_cost() throws {
    let some = try placing(preferred: ["b", "a"])
    #expect(["a", "b", "c", "d"].map(some.preferenceCost) == [1, 0, 2, 2])
    #expect(try placing().preferenceCost(of: "a") == 0)
  }
}
