public import ScheduleModel

/// Turns the single events of somebody else's calendar into pins: days on which a work of a line must be.
///
/// An event belongs to a line when this program published it for that line, when its title is the line's title
/// or id, or when its title begins with the line's title.
public struct PinAdoption {
  /// The lines that get pins, in the order of the plan, each with all that it has then.
  public private(set) var lines: [(line: PlanLine, pins: [Placing.Pin])] = []
  /// What belongs to no line, or to several, and days on which nothing is open.
  public private(set) var findings: [Finding] = []

  private let terms: CalendarReading.Terms
  private let plan: Plan
  private let candidates: [(line: PlanLine, title: String)]
  private var slots: [String: [Slot]] = [:]
  private var pins: [String: [Placing.Pin]] = [:]

  /// - Parameter outlet: The id of the outlet that the calendar is of; `nil` for any.
  public init(_ reading: CalendarReading, _ terms: CalendarReading.Terms, outlet: String?, plan: Plan) {
    self.terms = terms
    self.plan = plan
    candidates = plan.lines.compactMap { line in
      guard line.placing != nil, let home = line.outlets.ids.first, outlet == nil || outlet == home else {
        return nil
      }
      return (line, PlainWord.folded(line.title))
    }
    for outlet in plan.outlets {
      slots[outlet.id] = outlet.grid.flatMap { GridLineOpenings(of: $0, on: outlet, in: plan).slots }
    }
    let others = reading.events.filter { $0.recurs || $0.kind == .unnamed }
    if let first = others.first {
      findings.append(.recurringIsNoPin(others.count, at: SourcePlace(file: terms.file, line: first.line)))
    }
    let singles = reading.events.filter { !$0.recurs && $0.kind != .unnamed }
    let following = singles.filter { isFollowing($0.uid) }
    if let first = following.first {
      findings.append(
        .publishedIsNoPin(following.count, at: SourcePlace(file: terms.file, line: first.line)))
    }
    for event in singles where !isFollowing(event.uid) { take(event) }
    lines = plan.lines.compactMap { line in
      guard let new = pins[line.id], let placing = line.placing else { return nil }
      return (line, placing.pins + new)
    }
  }

  private mutating func take(_ event: ReadEvent) {
    let place = SourcePlace(file: terms.file, line: event.line)
    let found = event.uid.flatMap(published) ?? named(event.title)
    guard let line = found.first, found.count == 1 else {
      let all = candidates.map(\.line)
      findings.append(
        found.isEmpty
          ? .noSuchLine(event.title, nearest: nearest(event.title), of: all, at: place)
          : .severalLines(event.title, found, at: place))
      return
    }
    for span in event.spans { pin(line, span, isDay: event.kind(of: span).isWholeDays, place) }
  }

  /// The line for which this program published an event, as a first run of an original.
  private func published(_ uid: String) -> [PlanLine]? {
    guard let parts = ownParts(of: uid), parts.count == 4, isOriginal(parts) else { return nil }
    let lines = candidates.map(\.line).filter { $0.id == parts[1] }
    return lines.isEmpty ? nil : lines
  }

  /// Whether the parts of a UID of this plan name an original of its line.
  private func isOriginal(_ parts: [Substring]) -> Bool {
    LanguageTag(parts[3]).map(plan.languages(ofLine: String(parts[1])).contains) ?? false
  }

  /// Whether this program published an event that gets no pin: a language version, a rerun or a cross-post, which follow
  /// the first run of the original, or a work of a line that is not scheduled here.
  private func isFollowing(_ uid: String?) -> Bool {
    guard let uid, let parts = ownParts(of: uid) else { return false }
    return parts.count > 4 || !isOriginal(parts) || published(uid) == nil
  }

  /// The parts of a UID of this plan, `lai-chau-2018.chuyen-muc.7.hmn@lichsong`; `nil` for any other.
  private func ownParts(of uid: String) -> [Substring]? {
    let parts = uid.prefix { $0 != "@" }.split(separator: ".")
    let isOwn = parts.count > 3 && parts[0] == plan.id && plan.lines.contains { $0.id == parts[1] }
    return isOwn && Int(parts[2]) != nil ? parts : nil
  }

  /// The lines of that title; of those with which it begins the longest.
  private func named(_ title: String) -> [PlanLine] {
    let title = PlainWord.folded(title)
    let equal = candidates.filter { $0.title == title || $0.line.id == title }
    if !equal.isEmpty { return equal.map(\.line) }
    let begun = candidates.filter { candidate in
      title.hasPrefix(candidate.title)
        && title.dropFirst(candidate.title.count).first.map { !$0.isLetter && !$0.isNumber } ?? false
    }
    let longest = begun.map(\.title.count).max()
    return begun.filter { $0.title.count == longest }.map(\.line)
  }

  private func nearest(_ title: String) -> PlanLine? {
    let closest = EditDistance.closest(to: PlainWord.folded(title), among: candidates.map(\.title))
    return candidates.first { $0.title == closest }?.line
  }

  private mutating func pin(_ line: PlanLine, _ span: ReadEvent.Span, isDay: Bool, _ place: SourcePlace) {
    let day = span.from.day
    guard terms.days.contains(day), let placing = line.placing, let home = line.outlets.ids.first else {
      return
    }
    let open = (slots[home] ?? []).filter { slot in
      slot.timing.day == day && slot.carries(line.languages)
        && (placing.grid.isEmpty || placing.grid.contains(slot.grid))
    }
    let meant = open.filter { slot in
      guard !isDay, case .timed(let start, let minutes) = slot.timing else { return true }
      return start.seconds < span.start + max(span.seconds, 60)
        && span.start < start.seconds + max(minutes, 1) * 60
    }
    guard let slot = meant.first else {
      return findings.append(.nothingOpen(line, span, open, at: place))
    }
    let grid = meant.count == 1 ? slot.grid : nil
    let known = placing.pins + (pins[line.id] ?? [])
    guard !known.contains(where: { $0.day == day && ($0.grid == grid || $0.grid == nil) }) else { return }
    pins[line.id, default: []].append(Placing.Pin(day: day, grid: grid, place: place))
  }
}
