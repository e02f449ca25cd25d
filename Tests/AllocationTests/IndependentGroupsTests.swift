import Testing

@testable import Allocation

struct IndependentGroupsTests {
  @Test(
    "sets that share an element, directly or through others, are one group",
    arguments: [
      ([], []), ([[1]], [[0]]), ([[1], [1]], [[0, 1]]), ([[1], [2]], [[0], [1]]),
      ([[1], [2], [1, 2]], [[0, 1, 2]]), ([[1, 2], [3, 4], [5], [4, 1]], [[0, 1, 3], [2]]),
      ([[], [1], []], [[0], [1], [2]]), ([[1, 1], [2, 3], [3, 2]], [[0], [1, 2]]),
    ])
  func groups(sets: [[Int]], groups: [[Int]]) {
    #expect(IndependentGroups.of(sets) == groups)
  }
}
