extension LogCoverage {
  /// How many outlets and gaps a sentence names; the rest is given as a number.
  private static let mostNamed = 6

  /// Where the logs of single outlets end before others do, have gaps, or are not there, as a sentence that follows the one
  /// about the last day; `nil` where nothing differs.
  ///
  /// Named are outlets on which something was due since their logs end, and those that carry lines of which nothing is
  /// scheduled.
  public func differences(in plan: Plan) -> Words? {
    missing(in: plan).map { Words(vi: "Riêng \($0.vi).", en: "Not so everywhere: \($0.en).") }
  }

  /// What ``differences(in:)`` names, as a part of a sentence.
  public func missing(in plan: Plan) -> Words? {
    guard stated == nil, let end else { return nil }
    let unscheduled = Set(
      plan.lines.filter { $0.placing == nil && !$0.isEmbedded }.flatMap(\.outlets.ids))
    var parts: [Words] = []
    for outlet in plan.outlets {
      guard let own = logs(of: outlet.id) else { continue }
      let isOver = outlet.validity.through.map { $0 <= own.end } ?? false
      if own.end < end, !isOver, own.dueAfterEnd > 0 || unscheduled.contains(outlet.id) {
        parts.append(
          Words(
            vi: "“\(outlet.name)” chỉ đến \(own.end.forPeople)",
            en: "those of “\(outlet.name)” end on \(own.end.forPeople)"))
      }
      for gap in own.gapsBeforeEnd {
        let last = gap.days.upperBound.advanced(by: -1)
        parts.append(
          gap.days.count == 1
            ? Words(
              vi: "“\(outlet.name)” thiếu ngày \(last.forPeople)",
              en: "those of “\(outlet.name)” lack \(last.forPeople)")
            : Words(
              vi: "“\(outlet.name)” thiếu từ \(gap.days.lowerBound.forPeople) đến \(last.forPeople)",
              en: "those of “\(outlet.name)” lack \(gap.days.lowerBound.forPeople) to \(last.forPeople)"))
      }
    }
    for outlet in plan.outlets where logs(of: outlet.id) == nil && silent.contains(outlet.id) {
      parts.append(Words(vi: "“\(outlet.name)” chưa có nhật ký", en: "“\(outlet.name)” has none"))
    }
    guard !parts.isEmpty else { return nil }
    let shown = parts.prefix(Self.mostNamed)
    let more = parts.count - shown.count
    return Words(
      vi: shown.map(\.vi).joined(separator: "; ") + (more > 0 ? "; và \(more) chỗ khác" : ""),
      en: shown.map(\.en).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : ""))
  }
}
