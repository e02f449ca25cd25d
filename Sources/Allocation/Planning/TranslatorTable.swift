import ScheduleModel

/// The translators of a plan for the engine, which knows one translator for each series, and one unit of work
/// for each of its units.
///
/// A programme of several languages takes its translators' time once for each language. It gets a translator
/// of its own that has their share of the week, by what each series asks of them; that never promises more
/// than there is, and is exact where no other line asks.
struct TranslatorTable {
  private(set) var translators: [Problem.Translator] = []
  private(set) var ofSeries: [Int: Int] = [:]

  /// - Parameter works: For each series of versions, its number, its follow-up and how many works it has.
  init(of plan: Plan, _ works: [(series: Int, followUp: FollowUp, count: Int)], days: YearDays) {
    var uses: [String: [Use]] = [:]
    for (series, followUp, count) in works {
      for (id, number) in followUp.translators {
        uses[id, default: []].append(Use(series: series, load: number, asked: number * count))
      }
    }
    var ownLimits: [Int: [[Int]]] = [:]
    for translator in plan.translators {
      guard let uses = uses[translator.id] else { continue }
      let week = days.weeks.map(translator.capacity)
      let alone = uses.filter { use in
        use.load == 1 && works.contains { $0.series == use.series && $0.followUp.translators.count == 1 }
      }
      var rest = week
      for use in uses where !alone.contains(where: { $0.series == use.series }) {
        let all = max(1, uses.reduce(0) { $0 + $1.asked })
        let shares = week.map { $0 * use.asked / all / use.load }
        ownLimits[use.series, default: []].append(shares)
        rest = zip(rest, shares).map { $0 - $1 * use.load }
      }
      for use in alone { ofSeries[use.series] = translators.count }
      if !alone.isEmpty { translators.append(Problem.Translator(perWeek: rest)) }
    }
    for (series, limits) in ownLimits.sorted(by: { $0.key < $1.key }) {
      ofSeries[series] = translators.count
      let least = limits.dropFirst().reduce(limits[0]) { zip($0, $1).map { min($0, $1) } }
      translators.append(Problem.Translator(perWeek: least))
    }
  }

  private struct Use {
    let series: Int
    /// Languages of one programme.
    let load: Int
    /// Versions in the year.
    let asked: Int
  }
}

extension FollowUp {
  /// Who translates it, and how many of its languages; by id.
  fileprivate var translators: [(id: String, languages: Int)] {
    guard case .version(let languages) = kind, let versions = line.versions else { return [] }
    let ids = languages.compactMap { versions.translators[$0] }
    return ids.unique.sorted().map { id in (id, ids.count { $0 == id }) }
  }
}
