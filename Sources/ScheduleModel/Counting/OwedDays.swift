/// The days on which some lines owe anything: those on which the plan, the line, an outlet of it and the units behind
/// both exist.
public struct OwedDays: Hashable, Sendable {
  private let days: Range<CivilDay>
  /// For each of the days, and after the last, how many of those before it are owed.
  private let before: [Int]

  /// The owed days of lines.
  ///
  /// - Parameters:
  ///   - lines: The lines; a day counts on which one of them can be fulfilled.
  ///   - outlets: The ids of the only outlets that count; empty for those of the lines.
  /// - Complexity: O(d + n) in the plan's days and the lines' outlets.
  public init(of lines: [PlanLine], on outlets: [String], in plan: Plan) {
    days = plan.days
    var changes = Array(repeating: 0, count: days.count + 1)
    for stretch in lines.flatMap({ plan.owedStretches(of: $0, on: outlets) }) where !stretch.isEmpty {
      changes[days.lowerBound.distance(to: stretch.lowerBound)] += 1
      changes[days.lowerBound.distance(to: stretch.upperBound)] -= 1
    }
    var (open, count) = (0, 0)
    before = changes.map { change in
      open += change
      defer { count += open > 0 ? 1 : 0 }
      return count
    }
  }

  /// How many of some days, half-open, are owed.
  public func count(in some: Range<CivilDay>) -> Int {
    let inside = some.clamped(to: days)
    return before[days.lowerBound.distance(to: inside.upperBound)]
      - before[days.lowerBound.distance(to: inside.lowerBound)]
  }

  /// Whether a day is owed.
  public func contains(_ day: CivilDay) -> Bool { count(in: day..<day.advanced(by: 1)) > 0 }

  /// From the first to the last owed day of some, half-open; `nil` when none of them is.
  public func span(of some: Range<CivilDay>) -> Range<CivilDay>? {
    let inside = some.clamped(to: days)
    guard let last = last(in: some),
      let first = inside.first(where: contains)
    else { return nil }
    return first..<last.advanced(by: 1)
  }

  /// The last owed day of some, half-open; `nil` when none of them is.
  public func last(in some: Range<CivilDay>) -> CivilDay? {
    let inside = some.clamped(to: days)
    return inside.last(where: contains)
  }
}

extension Plan {
  /// From the first to the last day on which works of a line may have their first run: while the line runs, and an outlet on
  /// which they are counted exists.
  ///
  /// - Parameter some: Among these days, half-open.
  /// - Returns: `nil` when there is no such day.
  public func runningDays(of line: PlanLine, in some: Range<CivilDay>) -> Range<CivilDay>? {
    let isTogether = if case .together = line.outlets { true } else { false }
    let outlets = isTogether ? line.outlets.ids : Array(line.outlets.ids.prefix(1))
    return OwedDays(of: [line], on: outlets, in: self).span(of: some)
  }

  /// The stretches of the plan's days on which a line can be fulfilled, one for each outlet; they may overlap.
  fileprivate func owedStretches(of line: PlanLine, on only: [String]) -> [Range<CivilDay>] {
    let producer = days(ofUnit: line.responsibility.producer)
    let window = (line.placing?.window ?? days).clamped(to: producer)
    let further = [line.versions?.outlet] + line.repeats.map(\.outlet)
    let ids = only.isEmpty ? line.outlets.ids + further.compactMap(\.self) : only
    return ids.isEmpty ? [window] : ids.map { window.clamped(to: days(ofOutlet: $0)) }
  }

  /// The plan's days on which an outlet and its owner exist; all of them for an outlet that the plan does not have.
  private func days(ofOutlet id: String) -> Range<CivilDay> {
    outlet(id).map { days.clamped(to: $0.validity).clamped(to: days(ofUnit: $0.owner)) } ?? days
  }

  /// The plan's days on which a unit exists, or what follows it without a gap; all of them for no unit.
  private func days(ofUnit id: String?) -> Range<CivilDay> {
    days.clamped(to: units.existence(of: id))
  }
}

extension Range<CivilDay> {
  /// The days of a validity among these; empty when there are none.
  fileprivate func clamped(to validity: Validity) -> Range {
    let first = Swift.max(lowerBound, validity.from ?? lowerBound)
    let end = Swift.min(upperBound, validity.through?.advanced(by: 1) ?? upperBound)
    return first < end ? first..<end : lowerBound..<lowerBound
  }
}
