import ScheduleModel

/// Looks for openings of one channel that are on the air at the same time, and for inserts that do not lie inside
/// their programme.
///
/// A newspaper, a page or an event may have several things at an hour; a channel has one.
struct OverlapCheck {
  private let outlet: Outlet
  private let lines: [GridLine]
  private let openings: [GridLineOpenings]
  /// For each grid line the ids of those inside which it goes out, however long the chain.
  private let hosts: [Set<String>]

  /// The most openings at the same time against which each is held.
  private static let mostAtOnce = 32

  init(_ openings: [GridLineOpenings], of outlet: Outlet) {
    self.openings = openings
    self.outlet = outlet
    let lines = openings.map(\.line)
    self.lines = lines
    hosts = lines.map { line in
      var hosts: Set<String> = []
      var next = line.inside
      while let id = next, hosts.insert(id).inserted { next = lines.first { $0.id == id }?.inside }
      return hosts
    }
  }

  /// One for each pair of grid lines that overlap, then one for each insert that is outside; both in the plan's order.
  var findings: [Finding] {
    switch outlet.kind {
    case .television, .radio, .loudspeaker: overlaps + outside
    case .newspaper, .website, .socialPage, .outdoor, .print, .event: []
    }
  }

  // MARK: Overlaps

  /// An opening on the air, in seconds since 1970 on the outlet's clock, half-open.
  private struct Airtime {
    let line: Int
    let day: CivilDay
    let start: Int
    let end: Int
  }

  /// Two grid lines, by their places.
  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// What two grid lines have in common.
  private struct Meeting {
    var count = 0
    var day: CivilDay
    /// Whether the first or the second lies wholly inside the other each time.
    var firstIsInside = true
    var secondIsInside = true
  }

  private var overlaps: [Finding] {
    var meetings: [Pair: Meeting] = [:]
    var open: [Airtime] = []
    for next in airtimes {
      open.removeAll { $0.end <= next.start }
      for other in open.suffix(Self.mostAtOnce)
      where !hosts[other.line].contains(lines[next.line].id)
        && !hosts[next.line].contains(lines[other.line].id)
      {
        let isInOrder = other.line <= next.line
        let (first, second) = isInOrder ? (other, next) : (next, other)
        var meeting = meetings[Pair(first: first.line, second: second.line)] ?? Meeting(day: next.day)
        meeting.count += 1
        meeting.firstIsInside =
          meeting.firstIsInside && second.start <= first.start && first.end <= second.end
        meeting.secondIsInside =
          meeting.secondIsInside && first.start <= second.start && second.end <= first.end
        meetings[Pair(first: first.line, second: second.line)] = meeting
      }
      open.append(next)
    }
    return meetings.sorted { ($0.key.second, $0.key.first) < ($1.key.second, $1.key.first) }.map {
      pair, meeting in
      var insert: (GridLine, GridLine)?
      if meeting.secondIsInside { insert = (lines[pair.second], lines[pair.first]) }
      if meeting.firstIsInside, !meeting.secondIsInside { insert = (lines[pair.first], lines[pair.second]) }
      return .overlap(
        lines[pair.first], lines[pair.second], on: outlet, count: meeting.count, first: meeting.day,
        insert: pair.first == pair.second ? nil : insert)
    }
  }

  /// Of a known hour and length, by start.
  private var airtimes: [Airtime] {
    openings.enumerated().flatMap { number, opening in
      opening.slots.compactMap { slot in
        guard case .timed(let start, let minutes) = slot.timing, minutes > 0 else { return nil }
        return Airtime(
          line: number, day: slot.timing.day, start: start.seconds, end: start.seconds + minutes * 60)
      }
    }.sorted { ($0.start, $0.line, $0.end) < ($1.start, $1.line, $1.end) }
  }

  // MARK: Inserts

  private var outside: [Finding] {
    openings.compactMap { opening in
      guard let id = opening.line.inside, let host = openings.first(where: { $0.line.id == id }),
        host.line.id != opening.line.id
      else { return nil }
      let programmes = Dictionary(grouping: host.slots, by: \.timing.day)
      let alone = opening.slots.filter { slot in
        let day = slot.timing.day
        let near = [day.advanced(by: -1), day].flatMap { programmes[$0] ?? [] }
        return !near.contains { Self.mayHold($0.timing, slot.timing) }
      }
      return alone.map(\.timing.day).min().map {
        .insertAlone(opening.line, in: host.line, on: outlet, count: alone.count, first: $0)
      }
    }
  }

  /// Whether a programme holds an insert, as far as hours and lengths are known.
  private static func mayHold(_ programme: SlotTiming, _ insert: SlotTiming) -> Bool {
    guard case .timed(let start, let minutes) = programme, case .timed(let own, let length) = insert else {
      return programme.days.overlaps(insert.days)
    }
    let end = minutes > 0 ? start.seconds + minutes * 60 : Int.max
    guard start.seconds <= own.seconds, own.seconds + length * 60 <= end else { return false }
    return minutes > 0 ? own.seconds < end : start.day == own.day
  }
}

extension Finding {
  /// Two grid lines of a channel that are open at the same time, or one that opens twice.
  ///
  /// - Parameter insert: The one that lies inside the other each time, and that other.
  fileprivate static func overlap(
    _ one: GridLine, _ other: GridLine, on outlet: Outlet, count: Int, first: CivilDay,
    insert: (GridLine, GridLine)?
  ) -> Finding {
    let named = (one.hours, other.hours)
    let day = first.words
    let times =
      count == 1
      ? Words(vi: " ngày \(day.vi)", en: " on \(day.en)")
      : Words(vi: ": \(count) lần, lần đầu ngày \(day.vi)", en: ": \(count) times, first on \(day.en)")
    let message =
      one.id == other.id
      ? Words(
        vi:
          "Khung giờ \(named.0) (\(outlet.name)) mở hai lần cùng một lúc\(times.vi).",
        en:
          "Grid line \(named.0) (\(outlet.name)) opens twice at the same time\(times.en)."
      )
      : Words(
        vi:
          "Khung giờ \(named.0) và \(named.1) (\(outlet.name)) phát cùng một lúc\(times.vi).",
        en:
          "Grid lines \(named.0) and \(named.1) (\(outlet.name)) are on the air at the same time\(times.en)."
      )
    let apart = Words(
      vi: "cho một khung nghỉ những ngày này (except), hoặc sửa giờ ghi nhầm.",
      en: "let one of them not open on these days (except), or correct an hour that is wrong.")
    let remedy =
      insert.map { insert, host in
        Words(
          vi:
            "“\(insert.id)” phát bên trong “\(host.id)” thì ghi ở “\(insert.id)”: inside: \(host.id)\nNếu không, \(apart.vi)",
          en:
            "If “\(insert.id)” goes out inside “\(host.id)”, write at “\(insert.id)”: inside: \(host.id)\nIf not, \(apart.en)"
        )
      }
      ?? Words(
        vi: "Cho một khung nghỉ những ngày này (except), hoặc sửa giờ ghi nhầm.",
        en: "Let one of them not open on these days (except), or correct an hour that is wrong.")
    return Finding(.openingsOverlap, .warning, at: other.place, message, remedy: remedy)
  }

  /// Openings of an insert while its programme is not on the air.
  fileprivate static func insertAlone(
    _ line: GridLine, in host: GridLine, on outlet: Outlet, count: Int, first: CivilDay
  ) -> Finding {
    let day = first.words
    return Finding(
      .insertOutside, .warning, at: line.place,
      Words(
        vi:
          "Khung giờ \(line.hours) (\(outlet.name)) ghi phát bên trong \(host.hours), nhưng \(count) lần không nằm "
          + "trong đó, lần đầu ngày \(day.vi).",
        en:
          "Grid line \(line.hours) (\(outlet.name)) goes out inside \(host.hours), but \(count == 1 ? "once" : "\(count) times") "
          + "it does not lie there, first on \(day.en)."),
      remedy: Words(
        vi: "Đối chiếu ngày, giờ của hai khung; “\(line.id)” phát riêng thì xóa inside.",
        en: "Compare days and hours of both; where “\(line.id)” goes out by itself, delete inside."))
  }
}

extension GridLine {
  /// `“thoi-su” 20:00–20:45`, as much of it as is stated.
  fileprivate var hours: String {
    guard let at else { return "“\(id)”" }
    guard minutes > 0 else { return "“\(id)” \(at)" }
    let end = TimeOfDay(seconds: (at.seconds + minutes * 60) % 86_400) ?? .midnight
    return "“\(id)” \(at)–\(end)"
  }
}
