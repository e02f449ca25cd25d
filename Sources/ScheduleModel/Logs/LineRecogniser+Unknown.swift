extension LineRecogniser {
  /// A title that no line bears, as rows have it.
  public struct UnknownTitle: Hashable, Sendable {
    /// The title as the first row writes it.
    public let title: String
    /// How many rows bear it, on whatever outlet.
    public let rows: Int
    /// The ids of the lines that may be meant, at most three: those in whose openings it was aired, then those whose titles
    /// come nearest; empty when there are none.
    public let nearest: [String]
    /// Those of them in whose openings it was aired.
    public let inOpenings: [String]
    /// Whether the nearest line has this very title, and not on the outlet, or in the language, of the rows.
    public let isOwnTitle: Bool
  }

  /// The titles that were asked for and that no line bears, nor nearly bears; those near a line first, then those of the
  /// most rows.
  ///
  /// - Parameter openings: In the openings of which lines the rows went out.
  /// - Complexity: A comparison of each of the 500 titles of the most rows with each line's.
  package mutating func unknownTitles(of plan: Plan, airedIn openings: TitlesByOpening) -> [UnknownTitle] {
    var rows: [FoldedText: (title: String, rows: Int)] = [:]
    for (title, count) in unnamed() { rows[FoldedText(title), default: (title, 0)].rows += count }
    let names = plan.lines.map { line in
      (line.id, ([line.title] + line.aliases).flatMap(NameIndex.spellings))
    }
    let aired = openings.linesByTitle()
    let titles = rows.values.sorted { ($1.rows, $0.title) < ($0.rows, $1.title) }.prefix(500).map {
      title, rows in
      let inOpenings = Array((aired[FoldedText(title)] ?? []).prefix(3))
      let alike = Self.nearest(to: title, among: names)
      let nearest = Array((inOpenings + alike.filter { !inOpenings.contains($0) }).prefix(3))
      let isOwn = nearest.first.flatMap { id in plan.lines.first { $0.id == id } }.map { line in
        ([line.title] + line.aliases).contains { FoldedText($0) == FoldedText(title) }
      }
      return UnknownTitle(
        title: title, rows: rows, nearest: nearest, inOpenings: inOpenings, isOwnTitle: isOwn ?? false)
    }
    return titles.filter { !$0.nearest.isEmpty } + titles.filter(\.nearest.isEmpty)
  }

  private static func nearest(to title: String, among names: [(id: String, names: [FoldedText])]) -> [String]
  {
    let own = NameIndex.spellings(of: title)
    var found: [(percent: Int, id: String)] = []
    for (id, names) in names {
      let percent = names.reduce(0) { best, name in
        own.reduce(best) { max($0, Self.percent($1, name)) }
      }
      if percent >= leastAlike { found.append((percent, id)) }
    }
    return found.sorted { ($1.percent, $0.id) < ($0.percent, $1.id) }.prefix(3).map(\.id)
  }

  /// How near a title comes to a name: 100 when it has the name in it, and worth telling when the name has the title in it or
  /// both begin alike, by three words at least and most of the shorter one.
  private static func percent(_ title: FoldedText, _ name: FoldedText) -> Int {
    guard !name.isEmpty else { return 0 }
    if title.contains(name) { return 100 }
    let (own, others) = (title.text.split(separator: " "), name.text.split(separator: " "))
    let common = zip(own, others).prefix { $0 == $1 }.count
    let isPart = own.count >= leastWords && name.contains(title)
    let beginsAlike = common >= leastWords && common * 3 >= min(own.count, others.count) * 2
    return max(title.percentAlike(name), isPart || beginsAlike ? leastAlike : 0)
  }

  /// So many words in common are no chance.
  private static let leastWords = 3

  /// Titles that are less alike, in per cent, are no guess worth telling.
  private static let leastAlike = 60
}
