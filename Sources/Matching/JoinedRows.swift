import ScheduleModel

/// Rows of a log that tell of one broadcast: it went on after a break, or two people noted it.
///
/// Only rows of one outlet, language and line come into question, whose titles are the same but for words such as
/// “tiếp theo” and “phần 2”, or are all names of the line alone, and whose editions, UIDs and house numbers do not differ.
/// Rows whose titles go on in different ways behind the line's name are never joined: where their lengths would make one
/// work together, that is told. Items of one newscast have titles of their own.
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
  /// Rows that began in the same minute as another and name another edition; both count.
  private(set) var clashes: [Pair] = []
  /// The length of each broadcast of several parts in seconds, by the row that counts; `nil` where a part states none.
  private(set) var lengths: [Int: Int?] = [:]

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
  ///   - openings: The same, or how long the longest opening of the line is.
  ///   - leasts: The least length with which a work of a line counts, in minutes.
  ///   - names: The titles and aliases of each line, folded.
  ///   - isFixed: Whether somebody said by hand what a row is.
  init(
    _ entries: [AsRunEntry], order: [Int], rooms: [Int32], origins: [LineRecogniser.Recognised],
    lengths own: [String: Int], openings: [String: Int]? = nil, leasts: [String: Int] = [:],
    names: [String: Set<String>] = [:],
    isFixed: (Int) -> Bool
  ) {
    let planned = openings ?? own
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
      if origins[index].edition != nil,
        let other = open.last(where: {
          rooms[$0.head] == rooms[index] && Self.clash($0, index, entries, origins)
        })
      {
        clashes.append(Pair(head: other.head, part: index, isSure: false))
      }
      guard
        let found = open.lastIndex(where: {
          rooms[$0.head] == rooms[index] && Self.isSameWork($0.head, index, entries, origins, names)
        })
      else {
        let piece = origins[index].onlyLine.flatMap { own[$0] }.flatMap { length in
          open.last {
            rooms[$0.head] == rooms[index] && Self.isPieceOfOne($0.head, index, entries, origins, names)
              && Self.relation(
                $0, start, entry.length, planned: length, least: nil, nil, entries[$0.head], entry,
                isItem: false) != .another
          }
        }
        if let piece { pairs.append(Pair(head: piece.head, part: index, isSure: false)) }
        open.append(Run(head: index, start: start, end: end, total: entry.length))
        continue
      }
      let run = open[found]
      let work = origins[index].onlyLine.flatMap { planned[$0] }
      let least = origins[index].onlyLine.flatMap { leasts[$0] }
      let sign = Self.goesOn(run.head, index, entries, origins)
      switch Self.relation(
        run, start, entry.length, planned: work, least: least, sign, entries[run.head], entry,
        isItem: origins[index].onlyLine.map { own[$0] == nil } ?? true)
      {
      case .noted:
        let head = Self.better(run.head, index, entries, origins)
        pairs.append(Pair(head: head, part: head == index ? run.head : index, isSure: true))
        if head != run.head, let total = lengths.removeValue(forKey: run.head) {
          lengths.updateValue(total, forKey: head)
        }
        open[found].head = head
        open[found].end = run.end ?? end
        open[found].total = run.total ?? entry.length
        if entries[head].length == nil, let total = run.total ?? entry.length { lengths[head] = total }
      case .continued:
        // What both rows say to have been on counts once.
        let whole = run.total.flatMap { total in
          end.map { total + max(0, $0 - max(start, run.end ?? start)) }
        }
        pairs.append(Pair(head: run.head, part: index, isSure: true))
        lengths.updateValue(whole, forKey: run.head)
        open[found] = Run(
          head: run.head, start: start, end: end.map { max($0, run.end ?? $0) }, total: whole)
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

  /// How a row says that it goes on with the work of an earlier one.
  private enum Sign {
    /// In words such as “tiếp theo”, which the earlier row does not have.
    case word
    /// By the edition, UID or house number of the earlier row, or as its second part.
    case name
  }

  /// What a row is to the broadcast before it.
  private static func relation(
    _ run: Run, _ start: Int, _ length: Int?, planned: Int?, least: Int?, _ sign: Sign?,
    _ earlier: AsRunEntry, _ entry: AsRunEntry, isItem: Bool
  ) -> Relation {
    let apart = start - run.start
    if apart == 0, !isTitled(earlier), !isTitled(entry) { return .another }
    if sign == .word, apart > 0 { return .continued }
    // The earlier one was over by then: the items of a newscast follow each other so.
    let isOver = apart > 0 && length != nil && run.end.map { start >= $0 } ?? false
    if apart <= twice, !isOver { return isTitled(earlier) && isTitled(entry) ? .noted : .unclear }
    guard let end = run.end else {
      // Nobody says how long it was: after its planned length it was over.
      return planned.map { apart >= $0 * 60 } ?? false ? .another : .unclear
    }
    // One work cannot begin on an outlet while it is on.
    if start < end - twice { return .unclear }
    guard let total = run.total else { return .unclear }
    if let planned {
      guard let length else { return .unclear }
      // An opening is no measure for the works of a line that has several of them there.
      if isItem, sign == nil, (total + length) * 2 < planned * 60 { return .unclear }
      // A minute for each break, and rounding.
      if total + length <= (planned + 2) * 60 { return .continued }
      return total * 10 < planned * 60 * 9 ? .unclear : .another
    }
    // Long enough by itself, it may have been aired again at once.
    guard sign == .name, least.map({ total < $0 * 60 }) ?? true else { return .unclear }
    return .continued
  }

  /// Whether a row begins in the same minute as a broadcast, under the same title, and names another edition.
  private static func clash(
    _ run: Run, _ index: Int, _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised]
  ) -> Bool {
    let (one, other) = (entries[run.head], entries[index])
    guard run.start / 60 == other.seconds / 60, let edition = origins[run.head].edition,
      edition != origins[index].edition, origins[run.head].lineSet == origins[index].lineSet
    else { return false }
    return one.title == other.title || bare(one.title) == bare(other.title)
  }

  private static func isTitled(_ entry: AsRunEntry) -> Bool { entry.title.contains(where: \.isLetter) }

  private static func isSameWork(
    _ left: Int, _ right: Int, _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised],
    _ names: [String: Set<String>]
  ) -> Bool {
    // One writes the line's title, another what the station calls it.
    func isName(_ index: Int) -> Bool {
      guard let known = origins[index].onlyLine.flatMap({ names[$0] }) else { return false }
      return known.contains(bare(entries[index].title).joined(separator: " "))
    }
    let (one, other) = (entries[left].title, entries[right].title)
    return agree(left, right, entries, origins)
      && (one == other || bare(one) == bare(other) || isName(left) && isName(right))
  }

  /// Whether nothing but their titles tells two rows apart.
  private static func agree(
    _ left: Int, _ right: Int, _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised]
  ) -> Bool {
    func agree<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
      one == nil || other == nil || one == other
    }
    let (one, other) = (entries[left], entries[right])
    return origins[left].lineSet == origins[right].lineSet
      && agree(origins[left].edition, origins[right].edition)
      && agree(origins[left].part, origins[right].part)
      && (origins[left].repetition == .stated) == (origins[right].repetition == .stated)
      && agree(one.uid, other.uid) && agree(one.houseNumber, other.houseNumber)
      && agree(one.makesGood, other.makesGood)
  }

  /// Whether two rows may be pieces of one work: both bear the line's name, and go on behind it in different ways, “(1)”
  /// and “(2)”, “đầu” and “cuối”.
  private static func isPieceOfOne(
    _ left: Int, _ right: Int, _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised],
    _ names: [String: Set<String>]
  ) -> Bool {
    guard agree(left, right, entries, origins),
      let known = origins[right].onlyLine.flatMap({ names[$0] })
    else { return false }
    return [left, right].allSatisfy { index in
      let title = FoldedText(entries[index].title).text
      return known.contains { title == $0 || title.hasPrefix($0 + " ") }
    }
  }

  /// How a row says that it goes on with the work of an earlier one; `nil` when it does not.
  private static func goesOn(
    _ earlier: Int, _ later: Int, _ entries: [AsRunEntry], _ origins: [LineRecogniser.Recognised]
  ) -> Sign? {
    func same<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool { one != nil && one == other }
    let (one, other) = (entries[earlier], entries[later])
    let (before, after) = (words(of: one.title), words(of: other.title))
    if before != after, before == bare(withoutWord: after), bare(withoutWord: before) == before {
      return .word
    }
    let isNamed =
      same(origins[earlier].edition, origins[later].edition) || same(one.uid, other.uid)
      || same(one.houseNumber, other.houseNumber) || bare(after) != after
    return isNamed ? .name : nil
  }

  private static func words(of title: String) -> [Substring] { FoldedText(title).text.split(separator: " ") }

  /// A title without what says that it goes on.
  private static func bare(_ title: String) -> [Substring] { bare(words(of: title)) }

  private static func bare(_ words: [Substring]) -> [Substring] {
    let words = bare(withoutWord: words)
    return Array(words.dropLast(lengthOfPart(atEndOf: words)))
  }

  /// How many words at the end of a title name a part, “phần 2”, “phần II”, “P.2”, “part 2”, “phần cuối”; 0 where none do.
  private static func lengthOfPart(atEndOf words: [Substring]) -> Int {
    guard words.count > 1, let last = words.last else { return 0 }
    if last.count == 2, last.first == "p", last.last.map(\.isNumber) ?? false { return 1 }
    guard words.count > 2, ["phan", "part", "p", "ph"].contains(words[words.count - 2]) else { return 0 }
    return partNumbers.contains(last) || last.count == 1 && (last.first.map(\.isNumber) ?? false) ? 2 : 0
  }

  private static let partNumbers: Set<Substring> = [
    "i", "ii", "iii", "iv", "v", "mot", "hai", "ba", "dau", "giua", "cuoi", "ket", "one", "two", "three",
  ]

  /// What says in words, at the end of a title, that it goes on, as ``FoldedText`` has it; the longest first.
  private static let words: [[Substring]] = [
    "phan tiep theo", "tiep theo", "tiep tuc", "phan tiep", "tiep", "cont d", "contd", "cont", "continued",
  ].map { $0.split(separator: " ") }

  /// A title without a word that says that it goes on.
  private static func bare(withoutWord title: [Substring]) -> [Substring] {
    guard let word = words.first(where: { title.count > $0.count && title.suffix($0.count) == $0[...] })
    else {
      return title
    }
    return Array(title.dropLast(word.count))
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
