public import ScheduleModel

/// A draft of a schedule as people edit it: a table, in CSV or as a spreadsheet, a row for each placement.
///
/// People may change where a placement lies (`slot` or `start`) and say `fixed` and `why`. All other columns tell which
/// placement a row is.
public enum DraftTable {
  /// The columns, in order.
  public static let columns = DraftColumn.allCases.map(\.rawValue)

  /// One row, as text.
  public struct Row: Hashable, Sendable {
    /// Where the row is.
    public let place: SourcePlace
    /// The row as it is in the file; `nil` in a spreadsheet.
    public let excerpt: String?
    /// What its cells say, by the name of the column; what says nothing is not there.
    public let cells: [String: String]
    /// The day and hour in `start`, in whichever form it is written; `nil` when it cannot be read.
    public let start: LocalTime?
  }

  /// Reads the rows of a draft.
  ///
  /// - Returns: The rows in the file's order; `nil` with a finding when the columns are not those of a draft.
  public static func read(_ bytes: [UInt8], file: String) -> (rows: [Row]?, findings: [Finding]) {
    var isRead = true
    let (rows, findings) = HandTable<DraftColumn>.rows(
      of: bytes, file: file, sheetsToo: true,
      missing: { columns, place in
        isRead = false
        return .draftColumnsMissing(columns.map(\.rawValue), place)
      },
      broken: { faults, place in .draftRowBroken(faults.all, place) }
    ) { table, row, place -> Result<Row, RowFaults> in
      var cells: [String: String] = [:]
      for column in DraftColumn.allCases { cells[column.rawValue] = table.text(column, in: row) }
      return .success(
        Row(
          place: place.place, excerpt: place.excerpt, cells: cells,
          start: cells[DraftColumn.start.rawValue].flatMap(moment)))
    }
    return (isRead ? rows : nil, findings)
  }

  /// How a table begins: a byte order mark and the names of the columns.
  public static let head = LogHeader.byteOrderMark + bytes(of: columns)

  /// A row whose cells are given in the order of the columns, with the end of its line.
  public static func bytes(of row: [String]) -> [UInt8] {
    var text = TextBytes()
    for (index, cell) in row.enumerated() { index == 0 ? text.cell(cell) : text.field(cell) }
    text.end()
    return text.bytes
  }

  /// A day and an hour as spreadsheets and people write them: `2018-04-05T20:15`, `05/04/2018 20:15`, a day alone.
  private static func moment(_ text: String) -> LocalTime? {
    let bytes = Array(text.utf8)
    let cut = bytes.firstIndex { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") } ?? bytes.count
    guard case .day(let day) = LogValue.day(bytes[..<cut]) else { return nil }
    guard cut < bytes.count else { return LocalTime(day) }
    return LogValue.time(bytes[(cut + 1)...]).map { LocalTime(openingOn: day, at: $0) }
  }
}

/// What a column of a draft tells; the raw values are the names in the header.
enum DraftColumn: String, HandColumn {
  case uid, line, edition, language, run, number, outlet, slot, start, end, title
  case againOf = "again-of"
  case drafted, fixed, by, why

  /// The columns without which a row says nothing.
  static let required: [DraftColumn] = [.uid, .slot, .start]

  /// The names under which the column is known.
  var names: [String] { [rawValue] }
}

extension Finding {
  fileprivate static func draftColumnsMissing(_ names: [String], _ at: LogPlace) -> Finding {
    let list = names.joined(separator: ", ")
    return Finding(
      .draftRow, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(vi: "Lịch dự thảo thiếu cột: \(list).", en: "The draft lacks columns: \(list)."),
      remedy: Words(
        vi: "Giữ nguyên dòng tiêu đề, hoặc lập lại dự thảo: lichsong allocate KẾ-HOẠCH.",
        en: "Keep the header as it is, or make the draft anew: lichsong allocate PLAN."))
  }

  fileprivate static func draftRowBroken(_ faults: [Words], _ at: LogPlace) -> Finding {
    Finding(
      .draftRow, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Dòng này của dự thảo không đọc được: " + faults.map(\.vi).joined(separator: "; ") + ".",
        en: "This row of the draft cannot be read: " + faults.map(\.en).joined(separator: "; ") + "."))
  }
}
