import Testing

@testable import PlanFiles

struct SuggestionsTests {
  @Test("suggestions end when a file has had enough of them")
  func suggestions_areLimited() {
    var suggestions = Suggestions()
    let words = (0..<10_000).map { "word-\($0)" }
    let found = (0..<4).map { _ in suggestions.closest(to: "wordd-7", among: words) }
    #expect(found == ["word-7", "word-7", "word-7", nil])
  }
}
