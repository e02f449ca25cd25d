import ScheduleModel

/// What a column of a log tells.
enum LogColumn: Int, CaseIterable {
  case date, time, outlet, line, edition, language, title, minutes, status, uid, evidence
  case end, trust, author, replaces, reason, houseNumber, makesGood, endDate, part, note, weekday

  /// The columns without which a log says nothing.
  static let required: [LogColumn] = [.date, .outlet]

  /// Those of them that neither the columns nor the dialect of a log give. A correction needs none.
  static func missing(in header: LogHeader, _ dialect: LogDialect) -> [LogColumn] {
    if header.index(of: .replaces) != nil { return [] }
    return required.filter { column in
      header.index(of: column) == nil && !(column == .outlet && dialect.outlet != nil)
        && !(column == .date && dialect.day != nil)
    }
  }

  /// The names under which the column is known; case and diacritics do not matter.
  var names: [String] {
    switch self {
    case .date: ["date", "ngày", "ngày phát"]
    case .time: ["time", "giờ", "giờ phát", "giờ bắt đầu", "bắt đầu"]
    case .outlet: ["outlet", "kênh", "đài", "báo"]
    case .line: ["line", "chỉ tiêu", "mã"]
    case .edition: ["edition", "kỳ", "số"]
    case .language: ["language", "ngôn ngữ", "tiếng"]
    case .title: ["title", "tên", "tên chương trình", "tiêu đề"]
    case .minutes: ["minutes", "thời lượng", "phút"]
    case .status: ["status", "trạng thái"]
    case .uid: ["uid"]
    case .evidence: ["evidence", "minh chứng"]
    case .end: ["end", "giờ kết thúc", "kết thúc", "end time"]
    case .trust: ["trust", "độ tin cậy", "mức tin cậy"]
    case .author: ["author", "người ghi", "người lập"]
    case .replaces: ["replaces", "thay cho dòng", "thay cho"]
    case .reason: ["reason", "lý do"]
    case .houseNumber: ["house-number", "mã băng", "mã chương trình"]
    case .makesGood: ["makes-good", "phát bù cho"]
    case .endDate: ["end-date", "ngày kết thúc"]
    case .part: ["part", "phần", "tập"]
    case .note: ["note", "ghi chú"]
    case .weekday: ["weekday", "thứ"]
    }
  }

  /// The names that other programs give it, which nobody is told to write.
  private var foreignNames: [String] {
    switch self {
    case .date: ["startdate", "starts", "ngày phát sóng", "ngày lên sóng", "ngày đăng", "ngày ra báo"]
    case .time: ["starttime", "start time", "giờ phát sóng", "giờ lên sóng"]
    case .title: ["tên bài", "tên tin", "tên tin, bài", "tên tác phẩm"]
    case .end: ["endtime", "ends"]
    case .endDate: ["enddate"]
    case .note: ["notes", "remark", "remarks"]
    case .minutes:
      ["thời lượng", "duration", "length"].flatMap { name in
        (Self.minuteNames + Self.secondNames + Self.hourNames).map { "\(name) (\($0))" }
      }
    default: []
    }
  }

  private static let minuteNames = ["phút", "p", "ph", "min", "mins", "minutes"]
  private static let secondNames = ["giây", "s", "sec", "secs", "seconds"]
  private static let hourNames = ["giờ", "h", "hours"]

  /// The seconds of a number under a heading for lengths: “(giây)” and “(giờ)” say so, else it is minutes.
  static func lengthUnit(of heading: String) -> Int {
    let words = FoldedText(heading).text.split(separator: " ")
    guard words.count > 1, let last = words.last.map(String.init) else { return 60 }
    func isNamed(_ names: [String]) -> Bool { names.contains { FoldedText($0).text == last } }
    return isNamed(secondNames) ? 1 : isNamed(hourNames) ? 3600 : 60
  }

  /// The first of its Vietnamese names.
  var vietnameseName: String { names.count > 1 ? names[1] : names[0] }

  /// The column with that name; `nil` for a name that is not known.
  static func named(_ name: String) -> LogColumn? { byName[FoldedText(name)] }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { column in
      (column.names + column.foreignNames).map { (FoldedText($0), column) }
    })
}
