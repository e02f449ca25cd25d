import ScheduleModel
import Testing

@Suite("Works that are aired several times on one day, in the order of the day")
struct SameDayRepeatTests {
  private let mondays = Sample.weekly(1)

  /// `edition: hour hour …`, all on one day; a day of its own for each airing otherwise.
  private func hours(_ allocated: Allocated) -> [String] {
    let works = Dictionary(grouping: allocated.schedule.placements, by: \.edition)
    return works.sorted { $0.key < $1.key }.map { edition, placements in
      let isOneDay = Set(placements.map(\.timing.day)).count == 1
      let times = placements.sorted {
        ($0.run == .first ? 0 : $0.number) < ($1.run == .first ? 0 : $1.number)
      }
      .map { placement in
        let start = placement.timing.startText
        return isOneDay ? String(start.suffix(5)) : start
      }
      return "\(edition): \(times.joined(separator: " "))"
    }
  }

  @Test("a first run and two repeats take the morning, noon and evening of its day")
  func threeTimes() {
    let line = Sample.line("a", 3, repeats: [Sample.repeats(after: 0, within: 0, times: 2)])
    let slots =
      Sample.slots(on: mondays, "sang", at: 5) + Sample.slots(on: mondays, "trua", at: 11)
      + Sample.slots(on: mondays, "chieu", at: 17)
    let allocated = Allocated([line], in: slots)
    #expect(hours(allocated) == (1...3).map { "\($0): 05:00 11:00 17:00" })
    #expect(allocated.findings == [])
  }

  @Test("two works a day fill six openings, each in order")
  func twoWorksADay() {
    let line = Sample.line("a", 104, repeats: [Sample.repeats(after: 0, within: 0, times: 2)])
    let slots = [5, 7, 9, 11, 17, 19].flatMap { (hour: Int) in Sample.slots(on: mondays, "g\(hour)", at: hour)
    }
    let allocated = Allocated([line], in: slots.filter { $0.timing.day < Sample.day(12, 31) })
    #expect(allocated.counted == Schedule.Proof(demanded: 312, placed: 312))
    #expect(hours(allocated).prefix(2) == ["1: 05:00 09:00 17:00", "2: 07:00 11:00 19:00"])
  }

  @Test("an opening at 24:00 is the last of its day, on the last of December as well")
  func endOfDay() throws {
    let night = mondays.map { day in
      Slot(
        outlet: "tv", grid: "khuya", ruleDay: day,
        timing: .timed(start: LocalTime(openingOn: day, at: .endOfDay), minutes: 15), pieces: 1, languages: []
      )
    }
    let line = Sample.line("a", 53, repeats: [Sample.repeats(after: 0, within: 0)])
    let allocated = Allocated([line], in: Sample.slots(on: mondays) + night)
    #expect(Set(hours(allocated).map { $0.suffix(11) }) == ["20:00 24:00"])
    #expect(allocated.schedule.placements.last?.timing.day == Sample.day(12, 31))
    #expect(allocated.schedule.placements.last?.timing.startText == "2018-12-31T24:00")
  }

  @Test("a day on which nothing opens later has no repeat, and the next day is none of its place")
  func nothingLater() {
    let line = Sample.line("a", 2, repeats: [Sample.repeats(after: 0, within: 0, on: "radio")])
    let slots = Sample.slots(on: mondays) + Sample.slots(on: Sample.daily(), of: "radio", at: 6)
    let allocated = Allocated([line], in: slots)
    #expect(allocated.placements().count == 2)
    #expect(allocated.placements("a", "vi", .repeat).isEmpty)
    #expect(allocated.codes == [.repeatNotPlaced])
    #expect(
      allocated.schedule.unplaced.map(\.reason) == [
        Words(
          vi: "trong ngày phát không còn khung giờ có chỗ sau lần phát trước",
          en: "no later slot of the same day has room")
      ])
  }

  @Test("first runs that need every opening keep them; repeats come after the last of the day")
  func firstRunsFirst() {
    let line = Sample.line(
      "a", 104, grid: ["sang", "toi"], repeats: [Sample.repeats(after: 0, within: 0, works: 10)])
    let days = Array(mondays.prefix(52))
    let slots =
      Sample.slots(on: days, "sang", at: 5) + Sample.slots(on: days, "toi")
      + Sample.slots(on: days, "khuya", at: 23)
    let allocated = Allocated([line], in: slots)
    #expect(allocated.placements().count == 104)
    #expect(allocated.placements("a", "vi", .repeat).count == 10)
    #expect(allocated.placements("a", "vi", .repeat).allSatisfy { $0.slot.hasPrefix("tv.khuya.") })
  }

  @Test("a pin that names a later opening of its day is kept, and the repeat comes after it")
  func pinned() {
    let line = Sample.line(
      "a", 1, pins: [Sample.pin(3, 5, grid: "trua")], repeats: [Sample.repeats(after: 0, within: 0)])
    let slots =
      Sample.slots(on: mondays, "sang", at: 5) + Sample.slots(on: mondays, "trua", at: 11)
      + Sample.slots(on: mondays, "chieu", at: 17)
    #expect(hours(Allocated([line], in: slots)) == ["1: 11:00 17:00"])
  }

  @Test("openings without an hour are in the order in which the plan lists their grid lines")
  func withoutHours() {
    let line = Sample.line("a", 2, repeats: [Sample.repeats(after: 0, within: 0, times: 2)])
    let slots = ["toi", "sang", "chieu"].flatMap { Sample.slots(on: mondays, $0, at: nil) }
    let allocated = Allocated(
      [line], in: slots, outlets: [Sample.outlet("tv", grid: ["sang", "chieu", "toi"])])
    let grids = allocated.schedule.placements.filter { $0.edition == 1 }.sorted { $0.number < $1.number }
      .sorted { ($0.run == .first ? 0 : 1) < ($1.run == .first ? 0 : 1) }.map { $0.slot.dropLast(11) }
    #expect(grids == ["tv.sang", "tv.chieu", "tv.toi"])
  }
}
