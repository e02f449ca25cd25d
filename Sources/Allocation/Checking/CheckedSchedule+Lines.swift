import ScheduleModel

extension CheckedSchedule {
  /// What lines may have on a day and in a month, the days between their works, and their pins.
  var lines: [RuleViolation] {
    series.filter { $0.followUp == nil && !$0.isCompanion }.flatMap { one in
      perDay(one) + months(one) + gaps(one) + pins(one)
    }
  }

  private func perDay(_ one: Series) -> [RuleViolation] {
    guard let perDay = one.placing.perDay else { return [] }
    return Dictionary(grouping: one.placements, by: days).compactMap { days, placements in
      let most = perDay * days.count
      guard placements.count > most, placements.contains(where: isJudged) else { return nil }
      let listed = words.listed(placements)
      let day = days.lowerBound
      return RuleViolation(
        .perDay, line: one.line.id, uids: placements.map(\.uid), day: day, limit: most,
        found: placements.count,
        Words(
          vi:
            "“\(one.line.title)” chỉ được \(most) tác phẩm ngày \(day.forPeople), dự thảo xếp \(placements.count): "
            + "\(listed.vi).",
          en:
            "“\(one.line.title)” may have \(most) on \(day.forPeople), the draft has \(placements.count): \(listed.en)."
        ),
        remedy: Words(
          vi: "Dời \(placements.count - most) tác phẩm sang ngày khác, hoặc nâng per-day của chỉ tiêu.",
          en: "Move \(placements.count - most) of them to another day, or raise the line's per-day."))
    }
  }

  private func months(_ one: Series) -> [RuleViolation] {
    let byMonth = Dictionary(grouping: one.placements) { day(of: $0).firstOfMonth }
    return plan.months.indices.compactMap { month in
      let days = plan.months.days(of: month)
      let placements = byMonth[days.lowerBound] ?? []
      let pinned = one.placing.pins.count { days.contains($0.day) }
      let limits = demands[one.demand].limits(in: month)
      let most = max(limits.upperBound, min(pinned, one.placing.months[month].upperBound))
      if placements.count > most, placements.contains(where: isJudged) {
        return overMonth(one, month, most, placements)
      }
      let isOpen = from.map { days.upperBound > $0 } ?? true
      return isOpen && placements.count < limits.lowerBound
        ? underMonth(one, month, limits.lowerBound, placements.count) : nil
    }
  }

  private func overMonth(
    _ one: Series, _ month: Int, _ most: Int, _ placements: [Placement]
  ) -> RuleViolation {
    let listed = words.listed(placements)
    let (first, label) = (plan.months.days(of: month).lowerBound, plan.months.label(of: month))
    let isClosed = one.placing.weights[month] == 0
    return RuleViolation(
      .monthMost, line: one.line.id, uids: placements.map(\.uid), day: first, limit: most,
      found: placements.count,
      Words(
        vi:
          "“\(one.line.title)” chỉ được \(most) tác phẩm trong tháng \(label), dự thảo xếp \(placements.count): "
          + "\(listed.vi).",
        en:
          "“\(one.line.title)” may have \(most) in month \(label), the draft has \(placements.count): "
          + "\(listed.en)."),
      remedy: Words(
        vi:
          "Dời \(placements.count - most) tác phẩm sang tháng khác, hoặc nâng \(isClosed ? "trọng số tháng (weights)" : "số nhiều nhất của tháng (months)").",
        en:
          "Move \(placements.count - most) of them to another month, or raise the month's \(isClosed ? "weight (weights)" : "most (months)")."
      ))
  }

  private func underMonth(_ one: Series, _ month: Int, _ least: Int, _ count: Int) -> RuleViolation {
    let (first, label) = (plan.months.days(of: month).lowerBound, plan.months.label(of: month))
    return RuleViolation(
      .monthLeast, line: one.line.id, uids: [], day: first, limit: least, found: count,
      Words(
        vi:
          "“\(one.line.title)” phải có ít nhất \(least) tác phẩm trong tháng \(label), dự thảo xếp \(count).",
        en: "“\(one.line.title)” must have at least \(least) in month \(label), the draft has \(count)."
      ),
      remedy: Words(
        vi: "Dời thêm \(least - count) tác phẩm vào tháng này, hoặc giảm số ít nhất (months).",
        en: "Move \(least - count) more into the month, or lower its least (months)."))
  }

  private func gaps(_ one: Series) -> [RuleViolation] {
    guard let gap = one.placing.gapDays else { return [] }
    let sorted = one.placements.sorted { (day(of: $0), $0.uid) < (day(of: $1), $1.uid) }
    return zip(sorted, sorted.dropFirst()).compactMap { first, second in
      let distance = day(of: first).distance(to: day(of: second))
      guard distance < gap, isJudged(first) || isJudged(second) else { return nil }
      let (one, other) = (words.name(of: first), words.name(of: second))
      return RuleViolation(
        .gapDays, line: first.line, uids: [first.uid, second.uid], day: day(of: second), limit: gap,
        found: distance,
        Words(
          vi: "\(one.vi) và \(other.vi) phải cách nhau ít nhất \(gap) ngày, dự thảo chỉ để \(distance) ngày.",
          en:
            "\(one.en) and \(other.en) must be at least \(counted(gap, "day")) apart; in the draft they are \(distance)."
        ).capitalised,
        remedy: Words(
          vi: "Dời một trong hai ra xa hơn, hoặc giảm gap của chỉ tiêu.",
          en: "Move one of them away from the other, or lower the line's gap."))
    }
  }

  private func pins(_ one: Series) -> [RuleViolation] {
    let open = one.placing.pins.filter { pin in from.map { pin.day >= $0 } ?? true }
    return Dictionary(grouping: open, by: \.day).flatMap { day, pins -> [RuleViolation] in
      let there = one.placements.filter { days(of: $0) == day..<day.advanced(by: 1) }
      let byGrid = Dictionary(grouping: pins.filter { $0.grid != nil }) { $0.grid ?? "" }
      let missed = byGrid.compactMap { grid, pins -> RuleViolation? in
        let found = there.count { slot(of: $0)?.grid == grid }
        return found < pins.count ? missing(one, day, grid: grid, pins.count, found) : nil
      }
      return missed.isEmpty && there.count < pins.count
        ? [missing(one, day, grid: nil, pins.count, there.count)] : missed
    }
  }

  private func missing(
    _ one: Series, _ day: CivilDay, grid: String?, _ least: Int, _ found: Int
  ) -> RuleViolation {
    let place = grid.map { Words(vi: ", khung “\($0)”", en: " in “\($0)”") } ?? Words("")
    return RuleViolation(
      .pinNotKept, line: one.line.id, subject: grid ?? "", uids: [], day: day, limit: least, found: found,
      Words(
        vi:
          "Kế hoạch ấn định \(least) tác phẩm của “\(one.line.title)” vào ngày \(day.forPeople)\(place.vi), dự thảo xếp "
          + "\(found).",
        en:
          "The plan fixes \(least) of “\(one.line.title)” on \(day.forPeople)\(place.en), the draft has \(found)."
      ),
      remedy: Words(
        vi: "Dời một tác phẩm vào ngày này, hoặc bỏ ngày ấn định (pins).",
        en: "Move a work to that day, or drop the pin (pins)."))
  }
}
