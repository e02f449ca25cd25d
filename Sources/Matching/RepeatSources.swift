import ScheduleModel

/// What was due or aired of each line, so that a row that says that it is a repeat can be one of something.
struct RepeatSources {
  /// A line in a language, as its works are counted.
  private struct LineLanguage: Hashable {
    let line: String
    let language: LanguageTag
  }

  private struct Work: Hashable {
    let of: LineLanguage
    let edition: Int
  }

  private struct Moment {
    let day: CivilDay
    /// `nil` without an hour.
    let seconds: Int?

    /// Whether something later, or of no stated hour on the same day, may repeat it.
    func mayComeBefore(_ other: Moment) -> Bool {
      guard day == other.day, let seconds, let later = other.seconds else { return day <= other.day }
      return seconds <= later
    }

    func isEarlier(than other: Moment) -> Bool {
      (day, seconds ?? .min) < (other.day, other.seconds ?? .min)
    }
  }

  /// The languages of the lines that have several.
  private let tongues: [String: WorkLanguages]
  /// When a line first aired.
  private var lines: [LineLanguage: Moment] = [:]
  /// When a work was first due, or aired.
  private var works: [Work: Moment] = [:]

  /// - Complexity: Nothing where no free row says that it is a repeat; else O(n) in placements and entries.
  init(_ matching: MatchState) {
    let entries = matching.entries
    tongues = Dictionary(
      matching.plan.lines.filter { $0.languages.all.count > 1 }.map { ($0.id, $0.languages) },
      uniquingKeysWith: { first, _ in first })
    guard
      entries.indices.contains(where: {
        matching.origins[$0].repetition == .stated
          && matching.placementOfEntry[$0].map { matching.signs[$0] == nil } ?? true
      })
    else { return }
    for (index, placement) in matching.placements.enumerated() {
      let shelf = self.shelf(placement.line, placement.language)
      note(
        Moment(day: matching.days[index].lowerBound, seconds: nil), of: shelf, placement.edition,
        isAired: false)
    }
    for index in entries.indices where entries[index].status == .aired && !matching.absorbed.contains(index) {
      let shown = matching.placementOfEntry[index].flatMap { matching.signs[$0] == nil ? nil : $0 }
      let placement = (shown ?? matching.makesGood[index]).map { matching.placements[$0] }
      let origin = matching.origins[index]
      guard placement != nil || origin.repetition != .stated,
        let line = placement?.line ?? origin.onlyLine
      else { continue }
      note(
        Self.moment(of: entries[index]), of: shelf(line, entries[index].language),
        placement?.edition ?? origin.edition, isAired: true)
    }
  }

  /// What a row that shows no placement says of a repeat, and whether it can be one.
  func repetition(of index: Int, in matching: MatchState) -> Repetition {
    let origin = matching.origins[index]
    guard origin.repetition == .stated, let line = origin.onlyLine else { return origin.repetition }
    let shelf = self.shelf(line, matching.entries[index].language)
    let source = origin.edition.map { works[Work(of: shelf, edition: $0)] } ?? lines[shelf]
    return source.map { $0.mayComeBefore(Self.moment(of: matching.entries[index])) } ?? false
      ? .stated : .unfounded
  }

  private mutating func note(_ moment: Moment, of shelf: LineLanguage, _ edition: Int?, isAired: Bool) {
    func earlier(_ known: Moment?) -> Moment {
      known.map { moment.isEarlier(than: $0) ? moment : $0 } ?? moment
    }
    if isAired { lines[shelf] = earlier(lines[shelf]) }
    if let edition {
      let work = Work(of: shelf, edition: edition)
      works[work] = earlier(works[work])
    }
  }

  private func shelf(_ line: String, _ language: LanguageTag) -> LineLanguage {
    LineLanguage(line: line, language: tongues[line]?.known(language) ?? language)
  }

  private static func moment(of entry: AsRunEntry) -> Moment {
    Moment(day: entry.broadcastDay, seconds: entry.time.map { _ in entry.seconds })
  }
}
