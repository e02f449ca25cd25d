import ScheduleModel

/// Findings about tables of declared figures that cannot be read.
extension Finding {
  static func declaredColumnsMissing(_ columns: [DeclaredColumn], _ at: LogPlace) -> Finding {
    let names = columns.map { "“\($0.rawValue)”" }.joined(separator: ", ")
    let inVietnamese = columns.map { "“\($0.vietnamese)”" }.joined(separator: ", ")
    let all = DeclaredColumn.allCases.map(\.rawValue).joined(separator: ",")
    let allInVietnamese = DeclaredColumn.allCases.map(\.vietnamese).joined(separator: ",")
    return Finding(
      .declaredRowBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Dòng tiêu đề thiếu cột \(inVietnamese); không đọc được số liệu nào của tệp này.",
        en: "The header lacks \(names); no figure of this file is read."),
      remedy: Words(vi: "Dòng tiêu đề đầy đủ: \(allInVietnamese)", en: "A full header: \(all)"))
  }

  /// A header with two columns of one meaning: which of them holds is not for the program to say.
  static func declaredColumnTwice(_ column: DeclaredColumn, _ at: LogPlace) -> Finding {
    Finding(
      .declaredRowBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi:
          "Dòng tiêu đề có hai cột cùng nghĩa “\(column.vietnamese)”; không rõ cột nào nên không đọc số liệu nào ở đây.",
        en:
          "The header has two columns that mean “\(column.rawValue)”; which holds is not known, so no figure here is read."
      ),
      remedy: Words(
        vi:
          "Giữ tên ấy cho một cột. Nếu mỗi cột là một hình thức thì ghi hình thức ở dòng ngay dưới tiêu đề: Số liệu, bên dưới: Tin, Bài.",
        en:
          "Keep the name for one of them. If each column is a form, name the forms in the row below the header: Value, below it: Tin, Bài."
      ))
  }

  /// Columns that say something and are not read.
  static func declaredColumnsPassedOver(_ headings: [String], _ place: SourcePlace) -> Finding {
    func list(_ unnamed: (String) -> String) -> String {
      headings.prefix(5).map { Int($0) == nil ? "“\(cut($0))”" : unnamed($0) }.joined(separator: ", ")
        + (headings.count > 5 ? ", …" : "")
    }
    return Finding(
      .logColumnUnknown, .info, at: place,
      Words(
        vi: "Có cột không được đọc: \(list { "cột thứ \($0)" }).",
        en: "Columns that are not read: \(list { "column \($0)" })."),
      remedy: Words(
        vi: "Nếu cột ấy có số liệu của một kỳ hoặc một chỉ tiêu khác thì ghi số ấy thành dòng riêng.",
        en: "If such a column has figures of another period or line, write each as a row of its own."))
  }

  /// Rows of a form that wait to be filled in.
  static func rowsNotFilled(_ lines: [Int], file: String) -> Finding {
    let rows = LineRanges(lines).text
    return Finding(
      .declaredNotFilled, .info, at: SourcePlace(file: file, line: lines.first ?? 1),
      Words(
        vi: "Các dòng chưa điền số liệu, chưa tính là đã báo cáo: \(rows).",
        en: "Rows that are not filled in, and do not count as reported: \(rows)."),
      remedy: Words(
        vi: "Khi có số liệu thì điền vào; thật sự không có thì ghi: không có số liệu.",
        en: "Fill them in once there is a figure; where there is none, write: no data."))
  }

  static func declaredRowBroken(_ faults: RowFaults, _ at: LogPlace) -> Finding {
    Finding(
      .declaredRowBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Không đọc được dòng này và không cộng: " + faults.all.map(\.vi).joined(separator: "; ") + ".",
        en: "This row cannot be read and is not added: " + faults.all.map(\.en).joined(separator: "; ") + "."),
      remedy: Words(
        vi: faults.remedies.map(\.vi).joined(separator: " "),
        en: faults.remedies.map(\.en).joined(separator: " ")))
  }
}
