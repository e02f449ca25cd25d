import ScheduleModel

/// A calendar of the folder before publishing, as far as it can be read: what no placement of the schedule
/// keeps in it, and what surrounds that.
///
/// What cannot be read is passed over: it says nothing about revisions, and the rest of the file and the
/// other files do.
struct EarlierCalendar: Sendable {
  let file: Publication.EarlierFile
  /// Whether this program wrote it.
  var isOurs = false
  /// The lines of the calendar itself, `BEGIN` included, each with its folds and its end.
  var head: [[UInt8]] = []
  /// The VTIMEZONE of each zone.
  var zones: [String: [UInt8]] = [:]
  /// Its events and tasks that the calendar does not carry by the schedule, as they stand.
  var remains: [EarlierEntry] = []
  /// Whether behind its head and zones stands what the calendar carries by the schedule, all of it as the schedule
  /// composes it and in that order, and nothing else.
  var isAsComposed = false
  /// Above every `SEQUENCE` of what went without a trace.
  var floor = 0
  /// The number of the first line where something is damaged, and how many such lines there are.
  private(set) var damage: (first: Int, count: Int)?

  /// Notes that something is damaged at a line.
  mutating func damage(at line: Int) {
    damage = damage.map { (min($0.first, line), $0.count + 1) } ?? (line, 1)
  }
}
