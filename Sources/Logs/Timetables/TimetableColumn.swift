import ScheduleModel

/// What a column of a timetable tells.
enum TimetableColumn: Int, CaseIterable {
  case id, outlet, start, title, length, language

  /// The names under which the column is known; case and diacritics do not matter.
  var names: [String] {
    switch self {
    case .id: ["id", "mã", "uid"]
    case .outlet: ["outlet", "kênh", "đài", "báo"]
    case .start: ["start", "bắt đầu", "giờ phát"]
    case .title: ["title", "tên", "tên chương trình", "tiêu đề"]
    case .length: ["length", "thời lượng"]
    case .language: ["language", "ngôn ngữ", "tiếng"]
    }
  }

  /// The first of its Vietnamese names.
  var vietnameseName: String { names[1] }

  /// The column with that name; `nil` for a name that is not known.
  static func named(_ name: String) -> TimetableColumn? { byName[FoldedText(name)] }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { column in column.names.map { (FoldedText($0), column) } })
}
