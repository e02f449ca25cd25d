import ScheduleModel

/// The minutes of what went out inside another programme of its outlet, which an outlet's day has once.
struct InsertedMinutes {
  /// A row that shows a placement in a grid line of which another is a part, or which is a part itself.
  private struct Row {
    let grid: String
    let start: Int?
    let minutes: Int
  }

  private struct OutletDay: Hashable {
    let outlet: Int
    let day: CivilDay
  }

  /// Of each outlet the grid lines inside others, each with those inside which it goes out, the nearest first.
  private let hosts: [[String: [String]]]
  private var rows: [OutletDay: [Row]] = [:]

  init(plan: Plan) {
    hosts = plan.outlets.map { outlet in
      let inside = Dictionary(
        outlet.grid.compactMap { line in line.inside.map { (line.id, $0) } },
        uniquingKeysWith: { one, _ in one })
      return inside.mapValues { host in
        var chain = [host]
        while let next = inside[chain[chain.count - 1]], !chain.contains(next) { chain.append(next) }
        return chain
      }
    }
  }

  /// Takes a row that shows a placement; one without a length takes nothing.
  ///
  /// - Parameter outlet: The number of the outlet in the plan.
  mutating func note(_ entry: AsRunEntry, of placement: Placement, on outlet: Int, _ day: CivilDay) {
    guard let minutes = entry.minutes, outlet < hosts.count, !hosts[outlet].isEmpty else { return }
    // A slot is named after its outlet, its opening and the day: `tv.toi.2018-04-05`.
    let grid = placement.slot.dropFirst(placement.outlet.count + 1).dropLast(11)
    rows[OutletDay(outlet: outlet, day: day), default: []].append(
      Row(grid: String(grid), start: entry.time.map { _ in entry.seconds }, minutes: minutes))
  }

  /// On each outlet and day the minutes that another row has already.
  var covered: [(outlet: Int, day: CivilDay, minutes: Int)] {
    rows.map { key, rows in
      let minutes = rows.reduce(0) { sum, row in
        let hosts = hosts[key.outlet][row.grid] ?? []
        return sum + (rows.filter { hosts.contains($0.grid) }.map { Self.shared(row, $0) }.max() ?? 0)
      }
      return (key.outlet, key.day, minutes)
    }
  }

  /// The minutes of a row that lie inside another; all that fit where a row has no hour.
  private static func shared(_ row: Row, _ host: Row) -> Int {
    guard let start = row.start, let other = host.start else { return min(row.minutes, host.minutes) }
    let both = min(start + row.minutes * 60, other + host.minutes * 60) - max(start, other)
    return max(0, both / 60)
  }
}
