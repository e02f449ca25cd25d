import ScheduleModel
import Yams

extension PlanParser {
  /// How a line is spread, said or not.
  mutating func placing(_ mapping: YAMLReader.Mapping, quota: Quantity?) -> Placing {
    let values = mapping.values
    let window = window(values, within: days)
    let weights = weights(values["weights"])
    let months = limits(values["months"])
    let lengths = reader.lengths(values["length"])
    let parts = mapping.values["parts"]?.int.flatMap { (2...100).contains($0) ? $0 : nil } ?? 1
    let works = quota.flatMap { $0.works(of: lengths.map { $0.times(parts) }) }
    // Of a range, the months may hold any number that it allows.
    let mostWorks = quota.flatMap { $0.unit.time == nil ? $0.ceiling : nil } ?? works
    let isReported = values["basis"]?.scalar?.string == PlanLine.QuotaBasis.result.rawValue
    if values["months"] != nil, let works, let mostWorks {
      let least = months.reduce(0) { $0 + $1.lowerBound }
      let most = months.reduce(0) { min(Quantity.largest, $0 + $1.upperBound) }
      if least > mostWorks || most < works {
        let bound = least > mostWorks ? mostWorks : works
        reader.findings.append(
          .monthsContradictQuota(
            quota: bound, least: least, most: most, isReported: isReported, at: mapping.span(of: "months")))
      }
    }
    let pins = reader.list(values["pins"]).compactMap { pin($0) }
    if let mostWorks, pins.count > mostWorks {
      reader.findings.append(
        .pinsPassQuota(
          pins: pins.count, quota: mostWorks, isReported: isReported, at: mapping.span(of: "pins")))
    }
    return Placing(
      grid: reader.references(values["grid"], to: Reference.grid), window: window, weights: weights,
      months: months, perDay: reader.number(values["per-day"], in: 1...1_000), pins: pins,
      minutes: lengths?.upperBound, weekdays: weekdays(values["days"]),
      gapDays: reader.days(values["gap"]),
      preferred: reader.distinctReferences(values["prefer"], to: Reference.grid),
      peaks: reader.items(values["peaks"], .peak).compactMap { peak($0, within: window) },
      leastMinutes: lengths.flatMap { $0.count > 1 ? $0.lowerBound : nil })
  }

  /// Weekdays from Monday on, whatever their order in the file.
  private mutating func weekdays(_ node: Node?) -> [Weekday] {
    var days: Set<Weekday> = []
    for item in reader.list(node) {
      guard let day = reader.weekday(item), !days.insert(day).inserted else { continue }
      let span = reader.span(item)
      reader.findings.append(.weekdayTwice(day, at: span))
    }
    return days.sorted()
  }

  private mutating func peak(_ node: Node, within window: Range<CivilDay>) -> Placing.Peak? {
    guard let mapping = reader.mapping(node, .peak) else { return nil }
    let days = stretch(mapping)
    let weight = reader.number(mapping.values["weight"], in: 1...1_000)
    if let days, !days.overlaps(window) {
      reader.findings.append(.peakOutsideWindow(days, window: window, at: mapping.span))
    }
    guard let days, let weight else { return nil }
    return Placing.Peak(days: days, weight: weight, place: mapping.span.place)
  }

  /// The days from `from` to `to`, which both must be there, as half-open days; `nil` with a finding when
  /// they end before they begin.
  mutating func stretch(_ mapping: YAMLReader.Mapping) -> Range<CivilDay>? {
    let from = dayWithinYear(mapping.values["from"])
    let through = dayWithinYear(mapping.values["to"])
    guard let from, let through,
      validity(from: from, through: through, successor: nil, end: mapping.values["to"]) != .always
    else { return nil }
    return from..<through.advanced(by: 1)
  }

  /// A weight for each month as a list, or some months' as a mapping; a month that is not named weighs 1.
  private mutating func weights(_ node: Node?) -> [Int] {
    let even = Array(repeating: 1, count: months.count)
    guard let node else { return even }
    let span = reader.span(node)
    var weights = even
    if node.sequence != nil {
      let items = reader.list(node)
      guard items.count == months.count else {
        reader.findings.append(.weightForEachMonth(given: items.count, months, at: span))
        return even
      }
      for (month, item) in items.enumerated() { weights[month] = reader.number(item, in: 0...1_000) ?? 1 }
    } else {
      for (month, value) in byMonth(node) { weights[month] = reader.number(value, in: 0...1_000) ?? 1 }
    }
    if weights.allSatisfy({ $0 == 0 }) { reader.findings.append(.weightsAllZero(months, at: span)) }
    return weights
  }

  private mutating func limits(_ node: Node?) -> [ClosedRange<Int>] {
    var limits = Array(repeating: Placing.anyCount, count: months.count)
    guard let node else { return limits }
    for (month, value) in byMonth(node) {
      let range = reader.value(value, PlanValue.range, refused: { .badMonthRange($0, at: $1) })
      guard let (least, most) = range else { continue }
      if least <= most {
        limits[month] = least...most
      } else {
        let span = reader.span(value)
        reader.findings.append(.minimumAboveMaximum(least, most, month: months.key(of: month), at: span))
      }
    }
    return limits
  }

  private mutating func pin(_ node: Node) -> Placing.Pin? {
    guard node.mapping != nil else {
      return dayWithinYear(node).map { Placing.Pin(day: $0, grid: nil, place: reader.source.place(of: node)) }
    }
    guard let mapping = reader.mapping(node, .pin) else { return nil }
    let grid = reader.reference(mapping.values["grid"], to: Reference.grid)
    let day = dayWithinYear(mapping.values["on"])
    return day.map { Placing.Pin(day: $0, grid: grid, place: mapping.span.place) }
  }

  // MARK: - Repeats

  /// How the works are aired again: one mapping, or a list of them.
  mutating func repeats(_ line: YAMLReader.Mapping, quota: Quantity?) -> [Repeats] {
    let lengths = line.values["length"]?.scalar.flatMap { PlanValue.lengths($0.string) }
    let works = quota.flatMap { $0.works(of: lengths) }
    return reader.items(line.values["repeats"], .repeats).compactMap { repeats($0, quota: works) }
  }

  private mutating func repeats(_ node: Node, quota: Int?) -> Repeats? {
    guard let mapping = reader.mapping(node, .repeats) else { return nil }
    let values = mapping.values
    let after = reader.days(values["after"])
    let within = reader.days(values["within"])
    let outlet = reader.reference(values["outlet"], to: Reference.outlet)
    let grid = reader.references(values["grid"], to: Reference.grid)
    let works = reader.number(values["works"], in: 1...Quantity.largest)
    let times = reader.number(values["times"], in: 1...100)
    let nextYear = reader.days(values["into-next-year"])
    if let works, let quota, works > quota {
      reader.findings.append(.repeatsPassQuota(works, quota: quota, at: mapping.span(of: "works")))
    }
    if let after, let within, within < after {
      reader.findings.append(.withinBelowAfter(after: after, within: within, at: mapping.span(of: "within")))
      return nil
    }
    return after.map {
      Repeats(
        afterDays: $0, withinDays: within, outlet: outlet, grid: grid, works: works, times: times ?? 1,
        nextYearDays: nextYear ?? 0, place: mapping.span.place)
    }
  }
}
