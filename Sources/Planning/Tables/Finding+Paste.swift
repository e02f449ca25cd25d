import ScheduleModel

// What keeps a range of cells from being taken.
extension Finding {
  private static func refused(_ message: Words, _ remedy: Words) -> Finding {
    Finding(
      .planSheetUnreadable, .error, at: SourcePlace(file: PlanPaste.file, line: 1), message, remedy: remedy)
  }

  /// A text in which no tab parts cells.
  static let pasteWithoutTabs = refused(
    Words(
      vi:
        "Không có dấu tab nào, nên không biết chỗ nào là ô; dấu phẩy không được coi là ranh giới. Chưa ghi gì.",
      en: "There is no tab, so where cells end is not known; commas are not taken for it. Nothing was stored."
    ),
    Words(
      vi: "Chọn cả vùng ô trong Excel, chép (Ctrl+C), rồi dán vào đây; vùng có ít nhất hai cột.",
      en: "Mark the cells in Excel, copy them (Ctrl+C), and paste them here; at least two columns."))

  /// A range of too many rows.
  static func pasteTooLong(_ rows: Int) -> Finding {
    refused(
      Words(
        vi: "Vùng có \(rows) dòng, quá \(PlanPaste.mostRows). Chưa ghi gì.",
        en: "The range has \(rows) rows, more than \(PlanPaste.mostRows). Nothing was stored."),
      Words(vi: "Dán từng phần.", en: "Paste it in parts."))
  }

  /// A range of whose columns nothing is known.
  static let pasteWithoutColumns = refused(
    Words(
      vi: "Dòng đầu không có tiêu đề của bảng, nên không biết cột nào là gì. Chưa ghi gì.",
      en:
        "The first row has no headings of the table, so which column is what is not known. Nothing was stored."
    ),
    Words(
      vi: "Chọn nội dung của từng cột dưới đây rồi xem lại, hoặc dán cả dòng tiêu đề.",
      en: "Choose below what each column is, and look again; or paste the row of headings, too."))

  /// Two columns of a range that would be the same.
  static let pasteColumnTwice = refused(
    Words(
      vi: "Hai cột của vùng được chọn cùng một nội dung. Chưa ghi gì.",
      en: "Two columns of the range are chosen to be the same. Nothing was stored."),
    Words(vi: "Chọn lại nội dung của từng cột.", en: "Choose again what each column is."))

  /// Columns with a heading that the table does not have: what stands in them is not read.
  static func pasteColumnsLeftOut(_ headings: [String]) -> Finding {
    let names = headings.map { "“\(cut($0))”" }.joined(separator: ", ")
    return Finding(
      .planSheetUnreadable, .warning, at: SourcePlace(file: PlanPaste.file, line: 1),
      Words(
        vi: "Chưa đọc các cột này, vì bảng không có tiêu đề như vậy: \(names).",
        en:
          "\(headings.count == 1 ? "This column is" : "These columns are") not read, since the table has no such \(headings.count == 1 ? "heading" : "headings"): \(names)."
      ),
      remedy: Words(
        vi: "Chọn nội dung của từng cột đó dưới đây rồi xem lại; cột không cần thì để “bỏ qua”.",
        en: "Choose below what each of them is, and look again; one that is not needed stays left out."))
  }

  /// A range that says what the plan says already.
  static let pasteChangesNothing = Finding(
    .planSheetUnreadable, .info, at: SourcePlace(file: PlanPaste.file, line: 1),
    Words(
      vi: "Vùng này không đổi gì trong kế hoạch.", en: "Nothing changes: the plan says all of this already."))
}
