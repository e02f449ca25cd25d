import ScheduleModel

/// The words that only the page has.
struct PageWords {
  let aired: String
  let scheduled: String
  let opens: String
  let row: String
  let chart: String
  let notes: String
  let scroll: String

  /// Told on narrow screens.
  static let scroll = Words(
    vi: "Kéo ngang bảng để xem hết các cột.", en: "Draw tables sideways to see all columns.")

  init(_ language: ReaderLanguage) {
    aired = TallyWords.airedShort[language]
    scheduled = TallyWords.scheduled[language]
    opens = Words(vi: "Các dòng nhật ký đã đếm", en: "Rows of the log that were counted")[language]
    row = Words(vi: "dòng", en: "rows")[language]
    chart = Words(vi: "Xếp lịch và thực hiện theo tháng", en: "Scheduled and aired by month")[language]
    scroll = Self.scroll[language]
    notes = Words(vi: "Cách đếm", en: "How it was counted")[language]
  }
}

extension TallyWords {
  /// One month of the chart in words.
  static func month(_ name: String, scheduled: Int, aired: Int?, _ language: ReaderLanguage) -> String {
    let planned = grouped(scheduled, in: language)
    let known = Words(vi: "\(name): xếp lịch \(planned)", en: "\(name): \(planned) scheduled")[language]
    guard let aired else { return known }
    let out = grouped(aired, in: language)
    return known + Words(vi: ", thực hiện \(out)", en: ", \(out) aired")[language]
  }
}
