/// Sets that share no element, directly or through others, can be dealt with one by one.
enum IndependentGroups {
  /// The indices of the sets, those that hang together in one group, groups and indices in order.
  ///
  /// Cost: linear in the sizes of the sets, but for the joining of groups.
  static func of(_ sets: [[Int]]) -> [[Int]] {
    var groups = sets.indices.map { [$0] }
    var groupOf = Array(sets.indices)
    var ownerOf: [Int: Int] = [:]
    for (index, set) in sets.enumerated() {
      for element in set {
        guard let owner = ownerOf[element] else {
          ownerOf[element] = index
          continue
        }
        let (kept, joined) = (groupOf[owner], groupOf[index])
        guard kept != joined else { continue }
        for member in groups[joined] { groupOf[member] = kept }
        groups[kept] += groups[joined]
        groups[joined] = []
      }
    }
    return groups.map { $0.sorted() }.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }
}
