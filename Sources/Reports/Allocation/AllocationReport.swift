public import ScheduleModel

/// A schedule for people and for scripts: how the year's quotas fall on months, days and slots.
public enum AllocationReport {
  /// The table of lines and months, what found no slot, and what is known about how good the schedule is.
  ///
  /// Only lines that are scheduled; each count is of first runs of originals. What held a count where it is
  /// (pinned days, least and most of a month, weights, a window) is in the last column; weights that are not
  /// all 1 are below the counts. What is proven of the schedule follows in words.
  /// - Parameters:
  ///   - explained: Whether the figures of the proof are shown, objective by objective.
  ///   - width: The columns into which tables must fit; `nil` for no such bound.
  public static func text(
    plan: Plan, schedule: Schedule, language: ReaderLanguage, explained: Bool = false, width: Int? = nil
  )
    -> String
  {
    var blocks = ["\(AllocationWords.title(of: plan)[language])\n\(plan.title.visible())\n"]
    let (table, legend) = months(plan, schedule, language)
    if table.rows.isEmpty {
      blocks.append(AllocationWords.nothing[language] + "\n")
    } else {
      let below = legend.isEmpty ? "" : "\n" + legend.joined(separator: "; ") + "\n"
      blocks.append("\(AllocationWords.basis(of: plan)[language])\n\n\(table.text(width: width))\(below)")
    }
    return (blocks + closing(plan, schedule, language, explained: explained)).joined(separator: "\n")
  }

  /// What found no slot, what the schedule holds, and how good it is.
  static func closing(
    _ plan: Plan, _ schedule: Schedule, _ language: ReaderLanguage, explained: Bool = false
  ) -> [String] {
    var blocks: [String] = []
    if !schedule.unplaced.isEmpty {
      let lines = schedule.unplaced.map { "  " + unplaced($0, plan, language) + "\n" }
      blocks.append(AllocationWords.unplaced[language] + "\n" + lines.joined())
    }
    let quality = AllocationWords.quality(schedule.proof)?[language]
    blocks.append(
      "\(kinds(schedule, plan, language))\n\(AllocationWords.proof(schedule.proof, in: language))\n"
        + (quality.map { $0 + "\n" } ?? ""))
    if explained, !schedule.proof.levels.isEmpty {
      let lines = schedule.proof.levels.map { "  " + LevelWords(level: $0).text(in: language) + "\n" }
      blocks.append(AllocationWords.levels[language] + "\n" + lines.joined())
    }
    return blocks
  }

  private static func months(
    _ plan: Plan, _ schedule: Schedule, _ language: ReaderLanguage
  ) -> (TextTable, legend: [String]) {
    var table = TextTable(
      columns: [
        .words(AllocationWords.line[language], isSpare: true),
        .name(AllocationWords.content[language], width: 36),
      ] + monthHeadings(of: plan.months, language).map { .number($0) } + [
        .number(AllocationWords.year(of: plan)[language]), .number(AllocationWords.quota[language]),
        .words(AllocationWords.fixedBy[language], width: 28),
      ])
    var legend: [String] = []
    let figures = FigureSetter(language: language)
    let months = schedule.months(of: plan)
    for line in plan.lines {
      guard let placing = line.placing else { continue }
      let counts = months[line.id] ?? Array(repeating: 0, count: plan.months.count)
      let marks = PlacingMarks(placing, counts: counts, plan: plan, language)
      legend += marks.legend.filter { !legend.contains($0) }
      table.append(
        [.words(line.id), .words(line.title)] + counts.map { figures.cell($0) } + [
          figures.cell(counts.reduce(0, +)), figures.cell(line.quota), .words(marks.text),
        ])
      guard placing.weights.contains(where: { $0 != 1 }) else { continue }
      table.append(
        [.nothing, .words(AllocationWords.weights[language])] + placing.weights.map { figures.cell($0) }
          + [.nothing, .nothing, .nothing])
    }
    return (table, legend)
  }

  private static func unplaced(_ unplaced: Unplaced, _ plan: Plan, _ language: ReaderLanguage) -> String {
    let name = plan.line(unplaced.line).map { "\($0.id), “\($0.title)”" } ?? unplaced.line
    let spoken = AllocationWords.spoken(unplaced.language, in: language)
    let count = grouped(unplaced.count, in: language)
    let run = AllocationWords.what(unplaced.run).map { ", \($0[language])" } ?? ""
    return "\(name) (\(spoken)\(run)): \(count). \(unplaced.reason[language])".visible()
  }

  private static func kinds(_ schedule: Schedule, _ plan: Plan, _ language: ReaderLanguage) -> String {
    let originals = schedule.placements.count(where: plan.isOriginalFirstRun)
    let first = schedule.placements.count { $0.run == .first }
    let parts = schedule.placements.count { $0.run == .part }
    return AllocationWords.kinds(
      originals, laterParts: parts, first - originals, schedule.placements.count - first - parts, of: plan,
      in: language)
  }
}
