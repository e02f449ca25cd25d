import ScheduleModel

/// Of the rows in force of one unit and line, those that are added for a period.
///
/// The rows for the period itself are; without one, the rows for shorter periods that have the most of its days, none of
/// them twice. Where these leave out a part of the days on which the unit existed, the figure is one of a part.
struct DeclaredPieces {
  /// The rows whose figures are of the whole period, alone or together.
  private(set) var whole: Set<Int> = []
  /// The rows whose figures are of a part of it.
  private(set) var parts: Set<Int> = []
  /// The rows that say that there are no data, of days of which no figure tells.
  private(set) var withoutData: Set<Int> = []
  /// What is known and what is not; `nil` where the unit said something of the whole period, or nothing at all.
  private(set) var report: PartialReport?

  /// - Parameters:
  ///   - rows: The rows in force.
  ///   - contradicted: Rows of the same unit and line that contradict each other, which are added to nothing.
  init(
    _ rows: [Int], contradicted: [Int], _ declared: [DeclaredFigure], in period: ReportingPeriod,
    of unit: AdminUnit?
  ) {
    let from = max(period.days.lowerBound, unit?.validity.from ?? period.days.lowerBound)
    let end = min(
      period.days.upperBound, unit?.validity.through?.advanced(by: 1) ?? period.days.upperBound)
    let inside = rows.filter { row in
      let days = declared[row].period.days
      return period.days.lowerBound <= days.lowerBound && days.upperBound <= period.days.upperBound
    }
    let own = inside.filter { declared[$0].period.days == period.days }
    let ownFigures = own.filter { declared[$0].quantity != nil }
    whole = Set(ownFigures)
    guard from < end else {
      withoutData = Set(own).subtracting(whole)
      return
    }
    let span = from..<end
    func days(_ row: Int) -> Range<CivilDay> { declared[row].period.days.clamped(to: span) }
    // What the figure for the period itself counts is not taken from others.
    let pieces = inside.filter { row in
      declared[row].quantity != nil && !own.contains(row) && !days(row).isEmpty
        && !ownFigures.contains { Quantity.overlap(declared[$0].quantity, declared[row].quantity) }
    }
    var gaps: [Range<CivilDay>] = ownFigures.isEmpty && pieces.isEmpty ? [span] : []
    for same in Self.kinds(of: pieces, declared) {
      let stretches = Set(same.map { declared[$0].period.days }).map { $0.clamped(to: span) }
      let best = Self.best(stretches)
      let open = Self.gaps(in: span, without: best)
      // Of two periods that are the same days of the unit's life, the one that says it more closely.
      let taken = best.compactMap { stretch in
        same.filter { days($0) == stretch }.map { declared[$0].period.days }.min { left, right in
          (left.upperBound, right.lowerBound) < (right.upperBound, left.lowerBound)
        }
      }
      let chosen = same.filter { taken.contains(declared[$0].period.days) }
      if open.isEmpty { whole.formUnion(chosen) } else { parts.formUnion(chosen) }
      gaps += open
    }
    withoutData = Set(
      inside.filter { row in
        declared[row].quantity == nil && (own.contains(row) || gaps.contains { $0.overlaps(days(row)) })
      })
    gaps = Self.gaps(in: span, without: Self.gaps(in: span, without: gaps))
    let silent = gaps.flatMap { Self.gaps(in: $0, without: withoutData.map(days)) }
    // Without any figure, that there are no data for the whole period is no report on a part.
    guard !gaps.isEmpty, !(whole.isEmpty && parts.isEmpty && silent.isEmpty),
      !(whole.isEmpty && parts.isEmpty && withoutData.isEmpty)
    else { return }
    func periods(_ rows: some Sequence<Int>) -> [ReportingPeriod] {
      Set(rows.map { declared[$0].period }).sorted {
        ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound)
      }
    }
    let disputed = contradicted.filter { row in silent.contains { $0.overlaps(days(row)) } }
    report = PartialReport(
      unit: unit?.id ?? rows.first.map { declared[$0].unit } ?? "", reported: periods(whole.union(parts)),
      withoutData: periods(withoutData), contradicted: periods(disputed),
      missing: silent.flatMap { Self.gaps(in: $0, without: disputed.map(days)) })
  }

  /// The rows by what they count: “tin” and “bài” are one kind once a row counts “tin, bài”.
  private static func kinds(of rows: [Int], _ declared: [DeclaredFigure]) -> [[Int]] {
    var kinds: [[Int]] = []
    for row in rows {
      let isLike = { (kind: [Int]) in
        kind.contains { Quantity.overlap(declared[$0].quantity, declared[row].quantity) }
      }
      let like = kinds.filter(isLike).flatMap(\.self)
      kinds.removeAll(where: isLike)
      kinds.append(like + [row])
    }
    return kinds
  }

  /// The stretches without a day in common that have the most days; of such the fewest.
  private static func best(_ stretches: [Range<CivilDay>]) -> [Range<CivilDay>] {
    func isBetter(_ one: [Range<CivilDay>], _ other: [Range<CivilDay>]) -> Bool {
      func days(_ all: [Range<CivilDay>]) -> Int {
        all.reduce(0) { $0 + $1.lowerBound.distance(to: $1.upperBound) }
      }
      return (days(one), other.count) > (days(other), one.count)
    }
    var best: [(end: CivilDay, taken: [Range<CivilDay>])] = []
    let sorted = Set(stretches).sorted {
      ($0.upperBound, $0.lowerBound) < ($1.upperBound, $1.lowerBound)
    }
    for stretch in sorted {
      let before = best.last { $0.end <= stretch.lowerBound }?.taken ?? []
      let left = best.last?.taken ?? []
      best.append((stretch.upperBound, isBetter(before + [stretch], left) ? before + [stretch] : left))
    }
    return best.last?.taken ?? []
  }

  /// The days of a stretch that lie in none of some others, in order.
  static func gaps(in span: Range<CivilDay>, without taken: [Range<CivilDay>]) -> [Range<CivilDay>] {
    var gaps: [Range<CivilDay>] = []
    var next = span.lowerBound
    for days in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) where days.overlaps(span) {
      if next < days.lowerBound { gaps.append(next..<days.lowerBound) }
      next = max(next, days.upperBound)
    }
    if next < span.upperBound { gaps.append(next..<span.upperBound) }
    return gaps
  }
}
