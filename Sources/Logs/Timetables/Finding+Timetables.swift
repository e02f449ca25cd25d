import ScheduleModel

/// What the reader of timetables has to say, in both languages.
extension Finding {
  static func timetableEmpty(file: String) -> Finding {
    Finding(
      .logEmpty, .warning, at: SourcePlace(file: file, line: 1),
      Words(vi: "Tệp “\(file)” không có dòng nào.", en: "The file “\(file)” has no rows."),
      remedy: Words(
        vi: "Kiểm tra xem đã xuất đúng tệp chưa.", en: "See whether the right file was exported."))
  }

  static func timetableColumnMissing(
    _ columns: [TimetableColumn], of required: [TimetableColumn], _ at: LogPlace
  ) -> Finding {
    let known = TimetableColumn.allCases
    return Finding(
      .logColumnMissing, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Dòng tiêu đề thiếu cột \(columns.map { "“\($0.vietnameseName)”" }.joined(separator: ", ")); "
          + "cả tệp không được đối chiếu.",
        en: "The header lacks the \(columns.count == 1 ? "column" : "columns") "
          + "\(columns.map { "“\($0)”" }.joined(separator: ", ")); the whole file is left out."),
      remedy: Words(
        vi: "Cột bắt buộc: \(required.map { $0.names.joined(separator: " | ") }.joined(separator: "; ")). "
          + "Tên cột được hiểu: \(known.map(\.vietnameseName).joined(separator: ", ")).",
        en:
          "Required columns: \(required.map { $0.names.joined(separator: " | ") }.joined(separator: "; ")). "
          + "Names that are understood: \(known.map { "\($0)" }.joined(separator: ", "))."))
  }

  static func timetableRowBroken(_ faults: [TimetableFault], _ at: LogPlace) -> Finding {
    Finding(
      .logRowBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Dòng này không được đối chiếu: \(faults.map(\.words.vi).joined(separator: "; ")).",
        en: "This row is left out: \(faults.map(\.words.en).joined(separator: "; "))."),
      remedy: Words(
        vi: faults.map(\.remedy.vi).joined(separator: " "), en: faults.map(\.remedy.en).joined(separator: " ")
      ))
  }

  static func timetableIDRepeated(_ id: String, row: Int, file: String, line: Int) -> Finding {
    Finding(
      .duplicateID, .warning, at: SourcePlace(file: file, line: line),
      Words(
        vi: "Mã “\(cut(id))” đã có ở dòng dữ liệu thứ \(grouped(row, in: .vietnamese)); "
          + "cả hai lượt đều được đối chiếu.",
        en: "Data row \(grouped(row, in: .english)) has the id “\(cut(id))” already; "
          + "both placements are matched."),
      remedy: Words(vi: "Cho mỗi lượt phát một mã riêng.", en: "Give each placement an id of its own."))
  }

  static func moreOfTimetable(_ count: Int, file: String) -> Finding {
    Finding(
      .moreFindings, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Còn \(grouped(count, in: .vietnamese)) phát hiện nữa trong “\(file)”, không liệt kê.",
        en: "There are \(grouped(count, in: .english)) more findings in “\(file)” that are not listed."),
      remedy: Words(
        vi: "Sửa những chỗ đã liệt kê rồi chạy lại.", en: "Correct those that are listed, then run again."))
  }
}
