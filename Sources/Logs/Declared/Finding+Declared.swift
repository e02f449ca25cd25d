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
