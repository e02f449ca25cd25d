import ScheduleModel

/// What the reader of published schedules has to say, in both languages.
extension Finding {
  static func publishedEmpty(file: String) -> Finding {
    Finding(
      .publishedRowBroken, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Tệp “\(file)” không có lượt phát nào.", en: "“\(file)” has no placements."),
      remedy: sameFile)
  }

  static func publishedColumnsMissing(_ names: [String], _ at: LogPlace) -> Finding {
    let list = names.map { "“\($0)”" }.joined(separator: ", ")
    return Finding(
      .publishedRowBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Đây không phải lịch đã công bố: dòng tiêu đề thiếu cột \(list).",
        en: "This is no published schedule: its header lacks \(list)."),
      remedy: sameFile)
  }

  static func publishedFieldBroken(_ column: PlacementColumn, _ text: String, _ at: LogPlace) -> Finding {
    Finding(
      .publishedRowBroken, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Lượt phát ở dòng này không được đọc: cột “\(column.rawValue)” ghi “\(cut(text))”.",
        en: "The placement of this row is not read: its column “\(column.rawValue)” says “\(cut(text))”."),
      remedy: sameFile)
  }

  static func publishedUIDUnknown(_ uid: String, expected: String, _ at: LogPlace) -> Finding {
    Finding(
      .publishedUIDUnknown, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "UID “\(cut(uid))” không phải của lượt phát này trong kế hoạch; dòng này không được đọc.",
        en: "“\(cut(uid))” is not the UID of this placement of the plan; the row is not read."),
      remedy: Words(
        vi: "Kiểm tra xem lịch có đúng của kế hoạch này không; UID theo các cột kia là \(expected).",
        en: "See whether the schedule belongs to this plan; by its other columns the UID is \(expected)."))
  }

  static func publishedTwice(_ uid: String, earlier: Int, _ at: LogPlace) -> Finding {
    Finding(
      .publishedUIDRepeated, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Dòng \(earlier) đã có UID “\(cut(uid))”; dòng này không được đọc.",
        en: "Line \(earlier) has the UID “\(cut(uid))” already; this row is not read."),
      remedy: Words(vi: "Xóa một trong hai dòng.", en: "Delete one of the two."))
  }

  static func publishedSlotGone(_ placement: Placement, _ at: LogPlace) -> Finding {
    Finding(
      .publishedSlotGone, .warning, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Kế hoạch không còn khung “\(placement.slot)”; lượt phát này phải dời hoặc bỏ.",
        en: "The plan opens “\(placement.slot)” no more; this placement has to move or go."),
      remedy: Words(
        vi: "Nếu không chủ ý, xem lại khung giờ (grid) và ngày không phát (blackouts) của kế hoạch.",
        en: "If that was not meant, look at the plan's grid and blackouts."))
  }

  private static let sameFile = Words(
    vi: "Dùng tệp mà lệnh allocate --out hoặc run đã ghi (placements.csv).",
    en: "Take the file that allocate --out or run has written (placements.csv).")
}
