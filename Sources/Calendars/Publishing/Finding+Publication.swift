import ScheduleModel

/// The words of what publishing finds in a folder.
extension Finding {
  static func notOurs(_ file: Publication.ExistingFile) -> Finding {
    Finding(
      .calendarNotOurs, .error, at: SourcePlace(file: file.path, line: 1),
      Words(
        vi:
          "\(file.name) không do Lịch Sóng ghi, nên được giữ nguyên; lịch cùng tên không được ghi.",
        en:
          "\(file.name) was not written by Lịch Sóng and stays as it is; the calendar of that name "
          + "was not written."),
      remedy: Words(
        vi: "Đổi tên hoặc chuyển tệp này đi nơi khác, hoặc chọn thư mục khác ở --out.",
        en: "Rename or move that file, or choose another folder with --out."))
  }

  static func leftAlone(_ file: Publication.ExistingFile) -> Finding {
    Finding(
      .calendarNotOurs, .info, at: SourcePlace(file: file.path, line: 1),
      Words(
        vi: "\(file.name) không do Lịch Sóng ghi, nên được giữ nguyên.",
        en: "\(file.name) was not written by Lịch Sóng and stays as it is."))
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
