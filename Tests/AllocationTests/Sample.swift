import ScheduleModel

/// Small plans for the tests. What a test does not name has a plain value.
enum Sample {
  static let place = SourcePlace(file: "plan.yaml", line: 1)

  static func day(_ month: Int, _ day: Int, _ year: Int = 2018) -> CivilDay {
    CivilDay.month(month, of: year).lowerBound.advanced(by: day - 1)
  }

  /// From a first to a last day of 2018, both included.
  static func days(from first: (Int, Int) = (1, 1), through last: (Int, Int) = (12, 31)) -> Range<CivilDay> {
    day(first.0, first.1)..<day(last.0, last.1).advanced(by: 1)
  }

  static func tag(_ text: String) -> LanguageTag { LanguageTag(text) ?? .vietnamese }

  static func line(
    _ id: String, _ quota: Int, on outlets: [String] = ["tv"], together: Bool = false, grid: [String] = [],
    window: Range<CivilDay>? = nil, weights: [Int: Int] = [:], months: [Int: ClosedRange<Int>] = [:],
    perDay: Int? = nil, pins: [Placing.Pin] = [], versions: LanguageVersions? = nil, partOf: String? = nil,
    minutes: Int? = nil, weekdays: [Weekday] = [], gap: Int? = nil, prefer: [String] = [],
    peaks: [Placing.Peak] = [], repeats: [Repeats] = [], parts: Int = 1
  ) -> PlanLine {
    let form = CountingUnit(["tin"])
    let placing = Placing(
      grid: grid, window: window ?? day(1, 1, 1900)..<day(12, 31, 2199),
      weights: (1...12).map { weights[$0] ?? 1 }, months: (1...12).map { months[$0] ?? Placing.anyCount },
      perDay: perDay, pins: pins, minutes: minutes, weekdays: weekdays, gapDays: gap, preferred: prefer,
      peaks: peaks)
    return PlanLine(
      id: id, title: "Dòng \(id)", form: form, outlets: together ? .together(outlets) : .each(outlets),
      quota: Quantity(quota, .exact, form), basis: .plan, placing: placing, versions: versions,
      responsibility: Responsibility(), topics: [], tone: nil,
      overlap: partOf.map { .partOf($0) } ?? .unsaid, note: nil, place: place, repeats: repeats,
      counting: LineCounting(parts: parts))
  }

  /// A pin; `at` is its line of the plan file.
  static func pin(_ month: Int, _ day: Int, grid: String? = nil, at line: Int = 2) -> Placing.Pin {
    Placing.Pin(day: Sample.day(month, day), grid: grid, place: SourcePlace(file: "plan.yaml", line: line))
  }

  static func versions(
    into languages: [String], after lead: Int = 7, on outlet: String? = nil, grid: [String] = [],
    works: Int? = nil, together: Bool = false, translators: [String: String] = [:]
  ) -> LanguageVersions {
    LanguageVersions(
      into: languages.map(tag), leadDays: lead, outlet: outlet, grid: grid, works: works, sentTo: [],
      together: together,
      translators: Dictionary(uniqueKeysWithValues: translators.map { (tag($0.key), $0.value) }))
  }

  static func blackout(
    _ days: Range<CivilDay>, outlets: [String] = [], lines: [String] = []
  ) -> Blackout {
    Blackout(name: "Nghỉ", days: days, outlets: outlets, lines: lines, place: place)
  }

  /// Repeats `after` and `within` so many days.
  static func repeats(
    after: Int, within: Int? = nil, on outlet: String? = nil, grid: [String] = [], works: Int? = nil,
    times: Int = 1
  ) -> Repeats {
    Repeats(
      afterDays: after, withinDays: within, outlet: outlet, grid: grid, works: works, times: times,
      place: SourcePlace(file: "plan.yaml", line: 5))
  }

  static func translator(_ id: String, perWeek: Int, off: [Range<CivilDay>] = []) -> Translator {
    Translator(id: id, name: id, perWeek: perWeek, off: off, place: place)
  }

  static func outlet(
    _ id: String, grid: [String], perDay: Int? = nil, perMonth: [Int]? = nil,
    dayStarts: TimeOfDay = .midnight
  ) -> Outlet {
    Outlet(
      id: id, name: id, kind: .television, level: nil, owner: nil, zone: "Asia/Ho_Chi_Minh",
      validity: .always,
      grid: grid.map {
        GridLine(
          id: $0, recurrence: .monthly, at: nil, minutes: 0, pieces: 1, languages: [], validity: .always,
          inBlackout: .drop, place: place)
      }, place: place, perDay: perDay, perMonth: perMonth, dayStarts: dayStarts)
  }

  static func plan(
    _ lines: [PlanLine], year: Int = 2018, days: Range<CivilDay>? = nil, outlets: [Outlet] = [],
    blackouts: [Blackout] = [], translators: [Translator] = []
  ) -> Plan {
    Plan(
      id: "p", title: "Kế hoạch", year: year, days: days ?? CivilDay.year(year), revised: day(1, 1, year),
      documents: [], units: [], outlets: outlets, blackouts: blackouts, topics: [], lines: lines, totals: [],
      matching: MatchingTolerance(), remarks: [], translators: translators)
  }
}
