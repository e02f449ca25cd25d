import ScheduleModel

/// What is to be said about links that were made by hand, in both languages.
extension Finding {
  static func linkColumnsMissing(_ columns: [LinkColumn], _ at: LogPlace) -> Finding {
    let names = columns.map { "“\($0.rawValue)”" }.joined(separator: ", ")
    let all = LinkColumn.allCases.map(\.rawValue).joined(separator: ",")
    return Finding(
      .linkBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Dòng tiêu đề của tệp liên kết thiếu cột \(names); không liên kết nào được dùng.",
        en: "The header of the links lacks \(names); no link is followed."),
      remedy: Words(vi: "Dòng tiêu đề đầy đủ: \(all)", en: "A full header: \(all)"))
  }

  static func linkBroken(_ faults: [Words], _ at: LogPlace) -> Finding {
    Finding(
      .linkBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Liên kết này không dùng được: " + faults.map(\.vi).joined(separator: "; ") + ".",
        en: "This link is not followed: " + faults.map(\.en).joined(separator: "; ") + "."),
      remedy: Words(
        vi: "Sửa dòng này, hoặc xóa đi và gắn lại bằng lệnh lichsong link.",
        en: "Correct the row, or delete it and make the link anew with lichsong link."))
  }
}
