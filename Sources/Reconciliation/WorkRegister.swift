import ScheduleModel

/// Works and versions, each once, with all their appearances; and what counts nowhere.
struct WorkRegister {
  /// A line in a language; Vietnamese has the works themselves, any other language their versions.
  struct Shelf: Hashable {
    let line: String
    let language: LanguageTag
  }

  /// Works or versions by line and language.
  private(set) var works: [Shelf: [Work]] = [:]
  /// What became of each of them, in the same order.
  private(set) var fates: [Shelf: [Work.Fate]] = [:]
  /// Versions that were sent to another broadcaster, by line and language; each once.
  private(set) var sent: [Shelf: [AsRunEntry]] = [:]
  /// Entries that count nowhere, by their place.
  private(set) var uncounted: [AsRunEntry] = []
  /// Rows of a line that do not say that it aired, by its id.
  private(set) var silent: [String: [RowSource]] = [:]

  /// Where in a reconciled log a row stands.
  enum RowSource: Hashable {
    case outcome(Int)
    case unplanned(Int)
    case sent(Int)
    /// What went out instead of a placement.
    case substitute(Int)
    /// What made a placement good.
    case makeGood(Int)
    case relay(Int)
  }

  private let reconciled: Reconciled
  private let lines: [String: PlanLine]
  /// The shelves while they are filled, by their number: what is added needs no look at its texts again.
  private var shelves: [[Work]] = []
  private var numberOfShelf: [Shelf: Int] = [:]
  private var last: (shelf: Shelf, number: Int)?
  private var languagesOfLine: [String: [LanguageTag]] = [:]
  private let broadcast: BroadcastDays
  private var indexByRow: [SourcePlace: (shelf: Int, index: Int)] = [:]
  private var indexByNumber: [Number: Int] = [:]
  private var seenOnOutlet: [Place: Int] = [:]
  private var sentNumbers: Set<Number> = []

  /// What makes two appearances one work: its edition, or without one its position among its like.
  private struct Number: Hashable {
    let shelf: Int
    let isEdition: Bool
    let number: Int
  }

  private struct Place: Hashable {
    let shelf: Int
    let outlet: String
  }

  /// The works of a schedule and of the log that was held against it.
  init(plan: Plan, schedule: Schedule, reconciled: Reconciled) {
    self.reconciled = reconciled
    broadcast = BroadcastDays(plan: plan)
    lines = Dictionary(
      plan.lines.filter { !$0.isEmbedded }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    indexByNumber.reserveCapacity(reconciled.outcomes.count)
    for index in reconciled.outcomes.indices { add(reconciled.outcomes, at: index) }
    // What went out in a placement's stead is what it is, whatever it took the place of.
    let others =
      reconciled.unplanned.enumerated().map { ($1, RowSource.unplanned($0)) }
      + reconciled.outcomes.indices.compactMap { index in
        reconciled.outcomes[index].substitute.map { ($0, RowSource.substitute(index)) }
      }
    let inTimeOrder = others.sorted {
      ($0.0.entry.seconds, $0.0.entry.place) < ($1.0.entry.seconds, $1.0.entry.place)
    }
    for (unplanned, source) in inTimeOrder { add(unplanned, from: source) }
    for (index, relay) in reconciled.relays.enumerated() { add(relay, from: .relay(index)) }
    for (index, row) in reconciled.sent.enumerated() { add(sent: row, from: .sent(index)) }
    uncounted.sort { $0.place < $1.place }
    for (shelf, number) in numberOfShelf where !shelves[number].isEmpty {
      fates[shelf] = shelves[number].compactMap { $0.fate() }
      works[shelf] = shelves[number]
      languagesOfLine[shelf.line, default: []].append(shelf.language)
    }
    shelves = []
  }

  /// The lines that are counted inside a line, directly or inside another of them.
  static func parts(of line: PlanLine, in plan: Plan) -> [PlanLine] {
    var found: [PlanLine] = []
    var open = [line]
    while let next = open.popLast() {
      for part in plan.parts(of: next)
      where part.id != line.id && !found.contains(where: { $0.id == part.id }) {
        found.append(part)
        open.append(part)
      }
    }
    return found
  }

  /// The languages in which a line has works or versions, the originals first.
  func languages(of line: String) -> [LanguageTag] {
    languagesOfLine[line, default: []].sorted {
      ($0 != .vietnamese ? 1 : 0, $0) < ($1 != .vietnamese ? 1 : 0, $1)
    }
  }

  /// The row that stands there; `nil` for a placement that no row shows.
  func entry(_ source: RowSource) -> AsRunEntry? {
    switch source {
    case .outcome(let index): reconciled.outcomes[index].entry
    case .unplanned(let index): reconciled.unplanned[index].entry
    case .sent(let index): reconciled.sent[index].entry
    case .substitute(let index): reconciled.outcomes[index].substitute?.entry
    case .makeGood(let index): reconciled.outcomes[index].makeGood
    case .relay(let index): reconciled.relays[index].entry
    }
  }

  /// - Parameter outcomes: Those of the log; a field is taken where it lies, for an outcome is large.
  private mutating func add(_ outcomes: [PlacementOutcome], at index: Int) {
    let line = outcomes[index].placement.line
    guard let shelf = number(of: Shelf(line: line, language: outcomes[index].placement.language)) else {
      return
    }
    let isMadeGood = outcomes[index].makeGood != nil
    let hasAired = outcomes[index].outcome.countsAsAired
    if outcomes[index].entry != nil, !hasAired || isMadeGood {
      silent[line, default: []].append(.outcome(index))
    }
    // What was made good went out once, on another day.
    let airing =
      isMadeGood
      ? outcomes[index].makeGood.map { Work.Airing($0, from: .makeGood(index)) }
      : hasAired ? outcomes[index].entry.map { Work.Airing($0, from: .outcome(index)) } : nil
    add(
      Work.Appearance(
        outlet: outcomes[index].placement.outlet,
        planned: broadcast.days(of: outcomes[index].placement.timing, on: outcomes[index].placement.outlet),
        run: outcomes[index].placement.run, outcome: isMadeGood ? .moved : outcomes[index].outcome,
        airing: airing),
      to: Number(shelf: shelf, isEdition: true, number: outcomes[index].placement.edition))
  }

  private mutating func add(_ unplanned: UnplannedEntry, from source: RowSource) {
    let entry = unplanned.entry
    let line = unplanned.line.flatMap { lines[$0] }
    guard entry.status == .aired, let line else {
      uncounted.append(entry)
      if let line { silent[line.id, default: []].append(source) }
      return
    }
    guard let shelf = number(of: Shelf(line: line.id, language: entry.language)) else { return }
    let appearance = Work.Appearance(
      outlet: entry.outlet, planned: nil, run: nil, outcome: .unplanned,
      airing: Work.Airing(entry, from: source))
    if let edition = unplanned.edition {
      add(appearance, to: Number(shelf: shelf, isEdition: true, number: edition), of: entry)
    } else if case .each(let outlets) = line.outlets, outlets.count > 1 {
      // Each work appears on each outlet: the third on the website is the third on the loudspeakers.
      seenOnOutlet[Place(shelf: shelf, outlet: entry.outlet), default: 0] += 1
      let position = seenOnOutlet[Place(shelf: shelf, outlet: entry.outlet), default: 0]
      add(appearance, to: Number(shelf: shelf, isEdition: false, number: position), of: entry)
    } else {
      indexByRow[entry.place] = (shelf, shelves[shelf].count)
      shelves[shelf].append(Work(appearances: [appearance]))
    }
  }

  /// A relay is one more appearance of what it carries.
  private mutating func add(_ relay: RelayedEntry, from source: RowSource) {
    let appearance = Work.Appearance(
      outlet: relay.entry.outlet, planned: nil, run: nil, outcome: .unplanned,
      airing: Work.Airing(relay.entry, from: source))
    switch relay.source {
    case .placement(let placement):
      guard let shelf = number(of: Shelf(line: placement.line, language: placement.language)) else {
        uncounted.append(relay.entry)
        return
      }
      add(appearance, to: Number(shelf: shelf, isEdition: true, number: placement.edition))
    case .entry(let source):
      if let (shelf, index) = indexByRow[source.entry.place] {
        shelves[shelf][index].appearances.append(appearance)
      } else {
        uncounted.append(relay.entry)
      }
    }
  }

  private mutating func add(_ appearance: Work.Appearance, to number: Number, of row: AsRunEntry? = nil) {
    let known = indexByNumber[number]
    let index = known ?? shelves[number.shelf].count
    if let row { indexByRow[row.place] = (number.shelf, index) }
    if known != nil {
      shelves[number.shelf][index].appearances.append(appearance)
    } else {
      indexByNumber[number] = index
      shelves[number.shelf].append(
        Work(appearances: [appearance], edition: number.isEdition ? number.number : nil))
    }
  }

  /// The number of a shelf; `nil` when its line is none that is counted.
  private mutating func number(of shelf: Shelf) -> Int? {
    // What was planned mostly comes line by line.
    if let last, last.shelf == shelf { return last.number }
    var number = numberOfShelf[shelf]
    if number == nil, lines.index(forKey: shelf.line) != nil {
      number = shelves.count
      numberOfShelf[shelf] = shelves.count
      shelves.append([])
    }
    if let number { last = (shelf, number) }
    return number
  }

  private mutating func add(sent row: UnplannedEntry, from source: RowSource) {
    let entry = row.entry
    if let line = row.line, lines[line] != nil { silent[line, default: []].append(source) }
    guard entry.language != .vietnamese, let line = row.line.flatMap({ lines[$0] }),
      line.versions?.sentTo.contains(entry.outlet) ?? false
    else {
      uncounted.append(entry)
      return
    }
    let shelf = Shelf(line: line.id, language: entry.language)
    if let edition = row.edition, let number = number(of: shelf) {
      guard sentNumbers.insert(Number(shelf: number, isEdition: true, number: edition)).inserted else {
        return
      }
    }
    sent[shelf, default: []].append(entry)
  }
}
