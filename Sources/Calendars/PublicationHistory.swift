import ScheduleModel

/// What earlier calendars know of each UID, taken together.
struct PublicationHistory {
  /// A UID's past.
  struct Record {
    /// The highest `SEQUENCE` and the latest stamp that any calendar has.
    var latest: ComponentRevision
    /// Where it stands uncancelled, in the latest revision of these; `nil` where it is cancelled everywhere.
    var live: (calendar: Int, entry: Int)?
  }

  let calendars: [EarlierCalendar]
  private(set) var records: [String: Record] = [:]

  /// The calendars in the order of their names, so that of equal copies the same one counts every time.
  init(_ calendars: [EarlierCalendar]) {
    self.calendars = calendars
    records.reserveCapacity(calendars.map(\.entries.count).max() ?? 0)
    for (index, calendar) in calendars.enumerated() {
      for (number, entry) in calendar.entries.enumerated() { take(entry, (index, number)) }
    }
  }

  subscript(uid: String) -> Record? { records[uid] }

  /// The latest stamp of all; `nil` when nothing was published.
  var lastStamp: LocalTime? { records.values.map(\.latest.stamp).max() }

  /// The uncancelled copy of a record.
  func live(_ record: Record) -> (entry: EarlierEntry, octets: [UInt8])? {
    record.live.map { (calendars[$0.calendar].entries[$0.entry], calendars[$0.calendar].octets) }
  }

  private mutating func take(_ entry: EarlierEntry, _ place: (calendar: Int, entry: Int)) {
    let revision = entry.revision
    guard var record = records[entry.uid] else {
      records[entry.uid] = Record(latest: revision, live: entry.isCancelled ? nil : place)
      return
    }
    if !entry.isCancelled {
      let best = live(record)?.entry.revision
      if best.map({ ($0.sequence, $0.stamp) < (revision.sequence, revision.stamp) }) ?? true {
        record.live = place
      }
    }
    record.latest = ComponentRevision(
      sequence: max(record.latest.sequence, revision.sequence),
      stamp: max(record.latest.stamp, revision.stamp))
    records[entry.uid] = record
  }
}
