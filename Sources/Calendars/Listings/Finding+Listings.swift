import ScheduleModel

/// The words of what a guide to programmes leaves out.
extension Finding {
  static func notBroadcast(_ outlet: Outlet, count: Int) -> Finding {
    Finding(
      .notListed, .info, at: outlet.place,
      Words(
        vi:
          "“\(outlet.name)” (\(outlet.kind.name.vi)) không phát sóng theo giờ, nên \(count) lượt ở đây không "
          + "có trong danh mục chương trình; lịch .ics có đủ.",
        en: "“\(outlet.name)” (\(outlet.kind.name.en)) does not broadcast, so its \(count) "
          + "\(count == 1 ? "placement is" : "placements are") not in the listing; the .ics calendars have them."
      ))
  }

  static func withoutHour(_ outlet: Outlet, count: Int) -> Finding {
    Finding(
      .notListed, .info, at: outlet.place,
      Words(
        vi:
          "“\(outlet.name)”: \(count) lượt không nêu giờ phát, nên không có trong danh mục chương trình; lịch .ics "
          + "có đủ.",
        en: "“\(outlet.name)”: \(count) \(count == 1 ? "placement has" : "placements have") no hour, and so "
          + "\(count == 1 ? "is" : "are") not in the listing; the .ics calendars have \(count == 1 ? "it" : "them")."
      ))
  }
}
