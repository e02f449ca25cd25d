import ScheduleModel

/// Findings about tables of declared figures that cannot be read.
extension Finding {
  static func declaredColumnsMissing(_ columns: [DeclaredColumn], _ at: LogPlace) -> Finding {
    let names = columns.map { "“\($0.rawValue)”" }.joined(separator: ", ")
    let all = DeclaredColumn.allCases.map(\.rawValue).joined(separator: ",")
    return Finding(
      .declaredRowBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Dòng tiêu đề thiếu cột \(names); không đọc được số liệu nào của tệp này.",
        en: "The header lacks \(names); no figure of this file is read."),
      remedy: Words(vi: "Dòng tiêu đề đầy đủ: \(all)", en: "A full header: \(all)"))
  }

  static func declaredRowBroken(_ faults: [Words], _ at: LogPlace) -> Finding {
    Finding(
      .declaredRowBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Không đọc được dòng này và không cộng: " + faults.map(\.vi).joined(separator: "; ") + ".",
        en: "This row cannot be read and is not added: " + faults.map(\.en).joined(separator: "; ") + "."),
      remedy: Words(
        vi: "Sửa dòng này; đơn vị mới thì thêm vào units của kế hoạch.",
        en: "Correct the row; add a new unit to the plan's units."))
  }
}
