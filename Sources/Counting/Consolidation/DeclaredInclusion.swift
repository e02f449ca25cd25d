import ScheduleModel

/// Which figures of a line lie in which others: a figure that says that it has those of a unit in it has them for its own
/// days, and no others.
struct DeclaredInclusion {
  /// The rows that lie in each other.
  let circular: Set<Int>
  private let byRow: [Int: [Int]]

  /// - Parameters:
  ///   - figures: The rows whose figures are added.
  ///   - rows: These, and those without data.
  init(_ figures: [Int], _ rows: [Int], _ declared: [DeclaredFigure]) {
    var byUnit: [String: [Int]] = [:]
    for row in rows { byUnit[declared[row].unit, default: []].append(row) }
    var includers: [Int: [Int]] = [:]
    for row in figures {
      for unit in Set(declared[row].includes ?? []) where unit != declared[row].unit {
        for other in byUnit[unit] ?? [] where declared[other].period.days.overlaps(declared[row].period.days)
        {
          includers[other, default: []].append(row)
        }
      }
    }
    var circular: Set<Int> = []
    for row in includers.keys {
      var seen: Set<Int> = []
      var next = includers[row] ?? []
      while let other = next.popLast() {
        if other == row { circular.insert(row) }
        if seen.insert(other).inserted { next += includers[other] ?? [] }
      }
    }
    self.circular = circular
    byRow = includers.mapValues { $0.sorted() }
  }

  /// The rows that have a row in them, in order; none that lies in it too.
  func includers(of row: Int) -> [Int] {
    (byRow[row] ?? []).filter { !circular.contains($0) || !circular.contains(row) }
  }
}
