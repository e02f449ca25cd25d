import ScheduleModel

/// Finds the words that were meant, as long as anybody cares: the work is limited for a whole file.
struct Suggestions {
  private var comparisonsLeft = 30_000

  init() {}

  mutating func closest(to word: String, among candidates: [String]) -> String? {
    guard comparisonsLeft > 0 else { return nil }
    let compared = candidates.prefix(comparisonsLeft)
    comparisonsLeft -= compared.count
    return EditDistance.closest(to: word, among: compared)
  }
}
