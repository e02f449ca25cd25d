import ScheduleModel

/// Rows of a log about one event of several days: a contest that is noted on each of them is one work, on the days
/// planned or on others.
struct SpanRows {
  /// A row and the first one of its event.
  private(set) var pairs: [JoinedRows.Pair] = []

  private let placements: [Placement]
  private let entries: [AsRunEntry]
  private let origins: [LineRecogniser.Recognised]
  private let named: OptionalIndices

  /// A line on one outlet.
  private struct Column: Hashable {
    let outlet: String
    let line: String
  }

  /// What was held on days that follow each other.
  private struct Event {
    let head: Int
    var days: ClosedRange<CivilDay>
    /// How many days it is planned to last.
    let length: Int
    var edition: Int?
    /// The placement that one of its rows names, or on whose days it was held.
    var placement: Int?
  }

  /// Finds them.
  ///
  /// Rows on the days of a placement are of its event, unless they name another edition. Of the others, those of
  /// one event are that lie no farther apart than it is long. What goes on the next day is of it too, where no other
  /// event of the line is still to come; where one is, it is not sure.
  ///
  /// - Parameters:
  ///   - order: The indices of the entries by outlet and time.
  ///   - named: The placement that a row names by its UID.
  ///   - isSettled: Whether somebody said by hand what a row is, or it is counted with another already.
  init(
    of placements: [Placement], in entries: [AsRunEntry], order: [Int],
    origins: [LineRecogniser.Recognised], named: OptionalIndices, isSettled: (Int) -> Bool
  ) {
    self.placements = placements
    self.entries = entries
    self.origins = origins
    self.named = named
    var spans: [Column: [Int]] = [:]
    for (number, placement) in placements.enumerated() {
      guard case .span = placement.timing else { continue }
      spans[Column(outlet: placement.outlet, line: placement.line), default: []].append(number)
    }
    guard !spans.isEmpty else { return }
    // What the line has besides, on single days, is not of its events.
    let others = Set(
      placements.lazy.filter { placement in
        if case .span = placement.timing { false } else { true }
      }.map { Column(outlet: $0.outlet, line: $0.line) })
    var columns: [Column: [Int]] = [:]
    for index in order where entries[index].status == .aired && !isSettled(index) {
      guard let line = origins[index].onlyLine else { continue }
      let column = Column(outlet: entries[index].outlet, line: line)
      if spans[column] != nil { columns[column, default: []].append(index) }
    }
    for (column, rows) in columns.sorted(by: { $0.value[0] < $1.value[0] }) {
      gather(rows, spans[column] ?? [], joinsMoved: !others.contains(column))
    }
  }

  /// Gathers the events of a line on an outlet.
  private mutating func gather(_ rows: [Int], _ numbers: [Int], joinsMoved: Bool) {
    var events: [Event] = []
    var taken: Set<Int> = []
    var lengths: [Int] = []
    for number in numbers {
      guard case .span(let days) = placements[number].timing else { continue }
      lengths.append(days.count)
      let own = rows.filter { index in
        days.contains(entries[index].broadcastDay) && (named[index] ?? number) == number
          && (origins[index].edition ?? placements[number].edition) == placements[number].edition
          && !taken.contains(index)
      }
      taken.formUnion(own)
      guard let head = own.first, let last = own.last else { continue }
      events.append(
        Event(
          head: head, days: entries[head].broadcastDay...entries[last].broadcastDay, length: days.count,
          edition: placements[number].edition, placement: number))
      pairs += own.dropFirst().map { JoinedRows.Pair(head: head, part: $0, isSure: true) }
    }
    guard joinsMoved, let length = lengths.max() else { return }
    for index in rows where !taken.contains(index) {
      let day = entries[index].broadcastDay
      func isOf(_ event: Event) -> Bool {
        (origins[index].edition ?? event.edition) == (event.edition ?? origins[index].edition)
          && (named[index] ?? event.placement) == (event.placement ?? named[index])
      }
      func days(with event: Event) -> ClosedRange<CivilDay> {
        min(event.days.lowerBound, day)...max(event.days.upperBound, day)
      }
      let within = events.lastIndex { isOf($0) && days(with: $0).count <= $0.length }
      let next = within ?? events.lastIndex { isOf($0) && $0.days.upperBound.advanced(by: 1) == day }
      // Another event that is still to come may have begun on the next day.
      let isSure = within != nil || events.count >= numbers.count
      if let found = next {
        pairs.append(JoinedRows.Pair(head: events[found].head, part: index, isSure: isSure))
        if isSure {
          events[found].days = days(with: events[found])
          events[found].edition = events[found].edition ?? origins[index].edition
          events[found].placement = events[found].placement ?? named[index]
          continue
        }
      }
      events.append(
        Event(
          head: index, days: day...day, length: length, edition: origins[index].edition,
          placement: named[index]))
    }
  }
}
