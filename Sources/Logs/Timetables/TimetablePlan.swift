public import ScheduleModel

/// Two timetables as the values that a plan's reconciliation takes: a plan of their outlets and titles, a schedule of
/// the placements, and a log of what went out.
///
/// A title is a line of the plan, on all outlets that carry it; placements of one title and of two lengths are two
/// lines under one title. Their numbers on an outlet, in the order of time, are the editions. A row that names an id
/// carries it as its UID.
public struct TimetablePlan: Sendable {
  /// The plan.
  public let plan: Plan
  /// Its placements.
  public let schedule: Schedule
  /// What went out; a row stands at its number in the file, from 1.
  public let log: AsRunLog
  private let rows: Int
  private let file: String

  /// The plan of two timetables, by these tolerances.
  public init(planned: Timetable, asRun: Timetable, matching: MatchingTolerance) {
    let lines = TimetableLines(planned)
    let days = planned.rows.lazy.compactMap { $0?.start.day }
    let year = (days.min() ?? CivilDay.year(CivilDay.years.lowerBound).lowerBound).year
    plan = Plan(
      id: "timetable", title: planned.file, year: year, days: CivilDay.year(year),
      revised: CivilDay.year(year).lowerBound, documents: [], units: [],
      outlets: lines.outlets.map { Outlet(timetabled: $0) }, blackouts: [], topics: [], lines: lines.lines,
      totals: [], matching: matching, remarks: [])
    schedule = Schedule(
      slots: [], placements: lines.placements, unplaced: [], proof: Schedule.Proof(demanded: 0, placed: 0))
    file = asRun.file
    rows = asRun.count
    var entries: [AsRunEntry] = []
    entries.reserveCapacity(rows)
    for (index, row) in asRun.rows.enumerated() {
      guard let row else { continue }
      entries.append(
        AsRunEntry(
          place: SourcePlace(file: file, line: index + 1), day: row.start.day, time: row.start.time,
          outlet: row.outlet, line: nil, edition: nil, language: row.language, title: row.title,
          minutes: nil, status: .aired, uid: row.id.isEmpty ? nil : row.id, evidence: nil, length: row.length)
      )
    }
    log = AsRunLog(entries: entries, rowsLeftOut: rows - entries.count)
  }

  /// What became of the rows of the log, once it is held against the schedule.
  public func pairs(_ reconciled: Reconciled) -> TimetablePairs {
    var pairs = TimetablePairs(rows: rows, placements: schedule.placements.count)
    for entry in log.entries { pairs.set(entry.place.line, .unplanned, id: nil) }
    for result in reconciled.outcomes {
      guard let entry = result.entry ?? result.substitute?.entry else { continue }
      pairs.set(entry.place.line, result.outcome, id: result.placement.uid)
    }
    return pairs
  }
}

/// The lines, outlets and placements of a file of placements.
private struct TimetableLines {
  private(set) var lines: [PlanLine] = []
  private(set) var outlets: [String] = []
  private(set) var placements: [Placement] = []

  private struct Key: Hashable {
    let title: String
    let minutes: Int?
  }

  /// What is known of a line while the rows are read.
  private struct Use {
    let key: Key
    let id: String
    var outlets: [String] = []
    var languages: [LanguageTag] = []
    var seen: Set<String> = []
    var editions = 0
  }

  static func minutes(_ seconds: Int) -> Int { (seconds + 30) / 60 }

  init(_ table: Timetable) {
    var uses: [Use] = []
    var numbers: [Key: Int] = [:]
    var known: Set<String> = []
    placements.reserveCapacity(table.count)
    for case let row? in table.rows {
      let key = Key(title: row.title, minutes: row.length.map(Self.minutes))
      let number = numbers[key] ?? uses.count
      if number == uses.count {
        numbers[key] = number
        uses.append(Use(key: key, id: "line-\(number + 1)"))
      }
      if known.insert(row.outlet).inserted { outlets.append(row.outlet) }
      if uses[number].seen.insert(row.outlet).inserted { uses[number].outlets.append(row.outlet) }
      if row.language != .vietnamese, !uses[number].languages.contains(row.language) {
        uses[number].languages.append(row.language)
      }
      uses[number].editions += 1
      placements.append(
        Placement(
          uid: row.id, line: uses[number].id, edition: uses[number].editions, language: row.language,
          run: .first, number: 1, outlet: row.outlet, slot: "",
          timing: .timed(start: row.start, minutes: key.minutes ?? 0)))
    }
    lines = uses.enumerated().map { number, use in
      PlanLine(
        timetabled: use.id, title: use.key.title, outlets: use.outlets, languages: use.languages,
        minutes: use.key.minutes, row: number + 1)
    }
  }
}

extension Outlet {
  fileprivate init(timetabled id: String) {
    self.init(
      id: id, name: id, kind: .television, level: nil, owner: nil, zone: "Asia/Ho_Chi_Minh",
      validity: .always, grid: [], place: SourcePlace(file: "", line: 1))
  }
}

extension PlanLine {
  fileprivate init(
    timetabled id: String, title: String, outlets: [String], languages: [LanguageTag], minutes: Int?, row: Int
  ) {
    let window = CivilDay.year(CivilDay.years.lowerBound)
    let placing = minutes.map {
      Placing(
        grid: [], window: window, weights: Array(repeating: 1, count: 12),
        months: Array(repeating: Placing.anyCount, count: 12), perDay: nil, pins: [], minutes: $0)
    }
    self.init(
      id: id, title: title, form: CountingUnit(["works"]), outlets: .each(outlets), quota: nil, basis: .plan,
      placing: placing,
      versions: languages.isEmpty
        ? nil
        : LanguageVersions(
          into: languages, leadDays: 0, outlet: nil, grid: [], works: nil, sentTo: []),
      responsibility: Responsibility(), topics: [], tone: nil, overlap: .unsaid, note: nil,
      place: SourcePlace(file: "", line: row))
  }
}
