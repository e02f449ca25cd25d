import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

/// One line on one outlet: small schedules and logs, of which everything can be tried.
@Suite("The pairs of a line are the best that there are")
struct MatchingBruteForceTests {
  private static let onTime = 15 * 60
  private let plan = Plan.sample([.sample("a", "Cải cách hành chính", minutes: 10)])

  private struct Case {
    var placements: [Placement] = []
    var entries: [AsRunEntry] = []
    var links: [EntryLink] = []
  }

  /// Rows without an edition, rows of an edition that nobody planned, and rows that somebody linked.
  private func randomCase(_ random: inout SeededGenerator) -> Case {
    func when(_ random: inout SeededGenerator) -> String {
      let day = CivilDay.of("2018-04-01").advanced(by: Int.random(in: 0...3, using: &random))
      let minutes = 20 * 60 + Int.random(in: 0...17, using: &random) * 5
      return "\(day)T\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
    var one = Case()
    for edition in 0..<Int.random(in: 1...4, using: &random) {
      one.placements.append(.sample("a", edition + 1, at: when(&random)))
    }
    for row in 0..<Int.random(in: 1...4, using: &random) {
      one.entries.append(
        .sample(
          row + 2, at: when(&random), line: "a",
          edition: Int.random(in: 0...2, using: &random) == 0 ? 99 : nil,
          minutes: [nil, 10, 1, 8].randomElement(using: &random) ?? nil))
    }
    if Bool.random(using: &random), let entry = one.entries.first, let placement = one.placements.last {
      let link = EntryLink.sample(.shows(uid: placement.uid), entry)
      // A link that fits two rows is told and not followed.
      if one.entries.count(where: { link.row.fits($0) }) == 1 { one.links = [link] }
    }
    return one
  }

  @Test("on time, on the same day, within a week, in the stead of another: each time nothing is worth more")
  func equalsBruteForce() {
    var failure: String?
    for seed in 0..<1_500 where failure == nil {
      var random = SeededGenerator(seed: UInt64(seed))
      let one = randomCase(&random)
      failure = fault(of: one).map { "seed \(seed): \($0)" }
    }
    #expect(failure == nil)
  }

  private func fault(of one: Case) -> String? {
    let asOf = CivilDay.of("2018-04-30")
    let reconciled = Matcher.match(
      plan: plan, schedule: .sample(one.placements), log: .sample(one.entries), links: one.links, asOf: asOf)
    let placements = reconciled.outcomes.map(\.placement)
    var rows = Array(one.entries.indices)
    var open = Array(placements.indices)
    func take(_ pairs: [(row: Int, placement: Int)]) {
      rows.removeAll { row in pairs.contains { $0.row == row } }
      open.removeAll { placement in pairs.contains { $0.placement == placement } }
    }
    func pairs(_ isMeant: (PlacementOutcome) -> AsRunEntry?) -> [(row: Int, placement: Int)] {
      reconciled.outcomes.enumerated().compactMap { index, outcome in
        isMeant(outcome).flatMap { entry in one.entries.firstIndex(of: entry).map { ($0, index) } }
      }
    }
    let linked = pairs { $0.sign == .link ? $0.entry : nil }
    guard linked.count == one.links.count else { return "a link is not followed" }
    take(linked)
    let byLine = pairs { $0.sign == .line ? $0.entry : nil }
    for (name, most, isMeant) in stages {
      let inStage = byLine.filter { isMeant(one.entries[$0.row], placements[$0.placement]) }
        .filter { pair in rows.contains(pair.row) && open.contains(pair.placement) }
      let free = rows.filter { one.entries[$0].edition == nil }
      let best = best(free, open) { worth(one.entries[$0], placements[$1], most, isMeant) }
      let sum = inStage.reduce(0) { $0 + worth(one.entries[$1.row], placements[$1.placement], most, isMeant) }
      guard sum == best else { return "\(name): worth \(sum), best \(best)" }
      take(inStage)
    }
    let substitutes = pairs { $0.substitute?.entry }
    let best = best(rows, open) { worth(one.entries[$0], placements[$1], Self.onTime, stages[0].isMeant) }
    let sum = substitutes.reduce(0) {
      $0 + worth(one.entries[$1.row], placements[$1.placement], Self.onTime, stages[0].isMeant)
    }
    return sum == best ? nil : "substitutes: worth \(sum), best \(best)"
  }

  private typealias Stage = (name: String, most: Int, isMeant: (AsRunEntry, Placement) -> Bool)

  private var stages: [Stage] {
    [
      ("on time", Self.onTime, { abs(apart($0, $1)) <= Self.onTime }),
      ("same day", 86_400, { $0.day == $1.timing.day }),
      ("within a week", 38 * 86_400, { abs($0.day.distance(to: $1.timing.day)) <= 7 }),
    ]
  }

  private func worth(
    _ entry: AsRunEntry, _ placement: Placement, _ most: Int, _ isMeant: (AsRunEntry, Placement) -> Bool
  ) -> Int {
    guard isMeant(entry, placement) else { return 0 }
    let length = entry.minutes.map { min(Self.onTime, abs($0 - 10) * 60) } ?? 0
    return most + Self.onTime + 1 - abs(apart(entry, placement)) - length
  }

  /// The greatest worth, by trying everything.
  private func best(_ rows: [Int], _ placements: [Int], _ worth: (Int, Int) -> Int) -> Int {
    guard let row = rows.first else { return 0 }
    let rest = Array(rows.dropFirst())
    var most = best(rest, placements, worth)
    for placement in placements where worth(row, placement) > 0 {
      most = max(most, worth(row, placement) + best(rest, placements.filter { $0 != placement }, worth))
    }
    return most
  }
}

private func apart(_ entry: AsRunEntry, _ placement: Placement) -> Int {
  guard case .timed(let start, _) = placement.timing, let time = entry.time else { return 0 }
  return (entry.day.daysSince1970 - start.day.daysSince1970) * 86_400 + time.seconds - start.time.seconds
}
