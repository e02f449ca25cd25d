extension Plan {
  /// The plan's own document: the first of the role `plan` that no amendment of a line names. A decision that changed
  /// figures is not the plan that it changed, wherever it stands in the list.
  ///
  /// - Returns: `nil` where no document has that role.
  public var ownDocument: PlanDocument? {
    let plans = documents.filter { $0.role == .plan }
    return plans.first { !isAmending($0) } ?? plans.first
  }

  /// Whether an amendment of a line names a document.
  public func isAmending(_ document: PlanDocument) -> Bool {
    guard let number = document.number.map({ FoldedText($0) }) else { return false }
    return lines.contains { line in
      line.counting.amended?.changes.contains { $0.document.map { FoldedText($0) } == number } ?? false
    }
  }
}
