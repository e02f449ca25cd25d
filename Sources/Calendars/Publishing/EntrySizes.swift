import ScheduleModel

/// How many octets each part of an entry has, known without composing every entry.
///
/// Entries of one kind whose variable values have the same form (as many digits, the same fields) have equally many octets: only
/// ASCII digits differ, and libical folds by the place of letters. So one entry of each form is composed. A year of 68,640
/// placements has about 2,000 forms.
struct EntrySizes {
  private let entries: CalendarEntries
  private let components: PlacementComponents
  private var known: [Form: Int] = [:]
  private var scratch: [UInt8] = []

  init(_ entries: CalendarEntries, _ components: PlacementComponents) {
    self.entries = entries
    self.components = components
  }

  /// All on which the size of a part depends.
  private struct Form: Hashable {
    let part: CalendarEntries.Part
    let kind: UInt32
    let uid: Int
    let edition: Int
    let sequence: Int
    let status: PublishedPlacement.Status
    /// How long the hour at which it went out is in words, 0 without one; `nil` where it went out as planned.
    let aired: Int?
    /// Whether its hour has seconds.
    let hasSeconds: Bool
    /// Whether its length is known; `nil` for a day as a whole.
    let hasLength: Bool?
    let isSpan: Bool
    /// The work before it, and whose of it is shown.
    let tasks: [TaskForm]
    let owner: CalendarSelection.TaskOwner
  }

  /// All on which the size of a task depends besides.
  struct TaskForm: Hashable {
    let work: Deadline.Work
    let status: PublishedTask.Status
    /// How long its hour is in words; `nil` for the day as a whole.
    let hour: Int?
    let sequence: Int
    /// Whether it tells the day of the original, and whether that day is before the deadline.
    let original: Bool?
  }

  /// How many octets a part of an entry has.
  ///
  /// - Parameter owner: Whose work before it is shown.
  mutating func size(
    of part: CalendarEntries.Part, of entry: CalendarEntries.Entry,
    owner: CalendarSelection.TaskOwner = .anybody
  ) -> Int {
    guard let form = form(part, entry, owner) else { return composed(part, entry, owner) }
    if let size = known[form] { return size }
    let size = composed(part, entry, owner)
    known[form] = size
    return size
  }

  private mutating func composed(
    _ part: CalendarEntries.Part, _ entry: CalendarEntries.Entry, _ owner: CalendarSelection.TaskOwner
  ) -> Int {
    scratch.removeAll(keepingCapacity: true)
    entries.append(part, of: entry, owner: owner, by: components, to: &scratch)
    return scratch.count
  }

  /// The form of a part; `nil` for what is no longer planned, which is composed: there is little of it.
  private func form(
    _ part: CalendarEntries.Part, _ entry: CalendarEntries.Entry, _ owner: CalendarSelection.TaskOwner
  ) -> Form? {
    guard !entry.isTombstone else { return nil }
    let row = entries.row(of: entry)
    let placement = row.placement
    var hasLength: Bool?
    var (isSpan, hasSeconds) = (false, false)
    switch placement.timing {
    case .timed(let start, let minutes): (hasLength, hasSeconds) = (minutes > 0, start.seconds % 60 != 0)
    case .allDay: break
    case .span, .inMonth: isSpan = true
    }
    return Form(
      part: part, kind: entry.kind, uid: placement.uid.utf8.count, edition: placement.edition.digits,
      sequence: row.revision.sequence.digits, status: row.status,
      aired: row.aired.map { $0.time?.description.utf8.count ?? 0 }, hasSeconds: hasSeconds,
      hasLength: hasLength, isSpan: isSpan,
      tasks: part == .event ? entries.translationForms(of: row) : entries.taskForms(of: row),
      owner: owner)
  }
}

extension Int {
  /// How many characters it has in decimal.
  var digits: Int { String(self).utf8.count }
}
