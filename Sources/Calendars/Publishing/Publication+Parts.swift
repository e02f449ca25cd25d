public import ScheduleModel

extension Publication {
  /// A part of the year of a calendar, as a file of its own.
  public struct Part: Sendable {
    /// The file's name, such as `outlet-truyen-hinh-2018-h1.ics`.
    public let name: String
    /// What it holds, for a list of calendars.
    public let title: Words
    /// Its octets before the first entry.
    public let head: [UInt8]
    /// Where in the whole calendar its entries are.
    public let octets: Range<Int>
    /// Its octets after these: tombstones of what is in another part now, and the end.
    public let tail: [UInt8]

    /// How many octets it has.
    public var size: Int { head.count + octets.count + tail.count }
  }

  /// Where in a calendar the entries of a month begin.
  public struct MonthMark: Hashable, Sendable {
    /// The month, counted from that of the year 0.
    public let month: Int
    /// The place of its first octet.
    public let place: Int

    /// The entries of a month.
    public init(month: Int, place: Int) {
      self.month = month
      self.place = place
    }
  }

  /// The parts of a calendar: those that the plan asks for, and when it is larger than a feed may be, halves, quarters
  /// or months, the longest that are small enough. The finding says which they are, or that none is.
  ///
  /// - Parameters:
  ///   - size: How many octets the calendar has.
  ///   - marks: Where its months begin, in time order.
  public func parts(of calendar: Calendar, size: Int, _ marks: [MonthMark]) -> (
    parts: [Part], findings: [Finding]
  ) {
    func parts(_ length: YearPart) -> [Part] { self.parts(length, of: calendar, size: size, marks) }
    var lengths = Set([calendar.part].compactMap(\.self))
    var findings: [Finding] = []
    if size > terms.largestFeed {
      let fitting = ([calendar.part].compactMap(\.self) + YearPart.allCases).lazy.map { ($0, parts($0)) }
        .first { $0.1.allSatisfy { $0.size <= terms.largestFeed } }
      if let fitting { lengths.insert(fitting.0) }
      findings.append(
        .tooLarge(calendar.name, size, terms.largestFeed, parts: fitting?.1.map(\.name) ?? []))
    }
    let all = YearPart.allCases.filter(lengths.contains).flatMap(parts)
    for part in all where part.size > terms.largestFeed {
      findings.append(.tooLarge(part.name, part.size, terms.largestFeed, parts: []))
    }
    return (all, findings)
  }

  private func parts(
    _ length: YearPart, of calendar: Calendar, size: Int, _ marks: [MonthMark]
  ) -> [Part] {
    let ends = marks.dropFirst().map(\.place) + [size - Self.end.count]
    var parts: [(period: CalendarPeriod, octets: Range<Int>)] = []
    for (mark, end) in zip(marks, ends) {
      let period = CalendarPeriod(CivilDay.month(mark.month % 12 + 1, of: mark.month / 12).lowerBound, length)
      if parts.last?.period == period {
        parts[parts.count - 1].octets = parts[parts.count - 1].octets.lowerBound..<end
      } else {
        parts.append((period, mark.place..<end))
      }
    }
    return parts.map { period, octets in
      let title = Words(
        vi: "\(calendar.title.vi), \(period.words.vi)", en: "\(calendar.title.en), \(period.words.en)")
      var zones = surveys[calendar.number].zones(in: period.months)
      var tail: [UInt8] = []
      for move in entries.moves[calendar.number, default: []]
      where period.months.contains(move.month) && !move.later.contains(where: period.months.contains) {
        entries.append(
          move, taskForms[calendar.number], owner: taskOwners[calendar.number], by: components, to: &tail)
        if let zone = entries.zone(of: move) { zones.insert(zone) }
      }
      return Part(
        name: "\(calendar.name.dropLast(4))-\(period.name).ics", title: title,
        head: head.octets(title: title, zones: zones, isEmpty: false), octets: octets,
        tail: tail + Self.end)
    }
  }
}

extension CalendarPeriod {
  /// Its months, counted from that of the year 0.
  fileprivate var months: Range<Int> {
    let first = year * 12 + (number - 1) * length.months
    return first..<first + length.months
  }
}
