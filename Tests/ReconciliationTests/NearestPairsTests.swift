import Testing

@testable import Reconciliation

@Suite("Pairing the nearest first")
struct NearestPairsTests {
  /// Takes the nearest of all pairs again and again; of equally near ones the earlier placement, then entry.
  private func bySearch(
    _ entries: [Int], _ placements: [Int], limit: Int
  ) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    var freeEntries = Array(entries.indices)
    var freePlacements = Array(placements.indices)
    while true {
      let all = freeEntries.flatMap { entry in
        freePlacements.map { placement in
          (
            abs(entries[entry] - placements[placement]), placements[placement], entries[entry], placement,
            entry
          )
        }
      }
      guard let nearest = all.filter({ $0.0 <= limit }).min(by: <) else { return pairs }
      pairs[nearest.4] = nearest.3
      freeEntries.removeAll { $0 == nearest.4 }
      freePlacements.removeAll { $0 == nearest.3 }
    }
  }

  private func paired(_ entries: [Int], _ placements: [Int], limit: Int) -> [Int: Int] {
    let result = NearestPairs(
      entries: entries.enumerated().map { ($1, $0) }, placements: placements.enumerated().map { ($1, $0) }
    ) {
      abs(entries[$0] - placements[$1]) <= limit
    }
    return Dictionary(result.pairs.map { ($0.entry, $0.placement) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("all small cases give the same pairs as taking the nearest of all pairs again and again")
  func smallCases() {
    var failure: String?
    // Every way to put up to three entries and three placements on six positions.
    func sorted(_ count: Int) -> [[Int]] {
      guard count > 0 else { return [[]] }
      return sorted(count - 1).flatMap { shorter in ((shorter.last ?? 0)..<6).map { shorter + [$0] } }
    }
    let lists = (0...3).flatMap(sorted)
    for entries in lists {
      for placements in lists {
        for limit in [0, 1, 2, 9] where failure == nil {
          if paired(entries, placements, limit: limit) != bySearch(entries, placements, limit: limit) {
            failure = "\(entries) \(placements) \(limit)"
          }
        }
      }
    }
    #expect(failure == nil)
  }

  @Test("random cases do too")
  func randomCases() {
    var random = SeededGenerator(seed: 7)
    var failure: String?
    for _ in 0..<400 where failure == nil {
      func list() -> [Int] {
        (0..<Int.random(in: 0...12, using: &random)).map { _ in Int.random(in: 0...60, using: &random) }
          .sorted()
      }
      let (entries, placements, limit) = (list(), list(), Int.random(in: 0...30, using: &random))
      if paired(entries, placements, limit: limit) != bySearch(entries, placements, limit: limit) {
        failure = "\(entries) \(placements) \(limit)"
      }
    }
    #expect(failure == nil)
  }
}
