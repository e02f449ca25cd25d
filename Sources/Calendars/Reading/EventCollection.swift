import ScheduleModel

/// The events of a calendar that may happen in the days asked for.
///
/// Single events go into groups of one title, hour and length at once, recurring ones and the changes of
/// their occurrences are kept until the file has ended. All of it has a bound, so that a file of any length is
/// read in the same memory; what goes over it is counted and told.
struct EventCollection {
  private let days: Range<CivilDay>
  private let outlet: ZoneClock
  private var groups: [Group: Int] = [:]
  private var events: [(group: Group, line: Int, spans: [(span: ReadEvent.Span, single: Int)])] = []
  private var singles: [UInt64: Single] = [:]
  private var series: [EventRecord] = []
  private var seriesOf: [String: Int] = [:]
  private var changes: [EventRecord] = []
  private var spanCount = 0

  /// So many single times are kept, so many recurring events, and so many changes of occurrences.
  static let mostSpans = 100_000
  private static let mostGroups = 20_000
  private static let mostSeries = 5_000
  private static let mostChanges = 20_000

  /// What single events have in common that are told as one.
  private struct Group: Hashable {
    let title: String
    let uid: String?
    let kind: ReadEvent.Kind
    let second: Int
    let length: Int
  }

  /// Where a single event went.
  private struct Single {
    let event: Int
    let sequence: Int
    let line: Int
    var isGone = false
  }

  init(days: Range<CivilDay>, outlet: ZoneClock) {
    self.days = days
    self.outlet = outlet
  }

  mutating func add(_ record: EventRecord, _ findings: inout ReadingFindings) {
    if record.replaces != nil {
      guard changes.count < Self.mostChanges else { return findings.note(.tooMany, record.line) }
      changes.append(record)
    } else if record.recurs {
      addSeries(record, &findings)
    } else {
      addSingle(record, &findings)
    }
  }

  /// The times of a VFREEBUSY.
  mutating func add(busy spans: [ReadEvent.Span], line: Int, _ findings: inout ReadingFindings) {
    for span in spans {
      let touches = span.touches(days)
      if touches {
        keep(span, Group(title: "", uid: nil, kind: .unnamed, second: 0, length: 0), line, &findings)
      } else {
        findings.note(.outside, line)
      }
    }
  }

  private mutating func addSeries(_ record: EventRecord, _ findings: inout ReadingFindings) {
    guard series.count < Self.mostSeries else { return findings.note(.tooMany, record.line) }
    guard !record.uid.isEmpty, let earlier = seriesOf[record.uid] else {
      if !record.uid.isEmpty { seriesOf[record.uid] = series.count }
      series.append(record)
      return
    }
    let old = series[earlier]
    findings.add(record.line) {
      .readTwice(record.uid, earlier: old.line, isNewer: record.sequence > old.sequence, at: $0)
    }
    if record.sequence > old.sequence { series[earlier] = record }
  }

  private mutating func addSingle(_ record: EventRecord, _ findings: inout ReadingFindings) {
    let span = ReadEvent.Span(start: record.start.onOutletClock(outlet), seconds: record.length)
    let touches = span.touches(days) && !record.isCancelled
    let mark = Self.mark(record.uid)
    if !record.uid.isEmpty, let earlier = singles[mark], !earlier.isGone {
      findings.add(record.line) {
        .readTwice(record.uid, earlier: earlier.line, isNewer: record.sequence > earlier.sequence, at: $0)
      }
      guard record.sequence > earlier.sequence else { return }
      events[earlier.event].spans.removeAll { $0.single == earlier.line }
      spanCount -= 1
      singles[mark]?.isGone = true
    }
    guard touches else {
      return findings.note(record.isCancelled ? .cancelled : .outside, record.line)
    }
    let uid = record.uid.hasSuffix("@lichsong") ? record.uid : nil
    let second = record.start.isDay ? 0 : LocalTime(seconds: span.start).time.seconds
    let group = Group(
      title: record.title, uid: uid, kind: record.kind, second: second, length: record.length)
    guard let event = keep(span, group, record.line, &findings) else { return }
    if !record.uid.isEmpty {
      singles[mark] = Single(event: event, sequence: record.sequence, line: record.line)
    }
  }

  @discardableResult
  private mutating func keep(
    _ span: ReadEvent.Span, _ group: Group, _ line: Int, _ findings: inout ReadingFindings
  ) -> Int? {
    guard spanCount < Self.mostSpans, events.count < Self.mostGroups || groups[group] != nil else {
      findings.note(.tooMany, line)
      return nil
    }
    spanCount += 1
    let event = groups[group] ?? events.count
    if event == events.count {
      groups[group] = event
      events.append((group, line, []))
    }
    events[event].spans.append((span, line))
    return event
  }

  /// A number for a UID (FNV-1a, 64 bits): a hundred thousand of them have room where their texts have not.
  private static func mark(_ uid: String) -> UInt64 {
    uid.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// All events, by line.
  consuming func end(_ findings: inout ReadingFindings) -> [ReadEvent] {
    let changesOf = Dictionary(grouping: changes, by: \.uid)
    for change in changes where seriesOf[change.uid] == nil {
      // Its event is not in the file: what remains is a single event.
      addAlone(change, &findings)
    }
    var read: [ReadEvent] = []
    for event in series {
      if event.isCancelled {
        findings.note(.cancelled, event.line)
        continue
      }
      let own = event.uid.isEmpty ? [] : changesOf[event.uid] ?? []
      let (spans, idle) = EventSeries(event: event, changes: own, days: days, outlet: outlet).spans()
      for change in idle { findings.note(.idleChange, change.line) }
      guard !spans.isEmpty else {
        findings.note(.outside, event.line)
        continue
      }
      guard spanCount + spans.count <= Self.mostSpans else {
        findings.note(.tooMany, event.line)
        continue
      }
      spanCount += spans.count
      read.append(
        ReadEvent(
          line: event.line, title: event.title, uid: event.uid, kind: event.kind,
          rule: event.rule?.rule.text, recurs: true, spans: spans))
    }
    read += events.filter { !$0.spans.isEmpty }.map { group, line, spans in
      let times = Set(spans.map(\.span)).sorted { ($0.start, $0.seconds) < ($1.start, $1.seconds) }
      return ReadEvent(
        line: line, title: group.title, uid: group.uid, kind: group.kind, rule: nil, recurs: false,
        spans: times)
    }
    return read.sorted { ($0.line, $0.title) < ($1.line, $1.title) }
  }

  private mutating func addAlone(_ change: EventRecord, _ findings: inout ReadingFindings) {
    let span = ReadEvent.Span(start: change.start.onOutletClock(outlet), seconds: change.length)
    guard span.touches(days), !change.isCancelled else {
      return findings.note(change.isCancelled ? .cancelled : .outside, change.line)
    }
    let second = change.start.isDay ? 0 : LocalTime(seconds: span.start).time.seconds
    let group = Group(
      title: change.title, uid: nil, kind: change.kind, second: second, length: change.length)
    keep(span, group, change.line, &findings)
  }
}
