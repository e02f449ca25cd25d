public import ScheduleModel

/// A plan as a workbook that people change: a sheet for each part, with pick lists. It is read back into the plan's text.
public enum PlanWorkbook {
  /// The sheet that holds the plan's text as it was, so that what somebody changed can be told from what somebody else
  /// changed in the file meanwhile.
  public static let textSheet = "plan.yaml"

  /// The workbook.
  ///
  /// - Parameters:
  ///   - tables: The plan's tables.
  ///   - text: The text of its file.
  ///   - version: The heading of an empty column that says of which text each sheet was made.
  public static func workbook(
    of plan: Plan, _ tables: [PlanTable], text: String, version: Words, language: ReaderLanguage
  ) -> Workbook {
    let lists = PickLists(tables, language)
    var sheets = tables.map { sheet($0, lists, version, language) } + [lists.sheet]
    if let text = textSheet(text, language) { sheets.append(text) }
    return Workbook(title: plan.title.visible(), created: plan.revised, sheets: sheets)
  }

  private static func sheet(
    _ table: PlanTable, _ lists: PickLists, _ version: Words, _ language: ReaderLanguage
  ) -> Workbook.Sheet {
    let columns =
      table.columns.map { column in
        Workbook.Column(
          heading: column.heading[language], width: column.width, entry: column.content == .day ? .day : .text
        )
      } + [Workbook.Column(heading: version[language], width: 11)]
    let rows = table.rows.map { row in
      zip(table.columns, row.cells).map { cell($1, $0.content) } + [.empty]
    }
    var choices: [Int: Workbook.Choice] = [:]
    for (index, column) in table.columns.enumerated() { choices[index] = lists.choice(for: column) }
    let fixed = table.columns.count { $0.content == .identity || $0.content == .shown }
    return Workbook.Sheet(
      name: table.part.name[language], columns: columns, fixedColumns: table.part == .lines ? 2 : fixed,
      rows: rows,
      language: language, choices: choices)
  }

  private static func cell(_ text: String, _ content: PlanTable.Content) -> Workbook.Cell {
    if content == .day, let day = CivilDay(iso: text) { return .day(day) }
    return text.isEmpty ? .empty : .text(text)
  }

  /// The lines of the text, a row each; `nil` where a cell cannot hold one of them.
  private static func textSheet(_ text: String, _ language: ReaderLanguage) -> Workbook.Sheet? {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    guard lines.allSatisfy({ $0.utf16.count <= Workbook.Cell.mostCharacters }),
      lines.count < Workbook.Sheet.mostRows
    else { return nil }
    return Workbook.Sheet(
      name: textSheet, columns: [Workbook.Column(heading: textSheet, width: 100)], fixedColumns: 0,
      rows: lines.map { [$0.isEmpty ? .empty : .text($0)] }, language: language, isHidden: true)
  }
}

/// What the pick lists of a plan's workbook offer.
private struct PickLists {
  let sheet: Workbook.Sheet
  private let parts: [PlanTable.Part: (name: String, column: Int, rows: Range<Int>)]
  private let words: [(content: PlanTable.Content, count: Int)]

  /// Rows that somebody adds to another sheet are offered, too: how many.
  private static let room = 50

  init(_ tables: [PlanTable], _ language: ReaderLanguage) {
    let lists: [(PlanTable.Content, Words, [String])] = [
      (.kind, Words(vi: "Loại kênh", en: "Kinds"), Outlet.Kind.allCases.map { $0.name[language] }),
      (.level, Words(vi: "Cấp", en: "Levels"), AdminLevel.allCases.map { $0.name[language] }),
      (
        .languages, Words(vi: "Ngôn ngữ", en: "Languages"),
        BroadcastLanguage.all.map { language == .vietnamese ? $0.vi : $0.en }
      ),
      (
        .weekdays, Words(vi: "Thứ", en: "Weekdays"),
        Weekday.allCases.map { language == .vietnamese ? $0.name.vi : $0.code }
      ),
      (.every, Words(vi: "Mỗi", en: "Every"), [Words(vi: "tháng", en: "month")[language]]),
      (
        .blackout, Words(vi: "Khi ngày nghỉ", en: "In blackout"),
        [Words(vi: "giữ", en: "keep"), Words(vi: "bỏ", en: "drop"), Words(vi: "+1 ngày", en: "+1d")].map {
          $0[language]
        }
      ),
    ]
    let height = lists.map(\.2.count).max() ?? 0
    sheet = Workbook.Sheet(
      name: Words(vi: "Danh mục", en: "Lists")[language],
      columns: lists.map { Workbook.Column(heading: $0.1[language], width: 24) }, fixedColumns: 0,
      rows: (0..<height).map { row in
        lists.map { $0.2.indices.contains(row) ? .words($0.2[row], language) : .empty }
      }, language: language, isHidden: true)
    words = lists.map { ($0.0, $0.2.count) }
    var parts: [PlanTable.Part: (name: String, column: Int, rows: Range<Int>)] = [:]
    for table in tables {
      guard let column = table.columns.firstIndex(where: { $0.content == .identity && $0.key == "id" }) else {
        continue
      }
      parts[table.part] = (table.part.name[language], column, 0..<table.rows.count + Self.room)
    }
    self.parts = parts
  }

  func choice(for column: PlanTable.Column) -> Workbook.Choice? {
    switch column.content {
    case .one(let part), .several(let part):
      return parts[part].map {
        Workbook.Choice(sheet: $0.name, column: $0.column, rows: $0.rows, isOnly: false)
      }
    default:
      guard let index = words.firstIndex(where: { $0.content == column.content }) else { return nil }
      return Workbook.Choice(
        sheet: sheet.name, column: index, rows: 0..<words[index].count,
        isOnly: [.kind, .level, .every].contains(column.content))
    }
  }
}
