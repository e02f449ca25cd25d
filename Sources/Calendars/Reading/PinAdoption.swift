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
  private let outlet: String?
  private let candidates: [(line: PlanLine, titles: [String])]
  private var slots: [String: [Slot]] = [:]
  private var pins: [String: [Placing.Pin]] = [:]

  /// - Parameter outlet: The id of the outlet that the calendar is of; `nil` for any.
  public init(_ reading: CalendarReading, _ terms: CalendarReading.Terms, outlet: String?, plan: Plan) {
    self.terms = terms
    self.plan = plan
    self.outlet = outlet
    candidates = plan.lines.compactMap { line in
      guard line.placing != nil, !line.outlets.ids.isEmpty,
        outlet.map(Self.homes(of: line).contains) ?? true
      else { return nil }
      return (line, Self.titles(of: line))
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
    for event in singles where !isFollowing(event.uid) {
      for (doubt, days) in event.doubts {
        findings.append(
          .notCertain(doubt, days: days, at: SourcePlace(file: terms.file, line: event.line)))
      }
      let certain = event.withoutDoubts
      if !certain.spans.isEmpty { take(certain) }
    }
    lines = plan.lines.compactMap { line in
      guard let new = pins[line.id], let placing = line.placing else { return nil }
      return (line, placing.pins + new)
    }
  }

  /// The outlets on which first runs of a line may be: the main one, or all that share its figure.
  private static func homes(of line: PlanLine) -> [String] {
    switch line.outlets {
    case .each(let ids): Array(ids.prefix(1))
    case .together(let ids): ids
    }
  }

  /// What a line is called, compared as in logs: without marks, quotation marks and case.
  private static func titles(of line: PlanLine) -> [String] {
    ([line.title, line.id] + line.aliases).map { FoldedText($0).text }.filter { !$0.isEmpty }
  }

  private mutating func take(_ event: ReadEvent) {
    let place = SourcePlace(file: terms.file, line: event.line)
    let found = event.uid.flatMap(published) ?? named(event.title)
    guard let line = found.first, found.count == 1 else {
      let all = candidates.map(\.line)
      let title = FoldedText(event.title).text
      if found.isEmpty, let other = plan.lines.first(where: { Self.titles(of: $0).contains(title) }) {
        findings.append(
          .lineElsewhere(event.title, other, homes: Self.homes(of: other), on: outlet, at: place))
        return
      }
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
    let title = FoldedText(title).text
    let equal = candidates.filter { $0.titles.contains(title) }
    if !equal.isEmpty { return equal.map(\.line) }
    let begun = candidates.compactMap { candidate in
      candidate.titles.filter { title.hasPrefix($0 + " ") }.map(\.count).max().map { (candidate.line, $0) }
    }
    let longest = begun.map(\.1).max()
    return begun.filter { $0.1 == longest }.map(\.0)
  }

  private func nearest(_ title: String) -> PlanLine? {
    let closest = EditDistance.closest(to: FoldedText(title).text, among: candidates.flatMap(\.titles))
    return closest.flatMap { closest in candidates.first { $0.titles.contains(closest) }?.line }
  }

  private mutating func pin(_ line: PlanLine, _ span: ReadEvent.Span, isDay: Bool, _ place: SourcePlace) {
    let day = span.from.day
    guard terms.days.contains(day), let placing = line.placing else { return }
    let homes = outlet.map { [$0] } ?? Self.homes(of: line)
    let open = homes.flatMap { slots[$0] ?? [] }.filter { slot in
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
    // Pins are broadcast days: 00:30 on a Saturday may be late on Friday.
    let broadcast = slot.firstDay
    guard !known.contains(where: { $0.day == broadcast && ($0.grid == grid || $0.grid == nil) }) else {
      return
    }
    pins[line.id, default: []].append(Placing.Pin(day: broadcast, grid: grid, place: place))
  }
}
