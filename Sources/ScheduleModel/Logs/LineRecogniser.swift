/// Recognises a line of the plan by what a row says: its house number, its line, or its title.
///
/// By title only lines that use the entry's outlet in the entry's language come into question. The entry's title
/// is the line's or holds it; of several lines whose title it holds the longest counts, so an equal one before
/// all. Several lines may share it. A title that holds none is that of the line to which it is most alike, if it is
/// as much so as the plan asks and no other line is as near.
public struct LineRecogniser: Sendable {
  /// The lines to which an entry may belong.
  public struct Recognised: Hashable, Sendable {
    /// How it came to them.
    public var origin: Origin
    /// The lines.
    public let lineSet: LineSet
    /// The edition that it names, in the row or by its house number.
    public var edition: Int?

    /// The edition that its title names behind the name of the line, where the row states none: whether the station counts
    /// as the schedule does is another question.
    public var titleEdition: Int?

    /// The part of a work that it shows; `nil` for a whole work, and when it says none.
    public var part: WorkPart?

    /// Whether it says that the work was aired before.
    public var repetition = Repetition.unsaid

    /// Whether it may be a repeat, and names no edition that would say of which work: then it shows no first run.
    public var mayBeRepeat: Bool { repetition == .unclear && edition == nil }

    /// In the plan's order; empty when it names none.
    public var lines: [String] { lineSet.lines }

    /// The line, when there is only one.
    public var onlyLine: String? { lines.count == 1 ? lines.first : nil }

    /// By what an entry that came to its lines in that way finds a placement.
    public func sign(withEdition: Bool) -> MatchSign {
      switch origin {
      case .houseNumber: .houseNumber
      case .stated: withEdition ? .edition : .line
      case .title: withEdition ? .titleAndEdition : .title
      case .titleAlike: .titleAlike
      }
    }
  }

  /// Some lines, in the plan's order, and a number by which they are known again.
  public final class LineSet: Hashable, Sendable {
    /// The same for equal sets of one recogniser.
    public let number: Int32
    /// The ids of the lines.
    public let lines: [String]

    init(number: Int32, lines: [String]) {
      self.number = number
      self.lines = lines
    }

    /// Two sets are equal when their lines are; those of one recogniser are then one object.
    public static func == (left: LineSet, right: LineSet) -> Bool {
      left === right || left.lines == right.lines
    }

    /// Hashes the lines, not the number, which differs between recognisers.
    public func hash(into hasher: inout Hasher) { hasher.combine(lines) }
  }

  /// How an entry came to its lines, the surest first.
  public enum Origin: CaseIterable, Sendable {
    /// By the house number of the work.
    case houseNumber
    /// The row names the line.
    case stated
    /// The title does.
    case title
    /// The title nearly does.
    case titleAlike
  }

  private struct Room: Hashable {
    let outlet: String
    let language: LanguageTag
  }

  private struct Heading: Hashable {
    /// By its number among those that were met.
    let room: Int
    let title: ByteText
  }

  /// The titles of the lines of a room; of equal titles the lines stand together, in the plan's order.
  private struct Titles {
    var all: [(title: FoldedText, lines: [String])] = []
    var numbers: [FoldedText: Int] = [:]

    mutating func add(_ title: FoldedText, _ line: String) {
      if let number = numbers[title] {
        all[number].lines.append(line)
      } else {
        numbers[title] = all.count
        all.append((title, [line]))
      }
    }
  }

  private let titles: [Room: Titles]
  private let houseNumbers: [(number: HouseNumber, line: String)]
  private let leastPercent: Int
  /// The lines whose works go out in parts.
  private let inParts: [String: PlanLine]
  /// The lines whose own titles have words for repeats, so that those of a row say nothing.
  private let namedAsRepeats: Set<String>
  /// Further names of lines that have such words: a title that somebody linked to its line is what it is.
  private let aliasesAsRepeats: Set<FoldedText>
  private var repeatNames: [ObjectIdentifier: (shared: AsRunEntry.Heading, name: RepeatName?)] = [:]
  private let namesOfLine: [String: [String]]
  private var titleEditions: [ObjectIdentifier: (shared: AsRunEntry.Heading, line: String, edition: Int?)] =
    [:]
  private var rooms: [Room] = []
  private var numberOfRoom: [Room: Int] = [:]
  private var lastRoom = 0
  private var sets: [[String]: LineSet] = [:]
  private var setOfLine: [String: LineSet] = [:]
  private var known: [Heading: Int] = [:]
  /// The same by the heading of an entry, which many of them share.
  private var knownOfShared: [ObjectIdentifier: (shared: AsRunEntry.Heading, number: Int)] = [:]
  private var headings: [(heading: Heading, lines: LineSet, rows: Int)] = []
  private var folded: [ByteText: FoldedText] = [:]
  private var knownAlike: [Heading: LineSet] = [:]

  /// A recogniser for the lines of a plan.
  public init(plan: Plan) { self.init(plan, rooms: Self.rooms) }

  /// A recogniser that knows the originals of an outlet as if all were in Vietnamese, whatever their language, and no
  /// versions: for entries of which it is not known in what language they are.
  public init(originalsOf plan: Plan) {
    self.init(plan) { line in Set(line.outlets.ids.map { Room(outlet: $0, language: .vietnamese) }) }
  }

  private init(_ plan: Plan, rooms: (PlanLine) -> Set<Room>) {
    var titles: [Room: Titles] = [:]
    for line in plan.lines {
      var known: Set<FoldedText> = []
      for title in ([line.title] + line.aliases).map({ FoldedText($0) })
      where !title.isEmpty && known.insert(title).inserted {
        for room in rooms(line) { titles[room, default: Titles()].add(title, line.id) }
      }
    }
    self.titles = titles
    houseNumbers = plan.lines.compactMap { line in line.houseNumber.map { ($0, line.id) } }
    leastPercent = plan.matching.titlePercent
    namesOfLine = Dictionary(
      plan.lines.map { ($0.id, [$0.title] + $0.aliases) }, uniquingKeysWith: { first, _ in first })
    namedAsRepeats = Set(plan.lines.filter { RepeatName(in: $0.title) != nil }.map(\.id))
    aliasesAsRepeats = Set(
      plan.lines.flatMap(\.aliases).filter { RepeatName(in: $0) != nil }.map { FoldedText($0) })
    inParts = Dictionary(
      plan.lines.filter { $0.parts > 1 }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The lines to which an entry may belong, by the surest of what it says.
  public mutating func recognise(_ entry: AsRunEntry) -> Recognised {
    var recognised = recogniseWork(entry)
    if !inParts.isEmpty, let line = recognised.onlyLine.flatMap({ inParts[$0] }) {
      recognised.part = line.part(shownBy: entry)
    }
    if entry.isRepeat { recognised.repetition = .stated }
    if recognised.edition == nil, let line = recognised.onlyLine {
      recognised.titleEdition = titleEdition(of: entry.heading, line)
    }
    guard !recognised.lines.isEmpty, var name = repeatName(of: entry.heading),
      namedAsRepeats.isEmpty || namedAsRepeats.isDisjoint(with: recognised.lines)
    else { return recognised }
    if !name.isSure {
      let names = recognised.lines.flatMap { namesOfLine[$0, default: []] }
      name = RepeatName(aheadOf: names, in: entry.title) ?? name
    }
    if recognised.repetition == .unsaid { recognised.repetition = name.isSure ? .stated : .unclear }
    recognised.edition = recognised.edition ?? name.edition
    return recognised
  }

  private mutating func repeatName(of shared: AsRunEntry.Heading) -> RepeatName? {
    guard !shared.title.isEmpty else { return nil }
    if let known = repeatNames[ObjectIdentifier(shared)] { return known.name }
    if repeatNames.count >= Self.mostKnown { repeatNames.removeAll(keepingCapacity: true) }
    let isName = !aliasesAsRepeats.isEmpty && aliasesAsRepeats.contains(FoldedText(shared.title))
    let name = isName ? nil : RepeatName(in: shared.title)
    repeatNames[ObjectIdentifier(shared)] = (shared, name)
    return name
  }

  private mutating func titleEdition(of shared: AsRunEntry.Heading, _ line: String) -> Int? {
    guard let last = shared.title.utf8.last(where: { $0 != 0x29 && $0 != 0x5D && $0 != 0x20 }),
      (0x30...0x39).contains(last), let names = namesOfLine[line]
    else { return nil }
    if let known = titleEditions[ObjectIdentifier(shared)], known.line == line { return known.edition }
    if titleEditions.count >= Self.mostKnown { titleEditions.removeAll(keepingCapacity: true) }
    let edition = EditionName(behindNameIn: shared.title, of: names, hasParts: inParts[line] != nil)?
      .number
    titleEditions[ObjectIdentifier(shared)] = (shared, line, edition)
    return edition
  }

  private mutating func recogniseWork(_ entry: AsRunEntry) -> Recognised {
    if let number = entry.houseNumber, let named = named(by: number) {
      // A row that names another line besides is believed in what it says in words.
      if entry.line.map({ $0 == named.line }) ?? true {
        return Recognised(
          origin: .houseNumber, lineSet: set(of: named.line), edition: named.edition ?? entry.edition)
      }
    }
    if let line = entry.line {
      return Recognised(origin: .stated, lineSet: set(of: line), edition: entry.edition)
    }
    let lines = linesNamed(by: entry)
    guard lines.lines.isEmpty else {
      return Recognised(origin: .title, lineSet: lines, edition: entry.edition)
    }
    return Recognised(origin: .titleAlike, lineSet: linesAlike(entry), edition: entry.edition)
  }

  private func named(by number: String) -> (line: String, edition: Int?)? {
    for candidate in houseNumbers {
      let (isMatch, edition) = candidate.number.matches(number)
      if isMatch { return (candidate.line, edition) }
    }
    return nil
  }

  private mutating func set(of line: String) -> LineSet {
    if let set = setOfLine[line] { return set }
    let set = set(of: [line])
    setOfLine[line] = set
    return set
  }

  private mutating func set(of lines: [String]) -> LineSet {
    if let set = sets[lines] { return set }
    let set = LineSet(number: Int32(sets.count), lines: lines)
    sets[lines] = set
    return set
  }

  private static func rooms(of line: PlanLine) -> Set<Room> {
    var rooms: Set<Room> = []
    for language in line.languages.all + line.formerLanguages {
      rooms.formUnion(line.outlets.ids.map { Room(outlet: $0, language: language) })
    }
    if let versions = line.versions {
      let carriers = (versions.outlet.map { [$0] } ?? line.outlets.ids) + versions.sentTo
      for language in versions.into { rooms.formUnion(carriers.map { Room(outlet: $0, language: language) }) }
    }
    return rooms
  }

  /// The lines whose title the entry bears, in the plan's order; more than one when they share it.
  public mutating func lines(of entry: AsRunEntry) -> [String] { linesNamed(by: entry).lines }

  /// The lines of a title on an outlet in a language, or without any those whose title is nearly the same.
  public mutating func lines(
    titled title: String, on outlet: String, in language: LanguageTag
  ) -> [String] {
    guard !title.isEmpty else { return [] }
    let heading = heading(title, on: outlet, in: language)
    let lines = linesNamed(heading).lines
    return lines.isEmpty ? linesAlike(heading).lines : lines
  }

  /// The line whose works have such a house number.
  public func line(houseNumber: String) -> String? { named(by: houseNumber)?.line }

  private mutating func heading(_ title: String, on outlet: String, in language: LanguageTag) -> Heading {
    Heading(room: number(of: Room(outlet: outlet, language: language)), title: ByteText(title))
  }

  private mutating func linesNamed(by entry: AsRunEntry) -> LineSet {
    let shared = entry.heading
    if let number = knownOfShared[ObjectIdentifier(shared)]?.number {
      headings[number].rows += 1
      return headings[number].lines
    }
    guard !shared.title.isEmpty else { return set(of: [String]()) }
    let heading = heading(shared.title, on: shared.outlet, in: shared.language)
    let lines = linesNamed(heading)
    if knownOfShared.count >= Self.mostKnown { knownOfShared.removeAll(keepingCapacity: true) }
    if let number = known[heading] { knownOfShared[ObjectIdentifier(shared)] = (shared, number) }
    return lines
  }

  private mutating func linesNamed(_ heading: Heading) -> LineSet {
    if let number = known[heading] {
      headings[number].rows += 1
      return headings[number].lines
    }
    let lines = set(of: lines(of: heading))
    // A log of which every title is another one gains nothing by being remembered.
    if known.count >= Self.mostKnown {
      known.removeAll(keepingCapacity: true)
      knownOfShared.removeAll(keepingCapacity: true)
      headings.removeAll(keepingCapacity: true)
    }
    known[heading] = headings.count
    headings.append((heading, lines, 1))
    return lines
  }

  /// The titles that no line bears or nearly bears, with the number of times that each was asked for.
  mutating func unnamed() -> [(title: String, rows: Int)] {
    headings.filter(\.lines.lines.isEmpty).sorted {
      ($1.rows, $0.heading.title.text) < ($0.rows, $1.heading.title.text)
    }
    .prefix(1000).compactMap { heading, _, rows in
      linesAlike(heading).lines.isEmpty ? (heading.title.text, rows) : nil
    }
  }

  private mutating func number(of room: Room) -> Int {
    // Rows of one outlet mostly follow each other.
    if lastRoom < rooms.count, rooms[lastRoom] == room { return lastRoom }
    if let number = numberOfRoom[room] {
      lastRoom = number
    } else {
      lastRoom = rooms.count
      numberOfRoom[room] = rooms.count
      rooms.append(room)
    }
    return lastRoom
  }

  private static let mostKnown = 100_000

  private mutating func fold(_ title: ByteText) -> FoldedText {
    if let known = folded[title] { return known }
    if folded.count >= Self.mostKnown { folded.removeAll(keepingCapacity: true) }
    let text = FoldedText(title.text)
    folded[title] = text
    return text
  }

  private mutating func lines(of heading: Heading) -> [String] {
    guard let titles = titles[rooms[heading.room]] else { return [] }
    let title = fold(heading.title)
    if let number = titles.numbers[title] { return titles.all[number].lines }
    var best: (title: FoldedText, lines: [String])?
    for candidate in titles.all {
      let length = best?.title.text.utf8.count ?? 0
      if candidate.title.text.utf8.count >= length, title.contains(candidate.title) {
        // Two different titles of one length that both fit leave it open which is meant.
        let isTie = candidate.title.text.utf8.count == length
        best = (candidate.title, (isTie ? best?.lines ?? [] : []) + candidate.lines)
      }
    }
    return best?.lines ?? []
  }

  /// The lines to whose title the entry's is most alike, if it is enough.
  private mutating func linesAlike(_ entry: AsRunEntry) -> LineSet {
    guard leastPercent < 100, !entry.title.isEmpty else { return set(of: [String]()) }
    return linesAlike(heading(entry.title, on: entry.outlet, in: entry.language))
  }

  private mutating func linesAlike(_ heading: Heading) -> LineSet {
    guard leastPercent < 100 else { return set(of: [String]()) }
    if let lines = knownAlike[heading] { return lines }
    if knownAlike.count >= Self.mostKnown { knownAlike.removeAll(keepingCapacity: true) }
    let title = fold(heading.title)
    var best: (percent: Int, lines: [String]) = (leastPercent - 1, [])
    for candidate in titles[rooms[heading.room]]?.all ?? [] {
      guard let percent = title.likeness(to: candidate.title, atLeast: max(best.percent, leastPercent)) else {
        continue
      }
      best = percent > best.percent ? (percent, candidate.lines) : (percent, best.lines + candidate.lines)
    }
    let lines = set(of: best.lines)
    knownAlike[heading] = lines
    return lines
  }
}
