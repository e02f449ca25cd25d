public import ScheduleModel

/// What one change of a draft did: the rows that it put in, changed or took out.
public struct DraftStep: Sendable {
  /// The rows before, by UID, of those that the draft had.
  public let before: [String: ScheduleDraft.Row]
  /// The rows since, by UID, of those that the draft still had.
  public let since: [String: ScheduleDraft.Row]

  /// The UIDs of all rows that changed.
  public var uids: Set<String> { Set(before.keys).union(since.keys) }

  init(from before: [ScheduleDraft.Row], to since: [ScheduleDraft.Row]) {
    func byUID(_ rows: [ScheduleDraft.Row]) -> [String: ScheduleDraft.Row] {
      Dictionary(rows.map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (byUID(before), byUID(since))
    self.before = old.filter { new[$0.key] != $0.value }
    self.since = new.filter { old[$0.key] != $0.value }
  }

  /// A draft without the change; `nil` where one of its rows is not as the change left it.
  public func undone(in draft: ScheduleDraft) -> ScheduleDraft? {
    let uids = uids
    var kept: [ScheduleDraft.Row] = []
    var there: [String: String] = [:]
    for row in draft.rows {
      if uids.contains(row.placement.uid) {
        there[row.placement.uid] = row.version
      } else {
        kept.append(row)
      }
    }
    guard there == since.mapValues(\.version) else { return nil }
    return ScheduleDraft(base: draft.base, rows: kept + before.values)
  }
}

extension StationYear {
  /// What a change of this year's draft did.
  ///
  /// - Parameters:
  ///   - before: The table before; `nil` where there was no draft, so that the change began with what is published, or with what
  ///     the plan gives.
  ///   - since: The table since.
  /// - Returns: `nil` where one of them cannot be read.
  public mutating func draftStep(from before: [UInt8]?, to since: [UInt8], at time: LocalTime) -> DraftStep? {
    let today = clock.local(time).day
    guard let name = files?.draft?.name, let base = files?.draftBase else { return nil }
    func rows(of bytes: [UInt8]?) -> [ScheduleDraft.Row]? {
      var year = with(
        draft: bytes.map { InputFile(name: name, bytes: $0) }, base: bytes == nil ? nil : base)
      return year.currentDraft(today: today).draft?.rows
    }
    guard let old = rows(of: before), let new = rows(of: since) else { return nil }
    return DraftStep(from: old, to: new)
  }
}
