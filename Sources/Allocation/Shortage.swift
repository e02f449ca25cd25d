import ScheduleModel

/// Why works found no slot.
enum Shortage {
  /// What a line could use at most, in words.
  static func reason(_ demand: LineDemand, slots: [Slot]) -> Words {
    let openings = demand.usable.count
    let pieces = demand.usable.reduce(0) { $0 + slots[$1].pieces }
    let most = demand.placing.months.reduce(0) { min(Quantity.largest, $0 + $1.upperBound) }
    if openings == 0 {
      return Words(
        vi: "không có khung giờ nào mở trong thời gian của chỉ tiêu",
        en: "no grid line opens in the line's window")
    }
    if pieces < demand.count {
      return Words(
        vi: "khung giờ chỉ mở \(openings) lần, chứa \(pieces) tác phẩm",
        en: "its grid lines open \(openings) times and hold \(pieces) works")
    }
    if most < demand.count {
      return Words(
        vi: "số nhiều nhất của các tháng cộng lại là \(most)", en: "the most of all months add up to \(most)")
    }
    return Words(
      vi:
        "khung giờ mở \(openings) lần, nhưng các chỉ tiêu khác dùng chung hoặc giới hạn ngày, tháng đã lấy hết chỗ",
      en:
        "its grid lines open \(openings) times, but lines that share them, or limits by day and month, leave no room"
    )
  }

  /// Months in which a line has fewer than the least that the plan asks for.
  static func months(of demand: LineDemand, indices: [Int], slots: [Slot]) -> [Finding] {
    let counts = MonthAllocation.counts(of: indices, slots)
    return (0..<12).compactMap { month in
      let least = demand.placing.months[month].lowerBound
      return counts[month] < least
        ? .monthBelowLeast(demand, month: month + 1, has: counts[month], least: least) : nil
    }
  }

  /// Jobs left over, by line in the plan's order and by language in the line's.
  static func grouped(_ jobs: [DerivedPlacement.Job], in plan: Plan) -> [(PlanLine, LanguageTag, Int)] {
    plan.lines.flatMap { line -> [(PlanLine, LanguageTag, Int)] in
      let own = jobs.filter { $0.line.id == line.id }
      var languages: [LanguageTag] = []
      for job in own where !languages.contains(job.language) { languages.append(job.language) }
      return languages.map { language in (line, language, own.filter { $0.language == language }.count) }
    }
  }
}
