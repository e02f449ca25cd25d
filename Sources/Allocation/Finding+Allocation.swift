import ScheduleModel

extension Finding {
  static func quotaNotMet(_ demand: LineDemand, short: Int, reason: Words) -> Finding {
    let line = demand.line
    let possible = (line.works ?? demand.count) - short
    return Finding(
      .quotaNotMet, .error, at: line.place,
      Words(
        vi:
          "“\(line.title)” còn \(grouped(short, in: .vietnamese)) trên \(grouped(demand.count, in: .vietnamese)) chưa có chỗ: "
          + "\(reason.vi).",
        en:
          "“\(line.title)”: no slot for \(grouped(short, in: .english)) of \(grouped(demand.count, in: .english)): "
          + "\(reason.en)."),
      remedy: line.basis == .result
        ? Words(
          vi: "Thêm khung giờ hoặc số tác phẩm một khung (pieces), hoặc nới thời gian (from, to).",
          en: "Add grid lines or room in them (pieces), or widen the window (from, to).")
        : Words(
          vi:
            "Thêm khung giờ hoặc số tác phẩm một khung (pieces), nới thời gian (from, to), hoặc giảm chỉ tiêu còn "
            + "\(grouped(possible, in: .vietnamese))\(ShortageWords.amending.vi).",
          en: "Add grid lines or room in them (pieces), widen the window (from, to), or lower the quota to "
            + "\(grouped(possible, in: .english))\(ShortageWords.amending.en)."))
  }

  static func monthBelowLeast(_ demand: LineDemand, month index: Int, has: Int, least: Int) -> Finding {
    let (month, key) = (demand.months.label(of: index), demand.months.key(of: index))
    return Finding(
      .quotaNotMet, .error, at: demand.line.place,
      Words(
        vi: "“\(demand.line.title)”: tháng \(month) chỉ xếp được \(has), kế hoạch yêu cầu ít nhất \(least).",
        en: "“\(demand.line.title)”: month \(month) gets \(has), the plan asks for at least \(least)."),
      remedy: Words(
        vi: "Mở thêm khung giờ trong tháng \(month), hoặc ghi months: { \(key): \(has).. }",
        en: "Open more slots in month \(month), or write months: { \(key): \(has).. }"))
  }

  static func pinNotOpen(_ pin: Placing.Pin, _ demand: LineDemand, slots: [Slot]) -> Finding {
    let days = demand.usable.map { slots[$0] }.filter { slot in
      slot.possibleDays.count == 1 && (pin.grid.map { $0 == slot.grid } ?? true)
    }.map(\.firstDay).sorted()
    let near = [days.last { $0 < pin.day }, days.first { $0 > pin.day }].compactMap { $0?.description }
    return Finding(
      .pinNotOpen, .error, at: pin.place, width: 10,
      Words(
        vi:
          "Ngày \(pin.day) không có khung giờ nào còn chỗ cho “\(demand.line.title)” (ngoài lịch mở, hết chỗ, trong "
          + "khoảng không phát, hoặc đã đủ số nhiều nhất của ngày, tháng).",
        en:
          "On \(pin.day) no slot has room for “\(demand.line.title)” (not open, full, in a blackout, or the most of "
          + "the day or month is reached)."),
      remedy: near.isEmpty
        ? Words(vi: "Bỏ ngày cố định này.", en: "Drop this pin.")
        : Words(
          vi: "Ngày mở gần nhất: \(near.joined(separator: ", ")).",
          en: "The nearest open days: \(near.joined(separator: ", "))."))
  }

  static func pinPassesQuota(_ pin: Placing.Pin, _ demand: LineDemand) -> Finding {
    Finding(
      .pinsPassQuota, .error, at: pin.place, width: 10,
      Words(
        vi:
          "Thừa ngày cố định \(pin.day): “\(demand.line.title)” chỉ có \(demand.count) tác phẩm cần xếp khung.",
        en: "The pin on \(pin.day) is one too many: “\(demand.line.title)” has \(demand.count) to place."),
      remedy: demand.line.basis == .result
        ? Words(
          vi: "Bỏ ngày này. Tác phẩm của phần nằm trong (part-of) không tính ở đây.",
          en: "Drop it. Works of lines inside this one (part-of) do not count here.")
        : Words(
          vi: "Bỏ ngày này, hoặc tăng chỉ tiêu. Tác phẩm của phần nằm trong (part-of) không tính ở đây.",
          en: "Drop it, or raise the quota. Works of lines inside this one (part-of) do not count here."))
  }

  /// Works that find no slot because published placements stay where they are.
  ///
  /// - Parameters:
  ///   - moves: What would have to move, with some slack in thousandths of a work.
  static func keptLeavesShort(_ count: Int, moving moves: [Replan.Move], slack: Int, plan: Plan) -> Finding {
    let named = moves.prefix(5).map { move in
      "\(move.old.uid) (\(move.old.timing.day) → \(move.new.timing.day))"
    }.joined(separator: ", ")
    let more = moves.count > 5 ? ", …" : ""
    let works = slack % 1000 == 0 ? "\(slack / 1000)" : "\(Double(slack) / 1000)"
    return Finding(
      .keptLeavesShort, .warning, at: nil,
      Words(
        vi:
          "\(count) lượt không có chỗ nếu giữ nguyên lịch đã công bố; muốn xếp được phải dời \(moves.count) lượt: "
          + "\(named)\(more).",
        en:
          "No slot for \(count) \(count == 1 ? "placement" : "placements") while what is published stays; to place "
          + "\(count == 1 ? "it" : "them"), \(moves.count) must move: \(named)\(more)."),
      remedy: Words(
        vi: "Nếu được phép dời, xếp lại với --slack \(works); nếu không, mở thêm khung giờ.",
        en: "If they may move, plan anew with --slack \(works); if not, open more slots."))
  }

  /// What follows from works and found no slot.
  static func notPlaced(_ followUp: FollowUp, _ count: Int) -> [Finding] {
    switch followUp.kind {
    case .part(let number): [partsNotPlaced(followUp.line, number, count)]
    case .crossPost(let outlet): [crossPostsNotPlaced(followUp.line, outlet, count)]
    case .version(let languages): languages.map { versionsNotPlaced(followUp.line, $0, count) }
    case .again(let repeats, _, _): [repeatsNotPlaced(followUp.line, repeats, count)]
    }
  }

  private static func partsNotPlaced(_ line: PlanLine, _ number: Int, _ count: Int) -> Finding {
    let part = WorkPart(number: number, of: line.parts).name
    return Finding(
      .partNotPlaced, .error, at: line.place,
      Words(
        vi: "“\(line.title)”: \(part.vi) của \(count) tác phẩm không có chỗ sau phần trước.",
        en: "“\(line.title)”: no slot after the part before for \(part.en) of \(counted(count, "work"))."),
      remedy: Words(
        vi: "Thêm khung giờ hoặc số tác phẩm một khung (pieces), hoặc nới thời gian (from, to).",
        en: "Add grid lines or room in them (pieces), or widen the window (from, to)."))
  }

  private static func repeatsNotPlaced(_ line: PlanLine, _ repeats: Repeats, _ count: Int) -> Finding {
    Finding(
      .repeatNotPlaced, .warning, at: repeats.place,
      Words(
        vi: "“\(line.title)”: \(count) lượt phát lại không có chỗ.",
        en: "“\(line.title)”: no slot for \(count) of its repeats."),
      remedy: Words(
        vi: "Thêm khung giờ cho phát lại, hoặc nới số ngày (within), hoặc giảm số tác phẩm phát lại (works).",
        en: "Add grid lines for repeats, widen the days (within), or repeat fewer works (works)."))
  }

  private static func crossPostsNotPlaced(_ line: PlanLine, _ outlet: String, _ count: Int) -> Finding {
    Finding(
      .crossPostNotPlaced, .warning, at: line.place,
      Words(
        vi: "“\(line.title)”: \(count) lượt đăng, phát thêm trên “\(outlet)” không có chỗ.",
        en: "“\(line.title)”: no slot for \(count) of its placements on “\(outlet)”."),
      remedy: Words(
        vi:
          "Thêm cho “\(outlet)” khung giờ mở trong thời gian của chỉ tiêu, mang tiếng của tác phẩm và đủ dài.",
        en:
          "Add a grid line to “\(outlet)” that opens in the line's days, carries its language and is long enough."
      ))
  }

  private static func versionsNotPlaced(_ line: PlanLine, _ language: LanguageTag, _ count: Int) -> Finding {
    Finding(
      .versionNotPlaced, .warning, at: line.place,
      Words(
        vi:
          "“\(line.title)”: \(count) bản tiếng \(BroadcastLanguage.name(of: language, in: .vietnamese)) không có chỗ.",
        en:
          "“\(line.title)”: no slot for \(count) of its versions in \(BroadcastLanguage.name(of: language, in: .english))."
      ),
      remedy: Words(
        vi: "Thêm khung giờ có languages: [\(language)], rút ngắn after, hoặc kết thúc bản gốc sớm hơn (to).",
        en: "Add a grid line with languages: [\(language)], shorten after, or end the originals earlier (to)."
      ))
  }
}
