import ScheduleModel

extension Publisher {
  /// What the folder is to hold: first the calendars of the schedule, then what remains of others.
  func publication() -> Publication {
    var folder = Folder()
    let names = FeedNames(feeds)
    for calendar in others {
      folder.taken.insert(calendar.file.name)
      let isWanted = names.feed(of: calendar.file.name) != nil
      folder.findings.append(isWanted ? .notOurs(calendar) : .leftAlone(calendar))
    }
    var parts = Array(repeating: Set<YearPart>(), count: feeds.count)
    for calendar in earlier {
      if let (feed, period) = names.feed(of: calendar.file.name), let period {
        parts[feed].insert(period.length)
      }
    }
    let before = Dictionary(earlier.map { ($0.file.name, $0) }) { first, _ in first }
    for (number, feed) in feeds.enumerated() {
      if let part = feed.part { parts[number].insert(part) }
    }
    for feed in feeds.indices { publish(feed, before, parts[feed], into: &folder) }
    keepRemains(names, in: &folder)
    for calendar in earlier {
      var damaged = calendar
      for line in folder.lost[calendar.file.name, default: []] { damaged.damage(at: line) }
      if let damage = damaged.damage {
        folder.findings.append(.damaged(calendar, first: damage.first, count: damage.count))
      }
    }
    if folder.isChanged, let last = history.lastStamp, terms.revised <= last {
      folder.findings.append(.notLater(terms.revised, than: last))
    }
    return Publication(
      calendars: folder.calendars.sorted { $0.name < $1.name }, removed: folder.removed.sorted(),
      findings: folder.findings,
      largeFeeds: folder.findings.filter { $0.code == .calendarTooLarge })
  }

  /// The folder as it fills.
  private struct Folder {
    var calendars: [CalendarFile] = []
    var removed: [String] = []
    var findings: [Finding] = []
    /// The names of files that are there already, or are not to be touched.
    var taken: Set<String> = []
    /// The lines of what is too damaged to be kept, by file.
    var lost: [String: [Int]] = [:]
    /// Whether an event or task is another than before.
    var isChanged = false
  }

  /// Plans a feed, and its parts when it is too large or had some before.
  private func publish(
    _ feed: Int, _ before: [String: EarlierCalendar], _ earlierParts: Set<YearPart>,
    into folder: inout Folder
  ) {
    let name = feeds[feed].name + ".ics"
    let title = feeds[feed].title
    let all = entries.placements.indices
    var remains: [RemainingEntry] = []
    if let before = before[name] {
      remains = remaining(in: before, of: feed, lost: &folder.lost[name, default: []]) {
        entries.carries(feed, all, $0.placement)
      }
    }
    let whole = survey(feed, all)
    let file = file(name, title, feed, whole, remains, over: before[name])
    put(file, into: &folder)
    var sizes = whole.days
    for entry in remains { sizes[entry.day, default: 0] += entry.size }
    let chosen = partLengths(name, file.size, sizes, feeds[feed].part, &folder)
    let lengths = earlierParts.union(chosen.map { [$0] } ?? [])
    for length in YearPart.allCases where lengths.contains(length) {
      for period in Set(whole.days.keys.map { CalendarPeriod($0, length) }).sorted() {
        let part = "\(feeds[feed].name)-\(period.name).ics"
        let placements = entries.placements(in: period)
        var own: [RemainingEntry] = []
        if let before = before[part] {
          own = remaining(in: before, of: feed, lost: &folder.lost[part, default: []]) {
            entries.carries(feed, placements, $0.placement)
          }
        }
        var finder = finder
        let known = Set(own.map(\.uid))
        own += remains.filter { entry in
          guard CalendarPeriod(entry.day, length) == period, !known.contains(entry.uid) else { return false }
          return finder.place(of: entry.uid).map { !entries.carries(feed, placements, $0.placement) } ?? true
        }
        own.sort { ($0.day, $0.uid) < ($1.day, $1.uid) }
        let words = Words(vi: "\(title.vi), \(period.words.vi)", en: "\(title.en), \(period.words.en)")
        let survey = survey(feed, placements)
        let file = self.file(part, words, feed, survey, own, over: before[part])
        put(file, into: &folder)
        if file.size > terms.largestFeed {
          folder.findings.append(.tooLarge(part, file.size, terms.largestFeed, parts: []))
        }
      }
    }
  }

  private func put(_ file: CalendarFile, into folder: inout Folder) {
    guard folder.taken.insert(file.name).inserted else { return }
    folder.calendars.append(file)
    folder.isChanged = folder.isChanged || file.difference == .entries
  }

  /// When a feed is too large: the longest parts that are small enough. The finding says which they are, or
  /// that none is.
  ///
  /// - Parameters:
  ///   - sizes: How many octets the entries of each day have.
  ///   - wanted: The parts that there are anyway; `nil` for none.
  private func partLengths(
    _ name: String, _ size: Int, _ sizes: [CivilDay: Int], _ wanted: YearPart?, _ folder: inout Folder
  ) -> YearPart? {
    guard size > terms.largestFeed else { return nil }
    // A part has the calendar's own lines and zones too, and its title names the period.
    let room = terms.largestFeed - (size - sizes.values.reduce(0, +)) - 150
    for length in ([wanted].compactMap(\.self) + YearPart.allCases) {
      var parts: [CalendarPeriod: Int] = [:]
      for (day, size) in sizes { parts[CalendarPeriod(day, length), default: 0] += size }
      guard parts.values.allSatisfy({ $0 <= room }) else { continue }
      let names = parts.keys.sorted().map { "\(name.dropLast(4))-\($0.name).ics" }
      folder.findings.append(.tooLarge(name, size, terms.largestFeed, parts: names))
      return length
    }
    folder.findings.append(.tooLarge(name, size, terms.largestFeed, parts: []))
    return nil
  }

  // MARK: Pieces

  /// What a feed has of some placements.
  private struct Survey {
    var events: [CalendarPiece] = []
    var tasks: [CalendarPiece] = []
    /// How many octets the entries of each day have, tasks counted with their event.
    var days: [CivilDay: Int] = [:]
    var zones: Set<String> = []
    /// Whether an event or task is another than before.
    var isChanged = false
  }

  private func survey(_ feed: Int, _ placements: Range<Int>) -> Survey {
    var survey = Survey()
    var (events, tasks) = ((first: placements.lowerBound, size: 0), (first: placements.lowerBound, size: 0))
    var (day, size) = (plan.days.lowerBound, 0)
    var hours = LocalTime(day)..<LocalTime(day)
    var zoned = Array(repeating: false, count: entries.kinds.count)
    func end(_ next: Int, least: Int) {
      if events.size > least {
        survey.events.append(.init(content: .events(feed: feed, events.first..<next), size: events.size))
        events = (next, 0)
      }
      if tasks.size > least {
        survey.tasks.append(.init(content: .tasks(feed: feed, tasks.first..<next), size: tasks.size))
        tasks = (next, 0)
      }
    }
    let taskCounts = entries.kinds.map(\.tasks.count)
    let sizes = entries.kinds.map { $0.event?.size }
    for placement in CarriedPlacements(entries, by: feed, among: placements) {
      let number = entries.kindNumber(of: placement)
      zoned[number] = true
      let start = entries.start(of: placement)
      if !hours.contains(start) {
        if size > 0 { survey.days[day, default: 0] += size }
        (day, size) = (start.day, 0)
        hours = LocalTime(day)..<LocalTime(day.advanced(by: 1))
      }
      for part in 0..<taskCounts[number] + 1 {
        let place = ScheduleEntries.Place(placement: placement, part: part)
        let (revision, isNew) = revision(of: place)
        let own = part == 0 ? sizes[number] : nil
        let octets = (own ?? entries.size(of: place)) + revision.size
        size += octets
        if part == 0 { events.size += octets } else { tasks.size += octets }
        if isNew { survey.isChanged = true }
      }
      end(placement + 1, least: CalendarPiece.usualSize)
    }
    end(placements.upperBound, least: 0)
    if size > 0 { survey.days[day, default: 0] += size }
    for (number, isThere) in zoned.enumerated() where isThere {
      survey.zones.formUnion(entries.kinds[number].zones)
    }
    return survey
  }

  /// A calendar: its properties, the zones in use by name, the events in the schedule's order, what remains of
  /// others, the tasks.
  private func file(
    _ name: String, _ title: Words, _ feed: Int, _ survey: Survey, _ remains: [RemainingEntry],
    over before: EarlierCalendar?
  ) -> CalendarFile {
    var zones = survey.zones.union(remains.compactMap(\.zone))
    // A calendar must hold something (RFC 5545 §3.6).
    if survey.events.isEmpty, remains.isEmpty { zones.insert(plan.usualZone) }
    let first = plan.outlets.first { zones.contains($0.zone) }?.zone
    let head = writer.head(title: title, zone: first ?? plan.outlets.first?.zone, floor: floor)
    return file(name, title, head, zones, survey, remains, over: before)
  }

  private func file(
    _ name: String, _ title: Words, _ head: [UInt8], _ zones: Set<String>, _ survey: Survey,
    _ remains: [RemainingEntry], over before: EarlierCalendar?
  ) -> CalendarFile {
    let start = head + writer.zones(zones).joined()
    let end = CalendarWriter.end
    let pieces =
      [CalendarPiece(content: .octets(start), size: start.count)] + survey.events
      + self.pieces(remains.filter { $0.kind == .event }) + survey.tasks
      + self.pieces(remains.filter { $0.kind == .task })
      + [CalendarPiece(content: .octets(end), size: end.count)]
    let difference: CalendarFile.Difference =
      if survey.isChanged || remains.contains(where: { $0.cancelled != nil }) {
        .entries
      } else if remains.isEmpty, !history.differs, before?.isAsComposed ?? false {
        .headAtMost
      } else {
        .unknown
      }
    return CalendarFile(name: name, title: title, pieces: pieces, difference, self)
  }

  private func pieces(_ remains: [RemainingEntry]) -> [CalendarPiece] {
    var pieces: [CalendarPiece] = []
    var (first, size) = (0, 0)
    for (index, entry) in remains.enumerated() {
      size += entry.size
      guard size >= CalendarPiece.usualSize || index + 1 == remains.count else { continue }
      pieces.append(CalendarPiece(content: .remains(Array(remains[first...index])), size: size))
      (first, size) = (index + 1, 0)
    }
    return pieces
  }

  // MARK: Remains

  /// What an earlier calendar has besides the entries that it still carries: tombstones, and what belongs to
  /// other plans; in time order. A feed of the plan shows a selection: what it does not select any more and is
  /// still planned goes, and so does a tombstone outside its days.
  ///
  /// - Parameters:
  ///   - feed: The number of the feed that it is; `nil` for what the schedule does not have any more.
  ///   - lost: Takes the numbers of the lines of what is too damaged to be kept.
  ///   - carries: Whether the calendar still carries a component of the schedule.
  private func remaining(
    in calendar: EarlierCalendar, of feed: Int?, lost: inout [Int],
    carries: (ScheduleEntries.Place) -> Bool
  ) -> [RemainingEntry] {
    var finder = finder
    let isView = FeedNames.isView(calendar.file.name)
    let window = feed.flatMap { feeds[$0].window }
    var seen: Set<String> = []
    var remains: [RemainingEntry] = []
    let kept = calendar.remains.filter { entry in
      guard let place = finder.place(of: entry.uid) else { return true }
      let isSelected = !isView || feed.map { entries.carries($0, place.placement) } ?? false
      return isSelected && !carries(place)
    }
    let days = Dictionary(kept.map { ($0.uid, $0.days.lowerBound) }) { first, _ in first }
    let shown = Set(kept.filter { entry in window.map(entry.lies) ?? true }.map(\.event))
    for entry in kept {
      guard seen.insert(entry.uid).inserted else { continue }
      let isForeign = !entry.isCancelled && entry.plan != plan.id[...]
      if !isForeign, Self.hasGone(entry, terms) || !shown.contains(entry.event) { continue }
      let tombstone = isForeign ? nil : tombstone(of: entry, &finder)
      let event = String(entry.event)
      let placed = finder.place(of: event).map { entries.placements[$0.placement].timing.day }
      var octets = calendar.file.octets(entry.range)
      if let tombstone { octets = tombstone.octets(of: octets) }
      let zones = writer.zones(Set([entry.zone].compactMap(\.self)))
      guard CalendarChecker.isSound(octets, zones: zones) else {
        lost.append(entry.number)
        continue
      }
      remains.append(
        RemainingEntry(
          uid: entry.uid, kind: entry.kind, day: days[event] ?? placed ?? entry.days.lowerBound,
          zone: entry.zone, file: calendar.file, range: entry.range, cancelled: tombstone, size: octets.count)
      )
    }
    return remains.sorted { ($0.day, $0.uid) < ($1.day, $1.uid) }
  }

  /// How an entry is cancelled: in the revision in which it went elsewhere, or in one of its own; `nil` when it is
  /// cancelled already, in the form that is wanted.
  private func tombstone(of entry: EarlierEntry, _ finder: inout EntryFinder) -> Tombstone? {
    guard let place = finder.place(of: entry.uid) else {
      let isWanted = entry.isShownCancelled == terms.showsCancelled || entry.kind == .task
      let isDone = entry.isCancelled && (isWanted || entry.plan != plan.id[...])
      if isDone { return nil }
      // Where the last publication was cut short, other calendars have it cancelled already.
      let cancelled = entry.isCancelled ? nil : history.cancellation(ofOther: entry.uid)
      return tombstone(
        cancelled ?? history.latest(ofOther: entry.uid)?.next(at: terms.revised, isSignificant: true))
    }
    guard !entry.isCancelled else { return nil }
    let number = entries.number(of: place)
    return tombstone(
      history.hasLeft(number)
        ? revision(of: place).revision
        : history.latest(of: number)?.next(at: terms.revised, isSignificant: true))
  }

  private func tombstone(_ revision: ComponentRevision?) -> Tombstone? {
    revision.map { Tombstone(revision: $0, isShown: terms.showsCancelled) }
  }

  /// What is left of the calendars that the schedule does not have any more.
  private func keepRemains(_ names: FeedNames, in folder: inout Folder) {
    for calendar in earlier where !folder.taken.contains(calendar.file.name) {
      let name = calendar.file.name
      let place = names.feed(of: name)
      let days = entries.placements(in: place?.period)
      let remains = remaining(in: calendar, of: place?.number, lost: &folder.lost[name, default: []]) {
        component in
        guard let place, place.period != nil else { return false }
        return entries.carries(place.number, days, component.placement)
      }
      guard !remains.isEmpty else {
        folder.removed.append(name)
        continue
      }
      let file = file(
        name, Words(name), writer.head(of: calendar, floor: floor), Set(remains.compactMap(\.zone)), Survey(),
        remains, over: calendar)
      put(file, into: &folder)
    }
  }
}
