import ScheduleModel

/// Works and versions, each once, with all their appearances; and what counts nowhere.
///
/// Works have numbers, appearances too: those of a shelf lie side by side in one array, and those of a work in
/// another. A large year has a million of each, and nothing is allocated for one of them.
struct WorkRegister {
  /// A line in a language; the first of its originals has the works themselves, whatever their language, and any other
  /// language their versions.
  struct LineLanguage: Hashable {
    let line: String
    let language: LanguageTag
  }

  /// The place of a row in a reconciled log.
  struct RowSource: Hashable {
    /// The list that has it.
    let list: List
    /// Its index there.
    let index: Int

    init(_ list: List, _ index: Int) { (self.list, self.index) = (list, index) }

    /// A list of a reconciled log.
    enum List: UInt8 {
      case outcome, unplanned, sent
      /// What went out instead of a placement.
      case substitute
      /// What made a placement good.
      case makeGood
      case relay
      /// What tells of one broadcast with another row.
      case joined
    }
  }

  /// A row of a line that shows no work of it, and why.
  struct SilentRow {
    let source: RowSource
    let reason: UncountedRow.Reason
  }

  /// The works by their numbers.
  let works: [Work]
  /// What became of each of them.
  let fates: [Work.Fate]
  /// The languages in which each line has works or versions, the originals first.
  let languages: [String: [LanguageTag]]
  /// Versions that were sent to another broadcaster, by line and language; each once.
  let sent: [LineLanguage: [AsRunEntry]]
  /// Entries that count nowhere, by their place.
  let uncounted: [AsRunEntry]
  /// Rows of a line that show no work of it, by its id: that do not say that it aired, or are too short to count.
  let silent: [String: [SilentRow]]
  /// The outlets by their numbers: those of the plan in its order, then others.
  let outlets: [String]
  /// The languages by their numbers.
  let tongues: [LanguageTag]

  /// The rows that surely tell of one broadcast with another one, by the place of that one.
  let joinedRows: [SourcePlace: [JoinedEntries]]

  private let reconciled: Reconciled
  private let appearances: [Work.Appearance]
  private let shelves: [LineLanguage: Range<Int>]

  /// The works of a schedule and of the log that was held against it.
  init(plan: Plan, reconciled: Reconciled) {
    var gathering = WorkGathering(plan: plan, reconciled: reconciled)
    gathering.gather()
    self.reconciled = reconciled
    joinedRows = Dictionary(grouping: reconciled.joined.filter(\.isSure), by: \.head.place)
    (sent, silent) = (gathering.sent, gathering.silent)
    (outlets, tongues) = (gathering.outlets, gathering.tongues)
    uncounted = gathering.uncounted.sorted { $0.place < $1.place }
    let (works, appearances, shelves) = gathering.arranged()
    (self.works, self.appearances, self.shelves) = (works, appearances, shelves)
    let outlets = gathering.outlets
    fates = works.map { work in
      let own = appearances[work.appearances]
      guard var fate = Self.fate(of: own, inParts: work.parts, reconciled) else {
        preconditionFailure("each was planned or went out, or it would not be here")
      }
      if let planned = fate.planned, let airing = fate.airing, airing.day < planned {
        fate.isBeyondLogs = !own.contains { appearance in
          guard let days = appearance.planned, days.lowerBound == planned else { return false }
          return reconciled.coverage.covers(days, on: outlets[appearance.outlet])
        }
      }
      return fate
    }
    languages = Dictionary(grouping: shelves.keys, by: \.line).mapValues { shelves in
      let main = plan.languages(ofLine: shelves[0].line).main
      return shelves.map(\.language).sorted { ($0 != main ? 1 : 0, $0) < ($1 != main ? 1 : 0, $1) }
    }
  }

  /// The numbers of the works of a line in a language.
  func works(of line: String, in language: LanguageTag) -> Range<Int> {
    shelves[LineLanguage(line: line, language: language)] ?? 0..<0
  }

  /// What became of the works of a line in a language.
  func fates(of line: String, in language: LanguageTag) -> ArraySlice<Work.Fate> {
    fates[works(of: line, in: language)]
  }

  /// The works of a line: its originals, in whatever language.
  func originals(of line: PlanLine) -> Range<Int> { works(of: line.id, in: line.languages.main) }

  /// What became of the works and versions of a line in a language, a bilingual work being in each of its own.
  func fates(of line: PlanLine, spokenIn language: LanguageTag) -> [Work.Fate] {
    guard line.languages.areAlternatives, line.languages.contains(language) else {
      return Array(fates(of: line.id, in: line.languages.known(language)))
    }
    return originals(of: line).compactMap { work in
      let appearances = appearances(of: work)
      // A work that was missed in one language and planned again in another is in that.
      let spoken = appearances.first { $0.airing != nil } ?? appearances.last
      return spoken.map { tongues[Int($0.tongue)] } == language ? fates[work] : nil
    }
  }

  /// The appearances of a work.
  func appearances(of work: Int) -> ArraySlice<Work.Appearance> { appearances[works[work].appearances] }

  /// Those of several works side by side.
  func appearances(of works: Range<Int>) -> ArraySlice<Work.Appearance> {
    guard let first = works.first, let last = works.last else { return [] }
    return appearances[self.works[first].appearances.lowerBound..<self.works[last].appearances.upperBound]
  }

  /// The rows of some days that do not count because of their length, in the order of the logs.
  func tooShort(in days: Range<CivilDay>) -> [ShortRow] {
    silent.flatMap { line, rows in
      rows.compactMap { row -> ShortRow? in
        switch row.reason {
        case .short, .length: break
        default: return nil
        }
        guard let entry = entry(row.source), days.contains(entry.broadcastDay) else { return nil }
        return ShortRow(line: line, entry: entry, reason: row.reason)
      }
    }.sorted { ($0.entry.place, $0.line) < ($1.entry.place, $1.line) }
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

  // MARK: - Rows

  /// The last day up to which the logs go on; `nil` without logs.
  var asOf: CivilDay? { reconciled.asOf }
  /// Of which days the logs of each outlet tell.
  var coverage: LogCoverage { reconciled.coverage }

  /// The row there; `nil` for a placement that no row shows.
  func entry(_ source: RowSource) -> AsRunEntry? { Self.entry(source, reconciled) }

  private static func entry(_ source: RowSource, _ reconciled: Reconciled) -> AsRunEntry? {
    let index = source.index
    return switch source.list {
    case .outcome: reconciled.outcomes[index].entry
    case .unplanned: reconciled.unplanned[index].entry
    case .sent: reconciled.sent[index].entry
    case .substitute: reconciled.outcomes[index].substitute?.entry
    case .makeGood: reconciled.outcomes[index].makeGood
    case .relay: reconciled.relays[index].entry
    case .joined: reconciled.joined[index].part
    }
  }

  /// The placement that the row there shows; `nil` for a row that shows none.
  func placement(_ source: RowSource) -> Placement? {
    source.list == .outcome ? reconciled.outcomes[source.index].placement : nil
  }

  /// The place of the row there.
  func place(_ source: RowSource) -> SourcePlace? { entry(source)?.place }

  // MARK: - Fates

  /// What became of a work, on one outlet or on all.
  ///
  /// That is what became of its first run. When this did not go out but the work did elsewhere, it aired if
  /// that was on the day planned, late if only its repeat did on that day, and moved if not: a work that went out is not
  /// missed.
  /// - Returns: `nil` when it neither was planned nor appeared on that outlet.
  func fate(of appearances: some Collection<Work.Appearance>, on outlet: Int? = nil) -> Work.Fate? {
    Self.fate(of: appearances, on: outlet, reconciled)
  }

  /// The first of some airings, by time, then by the row.
  func first(of airings: some Sequence<Work.Airing>) -> Work.Airing? {
    airings.reduce(nil) { first, other in first.map { Self.first(of: $0, other, reconciled) } ?? other }
  }

  /// What became of a work, on one outlet or on all.
  func fate(of work: Int, on outlet: Int) -> Work.Fate? {
    let own = appearances(of: work)
    guard works[work].parts > 1 else { return fate(of: own, on: outlet) }
    let there = own.filter { $0.outlet == outlet }
    return there.isEmpty ? nil : Self.fate(of: there, inParts: works[work].parts, reconciled)
  }

  private static func fate(
    of appearances: some Collection<Work.Appearance>, inParts count: Int, _ reconciled: Reconciled
  ) -> Work.Fate? {
    count > 1
      ? fate(of: WorkParts(of: count, appearances), reconciled) : fate(of: appearances, reconciled)
  }

  /// What became of a work in parts: it went out with the last of its parts, once all have.
  private static func fate(of parts: WorkParts, _ reconciled: Reconciled) -> Work.Fate? {
    let fates = parts.all.map { fate(of: $0, reconciled) }
    let planned = fates.compactMap { $0?.planned }.max()
    let airings = fates.compactMap { $0?.airing }
    let outcomes = Set(fates.compactMap { $0?.outcome })
    guard let last = airings.max(by: { $0.seconds < $1.seconds }), airings.count == fates.count else {
      let order: [Outcome] = [.missed, .substituted, .preempted, .unclear]
      let outcome = order.first(where: outcomes.contains) ?? (planned == nil ? .unplanned : .pending)
      let open = fates.filter { $0?.airing == nil }.map { fate in
        fate.flatMap { $0.next ?? ($0.outcome.isKnown ? nil : $0.planned) }
      }
      let next = !outcome.isKnown || open.contains(nil) ? nil : open.compactMap(\.self).max()
      return Work.Fate(planned: planned, outcome: outcome, airing: nil, next: next)
    }
    let order: [Outcome] = [.moved, .late, .partial, .aired]
    return Work.Fate(
      planned: planned,
      outcome: planned == nil ? .unplanned : order.first(where: outcomes.contains) ?? .aired,
      airing: last)
  }

  private static func fate(
    of appearances: some Collection<Work.Appearance>, on outlet: Int? = nil, _ reconciled: Reconciled
  ) -> Work.Fate? {
    var main: Work.Appearance?
    var airing: Work.Airing?
    var isRepeat = false
    for appearance in appearances where outlet.map({ appearance.outlet == $0 }) ?? true {
      if appearance.planned != nil, main.map({ !$0.isFirstRun && appearance.isFirstRun }) ?? true {
        main = appearance
      }
      guard let other = appearance.airing else { continue }
      let earliest = airing.map { first(of: $0, other, reconciled) } ?? other
      if earliest.source == other.source { isRepeat = appearance.run == .repeat }
      airing = earliest
    }
    guard let main, let days = main.planned else {
      return airing.map { Work.Fate(planned: nil, outcome: .unplanned, airing: $0) }
    }
    guard main.airing == nil, let airing else {
      return Work.Fate(planned: days.lowerBound, outcome: main.outcome, airing: main.airing, next: main.next)
    }
    let outcome: Outcome = days.contains(airing.day) ? (isRepeat ? .late : .aired) : .moved
    return Work.Fate(planned: days.lowerBound, outcome: outcome, airing: airing)
  }

  private static func first(
    of airing: Work.Airing, _ other: Work.Airing, _ reconciled: Reconciled
  ) -> Work.Airing {
    guard airing.seconds == other.seconds else { return airing.seconds < other.seconds ? airing : other }
    guard let place = entry(airing.source, reconciled)?.place,
      let otherPlace = entry(other.source, reconciled)?.place
    else { return airing }
    return otherPlace < place ? other : airing
  }
}
