import ScheduleModel

/// Why works found no slot.
enum Shortage {
  /// What holds a line back most, in words.
  static func reason(_ demand: LineDemand, slots: [Slot]) -> Words {
    let openings = demand.usable.count
    let pieces = demand.usable.reduce(0) { $0 + slots[$1].pieces }
    let most = demand.placing.months.reduce(0) { min(Quantity.largest, $0 + $1.upperBound) }
    let room = demand.room(slots)
    if openings == 0 {
      return Words(
        vi: "không có khung giờ nào mở trong thời gian của chỉ tiêu",
        en: "no grid line opens in the line's window")
    }
    if pieces < demand.count, pieces <= room {
      return Words(
        vi: "khung giờ chỉ mở \(openings) lần, chứa \(pieces) tác phẩm",
        en:
          "its grid lines open \(openings == 1 ? "once" : "\(openings) times") and hold \(counted(pieces, "work"))"
      )
    }
    if most < demand.count, most <= room {
      return Words(
        vi: "số nhiều nhất của các tháng cộng lại là \(most)", en: "the most of all months add up to \(most)")
    }
    if room < demand.count {
      return Words(
        vi: "giới hạn theo ngày và tháng (per-day, months, tháng có trọng số 0) chỉ để lại chỗ cho \(room)",
        en: "its limits by day and month (per-day, months, months of weight 0) leave room for \(room)")
    }
    return Words(
      vi: "khung giờ mở \(openings) lần, nhưng các chỉ tiêu khác dùng chung đã lấy hết chỗ",
      en: "its grid lines open \(openings) times, but lines that share them leave no room")
  }

  /// Months in which a line has fewer than the least that the plan asks for.
  ///
  /// - Parameter isLookedAt: Which months are looked at, by their places.
  static func months(
    of demand: LineDemand, _ placements: [Placement], _ broadcast: BroadcastDays,
    where isLookedAt: (Int) -> Bool
  ) -> [Finding] {
    demand.months.indices.filter(isLookedAt).compactMap { month in
      let has = placements.count { demand.month(of: broadcast.firstDay(of: $0)) == month }
      let least = demand.placing.months[month].lowerBound
      return has < least ? .monthBelowLeast(demand, month: month, has: has, least: least) : nil
    }
  }

  /// Why repeats have no slot that fall after the last day that is scheduled.
  static let afterYear = Words(
    vi: "lượt phát lại rơi vào sau ngày cuối được xếp lịch",
    en: "they fall after the last day that is scheduled")

  /// Why what follows from works found no slot.
  static func reason(_ followUp: FollowUp) -> Words {
    switch followUp.kind {
    case .part:
      Words(
        vi: "không còn khung giờ có chỗ sau phần trước",
        en: "no slot has room after the part before")
    case .crossPost(let outlet):
      Words(
        vi: "“\(outlet)” không còn khung giờ có chỗ từ ngày bản gốc",
        en: "“\(outlet)” has no slot with room from the original's day on")
    case .version:
      Words(
        vi: "không còn khung giờ tiếng này có chỗ sau thời gian dịch",
        en: "no slot in this language has room after the days for translation")
    case .again(let repeats, _, _) where repeats.withinDays == 0:
      Words(
        vi: "trong ngày phát không còn khung giờ có chỗ sau lần phát trước",
        en: "no later slot of the same day has room")
    case .again:
      Words(
        vi: "không còn khung giờ có chỗ trong số ngày cho phép sau lần phát trước",
        en: "no slot has room within the days allowed after the airing before")
    }
  }
}
