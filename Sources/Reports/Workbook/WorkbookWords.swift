import ScheduleModel

/// The words that only a workbook has.
enum WorkbookWords {
  // Sheets: at most 31 characters
  static let introduction = Words(vi: "Giới thiệu", en: "About")
  static let lines = Words(vi: "Chỉ tiêu", en: "Lines")
  static let months = Words(vi: "Tháng", en: "Months")
  static let lineMonths = Words(vi: "Chỉ tiêu theo tháng", en: "Lines by month")
  static let groups = Words(vi: "Nhóm", en: "Groups")
  static let rows = Words(vi: "Từng lượt", en: "Rows")
  static let findings = Words(vi: "Cần xem lại", en: "Findings")

  static let emptyCell = Words(
    vi: "Ô trống: nguồn không nêu hoặc chưa biết, không phải là 0. Số có gạch chân dẫn tới từng lượt đã đếm.",
    en: "An empty cell: not stated or not known, which is not 0. An underlined figure leads to its rows.")

  static func further(_ count: Int, _ language: ReaderLanguage) -> String {
    let number = grouped(count, in: language)
    return Words(
      vi: "Còn \(number) dòng, trang tính không chứa hết; xem tệp CSV.",
      en: "\(counted(count, "row")) more than a sheet can hold; see the CSV files.")[language]
  }

  // Columns
  static let id = Words(vi: "Mã", en: "Id")
  static let plannedText = Words(vi: "Kế hoạch, nguyên văn", en: "Planned, as stated")
  static let publishedText = Words(vi: "Số đã công bố, nguyên văn", en: "Published, as stated")
  static let placements = Words(vi: "Lượt phát, đăng", en: "Placements")
  static let countKind = Words(vi: "Số", en: "Counts")
  static let works = Words(vi: "Tác phẩm", en: "Works")
  static let dimension = Words(vi: "Phân theo", en: "By")
  static let group = Words(vi: "Nhóm", en: "Group")
  static let severity = Words(vi: "Mức", en: "Severity")
  static let code = Words(vi: "Mã", en: "Code")
  static let file = Words(vi: "Tệp", en: "File")
  static let line = Words(vi: "Dòng", en: "Line")
  static let message = Words(vi: "Nội dung", en: "Message")
  static let remedy = Words(vi: "Cách sửa", en: "Remedy")
  static let outcome = Words(vi: "Kết quả", en: "Outcome")
  static let edition = Words(vi: "Kỳ", en: "Edition")
  static let run = Words(vi: "Loại lượt", en: "Run")
  static let day = Words(vi: "Ngày theo lịch", en: "Scheduled day")
  static let time = Words(vi: "Giờ theo lịch", en: "Scheduled time")
  static let airedDay = Words(vi: "Ngày thực tế", en: "Aired day")
  static let airedTime = Words(vi: "Giờ thực tế", en: "Aired time")
  static let logTitle = Words(vi: "Tên trong nhật ký", en: "Title in the log")
  static let evidence = Words(vi: "Minh chứng", en: "Evidence")
}
