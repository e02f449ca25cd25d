/// A close worked out again.
public struct VerifiedClose: Hashable, Sendable {
  /// The close.
  public let record: CloseRecord
  /// Whether no later close restates it.
  public let isLatest: Bool
  /// Its files that are not as they were any more, or not there; empty when all are.
  public let changedInputs: [PeriodClose.Input]
  /// What comes out otherwise of the files that it was made of; empty when it is the same; `nil` when it cannot be
  /// worked out, because its plan or schedule is not there any more.
  public let recount: CloseDifference?
  /// What comes out otherwise of all that is known now; `nil` when that was not asked, or cannot be worked out.
  public let today: CloseDifference?

  /// A close worked out again.
  public init(
    record: CloseRecord, isLatest: Bool, changedInputs: [PeriodClose.Input], recount: CloseDifference?,
    today: CloseDifference?
  ) {
    self.record = record
    self.isLatest = isLatest
    self.changedInputs = changedInputs
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
    /// Rows of the logs that it rests on are gone or say something else.
    case rowsChanged = "rows-changed"
    /// It does not come out as it was closed, of the very same files.
    case contradicted
    /// It cannot be worked out again.
    case unknown
  }

  /// What is to be said of it.
  public var state: State {
    guard let recount else { return .unknown }
    let lostRows = recount.rows.contains { if case .added = $0 { false } else { true } }
    if lostRows { return changedInputs.isEmpty ? .contradicted : .rowsChanged }
    if !recount.isEmpty, changedInputs.isEmpty { return .contradicted }
    if !isLatest { return .restated }
    return today.map(\.isEmpty) ?? false ? .confirmed : .outdated
  }
}
