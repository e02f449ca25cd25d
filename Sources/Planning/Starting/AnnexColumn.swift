import ScheduleModel

/// What a column of a plan's annex tells, by the words of its heading.
enum AnnexColumn: CaseIterable {
  // In the order in which headings are tried: “Số lượng sản phẩm” is a quantity, “Thời gian thực hiện” a time.
  case number, unit, quantity, support, time, length, lead, cost, note, outlet, form, content

  /// What it tells, for a reader.
  var name: Words {
    switch self {
    case .number: Words(vi: "số thứ tự", en: "number")
    case .unit: Words(vi: "đơn vị tính", en: "unit of counting")
    case .quantity: Words(vi: "số lượng", en: "quantity")
    case .support: Words(vi: "đơn vị phối hợp", en: "supporting units")
    case .time: Words(vi: "thời gian", en: "time")
    case .length: Words(vi: "thời lượng", en: "length")
    case .lead: Words(vi: "đơn vị chủ trì", en: "lead unit")
    case .cost: Words(vi: "kinh phí", en: "cost")
    case .note: Words(vi: "ghi chú", en: "note")
    case .outlet: Words(vi: "kênh", en: "outlet")
    case .form: Words(vi: "hình thức", en: "form")
    case .content: Words(vi: "nội dung", en: "content")
    }
  }

  /// The meaning of a heading; `nil` when none of the known words is in it.
  init?(heading: String) {
    let folded = FoldedText(heading)
    // A price of one is no cost of the row, whatever stands above it.
    guard !folded.isEmpty, !folded.contains(FoldedText("đơn giá")),
      !folded.contains(FoldedText("unit price")),
      let column = Self.folded.first(where: { _, whole, parts in
        whole.contains(folded) || parts.contains { folded.contains($0) }
      })?.column
    else { return nil }
    // The length of all works together is none of one of them.
    if column == .length, ["tổng", "total"].contains(where: { folded.contains(FoldedText($0)) }) {
      return nil
    }
    self = column
  }

  /// Headings that mean it as a whole.
  private var whole: [String] {
    switch self {
    case .number: ["STT", "TT", "Số TT", "Số thứ tự", "No", "#"]
    case .lead: ["Đơn vị", "Cơ quan"]
    case .content: ["Tên", "Chỉ tiêu", "Title"]
    case .quantity: ["Cả năm", "Tổng cả năm", "Whole year", "Year"]
    default: []
    }
  }

  /// Words that mean it wherever they are in a heading.
  private var parts: [String] {
    switch self {
    case .number: []
    case .unit: ["đơn vị tính", "đvt", "unit of counting"]
    case .quantity:
      [
        "target", "số lượng", "số kỳ", "số lần", "tần suất", "chỉ tiêu giao", "số giao", "kế hoạch năm",
        "quantity",
      ]
    case .support: ["phối hợp", "support"]
    case .time: ["thời gian", "thời điểm", "thời hạn", "tiến độ", "time", "when"]
    case .length: ["thời lượng", "length", "duration"]
    case .lead: ["chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "lead"]
    case .cost: ["kinh phí", "dự toán", "thành tiền", "cost"]
    case .note: ["ghi chú", "note"]
    case .outlet: ["kênh", "phương tiện", "nơi đăng", "đăng tải", "outlet"]
    case .form: ["hình thức", "sản phẩm", "thể loại", "loại hình", "form"]
    case .content: ["nội dung", "nhiệm vụ", "hoạt động", "công việc", "chương trình", "content", "task"]
    }
  }

  /// Whether a heading is “Chỉ tiêu” alone: beside a column of contents that is the figure, without one the contents.
  static func isTarget(_ heading: String) -> Bool { FoldedText(heading) == FoldedText("Chỉ tiêu") }

  private static let folded = allCases.map { column in
    (
      column: column, whole: Set(column.whole.map { FoldedText($0) }),
      parts: column.parts.map { FoldedText($0) }
    )
  }
}
