import ScheduleModel

/// The one table of a plan's lines: by level, numbered through, so that a number names a line.
///
/// Its figures are values; `nil` is not stated or not known. Text, page, paper, workbook, CSV and JSON set the same
/// entries, each in columns of its own.
struct TallyLayout {
  /// The levels that have lines, or none but no data, from the nation down; the unsaid one last.
  let levels: [Level]
  /// The lines, in the order of their numbers.
  let entries: [Entry]
  private let numberOfLine: [String: Int]
  let plan: Plan
  let tally: Tally

  /// One level.
  struct Level {
    /// The level; `nil` for lines without one.
    let level: AdminLevel?
    /// Its lines; empty when there are no data.
    let entries: [Entry]
    /// Its published figures, added up; `nil` when there are none.
    let published: Quantity?
  }

  /// One line.
  struct Entry {
    /// Its number in the table, from 1.
    let number: Int
    /// Its counts.
    let tally: LineTally
    /// The plan's line; `nil` when the plan has none with that id.
    let line: PlanLine?
    /// Its level; `nil` when it is not stated.
    let level: AdminLevel?
    /// Whether the logs can tell how many went out: if so, 0 means none; if not, it is not known.
    let isCounted: Bool

    /// What the line's figures count; its works where the quota is a time, which is printed with its own unit.
    var unit: CountingUnit? {
      let stated = line?.quota?.unit ?? tally.published?.quantity?.unit
      return stated.flatMap { $0.time == nil ? $0 : nil } ?? line?.form
    }

    /// The line's title, with its form where the unit does not say it.
    var title: String {
      guard let line else { return tally.line }
      return line.form == unit ? line.title : "\(line.title) (\(line.form))"
    }

    /// Whether the logs tell of any of it: not where all that was due waits for a log, and nothing went out before.
    private var isHeard: Bool { isCounted && (tally.airedInYear > 0 || tally.counts.isHeard) }

    /// How many went out since the year began; `nil` when that is not known.
    var airedInYear: Int? { isHeard ? tally.airedInYear : nil }

    /// How many of its placements went out; `nil` when that is not known.
    var placements: Int? { isHeard ? tally.placementsAired : nil }

    /// What a report published for it; `nil` when none did, or it had no data.
    var published: Quantity? { tally.published?.quantity }

    /// Whether a report names it and says that there are no data.
    var isPublishedWithoutData: Bool { tally.published != nil && published == nil }

    /// Gone out of planned; `nil` when nothing exact is planned or it is not known what went out.
    var percent: Percentage? {
      if let planned = tally.planned, planned.unit.time != nil {
        guard isCounted, let time = tally.rules.first, !time.isLeast else { return nil }
        return Percentage(amount: time.amount, of: planned)
      }
      return tally.percent(hasLog: isHeard).map { Percentage(units: $0, decimals: 2) }
    }
  }

  /// Puts the lines of a tally in order.
  init(_ plan: Plan, _ tally: Tally) {
    var levels: [Level] = []
    var number = 0
    for level in AdminLevel.allCases.map(Optional.some) + [nil] {
      let lines = tally.lines.filter { Self.level(of: $0.line, in: plan) == level }
      let group = level.flatMap { level in
        tally.groups.first { $0.dimension == .level && $0.key == level.rawValue }
      }
      guard !lines.isEmpty || (group != nil && group?.counts == nil) else { continue }
      let entries = lines.map { line in
        number += 1
        return Entry(
          number: number, tally: line, line: plan.line(line.line), level: level,
          isCounted: tally.isCounted(line, in: plan))
      }
      levels.append(Level(level: level, entries: entries, published: group?.published))
    }
    self.levels = levels
    entries = levels.flatMap(\.entries)
    numberOfLine = Dictionary(
      entries.enumerated().map { ($1.tally.line, $0) }, uniquingKeysWith: { first, _ in first })
    self.plan = plan
    self.tally = tally
  }

  /// Whether levels need naming: not when no line has a level.
  var namesLevels: Bool { levels.contains { $0.level != nil } }

  /// The line with that id; `nil` when the tally has none.
  func entry(of line: String) -> Entry? { numberOfLine[line].map { entries[$0] } }

  /// The numbers of lines, such as `1, 3`; a line that is not in the table has its id.
  func numbers(of lines: [String]) -> String {
    lines.map { line in entry(of: line).map { "\($0.number)" } ?? line }.joined(separator: ", ")
  }

  /// Whether the logs can tell how many versions went out.
  func isCounted(_ version: VersionTally) -> Bool { tally.isCounted(version, in: plan) }

  /// Whether the logs can tell how many works of one of the total's lines went out.
  func isCounted(_ total: TotalTally) -> Bool { tally.isCounted(total, in: plan) }

  /// Whether the logs can tell how many of a group went out: months pass without any output, but an outlet, a
  /// form or a level that has none at all is one of which no log is kept.
  func isCounted(_ group: GroupTally) -> Bool {
    guard tally.knowsOutput, let counts = group.counts else { return false }
    return group.dimension == .month || group.dimension == .quarter || counts != Counts()
  }

  /// The lines that a total adds though no log tells of them.
  func unlogged(_ total: TotalTally) -> [String] {
    total.counted.filter { entry(of: $0)?.isCounted != true }
  }

  private static func level(of id: String, in plan: Plan) -> AdminLevel? {
    guard let line = plan.line(id) else { return nil }
    return line.responsibility.level ?? line.outlets.ids.first.flatMap { plan.outlet($0)?.level }
  }
}
