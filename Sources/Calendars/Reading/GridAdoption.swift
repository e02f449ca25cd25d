public import ScheduleModel

/// Turns what somebody else's calendar has into grid lines of an outlet.
///
/// An event with a rule becomes a line with that rule, as long as the rule, counted from a day of the plan,
/// opens on the very days on which the event happens; days that were taken out stand in `except`, and what
/// was moved to another hour in a line of its own. Every other event becomes a list of `dates`.
public struct GridAdoption {
  /// A grid line, and what it was in the calendar.
  public struct Line: Sendable {
    /// The grid line; its place is that of the event.
    public let line: GridLine
    /// The title of the event; empty when it has none.
    public let title: String
  }

  /// The lines, in the order of the file.
  public private(set) var lines: [Line] = []
  /// What a plan cannot say, and openings that overlap.
  public private(set) var findings: [Finding] = []

  private let terms: CalendarReading.Terms
  /// Whether what is held there may last several days; elsewhere such an event is days off.
  private let lastsDays: Bool
  private var ids: Set<String>
  private var openings: [Opening] = []

  /// The time of an opening, and whose it is.
  private struct Opening {
    let start: Int
    let end: Int
    let line: String
    /// The line of the file; 0 for an opening that the plan has already.
    let number: Int
  }

  private static let mostOverlaps = 50

  /// - Parameters:
  ///   - outlet: The outlet as the plan has it; `nil` when the plan is not known.
  ///   - plan: The plan; `nil` when it is not known.
  public init(_ reading: CalendarReading, _ terms: CalendarReading.Terms, outlet: Outlet?, plan: Plan?) {
    self.terms = terms
    lastsDays = outlet.map { [.event, .outdoor, .print].contains($0.kind) } ?? false
    ids = Set(outlet?.grid.map(\.id) ?? [])
    if let outlet, let plan {
      for line in outlet.grid {
        for slot in GridLineOpenings(of: line, on: outlet, in: plan).slots {
          guard case .timed(let start, let minutes) = slot.timing else { continue }
          openings.append(
            Opening(start: start.seconds, end: start.seconds + minutes * 60, line: line.id, number: 0))
        }
      }
    }
    let busy = reading.events.filter { $0.kind == .unnamed }
    if let first = busy.first { findings.append(.busyIsNoGrid(busy.count, at: place(first))) }
    for event in reading.events where event.kind != .unnamed {
      for (doubt, days) in event.doubts {
        findings.append(.notCertain(doubt, days: days, at: place(event)))
      }
      adopt(event.withoutDoubts)
    }
    tellOverlaps()
  }

  private func place(_ event: ReadEvent) -> SourcePlace { SourcePlace(file: terms.file, line: event.line) }

  private mutating func adopt(_ event: ReadEvent) {
    let spans = event.spans.filter { terms.days.contains($0.from.day) }
    var groups: [Hour: [CivilDay]] = [:]
    for span in spans {
      let isDay = event.kind(of: span).isWholeDays
      let hour = Hour(second: span.from.time.seconds, seconds: span.seconds, isDay: isDay)
      groups[hour, default: []].append(span.from.day)
    }
    let hours = groups.sorted { left, right in
      (right.value.count, left.key) < (left.value.count, right.key)
    }
    for (index, (hour, days)) in hours.enumerated() {
      guard let fault = fault(hour) else {
        append(event, hour, Array(Set(days)).sorted(), isMain: index == 0)
        continue
      }
      findings.append(.notAGridLine(event.title, fault, days: days, at: place(event)))
    }
  }

  private func fault(_ hour: Hour) -> GridFault? {
    if hour.isDay { return hour.seconds == 86_400 || lastsDays ? nil : .severalDays(hour.seconds / 86_400) }
    if hour.seconds % 60 != 0 { return .oddLength(hour.seconds) }
    return hour.seconds > 86_400 ? .tooLong(hour.seconds / 3_600) : nil
  }

  private mutating func append(_ event: ReadEvent, _ hour: Hour, _ days: [CivilDay], isMain: Bool) {
    let id = id(for: event.title)
    let isDay = hour.isDay
    let rule = isMain ? event.rule.flatMap { RuleFit($0, days: days, within: terms.days) } : nil
    if isMain, event.rule != nil, rule == nil, days.count > 2 {
      findings.append(.ruleBecameDates(event.title, days: days.count, at: place(event)))
    }
    let line = GridLine(
      id: id, recurrence: rule.map { .rule($0.rule) } ?? .dates(days),
      at: isDay ? nil : TimeOfDay(seconds: hour.second), minutes: isDay ? 0 : hour.seconds / 60, pieces: 1,
      languages: [], validity: Validity(from: rule?.from, through: rule?.through), inBlackout: .drop,
      place: place(event), except: rule?.except ?? [], spanDays: isDay ? max(1, hour.seconds / 86_400) : 1)
    lines.append(Line(line: line, title: event.title))
    guard !isDay else { return }
    for day in days {
      let start = LocalTime(day).seconds + hour.second
      openings.append(Opening(start: start, end: start + hour.seconds, line: id, number: event.line))
    }
  }

  /// A start and a length, in seconds, or whole days.
  private struct Hour: Hashable, Comparable {
    let second: Int
    let seconds: Int
    let isDay: Bool

    static func < (left: Hour, right: Hour) -> Bool {
      (left.second, left.seconds, left.isDay ? 0 : 1) < (right.second, right.seconds, right.isDay ? 0 : 1)
    }
  }

  /// An id of the title's letters, which no other line of the outlet has.
  private mutating func id(for title: String) -> String {
    let stem = PlainWord.id(of: title, otherwise: "khung")
    var id = stem
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }

  // MARK: Overlaps

  /// Two lines that are open at the same time: told once for each pair, with the first day.
  private mutating func tellOverlaps() {
    var pairs: [Pair: (day: CivilDay, number: Int, count: Int)] = [:]
    var open: [Opening] = []
    for opening in openings.sorted(by: { ($0.start, $0.end, $0.line) < ($1.start, $1.end, $1.line) }) {
      open.removeAll { $0.end <= opening.start }
      // However many overlap at once, a few of them say it.
      for other in open.suffix(8) where max(other.number, opening.number) > 0 {
        let pair = Pair(one: min(other.line, opening.line), other: max(other.line, opening.line))
        let number = max(other.number, opening.number)
        let day = LocalTime(seconds: opening.start).day
        pairs[pair] = (pairs[pair]?.day ?? day, pairs[pair]?.number ?? number, (pairs[pair]?.count ?? 0) + 1)
      }
      if open.count < 100 { open.append(opening) }
    }
    let told = pairs.sorted {
      ($0.value.number, $0.key.one, $0.key.other) < ($1.value.number, $1.key.one, $1.key.other)
    }
    findings += told.prefix(Self.mostOverlaps).map { pair, seen in
      .overlap(
        pair.one, pair.other, first: seen.day, count: seen.count,
        at: SourcePlace(file: terms.file, line: seen.number))
    }
    if told.count > Self.mostOverlaps {
      findings.append(.moreOverlaps(told.count - Self.mostOverlaps, in: terms.file))
    }
  }

  private struct Pair: Hashable {
    let one: String
    let other: String
  }
}

/// Why an event is no grid line.
enum GridFault {
  case severalDays(Int)
  case oddLength(Int)
  case tooLong(Int)
}
