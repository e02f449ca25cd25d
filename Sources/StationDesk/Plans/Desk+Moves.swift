public import StationStore

/// That somebody moved a broadcast of a draft, placed one or took one out.
public struct NotedMove: Hashable, Sendable {
  /// Who.
  public let person: Person
  /// The UID of the broadcast.
  public let uid: String
  /// The id of the slot before; `nil` for one that was in none.
  public let from: String?
  /// The id of the slot since; `nil` for one that was taken out.
  public let to: String?
}

extension Desk {
  /// Who moved or placed a broadcast of a draft last, as the audit trail has it; `nil` where that is not what put it into its slot, as
  /// when it moved with others of its line, or by a re-plan.
  ///
  /// - Parameter slot: The slot in which it is.
  public func lastMove(of uid: String, to slot: String, in plan: StoredPlan) async throws -> (
    name: String, note: TrailNote
  )? {
    try await store.read { transaction in
      let rows = try transaction.trail(of: "plan \(plan.slug) \(uid)")
      guard let note = rows.last(where: { ["move", "place"].contains($0.note.action) })?.note,
        note.after == slot || note.after?.hasPrefix(slot + " and ") == true,
        let number = note.person, let person = try transaction.person(number)
      else { return nil }
      return (person.name, note)
    }
  }

  /// The moves of a plan's draft since a row of the audit trail, oldest first, and the newest row.
  ///
  /// - Parameter number: `nil` for none but the newest row.
  public func moves(of plan: StoredPlan, after number: Int?) async throws -> (
    moves: [NotedMove], newest: Int
  ) {
    let object = "plan \(plan.slug) "
    return try await store.read { transaction in
      // More than so many at once are not told one by one.
      let rows = try transaction.trail(count: number == nil ? 1 : 50)
      let newest = rows.first?.number ?? 0
      guard let number else { return ([], newest) }
      let moves = try rows.reversed().compactMap { row throws(StoreRefusal) -> NotedMove? in
        let note = row.note
        guard row.number > number, ["move", "place", "take out"].contains(note.action),
          note.object.hasPrefix(object),
          let person = try note.person.flatMap({ number throws(StoreRefusal) in
            try transaction.person(number)
          })
        else { return nil }
        return NotedMove(
          person: person, uid: String(note.object.dropFirst(object.count)), from: note.before,
          to: note.action == "take out" ? nil : note.after)
      }
      return (moves, newest)
    }
  }

  /// The table of a draft before and after a change of it. All versions of a draft are kept, so that what a change did can be told,
  /// and taken back, by whichever process is asked, whenever.
  ///
  /// - Parameter version: The version of `draft.csv` that the change made.
  /// - Returns: `nil` for no such version, and where the draft was published or thrown away since. `before` is `nil` where the
  ///   change made the draft.
  public func draftChange(_ version: Int, in plan: StoredPlan) async throws -> (
    before: [UInt8]?, since: [UInt8]
  )? {
    try await store.read { transaction in
      let versions = try transaction.versions(of: "draft.csv", in: plan.number)
      let later = versions.prefix { $0.version >= version }
      guard let since = later.last, since.version == version, later.allSatisfy({ $0.digest != nil }) else {
        return nil
      }
      let before = versions.first { $0.version == version - 1 && $0.digest != nil }
      // A draft that came as a workbook is not among these versions.
      guard try before != nil || transaction.versions(of: "draft.xlsx", in: plan.number).isEmpty else {
        return nil
      }
      return (try before.map { try transaction.octets(of: $0) }, try transaction.octets(of: since))
    }
  }
}
