/// The openings of the lines: in those of which line a programme with an unknown title goes out, outlet and hour tell.
///
/// Weekly rules and single days are looked at, too; that a monthly rule opens in just that week is not, for what is found is
/// proposed to a person and never counted.
package struct TitlesByOpening: Sendable {
  /// An opening of a line in one of its languages.
  private struct Opening: Sendable {
    let line: String
    let language: LanguageTag
    let grid: GridLine
    let weekdays: Set<Weekday>
    let start: Int
    let placing: Placing?

    func isOpen(for entry: AsRunEntry) -> Bool {
      let day = entry.day
      guard grid.validity.contains(day), weekdays.isEmpty || weekdays.contains(Weekday(of: day)),
        placing.map({ $0.mayAir(onWeekdayOf: day) && $0.window.contains(entry.broadcastDay) }) ?? true
      else { return false }
      if case .dates(let days) = grid.recurrence { return days.contains(day) }
      return true
    }
  }

  /// A title on an outlet's hours: how often it was aired, and on which days in the openings of which line.
  private struct Airings {
    var rows = 0
    var days: [String: [CivilDay]] = [:]
  }

  private let openings: [String: [Opening]]
  private let reach: Int
  private var titles: [String: Airings] = [:]
  /// The days on which a row shows a line by its name.
  private var known: [String: Set<CivilDay>] = [:]

  /// The openings of a plan's lines, by the hours of its grids.
  package init(plan: Plan) {
    var openings: [String: [Opening]] = [:]
    func add(
      _ line: PlanLine, on outlet: String, _ ids: [String], in language: LanguageTag, _ placing: Placing?
    ) {
      for grid in plan.outlet(outlet)?.grid ?? []
      where grid.carries(language) && (ids.isEmpty || ids.contains(grid.id)) {
        guard let at = grid.at else { continue }
        openings[outlet, default: []].append(
          Opening(
            line: line.id, language: language, grid: grid, weekdays: Self.weekdays(of: grid.recurrence),
            start: at.seconds, placing: placing))
      }
    }
    for line in plan.lines {
      guard let placing = line.placing else { continue }
      for outlet in line.outlets.ids {
        for language in line.languages.all { add(line, on: outlet, placing.grid, in: language, placing) }
      }
      guard let versions = line.versions else { continue }
      for outlet in versions.outlet.map({ [$0] }) ?? line.outlets.ids {
        for language in versions.into { add(line, on: outlet, versions.grid, in: language, nil) }
      }
    }
    self.openings = openings
    reach = plan.matching.onTimeMinutes * 60
  }

  /// Notes a row, with the lines that it is known to show.
  package mutating func note(_ entry: AsRunEntry, _ lines: [String]) {
    guard let own = openings[entry.outlet], let time = entry.time, entry.status == .aired else { return }
    if !lines.isEmpty {
      for line in lines { known[line, default: []].insert(entry.broadcastDay) }
      return
    }
    guard !entry.title.isEmpty else { return }
    let reach = reach
    let open = Set(
      own.filter { opening in
        opening.language == entry.language && abs(opening.start - time.seconds) <= reach
          && opening.isOpen(for: entry)
      }.map(\.line))
    let title = entry.title
    guard !open.isEmpty || titles[title] != nil || titles.count < Self.mostTitles else { return }
    titles[title, default: Airings()].rows += 1
    for line in open { titles[title]?.days[line, default: []].append(entry.broadcastDay) }
  }

  /// The lines in whose openings each title was aired, the most often first: at least twice, in most of its rows, and on days
  /// on which no row shows the line by its name.
  func linesByTitle() -> [FoldedText: [String]] {
    var whole: [FoldedText: Airings] = [:]
    for (title, airings) in titles {
      let title = FoldedText(title)
      whole[title, default: Airings()].rows += airings.rows
      whole[title]?.days.merge(airings.days, uniquingKeysWith: +)
    }
    return whole.compactMapValues { airings in
      let lines = airings.days.compactMap { line, days -> (line: String, count: Int)? in
        let count = days.count { known[line]?.contains($0) != true }
        return count >= 2 && count * 3 >= airings.rows * 2 ? (line, count) : nil
      }
      return lines.isEmpty
        ? nil : lines.sorted { ($1.count, $0.line) < ($0.count, $1.line) }.map(\.line)
    }
  }

  /// The weekdays on which a rule may open; empty where it does not say them.
  private static func weekdays(of recurrence: GridLine.Recurrence) -> Set<Weekday> {
    guard case .rule(let rule) = recurrence,
      let days = rule.text.split(separator: ";").first(where: { $0.hasPrefix("BYDAY=") })
    else { return [] }
    let codes = Set(days.dropFirst("BYDAY=".count).split(separator: ",").map { String($0.suffix(2)) })
    return Set(Weekday.allCases.filter { codes.contains($0.code) })
  }

  /// A log of which every title is another one gains nothing by being remembered.
  private static let mostTitles = 10_000
}
