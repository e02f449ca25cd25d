public import StationStore

/// How far a language version is before it airs.
public enum VersionStage: String, CaseIterable, Sendable {
  /// Nobody began yet.
  case toTranslate = "to-translate"
  /// Somebody is at it.
  case translating
  /// It is read through and right.
  case approved
  /// It is spoken and cut.
  case recorded
}

/// Somebody changed a version since it was seen.
public struct VersionOvertaken: Error, Hashable, Sendable {
  /// How it is now.
  public let newest: VersionState
  /// Who changed it.
  public let name: String
}

extension Desk {
  /// How far the versions of a plan are, and the people who may make versions in its unit, by name.
  public func versions(of plan: StoredPlan) async throws -> (states: [VersionState], people: [Person]) {
    try await store.read { transaction in
      let people = try transaction.people().filter { person in
        guard person.disabledAt == nil else { return false }
        let grants = try transaction.grants(of: person.number, over: plan.unit)
        return Right.ownTranslations.isGiven(by: grants, outlet: nil, anyOutlet: true)
      }
      return (try transaction.versionStates(of: plan.number), people.sorted { $0.name < $1.name })
    }
  }

  /// Says how far a version is and who makes it. Whoever may not assign says so of their own versions alone, and stays
  /// the one who makes them.
  ///
  /// - Parameters:
  ///   - person: The number of the person who makes it; `nil` for nobody.
  ///   - seen: The version of the state that was on the screen; 0 for none.
  ///   - isNamed: Whether the plan itself names the visitor as who makes the version; then it is theirs as long as nobody
  ///     assigned it to somebody else.
  /// - Throws: ``VersionOvertaken``; ``DeskRefusal/forbidden(_:)``; ``DeskRefusal/notFound`` for a person who may not make
  ///   versions of this plan.
  public func setVersion(
    _ uid: String, _ stage: VersionStage, person: Int?, seen: Int, isNamed: Bool = false,
    in plan: VisiblePlan,
    by visitor: Visitor
  ) async throws {
    let (number, own) = (plan.plan.number, visitor.person.number)
    let mayAssign = plan.allows(.assign)
    guard mayAssign || plan.allows(.ownTranslations) else { throw DeskRefusal.forbidden(.ownTranslations) }
    try await store.write(.plan(number)) { transaction in
      let old = try transaction.versionState(uid, of: number)
      let isOwn = old?.person == own || (isNamed && old?.person == nil)
      guard mayAssign || (isOwn && person == own) else { throw DeskRefusal.forbidden(.assign) }
      guard old?.version ?? 0 == seen else {
        guard let old else { throw DeskRefusal.notFound }
        throw VersionOvertaken(
          newest: old, name: try transaction.person(old.changedBy)?.name ?? "\(old.changedBy)")
      }
      if let person, person != old?.person {
        let grants = try transaction.grants(of: person, over: plan.plan.unit)
        guard Right.ownTranslations.isGiven(by: grants, outlet: nil, anyOutlet: true) else {
          throw DeskRefusal.notFound
        }
      }
      let new = VersionState(
        uid: uid, version: seen + 1, state: stage.rawValue, person: person, changedBy: own,
        changedAt: visitor.caller.now)
      guard old?.state != new.state || old?.person != new.person else { return }
      try transaction.put(new, of: number)
      func text(_ state: VersionState) -> String {
        "\(state.state) \(state.person.map { "person \($0)" } ?? "nobody")"
      }
      transaction.note(
        visitor.note(
          "set version", "plan \(plan.plan.slug) \(uid)", before: old.map(text), after: text(new)))
    }
  }
}
