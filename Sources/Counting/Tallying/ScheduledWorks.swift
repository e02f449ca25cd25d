import ScheduleModel

/// On which days the works of a schedule count: a whole one with its first placement, one in parts with its last.
struct ScheduledWorks {
  private let byLine: [String: Days]

  /// - Complexity: O(n log n) in the placements.
  init(of lines: [PlanLine], _ placements: [Placement], _ broadcast: BroadcastDays) {
    let parts = Dictionary(lines.map { ($0.id, $0.parts) }, uniquingKeysWith: { first, _ in first })
    var found: [String: [Int: Range<CivilDay>]] = [:]
    for placement in placements {
      guard let parts = parts[placement.line] else { continue }
      let own = broadcast.days(of: placement)
      if let known = found[placement.line]?[placement.edition],
        (known.lowerBound <= own.lowerBound) == (parts == 1)
      {
        continue
      }
      found[placement.line, default: [:]][placement.edition] = own
    }
    byLine = found.mapValues { Days(Array($0.values)) }
  }

  /// Those of a line.
  subscript(line: String) -> Days { byLine[line] ?? Days([]) }

  /// The days of the works of one line.
  struct Days {
    private let first: [CivilDay]
    private let end: [CivilDay]
    /// Those that may go out on any of several days.
    private let open: [Range<CivilDay>]

    init(_ days: [Range<CivilDay>]) {
      first = days.map(\.lowerBound).sorted()
      end = days.map(\.upperBound).sorted()
      open = days.filter { $0.count > 1 }
    }

    /// How many there are.
    var count: Int { first.count }

    /// How many may go out in some days.
    func touching(_ days: Range<CivilDay>) -> Int {
      let begun = first.indices.partitioningIndex { first[$0] >= days.upperBound }
      return begun - end.indices.partitioningIndex { end[$0] > days.lowerBound }
    }

    /// How many go out in some days and on no others.
    func inside(_ days: Range<CivilDay>) -> Int {
      touching(days)
        - open.count {
          $0.overlaps(days) && ($0.lowerBound < days.lowerBound || $0.upperBound > days.upperBound)
        }
    }
  }
}
