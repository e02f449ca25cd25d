import Calendars
import ScheduleModel

/// The door to publishing: a made-up year of as many events as one likes, without allocation being in the way.
///
/// Twenty lines go out on four channels, one event after the other all through the year, all in Vietnamese. No
/// plan takes this way; it is there so that speed and memory can be measured.
public struct CalendarRehearsal: Sendable {
  private let plan: Plan
  private let schedule: Schedule
  private let revised: LocalTime

  /// A year of so many events.
  ///
  /// - Parameter isRevised: Whether one event of a hundred is another than at first: each tenth of these is left
  ///   out, the others are a day later.
  public init(events: Int, isRevised: Bool) {
    let days = CivilDay.year(2026)
    let place = SourcePlace(file: "made-up", line: 1)
    plan = Plan(
      id: "m", title: "Năm 2026", year: 2026, days: days, revised: days.lowerBound,
      documents: [],
      units: (1...3).map {
        AdminUnit(
          id: "dai-\($0)", name: "Đài \($0)", level: nil, validity: .always, planMode: nil, place: place)
      },
      outlets: (1...4).map {
        Outlet(
          id: "kenh-\($0)", name: "Kênh \($0)", kind: .television, level: nil, owner: nil,
          zone: "Asia/Ho_Chi_Minh", validity: .always, grid: [], place: place)
      },
      blackouts: [], topics: [],
      lines: (1...20).map { line in
        PlanLine(
          id: "dong-\(line)", title: "Bản tin", form: CountingUnit(["tin"]),
          outlets: .each(["kenh-\(line % 4 + 1)"]), quota: nil, basis: .plan, placing: nil, versions: nil,
          responsibility: Responsibility(producer: "dai-\(line % 3 + 1)"), topics: [], tone: nil,
          overlap: .unsaid, note: nil, place: place)
      }, totals: [], matching: MatchingTolerance(), remarks: [])
    var placements: [Placement] = []
    placements.reserveCapacity(events)
    for number in 0..<events {
      let isChanged = isRevised && number % 100 == 50
      if isChanged, number / 100 % 10 == 0 { continue }
      let minute = number * 525_600 / events
      let start = LocalTime(days.lowerBound).adding(minutes: minute + (isChanged ? 1440 : 0))
      let line = number % 20 + 1
      let slot = Slot(
        outlet: "kenh-\(line % 4 + 1)", grid: "g", ruleDay: start.day,
        timing: .timed(start: start, minutes: 15),
        pieces: 1, languages: [])
      placements.append(
        Placement(
          plan: "m", line: "dong-\(line)", edition: number / 20 + 1, language: .vietnamese, run: .first,
          slot: slot))
    }
    schedule = Schedule(
      slots: [], placements: placements, unplaced: [],
      proof: Schedule.Proof(demanded: placements.count, placed: placements.count))
    revised = LocalTime(days.lowerBound.advanced(by: isRevised ? 1 : 0))
  }

  /// Publishes the year over what a folder has.
  ///
  /// - Parameters:
  ///   - isWhole: Whether all calendars are written, five for each event; otherwise that of the whole year alone.
  ///   - threads: How many threads compose and write.
  /// - Returns: How many events the calendars have together.
  public func publish(in path: String, isWhole: Bool, threads: Int) throws(FileRefusal) -> Int {
    let folder = try CalendarFolder(path)
    var wishes = CalendarWishes()
    wishes.revised = .time(revised)
    if isWhole { wishes.further = [.line] }
    let calendars = PlanningPipeline.calendars(
      plan, schedule, language: .english, over: folder, wishes: wishes)
    try folder.write(calendars, only: isWhole ? nil : "year.ics", threads: threads)
    return schedule.placements.count * (isWhole ? 5 : 1)
  }
}
