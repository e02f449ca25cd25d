extension PlanTable.Part {
  /// What the form of a row asks for: the columns of its sheet, and keys that are too rare for a sheet.
  ///
  /// - Parameter months: The months of the plan.
  public func formColumns(_ months: MonthRun) -> [PlanTable.Column] {
    switch self {
    case .lines: columns(months) + Self.rareLineColumns + Self.deadlineColumns
    case .outlets: columns(months) + Self.rareOutletColumns + Self.deadlineColumns
    case .grid:
      columns(months) + [.init("lasts", vi: "Kéo dài nhiều ngày", en: "Lasts several days", 10, .length)]
    case .weights, .months, .blackouts, .units: columns(months)
    case .topics:
      [.init("id", vi: "Mã", en: "Id", 20, .identity), .init("text", vi: "Chủ đề", en: "Topic", 60)]
    case .translators: Self.translatorColumns
    case .counts:
      [Self.numberColumn] + Self.countColumns + [
        .init("lines", vi: "Chỉ các chỉ tiêu", en: "Only lines", 24, .several(.lines))
      ]
    case .lineCounts: Self.identityOfLine + Self.countColumns
    case .peaks:
      Self.identityOfLine + [
        .init("from", vi: "Từ ngày", en: "From", 12, .day), .init("to", vi: "Đến ngày", en: "To", 12, .day),
        .init("weight", vi: "Hệ số", en: "Weight", 9, .number),
      ]
    case .repeats: Self.identityOfLine + Self.repeatColumns
    }
  }

  private static let rareLineColumns: [PlanTable.Column] = [
    .init(
      "scheduled", vi: "Xếp lịch", en: "Scheduled", 12,
      .words([
        PlanTable.Word(written: "true", name: Words(vi: "có", en: "yes")),
        PlanTable.Word(written: "false", name: Words(vi: "không, chỉ đếm", en: "no, only counted")),
      ])),
    .init("least-length", vi: "Ngắn nhất để được tính", en: "Shortest that counts", 12, .length),
    .init("parts", vi: "Số phần của mỗi tác phẩm", en: "Parts of each work", 9, .number),
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

  private static let numberColumn = PlanTable.Column("number", vi: "Số", en: "No", 5, .identity)

  private static let identityOfLine: [PlanTable.Column] = [
    .init("line", vi: "Chỉ tiêu", en: "Line", 20, .identity), numberColumn,
  ]

  private static let translatorColumns: [PlanTable.Column] = [
    .init("id", vi: "Mã", en: "Id", 20, .identity), .init("name", vi: "Tên", en: "Name", 40),
    .init("per-week", vi: "Số bản dịch mỗi tuần", en: "Versions a week", 10, .number),
    .init("off", vi: "Những ngày nghỉ", en: "Days off", 36, .ranges),
  ]

  private static let repeatColumns: [PlanTable.Column] = [
    .init("after", vi: "Sớm nhất sau", en: "At the earliest after", 10, .length),
    .init("within", vi: "Muộn nhất sau", en: "At the latest after", 10, .length),
    .init("outlet", vi: "Kênh", en: "Outlet", 18, .one(.outlets)),
    .init("grid", vi: "Khung giờ", en: "Grid lines", 16, .several(.grid)),
    .init("works", vi: "Số tác phẩm phát lại", en: "Works repeated", 10, .number),
    .init("times", vi: "Số lần phát lại", en: "Times", 9, .number),
    .init(
      "into-next-year", vi: "Sang năm sau thêm mấy ngày", en: "Days into the next year", 10, .length),
  ]

  private static let countColumns: [PlanTable.Column] = [
    .init("title", vi: "Tên", en: "Title", 40),
    .init(
      "count", vi: "Đếm gì", en: "What is counted", 14,
      .words([
        PlanTable.Word(written: "works", name: Words(vi: "tác phẩm", en: "works")),
        PlanTable.Word(written: "versions", name: Words(vi: "bản dịch", en: "versions")),
        PlanTable.Word(written: "placements", name: Words(vi: "lượt phát", en: "placements")),
        PlanTable.Word(written: "minutes", name: Words(vi: "phút", en: "minutes")),
        PlanTable.Word(written: "points", name: Words(vi: "điểm", en: "points")),
      ])),
    .init("floor", vi: "Ít nhất", en: "At least", 9, .number),
    .init("ceiling", vi: "Nhiều nhất", en: "At most", 9, .number),
    .init(
      "every", vi: "Trong mỗi", en: "In each", 12,
      .words([
        PlanTable.Word(written: "year", name: Words(vi: "năm", en: "year")),
        PlanTable.Word(written: "half", name: Words(vi: "nửa năm", en: "half year")),
        PlanTable.Word(written: "quarter", name: Words(vi: "quý", en: "quarter")),
        PlanTable.Word(written: "month", name: Words(vi: "tháng", en: "month")),
        PlanTable.Word(written: "week", name: Words(vi: "tuần", en: "week")),
        PlanTable.Word(written: "day", name: Words(vi: "ngày", en: "day")),
        PlanTable.Word(
          written: "plan", name: Words(vi: "cả kế hoạch nhiều năm", en: "whole plan of several years")),
      ])),
    .init(
      "runs", vi: "Lần phát nào", en: "Which runs", 14,
      .words([
        PlanTable.Word(written: "first", name: Words(vi: "một lần của mỗi tác phẩm", en: "one of each work")),
        PlanTable.Word(written: "all", name: Words(vi: "mọi lần", en: "all")),
      ])),
    .init("languages", vi: "Ngôn ngữ", en: "Languages", 16, .languages),
    .init("outlets", vi: "Chỉ các kênh", en: "Only outlets", 24, .several(.outlets)),
    .init("between", vi: "Trong khoảng giờ", en: "Between", 14),
    .init("weight", vi: "Hệ số điểm", en: "Weight of points", 14),
    .init(
      "trust", vi: "Độ tin cậy ít nhất", en: "Least trust", 14,
      .words(AsRunEntry.Trust.allCases.map { PlanTable.Word(written: $0.rawValue, name: $0.name) })),
    .init(
      "carry-over", vi: "Phần vượt tính sang kỳ sau", en: "Surplus counts for the next period", 9,
      .words([PlanTable.Word(written: "true", name: Words(vi: "có", en: "yes"))])),
  ]
}
