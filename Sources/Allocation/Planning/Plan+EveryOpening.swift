public import ScheduleModel

extension Plan {
  /// The lines whose quota is a number of works for each opening of their grid line, with the figure that these make and so
  /// many works on a day, by their index in ``Plan/lines``.
  ///
  /// - Parameter slots: The dated openings.
  /// - Returns: Lines for which something opens, and what is to be told of each that asks so.
  /// - Complexity: O(slots) for each such line.
  public func countingOpenings(in slots: [Slot]) -> (lines: [Int: PlanLine], findings: [Finding]) {
    guard lines.contains(where: \.asksForEveryOpening) else { return ([:], []) }
    let use = SlotUse(plan: self, slots: slots)
    var counted: [Int: PlanLine] = [:]
    var findings: [Finding] = []
    for (index, line) in lines.enumerated() where line.asksForEveryOpening {
      guard let placing = line.placing, let each = line.quota else { continue }
      let openings = use.slots(for: SlotUse.Place(originalsOf: line, placing)).map { slots[$0] }
      let quota = Quantity(each.value * openings.count, each.unit)
      findings.append(.quotaByOpenings(line, each: each, openings: openings, quota: quota))
      guard !openings.isEmpty else { continue }
      // A blackout may move an opening to the day of another.
      let onOneDay = Dictionary(grouping: openings, by: \.firstDay).values.map(\.count).max() ?? 1
      let perDay = min(placing.perDay ?? .max, each.value * onOneDay)
      counted[index] = line.asking(for: quota, placing: placing.with(perDay: .some(perDay)), perOpening: each)
    }
    return (counted, findings)
  }
}

extension Finding {
  /// - Parameters:
  ///   - each: How many works for each opening.
  ///   - openings: Those that the line may use, in time order.
  ///   - quota: What they make together.
  fileprivate static func quotaByOpenings(
    _ line: PlanLine, each: Quantity, openings: [Slot], quota: Quantity
  ) -> Finding {
    let grid = line.placing?.grid.first ?? "–"
    guard let first = openings.first?.timing.day, let last = openings.last?.timing.day else {
      return Finding(
        .quotaByOpenings, .error, at: line.place, width: line.id.count,
        Words(
          vi:
            "“\(line.title)” có chỉ tiêu theo từng buổi (\(each.text(in: .vietnamese))) nhưng khung giờ “\(grid)” không có "
            + "buổi nào dùng được trong thời gian của chỉ tiêu.",
          en:
            "“\(line.title)” asks for \(each.text(in: .english)), but the grid line “\(grid)” has no opening that it may "
            + "use in its days."),
        remedy: Words(
          vi: "Xem lại khung giờ, from, to, days và ngày nghỉ của chỉ tiêu này.",
          en: "See the grid line, and from, to, days and blackouts of this line."))
    }
    let count = openings.count
    return Finding(
      .quotaByOpenings, .info, at: line.place, width: line.id.count,
      Words(
        vi:
          "“\(line.title)”: \(each.text(in: .vietnamese)), khung giờ “\(grid)” có \(grouped(count, in: .vietnamese)) buổi từ "
          + "\(first.forPeople) đến \(last.forPeople): chỉ tiêu là \(quota.text(in: .vietnamese)).",
        en: "“\(line.title)”: \(each.text(in: .english)), and the grid line “\(grid)” has "
          + "\(grouped(count, in: .english)) \(count == 1 ? "opening" : "openings") from \(first) to \(last): the quota is "
          + "\(quota.text(in: .english))."))
  }
}
