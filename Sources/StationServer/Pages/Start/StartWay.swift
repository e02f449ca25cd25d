import ScheduleModel

/// What a new plan is made of.
enum StartWay: String, CaseIterable {
  /// One outlet and one line to change.
  case blank
  /// The annex of a signed plan.
  case annex
  /// Last year's plan on this server.
  case after
  /// Somebody else's calendar.
  case calendar

  /// Where its form is.
  var path: String { "\(NewPlanPage.path)/\(rawValue)" }

  /// What the way is called.
  var name: Words {
    switch self {
    case .blank: Words(vi: "Lập kế hoạch từ mẫu trống", en: "Begin with a blank plan")
    case .annex: Words(vi: "Lập từ phụ lục đã ký", en: "Begin with a signed annex")
    case .after: Words(vi: "Lập từ kế hoạch năm trước", en: "Begin with last year's plan")
    case .calendar: Words(vi: "Lập từ một lịch có sẵn", en: "Begin with a calendar")
    }
  }

  /// What comes of it.
  var head: Words {
    switch self {
    case .blank:
      Words(
        vi: "Kế hoạch có một kênh và một chỉ tiêu làm mẫu; ghi chú trong đó cho biết sửa chỗ nào.",
        en: "The plan has one outlet and one line as samples; its comments say what to change.")
    case .annex:
      Words(
        vi:
          "Mỗi dòng của phụ lục (.xlsx, .docx, .csv) thành một chỉ tiêu. Trước khi ghi, trang cho xem dòng nào đã hiểu, dòng nào chưa.",
        en:
          "Each row of the annex (.xlsx, .docx, .csv) becomes a line. The page shows which rows were understood and which were not before anything is stored."
      )
    case .after:
      Words(
        vi:
          "Giữ nguyên văn bản của kế hoạch cũ, dời ngày sang năm sau, thay đơn vị kế thừa, ghi kết quả năm cũ bên cạnh; những chỗ cần quyết định được liệt kê.",
        en:
          "The old plan's text stays, its days move by a year, successors take over and last year's results stand beside; what must be decided is listed."
      )
    case .calendar:
      Words(
        vi:
          "Các sự kiện của một lịch xuất từ Google hay Outlook (.ics) thành khung giờ của một kênh. Xem trước, rồi mới ghi.",
        en:
          "The events of a calendar exported from Google or Outlook (.ics) become the grid of one outlet. You see them before anything is stored."
      )
    }
  }
}
