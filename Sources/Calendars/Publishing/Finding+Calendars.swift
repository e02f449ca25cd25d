import ScheduleModel

/// The words of every finding of this module.
extension Finding {
  static func withoutSlots(_ line: GridLine, on outlet: Outlet, in plan: Plan) -> Finding {
    let days = plan.days.words
    let rule = line.ruleText.map { " (\($0))" } ?? ""
    return Finding(
      .gridLineWithoutSlots, .warning, at: line.place,
      Words(
        vi: "\(name(line, outlet).vi)\(rule) không mở ngày nào trong thời gian của kế hoạch, \(days.vi).",
        en: "\(name(line, outlet).en)\(rule) does not open on any day of the plan, \(days.en)."),
      remedy: Words(
        vi: "Sửa ngày hoặc quy tắc của khung giờ, hoặc sửa `valid:` của khung giờ và của kênh.",
        en: "Correct the days or the rule of the grid line, or `valid:` of the grid line and its outlet."))
  }

  static func outsidePlan(_ line: GridLine, on outlet: Outlet, days: [CivilDay]) -> Finding {
    let list = days.words
    return Finding(
      .dateOutsideYear, .warning, at: line.place,
      Words(
        vi: "\(name(line, outlet).vi) mở ngoài thời gian của kế hoạch, các buổi sau không dùng: \(list.vi).",
        en: "\(name(line, outlet).en) opens outside the days of the plan; not used: \(list.en)."))
  }

  /// Openings of several days that begin in time and end too late.
  static func endsOutside(_ line: GridLine, on outlet: Outlet, days: [CivilDay]) -> Finding {
    let list = days.words
    return Finding(
      .dateOutsideYear, .warning, at: line.place,
      Words(
        vi:
          "\(name(line, outlet).vi): các lần mở sau bắt đầu trong thời gian của kế hoạch nhưng kết thúc sau thời gian đó "
          + "hoặc sau thời hạn `valid:`, không dùng: \(list.vi).",
        en:
          "\(name(line, outlet).en): these openings begin within the plan and end after it, or after `valid:`; "
          + "not used: \(list.en)."),
      remedy: Words(
        vi: "Rút ngắn `lasts:`, hoặc cho kế hoạch kéo dài đến hết ngày cuối của sự kiện (`to:`).",
        en: "Shorten `lasts:`, or let the plan run until the last day of the event (`to:`)."))
  }

  static func exceptNotOpen(_ line: GridLine, on outlet: Outlet, days: [CivilDay]) -> Finding {
    let list = days.words
    return Finding(
      .unusedKey, .warning, at: line.place,
      Words(
        vi: "\(name(line, outlet).vi) trừ ra (except) những ngày mà quy tắc vốn không mở: \(list.vi).",
        en: "\(name(line, outlet).en) excepts days on which its rule does not open anyway: \(list.en)."),
      remedy: Words(vi: "Sửa hoặc xóa các ngày này ở except.", en: "Correct or delete these days in except."))
  }

  static func notValid(_ line: GridLine, on outlet: Outlet, days: [CivilDay]) -> Finding {
    let list = days.words
    return Finding(
      .outletNotValidOnDate, .warning, at: line.place,
      Words(
        vi: "\(name(line, outlet).vi) nêu ngày nằm ngoài thời hạn `valid:` của kênh hoặc khung giờ, "
          + "các buổi sau không dùng: \(list.vi).",
        en: "\(name(line, outlet).en) names days outside `valid:` of the outlet or the grid line; "
          + "not used: \(list.en)."),
      remedy: Words(
        vi: "Sửa các ngày này, hoặc sửa `valid:`.", en: "Correct these days, or correct `valid:`."))
  }

  static func lost(_ line: GridLine, on outlet: Outlet, days: [CivilDay], to blackout: Blackout) -> Finding {
    let list = days.words
    var remedy: Words?
    if case .shift(let shift) = line.inBlackout {
      remedy = Words(
        vi: "Không dời được \(shift) ngày: ngày đến cũng nghỉ, nằm ngoài thời hạn, hoặc khung giờ đã mở "
          + "sẵn. Chọn số ngày khác ở `in-blackout:`.",
        en:
          "They cannot move by \(shift) \(abs(shift) == 1 ? "day" : "days"): that day is closed, lies outside, or the line opens on it "
          + "anyway. Choose another number of days in `in-blackout:`.")
    }
    return Finding(
      .blackoutCollision, .info, at: line.place,
      Words(
        vi: "\(name(line, outlet).vi) nghỉ \(days.count) buổi vì “\(blackout.name)”: \(list.vi).",
        en: "\(name(line, outlet).en) loses \(days.count) \(days.count == 1 ? "opening" : "openings") to "
          + "“\(blackout.name)”: \(list.en)."),
      remedy: remedy)
  }

  static func lostMonth(
    _ line: GridLine, on outlet: Outlet, month: CivilDay, to blackout: Blackout
  ) -> Finding {
    Finding(
      .blackoutCollision, .info, at: line.place,
      Words(
        vi: "\(name(line, outlet).vi) không có buổi nào trong tháng \(month.month)/\(month.year) "
          + "vì cả tháng nghỉ: “\(blackout.name)”.",
        en: "\(name(line, outlet).en) has no opening in \(month.description.prefix(7)), "
          + "for the whole month is closed: “\(blackout.name)”."))
  }

  static func moved(
    _ line: GridLine, on outlet: Outlet, from: CivilDay, to: CivilDay, by blackout: Blackout
  ) -> Finding {
    Finding(
      .blackoutCollision, .info, at: line.place,
      Words(
        vi: "\(name(line, outlet).vi) dời buổi \(from.words.vi) sang \(to.words.vi) vì “\(blackout.name)”.",
        en: "\(name(line, outlet).en) moves from \(from) to \(to) because of “\(blackout.name)”."))
  }

  static func newYearUnknown(year: Int) -> Finding {
    let known = NationalCalendar.years
    return Finding(
      .holidayCollision, .info,
      Words(
        vi: "Chưa có ngày Tết Nguyên đán năm \(year) (chỉ có từ \(known.lowerBound) đến "
          + "\(known.upperBound)), nên không kiểm tra được khung giờ nào trùng Tết.",
        en: "The days of Tết \(year) are not known here (only \(known.lowerBound) to \(known.upperBound)), "
          + "so no grid line was checked against them."),
      remedy: Words(
        vi: "Tự thêm những ngày nghỉ Tết vào `blackouts:`.", en: "Add the days of Tết to `blackouts:`."))
  }

  static func districtOutlet(_ outlet: Outlet, slots: Int, first: CivilDay, end: CivilDay) -> Finding {
    let last = "valid: { to: \(end.before) }"
    return Finding(
      .outletNotValidOnDate, .warning, at: outlet.place,
      Words(
        vi: "“\(outlet.name)” thuộc cấp huyện, nhưng cấp huyện kết thúc hoạt động từ ngày \(end.words.vi); "
          + "vẫn còn \(slots) buổi kể từ ngày \(first.words.vi).",
        en: "“\(outlet.name)” is a district's, but districts ended on \(end); "
          + "\(slots) \(slots == 1 ? "opening" : "openings") from \(first) on remain."),
      remedy: Words(
        vi: "Thêm vào kênh:\n\(last)\nNếu có kênh tiếp nhận, ghi thêm mã của kênh ấy: "
          + "valid: { to: \(end.before), successor: MÃ-KÊNH }",
        en: "Add to the outlet:\n\(last)\nIf another outlet took over, name its id: "
          + "valid: { to: \(end.before), successor: OUTLET-ID }"))
  }

  private static func name(_ line: GridLine, _ outlet: Outlet) -> Words {
    Words(
      vi: "Khung giờ “\(line.id)” (\(outlet.name))", en: "Grid line “\(line.id)” (\(outlet.name))")
  }
}

extension GridLine {
  fileprivate var ruleText: String? {
    if case .rule(let rule) = recurrence { rule.text } else { nil }
  }
}
