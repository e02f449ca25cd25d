import ScheduleModel

/// What is left of a plan and its slots from a day on.
struct RestOfYear {
  /// The plan from that day on: no pins before it; what outlets take in the begun month, and the least and the
  /// most of lines there, lowered by what has aired in it.
  let plan: Plan
  /// The slots, under their old indices; one that is open in a month that has begun holds less by what has aired
  /// of it.
  let slots: [Slot]

  init(of year: Plan, slots: [Slot], _ start: YearSoFar) {
    let aired = start.published.filter { start.aired[$0.uid] != nil }
    // Several languages in one programme take one piece.
    let programmes = Dictionary(grouping: aired) { placement in
      let isTogether =
        year.isVersionFirstRun(placement)
        && year.line(placement.line)?.versions?.together == true
      return isTogether
        ? "\(placement.line) \(placement.edition)" : placement.uid
    }
    let units = programmes.sorted { $0.key < $1.key }.compactMap(\.value.first)
    let inMonth = units.filter { start.aired[$0.uid].map { $0.isInMonth(of: start.from) } ?? false }
    let byOutlet = Dictionary(grouping: inMonth, by: \.outlet).mapValues(\.count)
    let byLine = Dictionary(grouping: inMonth.filter(year.isOriginalFirstRun), by: \.line).mapValues(\.count)
    let bySlot = Dictionary(grouping: units, by: \.slot).mapValues(\.count)
    let month = year.months.index(of: start.from) ?? 0
    plan = year.with(
      days: start.from..<year.days.upperBound,
      outlets: year.outlets.map { $0.lowered(in: month, by: byOutlet[$0.id] ?? 0) },
      lines: year.lines.map { $0.rest(from: start.from, in: month, less: byLine[$0.id] ?? 0) })
    self.slots = slots.map { slot in
      guard slot.lastDay >= start.from else { return slot }
      // The small hours of the first day belong to the day before.
      guard start.isOpen(slot.timing, on: slot.outlet) else { return slot.with(pieces: 0) }
      return bySlot[slot.id].map { slot.with(pieces: max(0, slot.pieces - $0)) } ?? slot
    }
  }
}

extension CivilDay {
  /// Whether it lies in the same month as another day.
  fileprivate func isInMonth(of other: CivilDay) -> Bool { (year, month) == (other.year, other.month) }
}

extension PlanLine {
  /// The line without what lies before a day, and with less in its month, which is told by its place.
  fileprivate func rest(from day: CivilDay, in month: Int, less count: Int) -> PlanLine {
    guard let placing else { return self }
    let months = placing.months.enumerated().map { index, range -> ClosedRange<Int> in
      if index < month { return 0...range.upperBound }
      guard index == month, count > 0 else { return range }
      let most = range.upperBound == Quantity.largest ? range.upperBound : max(0, range.upperBound - count)
      return min(most, max(0, range.lowerBound - count))...most
    }
    return with(
      placing: Placing(
        grid: placing.grid, window: placing.window, weights: placing.weights, months: months,
        perDay: placing.perDay, pins: placing.pins.filter { $0.day >= day }, minutes: placing.minutes,
        weekdays: placing.weekdays, gapDays: placing.gapDays, preferred: placing.preferred,
        peaks: placing.peaks, leastMinutes: placing.leastMinutes))
  }

  private func with(placing: Placing) -> PlanLine {
    PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis, placing: placing,
      versions: versions, responsibility: responsibility, topics: topics, tone: tone, overlap: overlap,
      note: note, place: place, repeats: repeats, counting: counting, houseNumber: houseNumber,
      aliases: aliases, languages: languages)
  }
}

extension Outlet {
  /// The outlet with a lower limit in a month, 0 at least.
  fileprivate func lowered(in month: Int, by count: Int) -> Outlet {
    guard count > 0, var most = perMonth, most[month] != Quantity.largest else { return self }
    most[month] = max(0, most[month] - count)
    return Outlet(
      id: id, name: name, kind: kind, level: level, owner: owner, zone: zone, validity: validity, grid: grid,
      place: place, perDay: perDay, perMonth: most, dayStarts: dayStarts, relays: relays)
  }
}

extension Plan {
  fileprivate func with(days: Range<CivilDay>, outlets: [Outlet], lines: [PlanLine]) -> Plan {
    Plan(
      id: id, title: title, year: year, days: days, revised: revised, documents: documents, units: units,
      outlets: outlets, blackouts: blackouts, topics: topics, lines: lines, totals: totals,
      matching: matching,
      remarks: remarks, successor: successor, translators: translators, months: months)
  }
}
