extension LineRecogniser {
  /// A title that no line bears, as rows have it.
  public struct UnknownTitle: Hashable, Sendable {
    /// The title as the first row writes it.
    public let title: String
    /// How many rows bear it, on whatever outlet.
    public let rows: Int
    /// The ids of the lines whose titles come nearest, the nearest first, at most three; empty when none comes near.
    public let nearest: [String]
    /// Whether the nearest line has this very title, and not on the outlet, or in the language, of the rows.
    public let isOwnTitle: Bool
  }

  /// The titles that were asked for and that no line bears, nor nearly bears; those near a line first, then those of the
  /// most rows.
  ///
  /// - Complexity: A comparison of each of the 500 titles of the most rows with each line's.
  public mutating func unknownTitles(of plan: Plan) -> [UnknownTitle] {
    var rows: [FoldedText: (title: String, rows: Int)] = [:]
    for (title, count) in unnamed() { rows[FoldedText(title), default: (title, 0)].rows += count }
    let names = plan.lines.map { line in
      (line.id, ([line.title] + line.aliases).flatMap(NameIndex.spellings))
    }
    let titles = rows.values.sorted { ($1.rows, $0.title) < ($0.rows, $1.title) }.prefix(500).map {
      title, rows in
      let nearest = Self.nearest(to: title, among: names)
      let isOwn = nearest.first.flatMap { id in plan.lines.first { $0.id == id } }.map { line in
        ([line.title] + line.aliases).contains { FoldedText($0) == FoldedText(title) }
      }
      return UnknownTitle(title: title, rows: rows, nearest: nearest, isOwnTitle: isOwn ?? false)
    }
    return titles.filter { !$0.nearest.isEmpty } + titles.filter(\.nearest.isEmpty)
  }

  private static func nearest(to title: String, among names: [(id: String, names: [FoldedText])]) -> [String]
  {
    let own = NameIndex.spellings(of: title)
    var found: [(percent: Int, id: String)] = []
    for (id, names) in names {
      let percent = names.reduce(0) { best, name in
        own.reduce(best) { max($0, !name.isEmpty && $1.contains(name) ? 100 : $1.percentAlike(name)) }
      }
      if percent >= leastAlike { found.append((percent, id)) }
    }
    return found.sorted { ($1.percent, $0.id) < ($0.percent, $1.id) }.prefix(3).map(\.id)
  }

  /// Titles that are less alike, in per cent, are no guess worth telling.
  private static let leastAlike = 60
}
