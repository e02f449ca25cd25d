/// A part of a plan as a table for a spreadsheet: a row for each thing, a column for each key.
public struct PlanTable: Hashable, Sendable {
  /// Which part it is.
  public let part: Part
  /// The columns, from left to right.
  public let columns: [Column]
  /// The rows, in the plan's order.
  public let rows: [Row]

  /// A part of a plan that has a table.
  public enum Part: CaseIterable, Sendable {
    /// The lines; their grid lines' openings; how much a month counts for each line; how many a line has in a month.
    case lines, grid, weights, months
    /// Days without output, the outlets, and who takes part.
    case blackouts, outlets, units
    /// What the plan speaks about, and who makes the language versions.
    case topics, translators
    /// How output is counted over several lines, and how that of a line; its campaigns; how its works are aired again.
    case counts, lineCounts, peaks, repeats

    /// Those that have a sheet in a workbook; the others have forms alone.
    public static let sheets: [Part] = [.lines, .grid, .weights, .months, .blackouts, .outlets, .units]

    /// Whether its rows have no ids, and are known by their places in a list of the plan.
    public var isNumbered: Bool { self == .blackouts || self == .counts }

    /// The key of a line below which its rows are, known by the line and their places in its list; `nil` for other parts.
    public var keyOfLine: String? {
      switch self {
      case .lineCounts: "counts"
      case .peaks: "peaks"
      case .repeats: "repeats"
      default: nil
      }
    }
  }

  /// A word of the plan that is chosen among a few.
  public struct Word: Hashable, Sendable {
    /// As the plan writes it.
    public let written: String
    /// As a reader sees it.
    public let name: Words
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// The key of the plan that it stands for; one below another with a point between them: `versions.into`.
    public let key: String
    /// The same, from the outermost on.
    public var path: [String] { key.split(separator: ".").map(String.init) }
    /// Its heading.
    public let heading: Words
    /// How wide it is, in digits.
    public let width: Int
    /// What its cells hold.
    public let content: Content

    /// A column.
    init(_ key: String, vi: String, en: String, _ width: Int, _ content: Content = .text) {
      self.key = key
      self.heading = Words(vi: vi, en: en)
      self.width = width
      self.content = content
    }
  }

  /// What the cells of a column hold.
  public enum Content: Hashable, Sendable {
    /// What the row is known by: an id, or the number of a blackout.
    case identity
    /// Something of another table, shown so that a reader finds the row.
    case shown
    case text, number, day, time, length
    /// Several texts, parted by commas, or by semicolons where one of them has a comma.
    case list
    /// The kind of an outlet, and a level of government: chosen among words.
    case kind, level
    /// Days of the week; how often a grid line opens that has no rule; what becomes of its openings in a blackout.
    case weekdays, every, blackout
    /// One of a few words.
    case words([Word])
    /// Ranges of days, parted by commas, first and last day with two points between them: `2026-06-01..2026-06-10`.
    case ranges
    /// One language, or several.
    case languages
    /// Several days; the same with a grid line behind some of them: `2018-11-08 toi-thu-nam`.
    case days, pins
    /// The id of one thing of another part, or of several.
    case one(Part), several(Part)
    /// A number, or a range such as `1..3`, for a month of the plan, counted from 0.
    case month(Int)
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// What it is known by within its part.
    public let id: String
    /// A text for each column; empty where the plan does not say it.
    public let cells: [String]

    /// A row of a table.
    public init(id: String, cells: [String]) {
      self.id = id
      self.cells = cells
    }
  }

  /// A table of a plan's part.
  ///
  /// - Parameter columns: What it shows; `nil` for the columns of the part's sheet.
  public init(_ part: Part, months: MonthRun, columns: [Column]? = nil, rows: [Row]) {
    self.part = part
    self.columns = columns ?? part.columns(months)
    self.rows = rows
  }
}

extension PlanTable.Part {
  /// What its sheet is called.
  public var name: Words {
    switch self {
    case .lines: Words(vi: "Chỉ tiêu", en: "Lines")
    case .grid: Words(vi: "Khung giờ", en: "Grid")
    case .weights: Words(vi: "Trọng số tháng", en: "Month weights")
    case .months: Words(vi: "Số theo tháng", en: "Month counts")
    case .blackouts: Words(vi: "Ngày nghỉ", en: "Blackouts")
    case .outlets: Words(vi: "Kênh", en: "Outlets")
    case .units: Words(vi: "Đơn vị", en: "Units")
    case .topics: Words(vi: "Chủ đề", en: "Topics")
    case .translators: Words(vi: "Người dịch", en: "Translators")
    case .counts: Words(vi: "Cách đếm chung", en: "Counting rules of the plan")
    case .lineCounts: Words(vi: "Cách đếm của chỉ tiêu", en: "Counting rules of lines")
    case .peaks: Words(vi: "Đợt cao điểm của chỉ tiêu", en: "Peaks of lines")
    case .repeats: Words(vi: "Phát lại của chỉ tiêu", en: "Repeats of lines")
    }
  }

  /// The columns of its table.
  ///
  /// - Parameter months: The months of the plan.
  public func columns(_ months: MonthRun) -> [PlanTable.Column] {
    switch self {
    case .lines: Self.lineColumns
    case .grid: Self.gridColumns
    case .weights: Self.monthColumns("weights", months)
    case .months: Self.monthColumns("months", months)
    case .blackouts:
      [
        .init("number", vi: "Số", en: "No", 5, .identity), .init("name", vi: "Tên", en: "Name", 36),
        .init("from", vi: "Từ ngày", en: "From", 12, .day), .init("to", vi: "Đến ngày", en: "To", 12, .day),
        .init("outlets", vi: "Chỉ các kênh", en: "Only outlets", 24, .several(.outlets)),
        .init("lines", vi: "Chỉ các chỉ tiêu", en: "Only lines", 24, .several(.lines)),
      ]
    case .outlets:
      [
        .init("id", vi: "Mã", en: "Id", 20, .identity), .init("name", vi: "Tên", en: "Name", 40),
        .init("kind", vi: "Loại", en: "Kind", 22, .kind), .init("level", vi: "Cấp", en: "Level", 13, .level),
        .init("owner", vi: "Chủ quản", en: "Owner", 20, .one(.units)),
        .init("per-day", vi: "Tối đa mỗi ngày", en: "Most a day", 10, .number),
      ]
    case .units:
      [
        .init("id", vi: "Mã", en: "Id", 20, .identity), .init("name", vi: "Tên", en: "Name", 44),
        .init("level", vi: "Cấp", en: "Level", 13, .level),
        .init("parent", vi: "Đơn vị cấp trên", en: "Parent", 20, .one(.units)),
      ]
    case .topics, .translators, .counts, .lineCounts, .peaks, .repeats: formColumns(months)
    }
  }

  private static let lineColumns: [PlanTable.Column] = [
    .init("id", vi: "Mã", en: "Id", 20, .identity), .init("title", vi: "Tên chỉ tiêu", en: "Title", 40),
    .init("form", vi: "Hình thức", en: "Form", 18),
    .init("outlet", vi: "Kênh", en: "Outlet", 16, .one(.outlets)),
    .init("also-on", vi: "Đăng thêm trên", en: "Also on", 16, .several(.outlets)),
    .init("outlets", vi: "Chung cho các kênh", en: "Outlets together", 16, .several(.outlets)),
    .init("quota", vi: "Số lượng", en: "Quota", 14), .init("from", vi: "Từ ngày", en: "From", 12, .day),
    .init("to", vi: "Đến ngày", en: "To", 12, .day), .init("days", vi: "Thứ", en: "Weekdays", 18, .weekdays),
    .init("grid", vi: "Khung giờ", en: "Grid lines", 16, .several(.grid)),
    .init("per-day", vi: "Tối đa mỗi ngày", en: "Most a day", 10, .number),
    .init("gap", vi: "Cách nhau", en: "Gap", 10, .length),
    .init("length", vi: "Thời lượng", en: "Length", 12, .length),
    .init("language", vi: "Ngôn ngữ", en: "Language", 12, .languages),
    .init("level", vi: "Cấp", en: "Level", 13, .level),
    .init("lead", vi: "Chủ trì", en: "Lead", 18, .one(.units)),
    .init("support", vi: "Phối hợp", en: "Support", 18, .several(.units)),
    .init("producer", vi: "Đơn vị sản xuất", en: "Producer", 18, .one(.units)),
    .init("person", vi: "Người phụ trách", en: "Person", 18),
    .init("document", vi: "Văn bản", en: "Document", 18),
    .init("row", vi: "Dòng phụ lục", en: "Annex row", 10),
    .init("topics", vi: "Chủ đề", en: "Topics", 18, .list),
    .init("part-of", vi: "Nằm trong", en: "Part of", 18, .one(.lines)),
    .init("cost", vi: "Kinh phí (đồng)", en: "Cost (đồng)", 16), .init("note", vi: "Ghi chú", en: "Note", 40),
  ]

  private static let gridColumns: [PlanTable.Column] = [
    .init("outlet", vi: "Kênh", en: "Outlet", 18, .identity),
    .init("id", vi: "Mã", en: "Id", 18, .identity), .init("rule", vi: "Lặp lại", en: "Rule", 34),
    .init("dates", vi: "Các ngày", en: "Dates", 24, .days),
    .init("every", vi: "Mỗi", en: "Every", 9, .every), .init("at", vi: "Giờ", en: "At", 9, .time),
    .init("length", vi: "Thời lượng", en: "Length", 12, .length),
    .init("pieces", vi: "Số tác phẩm", en: "Pieces", 9, .number),
    .init("languages", vi: "Ngôn ngữ", en: "Languages", 16, .languages),
    .init("from", vi: "Từ ngày", en: "From", 12, .day), .init("to", vi: "Đến ngày", en: "To", 12, .day),
    .init("except", vi: "Trừ các ngày", en: "Except", 22, .days),
    .init("in-blackout", vi: "Khi ngày nghỉ", en: "In blackout", 12, .blackout),
    .init("inside", vi: "Nằm trong khung", en: "Inside", 16, .one(.grid)),
  ]

  private static func monthColumns(_ key: String, _ run: MonthRun) -> [PlanTable.Column] {
    [
      .init("id", vi: "Mã", en: "Id", 20, .identity),
      .init("title", vi: "Tên chỉ tiêu", en: "Title", 40, .shown),
    ]
      + (0..<run.count).map { month in
        let name = run.isToldByNumbers ? "T\(run.month(of: month))" : run.name(of: month)
        let english = run.isToldByNumbers ? "M\(run.month(of: month))" : run.name(of: month)
        return .init(key, vi: name, en: english, 9, .month(month))
      }
  }

  /// Whether a sheet of this name is its own.
  public func isNamed(_ sheet: String) -> Bool {
    [name.vi, name.en].contains { FoldedText($0) == FoldedText(sheet) }
  }
}

extension PlanTable.Column {
  /// Whether a heading, whatever its language, is this column's; a unit in brackets may be left out.
  public func isNamed(_ heading: FoldedText) -> Bool {
    [self.heading.vi, self.heading.en].contains { name in
      FoldedText(name) == heading || FoldedText(name.prefix { $0 != "(" }) == heading
    }
  }
}
