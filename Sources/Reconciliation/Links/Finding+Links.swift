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

  static func linkUIDUnknown(_ link: EntryLink, _ uid: String) -> Finding {
    Finding(
      .linkUIDUnknown, .warning, at: link.place,
      Words(
        vi: "Lịch không có UID “\(cut(uid))”; liên kết này không dùng được.",
        en: "The schedule has no UID “\(cut(uid))”; this link is not followed."),
      remedy: Words(
        vi: "Lấy UID trong outcomes.csv hoặc placements.csv; lượt đó không còn thì xóa dòng này.",
        en: "Take the UID from outcomes.csv or placements.csv; if that placement is gone, delete this row."))
  }

  static func linkRowUnknown(_ link: EntryLink) -> Finding {
    Finding(
      .linkRowUnknown, .warning, at: link.place,
      Words(
        vi: "Nhật ký không có dòng nào như liên kết này mô tả; liên kết không dùng được.",
        en: "The logs have no row as this link describes it; it is not followed."),
      remedy: Words(
        vi:
          "Sửa ngày, giờ, kênh, tên cho đúng dòng nhật ký, hoặc nạp thêm nhật ký; dòng đó không còn thì xóa liên kết.",
        en:
          "Make the day, time, outlet and title those of the row, or add the log; if the row is gone, delete the link."
      ))
  }

  static func linkRowAmbiguous(_ link: EntryLink, _ entries: [AsRunEntry]) -> Finding {
    let rows = entries.prefix(3).map { "\($0.place.file):\($0.place.line)" }.joined(separator: ", ")
    let more = entries.count > 3 ? ", …" : ""
    return Finding(
      .linkRowAmbiguous, .warning, at: link.place,
      Words(
        vi:
          "\(entries.count) dòng nhật ký đều đúng như liên kết này mô tả (\(rows)\(more)); liên kết không dùng được.",
        en:
          "\(entries.count) rows of the logs are as this link describes (\(rows)\(more)); it is not followed."
      ),
      remedy: Words(
        vi: "Ghi thêm giờ, kỳ, ngôn ngữ, tên hoặc tệp để chỉ còn một dòng.",
        en: "Add the time, edition, language, title or file, so that one row is left."))
  }

  static func makeGoodNotNeeded(_ entry: AsRunEntry, _ outcome: PlacementOutcome) -> Finding {
    let uid = cut(outcome.placement.uid)
    return Finding(
      .makeGoodNotNeeded, .warning, at: entry.place,
      Words(
        vi: "Dòng này ghi là phát bù cho “\(uid)”, nhưng lượt đó \(outcome.outcome.name.vi); "
          + "dòng này được tính là phát thêm của cùng tác phẩm.",
        en: "This row makes “\(uid)” good, and that placement is \(outcome.outcome.name.en); "
          + "the row counts as one more airing of the same work."),
      remedy: Words(
        vi: "Nếu là tác phẩm khác, bỏ trống cột phát bù, hoặc ghi UID của lượt chưa phát.",
        en: "If it is another work, leave the column empty, or name the placement that did not go out."))
  }

  static func linkRepeated(_ link: EntryLink, earlier: Int, isRow: Bool) -> Finding {
    Finding(
      .linkRepeated, .warning, at: link.place,
      isRow
        ? Words(
          vi: "Dòng \(earlier) đã nói về cùng dòng nhật ký này; chỉ dòng \(earlier) được dùng.",
          en: "Line \(earlier) tells of the same row of the log; only line \(earlier) counts.")
        : Words(
          vi:
            "Dòng \(earlier) đã gắn cùng lượt phát này với dòng nhật ký khác; chỉ dòng \(earlier) được dùng.",
          en: "Line \(earlier) links the same placement to another row; only line \(earlier) counts."),
      remedy: Words(vi: "Xóa một trong hai dòng.", en: "Delete one of the two."))
  }
}
