import ScheduleModel
import Spreadsheets

extension Finding {
  /// The file of an annex cannot be opened as one.
  static func annexUnreadable(_ fault: SpreadsheetFile.Fault?, file: String) -> Finding {
    let why =
      switch fault {
      case .archive(.encrypted): Words(vi: "có mật khẩu", en: "it has a password")
      case .archive(.tooLarge), .archive(.tooManyEntries): Words(vi: "quá lớn", en: "it is too large")
      case .archive(.notAnArchive), nil:
        Words(vi: "không phải tệp .xlsx, .docx hay .csv", en: "it is no .xlsx, .docx or .csv file")
      case .archive, .missing, .broken: Words(vi: "tệp bị hỏng hoặc thiếu", en: "it is damaged or not whole")
      }
    return Finding(
      .annexUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Không đọc được phụ lục: \(why.vi). Chưa ghi gì.",
        en: "The annex cannot be read: \(why.en). Nothing was written."),
      remedy: Words(
        vi: "Mở bằng Excel hoặc Word rồi lưu lại thành .xlsx hoặc .docx, không đặt mật khẩu.",
        en: "Open it in Excel or Word and save it as .xlsx or .docx, without a password."))
  }

  /// No table of the file has a header that is understood.
  static func annexWithoutHeader(_ tables: [OfficeTable], file: String) -> Finding {
    let seen = tables.prefix(4).map { table in
      let first = table.rows.prefix(3).map { row in
        row.cells.filter { !$0.isEmpty }.prefix(4).map { String($0.prefix(30)) }.joined(separator: " | ")
      }.filter { !$0.isEmpty }
      let start =
        first.isEmpty ? Words(vi: "trống", en: "empty") : Words("“\(first.joined(separator: " ⏎ "))”")
      return Words(vi: "\(table.name.vi): \(start.vi)", en: "\(table.name.en): \(start.en)")
    }
    let vi = seen.isEmpty ? "tệp không có bảng nào" : seen.map(\.vi).joined(separator: "; ")
    let en = seen.isEmpty ? "the file has no table" : seen.map(\.en).joined(separator: "; ")
    return Finding(
      .annexUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Không tìm thấy dòng tiêu đề của phụ lục trong 30 dòng đầu (\(vi)). Chưa ghi gì.",
        en: "There is no header row of an annex among the first 30 rows (\(en)). Nothing was written."),
      remedy: Words(
        vi:
          "Thêm trên bảng một dòng tiêu đề, ví dụ: STT | Nội dung | Hình thức | Số lượng | Đơn vị chủ trì | Đơn vị phối "
          + "hợp | Thời gian | Kinh phí | Ghi chú.",
        en:
          "Put a header row above the table, such as: STT | Nội dung | Hình thức | Số lượng | Đơn vị chủ trì | Đơn vị "
          + "phối hợp | Thời gian | Kinh phí | Ghi chú."))
  }

  /// Several tables could be the annex, or the one that was asked for is not among them.
  static func annexChoice(_ annexes: [AnnexTable], file: String) -> Finding {
    func list(_ language: ReaderLanguage) -> String {
      annexes.enumerated().map { number, table in
        let titles = table.headings.prefix(4).map(\.text).joined(separator: ", ")
        return "\(number + 1) = \(table.name[language]) (\(table.rows.count) × “\(titles)…”)"
      }.joined(separator: "; ")
    }
    return Finding(
      .annexUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Tệp có \(annexes.count) bảng có thể là phụ lục: \(list(.vietnamese)). Chưa ghi gì.",
        en:
          "The file has \(annexes.count) tables that may be the annex: \(list(.english)). Nothing was written."
      ),
      remedy: Words(vi: "Chọn một bảng: thêm --table 1.", en: "Choose one of them: add --table 1."))
  }

  /// A header without a row below it.
  static func annexWithoutRows(_ table: AnnexTable) -> Finding {
    Finding(
      .annexUnreadable, .error, at: SourcePlace(file: table.file, line: 1),
      Words(
        vi: "Dưới tiêu đề của \(table.name.vi) không có dòng nội dung nào. Chưa ghi gì.",
        en: "Below the header of \(table.name.en) there is no row with contents. Nothing was written."),
      remedy: Words(
        vi: "Kiểm tra cột “Nội dung” của bảng.", en: "Look at the table's column of contents."))
  }

  /// A cell that is kept as a remark.
  static func annexNotUnderstood(
    _ column: AnnexColumn, _ words: String, _ title: String, _ place: SourcePlace
  ) -> Finding {
    let key = column == .quantity ? "quota" : "from, to"
    return Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”: chưa hiểu \(column.name.vi) “\(words)”; giữ nguyên trong ghi chú, chỉ tiêu chưa có \(key).",
        en:
          "“\(title)”: the \(column.name.en) “\(words)” is not understood; it is kept in the note, and the line has no "
          + "\(key)."),
      remedy: column == .quantity
        ? Words(
          vi:
            "Nếu văn bản đã ký nêu con số, viết vào quota như trong văn bản, ví dụ: quota: 24 kỳ. Nếu không, để trống.",
          en:
            "Where the signed document states a figure, write it as it is stated there, such as quota: 24 kỳ. Where it "
            + "states none, leave it out.")
        : Words(
          vi: "Viết khoảng ngày vào from và to của chỉ tiêu, hoặc để trống nếu là cả năm.",
          en: "Write the days into from and to of the line, or leave them out for the whole year."))
  }

  /// A line with a figure and nowhere to go.
  static func annexWithoutOutlet(_ place: SourcePlace, _ title: String) -> Finding {
    Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi: "“\(title)”: phụ lục không nêu kênh, báo, đài; chỉ tiêu được đếm nhưng chưa xếp lịch.",
        en: "“\(title)”: the annex names no outlet; the line is counted, but not scheduled yet."),
      remedy: Words(
        vi: "Thêm kênh vào outlets, rồi ghi mã kênh vào outlet của chỉ tiêu.",
        en: "Add the outlet to outlets, and its id to the line as outlet."))
  }

  /// Why a row is not taken.
  enum AnnexRest {
    case total, below
  }

  /// A row that is no line of the plan.
  static func annexLeftOut(_ place: SourcePlace, _ words: String, _ why: AnnexRest) -> Finding {
    let shown = String(words.prefix(60))
    return Finding(
      .annexLeftOut, .info, at: place,
      why == .total
        ? Words(
          vi: "“\(shown)” là dòng cộng, không phải chỉ tiêu; đã bỏ qua.",
          en: "“\(shown)” is a sum, not a line of the plan; it is left out.")
        : Words(
          vi: "“\(shown)” nằm dưới bảng, không phải chỉ tiêu; đã bỏ qua.",
          en: "“\(shown)” is below the table and no line of the plan; it is left out."))
  }
}
