public import StationStore

/// What the desk does with units for those who manage people there: roles hold below a unit, so whoever moves one moves rights.
extension Desk {
  /// Makes a unit below one that the visitor manages.
  ///
  /// - Throws: ``UnitRefusal``; ``DeskRefusal/confirmationNeeded``.
  public func makeUnit(_ terms: UnitTerms, by visitor: Visitor) async throws -> Unit {
    try await manage(visitor, over: []) { transaction in
      // A unit at the top would be nobody's; the command makes those.
      guard let parent = terms.parent, try Self.managed(parent, visitor, transaction) != nil else {
        throw UnitRefusal.unknown(terms.parent ?? "")
      }
      let unit = try transaction.makeUnit(terms)
      transaction.note(visitor.note("add unit", "unit \(unit.code)", after: terms.note))
      return unit
    }
  }

  /// Changes a unit that the visitor manages. It stays where it is, or goes below another that they manage.
  ///
  /// - Parameter terms: Without a parent it stays where it is.
  /// - Throws: ``UnitRefusal``; ``DeskRefusal/confirmationNeeded``.
  public func changeUnit(_ code: String, to terms: UnitTerms, by visitor: Visitor, reason: String?)
    async throws
  {
    try await manage(visitor, over: []) { transaction in
      guard let unit = try Self.managed(code, visitor, transaction) else { throw UnitRefusal.unknown(code) }
      let before = try transaction.terms(of: unit)
      var terms = terms
      if let parent = terms.parent, parent != before.parent {
        guard try Self.managed(parent, visitor, transaction) != nil else { throw UnitRefusal.unknown(parent) }
      } else {
        terms.parent = before.parent
      }
      guard try transaction.change(unit, to: terms) else { return }
      transaction.note(
        visitor.note(
          "change unit", "unit \(terms.code)", before: "\(before.code): \(before.note)", after: terms.note,
          reason: reason))
    }
  }

  /// Removes a unit that the visitor manages and nothing belongs to.
  ///
  /// - Throws: ``UnitRefusal``; ``DeskRefusal/confirmationNeeded``.
  public func removeUnit(_ code: String, by visitor: Visitor, reason: String?) async throws {
    try await manage(visitor, over: []) { transaction in
      guard let unit = try Self.managed(code, visitor, transaction) else { throw UnitRefusal.unknown(code) }
      let before = try transaction.terms(of: unit)
      try transaction.remove(unit)
      transaction.note(visitor.note("remove unit", "unit \(code)", before: before.note, reason: reason))
    }
  }

  /// The unit of a code where a visitor manages people; `nil` for any other.
  private static func managed(_ code: String, _ visitor: Visitor, _ transaction: StoreTransaction) throws
    -> Unit?
  {
    try transaction.unit(code).flatMap { try units(of: visitor, .administer, transaction)[$0.number] }
  }
}
