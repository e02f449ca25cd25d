import ScheduleModel

/// What earlier calendars know of each UID, taken together: sixteen octets for a component of the schedule.
struct PublicationHistory: Sendable {
  /// Whether anything was published before.
  private var records: [Record] = []
  /// What is known of UIDs that the schedule does not have.
  private var others: [String: Other] = [:]
  private var stamps = Stamps()
  /// Whether two calendars have a component of the schedule in different revisions.
  private(set) var differs = false
  /// The latest stamp of all; `nil` when nothing was published.
  private(set) var lastStamp: LocalTime?

  /// What a calendar says of a component of the schedule.
  struct Copy {
    let revision: ComponentRevision
    /// Whether it is a tombstone.
    let isTombstone: Bool
    /// Whether it says what the schedule says, in the same octets.
    let isSame: Bool
    /// Whether it is at the same time and place, with the same status.
    let isAtSamePlace: Bool
  }

  /// Takes what a calendar says of the component with a number.
  ///
  /// Calendars come in the order of their names, so that of equal copies the same one counts every time.
  mutating func take(_ copy: Copy, of number: Int, among count: Int) {
    if records.isEmpty { records = Array(repeating: Record(), count: count) }
    let stamp = stamps.number(of: copy.revision.stamp)
    let sequence = Int32(copy.revision.sequence)
    var record = records[number]
    if record.sequence >= 0, record.sequence != sequence || record.stamp != stamp { differs = true }
    if !copy.isTombstone {
      let best = (record.liveSequence, record.liveSequence < 0 ? .min : stamps[record.liveStamp].seconds)
      if best < (sequence, copy.revision.stamp.seconds) {
        record.liveSequence = sequence
        record.liveStamp = stamp
        record.isSame = copy.isSame
        record.isAtSamePlace = copy.isAtSamePlace
      }
    }
    if record.sequence < 0 || stamps[record.stamp] < copy.revision.stamp { record.stamp = stamp }
    record.sequence = max(record.sequence, sequence)
    records[number] = record
    lastStamp = lastStamp.map { max($0, copy.revision.stamp) } ?? copy.revision.stamp
  }

  /// Whether a copy of this revision that is no tombstone would tell more than is known.
  func isNews(_ revision: ComponentRevision, of number: Int) -> Bool {
    guard !records.isEmpty, records[number].sequence >= 0, records[number].liveSequence >= 0 else {
      return true
    }
    let record = records[number]
    return (Int(record.liveSequence), stamps[record.liveStamp].seconds) < (
      revision.sequence, revision.stamp.seconds
    )
      || stamps[record.stamp] < revision.stamp
  }

  /// Notes that a component stands uncancelled in a calendar that does not carry it any more.
  mutating func leave(_ number: Int) { records[number].hasLeft = true }

  /// Takes what a calendar says of a UID that the schedule does not have.
  mutating func take(_ revision: ComponentRevision, ofOther uid: String, isCancelled: Bool) {
    var other = others[uid] ?? Other(revision: revision, isCancelled: isCancelled)
    if revision.sequence > other.revision.sequence {
      other.isCancelled = isCancelled
    } else if revision.sequence == other.revision.sequence {
      other.isCancelled = other.isCancelled && isCancelled
    }
    other.revision = ComponentRevision(
      sequence: max(other.revision.sequence, revision.sequence),
      stamp: max(other.revision.stamp, revision.stamp))
    others[uid] = other
    lastStamp = lastStamp.map { max($0, revision.stamp) } ?? revision.stamp
  }

  /// The revision of the component with a number, and whether it is another than before; `nil` when the component
  /// is new.
  func revision(of number: Int, at time: LocalTime) -> (revision: ComponentRevision, isNew: Bool)? {
    guard !records.isEmpty, records[number].sequence >= 0 else { return nil }
    let record = records[number]
    let latest = ComponentRevision(sequence: Int(record.sequence), stamp: stamps[record.stamp])
    guard record.liveSequence == record.sequence, !record.hasLeft else {
      return (latest.next(at: time, isSignificant: true), true)
    }
    if record.isSame {
      return (ComponentRevision(sequence: latest.sequence, stamp: stamps[record.liveStamp]), false)
    }
    let isSignificant = !record.isAtSamePlace || time <= latest.stamp
    return (latest.next(at: time, isSignificant: isSignificant), true)
  }

  /// The latest revision of the component with a number.
  func latest(of number: Int) -> ComponentRevision? {
    guard !records.isEmpty, records[number].sequence >= 0 else { return nil }
    return ComponentRevision(sequence: Int(records[number].sequence), stamp: stamps[records[number].stamp])
  }

  /// The latest revision of a UID that the schedule does not have.
  func latest(ofOther uid: String) -> ComponentRevision? { others[uid]?.revision }

  /// The revision in which a UID that the schedule does not have was cancelled in another calendar; `nil` when it was
  /// not, or stands uncancelled in one that is no older.
  func cancellation(ofOther uid: String) -> ComponentRevision? {
    others[uid].flatMap { $0.isCancelled ? $0.revision : nil }
  }

  /// Whether the component with a number left a calendar.
  func hasLeft(_ number: Int) -> Bool { !records.isEmpty && records[number].hasLeft }
}

extension PublicationHistory {
  /// What is known of a UID that the schedule does not have.
  private struct Other {
    /// The highest `SEQUENCE` and the latest stamp that any calendar has.
    var revision: ComponentRevision
    /// Whether it is cancelled wherever its `SEQUENCE` is that.
    var isCancelled: Bool
  }

  /// What is known of a component of the schedule.
  private struct Record {
    /// The highest `SEQUENCE` that any calendar has; negative when none has the component.
    var sequence: Int32 = -1
    /// That of the latest copy that is no tombstone; negative when there is none.
    var liveSequence: Int32 = -1
    /// The number of the latest stamp that any calendar has.
    var stamp: UInt32 = 0
    private var liveStampAndFlags: UInt32 = 0

    /// The number of the stamp of the latest copy that is no tombstone.
    var liveStamp: UInt32 {
      get { liveStampAndFlags >> 3 }
      set { liveStampAndFlags = liveStampAndFlags & 7 | newValue << 3 }
    }
    /// Whether that copy says what the schedule says.
    var isSame: Bool {
      get { self[flag: 1] }
      set { self[flag: 1] = newValue }
    }
    /// Whether that copy is at the same time and place.
    var isAtSamePlace: Bool {
      get { self[flag: 2] }
      set { self[flag: 2] = newValue }
    }
    var hasLeft: Bool {
      get { self[flag: 4] }
      set { self[flag: 4] = newValue }
    }

    private subscript(flag flag: UInt32) -> Bool {
      get { liveStampAndFlags & flag != 0 }
      set { liveStampAndFlags = newValue ? liveStampAndFlags | flag : liveStampAndFlags & ~flag }
    }
  }

  /// Stamps by number: thousands of components share a few.
  private struct Stamps {
    private var stamps: [LocalTime] = []
    private var numbers: [LocalTime: UInt32] = [:]
    private var last: (stamp: LocalTime, number: UInt32)?

    subscript(number: UInt32) -> LocalTime { stamps[Int(number)] }

    mutating func number(of stamp: LocalTime) -> UInt32 {
      if let last, last.stamp == stamp { return last.number }
      let number = numbers[stamp] ?? UInt32(stamps.count)
      if number == stamps.count {
        stamps.append(stamp)
        numbers[stamp] = number
      }
      last = (stamp, number)
      return number
    }
  }
}
