/// A close worked out again.
public struct VerifiedClose: Hashable, Sendable {
  /// The close.
  public let record: CloseRecord
  /// Whether no later close restates it.
  public let isLatest: Bool
  /// Differences when it is worked out again from the entries that it rests on; empty when there are none; `nil` when one
  /// of those is missing.
  public let recount: CloseDifference?
  /// Differences found when it is worked out again on all that is known now; `nil` when that was not asked, or cannot be worked out.
  public let today: CloseDifference?
  /// The names on its certificate that the plan has changed since; empty when it has none, and where the plan of the close
  /// is not known any more.
  public let renamed: [NameChange]

  /// A close worked out again.
  public init(
    record: CloseRecord, isLatest: Bool, recount: CloseDifference?,
    today: CloseDifference?, renamed: [NameChange] = []
  ) {
    self.renamed = renamed
    self.record = record
    self.isLatest = isLatest
    self.recount = recount
    self.today = today
  }

  /// What is to be said of it.
  public enum State: String, CaseIterable, Sendable {
    /// It comes out as it was closed, from all that is known now too.
    case confirmed
    /// It comes out as it was closed; what came to light since gives other figures or rows.
    case outdated
    /// It comes out as it was closed, and a later close restates it.
    case restated
    /// It does not come out as it was closed, of the very same files.
    case contradicted
    /// It cannot be worked out again.
    case unknown
  }

  /// What is to be said of it.
  public var state: State {
    guard let recount else { return .unknown }
    if !recount.isEmpty { return .contradicted }
    if !isLatest { return .restated }
    return today.map(\.isEmpty) ?? false ? .confirmed : .outdated
  }
}
