public import Planning
public import StationStore

/// A plan that a visitor may see, and what they may do with it.
public struct VisiblePlan: Hashable, Sendable {
  /// The plan.
  public let plan: StoredPlan
  /// What the visitor is in the plan's unit, by roles there and in the units above.
  public let grants: [Grant]
  /// The only rights that may be used, where a token asks; `nil` for a person in a browser.
  public var scopes: Set<Right>?

  /// Whether the visitor may do something with the plan.
  ///
  /// - Parameter outlet: The outlet that it is about; `nil` for the plan as a whole.
  public func allows(_ right: Right, outlet: String? = nil) -> Bool {
    (scopes?.contains(right) ?? true)
      && right.isGiven(by: grants, outlet: outlet, anyOutlet: [.read, .readDraft, .ownFeeds].contains(right))
  }

  /// Whether the visitor may do something with the plan, or with one outlet of it, whichever.
  public func allowsSomewhere(_ right: Right) -> Bool {
    (scopes?.contains(right) ?? true) && right.isGiven(by: grants, outlet: nil, anyOutlet: true)
  }
}

extension Desk {
  /// The plans that a visitor may read, by short name.
  public func plans(_ visitor: Visitor) async throws -> [VisiblePlan] {
    let number = visitor.person.number
    return try await store.read {
      try $0.plans(of: number).map { VisiblePlan(plan: $0.plan, grants: $0.grants, scopes: visitor.scopes) }
    }
    .filter { $0.allows(.read) }
  }

  /// The plans of the units that a visitor manages, whether or not they may read them, by short name.
  public func managedPlans(_ visitor: Visitor) async throws -> [StoredPlan] {
    try await store.read { transaction in
      let units = try Self.units(of: visitor, .administer, transaction)
      return try transaction.plans().filter { units[$0.unit] != nil }
    }
  }

  /// A plan with which a visitor may do something.
  ///
  /// - Parameter outlet: The outlet that it is about; `nil` for the plan as a whole.
  /// - Throws: ``DeskRefusal/notFound`` when there is no such plan or the visitor may not read it,
  ///   ``DeskRefusal/forbidden(_:)`` when they may read it and not do this.
  public func plan(
    _ slug: String, for visitor: Visitor, _ right: Right, outlet: String? = nil
  ) async throws -> VisiblePlan {
    let number = visitor.person.number
    let found = try await store.read { transaction in
      try transaction.plan(slug).map { plan throws(StoreRefusal) in
        VisiblePlan(
          plan: plan, grants: try transaction.grants(of: number, over: plan.unit), scopes: visitor.scopes)
      }
    }
    guard let found, found.allows(.read) else { throw DeskRefusal.notFound }
    guard found.allows(right, outlet: outlet) else { throw DeskRefusal.forbidden(right) }
    return found
  }

  /// The names of those who may do something with a plan, in order, without the disabled.
  public func names(with right: Right, in plan: StoredPlan) async throws -> [String] {
    try await store.read { transaction in
      try transaction.people().filter { person in
        guard person.disabledAt == nil else { return false }
        return right.isGiven(
          by: try transaction.grants(of: person.number, over: plan.unit), outlet: nil, anyOutlet: false)
      }.map(\.name).sorted()
    }
  }

  /// What a plan's year is made from: its Book and its working files.
  ///
  /// - Returns: The files are `nil` when the plan has no plan file.
  public func contents(of plan: StoredPlan, withLogs: Bool = true) async throws -> (
    book: Book, files: StationFiles?
  ) {
    try await store.read { transaction in
      let book = try transaction.book(of: plan.number)
      return (book, try transaction.stationFiles(of: plan.number, book: book, withLogs: withLogs))
    }
  }

  /// What a plan's year is made from, as one digest: equal as long as neither its Book nor a working file changed. With a
  /// day and the program's version it is what derived results are kept by.
  public func state(of plan: StoredPlan) async throws -> String {
    try await store.read { try $0.state(of: plan.number) }
  }
}
