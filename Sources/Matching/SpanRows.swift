import ScheduleModel

/// Rows of a log about one event of several days: an exhibition that is noted on each of them is one work.
enum SpanRows {
  /// For each placement of several days its first row, and every other that names the same line on its outlet on one
  /// of its days, with the same edition or none.
  ///
  /// - Parameters:
  ///   - order: The indices of the entries by outlet and time.
  ///   - named: The placement that a row names by its UID.
  ///   - isSettled: Whether somebody said by hand what a row is, or it is counted with another already.
  static func pairs(
    of placements: [Placement], in entries: [AsRunEntry], order: [Int],
    origins: [LineRecogniser.Recognised], named: OptionalIndices, isSettled: (Int) -> Bool
  ) -> [JoinedRows.Pair] {
    var pairs: [JoinedRows.Pair] = []
    var taken: Set<Int> = []
    for (number, placement) in placements.enumerated() {
      guard case .span(let days) = placement.timing else { continue }
      let rows = order.filter { index in
        let entry = entries[index]
        return entry.status == .aired && entry.outlet == placement.outlet && days.contains(entry.broadcastDay)
          && (named[index] ?? number) == number && origins[index].onlyLine == placement.line
          && (origins[index].edition ?? placement.edition) == placement.edition && !isSettled(index)
          && !taken.contains(index)
      }
      taken.formUnion(rows)
      guard let head = rows.first else { continue }
      pairs += rows.dropFirst().map { JoinedRows.Pair(head: head, part: $0, isSure: true) }
    }
    return pairs
  }
}
