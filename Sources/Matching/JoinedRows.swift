import ScheduleModel

/// Rows of a log that tell of one broadcast: it went on after a break, or two people noted it.
///
/// Only rows of one outlet, language and line come into question, whose titles are the same but for words such as
/// “tiếp theo”, and whose editions, UIDs and house numbers do not differ. Items of one newscast have titles of their
/// own.
struct JoinedRows {
  /// A row and the one before it that tells of the same broadcast.
  struct Pair {
    /// The row that counts.
    let head: Int
    /// The row that is counted with it.
    let part: Int
    /// Whether they are surely one; otherwise both count, and it is told.
    let isSure: Bool
  }

  /// In the order of outlet and time.
  private(set) var pairs: [Pair] = []
  /// The length of each broadcast of several parts in seconds, by the row that counts.
  private(set) var lengths: [Int: Int] = [:]

  /// What was aired of a line on an outlet lately.
  private struct Run {
    var head: Int
    /// Where its last part began and ended, in seconds; the end is `nil` when no row tells it.
    var start: Int
    var end: Int?
    /// The lengths of its parts, in seconds.
    var total: Int?
  }

  /// Two rows that begin no farther apart are one broadcast noted twice, in seconds.
  private static let twice = 90
  /// No longer break interrupts a broadcast, in seconds.
  private static let longestBreak = 15 * 60

  /// Finds them.
  ///
  /// - Parameters:
  ///   - entries: The rows.
  ///   - order: Their indices by outlet and time.
  ///   - rooms: For each row the number of its outlet and language.
  ///   - origins: For each row the lines to which it may belong.
  ///   - lengths: How long a work of a line is planned to be, in minutes.
  ///   - leasts: The least length with which a work of a line counts, in minutes.
  ///   - isFixed: Whether somebody said by hand what a row is.
  init(
    _ entries: [AsRunEntry], order: [Int], rooms: [Int32], origins: [LineRecogniser.Recognised],
    lengths planned: [String: Int], leasts: [String: Int] = [:], isFixed: (Int) -> Bool
  ) {
    var open: [Run] = []
    for index in order where entries[index].status == .aired && entries[index].time != nil {
      guard !origins[index].lines.isEmpty, !isFixed(index) else { continue }
      let entry = entries[index]
      let start = entry.seconds
      let end = entry.length.map { start + $0 }
      open.removeAll { run in
        entries[run.head].outlet != entry.outlet
          || start - max(run.end ?? run.start, run.start) > Self.longestBreak
      }
      let work = origins[index].onlyLine.flatMap { planned[$0] }
      guard
        let found = open.lastIndex(where: {
          rooms[$0.head] == rooms[index] && Self.isSameWork($0.head, index, entries, origins)
        })
      else {
        open.append(Run(head: index, start: start, end: end, total: entry.length))
        continue
      }
      let run = open[found]
      // So far it was too short to count, and the next row says that it goes on.
      let least = origins[index].onlyLine.flatMap { leasts[$0] }
      let isUnfinished =
        least.map { (run.total ?? $0 * 60) < $0 * 60 } ?? false
        && Self.goesOn(run.head, index, entries, origins)
      switch Self.relation(
        run, start, entry.length, planned: work, isUnfinished: isUnfinished, entries[run.head], entry)
      {
      case .noted:
        let head = Self.better(run.head, index, entries, origins)
        pairs.append(Pair(head: head, part: head == index ? run.head : index, isSure: true))
        if head != run.head, let total = lengths.removeValue(forKey: run.head) { lengths[head] = total }
        open[found].head = head
        open[found].end = run.end ?? end
        open[found].total = run.total ?? entry.length
        if entries[head].length == nil, let total = run.total ?? entry.length { lengths[head] = total }
      case .continued:
        let total = (run.total ?? 0) + (entry.length ?? 0)
        pairs.append(Pair(head: run.head, part: index, isSure: true))
        lengths[run.head] = total
        open[found] = Run(head: run.head, start: start, end: end, total: total)
      case .unclear:
        pairs.append(Pair(head: run.head, part: index, isSure: false))
        open.append(Run(head: index, start: start, end: end, total: entry.length))
      case .another: open.append(Run(head: index, start: start, end: end, total: entry.length))
      }
    }
  }

  private enum Relation {
    case noted, continued, unclear, another
  }

  /// What a row is to the broadcast before it.
  private static func relation(
    _ run: Run, _ start: Int, _ length: Int?, planned: Int?, isUnfinished: Bool, _ earlier: AsRunEntry,
    _ entry: AsRunEntry
  ) -> Relation {
    let apart = start - run.start
    if apart == 0, !isTitled(earlier), !isTitled(entry) { return .another }
    if apart <= twice { return isTitled(earlier) && isTitled(entry) ? .noted : .unclear }
    guard let end = run.end else {
      // Nobody says how long it was: within its planned length it was not over.
      return planned.map { apart < $0 * 60 } ?? false ? .unclear : .another
    }
    // One work cannot begin on an outlet while it is on.
    if start < end - twice { return .unclear }
    guard start - end <= longestBreak else { return .another }
    guard let total = run.total, let length else { return .unclear }
    guard let planned else { return isUnfinished ? .continued : .unclear }
    // A minute for each break, and rounding.
    if total + length <= (planned + 2) * 60 { return .continued }
    return total * 10 < planned * 60 * 9 ? .unclear : .another
  }

  private static func isTitled(_ entry: AsRunEntry) -> Bool { entry.title.contains(where: \.isLetter) }

  private static func isSameWork(
    _ left: Int, _ right: Int, _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised]
  ) -> Bool {
    func agree<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
      one == nil || other == nil || one == other
    }
    let (one, other) = (entries[left], entries[right])
    return origins[left].lineSet == origins[right].lineSet
      && agree(origins[left].edition, origins[right].edition)
      && agree(one.uid, other.uid) && agree(one.houseNumber, other.houseNumber)
      && agree(one.makesGood, other.makesGood)
      && (one.title == other.title || bare(one.title) == bare(other.title))
  }

  /// Whether a row says that it goes on with the work of an earlier one: by its edition, UID or house number, or by
  /// words such as “tiếp theo” and “phần 2”.
  private static func goesOn(
    _ earlier: Int, _ later: Int, _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised]
  ) -> Bool {
    func same<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool { one != nil && one == other }
    let (one, other) = (entries[earlier], entries[later])
    return same(origins[earlier].edition, origins[later].edition) || same(one.uid, other.uid)
      || same(one.houseNumber, other.houseNumber)
      || bare(other.title) != FoldedText(other.title).text.split(separator: " ").joined(separator: " ")
  }

  /// A title without what says that it goes on.
  private static func bare(_ title: String) -> String {
    var words = FoldedText(title).text.split(separator: " ")
    if words.last == "theo" || words.last == "tuc", words.dropLast().last == "tiep" { words.removeLast() }
    if words.last == "tiep" { words.removeLast() }
    if words.count > 2, words.last.map({ $0.count == 1 && $0.first?.isNumber == true }) ?? false,
      words.dropLast().last == "phan"
    {
      words.removeLast(2)
    }
    return words.joined(separator: " ")
  }

  /// Of two rows about one broadcast the one that says more of it, then the more reliable, then the earlier.
  private static func better(
    _ earlier: Int, _ later: Int, _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised]
  ) -> Int {
    func rank(_ index: Int) -> (Int, Int, Int) {
      let entry = entries[index]
      let trust = entry.trust.flatMap { AsRunEntry.Trust.allCases.firstIndex(of: $0) } ?? -1
      return (entry.uid == nil ? 0 : 1, origins[index].edition == nil ? 0 : 1, trust)
    }
    return rank(later) > rank(earlier) ? later : earlier
  }
}
