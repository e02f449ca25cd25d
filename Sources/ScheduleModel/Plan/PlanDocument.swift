/// A document that the plan rests on or is.
public struct PlanDocument: Hashable, Sendable {
  /// Its number, such as `424/KH-UBND`; `nil` when the source does not print it.
  public let number: String?
  /// Its date; `nil` when the source does not print it.
  public let date: CivilDay?
  /// Who issued it.
  public let issuer: String?
  /// What it is about.
  public let subject: String?
  /// Whether it is the plan itself or a document that the plan cites.
  public let role: Role
  /// Where the plan names it.
  public let place: SourcePlace

  /// What a document is to the plan.
  public enum Role: String, CaseIterable, Sendable {
    /// The signed plan.
    case plan
    /// A legal basis.
    case basis
  }

  /// A document of the plan.
  public init(
    number: String?, date: CivilDay?, issuer: String?, subject: String?, role: Role, place: SourcePlace
  ) {
    self.number = number
    self.date = date
    self.issuer = issuer
    self.subject = subject
    self.role = role
    self.place = place
  }
}
