import ScheduleModel

/// The events of a calendar that may happen in the days asked for.
///
/// Single events go into groups of one title, hour and length at once; recurring ones and the changes of
/// occurrences are kept until the file has ended. Of several events of one UID the newest holds, in whatever order
/// they stand. All of it has a bound, so that a file of any length is read in the same memory; what goes over it is
/// counted and told.
struct EventCollection {
  private let days: Range<CivilDay>
  private let outlet: ZoneClock
  private var groups: [Group: Int] = [:]
  private var events: [(group: Group, line: Int, spans: [(span: ReadEvent.Span, single: Int)])] = []
  private var masters: [UInt64: Master] = [:]
  private var series: [EventRecord?] = []
  private var changes: [EventRecord] = []
  private var spanCount = 0

  /// Bounds: single times, groups of them, recurring events, changes of occurrences, and UIDs.
  static let mostSpans = 100_000
  private static let mostGroups = 20_000
  private static let mostSeries = 5_000
  private static let mostChanges = 20_000
  private static let mostMasters = 400_000

  /// What single events have in common that are told as one.
  private struct Group: Hashable {
    let title: String
    let uid: String?
    let kind: ReadEvent.Kind
    let second: Int
    let length: Int
  }

  /// The newest event of a UID, and what was made of it.
  private struct Master {
    let revision: EventRevision
    let line: Int
    let start: EventTime
    let isCancelled: Bool
    var made: Made

    enum Made {
      case nothing
      case series(Int)
      case single(event: Int)
    }
  }

  init(days: Range<CivilDay>, outlet: ZoneClock) {
    self.days = days
    self.outlet = outlet
  }

  mutating func add(_ record: EventRecord, _ findings: inout ReadingFindings) {
    if record.replaces != nil {
      guard changes.count < Self.mostChanges else { return findings.note(.tooMany, record.line) }
      return changes.append(record)
    }
    let mark = Self.mark(record.uid)
    if !record.uid.isEmpty, let earlier = masters[mark] {
      let isNewer = earlier.revision < record.revision
      findings.add(record.line) {
        .readTwice(record.uid, earlier: earlier.line, isNewer: isNewer, at: $0)
      }
      guard isNewer else { return }
      withdraw(earlier)
    }
    let made = record.recurs ? addSeries(record, &findings) : addSingle(record, &findings)
    // What was never changed and lies elsewhere has nothing that it could hold against another.
    if case .nothing = made, record.revision.sequence == 0, !record.isCancelled, masters[mark] == nil {
      return
    }
    guard !record.uid.isEmpty else { return }
    guard masters.count < Self.mostMasters || masters[mark] != nil else {
      return findings.note(.tooMany, record.line)
    }
    masters[mark] = Master(
      revision: record.revision, line: record.line, start: record.start, isCancelled: record.isCancelled,
      made: made)
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

  private mutating func addSeries(_ record: EventRecord, _ findings: inout ReadingFindings) -> Master.Made {
    guard series.count < Self.mostSeries else {
      findings.note(.tooMany, record.line)
      return .nothing
    }
    series.append(record)
    return .series(series.count - 1)
  }

  private mutating func addSingle(_ record: EventRecord, _ findings: inout ReadingFindings) -> Master.Made {
    let span = record.start.span(record.length, outlet).doubted(record.doubt)
    guard span.touches(days), !record.isCancelled else {
      findings.note(record.isCancelled ? .cancelled : .outside, record.line)
      return .nothing
    }
    let uid = record.uid.hasSuffix("@lichsong") ? record.uid : nil
    return keep(span, group(record, span, uid: uid), record.line, &findings).map { .single(event: $0) }
      ?? .nothing
  }

  private func group(_ record: EventRecord, _ span: ReadEvent.Span, uid: String?) -> Group {
    Group(
      title: record.title, uid: uid, kind: record.kind,
      second: record.start.isDay ? 0 : LocalTime(seconds: span.start).time.seconds, length: span.seconds)
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

  /// Takes back what was made of an event.
  private mutating func withdraw(_ master: Master) {
    switch master.made {
    case .nothing: break
    case .series(let index): series[index] = nil
    case .single(let event):
      let count = events[event].spans.count
      events[event].spans.removeAll { $0.single == master.line }
      spanCount -= count - events[event].spans.count
    }
  }

  /// A number for a UID (FNV-1a, 64 bits): a hundred thousand of them have room where their texts have not.
  private static func mark(_ uid: String) -> UInt64 {
    uid.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  // MARK: The end

  /// All events, by line.
  consuming func end(_ findings: inout ReadingFindings) -> [ReadEvent] {
    let changesOf = Dictionary(grouping: changes, by: \.uid)
    for (uid, own) in changesOf.sorted(by: { $0.value[0].line < $1.value[0].line }) {
      addToSingle(uid, own, &findings)
    }
    var read: [ReadEvent] = []
    for case let event? in series {
      if event.isCancelled {
        findings.note(.cancelled, event.line)
        continue
      }
      let outcome = outcome(of: event, event.uid.isEmpty ? [] : changesOf[event.uid] ?? [], &findings)
      guard !outcome.spans.isEmpty else {
        findings.note(.outside, event.line)
        continue
      }
      guard spanCount + outcome.spans.count <= Self.mostSpans else {
        findings.note(.tooMany, event.line)
        continue
      }
      spanCount += outcome.spans.count
      read.append(
        ReadEvent(
          line: event.line, title: event.title, uid: event.uid, kind: event.kind,
          rule: event.rule?.rule.text, recurs: true, spans: outcome.spans))
    }
    read += events.filter { !$0.spans.isEmpty }.map { group, line, spans in
      let times = Set(spans.map(\.span)).sorted()
      return ReadEvent(
        line: line, title: group.title, uid: group.uid, kind: group.kind, rule: nil, recurs: false,
        spans: times)
    }
    return read.sorted { ($0.line, $0.title) < ($1.line, $1.title) }
  }

  private func outcome(
    of event: EventRecord, _ changes: [EventRecord], _ findings: inout ReadingFindings
  ) -> EventSeries.Outcome {
    let outcome = EventSeries(event: event, changes: changes, days: days, outlet: outlet).outcome()
    // Without its event there is nothing that a change could miss.
    if event.line > 0 {
      for change in outcome.idle { findings.note(.idleChange, change.line) }
    }
    for line in outcome.idleRemovals { findings.note(.idleRemoval, line) }
    for line in outcome.removalsOfDays { findings.note(.removalOfDay, line) }
    for (old, newer) in outcome.outdated {
      findings.add(max(old.line, newer.line)) {
        .changedTwice(event.uid, used: newer.line, other: old.line, at: $0)
      }
    }
    return outcome
  }

  /// Changes of an event that does not recur, or whose event is not in the file: single events, which take the
  /// place of the one that they change.
  private mutating func addToSingle(
    _ uid: String, _ changes: [EventRecord], _ findings: inout ReadingFindings
  ) {
    let master = uid.isEmpty ? nil : masters[Self.mark(uid)]
    if case .series? = master?.made { return }
    if let master, master.isCancelled { return }
    guard let start = master?.start ?? changes.first?.replaces else { return }
    // The event as far as it says which occurrence is meant; its own time is in its group already.
    let event = EventRecord(
      line: master?.line ?? 0, uid: uid, title: "", revision: EventRevision(sequence: 0, stamp: ""),
      isCancelled: false, kind: .unnamed, start: start, length: EventLength(days: 0), rule: nil, added: [],
      removed: [], replaces: nil, isForFuture: false)
    let outcome = outcome(of: event, changes, &findings)
    let outdated = Set(outcome.outdated.map(\.old.line))
    let idle = Set(outcome.idle.map(\.line))
    for change in changes where !outdated.contains(change.line) {
      if let master, !idle.contains(change.line) { withdraw(master) }
      let span = change.start.span(change.length, outlet).doubted(change.doubt)
      guard span.touches(days), !change.isCancelled else {
        findings.note(change.isCancelled ? .cancelled : .outside, change.line)
        continue
      }
      keep(span, group(change, span, uid: nil), change.line, &findings)
    }
  }
}
