import ScheduleModel

extension Publisher {
  /// The whole of it: first the revision of each component, then the calendars, then what remains of others.
  func publication() -> Publication {
    let left = left()
    let events = entries.map { finished($0.event, hasLeft: left.contains($0.event.uid)) }
    let tasks = entries.map { entry in
      entry.task.map { finished($0, hasLeft: left.contains($0.uid)) }
    }
    var revisions: [String: ComponentRevision] = [:]
    for uid in left {
      guard let number = numbers[uid] else { continue }
      let isEvent = entries[number].event.uid == uid
      revisions[uid] = isEvent ? events[number].revision : tasks[number]?.revision
    }
    var folder = Folder()
    for calendar in earlier where !calendar.isOurs {
      folder.taken.insert(calendar.file.name)
      let name = calendar.file.name
      let isWanted = feed(of: name) != nil
      folder.findings.append(isWanted ? .notOurs(calendar) : .leftAlone(calendar))
    }
    var carried = Array(repeating: [Int](), count: feeds.count)
    for (number, entry) in entries.enumerated() {
      for feed in entry.calendars { carried[feed].append(number) }
    }
    for (number, feed) in feeds.enumerated() {
      let items = carried[number].map { item($0, events[$0], entries[$0].event, .event) }
      let work = carried[number].compactMap { index -> Item? in
        guard let task = tasks[index], let draft = entries[index].task else { return nil }
        return item(index, task, draft, .task)
      }
      publish(feed, number, items, work, revisions, into: &folder)
    }
    keepRemains(revisions, in: &folder)
    for calendar in history.calendars {
      let lines = Set(calendar.damage + folder.lost[calendar.file.name, default: []]).sorted()
      if !lines.isEmpty { folder.findings.append(.damaged(calendar, lines: lines)) }
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

  private func item(
    _ number: Int, _ finished: Finished, _ draft: ComponentDraft, _ kind: CalendarComponent.Kind
  ) -> Item {
    let entry = entries[number]
    return Item(
      uid: draft.uid, kind: kind, day: entry.day, zone: kind == .event ? entry.zone : nil,
      octets: finished.octets, isNew: finished.isNew)
  }

  /// Writes a feed, and its parts when it is too large or had some before.
  private func publish(
    _ feed: CalendarSelection.Feed, _ number: Int, _ events: [Item], _ tasks: [Item],
    _ revisions: [String: ComponentRevision], into folder: inout Folder
  ) {
    let name = feed.name + ".ics"
    let before = history.calendars.first { $0.file.name == name }
    var remains: [Item] = []
    if let before {
      remains = remaining(in: before, revisions, lost: &folder.lost[name, default: []]) {
        entries[$0].calendars.contains(number)
      }
    }
    let whole = write(name, feed.title, events: events, tasks: tasks, remains: remains)
    put(whole, events + tasks + remains, into: &folder)
    let lengths = partLengths(of: feed, whole.size, events + tasks + remains, &folder)
    let largest = terms.largestFeed
    for length in CalendarPeriod.Length.allCases where lengths.contains(length) {
      let parts = Dictionary(grouping: events) { CalendarPeriod($0.day, length) }
      for (period, own) in parts.sorted(by: { $0.key < $1.key }) {
        let part = "\(feed.name)-\(period.name).ics"
        let ownTasks = tasks.filter { CalendarPeriod($0.day, length) == period }
        var ownRemains: [Item] = []
        if let before = history.calendars.first(where: { $0.file.name == part }) {
          ownRemains = remaining(in: before, revisions, lost: &folder.lost[part, default: []]) {
            carries($0, number, period)
          }
        }
        let known = Set((own + ownTasks + ownRemains).map(\.uid))
        ownRemains += remains.filter {
          CalendarPeriod($0.day, length) == period && !known.contains($0.uid)
        }
        ownRemains.sort { ($0.day, $0.uid) < ($1.day, $1.uid) }
        let title = Words(
          vi: "\(feed.title.vi), \(period.words.vi)", en: "\(feed.title.en), \(period.words.en)")
        let file = write(part, title, events: own, tasks: ownTasks, remains: ownRemains)
        put(file, own + ownTasks + ownRemains, into: &folder)
        if file.size > largest { folder.findings.append(.tooLarge(part, file.size, largest, parts: [])) }
      }
    }
  }

  private func carries(_ entry: Int, _ feed: Int, _ period: CalendarPeriod) -> Bool {
    entries[entry].calendars.contains(feed) && CalendarPeriod(entries[entry].day, period.length) == period
  }

  private func put(_ file: CalendarFile, _ items: [Item], into folder: inout Folder) {
    guard folder.taken.insert(file.name).inserted else { return }
    folder.calendars.append(file)
    folder.isChanged = folder.isChanged || items.contains(where: \.isNew)
  }

  /// How long the parts of a feed are: those that it had before, and when it is too large now, the longest
  /// that are small enough. The finding says which they are, or that none is.
  private func partLengths(
    of feed: CalendarSelection.Feed, _ size: Int, _ items: [Item], _ folder: inout Folder
  ) -> Set<CalendarPeriod.Length> {
    var lengths: Set<CalendarPeriod.Length> = []
    for calendar in history.calendars {
      if let (number, period) = self.feed(of: calendar.file.name), let period,
        feeds[number].name == feed.name
      {
        lengths.insert(period.length)
      }
    }
    guard size > terms.largestFeed else { return lengths }
    // A part has the calendar's own lines and zones too, and its title names the period.
    let room = terms.largestFeed - (size - items.reduce(0) { $0 + $1.octets.count }) - 150
    for length in CalendarPeriod.Length.allCases {
      var sizes: [CalendarPeriod: Int] = [:]
      for item in items { sizes[CalendarPeriod(item.day, length), default: 0] += item.octets.count }
      guard sizes.values.allSatisfy({ $0 <= room }) else { continue }
      lengths.insert(length)
      let names = sizes.keys.sorted().map { "\(feed.name)-\($0.name).ics" }
      folder.findings.append(.tooLarge(feed.name + ".ics", size, terms.largestFeed, parts: names))
      return lengths
    }
    folder.findings.append(.tooLarge(feed.name + ".ics", size, terms.largestFeed, parts: []))
    return lengths
  }

  /// A calendar: its properties, the zones in use by name, the events in the schedule's order, what remains of
  /// others, the tasks.
  private func write(
    _ name: String, _ title: Words, events: [Item], tasks: [Item], remains: [Item]
  ) -> CalendarFile {
    let all = events + remains
    let zones = Set(all.compactMap(\.zone))
    let first = plan.outlets.first { zones.contains($0.zone) }?.zone
    let head = writer.head(title: title, zone: first ?? plan.outlets.first?.zone, floor: floor)
    let pieces =
      [head] + writer.zones(zones) + all.filter { $0.kind == .event }.map(\.octets)
      + (tasks + remains.filter { $0.kind == .task }).map(\.octets) + [CalendarWriter.end]
    return CalendarFile(name: name, title: title, pieces: pieces)
  }

  /// What is left of the calendars that the schedule does not have any more.
  private func keepRemains(_ revisions: [String: ComponentRevision], in folder: inout Folder) {
    for calendar in history.calendars where !folder.taken.contains(calendar.file.name) {
      let name = calendar.file.name
      let place = feed(of: name)
      let items = remaining(in: calendar, revisions, lost: &folder.lost[name, default: []]) { number in
        guard let (feed, period) = place, let period else { return false }
        return carries(number, feed, period)
      }
      guard !items.isEmpty else {
        folder.removed.append(name)
        continue
      }
      let zones = Set(items.compactMap(\.zone))
      let pieces =
        [writer.head(of: calendar, floor: floor)] + writer.zones(zones)
        + items.filter { $0.kind == .event }.map(\.octets)
        + items.filter { $0.kind == .task }.map(\.octets) + [CalendarWriter.end]
      put(CalendarFile(name: name, title: Words(name), pieces: pieces), items, into: &folder)
    }
  }
}
