import ScheduleModel
import Spreadsheets

extension Finding {
  // MARK: - The file

  /// A file that is no workbook of a plan.
  static func planSheetsUnreadable(_ fault: SpreadsheetFile.Fault?, file: String) -> Finding {
    let why =
      switch fault {
      case .archive(.encrypted): Words(vi: "tệp có mật khẩu", en: "it has a password")
      case .archive(.tooLarge), .archive(.tooManyEntries): Words(vi: "tệp quá lớn", en: "it is too large")
      case .archive(.notAnArchive), nil:
        Words(
          vi: "không phải tệp .xlsx hay .csv có dòng tiêu đề của kế hoạch",
          en: "it is no .xlsx or .csv file with the headings of a plan")
      case .archive, .missing, .broken: Words(vi: "tệp bị hỏng hoặc thiếu", en: "it is damaged or not whole")
      }
    return Finding(
      .planSheetUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Không đọc được bảng tính của kế hoạch: \(why.vi). Chưa ghi gì.",
        en: "The plan's sheets cannot be read: \(why.en). Nothing was written."), remedy: writeAnew)
  }

  /// A workbook without any sheet of a plan.
  static func planSheetsMissing(_ sheets: [String], file: String) -> Finding {
    let names = sheets.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
    return Finding(
      .planSheetUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Tệp không có trang nào của kế hoạch (có: \(names)). Chưa ghi gì.",
        en: "The file has no sheet of a plan (it has \(names)). Nothing was written."), remedy: writeAnew)
  }

  /// A sheet by its name that lacks the column by which its rows are known.
  static func planSheetWithoutIDs(_ sheet: String, _ columns: [PlanTable.Column], file: String) -> Finding {
    func list(_ language: ReaderLanguage) -> String {
      columns.map { "“\($0.heading[language])”" }.joined(separator: ", ")
    }
    return Finding(
      .planSheetUnreadable, .error, at: SourcePlace(file: "\(file)!\(sheet)", line: 1),
      Words(
        vi: "Dòng đầu của trang không có cột \(list(.vietnamese)). Chưa ghi gì.",
        en: "The first row of the sheet lacks the column \(list(.english)). Nothing was written."),
      remedy: Words(
        vi: "Trả lại tiêu đề cột như khi lập tệp, hoặc xóa cả trang nếu không đổi gì ở đó.",
        en: "Put the headings back as they were written, or delete the whole sheet where nothing changed."))
  }

  /// A workbook of another plan.
  static func planOfOtherWorkbook(_ other: String, _ plan: String, file: String) -> Finding {
    Finding(
      .planSheetUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Bảng tính này là của kế hoạch “\(other)”, không phải “\(plan)”. Chưa ghi gì.",
        en: "These sheets are of the plan “\(other)”, not of “\(plan)”. Nothing was written."),
      remedy: writeAnew)
  }

  /// A table of text of which it is not known what the plan said when it was made.
  static func planSheetOfUnknownVersion(_ sheets: [PlanSheet], _ plan: InputFile, file: String) -> Finding {
    let heading = PlanVersionMark.heading(plan.bytes)
    let version = sheets.lazy.compactMap(\.version).first
    let message =
      version.map {
        Words(
          vi:
            "Bảng lập từ phiên bản \($0) của kế hoạch, mà plan.yaml từ đó đã sửa; không rõ ô nào do ai sửa. Chưa ghi gì.",
          en:
            "The table was made of version \($0) of the plan, and plan.yaml was changed since; who changed which cell is not "
            + "known. Nothing was written.")
      }
      ?? Words(
        vi:
          "Bảng không cho biết lập từ phiên bản nào của kế hoạch, nên có thể ghi đè phần người khác đã sửa. Chưa ghi gì.",
        en:
          "The table does not say of which version of the plan it was made, so it might undo what somebody else changed. "
          + "Nothing was written.")
    return Finding(
      .planSheetUnreadable, .error, at: SourcePlace(file: file, line: 1), message,
      remedy: Words(
        vi:
          "Đọc lại chính tệp .xlsx (tệp đó giữ bản gốc), hoặc lập tệp mới rồi sửa trong đó. Chắc chắn bảng này lập từ plan.yaml "
          + "hiện nay thì thêm một cột có tiêu đề “\(heading.vi)”.",
        en:
          "Read the .xlsx file itself, which has the plan as it was, or write a new one and change that. Where the table was "
          + "surely made of plan.yaml as it is now, add a column with the heading “\(heading.en)”."))
  }

  private static let writeAnew = Words(
    vi: "Lập tệp mới rồi sửa trong đó: lichsong plan THƯ-MỤC --out ke-hoach.xlsx",
    en: "Write a new file and change that: lichsong plan FOLDER --out plan.xlsx")

  /// A column that stands for no key; it is left alone.
  static func planColumnUnknown(_ heading: String, _ place: SourcePlace) -> Finding {
    Finding(
      .planSheetCell, .warning, at: place,
      Words(
        vi: "Cột “\(heading)” không phải cột của kế hoạch; bỏ qua.",
        en: "The column “\(heading)” is none of the plan; it is left out."),
      remedy: Words(
        vi: "Không cần làm gì nếu cột chỉ để ghi nhớ.", en: "Nothing needs to be done if it is only a note."))
  }

  // MARK: - Rows

  private static func row(
    _ sheet: PlanSheet, _ row: PlanSheet.Row?, _ message: Words, remedy: Words
  ) -> Finding {
    let nothing = Words(vi: " Chưa ghi gì.", en: " Nothing was written.")
    return Finding(
      .planSheetRow, .error, at: row.map { sheet.place($0) } ?? SourcePlace(file: sheet.file, line: 1),
      Words(vi: message.vi + nothing.vi, en: message.en + nothing.en), remedy: remedy)
  }

  /// A row of the plan that the sheet has no longer.
  static func planRowDeleted(_ sheet: PlanSheet, _ id: String, _ name: String) -> Finding {
    row(
      sheet, nil,
      Words(
        vi: "Trang không còn dòng “\(id)” (\(name)) của kế hoạch.",
        en: "The sheet lacks the row “\(id)” (\(name)) of the plan."),
      remedy: Words(
        vi: "Trả dòng đó lại; muốn bỏ hẳn thì xóa “\(id)” trong plan.yaml rồi lập lại tệp.",
        en:
          "Put the row back; to take it out for good, delete “\(id)” in plan.yaml and write the workbook anew."
      ))
  }

  /// A row whose id is another one than it was.
  static func planRowRenamed(_ sheet: PlanSheet, _ row: PlanSheet.Row, from id: String, _ name: String)
    -> Finding
  {
    Self.row(
      sheet, row,
      Words(
        vi: "Mã của dòng “\(name)” đã đổi: kế hoạch ghi “\(id)”.",
        en: "The id of the row “\(name)” was changed: the plan has “\(id)”."),
      remedy: Words(
        vi: "Ghi lại mã “\(id)”: lịch đã công bố nhận ra lượt phát theo mã này.",
        en: "Write “\(id)” again: what is published is known by it."))
  }

  /// An id that an earlier row has.
  static func planRowTwice(_ sheet: PlanSheet, _ row: PlanSheet.Row, _ id: String, earlier: Int) -> Finding {
    Self.row(
      sheet, row,
      Words(vi: "Mã “\(id)” đã có ở dòng \(earlier).", en: "The id “\(id)” is in row \(earlier) already."),
      remedy: Words(
        vi: "Dòng mới thì để trống mã, hoặc ghi mã khác.",
        en: "Leave the id of a new row empty, or write another."))
  }

  /// A new row whose id the plan got meanwhile.
  static func planRowAddedTwice(_ sheet: PlanSheet, _ row: PlanSheet.Row, _ id: String) -> Finding {
    Self.row(
      sheet, row,
      Words(
        vi: "plan.yaml đã có “\(id)”, được thêm sau khi lập tệp này.",
        en: "plan.yaml has “\(id)” already; it was added after this workbook was written."),
      remedy: Words(
        vi: "Xóa dòng này, hoặc ghi mã khác.", en: "Delete this row, or write another id."))
  }

  /// A changed row of something that the plan has no longer.
  static func planRowGone(_ sheet: PlanSheet, _ row: PlanSheet.Row, _ id: String) -> Finding {
    Self.row(
      sheet, row,
      Words(
        vi: "plan.yaml không còn “\(id)”; nó đã bị xóa sau khi lập tệp này.",
        en: "plan.yaml has “\(id)” no longer; it was deleted after this workbook was written."),
      remedy: Words(vi: "Xóa dòng này trong bảng tính.", en: "Delete this row of the sheet."))
  }

  /// A row of months whose line there is not.
  static func planRowUnknown(_ sheet: PlanSheet, _ row: PlanSheet.Row, _ id: String) -> Finding {
    let lines = PlanTable.Part.lines.name
    return Self.row(
      sheet, row,
      Words(vi: "Không có chỉ tiêu “\(id)”.", en: "There is no line “\(id)”."),
      remedy: Words(
        vi: "Ghi mã của một chỉ tiêu ở trang “\(lines.vi)”.",
        en: "Write the id of a line of the sheet “\(lines.en)”."))
  }

  /// A new row that says nothing by which it could be known.
  static func planRowWithoutID(_ sheet: PlanSheet, _ row: PlanSheet.Row) -> Finding {
    func needed(_ language: ReaderLanguage) -> String {
      sheet.columns.filter {
        sheet.part == .grid
          ? $0.key == "outlet" : $0.content == .identity || ["title", "name"].contains($0.key)
      }
      .map { "“\($0.heading[language])”" }.joined(separator: ", ")
    }
    return Self.row(
      sheet, row,
      sheet.part == .grid
        ? Words(
          vi: "Khung giờ mới này chưa ghi kênh.", en: "This new grid line does not say of which outlet it is."
        )
        : Words(vi: "Dòng mới này thiếu mã hoặc tên.", en: "This new row lacks its id or its name."),
      remedy: Words(
        vi: "Điền các cột \(needed(.vietnamese)), hoặc xóa dòng.",
        en: "Fill in the columns \(needed(.english)), or delete the row."))
  }

  /// A row with cells that are merged with those of others.
  static func planRowMerged(_ sheet: PlanSheet, _ row: PlanSheet.Row) -> Finding {
    Self.row(
      sheet, row,
      Words(
        vi: "Dòng này có ô gộp; không biết nội dung thuộc dòng, cột nào.",
        en: "This row has merged cells; which row and column their contents belong to is not known."),
      remedy: Words(
        vi: "Bỏ gộp ô (Merge & Center), rồi điền từng ô.", en: "Unmerge the cells, and fill in each of them.")
    )
  }

  // MARK: - Cells

  /// A cell that only shows what another sheet says.
  static func planCellShown(_ sheet: PlanSheet, _ row: PlanSheet.Row, _ index: Int) -> Finding {
    let heading = sheet.columns[index].heading
    let lines = PlanTable.Part.lines.name
    return Finding(
      .planSheetCell, .error, at: sheet.place(row, column: index),
      Words(
        vi: "Cột “\(heading.vi)” ở trang này chỉ để xem. Chưa ghi gì.",
        en: "The column “\(heading.en)” of this sheet only shows. Nothing was written."),
      remedy: Words(vi: "Sửa ở trang “\(lines.vi)”.", en: "Change it in the sheet “\(lines.en)”."))
  }

  /// A cell that was changed in the sheet and in the plan.
  static func planCellChangedTwice(
    _ sheet: PlanSheet, _ row: PlanSheet.Row, _ index: Int, now: String
  ) -> Finding {
    let heading = sheet.columns[index].heading
    let text = row.cells[index] ?? ""
    return Finding(
      .planSheetCell, .error, at: sheet.place(row, column: index),
      Words(
        vi:
          "“\(heading.vi)”: bảng tính ghi “\(text)”, còn plan.yaml sau khi lập tệp đã sửa thành “\(now)”. Chưa ghi gì.",
        en:
          "“\(heading.en)”: the sheet says “\(text)”, and plan.yaml was changed to “\(now)” after the workbook was "
          + "written. Nothing was written."),
      remedy: Words(
        vi: "Quyết định giá trị đúng và ghi giống nhau ở cả hai nơi.",
        en: "Decide which of them holds, and write it in both places."))
  }
}
