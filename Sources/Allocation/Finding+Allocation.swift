import ScheduleModel

extension Finding {
  static func quotaNotMet(_ demand: LineDemand, short: Int, reason: Words) -> Finding {
    let line = demand.line
    return Finding(
      .quotaNotMet, .error, at: line.place,
      Words(
        vi: "“\(line.title)” còn \(short) trên \(demand.count) chưa có chỗ: \(reason.vi).",
        en: "“\(line.title)”: \(short) of \(demand.count) find no slot: \(reason.en)."),
      remedy: Words(
        vi:
          "Thêm khung giờ hoặc số tác phẩm một khung (pieces), nới thời gian (from, to), hoặc giảm chỉ tiêu còn "
          + "\(demand.count - short).",
        en: "Add grid lines or room in them (pieces), widen the window (from, to), or lower the quota to "
          + "\(demand.count - short)."))
  }

  static func monthBelowLeast(_ demand: LineDemand, month: Int, has: Int, least: Int) -> Finding {
    Finding(
      .quotaNotMet, .error, at: demand.line.place,
      Words(
        vi: "“\(demand.line.title)”: tháng \(month) chỉ xếp được \(has), kế hoạch đòi ít nhất \(least).",
        en: "“\(demand.line.title)”: month \(month) gets \(has), the plan asks for at least \(least)."),
      remedy: Words(
        vi: "Mở thêm khung giờ trong tháng \(month), hoặc ghi months: { \(month): \(has).. }",
        en: "Open more slots in month \(month), or write months: { \(month): \(has).. }"))
  }

  static func pinNotOpen(_ pin: Placing.Pin, _ demand: LineDemand, slots: [Slot]) -> Finding {
    let days = demand.usable.map { slots[$0].timing.day }
    let before = days.last { $0 < pin.day }
    let after = days.first { $0 > pin.day }
    let near = [before, after].compactMap { $0?.description }
    return Finding(
      .pinNotOpen, .error, at: pin.place, width: 10,
      Words(
        vi:
          "Ngày \(pin.day) không có khung giờ nào còn chỗ cho “\(demand.line.title)” (ngoài lịch mở, hết chỗ, hoặc "
          + "trong khoảng không phát).",
        en: "On \(pin.day) no slot has room for “\(demand.line.title)” (not open, full, or in a blackout)."),
      remedy: near.isEmpty
        ? Words(vi: "Bỏ ngày cố định này.", en: "Drop this pin.")
        : Words(
          vi: "Ngày mở gần nhất: \(near.joined(separator: ", ")).",
          en: "The nearest open days: \(near.joined(separator: ", "))."))
  }

  static func crossPostsNotPlaced(_ line: PlanLine, _ language: LanguageTag, _ count: Int) -> Finding {
    Finding(
      .crossPostNotPlaced, .warning, at: line.place,
      Words(
        vi: "“\(line.title)”: \(count) lượt đăng, phát thêm ở kênh khác không có chỗ.",
        en: "“\(line.title)”: \(count) further placements on other outlets find no slot."),
      remedy: Words(
        vi: "Thêm khung giờ cho các kênh: \(line.outlets.ids.dropFirst().joined(separator: ", ")).",
        en: "Add a grid to: \(line.outlets.ids.dropFirst().joined(separator: ", "))."))
  }

  static func versionsNotPlaced(_ line: PlanLine, _ language: LanguageTag, _ count: Int) -> Finding {
    Finding(
      .versionNotPlaced, .warning, at: line.place,
      Words(
        vi:
          "“\(line.title)”: \(count) bản tiếng \(BroadcastLanguage.name(of: language, in: .vietnamese)) không có chỗ.",
        en:
          "“\(line.title)”: \(count) versions in \(BroadcastLanguage.name(of: language, in: .english)) find no slot."
      ),
      remedy: Words(
        vi: "Thêm khung giờ có languages: [\(language)], rút ngắn after, hoặc kết thúc bản gốc sớm hơn (to).",
        en: "Add a grid line with languages: [\(language)], shorten after, or end the originals earlier (to)."
      ))
  }
}
