import ScheduleModel

/// Later parts of works that lie long after the parts before them.
struct PartsApart {
  /// A part that lies no later than so many days after the one before follows it closely enough.
  private static let mostDays = 31

  /// A finding for each line with such parts, which names the one that lies farthest and why.
  ///
  /// - Parameter from: Parts before that day are past.
  static func findings(
    _ schedule: Schedule, plan: Plan, slots: [Slot], from first: CivilDay? = nil
  ) -> [Finding] {
    let lines = plan.lines.filter { $0.parts > 1 && $0.placing != nil }
    guard !lines.isEmpty else { return [] }
    let use = SlotUse(plan: plan, slots: slots)
    let broadcast = BroadcastDays(plan: plan)
    func lastDay(_ placement: Placement) -> CivilDay {
      broadcast.startDays(of: placement.timing, on: placement.outlet).upperBound.advanced(by: -1)
    }
    let byLine = Dictionary(grouping: schedule.placements.filter(\.run.isNew), by: \.line)
    return lines.compactMap { line in
      guard let placing = line.placing else { return nil }
      let works = Dictionary(grouping: byLine[line.id] ?? [], by: \.edition)
      var found: [(days: Int, before: Placement, part: Placement)] = []
      for parts in works.values.map({ $0.sorted { $0.partNumber < $1.partNumber } }) {
        for (before, part) in zip(parts, parts.dropFirst()) {
          let day = broadcast.firstDay(of: part)
          let days = lastDay(before).distance(to: day)
          guard days > mostDays, first.map({ day >= $0 }) ?? true else { continue }
          found.append((days, before, part))
        }
      }
      guard let most = found.max(by: { ($0.days, $1.part.uid) < ($1.days, $0.part.uid) }) else { return nil }
      let openings = use.slots(for: SlotUse.Place(originalsOf: line, placing)).count { index in
        let day = slots[index].firstDay
        return lastDay(most.before) < day && day < broadcast.firstDay(of: most.part)
      }
      return .partsApart(line, most.part, days: most.days, openings: openings, count: found.count, plan: plan)
    }
  }
}

extension Finding {
  /// Parts of works that lie long after the parts before them.
  ///
  /// - Parameters:
  ///   - days: How long after it the part that lies farthest does.
  ///   - openings: How many openings lie between, all of them taken.
  ///   - count: How many such parts the line has.
  fileprivate static func partsApart(
    _ line: PlanLine, _ part: Placement, days: Int, openings: Int, count: Int, plan: Plan
  ) -> Finding {
    let name = WorkPart(number: part.partNumber, of: line.parts).name
    let day = part.timing.day.forPeople
    let why =
      openings == 0
      ? Words(vi: "giữa hai ngày đó không có khung giờ nào mở", en: "no opening lies between")
      : Words(
        vi: "\(openings) khung giờ ở giữa đều đã kín",
        en: "all \(counted(openings, "opening")) between are taken")
    let more = Words(
      vi: count == 1 ? "" : " Số phần như vậy: \(count).", en: count == 1 ? "" : " Such parts: \(count).")
    return Finding(
      .partsApart, .warning, at: line.place,
      Words(
        vi:
          "“\(line.title)”: \(name.vi) của kỳ \(part.edition) (\(day)) cách phần trước \(days) ngày; \(why.vi)."
          + more.vi,
        en:
          "“\(line.title)”: \(name.en) of no. \(part.edition) (\(day)) lies \(days) days after the part before; "
          + "\(why.en)." + more.en),
      remedy: Words(
        vi:
          "Giãn các phần đầu (months, pins, weights), mở thêm khung giờ (grid) hoặc thêm chỗ trong khung (pieces).",
        en:
          "Let first parts lie farther apart (months, pins, weights), open more grid lines, or give them more room "
          + "(pieces)."))
  }
}
