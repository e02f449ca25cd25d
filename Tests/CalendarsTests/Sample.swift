import ScheduleModel
import Testing

/// Small plans for the tests. What a test does not name has a plain value.
enum Sample {
  static let place = SourcePlace(file: "plan.yaml", line: 1)

  static func day(_ iso: String) throws -> CivilDay { try #require(CivilDay(iso: iso)) }

  /// From a first to a last day, both included, as a half-open range.
  static func days(_ first: String, _ last: String) throws -> Range<CivilDay> {
    try day(first)..<day(last).advanced(by: 1)
  }

  static func tag(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }

  static func rule(_ text: String) throws -> GridLine.Recurrence { .rule(try RecurrenceRule(text)) }

  static func grid(
    _ recurrence: GridLine.Recurrence, id: String = "g", at time: String? = "20:15", minutes: Int = 15,
    languages: [LanguageTag] = [], validity: Validity = .always, inBlackout: GridLine.InBlackout = .drop
  ) throws -> GridLine {
    GridLine(
      id: id, recurrence: recurrence, at: try time.map { try #require(TimeOfDay($0)) },
      minutes: time == nil ? 0 : minutes, pieces: 1, languages: languages, validity: validity,
      inBlackout: inBlackout, place: place)
  }

  static func outlet(
    _ id: String = "tv", name: String = "Truyền hình", kind: Outlet.Kind = .television,
    level: AdminLevel? = nil, zone: String = "Asia/Ho_Chi_Minh", validity: Validity = .always,
    grid: [GridLine], dayStarts: TimeOfDay = .midnight, deadlines: [Deadline] = []
  ) -> Outlet {
    Outlet(
      id: id, name: name, kind: kind, level: level, owner: nil, zone: zone, validity: validity, grid: grid,
      place: place, dayStarts: dayStarts, deadlines: deadlines)
  }

  static func deadline(
    _ work: Deadline.Work, _ days: Int, at time: String? = nil, reminder: Int? = nil
  ) -> Deadline {
    Deadline(
      work: work, daysBefore: days, at: time.flatMap { TimeOfDay($0) }, reminderDays: reminder, place: place)
  }

  static func feed(
    _ id: String, outlets: [String] = [], languages: [LanguageTag] = [], lines: [String] = [],
    topics: [String] = [], producers: [String] = [], leads: [String] = [], persons: [String] = [],
    period: CalendarFeed.Period = .year
  ) -> CalendarFeed {
    CalendarFeed(
      id: id, title: nil, outlets: outlets, languages: languages, lines: lines, topics: topics,
      producers: producers, leads: leads, persons: persons, period: period, place: place)
  }

  static func blackout(
    _ name: String, _ first: String, _ last: String, outlets: [String] = [], lines: [String] = []
  ) throws -> Blackout {
    Blackout(name: name, days: try days(first, last), outlets: outlets, lines: lines, place: place)
  }

  static func line(
    _ id: String, title: String = "Cải cách hành chính", form: String = "chuyên mục",
    outlets: [String] = ["tv"],
    responsibility: Responsibility = Responsibility(), topics: [String] = [], deadlines: [Deadline] = [],
    placing: Placing? = nil
  ) -> PlanLine {
    PlanLine(
      id: id, title: title, form: CountingUnit([form]), outlets: .each(outlets), quota: nil, basis: .plan,
      placing: placing, versions: nil, responsibility: responsibility, topics: topics, tone: nil,
      overlap: .unsaid, note: nil, place: place, deadlines: deadlines)
  }

  static func unit(_ id: String, _ name: String) -> AdminUnit {
    AdminUnit(id: id, name: name, level: nil, validity: .always, planMode: nil, place: place)
  }

  static func plan(
    year: Int = 2020, days: Range<CivilDay>? = nil, title: String = "Tuyên truyền cải cách hành chính",
    documents: [PlanDocument] = [], units: [AdminUnit] = [], outlets: [Outlet], blackouts: [Blackout] = [],
    topics: [Topic] = [], lines: [PlanLine] = [], calendars: CalendarPolicy = .usual
  ) -> Plan {
    Plan(
      id: "p\(year)", title: title, year: year, days: days ?? CivilDay.year(year),
      revised: CivilDay.year(year).lowerBound, documents: documents, units: units, outlets: outlets,
      blackouts: blackouts, topics: topics, lines: lines, totals: [],
      matching: MatchingTolerance(), remarks: [], calendars: calendars)
  }

  /// A plan of one grid line.
  static func plan(
    year: Int = 2020, days: Range<CivilDay>? = nil, _ grid: GridLine, kind: Outlet.Kind = .television,
    blackouts: [Blackout] = []
  ) -> Plan {
    plan(year: year, days: days, outlets: [outlet(kind: kind, grid: [grid])], blackouts: blackouts)
  }

  static func schedule(_ slots: [Slot], _ placements: [Placement]) -> Schedule {
    Schedule(
      slots: slots, placements: placements, unplaced: [],
      proof: .init(demanded: placements.count, placed: placements.count))
  }
}

extension Finding {
  /// Code, severity and both messages, to compare whole.
  var told: [String] { [code.rawValue, severity.rawValue, message.vi, message.en] }
}
