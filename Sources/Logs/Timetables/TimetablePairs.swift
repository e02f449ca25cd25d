public import ScheduleModel

/// What became of each row of a log, as a file that other programs read.
public struct TimetablePairs: Sendable {
  private var ids: [String?]
  private var outcomes: [Outcome?]
  private let placements: Int

  init(rows: Int, placements: Int) {
    ids = Array(repeating: nil, count: rows)
    outcomes = Array(repeating: nil, count: rows)
    self.placements = placements
  }

  mutating func set(_ row: Int, _ outcome: Outcome, id: String?) {
    outcomes[row - 1] = outcome
    ids[row - 1] = id
  }

  /// How many rows of the log have each outcome.
  public var counts: [Outcome: Int] {
    outcomes.reduce(into: [:]) { counts, outcome in
      if let outcome { counts[outcome, default: 0] += 1 }
    }
  }

  /// How many placements no row shows.
  public var missed: Int { placements - ids.count { $0 != nil } }

  /// `row,id,outcome`: a line for each row of the log, numbered from 1 in the file's order; the id is empty where
  /// the row shows no placement, the outcome too where the row could not be read.
  public var bytes: [UInt8] {
    var text = TextBytes()
    text.bytes.reserveCapacity(outcomes.count * 24 + 32)
    text.append("row,id,outcome\n")
    for (index, outcome) in outcomes.enumerated() {
      text.append(String(index + 1))
      text.field(ids[index] ?? "")
      text.field(outcome?.rawValue ?? "")
      text.end()
    }
    return text.bytes
  }
}
