public import ScheduleModel

/// What a Book can tell of folders that were joined: nobody writes down when an entry was copied in, but later entries
/// that had not seen it show that it was not there yet.
extension Book {
  /// An entry that a later one had not seen.
  struct LateEntry {
    /// The entry.
    let entry: BookEntry
    /// The last of the later entries that had not seen it.
    let unseenBy: BookEntry
  }

  /// Entries that were recorded in one folder while later ones were recorded in another that did not have them.
  ///
  /// - Parameters:
  ///   - day: A day, at whose end only entries count that were recorded by then and of which it is not certain that
  ///     every folder had them; `nil` for all.
  ///   - clock: The clock on which the day ends.
  /// - Complexity: O(n) in the entries where nothing was joined, O(n²) otherwise.
  func late(on day: CivilDay? = nil, clock: StationClock) -> [LateEntry] {
    guard newest.count > 1 || entries.contains(where: { $0.head.after.count > 1 }) else { return [] }
    var seen: [String: Set<String>] = [:]
    // What stands on an entry that is missing may have seen anything.
    var isCertain: Set<String> = []
    for entry in entries {
      seen[entry.id] = entry.head.after.reduce(into: [entry.id]) { $0.formUnion(seen[$1] ?? []) }
      if entry.head.after.allSatisfy(isCertain.contains) { isCertain.insert(entry.id) }
    }
    func isKnown(_ entry: BookEntry) -> Bool {
      day.map { clock.local(entry.head.time).day <= $0 } ?? true
    }
    let joins = day == nil ? [] : entries.filter { isKnown($0) && $0.head.after.count > 1 }
    return entries.filter(isKnown).compactMap { entry in
      let others = entries.filter { other in
        isCertain.contains(other.id) && other.head.time > entry.head.time
          && seen[other.id]?.contains(entry.id) == false
          && !joins.contains { join in
            seen[join.id].map { $0.contains(entry.id) && $0.contains(other.id) } ?? false
          }
      }
      return others.max { ($0.head.time, $0.id) < ($1.head.time, $1.id) }.map {
        LateEntry(entry: entry, unseenBy: $0)
      }
    }
  }
}

extension StationYear {
  /// Entries that another folder got later than they were recorded, as a finding; none where nothing was joined.
  ///
  /// - Parameter day: A day whose end is looked at; `nil` for the whole Book.
  public func joinFindings(on day: CivilDay? = nil) -> [Finding] {
    let late = book.late(on: day, clock: clock)
    return late.isEmpty ? [] : [.bookJoinedLater(late, on: day, clock: clock)]
  }
}
