import ScheduleModel

/// Gathers the appearances of all works, in whatever order they come, and puts them side by side at the end.
struct WorkGathering {
  /// Versions that were sent to another broadcaster, by line and language; each once.
  private(set) var sent: [WorkRegister.LineLanguage: [AsRunEntry]] = [:]
  /// Entries that count nowhere.
  private(set) var uncounted: [AsRunEntry] = []
  /// Rows of a line that show no work of it, by its id.
  private(set) var silent: [String: [WorkRegister.SilentRow]] = [:]
  /// The outlets by their numbers.
  private(set) var outlets: [String]
  /// The languages by their numbers.
  private(set) var tongues: [LanguageTag] = [.vietnamese]
  private var lastTongue = 0

  private let reconciled: Reconciled
  private let lines: [String: PlanLine]
  /// Whether any line has a least length.
  private let hasLeasts: Bool
  private let broadcast: BroadcastDays
  private var found: [Found] = []
  /// Rows that say that they are repeats, and not of which edition, until everything else is known.
  private var repeats: [Repeat] = []
  private var shelves: [LineWorks] = []
  /// The numbers of the shelves in Vietnamese, by their line, and of all.
  private var vietnamese: [String: Int] = [:]
  private var others: [WorkRegister.LineLanguage: Int] = [:]
  private var numberOfOutlet: [String: Int]
  /// What follows from the series of a placement: its shelf, none where its line is none that is counted, and the number
  /// of its outlet.
  private var series = SharedNumbers<Placement.Series>()
  private var ofSeries: [(shelf: Int?, outlet: Int)] = []
  private var seenOnOutlet: [Place: Int] = [:]
  /// The rows that others relay, and which work each is.
  private let relayed: Set<SourcePlace>
  private var workOfRelayed: [SourcePlace: (shelf: Int, work: Int)] = [:]

  /// An appearance, and the work that it is one of.
  private struct Found {
    let shelf: Int32
    let work: Int32
    let appearance: Work.Appearance
  }

  private struct Repeat {
    let shelf: Int
    let line: String
    let appearance: Work.Appearance
  }

  /// The works of a line in a language, while they come.
  private struct LineWorks {
    let name: WorkRegister.LineLanguage
    /// For each work its number within its line.
    var editions: [Int?] = []
    /// What makes two appearances one work: its edition, or without one its position among its like.
    var byEdition = NumberedWorks()
    var byPosition = NumberedWorks()
    var sentEditions: Set<Int> = []
  }

  /// Works by a number that is mostly 1, 2, 3 …: a list, and a table for what lies far from it.
  private struct NumberedWorks {
    private var list: [Int32] = []
    private var others: [Int: Int32] = [:]

    subscript(number: Int) -> Int? {
      get {
        let work = list.indices.contains(number) ? list[number] : others[number] ?? -1
        return work < 0 ? nil : Int(work)
      }
      set {
        let work = Int32(newValue ?? -1)
        if (list.count...2 * list.count + 8).contains(number) {
          for next in list.count...number { list.append(others.removeValue(forKey: next) ?? -1) }
        }
        if list.indices.contains(number) { list[number] = work } else { others[number] = work }
      }
    }
  }

  private struct Place: Hashable {
    let shelf: Int
    let outlet: Int
  }

  /// What makes two appearances one work.
  private enum Mark {
    case edition(Int)
    /// The same position on each of several outlets.
    case position(Int)
    /// Nothing does.
    case none
  }

  init(plan: Plan, reconciled: Reconciled) {
    self.reconciled = reconciled
    broadcast = BroadcastDays(plan: plan)
    lines = Dictionary(
      plan.lines.filter { !$0.isEmbedded }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    hasLeasts = lines.values.contains { $0.counting.leastMinutes != nil }
    outlets = plan.outlets.map(\.id)
    numberOfOutlet = Dictionary(
      outlets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    relayed = Set(
      reconciled.relays.compactMap {
        if case .entry(let source) = $0.source { source.entry.place } else { nil }
      })
    found.reserveCapacity(reconciled.outcomes.count + reconciled.unplanned.count)
  }

  /// Gathers what was planned, then what else went out in time order, then relays of these.
  mutating func gather() {
    for (index, outcome) in reconciled.outcomes.enumerated() { add(outcome, at: index) }
    // What went out in a placement's stead is what it is, whatever it took the place of.
    var others: [(seconds: Int, place: SourcePlace, source: WorkRegister.RowSource)] = []
    for index in reconciled.unplanned.indices {
      let entry = reconciled.unplanned[index].entry
      others.append((entry.seconds, entry.place, WorkRegister.RowSource(.unplanned, index)))
    }
    for index in reconciled.outcomes.indices where reconciled.outcomes[index].outcome == .substituted {
      guard let entry = reconciled.outcomes[index].substitute?.entry else { continue }
      others.append((entry.seconds, entry.place, WorkRegister.RowSource(.substitute, index)))
    }
    for other in others.sorted(by: { ($0.seconds, $0.place) < ($1.seconds, $1.place) }) {
      let index = other.source.index
      if other.source.list == .unplanned {
        add(reconciled.unplanned[index], from: other.source)
      } else if let substitute = reconciled.outcomes[index].substitute {
        add(substitute, insteadOf: reconciled.outcomes[index].placement, from: other.source)
      }
    }
    addRepeats()
    for (index, relay) in reconciled.relays.enumerated() {
      add(relay, from: WorkRegister.RowSource(.relay, index))
    }
    for (index, row) in reconciled.sent.enumerated() {
      add(sent: row, from: WorkRegister.RowSource(.sent, index))
    }
    noteJoined()
  }

  /// Rows that are counted with another one belong to its line, and count nothing themselves.
  private mutating func noteJoined() {
    let joined = reconciled.joined.enumerated().filter(\.element.isSure)
    guard !joined.isEmpty else { return }
    var heads: [SourcePlace: SourcePlace] = [:]
    for pair in joined { heads[pair.element.part.place] = pair.element.head.place }
    func head(of place: SourcePlace) -> SourcePlace {
      var place = place
      // The row that counts may itself have been noted twice.
      for _ in 0..<16 { place = heads[place] ?? place }
      return place
    }
    var lines: [SourcePlace: String] = [:]
    let wanted = Set(joined.map { head(of: $0.element.head.place) })
    for outcome in reconciled.outcomes {
      if let entry = outcome.entry ?? outcome.makeGood, wanted.contains(entry.place) {
        lines[entry.place] = outcome.placement.line
      } else if let row = outcome.substitute, wanted.contains(row.entry.place) {
        lines[row.entry.place] = row.line
      }
    }
    for row in reconciled.unplanned where wanted.contains(row.entry.place) {
      lines[row.entry.place] = row.line
    }
    for (index, pair) in joined {
      guard let line = lines[head(of: pair.head.place)], self.lines[line] != nil else { continue }
      note(WorkRegister.RowSource(.joined, index), of: line, .joined)
    }
  }

  /// The works of each shelf, and the appearances of each work, side by side; each in the order in which it came.
  ///
  /// - Complexity: O(n) in the appearances.
  func arranged() -> (
    works: [Work], appearances: [Work.Appearance], shelves: [WorkRegister.LineLanguage: Range<Int>]
  ) {
    var firstWork: [Int] = []
    var count = 0
    for shelf in shelves {
      firstWork.append(count)
      count += shelf.editions.count
    }
    var starts = Array(repeating: 0, count: count + 1)
    for found in found { starts[firstWork[Int(found.shelf)] + Int(found.work) + 1] += 1 }
    for work in 0..<count { starts[work + 1] += starts[work] }
    var next = starts
    let appearances = [Work.Appearance](unsafeUninitializedCapacity: found.count) { room, filled in
      for found in found {
        let work = firstWork[Int(found.shelf)] + Int(found.work)
        room.initializeElement(at: next[work], to: found.appearance)
        next[work] += 1
      }
      filled = found.count
    }
    var works: [Work] = []
    works.reserveCapacity(count)
    var ranges: [WorkRegister.LineLanguage: Range<Int>] = [:]
    for shelf in shelves where !shelf.editions.isEmpty {
      ranges[shelf.name] = works.count..<works.count + shelf.editions.count
      for edition in shelf.editions {
        works.append(
          Work(
            edition: edition, parts: lines[shelf.name.line]?.parts ?? 1,
            appearances: starts[works.count]..<starts[works.count + 1]))
      }
    }
    return (works, appearances, ranges)
  }

  // MARK: - What comes

  private mutating func add(_ outcome: PlacementOutcome, at index: Int) {
    let placement = outcome.placement
    let (known, outlet) = known(of: placement.series)
    guard let shelf = known else { return }
    let isMadeGood = outcome.isMadeGood
    let hasAired = outcome.outcome.countsAsAired
    if let entry = outcome.entry, !hasAired || isMadeGood {
      let reason = hasAired ? lengthRefusal(of: entry, placement.line) ?? .duplicate : entry.silence
      note(WorkRegister.RowSource(.outcome, index), of: placement.line, reason)
    }
    // What was made good went out once, on another day.
    let list: WorkRegister.RowSource.List = isMadeGood ? .makeGood : .outcome
    var airing = isMadeGood ? outcome.makeGood : hasAired ? outcome.entry : nil
    var fate = isMadeGood ? .moved : outcome.outcome
    if let entry = airing, let reason = lengthRefusal(of: entry, placement.line) {
      note(WorkRegister.RowSource(list, index), of: placement.line, reason)
      (airing, fate) = (nil, .missed)
    }
    add(
      Work.Appearance(
        outlet: outlet, tongue: number(of: airing?.language ?? placement.language),
        planned: broadcast.days(of: placement), run: placement.run,
        outcome: fate,
        airing: airing.map { Work.Airing($0, from: WorkRegister.RowSource(list, index)) },
        part: placement.partNumber, next: outcome.attempt.map { broadcast.days(of: $0).lowerBound }),
      to: shelf, as: .edition(placement.edition))
  }

  /// What went out in a placement's stead. A row that says that it repeats the work that was due for the first time shows no
  /// work: that one counts as not aired, as the log's finding says.
  private mutating func add(
    _ row: UnplannedEntry, insteadOf placement: Placement, from source: WorkRegister.RowSource
  ) {
    if row.repetition == .stated, placement.run.isNew, row.line == placement.line,
      row.edition == placement.edition, lines[placement.line] != nil
    {
      return note(source, of: placement.line, .repeatUnfounded)
    }
    add(row, from: source)
  }

  private mutating func add(_ unplanned: UnplannedEntry, from source: WorkRegister.RowSource) {
    let entry = unplanned.entry
    let line = unplanned.line.flatMap { lines[$0] }
    guard entry.status == .aired, let line else {
      uncounted.append(entry)
      if let line { note(source, of: line.id, entry.silence) }
      return
    }
    if let reason = lengthRefusal(of: entry, line.id) { return note(source, of: line.id, reason) }
    guard let shelf = shelf(line.id, entry.language) else { return }
    if unplanned.repetition == .unfounded { return note(source, of: line.id, .repeatUnfounded) }
    if unplanned.mayBeRepeat { return note(source, of: line.id, .unclear) }
    let outlet = number(of: entry.outlet)
    let appearance = Work.Appearance(
      outlet: outlet, tongue: number(of: entry.language), planned: nil,
      run: unplanned.repetition == .stated ? .repeat : nil, outcome: .unplanned,
      airing: Work.Airing(entry, from: source), part: line.parts > 1 ? unplanned.part ?? 0 : 1)
    if unplanned.repetition == .stated, unplanned.edition == nil {
      return repeats.append(Repeat(shelf: shelf, line: line.id, appearance: appearance))
    }
    var mark = Mark.none
    if let edition = unplanned.edition {
      mark = .edition(edition)
    } else if case .each(let outlets) = line.outlets, outlets.count > 1 {
      // Each work appears on each outlet: the third on the website is the third on the loudspeakers.
      let place = Place(shelf: shelf, outlet: outlet)
      seenOnOutlet[place, default: 0] += 1
      mark = .position(seenOnOutlet[place, default: 0])
    }
    let work = add(appearance, to: shelf, as: mark)
    if relayed.contains(entry.place) { workOfRelayed[entry.place] = (shelf, work) }
  }

  /// A repeat that names no edition is one more appearance of the work that its line aired last.
  private mutating func addRepeats() {
    guard !repeats.isEmpty else { return }
    let shelves = Set(repeats.map { Int32($0.shelf) })
    var aired: [Int32: [(seconds: Int, work: Int32)]] = [:]
    for found in found where shelves.contains(found.shelf) {
      guard let seconds = found.appearance.airing?.seconds else { continue }
      aired[found.shelf, default: []].append((seconds, found.work))
    }
    for shelf in aired.keys { aired[shelf]?.sort { $0 < $1 } }
    for next in repeats {
      guard let airing = next.appearance.airing else { continue }
      let works = aired[Int32(next.shelf), default: []]
      let end = works.indices.partitioningIndex { works[$0].seconds > airing.seconds }
      // Without an hour it may stand before what it repeats on its day.
      let source =
        end > 0
        ? works[end - 1]
        : works.first { work in
          next.appearance.airing.map { $0.seconds / 86_400 == work.seconds / 86_400 } ?? false
        }
      guard let source else {
        note(airing.source, of: next.line, .repeatUnfounded)
        continue
      }
      found.append(Found(shelf: Int32(next.shelf), work: source.work, appearance: next.appearance))
      if let place = place(of: airing.source), relayed.contains(place) {
        workOfRelayed[place] = (next.shelf, Int(source.work))
      }
    }
  }

  private func place(of source: WorkRegister.RowSource) -> SourcePlace? {
    source.list == .substitute
      ? reconciled.outcomes[source.index].substitute?.entry.place
      : reconciled.unplanned[source.index].entry.place
  }

  /// A relay is one more appearance of what it carries.
  private mutating func add(_ relay: RelayedEntry, from source: WorkRegister.RowSource) {
    if let line = relay.line, let reason = lengthRefusal(of: relay.entry, line) {
      return note(source, of: line, reason)
    }
    let appearance = Work.Appearance(
      outlet: number(of: relay.entry.outlet), tongue: number(of: relay.entry.language), planned: nil,
      run: nil, outcome: .unplanned,
      airing: Work.Airing(relay.entry, from: source),
      part: relay.part(ofParts: relay.line.flatMap { lines[$0] }?.parts ?? 1))
    switch relay.source {
    case .placement(let placement):
      guard let shelf = shelf(placement.line, placement.language) else { break }
      add(appearance, to: shelf, as: .edition(placement.edition))
      return
    case .entry(let source):
      guard let (shelf, work) = workOfRelayed[source.entry.place] else { break }
      found.append(Found(shelf: Int32(shelf), work: Int32(work), appearance: appearance))
      return
    }
    uncounted.append(relay.entry)
  }

  private mutating func add(sent row: UnplannedEntry, from source: WorkRegister.RowSource) {
    let entry = row.entry
    if let line = row.line, lines[line] != nil { note(source, of: line, entry.silence) }
    guard let line = row.line.flatMap({ lines[$0] }), !line.languages.contains(entry.language),
      line.versions?.sentTo.contains(entry.outlet) ?? false
    else {
      uncounted.append(entry)
      return
    }
    if let edition = row.edition, let shelf = shelf(line.id, entry.language),
      !shelves[shelf].sentEditions.insert(edition).inserted
    {
      return
    }
    sent[WorkRegister.LineLanguage(line: line.id, language: entry.language), default: []].append(entry)
  }

  private func lengthRefusal(of entry: AsRunEntry, _ line: String) -> UncountedRow.Reason? {
    hasLeasts ? lines[line]?.lengthRefusal(of: entry) : nil
  }

  private mutating func note(
    _ source: WorkRegister.RowSource, of line: String, _ reason: UncountedRow.Reason
  ) {
    silent[line, default: []].append(WorkRegister.SilentRow(source: source, reason: reason))
  }

  /// Adds an appearance to the work with that mark, or a new one; returns the work's number on its shelf.
  @discardableResult
  private mutating func add(_ appearance: Work.Appearance, to shelf: Int, as mark: Mark) -> Int {
    let next = shelves[shelf].editions.count
    let work =
      switch mark {
      case .edition(let number): shelves[shelf].byEdition[number] ?? next
      case .position(let number): shelves[shelf].byPosition[number] ?? next
      case .none: next
      }
    if work == next {
      switch mark {
      case .edition(let number):
        shelves[shelf].byEdition[number] = next
        shelves[shelf].editions.append(number)
      case .position(let number):
        shelves[shelf].byPosition[number] = next
        shelves[shelf].editions.append(nil)
      case .none: shelves[shelf].editions.append(nil)
      }
    }
    found.append(Found(shelf: Int32(shelf), work: Int32(work), appearance: appearance))
    return work
  }

  // MARK: - Numbers

  private mutating func known(of series: Placement.Series) -> (shelf: Int?, outlet: Int) {
    let number = self.series.number(of: series)
    if number == ofSeries.count {
      let shelf = shelf(series.line, series.language)
      // Outlets that the plan no longer has are numbered in the order in which works of its lines come.
      ofSeries.append((shelf, shelf == nil ? -1 : self.number(of: series.outlet)))
    }
    return ofSeries[number]
  }

  /// The number of a shelf; `nil` when its line is none that is counted.
  private mutating func shelf(_ line: String, _ language: LanguageTag) -> Int? {
    // The first language of most lines is Vietnamese, and of most works the first.
    if language == .vietnamese, let known = vietnamese[line] { return known }
    guard let works = lines[line]?.languages else { return nil }
    let name = WorkRegister.LineLanguage(line: line, language: works.known(language))
    if let known = others[name] { return known }
    if language == .vietnamese, name.language == language { vietnamese[line] = shelves.count }
    others[name] = shelves.count
    shelves.append(LineWorks(name: name))
    return shelves.count - 1
  }

  private mutating func number(of tongue: LanguageTag) -> Int16 {
    if tongues[lastTongue] == tongue { return Int16(clamping: lastTongue) }
    if let number = tongues.firstIndex(of: tongue) {
      lastTongue = number
      return Int16(clamping: number)
    }
    tongues.append(tongue)
    lastTongue = tongues.count - 1
    return Int16(clamping: lastTongue)
  }

  private mutating func number(of outlet: String) -> Int {
    if let number = numberOfOutlet[outlet] { return number }
    numberOfOutlet[outlet] = outlets.count
    outlets.append(outlet)
    return outlets.count - 1
  }
}

extension AsRunEntry {
  /// Why a row that does not say that anything aired shows no work.
  fileprivate var silence: UncountedRow.Reason {
    switch status {
    case .preempted: .preempted
    case .offAir: .offAir
    case .sent: .sent
    case .unclear: .unclear
    // It aired, and another row shows the same work.
    case .aired: .duplicate
    }
  }
}
