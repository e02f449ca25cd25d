import ScheduleModel

/// Recognises a line of the plan by what a row says: its house number, its line, or its title.
///
/// By title only lines that use the entry's outlet in the entry's language come into question. The entry's title
/// is the line's or holds it; of several lines whose title it holds the longest counts, so an equal one before
/// all. Several lines may share it. A title that holds none is that of the line to which it is most alike, if it is
/// as much so as the plan asks and no other line is as near.
struct LineRecogniser {
  /// The lines to which an entry may belong.
  struct Recognised: Hashable {
    /// How it came to them.
    var origin: Origin
    /// In the plan's order; empty when it names none.
    var lines: [String]
    /// The edition that it names, in the row or by its house number.
    var edition: Int?

    /// The line, when there is only one.
    var onlyLine: String? { lines.count == 1 ? lines.first : nil }

    /// By what an entry that came to its lines in that way finds a placement.
    func sign(withEdition: Bool) -> MatchSign {
      switch origin {
      case .houseNumber: .houseNumber
      case .stated: withEdition ? .edition : .line
      case .title: withEdition ? .titleAndEdition : .title
      case .titleAlike: .titleAlike
      }
    }
  }

  /// How an entry came to its lines, the surest first.
  enum Origin: CaseIterable {
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

  private let headings: [Room: [(title: FoldedText, lines: [String])]]
  private let houseNumbers: [(number: HouseNumber, line: String)]
  private let leastPercent: Int
  private var rooms: [Room] = []
  private var numberOfRoom: [Room: Int] = [:]
  private var lastRoom = 0
  private var known: [Heading: [String]] = [:]
  private var folded: [ByteText: FoldedText] = [:]
  private var knownAlike: [Heading: [String]] = [:]

  /// A recogniser for the lines of a plan.
  init(plan: Plan) {
    var headings: [Room: [(title: FoldedText, lines: [String])]] = [:]
    for line in plan.lines {
      let title = FoldedText(line.title)
      guard !title.isEmpty else { continue }
      for room in Self.rooms(of: line) {
        var inRoom = headings[room, default: []]
        if let index = inRoom.firstIndex(where: { $0.title == title }) {
          inRoom[index].lines.append(line.id)
        } else {
          inRoom.append((title, [line.id]))
        }
        headings[room] = inRoom
      }
    }
    self.headings = headings
    houseNumbers = plan.lines.compactMap { line in line.houseNumber.map { ($0, line.id) } }
    leastPercent = plan.matching.titlePercent
  }

  /// The lines to which an entry may belong, by the surest of what it says.
  mutating func recognise(_ entry: AsRunEntry) -> Recognised {
    if let number = entry.houseNumber {
      let named = houseNumbers.lazy.compactMap { candidate -> Recognised? in
        let (isMatch, edition) = candidate.number.matches(number)
        return isMatch
          ? Recognised(origin: .houseNumber, lines: [candidate.line], edition: edition ?? entry.edition) : nil
      }.first
      // A row that names another line besides is believed in what it says in words.
      if let named, entry.line.map({ [$0] == named.lines }) ?? true { return named }
    }
    if let line = entry.line { return Recognised(origin: .stated, lines: [line], edition: entry.edition) }
    let lines = lines(of: entry)
    guard lines.isEmpty else { return Recognised(origin: .title, lines: lines, edition: entry.edition) }
    return Recognised(origin: .titleAlike, lines: linesAlike(entry), edition: entry.edition)
  }

  private static func rooms(of line: PlanLine) -> Set<Room> {
    var rooms = Set(line.outlets.ids.map { Room(outlet: $0, language: .vietnamese) })
    if let versions = line.versions {
      let carriers = (versions.outlet.map { [$0] } ?? line.outlets.ids) + versions.sentTo
      for language in versions.into { rooms.formUnion(carriers.map { Room(outlet: $0, language: language) }) }
    }
    return rooms
  }

  /// The lines whose title the entry bears, in the plan's order; more than one when they share it.
  mutating func lines(of entry: AsRunEntry) -> [String] {
    guard !entry.title.isEmpty else { return [] }
    let heading = Heading(
      room: number(of: Room(outlet: entry.outlet, language: entry.language)), title: ByteText(entry.title))
    if let lines = known[heading] { return lines }
    let lines = lines(of: heading)
    // A log of which every title is another one gains nothing by being remembered.
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[heading] = lines
    return lines
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

  private static let mostKnown = 20_000

  private mutating func fold(_ title: ByteText) -> FoldedText {
    if let known = folded[title] { return known }
    if folded.count >= Self.mostKnown { folded.removeAll(keepingCapacity: true) }
    let text = FoldedText(title.text)
    folded[title] = text
    return text
  }

  private mutating func lines(of heading: Heading) -> [String] {
    let title = fold(heading.title)
    var best: (title: FoldedText, lines: [String])?
    for candidate in headings[rooms[heading.room], default: []] {
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
  private mutating func linesAlike(_ entry: AsRunEntry) -> [String] {
    guard leastPercent < 100, !entry.title.isEmpty else { return [] }
    let heading = Heading(
      room: number(of: Room(outlet: entry.outlet, language: entry.language)), title: ByteText(entry.title))
    if let lines = knownAlike[heading] { return lines }
    if knownAlike.count >= Self.mostKnown { knownAlike.removeAll(keepingCapacity: true) }
    let title = fold(heading.title)
    var best: (percent: Int, lines: [String]) = (leastPercent - 1, [])
    for candidate in headings[rooms[heading.room], default: []] {
      guard let percent = title.likeness(to: candidate.title, atLeast: max(best.percent, leastPercent)) else {
        continue
      }
      best = percent > best.percent ? (percent, candidate.lines) : (percent, best.lines + candidate.lines)
    }
    knownAlike[heading] = best.lines
    return best.lines
  }
}
