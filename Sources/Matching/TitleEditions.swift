import ScheduleModel

/// Whether the numbers that titles of a line name, “Hỏi đáp số 3”, are the editions of the schedule.
///
/// A station may count on from year to year. Where most rows with such a number lie near a placement of that edition, it
/// counts as the schedule does; a line without placements has no other count than the station's.
struct TitleEditions {
  /// The lines whose titles name editions of the schedule.
  private(set) var lines: Set<String> = []

  /// - Parameter tolerance: How far from its placement a row may lie, in days.
  init(
    _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised], _ placements: [Placement],
    tolerance: Int
  ) {
    var rows: [String: [(edition: Int, day: CivilDay)]] = [:]
    for (index, origin) in origins.enumerated() {
      guard let edition = origin.titleEdition, let line = origin.onlyLine else { continue }
      rows[line, default: []].append((edition, entries[index].broadcastDay))
    }
    guard !rows.isEmpty else { return }
    var days: [String: [Int: [CivilDay]]] = [:]
    for placement in placements where rows[placement.line] != nil {
      days[placement.line, default: [:]][placement.edition, default: []].append(
        CivilDay(daysSince1970: placement.timing.seconds / 86_400))
    }
    for (line, named) in rows {
      guard let planned = days[line] else {
        lines.insert(line)
        continue
      }
      let near = named.count { row in
        planned[row.edition, default: []].contains { abs($0.distance(to: row.day)) <= tolerance }
      }
      if near * 2 >= named.count { lines.insert(line) }
    }
  }
}
