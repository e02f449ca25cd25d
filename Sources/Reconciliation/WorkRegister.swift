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
  }

  private let reconciled: Reconciled
  private let lines: [String: PlanLine]
  private let placementsByUID: [String: Placement]
  private var indexByNumber: [Number: Int] = [:]
  private var seenOnOutlet: [Place: Int] = [:]
  private var sentNumbers: Set<Number> = []

  /// What makes two appearances one work: its edition, or without one its position among its like.
  private struct Number: Hashable {
    let shelf: Shelf
    let isEdition: Bool
    let number: Int
  }

  private struct Place: Hashable {
    let shelf: Shelf
    let outlet: String
  }

  /// The works of a schedule and of the log that was held against it.
  init(plan: Plan, schedule: Schedule, reconciled: Reconciled) {
    self.reconciled = reconciled
    lines = Dictionary(
      plan.lines.filter { !$0.isEmbedded }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    placementsByUID = Dictionary(
      schedule.placements.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, outcome) in reconciled.outcomes.enumerated() { add(outcome, from: .outcome(index)) }
    let inTimeOrder = reconciled.unplanned.indices.sorted {
      let (left, right) = (reconciled.unplanned[$0].entry, reconciled.unplanned[$1].entry)
      return (left.seconds, left.place) < (right.seconds, right.place)
    }
    for index in inTimeOrder { add(reconciled.unplanned[index], from: .unplanned(index)) }
    for (index, row) in reconciled.sent.enumerated() { add(sent: row, from: .sent(index)) }
    uncounted.sort { $0.place < $1.place }
    fates = works.mapValues { works in works.compactMap { $0.fate() } }
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
    let found = works.keys.filter { $0.line == line }.map(\.language)
    return found.sorted { ($0 != .vietnamese ? 1 : 0, $0) < ($1 != .vietnamese ? 1 : 0, $1) }
  }

  /// The row that stands there; `nil` for a placement that no row shows.
  func entry(_ source: RowSource) -> AsRunEntry? {
    switch source {
    case .outcome(let index): reconciled.outcomes[index].entry
    case .unplanned(let index): reconciled.unplanned[index].entry
    case .sent(let index): reconciled.sent[index].entry
    }
  }

  private mutating func add(_ outcome: PlacementOutcome, from source: RowSource) {
    let placement = outcome.placement
    guard lines[placement.line] != nil else { return }
    if outcome.entry != nil, !outcome.outcome.countsAsAired {
      silent[placement.line, default: []].append(source)
    }
    let number = Number(
      shelf: Shelf(line: placement.line, language: placement.language), isEdition: true,
      number: placement.edition)
    add(
      Work.Appearance(
        outlet: placement.outlet, planned: placement.timing, run: placement.run,
        outcome: outcome.outcome,
        airing: outcome.outcome.countsAsAired ? outcome.entry.map { Work.Airing($0, from: source) } : nil),
      to: number)
  }

  private mutating func add(_ unplanned: UnplannedEntry, from source: RowSource) {
    let entry = unplanned.entry
    let line = unplanned.line.flatMap { lines[$0] }
    guard entry.status == .aired, let line else {
      uncounted.append(entry)
      if let line { silent[line.id, default: []].append(source) }
      return
    }
    let shelf = Shelf(line: line.id, language: entry.language)
    let appearance = Work.Appearance(
      outlet: entry.outlet, planned: nil, run: nil, outcome: .unplanned,
      airing: Work.Airing(entry, from: source))
    if let edition = edition(of: entry) {
      add(appearance, to: Number(shelf: shelf, isEdition: true, number: edition))
    } else if case .each(let outlets) = line.outlets, outlets.count > 1 {
      // Each work appears on each outlet: the third on the website is the third on the loudspeakers.
      seenOnOutlet[Place(shelf: shelf, outlet: entry.outlet), default: 0] += 1
      let position = seenOnOutlet[Place(shelf: shelf, outlet: entry.outlet), default: 0]
      add(appearance, to: Number(shelf: shelf, isEdition: false, number: position))
    } else {
      works[shelf, default: []].append(Work(appearances: [appearance]))
    }
  }

  private mutating func add(_ appearance: Work.Appearance, to number: Number) {
    if let index = indexByNumber[number] {
      works[number.shelf, default: []][index].appearances.append(appearance)
    } else {
      indexByNumber[number] = works[number.shelf, default: []].count
      works[number.shelf, default: []].append(
        Work(appearances: [appearance], edition: number.isEdition ? number.number : nil))
    }
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
    if let edition = edition(of: entry) {
      guard sentNumbers.insert(Number(shelf: shelf, isEdition: true, number: edition)).inserted else {
        return
      }
    }
    sent[shelf, default: []].append(entry)
  }

  private func edition(of entry: AsRunEntry) -> Int? {
    entry.uid.flatMap { placementsByUID[$0]?.edition } ?? entry.edition
  }
}
