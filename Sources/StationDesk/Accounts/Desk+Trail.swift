public import ScheduleModel
public import StationStore

/// Which rows of the audit trail are asked for.
public struct TrailFilter: Hashable, Sendable {
  /// Only what this person did, or what was done to them.
  public var person: Int?
  /// Only rows whose action or object has this text in it.
  public var text: String?
  /// Only from this instant in UTC on.
  public var from: LocalTime?
  /// Only before this instant in UTC.
  public var end: LocalTime?

  /// All rows.
  public init() {}

  func takes(_ note: TrailNote) -> Bool {
    (person.map { note.person == $0 || note.object == "person \($0)" } ?? true)
      && (text.map { note.action.contains($0) || note.object.contains($0) } ?? true)
      && (from.map { note.at >= $0 } ?? true) && (end.map { note.at < $0 } ?? true)
  }
}

extension Desk {
  /// Rows of the audit trail, newest first, for those who may see it; and how many there are in all, where that is known without
  /// reading the whole trail: without a filter for who sees all of it, and where the last row is among them.
  ///
  /// Whoever may see it in all units sees all of it; others see what people of their units did and what was done to
  /// these people, the plans of these units and the units themselves.
  ///
  /// - Parameters:
  ///   - number: Only rows before this one; `nil` from the newest.
  ///   - count: At most so many, and 1,000.
  /// - Complexity: Linear in the rows that are looked at: those asked for, and those between that the filter leaves out.
  public func trail(
    _ visitor: Visitor, _ filter: TrailFilter = TrailFilter(), before number: Int? = nil, count: Int = 100
  ) async throws -> (rows: [TrailRow], total: Int?) {
    guard visitor.may(.audit) else { throw DeskRefusal.forbidden(.audit) }
    return try await store.read { transaction in
      let sees = try Self.sight(of: visitor, transaction)
      let most = min(count, 1_000)
      // Numbers have no gaps.
      let newest = sees == nil && filter == TrailFilter() ? try transaction.trail(count: 1) : nil
      var (rows, last) = ([TrailRow](), number)
      while rows.count < most {
        let part = try transaction.trail(before: last, count: filter == TrailFilter() ? most : 1_000)
        guard let end = part.last else {
          return (rows, newest.map { $0.first?.number ?? 0 } ?? (number == nil ? rows.count : nil))
        }
        rows += part.lazy.filter { sees?($0.note) ?? true && filter.takes($0.note) }.prefix(most - rows.count)
        last = end.number
      }
      return (rows, newest.map { $0.first?.number ?? 0 })
    }
  }

  /// What the owners of tokens call those by which rows of the trail were made, by the session that the row has. The trail itself has
  /// ids alone: what somebody wrote about themselves goes when the person is erased.
  public func tokenNames(in rows: [TrailRow]) async throws -> [String: String] {
    let people = Set(
      rows.lazy.filter { $0.note.session?.hasPrefix("token ") == true }.compactMap(\.note.person))
    return try await store.read { transaction in
      var names: [String: String] = [:]
      for person in people.sorted() {
        for token in try transaction.tokens(of: person) { names["token \(token.id)"] = token.name }
      }
      return names
    }
  }

  /// The number of the first row of the trail that is not as it was written; `nil` when all hold.
  public func firstBrokenTrailRow(_ visitor: Visitor) async throws -> Int? {
    guard visitor.may(.audit) else { throw DeskRefusal.forbidden(.audit) }
    return try await store.read { try $0.firstBrokenTrailRow() }
  }

  /// What of the trail a visitor may see; `nil` for all of it.
  private static func sight(
    of visitor: Visitor, _ transaction: StoreTransaction
  ) throws -> ((TrailNote) -> Bool)? {
    let units = try units(of: visitor, .audit, transaction)
    if try transaction.units().allSatisfy({ units[$0.number] != nil }) { return nil }
    let people = Set(
      try transaction.people().map(\.number).filter { number in
        try transaction.grants(of: number).contains { units[$0.unit] != nil }
      })
    let plans = Set(try transaction.plans().filter { units[$0.unit] != nil }.map(\.slug))
    let codes = Set(units.values.map(\.code))
    return { note in
      if let person = note.person, people.contains(person) { return true }
      let parts = note.object.split(separator: " ")
      guard parts.count >= 2 else { return false }
      return parts[0] == "plan" && plans.contains(String(parts[1]))
        || parts[0] == "unit" && codes.contains(String(note.object.dropFirst("unit ".count)))
        || parts[0] == "person" && Int(parts[1]).map(people.contains) == true
    }
  }
}
