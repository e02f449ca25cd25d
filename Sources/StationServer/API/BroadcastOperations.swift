import Hummingbird
import Planning
import ScheduleModel
import StationDesk

/// What programs are told of broadcasts: the schedule, what became of each, and rows of the logs that belong to none.
enum BroadcastOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/schedule", .right(.read), schedule, answerSchedule),
    .api(.get, "/plans/{plan}/outcomes", .right(.read), outcomes, answerOutcomes),
    .api(.get, "/plans/{plan}/unmatched", .right(.read), unmatched, answerUnmatched),
  ]

  /// A placement.
  static let shape = JSONShape.object([
    "uid": .text, "line": .text, "edition": .integer, "language": .text,
    "run": .word(Placement.Run.allCases.map(\.rawValue)), "number": .integer, "outlet": .text, "slot": .text,
    "timing": timing, "start": .text, "end": .text,
    "broadcastDay": .formatted("date"),
  ])

  /// What sort of time a broadcast or a slot has.
  static let timing = JSONShape.word(["timed", "all-day", "span", "in-month"])

  /// A row of a log.
  static let row = JSONShape.object([
    "file": .text, "row": .integer, "day": .formatted("date"), "time": .orNull(.text), "outlet": .text,
    "language": .text, "title": .text, "line": .orNull(.text), "edition": .orNull(.integer), "status": .text,
  ])

  static let filters = [
    Operation.Parameter(
      name: "from", shape: .formatted("date"),
      summary: Words(vi: "Từ ngày phát sóng này.", en: "From this broadcast day on.")),
    Operation.Parameter(
      name: "to", shape: .formatted("date"),
      summary: Words(vi: "Trước ngày phát sóng này.", en: "Before this broadcast day.")),
    Operation.Parameter(
      name: "outlet", shape: .text, summary: Words(vi: "Chỉ kênh này.", en: "This outlet alone.")),
    Operation.Parameter(
      name: "line", shape: .text, summary: Words(vi: "Chỉ chỉ tiêu này.", en: "This line alone.")),
  ]

  private static let schedule = Operation.list(
    "schedule",
    Words(
      vi: "Lịch phát: mỗi mục là một lượt, giờ theo đồng hồ của đài, cuối không tính.",
      en: "The schedule: a broadcast each, hours on the station's clock, the end not included."),
    query: filters, of: .named("Broadcast"))

  private static func answerSchedule(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    let filter = try Filter(visit, known.plan, known.days)
    return try await visit.list(year) {
      known.planned.schedule.placements.filter(filter.takes)
    } row: {
      value($0, known.days)
    }
  }

  private static let outcomes = Operation.list(
    "outcomes",
    Words(
      vi: "Kết quả của từng lượt đã xếp lịch, kèm dòng nhật ký làm chứng.",
      en: "What became of each broadcast of the schedule, with the row of the log that shows it."),
    query: filters,
    of: .object([
      "broadcast": .named("Broadcast"), "outcome": .word(Outcome.allCases.map(\.rawValue)),
      "entry": .orNull(.named("Row")), "makeGood": .orNull(.named("Row")), "sign": .orNull(.text),
    ]))

  private static func answerOutcomes(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    let filter = try Filter(visit, known.plan, known.days)
    return try await visit.list(year) {
      (known.held?.reconciled.outcomes ?? []).filter { filter.takes($0.placement) }
    } row: { result in
      [
        "broadcast": value(result.placement, known.days), "outcome": .text(result.outcome.rawValue),
        "entry": result.entry.map { value($0, line: result.placement.line) }
          ?? result.substitute.map { value($0.entry, line: $0.line) } ?? nil,
        "makeGood": result.makeGood.map { value($0, line: result.placement.line) } ?? nil,
        "sign": JSONValue(result.sign?.rawValue),
      ]
    }
  }

  private static let unmatched = Operation.list(
    "unmatched",
    Words(
      vi: "Dòng nhật ký không thuộc lượt nào và chưa ai nói bằng tay là gì, kèm những lượt gần nhất.",
      en:
        "Rows of the logs that belong to no broadcast, and of which nobody said by hand what they are, with the broadcasts that come nearest."
    ),
    of: .object([
      "entry": .named("Row"), "line": .orNull(.text), "candidates": .array(.named("Broadcast")),
    ]))

  private static func answerUnmatched(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    return try await visit.list(year, of: year.unsettledRows) { part in
      let candidates = year.candidates(of: part).ofEntries
      return part.map { row in
        [
          "entry": value(row.entry, line: row.line), "line": JSONValue(row.line),
          "candidates": .array((candidates[row.entry.place] ?? []).map { value($0.placement, known.days) }),
        ]
      }
    }
  }

  static func value(_ placement: Placement, _ days: BroadcastDays) -> JSONValue {
    return [
      "uid": .text(placement.uid), "line": .text(placement.line), "edition": .integer(placement.edition),
      "language": .text(placement.language.tag), "run": .text(placement.run.rawValue),
      "number": .integer(placement.number), "outlet": .text(placement.outlet), "slot": .text(placement.slot),
      "timing": .text(word(of: placement.timing)), "start": .text(placement.timing.startText),
      "end": .text(placement.timing.endText),
      "broadcastDay": .text(days.days(of: placement).lowerBound.description),
    ]
  }

  /// What sort of time it is.
  static func word(of timing: SlotTiming) -> String {
    switch timing {
    case .timed: "timed"
    case .allDay: "all-day"
    case .span: "span"
    case .inMonth: "in-month"
    }
  }

  /// - Parameter line: The line that the row was found to be of, by what it says, its title or by hand.
  private static func value(_ entry: AsRunEntry, line: String?) -> JSONValue {
    [
      "file": .text(entry.place.file), "row": .integer(entry.place.line), "day": .text(entry.day.description),
      "time": JSONValue(entry.time?.description), "outlet": .text(entry.outlet),
      "language": .text(entry.language.tag), "title": .text(entry.title), "line": JSONValue(line),
      "edition": JSONValue(entry.edition), "status": .text(entry.status.rawValue),
    ]
  }

  /// Which broadcasts a program asks for.
  struct Filter: Sendable {
    let days: Range<CivilDay>?
    let outlet: String?
    let line: String?
    let broadcastDays: BroadcastDays

    init(_ visit: Visit, _ plan: Plan, _ days: BroadcastDays) throws(Refusal) {
      func day(_ name: String) throws(Refusal) -> CivilDay? {
        guard let text = visit.given(name) else { return nil }
        guard let day = CivilDay(iso: text) else {
          throw .unknown(text, Words(vi: "ngày viết như 2026-11-30", en: "a day is written 2026-11-30"))
        }
        return day
      }
      let (from, to) = (try day("from"), try day("to"))
      // A period whose end lies before its beginning has no days.
      let (first, end) = (
        from ?? CivilDay.year(CivilDay.years.lowerBound).lowerBound,
        to ?? CivilDay.year(CivilDay.years.upperBound).upperBound
      )
      self.days = from == nil && to == nil ? nil : first..<max(first, end)
      outlet = visit.given("outlet")
      line = visit.given("line")
      if let outlet, plan.outlet(outlet) == nil {
        let ids = plan.outlets.map(\.id).joined(separator: ", ")
        throw .unknown(outlet, Words(vi: "các kênh: \(ids)", en: "the outlets are \(ids)"))
      }
      if let line, plan.line(line) == nil {
        let ids = plan.lines.map(\.id).joined(separator: ", ")
        throw .unknown(line, Words(vi: "các chỉ tiêu: \(ids)", en: "the lines are \(ids)"))
      }
      broadcastDays = days
    }

    func takes(_ slot: Slot) -> Bool {
      (outlet.map { $0 == slot.outlet } ?? true)
        && (days.map { $0.overlaps(broadcastDays.days(of: slot.timing, on: slot.outlet)) } ?? true)
    }

    func takes(_ placement: Placement) -> Bool {
      (outlet.map { $0 == placement.outlet } ?? true) && (line.map { $0 == placement.line } ?? true)
        && (days.map { $0.overlaps(broadcastDays.days(of: placement)) } ?? true)
    }
  }
}
