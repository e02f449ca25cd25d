import Planning
import Reports
import ScheduleModel

/// What a first publication has of a line on an outlet.
struct PublishedLine {
  let line: String
  let outlet: String
  let count: String
  let first: String
  let last: String

  /// All of a draft, in the plan's order.
  static func all(_ work: DeskReading.Work, _ language: ReaderLanguage) -> [PublishedLine] {
    let rows = Dictionary(grouping: work.worked.draft.rows.lazy.map(\.placement)) {
      Key(line: $0.line, outlet: $0.outlet)
    }
    return work.plan.lines.flatMap { line in
      work.plan.outlets.compactMap { outlet in
        guard let placements = rows[Key(line: line.id, outlet: outlet.id)], let first = placements.first,
          let last = placements.last
        else { return nil }
        return PublishedLine(
          line: work.plan.title(ofLine: line.id, in: language).visible(),
          outlet: work.plan.name(ofOutlet: outlet.id, in: language).visible(),
          count: grouped(placements.count, in: language),
          first: work.time(of: first.timing, on: outlet.id, language),
          last: work.time(of: last.timing, on: outlet.id, language))
      }
    }
  }

  private struct Key: Hashable {
    let line: String
    let outlet: String
  }
}
