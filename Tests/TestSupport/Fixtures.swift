import Counting
import Logs
import Matching
package import ScheduleModel

extension CivilDay {
  /// A day in ISO form.
  package static func of(_ iso: String) -> CivilDay {
    guard let day = CivilDay(iso: iso) else { preconditionFailure("no day \(iso)") }
    return day
  }
}

extension TimeOfDay {
  /// A time such as `20:15`.
  package static func of(_ text: String) -> TimeOfDay {
    guard let time = TimeOfDay(text) else { preconditionFailure("no time \(text)") }
    return time
  }
}

extension LanguageTag {
  /// A language tag.
  package static func of(_ tag: String) -> LanguageTag {
    guard let language = LanguageTag(tag) else { preconditionFailure("no language \(tag)") }
    return language
  }
}

extension Quantity {
  /// A figure such as `hơn 600 tin, bài, ảnh`.
  package static func of(_ text: String) -> Quantity {
    guard let quantity = Quantity(text, unit: nil) else { preconditionFailure("no quantity \(text)") }
    return quantity
  }
}

extension ReportingPeriod {
  /// A reporting period, such as `2018-Q3`.
  package static func of(_ text: String, _ profile: Profile = .calendarYear) -> ReportingPeriod {
    guard let period = ReportingPeriod(text, profile: profile) else {
      preconditionFailure("no period \(text)")
    }
    return period
  }
}

extension SourcePlace {
  /// A line of the plan file.
  package static func plan(_ line: Int) -> SourcePlace { SourcePlace(file: "plan.yaml", line: line) }
}

extension Outlet {
  /// An outlet without a grid; matching and counting do not look at it.
  package static func sample(
    _ id: String, _ name: String, _ kind: Kind = .television, relays: [String] = [],
    dayStarts: String = "00:00"
  ) -> Outlet {
    Outlet(
      id: id, name: name, kind: kind, level: nil, owner: nil, zone: "Asia/Ho_Chi_Minh", validity: .always,
      grid: [], place: .plan(1), dayStarts: .of(dayStarts), relays: relays)
  }
}

extension PlanLine {
  /// A line that states its figure, unless it has none.
  package static func sample(
    _ id: String, _ title: String, form: String = "chuyên mục",
    on outlets: OutletUse = .each(["truyen-hinh"]),
    quota: String? = nil, basis: QuotaBasis = .plan, isPlaced: Bool = true, versions: LanguageVersions? = nil,
    level: AdminLevel? = nil, topics: [String] = [], overlap: Overlap = .unsaid, at line: Int = 10,
    minutes: Int? = nil, houseNumber: String? = nil, aliases: [String] = []
  ) -> PlanLine {
    guard let unit = CountingUnit(form) else { preconditionFailure("no form \(form)") }
    let placing = Placing(
      grid: [], window: CivilDay.year(2018), weights: Array(repeating: 1, count: 12),
      months: Array(repeating: Placing.anyCount, count: 12), perDay: nil, pins: [], minutes: minutes)
    return PlanLine(
      id: id, title: title, form: unit, outlets: outlets, quota: quota.map { .of("\($0) \(form)") },
      basis: basis, placing: isPlaced ? placing : nil, versions: versions,
      responsibility: Responsibility(level: level), topics: topics, tone: nil, overlap: overlap, note: nil,
      place: .plan(line), houseNumber: houseNumber.flatMap(HouseNumber.init), aliases: aliases)
  }
}

extension PlanLine {
  /// The same, whose works count from a length on, in minutes.
  package func counting(from least: Int) -> PlanLine {
    PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis, placing: placing,
      versions: versions, responsibility: responsibility, topics: topics, tone: tone, overlap: overlap,
      note: note,
      place: place, repeats: repeats, deadlines: deadlines, counting: LineCounting(leastMinutes: least),
      houseNumber: houseNumber, was: was, aliases: aliases, languages: languages)
  }
}

extension LanguageVersions {
  /// Versions without more conditions.
  package static func sample(_ into: [String], on outlet: String? = nil, sentTo: [String] = [])
    -> LanguageVersions
  {
    LanguageVersions(
      into: into.map(LanguageTag.of), leadDays: 0, outlet: outlet, grid: [], works: nil, sentTo: sentTo)
  }
}

extension Plan {
  /// A plan for 2018 with a television channel, a radio, a newspaper and a website.
  package static func sample(
    _ lines: [PlanLine], units: [AdminUnit] = [], year: Int = 2018, topics: [Topic] = [],
    totals: [PlanTotal] = [],
    matching: MatchingTolerance = MatchingTolerance(), further outlets: [Outlet] = []
  ) -> Plan {
    Plan(
      id: "lai-chau", title: "Kế hoạch", year: year, days: CivilDay.year(year), revised: .of("2018-04-04"),
      documents: [], units: units,
      outlets: [
        .sample("truyen-hinh", "Truyền hình Lai Châu"), .sample("phat-thanh", "Phát thanh Lai Châu", .radio),
        .sample("bao", "Báo Lai Châu", .newspaper), .sample("cong", "Cổng thông tin điện tử", .website),
        .sample("vtv5", "VTV5"),
      ] + outlets,
      blackouts: [], topics: topics, lines: lines, totals: totals, matching: matching, remarks: [])
  }
}

extension PlanTotal {
  /// A total over lines.
  package static func sample(_ lines: [String]) -> PlanTotal {
    PlanTotal(id: "tong", title: "Tổng số", lines: lines, place: .plan(90))
  }
}

extension Placement {
  /// A placement at an hour (`2018-04-05T20:15`), on a day (`2018-04-05`) or in a month (`2018-04`).
  package static func sample(
    _ line: String, _ edition: Int, at start: String, on outlet: String = "truyen-hinh",
    in tag: String = "vi",
    run: Run = .first
  ) -> Placement {
    let timing: SlotTiming
    let parts = start.split(separator: "T")
    if parts.count == 2 {
      timing = .timed(start: LocalTime(.of(String(parts[0])), .of(String(parts[1]))), minutes: 15)
    } else if start.count == 7 {
      let first = CivilDay.of(start + "-01")
      timing = .inMonth(CivilDay.month(first.month, of: first.year))
    } else {
      timing = .allDay(.of(start))
    }
    let slot = Slot(
      outlet: outlet, grid: "g", ruleDay: timing.day, timing: timing, pieces: 1, languages: [.of(tag)])
    return Placement(
      plan: "lai-chau", line: line, edition: edition, language: .of(tag), run: run, slot: slot)
  }
}

extension Schedule {
  /// A schedule of these placements.
  package static func sample(_ placements: [Placement]) -> Schedule {
    Schedule(
      slots: [], placements: placements, unplaced: [],
      proof: Proof(demanded: placements.count, placed: placements.count))
  }
}

extension AsRunEntry {
  /// An entry at a time (`2018-04-05T20:15`) or on a day (`2018-04-05`), from a row of `log.csv`.
  package static func sample(
    _ row: Int, at start: String, on outlet: String = "truyen-hinh", line: String? = nil, edition: Int? = nil,
    in tag: String = "vi", title: String = "", status: Status = .aired, uid: String? = nil,
    minutes: Int? = nil, broadcastDay: String? = nil, houseNumber: String? = nil, makesGood: String? = nil
  ) -> AsRunEntry {
    let parts = start.split(separator: "T").map(String.init)
    return AsRunEntry(
      place: SourcePlace(file: "log.csv", line: row), day: .of(parts[0]),
      time: parts.count == 2 ? .of(parts[1]) : nil, outlet: outlet, line: line, edition: edition,
      language: .of(tag), title: title, minutes: minutes, status: status, uid: uid, evidence: nil,
      broadcastDay: broadcastDay.map { .of($0) }, houseNumber: houseNumber, makesGood: makesGood)
  }
}

extension EntryLink {
  /// What somebody said by hand about an entry.
  package static func sample(_ meaning: Meaning, _ entry: AsRunEntry, at line: Int = 2) -> EntryLink {
    EntryLink(
      meaning: meaning, row: RowDescription(entry), author: "Lò Văn A", reason: "xem băng",
      place: SourcePlace(file: "links.csv", line: line))
  }
}

extension AsRunLog {
  /// A log of these entries.
  package static func sample(_ entries: [AsRunEntry]) -> AsRunLog {
    AsRunLog(entries: entries, rowsLeftOut: 0)
  }
}

extension Reconciled {
  /// The outcomes as text, such as `a.1 aired 2`: line, edition, outcome and the row that shows it.
  package var story: [String] {
    outcomes.map { outcome in
      let placement = outcome.placement
      let row = (outcome.entry ?? outcome.substitute?.entry).map { " \($0.place.line)" } ?? ""
      let good = outcome.makeGood.map { " made good \($0.place.line)" } ?? ""
      return "\(placement.line).\(placement.edition) \(outcome.outcome.rawValue)\(row)\(good)"
    }
      + relays.map { "\($0.line ?? "–") relay \($0.entry.place.line)" }
      + unplanned.map { "\($0.line ?? "–") unplanned \($0.entry.place.line)" }
      + sent.map { "\($0.line ?? "–") sent \($0.entry.place.line)" }
  }
}

/// Reads one log with the sample plan, or another.
package func read(_ text: String, plan: Plan = .sample([.sample("chuyen-muc", "Cải cách hành chính")])) -> (
  log: AsRunLog, findings: [Finding]
) {
  AsRunReader.read([("log.csv", Array(text.utf8))], plan: plan)
}

/// A finding in one line: place, width, severity, code, then the texts.
package func told(_ finding: Finding, in language: ReaderLanguage = .english) -> String {
  let at = finding.place.map { "\($0) ^\(finding.width) " } ?? ""
  return "\(at)\(finding.severity) \(finding.code.rawValue): \(finding.message[language])"
    + (finding.remedy.map { " → " + $0[language] } ?? "")
}

/// A generator of numbers that gives the same ones for the same seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension PublishedFigure {
  /// A figure of a report.
  package static func sample(
    _ id: String, _ text: String?, line: String? = nil, level: AdminLevel? = nil, mayInclude: [String] = [],
    at row: Int = 5, says: String? = nil, period: StatedPeriod? = nil
  ) -> PublishedFigure {
    PublishedFigure(
      id: id, title: id, line: line, level: level, quantity: text.map(Quantity.of), mayInclude: mayInclude,
      says: says, place: .published(row), period: period)
  }
}

extension PublishedFigures {
  /// A report with these figures.
  package static func sample(
    _ figures: [PublishedFigure], sums: [PublishedSum] = [], ratios: [PublishedRatio] = [],
    intervals: [PublishedInterval] = [], noise: [NoiseNumber] = [], period: StatedPeriod? = nil,
    hours: [PublishedHours] = [], products: [PublishedProduct] = [], shares: [PublishedShares] = []
  ) -> PublishedFigures {
    PublishedFigures(
      source: "Báo cáo", plan: nil, figures: figures, sums: sums, ratios: ratios, intervals: intervals,
      noise: noise, period: period, hours: hours, products: products, shares: shares)
  }
}

extension SourcePlace {
  /// A line of the file with published figures.
  package static func published(_ line: Int) -> SourcePlace {
    SourcePlace(file: "published.yaml", line: line)
  }
}

extension Counts {
  /// Counts by name; what is not named is 0.
  package static func of(
    scheduled: Int = 0, aired: Int = 0, late: Int = 0, moved: Int = 0, unplanned: Int = 0, missed: Int = 0,
    preempted: Int = 0, pending: Int = 0
  ) -> Counts {
    var counts = Counts()
    counts.scheduled = scheduled
    counts.aired = aired
    counts.late = late
    counts.moved = moved
    counts.unplanned = unplanned
    counts.missed = missed
    counts.preempted = preempted
    counts.pending = pending
    counts.beyondLogs = pending
    return counts
  }
}

/// The tally of a schedule and a log; without a log nothing is known to have aired.
package func tally(
  _ plan: Plan, _ placements: [Placement], _ entries: [AsRunEntry]?, published: PublishedFigures? = nil,
  _ period: ReportingPeriod = .of("2018"), asOf: String? = nil
) -> Tally {
  let log = entries.map(AsRunLog.sample)
  let reconciled = Matcher.match(
    plan: plan, schedule: .sample(placements), log: log ?? .sample([]), asOf: asOf.map(CivilDay.of))
  return TallyBuilder.tally(
    plan: plan, schedule: .sample(placements), reconciled: reconciled, log: log, published: published,
    period: period)
}

extension Tally {
  /// The tally of a line.
  package func line(_ id: String) -> LineTally? { lines.first { $0.line == id } }

  /// The group with that key.
  package func group(_ dimension: GroupTally.Dimension, _ key: String) -> GroupTally? {
    groups.first { $0.dimension == dimension && $0.key == key }
  }
}
