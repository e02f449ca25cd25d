import ScheduleModel

/// The words of the report on planned and aired.
enum TallyWords {
  static let kind = Words(vi: "KẾT QUẢ THỰC HIỆN KẾ HOẠCH", en: "PLANNED AGAINST AIRED")
  static let noLog = Words(
    vi: "Không có nhật ký phát sóng: chưa biết tác phẩm nào đã phát, cột thực hiện ghi “–”.",
    en: "There is no as-run log: nothing is known to have aired, and those columns show “–”.")
  /// What units declared stands on another paper; `nil` where they declared nothing.
  static func declaredElsewhere(_ count: Int) -> Words? {
    count == 0
      ? nil
      : Words(
        vi:
          "Bảng này đếm theo nhật ký, không có số liệu các đơn vị kê khai cho kỳ này (\(grouped(count, in: .vietnamese)) số liệu): "
          + "xem biểu tổng hợp số liệu các đơn vị.",
        en:
          "This table counts by the logs. What units declared for the period (\(counted(count, "figure"))) is not in it: see the "
          + "consolidated figures of the units.")
  }
  static let emptyLog = Words(
    vi: "Nhật ký phát sóng không có dòng nào.", en: "The as-run logs have no rows.")
  static let noLines = Words(vi: "Kế hoạch không có chỉ tiêu nào.", en: "The plan has no lines.")
  static let noData = Words(vi: "không có số liệu", en: "no data")
  static let noLevel = Words(vi: "Không nêu cấp", en: "Level not stated")

  // Sections
  static let results = Words(vi: "Kế hoạch và kết quả thực hiện", en: "Planned and aired")
  static let lineMonths = Words(vi: "Từng chỉ tiêu theo tháng", en: "Lines by month")
  static let airedOfScheduled = Words(
    vi: "Đã thực hiện / đã xếp lịch, trong năm kế hoạch.", en: "Aired / scheduled, in the plan's year.")
  static let scheduledOnly = Words(
    vi: "Số đã xếp lịch, trong năm kế hoạch.", en: "Works scheduled, in the plan's year.")
  static func versions(of plan: Plan) -> Words {
    Words(vi: plan.hasOtherOriginals ? "Bản dịch" : "Bản tiếng dân tộc", en: "Language versions")
  }
  static let versionsApart = Words(
    vi: "Đếm riêng, không cộng vào số tác phẩm gốc.", en: "A count of its own, never added to the originals.")
  static let totals = Words(vi: "Các tổng", en: "Totals")
  static let groups = Words(vi: "Phân theo nhóm", en: "By group")
  static let coverage = Words(vi: "Chủ đề và hình thức", en: "Topics and forms")
  static let coverageCells = Words(
    vi: "Trong ô là số thứ tự của các chỉ tiêu; cột quý là số tác phẩm đã xếp lịch.",
    en: "Cells hold the numbers of the lines; the quarters hold the works scheduled.")
  static let uncounted = Words(vi: "Nhật ký không được đếm", en: "Rows of the log that count nowhere")
  static let findings = Words(vi: "Những điểm cần xem lại", en: "What needs a look")

  // Columns
  static let number = Words(vi: "STT", en: "No.")
  static let content = Words(vi: "Nội dung, hình thức", en: "Content, form")
  static let unit = Words(vi: "ĐVT", en: "Unit")
  /// The figure of the plan: of its year, or of all its years.
  static func planned(of plan: Plan?) -> Words {
    plan?.isOfSeveralYears ?? false
      ? Words(vi: "Kế hoạch cả kỳ", en: "Planned in all")
      : Words(vi: "Kế hoạch năm", en: "Planned for the year")
  }
  static let scheduled = Words(vi: "Xếp lịch", en: "Scheduled")
  static let aired = Words(vi: "Thực hiện kỳ báo cáo", en: "Aired in the period")
  static func airedInYear(of plan: Plan?) -> Words {
    plan?.isOfSeveralYears ?? false
      ? Words(vi: "Lũy kế từ đầu kế hoạch", en: "Aired since the plan began")
      : Words(vi: "Lũy kế từ đầu năm", en: "Aired since the year began")
  }
  static let percent = Words(vi: "Tỷ lệ % TH/KH", en: "Aired of planned")
  static let published = Words(vi: "Số đã công bố", en: "Published")
  static let note = Words(vi: "Ghi chú", en: "Note")
  static let language = Words(vi: "Ngôn ngữ", en: "Language")
  static let airedShort = Words(vi: "Thực hiện", en: "Aired")
  static let late = Words(vi: "Lệch giờ", en: "Late")
  static let moved = Words(vi: "Khác ngày", en: "Moved")
  static let unplanned = Words(vi: "Ngoài lịch", en: "Unplanned")
  static let missed = Words(vi: "Chưa thực hiện", en: "Missed")
  static let preempted = Words(vi: "Nhường sóng", en: "Pre-empted")
  static let pending = Words(vi: "Chưa có nhật ký", en: "No log yet")
  /// In place of it where rows leave open whether works aired.
  static let notKnown = Words(vi: "Chưa biết", en: "Not known yet")

  /// The heads of the counts of some groups, in the order of their figures.
  static func counts(of groups: [GroupTally]) -> [Words] {
    let isUnclear = groups.contains { ($0.counts?.unclear ?? 0) > 0 }
    return [
      scheduled, airedShort, late, moved, unplanned, missed, preempted, isUnclear ? notKnown : pending,
    ]
  }

  static let sent = Words(vi: "Đã gửi", en: "Sent")
  static let topic = Words(vi: "Chủ đề", en: "Topic")
  static let uncovered = Words(vi: "chưa có chỉ tiêu nào", en: "no line serves it")
  static let row = Words(vi: "Dòng nhật ký", en: "Row of the log")
  static let when = Words(vi: "Thời điểm", en: "When")
  static let outlet = Words(vi: "Kênh", en: "Outlet")
  static let title = Words(vi: "Tên", en: "Title")

  /// A quarter of a plan's year, and which year where it has several.
  static func quarter(_ index: Int, of count: Int) -> Words {
    let year = count > 4 ? index / 4 + 1 : nil
    return Words(
      vi: "Quý \(["I", "II", "III", "IV"][index % 4])" + (year.map { ", năm thứ \($0)" } ?? ""),
      en: "Q\(index % 4 + 1)" + (year.map { ", year \($0)" } ?? ""))
  }

  static func by(
    _ dimension: GroupTally.Dimension, of plan: Plan, _ profile: ReportingProfile, _ language: ReaderLanguage
  ) -> String {
    let name = dimension.name[language].lowercased()
    let counted =
      dimension == .language
      ? plan.hasOtherOriginals
        ? Words(vi: "đếm tác phẩm gốc và bản dịch bằng ngôn ngữ đó", en: "originals and versions in it")
        : Words(vi: "đếm bản theo ngôn ngữ", en: "language versions")
      : Words(vi: "đếm tác phẩm gốc", en: "originals")
    let calendar: Words =
      switch dimension {
      case .month where profile.cutOff != nil: Words(vi: "; tháng dương lịch", en: "; calendar months")
      case .quarter where profile.cutOff != nil: Words(vi: "; quý dương lịch", en: "; calendar quarters")
      default: Words("")
      }
    return Words(
      vi: "Theo \(name) (\(counted.vi)\(calendar.vi))", en: "By \(name) (\(counted.en)\(calendar.en))")[
        language]
  }

  /// What a column or a group is called by what it groups.
  static func heading(of dimension: GroupTally.Dimension, _ profile: ReportingProfile) -> Words {
    switch dimension {
    case .month where profile.cutOff != nil: Words(vi: "Tháng dương lịch", en: "Calendar month")
    case .quarter where profile.cutOff != nil: Words(vi: "Quý dương lịch", en: "Calendar quarter")
    default: dimension.name
    }
  }

  /// That months and quarters are those of the calendar; `nil` where the periods of the report are the same.
  static func calendarMonths(_ profile: ReportingProfile) -> Words? {
    guard let cutOff = profile.cutOff else { return nil }
    return Words(
      vi:
        "Tháng và quý ở đây là tháng, quý dương lịch, không chốt ngày \(cutOff) như kỳ báo cáo \(profile.code).",
      en: "Months and quarters here are those of the calendar, not closed on day \(cutOff) as the periods of "
        + "\(profile.code) are.")
  }

  // The head
  static let unitPlans = Words(
    vi: "Kế hoạch tuyên truyền của các đơn vị (một mục có thể gồm nhiều đơn vị)",
    en: "Communication plans of the units (one entry may be several units)")
  static let unstatedUnits = Words(vi: "chưa nêu", en: "not stated")

  static func period(_ period: ReportingPeriod, _ language: ReaderLanguage) -> String {
    let days = period.days.text(in: language)
    return Words(
      vi: "Kỳ báo cáo: \(period.name.vi), \(days)", en: "Period: \(period.name.en), \(days)")[language]
  }

  static func asOf(_ day: CivilDay) -> Words {
    Words(
      vi: "Nhật ký phát sóng có đến hết ngày \(day.forPeople)",
      en: "As-run logs tell of days up to \(day.forPeople), included")
  }

  /// Until when the logs tell, and where they differ; of a day without any log nothing is said.
  static func reach(_ tally: Tally, of plan: Plan) -> Words? {
    guard tally.hasLog, let day = tally.asOf else { return nil }
    if tally.coverage.isEmpty { return handOnly }
    guard let differences = tally.coverage.differences(in: plan) else { return asOf(day) }
    let all = asOf(day)
    return Words(vi: all.vi + ". " + differences.vi, en: all.en + ". " + differences.en)
  }

  static let handOnly = Words(
    vi: "Chưa có nhật ký phát sóng, chỉ có dòng nhập tay",
    en: "There is no as-run log, only rows entered by hand")

  static func document(_ document: PlanDocument, _ language: ReaderLanguage) -> String {
    named(document, Words(vi: "Kế hoạch: ", en: "Plan: "), language)
  }

  /// A document that changed the plan's figures.
  static func amendment(_ document: PlanDocument, _ language: ReaderLanguage) -> String {
    named(document, Words(vi: "Điều chỉnh: ", en: "Amended by: "), language)
  }

  private static func named(_ document: PlanDocument, _ head: Words, _ language: ReaderLanguage) -> String {
    let number = document.number.map { Words(vi: "số \($0)", en: "no. \($0)") }
    let date = document.date.map { Words(vi: "ngày \($0.forPeople)", en: "of \($0.forPeople)") }
    let parts =
      [number, date].compactMap { $0?[language] } + [document.issuer, document.subject].compactMap(\.self)
    return head[language] + parts.joined(separator: ", ")
  }

  /// That another plan takes this one's place.
  static func succeeded(_ days: Range<CivilDay>, by successor: String) -> Words {
    let last = days.upperBound.advanced(by: -1).forPeople
    return Words(
      vi: "Kế hoạch này có hiệu lực đến hết ngày \(last); sau đó thay bằng “\(successor)”.",
      en: "This plan holds until \(last); “\(successor)” takes its place.")
  }
}
