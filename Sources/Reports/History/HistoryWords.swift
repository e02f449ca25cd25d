import ScheduleModel

/// The words of a Book's history.
enum HistoryWords {
  static let kind = Words(vi: "SỐ LIỆU THAY ĐỔI VÀ LÝ DO", en: "FIGURES THAT CHANGED, AND WHY")
  static let list = Words(vi: "CÁC MỤC CỦA SỔ", en: "THE ENTRIES OF THE BOOK")
  static let changes = Words(vi: "Số liệu đã thay đổi", en: "Figures that changed")
  static let entries = Words(vi: "Những gì sổ ghi thêm", en: "What the Book has more")

  static let number = Words(vi: "Số", en: "No.")
  static let when = Words(vi: "Lúc", en: "When")
  static let entry = Words(vi: "Mục", en: "Entry")
  static let who = Words(vi: "Ai", en: "Who")
  static let note = Words(vi: "Ghi chú", en: "Note")
  static let day = Words(vi: "Ngày", en: "Day")
  static let time = Words(vi: "Giờ", en: "Time")
  static let valueAfter = Words(vi: "Số sau mục", en: "After the entry")
  static let line = Words(vi: "Chỉ tiêu", en: "Line")
  static let figure = Words(vi: "Số liệu", en: "Figure")
  static let before = Words(vi: "Trước", en: "Before")
  static let now = Words(vi: "Nay", en: "Now")
  static let through = Words(vi: "Vì mục số", en: "Through entry")
  static let reasons = Words(vi: "Vì sao (số liệu sau mỗi mục)", en: "Why (the figure after each entry)")
  static let planned = Words(vi: "kế hoạch", en: "planned")
  static let nothing = Words(vi: "Không số nào đổi.", en: "No figure changed.")

  static func since(_ day: CivilDay, count: Int) -> Words {
    Words(
      vi: "Sau ngày \(day.forPeople) sổ ghi thêm \(count) mục.",
      en: "Since the end of \(day) the Book has \(counted(count, "more entry", "more entries")).")
  }

  static func compared(_ day: CivilDay, _ period: ReportingPeriod) -> Words {
    Words(
      vi: "(\(period.name.vi); so với số liệu đã ghi đến hết ngày \(day.forPeople))",
      en: "(\(period.name.en); compared with what was recorded by the end of \(day.forPeople))")
  }

  /// What an entry brought.
  static func what(_ entry: BookHistory.Entry) -> Words {
    let rows = entry.rows.map { count in
      let corrections = entry.corrections
      let of = Words(
        vi: corrections > 0 ? ", \(corrections) dòng đính chính" : "",
        en: corrections > 0 ? ", \(counted(corrections, "correction"))" : "")
      return Words(
        vi: " (\(grouped(count, in: .vietnamese)) dòng\(of.vi))",
        en: " (\(counted(count, "row"))\(of.en))")
    }
    let kind = name(entry)
    guard let rows, ["log", "link", "declared"].contains(entry.kind) else { return kind }
    return Words(vi: kind.vi + rows.vi, en: kind.en + rows.en)
  }

  /// An entry as the reason for a figure, and the figure after it.
  static func reason(_ entry: BookHistory.Entry, value: String) -> Words {
    let what = what(entry)
    let (named, day) = (entry.comment.map { " “\($0)”" } ?? "", entry.time.day)
    let by = entry.author.isEmpty ? "" : ", \(entry.author)"
    return Words(
      vi: "\(what.vi)\(named), ghi ngày \(day.forPeople)\(by): \(value)",
      en: "\(what.en)\(named), recorded \(day.forPeople)\(by): \(value)")
  }

  private static func name(_ entry: BookHistory.Entry) -> Words {
    entry.kind == "plan" && entry.isAmendment
      ? Words(vi: "kế hoạch sửa đổi", en: "amended plan") : name(ofKind: entry.kind)
  }

  static func name(ofKind kind: String) -> Words {
    switch kind {
    case "plan": Words(vi: "kế hoạch", en: "plan")
    case "publication": Words(vi: "phát hành", en: "publication")
    case "log": Words(vi: "nhật ký", en: "log")
    case "link": Words(vi: "gắn dòng", en: "link")
    case "declared": Words(vi: "số kê khai", en: "declared figures")
    case "close": Words(vi: "chốt số liệu", en: "close")
    default: Words(kind)
    }
  }
}
