import ScheduleModel
import Spreadsheets

// What keeps a draft report, or a part of it, from being audited.
extension Finding {
  static func reportUnreadable(_ refusal: ReportDraftReader.Refusal, file: String) -> Finding {
    let (why, remedy): (Words, Words)
    let saveAgain = Words(
      vi: "Mở bằng Word hoặc Excel rồi lưu thành .docx hoặc .xlsx, không đặt mật khẩu.",
      en: "Open it in Word or Excel and save it as .docx or .xlsx, without a password.")
    switch refusal {
    case .pdf:
      why = Words(
        vi: "tệp PDF không giữ bảng, chỉ giữ chữ ở từng vị trí trên trang",
        en: "a PDF has no tables, only letters at places on a page")
      remedy = Words(
        vi: "Dùng bản .docx hoặc .xlsx mà từ đó tệp PDF được xuất ra. Không còn bản ấy thì lấy chữ ra bằng "
          + "pdftotext -layout TỆP.pdf TỆP.txt rồi kiểm tra tệp .txt: câu chữ đọc được; bảng thì phải ngăn các ô bằng dấu "
          + "Tab hoặc |.",
        en:
          "Take the .docx or .xlsx file from which the PDF was made. Where there is none, take the text out with "
          + "pdftotext -layout FILE.pdf FILE.txt and audit the .txt: its sentences are read; of a table the cells must be "
          + "parted by tabs or |.")
    case .oldOffice:
      why = Words(
        vi: "đây là tệp .doc hoặc .xls đời cũ, hoặc tệp có mật khẩu",
        en: "it is an old .doc or .xls file, or has a password")
      remedy = saveAgain
    case .binary:
      why = Words(
        vi: "không phải .docx, .xlsx, .csv hay văn bản thuần", en: "it is no .docx, .xlsx, .csv or plain text"
      )
      remedy = saveAgain
    case .brokenTable:
      why = Words(vi: "có dấu nháy mở mà không đóng", en: "a quotation mark is opened and not closed")
      remedy = Words(
        vi: "Mở bằng Excel rồi lưu thành .xlsx.", en: "Open it in Excel and save it as .xlsx.")
    case .office(.archive(.encrypted)):
      why = Words(vi: "tệp có mật khẩu", en: "it has a password")
      remedy = saveAgain
    case .office(.archive(.tooLarge)), .office(.archive(.tooManyEntries)):
      why = Words(vi: "tệp quá lớn", en: "it is too large")
      remedy = Words(
        vi: "Chép riêng bảng cần kiểm tra sang một tệp mới.",
        en: "Copy the table to be audited into a new file.")
    case .office:
      why = Words(vi: "tệp bị hỏng hoặc thiếu", en: "it is damaged or not whole")
      remedy = saveAgain
    }
    return Finding(
      .reportUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(vi: "Không đọc được dự thảo: \(why.vi).", en: "The draft cannot be read: \(why.en)."),
      remedy: remedy)
  }

  /// Nothing in a draft is a figure that could be audited.
  static func reportWithoutFigures(_ tables: [OfficeTable], file: String) -> Finding {
    let seen =
      tables.isEmpty
      ? Words(vi: "không có bảng nào", en: "it has no table")
      : Words(
        vi: "\(tables.count) bảng, không bảng nào có ô chỉ gồm số liệu",
        en: tables.count == 1
          ? "1 table, no cell of which is a figure" : "\(tables.count) tables, no cell of which is a figure")
    return Finding(
      .reportUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Dự thảo không có số liệu nào để kiểm tra: \(seen.vi), và câu chữ không nêu tổng hay tỷ lệ nào.",
        en:
          "There is no figure to audit in the draft: \(seen.en), and the text states no sum and no percentage."
      ),
      remedy: Words(
        vi:
          "Mỗi số liệu cần một ô riêng dưới tiêu đề cột, hoặc một câu như: 2.199 lượt, trong đó cấp huyện 1.201 lượt, "
          + "cấp tỉnh 998 lượt.",
        en:
          "A figure needs a cell of its own below a heading, or a sentence such as: 2.199 lượt, trong đó cấp huyện "
          + "1.201 lượt, cấp tỉnh 998 lượt."))
  }

  static func reportTableTooLong(_ table: OfficeTable, file: String) -> Finding {
    let rows = table.rows.count
    return Finding(
      .reportUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi:
          "\(table.name.vi): \(grouped(rows, in: .vietnamese)) dòng, không phải bảng của một báo cáo; không đọc.",
        en:
          "\(table.name.en): \(counted(rows, "row")) \(rows == 1 ? "is" : "are") no table of a report; it is not read."
      ),
      remedy: Words(
        vi: "Nhật ký phát sóng thì dùng: lichsong import.", en: "For a log use: lichsong import."))
  }

  /// A figure behind “trong đó” that is larger than the whole.
  static func reportPartAboveWhole(_ part: DraftGrid.Cell, whole: DraftGrid.Cell) -> Finding {
    func text(_ cell: DraftGrid.Cell, _ language: ReaderLanguage) -> String {
      cell.count.map { ReportDraft.text($0, language) } ?? cell.words
    }
    return Finding(
      .reportPartAboveWhole, .warning, at: part.place,
      Words(
        vi:
          "\(part.at.vi): số thuộc “trong đó” là \(text(part, .vietnamese)), lớn hơn số chung "
          + "\(text(whole, .vietnamese)) (\(whole.at.vi)).",
        en:
          "\(part.at.en): \(text(part, .english)) is said to be among \(text(whole, .english)) (\(whole.at.en)) and is "
          + "larger."),
      remedy: Words(
        vi: "Đối chiếu cả hai số với số liệu gốc; số nào chép sai thì sửa ở dự thảo.",
        en:
          "Hold both against the source's own data, and correct in the draft the one that was copied wrongly."
      ))
  }

  /// Numbers of sentences of which nothing is proposed, each with its place.
  static func reportNumbersLeft(_ numbers: [(number: String, place: SourcePlace, at: Words)]) -> Finding {
    func list(_ language: ReaderLanguage) -> String {
      numbers.map { "\($0.at[language]) “\($0.number)”" }.joined(separator: "; ")
    }
    let count = numbers.count
    return Finding(
      .reportFigureUnread, .info, at: numbers[0].place,
      Words(
        vi:
          "\(count) số trong câu chữ không thuộc tổng, tỷ lệ nào hiểu được nên chưa kiểm tra: \(list(.vietnamese)).",
        en:
          "\(counted(count, "number")) in sentences \(count == 1 ? "belongs" : "belong") to no sum and no percentage that is "
          + "understood, and \(count == 1 ? "is" : "are") not audited: \(list(.english))."),
      remedy: Words(
        vi: "Tự đối chiếu các số này với số liệu gốc.",
        en: "Hold these numbers against the source's own data yourself."))
  }

  /// Cells that have digits and are not understood whole; no sum or percentage with them is proposed.
  static func reportFiguresUnread(
    _ table: Words, _ cells: [(cell: DraftGrid.Cell, why: Words)], file: String
  ) -> Finding {
    /// Without the point at its end: it stands in brackets.
    func reason(_ sentence: String) -> Substring {
      sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    }
    func list(_ language: ReaderLanguage) -> String {
      cells.prefix(6).map { cell, why in
        let last = cell.at[language].split(separator: ", ").last ?? ""
        return "\(last) “\(cell.words.prefix(40))” (\(reason(why[language])))"
      }.joined(separator: "; ") + (cells.count > 6 ? "; …" : "")
    }
    return Finding(
      .reportFigureUnread, .warning, at: cells[0].cell.place,
      Words(
        vi:
          "\(table.vi): chưa hiểu trọn vẹn \(cells.count) ô số liệu; không đề xuất tổng, tỷ lệ nào có các ô này: "
          + "\(list(.vietnamese)).",
        en:
          "\(table.en): \(cells.count == 1 ? "1 cell is" : "\(cells.count) cells are") not understood whole, and no sum "
          + "or percentage with \(cells.count == 1 ? "it" : "them") is proposed: \(list(.english))."),
      remedy: Words(
        vi: "Nếu trong dự thảo là lỗi gõ thì sửa ở dự thảo; nếu là hai số liệu thì tách thành hai ô.",
        en: "Correct the draft where it is a typing error; give two figures a cell each."))
  }
}
