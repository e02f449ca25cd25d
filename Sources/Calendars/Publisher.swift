import Foundation
import ScheduleModel

/// The steps by which a ``Publication`` is made; the rules stand there.
struct Publisher {
  let plan: Plan
  let terms: Publication.Terms
  let entries: [CalendarEntry]
  let feeds: [CalendarSelection.Feed]
  let earlier: [EarlierCalendar]
  let history: PublicationHistory
  let writer: CalendarWriter
  /// The number of the entry to which the event or task with a UID belongs.
  let numbers: [String: Int]
  /// The number of the feed in a file.
  let feedNumbers: [String: Int]
  /// Above every `SEQUENCE` of what has gone.
  let floor: Int
  /// The revision of what is new, and its lines.
  private let new: (revision: ComponentRevision, octets: [UInt8])

  init(
    plan: Plan, language: ReaderLanguage, entries: [CalendarEntry], feeds: [CalendarSelection.Feed],
    earlier: [EarlierCalendar], terms: Publication.Terms
  ) {
    self.plan = plan
    self.terms = terms
    self.entries = entries
    self.feeds = feeds
    self.earlier = earlier
    history = PublicationHistory(earlier.filter(\.isOurs))
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(entries.count)
    for (number, entry) in entries.enumerated() {
      numbers[entry.event.uid] = number
      if let task = entry.task { numbers[task.uid] = number }
    }
    self.numbers = numbers
    let names = feeds.enumerated().map { ($0.element.name + ".ics", $0.offset) }
    feedNumbers = Dictionary(uniqueKeysWithValues: names)
    var (zones, days) = (Set(entries.compactMap(\.zone)), plan.days)
    var blocks: [String: ArraySlice<UInt8>] = [:]
    var floor = 0
    var lastZone: String?
    for calendar in history.calendars {
      floor = max(floor, calendar.floor)
      for (zone, range) in calendar.zones { blocks[zone] = calendar.octets[range] }
      for entry in calendar.entries {
        if let zone = entry.zone, zone != lastZone { zones.insert(zone) }
        lastZone = entry.zone
        days =
          min(
            days.lowerBound, entry.days.lowerBound)..<max(
            days.upperBound, entry.days.upperBound.advanced(by: 1))
        if Self.hasGone(entry, terms), numbers[entry.uid] == nil,
          entry.isCancelled || entry.plan == plan.id[...]
        {
          floor = max(floor, entry.revision.sequence + 1)
        }
      }
    }
    self.floor = min(floor, EarlierEntry.sequences.upperBound)
    let first = ComponentRevision(sequence: self.floor, stamp: terms.revised)
    new = (first, first.octets)
    writer = CalendarWriter(plan: plan, language: language, zones: zones, days: days, earlier: blocks)
  }

  /// Whether the window of what is cancelled is over.
  private static func hasGone(_ entry: EarlierEntry, _ terms: Publication.Terms) -> Bool {
    entry.days.upperBound.advanced(by: terms.daysKept) < terms.revised.day
  }

  // MARK: Revisions

  /// A component as it is to be, and which revision that is.
  struct Finished {
    let octets: ArraySlice<UInt8>
    let revision: ComponentRevision
    /// Whether it differs from what was published.
    let isNew: Bool
  }

  /// The UIDs that stand uncancelled in an earlier calendar which does not carry them any more.
  func left() -> Set<String> {
    var left: Set<String> = []
    for calendar in history.calendars where feed(of: calendar.file.name)?.period == nil {
      let feed = feedNumbers[calendar.file.name]
      for entry in calendar.entries where !entry.isCancelled {
        guard let number = numbers[entry.uid] else { continue }
        if feed.map({ !entries[number].calendars.contains($0) }) ?? true { left.insert(entry.uid) }
      }
    }
    return left
  }

  /// A draft with its revision.
  func finished(_ draft: ComponentDraft, hasLeft: Bool) -> Finished {
    guard let record = history[draft.uid] else {
      return Finished(octets: draft.octets(new.octets), revision: new.revision, isNew: true)
    }
    let live = history.live(record)
    var isSignificant = true
    if let (entry, octets) = live, entry.revision.sequence == record.latest.sequence, !hasLeft {
      if entry.says(draft, in: octets) {
        return Finished(octets: octets[entry.range], revision: entry.revision, isNew: false)
      }
      isSignificant =
        !entry.isAtSamePlace(as: draft, in: octets) || terms.revised <= record.latest.stamp
    }
    let revision = next(record, isSignificant: isSignificant)
    return Finished(octets: draft.octets(revision.octets), revision: revision, isNew: true)
  }

  private func next(_ record: PublicationHistory.Record, isSignificant: Bool) -> ComponentRevision {
    ComponentRevision(
      sequence: record.latest.sequence + (isSignificant ? 1 : 0),
      stamp: max(terms.revised, record.latest.stamp)
    )
  }

  // MARK: Items

  /// An event or task with what its calendar must know of it.
  struct Item {
    let uid: String
    let kind: CalendarComponent.Kind
    /// The day by which it goes into a period: the event's, also for its task.
    let day: CivilDay
    let zone: String?
    let octets: ArraySlice<UInt8>
    let isNew: Bool
  }

  /// What an earlier calendar has besides the entries that it still carries: tombstones, and what belongs to
  /// other plans; in time order.
  ///
  /// - Parameters:
  ///   - lost: Takes the numbers of the lines of what is too damaged to be kept.
  ///   - carries: Whether the calendar still carries the entry with that number.
  func remaining(
    in calendar: EarlierCalendar, _ revisions: [String: ComponentRevision], lost: inout [Int],
    carries: (Int) -> Bool
  ) -> [Item] {
    var seen: Set<String> = []
    var items: [Item] = []
    let kept = calendar.entries.filter { entry in numbers[entry.uid].map { !carries($0) } ?? true }
    let days = Dictionary(kept.map { ($0.uid, $0.days.lowerBound) }) { first, _ in first }
    for entry in kept {
      guard seen.insert(entry.uid).inserted else { continue }
      let isForeign = !entry.isCancelled && entry.plan != plan.id[...]
      if !isForeign, Self.hasGone(entry, terms) { continue }
      let isNew = !isForeign && !entry.isCancelled
      let octets: ArraySlice<UInt8>
      if isNew, let record = history[entry.uid] {
        let revision = revisions[entry.uid] ?? next(record, isSignificant: true)
        octets = entry.cancelled(revision, in: calendar.octets)
      } else {
        octets = calendar.octets[entry.range]
      }
      guard CalendarChecker.isSound(octets, zones: writer.zones(Set([entry.zone].compactMap(\.self)))) else {
        lost.append(entry.number)
        continue
      }
      let event = entry.kind == .task ? String(entry.uid.dropFirst(5)) : entry.uid
      let day = days[event] ?? numbers[event].map { entries[$0].day } ?? entry.days.lowerBound
      items.append(
        Item(uid: entry.uid, kind: entry.kind, day: day, zone: entry.zone, octets: octets, isNew: isNew))
    }
    return items.sorted { ($0.day, $0.uid) < ($1.day, $1.uid) }
  }

  /// The feed in a file, and the part of it; `nil` when the schedule has no such feed.
  func feed(of file: String) -> (number: Int, period: CalendarPeriod?)? {
    if let number = feedNumbers[file] { return (number, nil) }
    guard file.hasSuffix(".ics") else { return nil }
    let name = file.dropLast(4)
    // The shortest suffix is `-2018-h1`, as long as any.
    guard let period = CalendarPeriod(suffix: name.suffix(8)),
      let number = feedNumbers[name.dropLast(8) + ".ics"]
    else { return nil }
    return (number, period)
  }
}
