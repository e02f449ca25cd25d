import TestSupport
import Testing

@testable import Logs
@testable import Matching
@testable import Spreadsheets

@Suite("The assignment that is worth the most")
struct OptimalAssignmentTests {
  /// A case written down: for each entry what it is worth with each placement; 0 when they may not be paired.
  private struct Worths: CustomStringConvertible {
    var rows: [[Int]]
    var placements: Int

    var description: String { "\(rows)" }

    func solved() -> OptimalAssignment {
      OptimalAssignment(
        entries: rows.count, placements: placements,
        reach: { entry in
          let first = rows[entry].firstIndex { $0 > 0 } ?? 0
          return first..<((rows[entry].lastIndex { $0 > 0 } ?? first - 1) + 1)
        }, worth: { rows[$0][$1] })
    }

    /// The greatest worth, by trying everything.
    func best(from entry: Int = 0, taken: Set<Int> = []) -> Int {
      guard entry < rows.count else { return 0 }
      var best = best(from: entry + 1, taken: taken)
      for placement in 0..<placements where rows[entry][placement] > 0 && !taken.contains(placement) {
        let rest = self.best(from: entry + 1, taken: taken.union([placement]))
        best = max(best, rows[entry][placement] + rest)
      }
      return best
    }

    /// What is wrong with an assignment or its prices; `nil` when they prove each other.
    func fault(of solved: OptimalAssignment) -> String? {
      var worth = 0
      for (entry, placement) in solved.placementOfEntry.map(Int.init).enumerated() where placement >= 0 {
        guard rows[entry][placement] > 0 else { return "may not be paired" }
        guard Int(solved.entryOfPlacement[placement]) == entry else { return "one-sided" }
        worth += rows[entry][placement]
      }
      guard
        solved.entryOfPlacement.count(where: { $0 >= 0 }) == solved.placementOfEntry.count(where: { $0 >= 0 })
      else { return "one-sided" }
      let prices = solved.entryPrices + solved.placementPrices
      guard prices.allSatisfy({ $0 >= 0 }) else { return "a price below zero" }
      for (entry, row) in rows.enumerated() {
        for (placement, worth) in row.enumerated()
        where worth > solved.entryPrices[entry] + solved.placementPrices[placement] {
          return "a pair worth more than its prices"
        }
      }
      return worth == prices.reduce(0, +) ? nil : "worth \(worth), bound \(prices.reduce(0, +))"
    }
  }

  @Test("every case of up to three entries and three placements has the worth found by trying everything")
  func smallCases() {
    var failure: String?
    for entries in 0...3 {
      for placements in 0...3 where entries * placements <= 6 || entries == placements {
        let cells = entries * placements
        let values = cells > 6 ? [0, 2, 3] : [0, 1, 2, 5]
        var number = 0
        let count = (0..<cells).reduce(1) { product, _ in product * values.count }
        while number < count, failure == nil {
          var rest = number
          let rows = (0..<entries).map { _ in
            (0..<placements).map { _ in
              defer { rest /= values.count }
              return values[rest % values.count]
            }
          }
          let worths = Worths(rows: rows, placements: placements)
          let solved = worths.solved()
          failure = worths.fault(of: solved).map { "\(worths): \($0)" }
          if failure == nil,
            solved.entryPrices.reduce(0, +) + solved.placementPrices.reduce(0, +) != worths.best()
          {
            failure = "\(worths): not the best"
          }
          number += 1
        }
      }
    }
    #expect(failure == nil)
  }

  @Test("random cases have it too, many equal worths among them")
  func randomCases() {
    var random = SeededGenerator(seed: 11)
    var failure: String?
    for _ in 0..<2000 where failure == nil {
      let (entries, placements) = (
        Int.random(in: 0...6, using: &random), Int.random(in: 0...6, using: &random)
      )
      let most = [2, 5, 100].randomElement(using: &random) ?? 2
      let rows = (0..<entries).map { _ in
        (0..<placements).map { _ in max(0, Int.random(in: -most...most, using: &random)) }
      }
      let worths = Worths(rows: rows, placements: placements)
      let solved = worths.solved()
      failure = worths.fault(of: solved).map { "\(worths): \($0)" }
      if failure == nil,
        solved.entryPrices.reduce(0, +) + solved.placementPrices.reduce(0, +) != worths.best()
      {
        failure = "\(worths): not the best"
      }
    }
    #expect(failure == nil)
  }

  @Test("the prices prove large parts that hang together, too large to try everything")
  func largeParts() {
    var random = SeededGenerator(seed: 12)
    var failure: String?
    for _ in 0..<12 where failure == nil {
      let (entries, placements) = (
        Int.random(in: 60...140, using: &random), Int.random(in: 60...140, using: &random)
      )
      let starts = (0..<placements).map { _ in Int.random(in: 0...4000, using: &random) }.sorted()
      let rows = (0..<entries).map { _ in
        let at = Int.random(in: 0...4000, using: &random)
        return starts.map { max(0, 301 - abs($0 - at)) }
      }
      let worths = Worths(rows: rows, placements: placements)
      failure = worths.fault(of: worths.solved())
    }
    #expect(failure == nil)
  }

  @Test("one far pair more does not shift a whole row of exact pairs")
  func shift() {
    // Placements at 0, 10, …, 90; entries at 10, …, 100. Reach 25, so a pair is worth 26 less the distance.
    let rows = (1...10).map { entry in (0..<10).map { max(0, 26 - abs(10 * entry - 10 * $0)) } }
    let solved = Worths(rows: rows, placements: 10).solved()
    #expect(solved.placementOfEntry == [1, 2, 3, 4, 5, 6, 7, 8, 9, -1])
  }
}
