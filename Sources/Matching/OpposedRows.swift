import ScheduleModel

/// Rows of which one says that a work aired, and another that it did not, or leaves it open: nothing is known of that
/// airing until somebody says which holds.
struct OpposedRows {
  /// The row that says that it aired, and one that says something else; in the order of the log.
  private(set) var pairs: [(aired: Int, silent: Int)] = []

  /// What rows about one airing have in common.
  private struct Key: Hashable {
    let room: Int32
    let lines: LineRecogniser.LineSet
    let day: CivilDay
  }

  /// Rows of one log that lie farther apart are of two airings, in seconds.
  private static let noted = 90

  /// Finds them.
  ///
  /// - Parameters:
  ///   - rooms: For each row the number of its outlet and language.
  ///   - origins: For each row the lines to which it may belong.
  ///   - tolerance: How far rows of two logs about one airing may lie apart, in seconds.
  ///   - isFixed: Whether somebody said by hand what a row is.
  init(
    _ entries: [AsRunEntry], rooms: [Int32], origins: [LineRecogniser.Recognised], tolerance: Int,
    isFixed: (Int) -> Bool
  ) {
    func key(_ index: Int) -> Key {
      Key(room: rooms[index], lines: origins[index].lineSet, day: entries[index].broadcastDay)
    }
    let silent = entries.indices.filter { index in
      let entry = entries[index]
      return entry.status != .aired && entry.status != .sent && entry.showsItsDay
        && !origins[index].lines.isEmpty && !isFixed(index)
    }
    guard !silent.isEmpty else { return }
    let wanted = Dictionary(grouping: silent, by: key)
    var aired: [Key: [Int]] = [:]
    for index in entries.indices where entries[index].status == .aired && !origins[index].lines.isEmpty {
      guard !isFixed(index) else { continue }
      let key = key(index)
      if wanted[key] != nil { aired[key, default: []].append(index) }
    }
    for index in silent {
      let all = aired[key(index)] ?? []
      let entry = entries[index]
      for other in all
      where Self.agree(origins[index].edition, origins[other].edition)
        && Self.agree(origins[index].part, origins[other].part)
        && Self.agree(entry.uid, entries[other].uid)
      {
        if entry.time == nil || entries[other].time == nil {
          // A row without an hour is about the only airing of its day, or about none that can be told.
          guard all.count == 1 else { continue }
        } else {
          let isOneLog = entry.place.file == entries[other].place.file
          guard abs(entry.seconds - entries[other].seconds) <= (isOneLog ? Self.noted : tolerance) else {
            continue
          }
        }
        pairs.append((other, index))
      }
    }
    pairs.sort { ($0.aired, $0.silent) < ($1.aired, $1.silent) }
  }

  private static func agree<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
    one == nil || other == nil || one == other
  }
}
