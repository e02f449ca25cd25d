import ScheduleModel
public import StationStore

/// Somebody who is signed in, as a request comes.
public struct Visitor: Hashable, Sendable {
  /// The person.
  public let person: Person
  /// The session.
  public let session: StoredSession
  /// What stands hidden in each form of this session, so that another page cannot make the browser send one.
  public let formToken: String
  /// What the person is, in all units.
  public let grants: [Grant]
  /// Who asks, from where and when.
  public let caller: Caller
  /// Whether the person has set up a second factor.
  public var hasSecondFactor = false
  /// The only rights that may be used, where a token asks; `nil` for a person in a browser.
  public var scopes: Set<Right>?

  /// Whether the code of the second factor has to be given before anything else.
  public var awaitsCode: Bool { session.awaitsCode }

  /// Whether the person has to choose another password before anything else.
  public var mustChangePassword: Bool { person.mustChangeBy != nil }

  /// Whether the password was given in the last ten minutes, as closes and rights need it.
  public var isConfirmed: Bool { caller.now.seconds - session.confirmedAt.seconds <= 600 }

  /// Whether the person may do something anywhere; for what belongs to no plan.
  public func may(_ right: Right) -> Bool {
    (scopes?.contains(right) ?? true) && right.isGiven(by: grants, outlet: nil, anyOutlet: true)
  }

  /// A note for the audit trail about something that this person does.
  public func note(
    _ action: String, _ object: String, before: String? = nil, after: String? = nil, reason: String? = nil
  ) -> TrailNote {
    TrailNote(
      at: caller.now, person: person.number, session: session.id, address: caller.address, action: action,
      object: object, before: before, after: after, reason: reason)
  }
}

extension Right {
  /// Whether roles give this right.
  ///
  /// - Parameters:
  ///   - outlet: The outlet that it is about; `nil` for the plan as a whole, which a role for one outlet does not cover.
  ///   - anyOutlet: Whether one outlet, whichever, is enough.
  func isGiven(by grants: [Grant], outlet: String?, anyOutlet: Bool) -> Bool {
    grants.contains { grant in
      Role(rawValue: grant.role)?.rights.contains(self) == true
        && (grant.outlet == nil || anyOutlet || grant.outlet == outlet)
    }
  }
}
