import ScheduleModel

/// The words of what publishing finds in a folder.
extension Finding {
  static func notOurs(_ calendar: EarlierCalendar) -> Finding {
    Finding(
      .calendarNotOurs, .error, at: SourcePlace(file: calendar.file.path, line: 1),
      Words(
        vi:
          "\(calendar.file.name) không do Lịch Sóng ghi, nên được giữ nguyên; lịch cùng tên không được ghi.",
        en:
          "\(calendar.file.name) was not written by Lịch Sóng and stays as it is; the calendar of that name "
          + "was not written."),
      remedy: Words(
        vi: "Đổi tên hoặc chuyển tệp này đi nơi khác, hoặc chọn thư mục khác ở --out.",
        en: "Rename or move that file, or choose another folder with --out."))
  }

  static func leftAlone(_ calendar: EarlierCalendar) -> Finding {
    Finding(
      .calendarNotOurs, .info, at: SourcePlace(file: calendar.file.path, line: 1),
      Words(
        vi: "\(calendar.file.name) không do Lịch Sóng ghi, nên được giữ nguyên.",
        en: "\(calendar.file.name) was not written by Lịch Sóng and stays as it is."))
  }

  static func damaged(_ calendar: EarlierCalendar, first line: Int, count: Int) -> Finding {
    Finding(
      .calendarDamaged, .warning, at: SourcePlace(file: calendar.file.path, line: line),
      Words(
        vi:
          "Lịch đã công bố bị hỏng ở \(count) chỗ, trước hết ở dòng \(line); phần đọc được và các lịch khác "
          + "trong thư mục cho biết số phiên bản của từng sự kiện.",
        en: "The published calendar is damaged in \(count) \(count == 1 ? "place" : "places"), first in line "
          + "\(line); what can be read, and the other calendars of the folder, tell the events' revisions."),
      remedy: Words(
        vi: "Nếu có bản sao lưu còn nguyên, chép lại rồi xuất lịch lần nữa.",
        en: "If there is a sound copy, put it back and export again."))
  }

  static func notLater(_ revised: LocalTime, than last: LocalTime) -> Finding {
    let day = max(revised, last).day.advanced(by: 1)
    return Finding(
      .revisionNotLater, .warning,
      Words(
        vi:
          "Lịch đã thay đổi, nhưng thời điểm sửa (\(revised)Z) không muộn hơn lần công bố trước (\(last)Z).",
        en:
          "The calendars changed, but the time of this revision (\(revised)Z) is not later than that of the "
          + "last publication (\(last)Z)."),
      remedy: Words(
        vi: "Ghi ngày sửa vào kế hoạch (revised: \(day)) hoặc thêm vào lệnh: --revised \(day)",
        en: "Write the day of the change into the plan (revised: \(day)), or add: --revised \(day)"))
  }

  static func tooLarge(_ name: String, _ size: Int, _ largest: Int, parts: [String]) -> Finding {
    let (megabytes, most) = (megabytes(size), megabytes(largest))
    let list = parts.joined(separator: ", ")
    return Finding(
      .calendarTooLarge, parts.isEmpty ? .warning : .info,
      Words(
        vi:
          "\(name) có \(megabytes.vi) MB; Google Calendar chỉ đọc đến \(most.vi) MB, nên tệp này để tải về.",
        en: "\(name) has \(megabytes.en) MB; Google Calendar reads no more than \(most.en) MB, so it is for "
          + "downloading."),
      remedy: parts.isEmpty
        ? Words(
          vi: "Theo dõi lịch hẹp hơn: theo ngôn ngữ, hoặc theo chỉ tiêu với --by line.",
          en: "Subscribe to narrower calendars: by language, or by line with --by line.")
        : Words(
          vi: "Để theo dõi, dùng các phần của lịch này: \(list)",
          en: "Subscribe to its parts instead: \(list)"))
  }

  private static func megabytes(_ octets: Int) -> Words {
    let tenths = (octets + 50_000) / 100_000
    return Words(vi: "\(tenths / 10),\(tenths % 10)", en: "\(tenths / 10).\(tenths % 10)")
  }
}
