import ScheduleModel

/// What a ``Publication`` is made from; the rules stand there.
///
/// The steps: the earlier calendars are read, which tells the revision of each component; then what remains in
/// each of them is known, and with that the pieces of every calendar. Composing a piece is the last step, and
/// whoever writes the calendars asks for it.
struct Publisher: Sendable {
  let plan: Plan
  let terms: Publication.Terms
  let entries: ScheduleEntries
  let feeds: [CalendarSelection.Feed]
  /// The earlier calendars of ours, by name.
  let earlier: [EarlierCalendar]
  /// Files of somebody else.
  let others: [EarlierCalendar]
  let history: PublicationHistory
  let finder: EntryFinder
  let writer: CalendarWriter
  /// Above every `SEQUENCE` of what has gone.
  let floor: Int
  /// The revision of what is new.
  private let new: ComponentRevision

  init(
    plan: Plan, language: ReaderLanguage, entries: ScheduleEntries, feeds: [CalendarSelection.Feed],
    over files: [Publication.EarlierFile], terms: Publication.Terms
  ) {
    self.plan = plan
    self.terms = terms
    self.entries = entries
    self.feeds = feeds
    var history = PublicationHistory()
    var finder = EntryFinder(entries)
    let names = FeedNames(feeds)
    let read = files.sorted { $0.name < $1.name }.map { file in
      let role = names.feed(of: file.name).map { number, period in
        EarlierCalendarReader.Role(
          feed: number, placements: entries.placements(in: period), isPart: period != nil)
      }
      var reader = EarlierCalendarReader(file, entries, as: role)
      return reader.read(&history, &finder)
    }
    earlier = read.filter(\.isOurs)
    others = read.filter { !$0.isOurs }
    var zones = Set(entries.kinds.flatMap(\.zones))
    zones.insert(plan.usualZone)
    var days = entries.days(and: plan.days)
    var blocks: [String: [UInt8]] = [:]
    var floor = 0
    for calendar in earlier {
      floor = max(floor, calendar.floor)
      blocks.merge(calendar.zones) { $1 }
      for entry in calendar.remains {
        let isOfSchedule = finder.place(of: entry.uid) != nil
        if !isOfSchedule { history.take(entry.revision, ofOther: entry.uid, isCancelled: entry.isCancelled) }
        if Self.hasGone(entry, terms), !isOfSchedule, entry.isCancelled || entry.plan == plan.id[...] {
          floor = max(floor, entry.revision.sequence + 1)
        }
        if let zone = entry.zone { zones.insert(zone) }
        days =
          min(
            days.lowerBound, entry.days.lowerBound)..<max(
            days.upperBound, entry.days.upperBound.advanced(by: 1))
      }
    }
    self.history = history
    self.finder = finder
    self.floor = min(floor, EarlierEntry.sequences.upperBound)
    new = ComponentRevision(sequence: self.floor, stamp: terms.revised)
    writer = CalendarWriter(plan: plan, language: language, zones: zones, days: days, earlier: blocks)
  }

  /// Whether the window of what is cancelled is over.
  static func hasGone(_ entry: EarlierEntry, _ terms: Publication.Terms) -> Bool {
    entry.days.upperBound.advanced(by: terms.daysKept) < terms.revised.day
  }

  /// The revision of a component of the schedule, and whether it is another than was published.
  func revision(of place: ScheduleEntries.Place) -> (revision: ComponentRevision, isNew: Bool) {
    history.revision(of: entries.number(of: place), at: terms.revised) ?? (new, true)
  }

  // MARK: Composing

  /// Appends the octets of a piece.
  func append(_ piece: CalendarPiece, to octets: inout [UInt8]) {
    switch piece.content {
    case .octets(let own): octets.append(contentsOf: own)
    case .remains(let remains):
      for entry in remains { octets.append(contentsOf: entry.octets) }
    case .events(let feed, let placements):
      append(feed, placements, isEvents: true, to: &octets)
    case .tasks(let feed, let placements):
      append(feed, placements, isEvents: false, to: &octets)
    }
  }

  private func append(
    _ feed: Int, _ placements: Range<Int>, isEvents: Bool, to octets: inout [UInt8]
  ) {
    // Thousands in a row are the same revision, and on the same day.
    var (last, lines) = (new, new.octets)
    var days = DayDigits()
    let templates = entries.templates
    for placement in CarriedPlacements(entries, by: feed, among: placements) {
      let kind = entries.kindNumber(of: placement)
      if isEvents, let template = templates[kind] {
        let revision = revision(of: .init(placement: placement, part: 0)).revision
        if revision != last { (last, lines) = (revision, revision.octets) }
        template.append(entries.variables(of: placement), revision: lines, &days, to: &octets)
        continue
      }
      for part in isEvents ? 0..<1 : 1..<entries.kind(of: placement).tasks.count + 1 {
        let place = ScheduleEntries.Place(placement: placement, part: part)
        let revision = revision(of: place).revision
        if revision != last { (last, lines) = (revision, revision.octets) }
        entries.append(place, revision: lines, &days, to: &octets)
      }
    }
  }
}
