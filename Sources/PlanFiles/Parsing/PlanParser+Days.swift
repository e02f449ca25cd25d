import ScheduleModel
import Yams

/// The days of a plan, and its months by their numbers and names.
extension PlanParser {
  /// The most months from the first to the last day of a plan.
  private static let mostMonths = 40

  /// The days from `from` to `to`: in the plan's year, or beyond it where both are said.
  mutating func planDays(_ values: [String: Node]) -> Range<CivilDay> {
    let whole = year.map(CivilDay.year)
    let from = reader.day(values["from"])
    let through = reader.day(values["to"])
    let outside = [("from", from), ("to", through)].filter { _, day in
      day.map { whole?.contains($0) == false } ?? false
    }
    let outer = whole ?? days
    if let year, let (key, day) = outside.first.flatMap({ key, day in day.map { (key, $0) } }),
      let node = values[key]
    {
      let span = reader.span(node)
      guard let from, let through else {
        let other = key == "from" ? "to" : "from"
        reader.findings.append(.planPassesYear(day, year: year, missing: other, at: span))
        return outer
      }
      guard from <= through else { return emptyWindow(from, through, at: values["to"] ?? node, outer) }
      let days = from..<through.advanced(by: 1)
      guard days.overlaps(outer) else {
        reader.findings.append(.dateOutsideYear(day, year: year, at: span))
        return outer
      }
      let run = MonthRun(of: days)
      let isWhole = from.components.day <= through.components.day
      guard run.count <= Self.mostMonths + (isWhole ? 0 : 1) else {
        reader.findings.append(.planTooLong(days, months: run.count, most: Self.mostMonths, at: span))
        return outer
      }
      return days
    }
    let first = from ?? outer.lowerBound
    let last = through ?? outer.upperBound.advanced(by: -1)
    guard first <= last else {
      guard year != nil || (from != nil && through != nil), let node = values["to"] ?? values["from"] else {
        return outer
      }
      return emptyWindow(first, last, at: node, outer)
    }
    return first..<last.advanced(by: 1)
  }

  private mutating func emptyWindow(
    _ from: CivilDay, _ to: CivilDay, at node: Node, _ outer: Range<CivilDay>
  ) -> Range<CivilDay> {
    let span = reader.span(node)
    reader.findings.append(.windowEmpty(from: from, to: to, at: span))
    return outer
  }

  /// A mapping whose keys are months of the plan: `7`, or `2026-07` where there are several Julys.
  mutating func byMonth(_ node: Node) -> [(month: Int, value: Node)] {
    guard let mapping = node.mapping else {
      let span = reader.span(node)
      reader.findings.append(.wrongType(at: span, what: Reference.line, expected: .monthMapping))
      return []
    }
    var seen: Set<Int> = []
    return mapping.compactMap { key, value in
      guard let month = month(key) else { return nil }
      guard seen.insert(month).inserted else {
        let span = reader.span(key)
        reader.findings.append(.monthTwice(months.name(of: month), at: span))
        return nil
      }
      return (month, value)
    }
  }

  /// The place of a month among those of the plan.
  private mutating func month(_ key: Node) -> Int? {
    let text = key.scalar?.string ?? ""
    if let index = months.index(named: text) { return index }
    let span = reader.span(key)
    if text.wholeMatch(of: /[0-9]{4}-[0-9]{2}/) != nil {
      reader.findings.append(.monthOutsidePlan(text, months, at: span))
      return nil
    }
    guard let number = reader.number(key, in: 1...12) else { return nil }
    let places = months.indices(ofMonth: number)
    switch places.count {
    case 1: return places[0]
    case 0: reader.findings.append(.monthOutsidePlan(text, months, at: span))
    default: reader.findings.append(.monthAmbiguous(number, places.map(months.name(of:)), at: span))
    }
    return nil
  }
}
