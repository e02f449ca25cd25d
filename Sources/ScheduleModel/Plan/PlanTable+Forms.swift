extension PlanTable.Part {
  /// What the form of a row asks for: the columns of its sheet, and keys that are too rare for a sheet.
  ///
  /// - Parameter months: The months of the plan.
  public func formColumns(_ months: MonthRun) -> [PlanTable.Column] {
    switch self {
    case .lines: columns(months) + Self.rareLineColumns + Self.deadlineColumns
    case .outlets: columns(months) + Self.rareOutletColumns + Self.deadlineColumns
    case .grid, .weights, .months, .blackouts, .units: columns(months)
    }
  }

  private static let rareLineColumns: [PlanTable.Column] = [
    .init("aliases", vi: "Tên gọi khác", en: "Other names", 24, .list),
    .init("pins", vi: "Ngày phải có", en: "Fixed days", 24, .pins),
    .init("versions.into", vi: "Dịch sang tiếng", en: "Versions in", 20, .languages),
    .init("versions.after", vi: "Số ngày để dịch", en: "Days for translating", 10),
    .init("versions.outlet", vi: "Kênh phát bản dịch", en: "Outlet of the versions", 18, .one(.outlets)),
    .init(
      "versions.grid", vi: "Khung giờ của bản dịch", en: "Grid lines of the versions", 18, .several(.grid)),
    .init("versions.works", vi: "Số tác phẩm được dịch", en: "Works translated", 10, .number),
  ]

  private static let rareOutletColumns: [PlanTable.Column] = [
    .init("minutes-per-day", vi: "Tối đa phút mỗi ngày", en: "Most minutes a day", 10, .length),
    .init("day-starts", vi: "Ngày phát bắt đầu lúc", en: "Day starts at", 10, .time),
    .init("relays", vi: "Tiếp sóng các kênh", en: "Relays", 20, .several(.outlets)),
  ]

  private static let deadlineColumns: [PlanTable.Column] = [
    .init("deadlines.translation", vi: "Hạn dịch, trước khi phát", en: "Translation due, before air", 10),
    .init("deadlines.recording", vi: "Hạn thu, trước khi phát", en: "Recording due, before air", 10),
    .init("deadlines.approval", vi: "Hạn duyệt, trước khi phát", en: "Approval due, before air", 10),
    .init(
      "deadlines.page-closing", vi: "Hạn chốt trang, trước khi ra", en: "Page closing due, before issue", 10),
  ]
}
