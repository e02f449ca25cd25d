import ScheduleModel

extension CheckedSchedule {
  /// Works that the plan does not ask for, and works that are there twice.
  var notAsked: [RuleViolation] {
    let others = others.filter(isJudged).map { placement in
      let name = words.name(of: placement)
      return RuleViolation(
        .notAskedFor, line: placement.line, uids: [placement.uid],
        Words(
          vi: "Kế hoạch không yêu cầu \(name.vi).", en: "The plan does not ask for \(name.en)."),
        remedy: Words(
          vi: "Bỏ lượt này khỏi dự thảo, hoặc bổ sung vào kế hoạch.",
          en: "Take it out of the draft, or add it to the plan."))
    }
    return others + series.filter { !$0.isCompanion }.flatMap(twice)
  }

  private func twice(_ one: Series) -> [RuleViolation] {
    let groups = Dictionary(grouping: one.placements.filter(isJudged)) { "\($0.edition) \($0.language)" }
    return groups.values.filter { $0.count > 1 }.map { group in
      let name = words.name(of: group[0])
      return RuleViolation(
        .editionTwice, line: one.line.id, uids: group.map(\.uid), limit: 1, found: group.count,
        Words(
          vi: "Dự thảo xếp \(group.count) lần \(name.vi).",
          en: "The draft has \(name.en) \(group.count) times."),
        remedy: Words(vi: "Chỉ giữ một lượt.", en: "Keep one of them."))
    }
  }

  /// Placements in slots that are not there, or that do not take them; slots that hold too much.
  var slots: [RuleViolation] {
    let single = series.filter { !$0.isCompanion }.flatMap { one in
      one.placements.filter(isJudged).compactMap { wrongSlot(of: $0, one) }
    }
    return single + fullSlots
  }

  private func wrongSlot(of placement: Placement, _ one: Series) -> RuleViolation? {
    guard let slot = slot(of: placement) else { return notOpen(placement) }
    // All languages of a programme are asked of one slot; each placement is told of its own alone. A bilingual work is
    // one placement.
    let isBilingual = one.place.languages.areTogether && one.line.languages.contains(placement.language)
    let place =
      isBilingual ? one.place : one.place.with(languages: WorkLanguages(placement.language))
    return use.obstacle(to: place, in: slot).map { words.violation(of: $0, placement, slot, place) }
  }

  private func notOpen(_ placement: Placement) -> RuleViolation {
    let name = words.name(of: placement)
    let time = placement.timing.forPeople
    let message =
      if let slot = slot(placement.slot) {
        Words(
          vi: "Khung giờ mở là \(words.name(of: slot).vi), dự thảo ghi \(time.vi): \(name.vi).",
          en: "The slot that opens is \(words.name(of: slot).en), the draft says \(time.en): \(name.en).")
      } else {
        Words(
          vi: "Kế hoạch không mở khung giờ “\(placement.slot)”: \(name.vi).",
          en: "The plan does not open the slot “\(placement.slot)”: \(name.en).")
      }
    return RuleViolation(
      .slotNotOpen, line: placement.line, uids: [placement.uid], slot: placement.slot,
      day: placement.timing.day, message,
      remedy: Words(
        vi: "Dời sang một khung giờ mà kế hoạch mở.", en: "Move it to a slot that the plan opens."))
  }

  private var fullSlots: [RuleViolation] {
    let bySlot = Dictionary(grouping: units) { $0.placements[0].slot }
    return bySlot.flatMap { id, units -> [RuleViolation] in
      let placements = units.flatMap(\.placements)
      guard let slot = slot(id), placements.contains(where: isJudged) else { return [] }
      return [overCapacity(slot, units.count, placements), overLength(slot, units, placements)]
        .compactMap(\.self)
    }
  }

  private func overCapacity(_ slot: Slot, _ count: Int, _ placements: [Placement]) -> RuleViolation? {
    guard count > slot.pieces else { return nil }
    let (name, listed) = (words.name(of: slot), words.listed(placements))
    return RuleViolation(
      .slotCapacity, uids: placements.map(\.uid), slot: slot.id, day: slot.timing.day, limit: slot.pieces,
      found: count,
      Words(
        vi: "Khung giờ \(name.vi) chỉ có \(slot.pieces) chỗ, dự thảo xếp \(count): \(listed.vi).",
        en: "The slot \(name.en) holds \(slot.pieces), the draft has \(count): \(listed.en)."),
      remedy: Words(
        vi: "Dời \(count - slot.pieces) lượt sang khung khác, hoặc ghi pieces: \(count) cho “\(slot.grid)”.",
        en:
          "Move \(count - slot.pieces) of them to another slot, or write pieces: \(count) for “\(slot.grid)”."
      ))
  }

  private func overLength(_ slot: Slot, _ units: [Unit], _ placements: [Placement]) -> RuleViolation? {
    let length = units.reduce(0) { $0 + $1.minutes }
    // A single work that is too long is told by itself.
    guard let minutes = slot.minutes, length > minutes, units.count > 1 else { return nil }
    let (name, listed) = (words.name(of: slot), words.listed(placements))
    return RuleViolation(
      .slotMinutes, uids: placements.map(\.uid), slot: slot.id, day: slot.timing.day, limit: minutes,
      found: length,
      Words(
        vi: "Khung giờ \(name.vi) dài \(minutes) phút, dự thảo xếp \(length) phút: \(listed.vi).",
        en:
          "The slot \(name.en) has \(counted(minutes, "minute")), the draft puts \(length) into it: \(listed.en)."
      ),
      remedy: Words(
        vi: "Dời bớt sang khung khác, hoặc kéo dài “\(slot.grid)” (length) đến \(length) phút.",
        en: "Move some of them to another slot, or make “\(slot.grid)” \(length) minutes long (length)."))
  }

  // MARK: - Outlets

  /// Outlets that get more than they take on a day or in a month.
  var outlets: [RuleViolation] {
    Dictionary(grouping: units) { $0.placements[0].outlet }.flatMap { id, units -> [RuleViolation] in
      guard let outlet = plan.outlet(id) else { return [] }
      var violations: [RuleViolation] = []
      if let most = outlet.perDay {
        let dated = units.filter { days(of: $0.placements[0]).count == 1 }
        let byDay = Dictionary(grouping: dated) { day(of: $0.placements[0]) }
        violations += byDay.compactMap { overfull(outlet, .outletPerDay, $0, most, $1) }
      }
      if let perMonth = outlet.perMonth {
        let own = units.filter { day(of: $0.placements[0]) < plan.days.upperBound }
        let byMonth = Dictionary(grouping: own) { day(of: $0.placements[0]).firstOfMonth }
        violations += byMonth.compactMap { first, units in
          plan.months.index(of: first).flatMap {
            overfull(outlet, .outletPerMonth, first, perMonth[$0], units)
          }
        }
      }
      return violations
    }
  }

  private func overfull(
    _ outlet: Outlet, _ rule: RuleViolation.Rule, _ day: CivilDay, _ most: Int, _ units: [Unit]
  ) -> RuleViolation? {
    let placements = units.flatMap(\.placements)
    guard units.count > most, placements.contains(where: isJudged) else { return nil }
    let listed = words.listed(placements)
    let isDay = rule == .outletPerDay
    let month = plan.months.index(of: day).map(plan.months.label) ?? "\(day.month)"
    let time =
      isDay
      ? Words(vi: "ngày \(day.forPeople)", en: "on \(day.forPeople)")
      : Words(vi: "tháng \(month)", en: "in month \(month)")
    let key = isDay ? "per-day" : "per-month"
    let over = units.count - most
    return RuleViolation(
      rule, subject: outlet.id, uids: placements.map(\.uid), day: day, limit: most, found: units.count,
      Words(
        vi:
          "“\(outlet.name)” nhận nhiều nhất \(most) lượt \(time.vi), dự thảo xếp \(units.count): \(listed.vi).",
        en: "“\(outlet.name)” takes at most \(most) \(time.en), the draft has \(units.count): \(listed.en)."),
      remedy: Words(
        vi: "Dời \(over) lượt sang \(isDay ? "ngày" : "tháng") khác, hoặc nâng \(key) của kênh.",
        en: "Move \(over) of them to another \(isDay ? "day" : "month"), or raise the outlet's \(key)."))
  }
}

extension CivilDay {
  /// The first day of its month.
  var firstOfMonth: CivilDay { CivilDay.month(month, of: year).lowerBound }
}
