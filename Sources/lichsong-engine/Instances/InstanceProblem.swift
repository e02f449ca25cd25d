import Allocation
import ScheduleModel

/// Makes a problem of an instance's rows, and tells what in them contradicts another row.
struct InstanceProblem {
  private let rows: InstanceRows
  private let places: TextPlaces
  private var findings: BoundedFindings
  private let isOpen: OpenDays
  private let slots: SlotsByType

  /// The problem; a series that could not be read is in it without units. `nil` when there would be more
  /// choices than memory should hold.
  static func build(
    _ rows: InstanceRows, places: TextPlaces,
    into findings: inout BoundedFindings
  ) -> Problem? {
    var builder = InstanceProblem(
      rows: rows, places: places, findings: findings, isOpen: OpenDays(rows), slots: SlotsByType(rows.slots))
    defer { findings = builder.findings }
    guard builder.slots.choices(of: rows) <= InstanceBounds.choices else {
      builder.findings.append(.tooManyChoices(at: places.place(of: 0)))
      return nil
    }
    return builder.problem()
  }

  private mutating func problem() -> Problem {
    let aired = airedDays()
    let published = slotsBySeries(rows.published, "published")
    let series = rows.series.indices.map {
      self.series($0, aired: aired[$0], published: published[$0])
    }
    return Problem(
      days: rows.days, firstOpenDay: rows.airedUntil, monthStart: rows.monthStart, outlets: outlets(),
      slots: rows.slots.map {
        Problem.Slot(outlet: max(0, Int($0.outlet)), day: Int($0.day), pieces: Int($0.pieces))
      },
      series: series, translators: rows.translators.map { Problem.Translator(perWeek: $0.perWeek) })
  }

  /// What aired in the month of the first open day has used up some of that month's limit.
  private func outlets() -> [Problem.Outlet] {
    let month = rows.monthStart.lastIndex { $0 <= rows.airedUntil } ?? 0
    var used = Array(repeating: 0, count: rows.outlets.count)
    for pair in rows.aired where Int(rows.slots[pair.slot].day) >= rows.monthStart[month] {
      let outlet = Int(rows.slots[pair.slot].outlet)
      if outlet >= 0 { used[outlet] += 1 }
    }
    return zip(rows.outlets, used).map { outlet, used in
      var perMonth = outlet.perMonth
      if month < 12, let limit = perMonth?[month] { perMonth?[month] = max(0, limit - used) }
      return Problem.Outlet(perDay: outlet.perDay, perMonth: perMonth)
    }
  }

  /// The slots of pairs by series, ascending; those that are there twice are told.
  private mutating func slotsBySeries(_ pairs: [InstanceRows.Pair], _ list: String) -> [[Int]] {
    var slots: [[Int]] = Array(repeating: [], count: rows.series.count)
    for pair in pairs { slots[pair.series].append(pair.slot) }
    for series in slots.indices {
      slots[series].sort()
      for (slot, next) in zip(slots[series], slots[series].dropFirst()) where slot == next {
        findings.append(
          .pairTwice(
            list, rows.seriesName(series), rows.slotName(slot),
            at: places.place(of: rows.series[series].offset)))
      }
    }
    return slots
  }

  private mutating func airedDays() -> [[Int]] {
    slotsBySeries(rows.aired, "aired").map { slots in slots.map { Int(rows.slots[$0].day) }.sorted() }
  }

  // MARK: A series

  private mutating func series(_ index: Int, aired: [Int], published: [Int]) -> Problem.Series {
    let row = rows.series[index]
    let free = 0...Int(Int32.max)
    guard !row.isUnread, isSound(index) else {
      return Problem.Series(
        quota: aired.count, aired: aired, dayWeights: Array(repeating: 0, count: rows.days), choices: [],
        perMonth: Array(repeating: free, count: 12))
    }
    let isOpen = isOpen.days(of: row.outlet)
    var weights = Array(repeating: 0, count: rows.days)
    for month in 0..<12 {
      for day in rows.monthStart[month]..<rows.monthStart[month + 1]
      where day >= row.first && day <= row.last && isOpen[day] {
        weights[day] = row.weights[month]
      }
    }
    let pins = row.pins.sorted()
    let choices = slots.usable(by: row, isOpen: isOpen).map { slot, cost in
      Problem.Choice(
        slot: slot, least: pins.holdsSorted(slot) ? 1 : 0, preference: cost,
        published: published.holdsSorted(slot) ? 1 : 0)
    }
    checkPins(pins, index, isOpen: isOpen)
    return Problem.Series(
      quota: row.quota, aired: aired, dayWeights: weights, choices: choices, perDay: row.perDay,
      perMonth: (0..<12).map { month in
        rows.monthStart[month] >= rows.airedUntil ? row.least[month]...row.most[month] : free
      },
      follows: row.source.map {
        Problem.Follows(source: $0, leastDays: row.lead, translator: row.translator)
      })
  }

  /// Whether the values of a row agree with one another; tells each that does not.
  private mutating func isSound(_ index: Int) -> Bool {
    let row = rows.series[index]
    let name = ProblemNames.Name(rows.seriesName(index), at: places.place(of: row.offset))
    var isSound = true
    func tell(_ finding: Finding) {
      findings.append(finding)
      isSound = false
    }
    if row.first > row.last { tell(.windowEnds(name, first: row.first, last: row.last)) }
    for month in 0..<12 where row.least[month] > row.most[month] {
      tell(.leastAboveMost(name, month: month, least: row.least[month], most: row.most[month]))
    }
    for type in row.types where !slots.has(type.type, outlet: row.outlet) {
      tell(.typeWithoutSlots(name, type: type.type, outlet: rows.outletName(row.outlet)))
    }
    if let source = row.source {
      if source >= rows.series.count {
        tell(.noSuch("series", source, "series[\(index)].source", rows.series.count, at: name.place))
      }
      if row.translator == nil { tell(.translatorMissing(name)) }
    } else if row.translator != nil {
      tell(.translatorWithoutSource(name))
    }
    return isSound
  }

  /// Tells of each pin on a slot that the series may not use, and why.
  private mutating func checkPins(_ pins: [Int], _ index: Int, isOpen: [Bool]) {
    let row = rows.series[index]
    let name = ProblemNames.Name(rows.seriesName(index), at: places.place(of: row.offset))
    for (pin, next) in zip(pins, pins.dropFirst()) where pin == next {
      findings.append(.pairTwice("pins", name.words, rows.slotName(pin), at: name.place))
    }
    for pin in pins {
      let slot = rows.slots[pin]
      let day = Int(slot.day)
      guard slot.outlet >= 0 else { continue }
      let why: Finding.PinFault? =
        if slot.outlet != row.outlet {
          .otherOutlet
        } else if !row.types.contains(where: { $0.type == slot.type }) {
          .otherType(Int(slot.type))
        } else if day < rows.airedUntil {
          .past(rows.airedUntil)
        } else if day < row.first || day > row.last {
          .outsideWindow(row.first...row.last)
        } else if !isOpen[day] {
          .blackout
        } else {
          nil
        }
      if let why { findings.append(.pinCannotBeKept(name, rows.slotName(pin), why)) }
    }
  }
}

extension [Int] {
  /// Whether an ascending array has a number: by halving, for there may be many.
  fileprivate func holdsSorted(_ number: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
